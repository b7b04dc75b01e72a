import { type ApprovalFlow, type Fen, fen } from '@anju/api';
import { expect, test } from 'vitest';
import { beginning, changeOf, flowState, flowsOf, fromFault, stepsSaid, typedOf } from './flow';

const reversal = { business: 'remittance.reverse', label: '冲销汇缴', by_amount: true };
const change = { business: 'policy.change', label: '变更政策参数', by_amount: false };

function flow(effective_from: string, in_force = false): ApprovalFlow {
  return {
    flow_id: effective_from,
    business: reversal.business,
    effective_from,
    in_force,
    steps: [
      { role: 'collection_reviewer', role_name: '归集复核', from_fen: fen(0), term_days: 2 },
      { role: 'director', role_name: '主任', from_fen: fen(10_000_000), term_days: 3 },
    ],
  } as ApprovalFlow;
}

test('flows are told apart by the one in force, the next to come first', () => {
  const all = [
    flow('2027-03-01'),
    flow('2027-01-01'),
    flow('2026-01-01', true),
    flow('2025-01-01'),
  ];
  const [of, other] = flowsOf([reversal, change], all);
  expect(of?.inForce?.effective_from).toBe('2026-01-01');
  expect(of?.upcoming.map(({ effective_from }) => effective_from)).toEqual([
    '2027-01-01',
    '2027-03-01',
  ]);
  expect(all.map((one) => of && flowState(one, of))).toEqual([
    'upcoming',
    'upcoming',
    'in_force',
    'past',
  ]);
  expect(other?.history).toEqual([]);
  expect(other?.upcoming).toEqual([]);
});

test('a business whose first flow is still to come needs no approval yet', () => {
  const [of] = flowsOf([reversal], [flow('2027-01-01')]);
  expect(stepsSaid(of?.inForce)).toBe('不需审批');
  expect(of?.upcoming).toHaveLength(1);
});

test('steps are said in their order with their terms, an amount only where there is one', () => {
  expect(stepsSaid(flow('2026-01-01'))).toBe(
    '归集复核（2 个工作日） → 主任（满 100,000.00 元，3 个工作日）',
  );
  expect(stepsSaid({ steps: [] })).toBe('不需审批');
});

test('no step is asked at a lower amount than one before it', () => {
  const of = (...amounts: (number | undefined)[]) =>
    amounts.map((amount) => (amount === undefined ? {} : { from_fen: amount as Fen }));
  expect(fromFault(of(undefined, 500, 500), 2)).toBeUndefined();
  expect(fromFault(of(500, undefined), 1)).toBe('不能低于前面环节的起办金额');
  expect(fromFault(of(500, Number.NaN, 100), 2)).toBe('不能低于前面环节的起办金额');
  expect(fromFault(of(-1), 0)).toBe('起办金额不能小于零');
  // What can't be read is told by another rule.
  expect(fromFault(of(500, Number.NaN), 1)).toBeUndefined();
  expect(fromFault([undefined, { from_fen: fen(1) }], 1)).toBeUndefined();
});

test.each([
  // A Monday: six working days are two weeks at most, and a week to spare.
  ['2026-11-23', [6], '2026-12-14'],
  ['2026-11-24', [1], '2026-12-14'],
  ['2026-11-29', [2, 3], '2026-12-14'],
  ['2026-11-23', [], '2026-11-23'],
])('on %s, with terms of %j to wait for, a flow is proposed from %s', (today, terms, first) => {
  const steps = terms.map((term_days) => ({ from_fen: fen(0), term_days }));
  expect(beginning(today, { steps } as unknown as ApprovalFlow)).toBe(first);
  expect(beginning(today, undefined)).toBe(today);
});

test('what the form begins with is sent as it was, and absent amounts stay absent', () => {
  const steps = typedOf(flow('2026-01-01'));
  const sent = changeOf('remittance.reverse', {
    effective_from: '2027-01-01',
    source: '内控办法',
    reason: '岗位分离',
    steps,
  });
  expect(sent.steps).toEqual([
    { role: 'collection_reviewer', term_days: 2 },
    { role: 'director', from_fen: 10_000_000, term_days: 3 },
  ]);
  expect(changeOf('policy.change', { effective_from: '2027-01-01' }).steps).toEqual([]);
});
