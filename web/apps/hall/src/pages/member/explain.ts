import { type Fen, fen } from '@anju/api';
import { formatFen, formatRate } from '@anju/ui';
import type { MemberAccount, MemberEntry } from '../../api';

/** Parts of a rate, as the wire has it. */
const PPB = 1_000_000_000n;

/**
 * How a monthly amount comes from base and rate, as a sum that a person can redo; it says so where
 * the centre has rounded.
 */
export function monthlyInWords(base: Fen, rate: number, monthly: Fen): string {
  const product = BigInt(base) * BigInt(rate);
  const isExact = product === BigInt(monthly) * PPB;
  const sum = `${formatFen(base)} × ${formatRate(rate)}`;
  if (isExact) return `${sum} = ${formatFen(monthly)} 元`;
  const whole = fen(Number((product + PPB / 2n) / PPB));
  if (whole === monthly) return `${sum} ≈ ${formatFen(monthly)} 元，四舍五入到分`;
  return `${sum} ≈ ${formatFen(whole)} 元，按中心的取整规定为 ${formatFen(monthly)} 元`;
}

type Buckets = Pick<MemberAccount, 'balance_fen' | 'carried_fen' | 'current_fen'>;

/** How the balance comes from what was carried forward and what was paid in since. */
export function balanceInWords({ balance_fen, carried_fen, current_fen }: Buckets): string {
  return `上年结转 ${formatFen(carried_fen)} + 当年归集 ${formatFen(current_fen)} = ${formatFen(balance_fen)} 元`;
}

type Change = Pick<MemberEntry, 'in_fen' | 'out_fen' | 'balance_fen'>;

/** How an entry led from the balance before to the balance after. */
export function entryInWords({ in_fen, out_fen, balance_fen }: Change): string {
  const before = fen(balance_fen - in_fen + out_fen);
  const change = [
    in_fen !== 0 ? ` + ${formatFen(in_fen)}` : '',
    out_fen !== 0 ? ` − ${formatFen(out_fen)}` : '',
  ].join('');
  return `之前余额 ${formatFen(before)}${change} = ${formatFen(balance_fen)} 元`;
}
