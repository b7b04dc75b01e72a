import { fen } from '@anju/api';
import { expect, test } from 'vitest';
import type { HallRemittanceSummary } from '../../api';
import { nextSteps } from './next';

const unpaid = (month: string): HallRemittanceSummary => ({
  remittance_id: month,
  serial: month,
  month,
  status: 'assessed',
  people: 1,
  expected_fen: fen(1),
  payment_code: 'A',
});

const fine = { open_roster: null, next_month: '2026-11', can: ['upload_roster'] };

test('first what waits for a confirmation, then the oldest money', () => {
  const open = { ...fine, open_roster: { roster_id: 'r', month: '2026-11' } };
  const steps = nextSteps(open, [unpaid('2026-10'), unpaid('2026-09')]);
  expect(steps.map(({ kind }) => kind)).toEqual(['confirm', 'pay', 'pay']);
  expect(steps[1]).toMatchObject({ remittance: { month: '2026-09' } });
});

test('the next month is uploaded where nothing is open, by whoever may', () => {
  expect(nextSteps(fine, [])).toEqual([{ kind: 'upload', month: '2026-11' }]);
  expect(nextSteps({ ...fine, can: [] }, [])).toEqual([]);
  expect(nextSteps({ ...fine, next_month: null }, [])).toEqual([]);
});
