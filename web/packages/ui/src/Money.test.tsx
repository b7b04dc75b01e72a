import { fen } from '@anju/api';
import { render } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { formatFen, parseYuan } from './amount';
import { Money } from './Money';

describe('an amount as text', () => {
  test.each([
    [0, '0.00'],
    [5, '0.05'],
    [-5, '(0.05)'],
    [100, '1.00'],
    [123456, '1,234.56'],
    [-123456, '(1,234.56)'],
    [100_000_00, '100,000.00'],
    [Number.MAX_SAFE_INTEGER, '90,071,992,547,409.91'],
  ])('%d fen is %s', (amount, text) => {
    expect(formatFen(fen(amount))).toBe(text);
  });

  test('what no account can hold is refused before it is shown', () => {
    expect(() => fen(0.5)).toThrow(RangeError);
    expect(() => fen(Number.NaN)).toThrow(RangeError);
    expect(() => fen(2 ** 53)).toThrow(RangeError);
    expect(formatFen(fen(-0))).toBe('0.00');
  });
});

describe('an amount as typed', () => {
  test.each([
    ['1234.56', 123456],
    ['1,234.56', 123456],
    ['１２３４．５', 123450],
    ['￥12', 1200],
    ['12元', 1200],
    ['-0.05', -5],
  ])('%s', (text, amount) => {
    expect(parseYuan(text)).toBe(amount);
  });

  test.each(['', '1.234', '1e5', '12.', 'abc', '90071992547409.92', '--1'])(
    '%s is none',
    (text) => {
      expect(parseYuan(text)).toBeUndefined();
    },
  );

  test('reads back what it shows', () => {
    for (const amount of [0, 1, 99, 100, 100_000, 123_456_789]) {
      expect(parseYuan(formatFen(fen(amount)))).toBe(amount);
    }
  });
});

describe('Money', () => {
  test('a negative amount is in parentheses and red', () => {
    const { container } = render(<Money fen={fen(-123456)} />);
    expect(container.textContent).toBe('(1,234.56)');
    expect(container.querySelector('.money--negative')).not.toBeNull();
  });

  test('a positive amount is not, and none is a dash', () => {
    const { container, rerender } = render(<Money fen={fen(1)} />);
    expect(container.textContent).toBe('0.01');
    expect(container.querySelector('.money--negative')).toBeNull();
    rerender(<Money fen={null} />);
    expect(container.textContent).toBe('–');
  });
});
