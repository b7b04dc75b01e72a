import { expect, test } from 'vitest';
import { formatBytes, formatServed, formatSpan, secondsBetween } from './words';

test('bytes and spans are told in the unit they fill', () => {
  expect([0, 1023, 1024, 1_572_864, 5 * 1024 ** 4].map(formatBytes)).toEqual([
    '0 字节',
    '1023 字节',
    '1.0 KB',
    '1.5 MB',
    '5.0 TB',
  ]);
  expect([0, 59, 60, 3_599, 3_600, 86_399, 90_000].map(formatSpan)).toEqual([
    '0 秒',
    '59 秒',
    '1 分钟',
    '59 分钟',
    '1 小时 0 分钟',
    '23 小时 59 分钟',
    '1 天 1 小时',
  ]);
});

test('an outage however short keeps a rate below a hundred', () => {
  expect([1_000_000, 999_999, 833_333, 50, 0, null].map(formatServed)).toEqual([
    '100.0000%',
    '99.9999%',
    '83.3333%',
    '0.0050%',
    '0.0000%',
    '–',
  ]);
});

test('a clock that was set back makes no span before nothing', () => {
  const [early, late] = ['2026-11-02T01:00:00.000000Z', '2026-11-02T01:01:30.000000Z'];
  expect(secondsBetween(early, late)).toBe(90);
  expect(secondsBetween(late, early)).toBe(0);
});
