import { expect, test, vi } from 'vitest';
import { firstRows, sumsUnasked } from './list';

test('sums come unasked beside a filter, of one thing always', () => {
  expect(sumsUnasked(undefined, { month: '2026-11' }, true)).toBe(true);
  expect(sumsUnasked(undefined, { 'value_date.from': '2026-11-01' }, true)).toBe(true);
  expect(sumsUnasked(undefined, {}, true)).toBe(false);
  expect(sumsUnasked('itself', {}, true)).toBe(true);
});

test('where a row is itself a sum, only beside what leaves few of them', () => {
  const bounded = ['name', 'employer_no'];
  expect(sumsUnasked(bounded, { status: 'normal' }, true)).toBe(false);
  expect(sumsUnasked(bounded, { status: 'normal', employer_no: '2000000017' }, true)).toBe(true);
});

test('a part of a name bounds nothing: nearly every name may have it', () => {
  expect(sumsUnasked(undefined, { 'name.contains': '司' }, true)).toBe(false);
  expect(sumsUnasked(['name'], { 'name.contains': '司' }, true)).toBe(false);
  expect(sumsUnasked(undefined, { status: 'normal', 'name.contains': '司' }, true)).toBe(true);
});

test('over more rows than are counted, sums are always asked for', () => {
  expect(sumsUnasked('itself', {}, false)).toBe(false);
  expect(sumsUnasked(undefined, { month: '2026-11' }, false)).toBe(false);
});

test('rows to print are read in the largest pages, from the first, and no more than asked', async () => {
  const page = vi.fn(async ({ after }: { after?: string }) => ({
    items: after ? [3, 4] : [1, 2],
    next: after === 'c2' ? null : after ? 'c2' : 'c1',
    count: { value: 6, exact: true },
  }));
  const rows = await firstRows({ page } as never, { status: 'x', after: 'here', limit: 50 }, 3);
  expect(rows).toEqual([1, 2, 3]);
  expect(page.mock.calls.map(([query]) => query)).toEqual([
    { status: 'x', limit: 200 },
    { status: 'x', limit: 200, after: 'c1' },
  ]);
});
