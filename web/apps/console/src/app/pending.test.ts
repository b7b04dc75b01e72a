import { expect, it } from 'vitest';
import { PENDING, saidOf } from './pending';

it('never says done of what waits for approval', () => {
  expect(saidOf({ approval_id: '1' }, '已冲销')).toBe(PENDING);
  expect(saidOf({ voucher_ids: ['1'] }, '已冲销')).toBe('已冲销');
  expect(saidOf(undefined, '已取消')).toBe('已取消');
});
