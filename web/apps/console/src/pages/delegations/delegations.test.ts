import { expect, test } from 'vitest';
import { mayEnd } from './DelegationList';
import { stretchFault } from './SetDelegation';

test('a stretch ends no earlier than it begins, and half a year later at most', () => {
  expect(stretchFault('2026-11-23', '2026-11-23')).toBeUndefined();
  expect(stretchFault('2026-11-23', '2026-11-22')).toBe('止日不能早于起日');
  expect(stretchFault('2026-11-23', '2027-05-25')).toBeUndefined();
  expect(stretchFault('2026-11-23', '2027-05-26')).toBe('代办最长 184 天');
  expect(stretchFault(undefined, '2026-11-22')).toBeUndefined();
});

test('whose delegation it is ends it, or who sets it for anybody, as long as it is open', () => {
  const own = { from_staff: 'me', state: 'in_force' } as const;
  expect(mayEnd(own, 'me', false)).toBe(true);
  expect(mayEnd(own, 'other', false)).toBe(false);
  expect(mayEnd(own, 'other', true)).toBe(true);
  expect(mayEnd({ ...own, state: 'upcoming' }, 'me', false)).toBe(true);
  expect(mayEnd({ ...own, state: 'over' }, 'me', true)).toBe(false);
  expect(mayEnd({ ...own, state: 'ended' }, 'me', true)).toBe(false);
});
