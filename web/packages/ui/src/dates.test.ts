import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dateInBeijing,
  dayInWords,
  daysBetween,
  formatInstant,
  monthInWords,
} from './dates';

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

test('days are counted across months, years and leap days, in either direction', () => {
  expect(addDays('2026-11-30', 1)).toBe('2026-12-01');
  expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(daysBetween('2026-11-20', '2026-11-23')).toBe(3);
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  expect(daysBetween('2026-11-23', '2026-11-20')).toBe(-3);
});
