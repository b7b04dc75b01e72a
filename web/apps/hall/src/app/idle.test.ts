import { expect, test } from 'vitest';
import { isWorthTelling, standing, WARN_MS } from './idle';

const session = {
  kind: 'member' as const,
  name: '马建国',
  csrf_token: 'csrf',
  ends_at: '',
  isLast: false,
  readAt: 0,
  endsAt: 15 * 60_000,
};

test('a session is open, then ending, then ended', () => {
  expect(standing(session, 0)).toBe('open');
  expect(standing(session, session.endsAt - WARN_MS - 1)).toBe('open');
  expect(standing(session, session.endsAt - WARN_MS)).toBe('ending');
  expect(standing(session, session.endsAt - 1)).toBe('ending');
  expect(standing(session, session.endsAt)).toBe('ended');
});

test('a tap is told to the server once a minute, and soon when the end is near', () => {
  expect(isWorthTelling(session, 59_000)).toBe(false);
  expect(isWorthTelling(session, 61_000)).toBe(true);
  const near = { ...session, endsAt: 90_000 };
  expect(isWorthTelling(near, 4_000)).toBe(false);
  expect(isWorthTelling(near, 6_000)).toBe(true);
  // What ends whatever is done isn't asked about.
  expect(isWorthTelling({ ...near, isLast: true }, 6_000)).toBe(false);
});
