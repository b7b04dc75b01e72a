import { fen } from '@anju/api';
import { expect, test } from 'vitest';
import { isFilledByWaiting, toPay, waitingWords } from './to-pay';

const remittance = (expected: number, waiting: number, employer = 0) => ({
  expected_fen: fen(expected),
  waiting_fen: fen(waiting),
  employer_waiting_fen: fen(employer),
});

test('what waits is paid already', () => {
  expect(toPay(remittance(100_000, 0))).toBe(100_000);
  expect(toPay(remittance(100_000, 1))).toBe(99_999);
  expect(waitingWords(remittance(100_000, 25_000))).toBe('已有暂收 250.00 元，尚需缴款 750.00 元');
});

test('nobody pays a negative amount when more waits than is due', () => {
  expect(toPay(remittance(100_000, 120_000))).toBe(0);
  expect(waitingWords(remittance(100_000, 120_000))).toContain('不需再汇款');
});

test('a remittance is filled by all that waits of its employer, to the fen', () => {
  expect(isFilledByWaiting(remittance(100_000, 60_000, 39_999))).toBe(false);
  expect(isFilledByWaiting(remittance(100_000, 60_000, 40_000))).toBe(true);
  expect(isFilledByWaiting(remittance(100_000, 0, 100_000))).toBe(true);
});
