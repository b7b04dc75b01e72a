import type { Approval, ApprovalStep } from '@anju/api';
import { expect, test } from 'vitest';
import { deciderWords, eventsOf, stepNext, stepNow, stepState } from './steps';

const step = (step_no: number, change: Partial<ApprovalStep> = {}): ApprovalStep => ({
  step_no,
  role_name: step_no === 1 ? '归集复核' : '主任',
  term_days: 2,
  deciders: [],
  ...change,
});
const decided: Partial<ApprovalStep> = {
  verdict: 'approved',
  decided_at: '2026-11-23T02:00:00Z',
  decided_by: '陈立',
  note: '同意',
};

function approval(change: Partial<Approval>): Approval {
  return {
    asked_at: '2026-11-23T01:00:00Z',
    maker_name: '王会芳',
    summary: '冲销汇缴',
    status: 'pending',
    step_no: 1,
    steps: [step(1), step(2)],
    ...change,
  } as Approval;
}

test('of the steps of a request that waits one waits, the later ones are still to come', () => {
  const waiting = approval({ step_no: 2, steps: [step(1, decided), step(2)] });
  expect(waiting.steps.map((one) => stepState(one, waiting))).toEqual(['decided', 'now']);
  expect(stepNow(waiting)?.step_no).toBe(2);
  expect(stepNext(waiting)).toBeUndefined();
  expect(stepNext(approval({}))?.role_name).toBe('主任');
});

test('once a request was given back nobody is waited for any more', () => {
  const back = approval({
    status: 'returned',
    steps: [step(1, { ...decided, verdict: 'returned' }), step(2)],
  });
  expect(back.steps.map((one) => stepState(one, back))).toEqual(['decided', 'never']);
  expect(stepNow(back)).toBeUndefined();
});

test('a deputy is named with whom it stands in for', () => {
  expect(deciderWords(step(1, decided))).toBe('陈立');
  expect(deciderWords(step(1, { ...decided, instead_of: '周建国' }))).toBe('陈立（代周建国）');
  expect(deciderWords(step(1))).toBe('');
});

test('what happened is told the latest first, what did not happen yet is not', () => {
  const told = (one: Approval) => eventsOf(one).map(({ what, said, by }) => [what, said, by]);
  const asked = ['提交', '冲销汇缴', '王会芳'];
  expect(told(approval({}))).toEqual([asked]);
  const done = approval({
    status: 'done',
    steps: [step(1, decided)],
    ended_at: '2026-11-23T02:00:01Z',
    outcome: '已冲销，凭证 2 张',
  });
  expect(told(done)).toEqual([
    ['办理', '已冲销，凭证 2 张', '系统'],
    ['归集复核同意', '同意', '陈立'],
    asked,
  ]);
  const withdrawn = approval({ status: 'withdrawn', ended_at: '2026-11-23T02:00:01Z' });
  expect(told(withdrawn)).toEqual([['撤回', '–', '王会芳'], asked]);
});

test('a return is told once, with its reason', () => {
  const back = approval({
    status: 'returned',
    ended_at: '2026-11-23T02:00:00Z',
    steps: [step(1, { ...decided, verdict: 'returned', note: '请附银行证明' })],
  });
  const told = eventsOf(back).map(({ what, said }) => [what, said]);
  expect(told).toEqual([
    ['归集复核退回', '请附银行证明'],
    ['提交', '冲销汇缴'],
  ]);
});
