import type { ApprovalSummary } from '@anju/api';
import { expect, test } from 'vitest';
import { chosenWith, keptOf, triedWords } from './chosen';

const row = (approval_id: string) => ({ approval_id }) as ApprovalSummary;
const [one, two, three] = [row('1'), row('2'), row('3')] as const;

test('what is chosen on another page stays chosen', () => {
  expect(chosenWith([one], [two, three], [two])).toEqual([one, two]);
});

test('what is taken out of the choice on this page is out', () => {
  expect(chosenWith([one, two], [two, three], [])).toEqual([one]);
});

test('a row that the table remembers from another page is not chosen twice', () => {
  expect(chosenWith([one], [two], [one, two])).toEqual([one, two]);
});

const seen = (rows: ApprovalSummary[], page = '', filters = '') => ({ filters, page, rows });

test('what a colleague has decided meanwhile is chosen no more', () => {
  expect(keptOf([one, two], seen([two, three]), seen([three]))).toEqual([one]);
});

test('what is chosen stays so on the next page, and while nothing changes', () => {
  const chosen = [one, two];
  expect(keptOf(chosen, seen([one, two]), seen([three], 'next'))).toBe(chosen);
  expect(keptOf(chosen, seen([one, two]), seen([one, two, three]))).toBe(chosen);
});

test('other filters begin a choice anew: what they hide could not be taken out of it', () => {
  expect(keptOf([one], seen([one]), seen([one], '', 'overdue'))).toEqual([]);
});

test('what became of several is said by how it ended, and nothing of what did not happen', () => {
  expect(triedWords([{ status: 'done' }, { status: 'done' }])).toBe('2 件已办结。');
  expect(
    triedWords([
      { status: 'pending' },
      { status: 'refused' },
      { status: null },
      {},
      { status: 'done' },
    ]),
  ).toBe('1 件已办结，1 件转下一环节，1 件已批准但未能办理，2 件没有通过。');
});
