import { expect, test } from 'vitest';
import { apart } from './personal';

test('whom one looks for stands beside the address, all else in it', () => {
  expect(apart('/accounts', { id_number: '510104199001011234', status: 'normal' })).toEqual({
    search: { status: 'normal' },
    state: { found: { id_number: '510104199001011234' } },
  });
  expect(apart('/accounts/', { name: '张三' }).search).toEqual({});
});

test('the names of employers are no secret, and nothing personal leaves no state', () => {
  expect(apart('/employers', { 'name.contains': '安居', name: '安居市' })).toEqual({
    search: { 'name.contains': '安居', name: '安居市' },
    state: {},
  });
});
