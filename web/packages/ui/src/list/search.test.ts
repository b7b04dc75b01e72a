import { describe, expect, test } from 'vitest';
import {
  extend,
  FIRST_PAGE,
  filtersOf,
  listQuery,
  parseSearch,
  previousOf,
  stringifySearch,
  withAfter,
  withFilters,
  withSort,
} from './search';

describe('a list in the URL', () => {
  test('filters read back as they were written, numbers and signs too', () => {
    const search = {
      'name.contains': '安宁县 & 东湖',
      account_no: '1000000001',
      'value_date.from': '2026-11-01',
      credit_code: '91530100MA6K10000X',
      sort: '-employer_no',
      after: 'eyJrIjoxfQ==',
    };
    expect(parseSearch(stringifySearch(search))).toEqual(search);
  });

  test('what is empty leaves no trace', () => {
    expect(stringifySearch({ status: '', month: undefined })).toBe('');
    expect(parseSearch('?status=&month=2026-11')).toEqual({ month: '2026-11' });
  });

  test('another filter or order begins at the first page again', () => {
    const search = { status: 'normal', after: 'x', sort: 'name' };
    expect(withFilters(search, { month: '2026-11' })).toEqual({
      status: 'normal',
      sort: 'name',
      month: '2026-11',
    });
    expect(withFilters(search, { status: undefined })).toEqual({ sort: 'name' });
    expect(withSort(search, undefined)).toEqual({ status: 'normal' });
    expect(filtersOf(search)).toEqual({ status: 'normal' });
  });

  test('a page never asks for more rows than the server gives', () => {
    expect(listQuery({ limit: '9999' }).limit).toBe(200);
    expect(listQuery({ limit: '-3' }).limit).toBe(50);
    expect(listQuery({ limit: 'many', status: 'x' })).toEqual({ status: 'x', limit: 50 });
  });
});

describe('the way back through pages', () => {
  test('leads where one came from', () => {
    const trail = extend(extend(FIRST_PAGE, undefined, 'a'), 'a', 'b');
    expect(previousOf(trail, 'b')).toBe('a');
    expect(previousOf(trail, 'a')).toBeUndefined();
    expect(previousOf(trail, undefined)).toBeNull();
  });

  test('leads to the first page where the way is not known', () => {
    expect(previousOf(FIRST_PAGE, 'from-a-link')).toBeUndefined();
    expect(withAfter({ after: 'from-a-link' }, undefined)).toEqual({});
  });

  test('is cut when one turns off it', () => {
    const trail = extend([undefined, 'a', 'b'], 'a', 'c');
    expect(trail).toEqual([undefined, 'a', 'c']);
  });
});
