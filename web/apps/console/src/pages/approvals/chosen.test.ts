import type { ApprovalSummary } from '@anju/api';
import { expect, test } from 'vitest';
import { chosenWith, triedWords } from './chosen';

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
