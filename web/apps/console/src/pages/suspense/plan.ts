import { type Fen, fen, type NewAllocationLine } from '@anju/api';
import { AMOUNT_UNREADABLE, formatFen } from '@anju/ui';
import { isPaymentCode } from '../../app/places';

/** An item of suspense as far as its money goes. */
export type Source = { suspense_id: string; left_fen: Fen };
/** A remittance as far as its money goes: it takes exactly this. */
export type Due = { remittance_id: string; expected_fen: Fen };
/** What a person typed to be used of an item, by its id; NaN for text that is no amount. */
export type Typed = Readonly<Record<string, Fen | undefined>>;

/** What of an item is used, and what stays in suspense. */
export type Use = {
  suspense_id: string;
  amount_fen: Fen;
  rest_fen: Fen;
  /** What is wrong with the amount. */
  fault?: string;
};

/** How money that waits fills remittances, and whether it fills them exactly. */
export type Plan = {
  uses: Use[];
  due_fen: Fen;
  used_fen: Fen;
  /** 还差 when positive, 多出 when negative. */
  missing_fen: Fen;
  /** The sentence for the person where it can't be sent. */
  fault?: string;
  /** What to send; nothing unless each remittance gets exactly what it expects. */
  lines: NewAllocationLine[];
};

const sum = (amounts: readonly Fen[]) => fen(amounts.reduce<number>((all, one) => all + one, 0));

/** A required sum and what fills it: what is typed stands, the rest is taken in the items' order. */
export function planOf(sources: readonly Source[], dues: readonly Due[], typed: Typed = {}): Plan {
  const due_fen = sum(dues.map(({ expected_fen }) => expected_fen));
  const fixed = sum(sources.map(({ suspense_id }) => readable(typed[suspense_id]) ?? fen(0)));
  let open = Math.max(due_fen - fixed, 0);
  const uses = sources.map((source): Use => {
    const wanted = typed[source.suspense_id];
    if (wanted !== undefined) return partOf(source, wanted);
    const amount = Math.min(open, source.left_fen);
    open -= amount;
    return partOf(source, fen(amount));
  });
  const used_fen = sum(uses.map(({ amount_fen }) => amount_fen));
  const missing_fen = fen(due_fen - used_fen);
  const fault = faultOf(dues, uses, missing_fen);
  return {
    uses,
    due_fen,
    used_fen,
    missing_fen,
    ...(fault === undefined ? { lines: linesOf(uses, dues) } : { fault, lines: [] }),
  };
}

const readable = (amount: Fen | undefined) =>
  amount === undefined || Number.isNaN(amount) ? undefined : amount;

function partOf({ suspense_id, left_fen }: Source, wanted: Fen): Use {
  const amount_fen = readable(wanted) ?? fen(0);
  const use = { suspense_id, amount_fen, rest_fen: fen(left_fen - amount_fen) };
  if (Number.isNaN(wanted)) return { ...use, fault: AMOUNT_UNREADABLE };
  if (wanted < 0) return { ...use, fault: '动用金额不能为负数' };
  if (wanted > left_fen) return { ...use, fault: `余额只有 ${formatFen(left_fen)} 元` };
  return use;
}

function faultOf(dues: readonly Due[], uses: readonly Use[], missing: Fen): string | undefined {
  if (dues.length === 0) return '请选择要入账的汇缴';
  if (uses.some(({ fault }) => fault !== undefined)) return '请更正标红的动用金额';
  if (missing > 0) return `还差 ${formatFen(missing)} 元：请加用其他暂收款，或少选几笔汇缴`;
  if (missing < 0) return `多出 ${formatFen(fen(-missing))} 元：请改小动用金额，多的留在暂收`;
  return undefined;
}

/** The remittances in order, each filled from the items in order: no more lines than both together. */
function linesOf(uses: readonly Use[], dues: readonly Due[]): NewAllocationLine[] {
  const lines: NewAllocationLine[] = [];
  const left = uses.map(({ suspense_id, amount_fen }) => ({ suspense_id, amount: amount_fen }));
  for (const { remittance_id, expected_fen } of dues) {
    let open: number = expected_fen;
    for (const item of left) {
      const amount_fen = fen(Math.min(open, item.amount));
      if (amount_fen === 0) continue;
      lines.push({ suspense_id: item.suspense_id, remittance_id, amount_fen });
      item.amount = fen(item.amount - amount_fen);
      open -= amount_fen;
    }
  }
  return lines;
}

/** The payment codes in a text, as one pastes them from a list or a bank's remark. */
export function codesIn(text: string): string[] {
  const figures = text.normalize('NFKC').match(/\d+/g) ?? [];
  return [...new Set(figures.filter(isPaymentCode))];
}
