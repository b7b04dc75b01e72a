import { type Fen, fen } from '@anju/api';
import { expect, test } from 'vitest';
import type { HallRemittance } from '../../api';
import { paidInWords, toPay } from './paying';

type Status = HallRemittance['status'];

const remittance = (status: Status, waiting: number, funded: number[] = []) => ({
  status,
  expected_fen: fen(100_000),
  waiting_fen: fen(waiting),
  fundings: funded.map((amount) => ({
    arrival_serial: 'DZ1',
    amount_fen: fen(amount),
    payer_name: '某厂',
    value_date: '2026-11-20',
  })),
});

test.each<[Status, number, number, string]>([
  ['assessed', 0, 100_000, '款项还没有到账。银行转账一般当天到，到账后自动入账。'],
  ['assessed', 40_000, 60_000, '已到账 400.00 元，还差 600.00 元，补足后入账。'],
  ['assessed', 100_000, 0, '已到账 1,000.00 元，足够缴款，等待入账，不用再汇款。'],
  ['assessed', 120_000, 0, '已到账 1,200.00 元，足够缴款，等待入账，不用再汇款。'],
  ['posting', 0, 0, '款项已经到账，正在记入职工账户。'],
  ['reversed', 0, 0, '这笔汇缴已被冲销。'],
  ['cancelled', 0, 0, '这笔汇缴已经取消，缴款码不能再用。'],
])('%s with %i waiting: %i to pay', (status, waiting, due, words) => {
  expect(toPay(remittance(status, waiting))).toBe(due as Fen);
  expect(paidInWords(remittance(status, waiting))).toBe(words);
});

test('what was posted says the sum of all that filled it', () => {
  const words = paidInWords(remittance('posted', 0, [60_000, 40_000]));
  expect(words).toBe('已到账 1,000.00 元，全部记入职工账户。');
});
