import type { ApprovalSummary, ApprovalTried } from '@anju/api';

/** The most that are approved at once, as the server has it. */
export const MOST_AT_ONCE = 50;

/**
 * What is chosen once the choice among the rows of a page has changed: rows of other pages stay
 * chosen, and the table knows only those it shows.
 */
export function chosenWith(
  before: readonly ApprovalSummary[],
  shown: readonly ApprovalSummary[],
  now: readonly ApprovalSummary[],
): ApprovalSummary[] {
  const onPage = new Set(shown.map(({ approval_id }) => approval_id));
  const elsewhere = before.filter(({ approval_id }) => !onPage.has(approval_id));
  return [...elsewhere, ...now.filter(({ approval_id }) => onPage.has(approval_id))];
}

/** What a person had before the eyes: under which filters, on which page, which rows. */
export type Seen = { filters: string; page: string; rows: readonly ApprovalSummary[] };

/**
 * What stays chosen of what was: nothing under other filters, and on the same page nothing that
 * stands there no more, which a colleague has decided or its maker taken back. What nobody can see
 * nobody could take out of the choice.
 */
export function keptOf(
  chosen: readonly ApprovalSummary[],
  before: Seen,
  now: Seen,
): readonly ApprovalSummary[] {
  if (now.filters !== before.filters) return [];
  if (now.page !== before.page) return chosen;
  const there = new Set(now.rows.map(({ approval_id }) => approval_id));
  const gone = before.rows.filter(({ approval_id }) => !there.has(approval_id));
  if (gone.length === 0) return chosen;
  const goneIds = new Set(gone.map(({ approval_id }) => approval_id));
  return chosen.filter(({ approval_id }) => !goneIds.has(approval_id));
}

/** What became of several in a sentence: done, gone on, not done, not approved. */
export function triedWords(tried: readonly Pick<ApprovalTried, 'status'>[]): string {
  const count = (is: (status: ApprovalTried['status']) => boolean) =>
    tried.filter(({ status }) => is(status)).length;
  const parts: [number, string][] = [
    [count((status) => status === 'done'), '件已办结'],
    [count((status) => status === 'pending'), '件转下一环节'],
    [count((status) => status === 'approved'), '件已批准、正在办理'],
    [count((status) => status === 'refused'), '件已批准但未能办理'],
    [count((status) => status == null), '件没有通过'],
  ];
  const said = parts.filter(([number]) => number > 0);
  return `${said.map(([number, words]) => `${number} ${words}`).join('，')}。`;
}
