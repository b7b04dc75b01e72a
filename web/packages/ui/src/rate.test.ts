import { expect, test } from 'vitest';
import { formatRate, parsePercent } from './rate';

test.each([
  [80_000_000, '8%'],
  [85_000_000, '8.5%'],
  [120_000_000, '12%'],
  [0, '0%'],
  [3_250_001, '0.3250001%'],
  [1_000_000_000, '100%'],
])('%d ppb is %s, and back', (ppb, text) => {
  expect(formatRate(ppb)).toBe(text);
  expect(parsePercent(text)).toBe(ppb);
});

test('full-width figures are understood, other words are not', () => {
  expect(parsePercent('８％')).toBe(80_000_000);
  for (const text of ['', '-1', '8.', '百分之八', '8.12345678']) {
    expect(parsePercent(text)).toBeUndefined();
  }
});
