import type { HallEmployer, HallRemittanceSummary } from '../../api';

/** One thing that an employer is to do. */
export type Step =
  | { kind: 'confirm'; roster_id: string; month: string }
  | { kind: 'pay'; remittance: HallRemittanceSummary }
  | { kind: 'upload'; month: string };

/**
 * What is to be done, most pressing first: a roster that waits for its confirmation, remittances
 * that wait for their money, the oldest month first, then the next month's roster.
 */
export function nextSteps(
  { open_roster, next_month, can }: Pick<HallEmployer, 'open_roster' | 'next_month' | 'can'>,
  unpaid: readonly HallRemittanceSummary[],
): Step[] {
  const steps: Step[] = [];
  if (open_roster) steps.push({ kind: 'confirm', ...open_roster });
  const oldestFirst = unpaid.toSorted((one, other) => one.month.localeCompare(other.month));
  for (const remittance of oldestFirst) steps.push({ kind: 'pay', remittance });
  // One roster at a time: the open one is confirmed or given up first.
  if (!open_roster && next_month && can.includes('upload_roster')) {
    steps.push({ kind: 'upload', month: next_month });
  }
  return steps;
}
