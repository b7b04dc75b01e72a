import { expect, test } from 'vitest';
import { sumsUnasked } from './list';

test('sums come unasked beside a filter, of one thing always', () => {
  expect(sumsUnasked(undefined, { month: '2026-11' }, true)).toBe(true);
  expect(sumsUnasked(undefined, { 'value_date.from': '2026-11-01' }, true)).toBe(true);
  expect(sumsUnasked(undefined, {}, true)).toBe(false);
  expect(sumsUnasked('itself', {}, true)).toBe(true);
});

test('where a row is itself a sum, only beside what leaves few of them', () => {
  const bounded = ['name', 'employer_no'];
  expect(sumsUnasked(bounded, { status: 'normal' }, true)).toBe(false);
  expect(sumsUnasked(bounded, { status: 'normal', 'name.prefix': '青山' }, true)).toBe(true);
});

test('over more rows than are counted, sums are always asked for', () => {
  expect(sumsUnasked('itself', {}, false)).toBe(false);
  expect(sumsUnasked(undefined, { month: '2026-11' }, false)).toBe(false);
});
