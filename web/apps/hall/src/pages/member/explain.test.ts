import { fen } from '@anju/api';
import { expect, test } from 'vitest';
import { balanceInWords, entryInWords, monthlyInWords } from './explain';

test.each([
  // base, rate, monthly, the sum as a person redoes it
  [800_000, 80_000_000, 64_000, '8,000.00 × 8% = 640.00 元'],
  [950_050, 55_000_000, 52_253, '9,500.50 × 5.5% ≈ 522.53 元，四舍五入到分'],
  [1_234_560, 80_000_000, 98_800, '12,345.60 × 8% ≈ 987.65 元，按中心的取整规定为 988.00 元'],
])(
  'a monthly amount says how it was computed and where it was rounded',
  (base, rate, own, words) => {
    expect(monthlyInWords(fen(base), rate, fen(own))).toBe(words);
  },
);

test('the largest base and rate are multiplied exactly', () => {
  const words = monthlyInWords(
    fen(9_007_199_254_740_991),
    1_000_000_000,
    fen(9_007_199_254_740_991),
  );
  expect(words).toBe('90,071,992,547,409.91 × 100% = 90,071,992,547,409.91 元');
});

test('the balance is the sum of its two parts', () => {
  const account = { balance_fen: fen(300), carried_fen: fen(100), current_fen: fen(200) };
  expect(balanceInWords(account)).toBe('上年结转 1.00 + 当年归集 2.00 = 3.00 元');
});

test('an entry leads from the balance before to the one after', () => {
  const paidIn = { in_fen: fen(128_000), out_fen: fen(0), balance_fen: fen(256_000) };
  expect(entryInWords(paidIn)).toBe('之前余额 1,280.00 + 1,280.00 = 2,560.00 元');
  const drawn = { in_fen: fen(0), out_fen: fen(56_000), balance_fen: fen(200_000) };
  expect(entryInWords(drawn)).toBe('之前余额 2,560.00 − 560.00 = 2,000.00 元');
});
