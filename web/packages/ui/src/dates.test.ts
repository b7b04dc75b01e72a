import { expect, test } from 'vitest';
import { addMonths, dateInBeijing, dayInWords, formatInstant, monthInWords } from './dates';

test('an instant is shown in Beijing time, whatever the machine thinks', () => {
  expect(formatInstant('2026-11-22T16:31:05.123456Z')).toBe('2026-11-23 00:31');
});

test('a day in Beijing begins eight hours early', () => {
  expect(dateInBeijing(new Date('2026-11-22T15:59:59Z'))).toBe('2026-11-22');
  expect(dateInBeijing(new Date('2026-11-22T16:00:00Z'))).toBe('2026-11-23');
});

test('months', () => {
  expect(monthInWords('2026-03')).toBe('2026 年 3 月');
  expect(addMonths('2026-01', -1)).toBe('2025-12');
  expect(addMonths('2026-11', 2)).toBe('2027-01');
  expect(addMonths('2026-12', 0)).toBe('2026-12');
});

test('a day in words has no leading zeros', () => {
  expect(dayInWords('2026-03-05')).toBe('2026 年 3 月 5 日');
  expect(dayInWords('2026-11-22')).toBe('2026 年 11 月 22 日');
});
