import { fen } from '@anju/api';
import { expect, test } from 'vitest';
import { codesIn, planOf, type Typed } from './plan';

const item = (suspense_id: string, left: number) => ({ suspense_id, left_fen: fen(left) });
const due = (remittance_id: string, expected: number) => ({
  remittance_id,
  expected_fen: fen(expected),
});
const typed = (amounts: Record<string, number>) => amounts as Typed;
const line = (suspense_id: string, remittance_id: string, amount_fen: number) => ({
  suspense_id,
  remittance_id,
  amount_fen,
});

test('one item fills several remittances and keeps the rest', () => {
  const plan = planOf([item('s', 1000)], [due('a', 300), due('b', 500)]);
  expect(plan.fault).toBeUndefined();
  expect(plan.lines).toEqual([line('s', 'a', 300), line('s', 'b', 500)]);
  expect(plan.uses).toEqual([{ suspense_id: 's', amount_fen: 800, rest_fen: 200 }]);
});

test('several items fill one remittance, the first of them first', () => {
  const plan = planOf([item('s', 300), item('t', 900)], [due('a', 1000)]);
  expect(plan.lines).toEqual([line('s', 'a', 300), line('t', 'a', 700)]);
  expect(plan.uses.map(({ rest_fen }) => rest_fen)).toEqual([0, 200]);
});

test('several items fill several remittances, no fen made or lost', () => {
  const plan = planOf(
    [item('s', 70), item('t', 50), item('u', 1)],
    [due('a', 60), due('b', 40), due('c', 21)],
  );
  expect(plan.lines).toEqual([
    line('s', 'a', 60),
    line('s', 'b', 10),
    line('t', 'b', 30),
    line('t', 'c', 20),
    line('u', 'c', 1),
  ]);
});

test('what is typed stands, the other items bring what is open', () => {
  const sources = [item('s', 500), item('t', 500)];
  const plan = planOf(sources, [due('a', 600)], typed({ s: 150 }));
  expect(plan.lines).toEqual([line('s', 'a', 150), line('t', 'a', 450)]);
  const none = planOf(sources, [due('a', 400)], typed({ s: 0 }));
  expect(none.lines).toEqual([line('t', 'a', 400)]);
});

test('too little and too much are told by how much, and nothing is sent', () => {
  const little = planOf([item('s', 500)], [due('a', 600)]);
  expect(little).toMatchObject({ missing_fen: 100, lines: [] });
  expect(little.fault).toContain('还差 1.00 元');
  const much = planOf([item('s', 500)], [due('a', 300)], typed({ s: 350 }));
  expect(much).toMatchObject({ missing_fen: -50, lines: [] });
  expect(much.fault).toContain('多出 0.50 元');
});

test('an amount that the item has not, is negative or is none stands out', () => {
  const fault = (amount: number) =>
    planOf([item('s', 500)], [due('a', 500)], typed({ s: amount })).uses[0]?.fault;
  expect(fault(501)).toBe('余额只有 5.00 元');
  expect(fault(-1)).toBeDefined();
  expect(fault(Number.NaN)).toBeDefined();
  expect(fault(500)).toBeUndefined();
  // Amounts that make up for one another don't make up for a faulty one.
  const sources = [item('s', 100), item('t', 500)];
  const plan = planOf(sources, [due('a', 600)], typed({ s: 200, t: 400 }));
  expect(plan).toMatchObject({ missing_fen: 0, lines: [] });
  expect(plan.fault).toBeDefined();
});

test('without a remittance there is nothing to send', () => {
  expect(planOf([item('s', 500)], [])).toMatchObject({ due_fen: 0, used_fen: 0, lines: [] });
  expect(planOf([item('s', 500)], []).fault).toBeDefined();
});

test('payment codes are found in what one pastes, once each', () => {
  expect(codesIn('缴款码1000035857、１００００３５８５７ 1000035857')).toEqual(['1000035857']);
  expect(codesIn('1000000064\n1000035857')).toEqual(['1000000064', '1000035857']);
  expect(codesIn('1000035858 51000358571 公积金')).toEqual([]);
});
