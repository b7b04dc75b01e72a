import { afterEach, expect, test, vi } from 'vitest';
import type { Session } from './api';

afterEach(() => {
  vi.useRealTimers();
});

/** By the device's clock it is 2030, by the server's 16:00 of a day in 2026. */
async function readAt(kind: Session['kind'], ends_at: string) {
  vi.useFakeTimers({ now: Date.parse('2030-05-05T00:00:00Z'), toFake: ['Date'] });
  const body = JSON.stringify({ kind, name: '马建国', csrf_token: 'csrf', ends_at });
  const headers = { 'Content-Type': 'application/json', Date: 'Mon, 23 Nov 2026 08:00:00 GMT' };
  vi.stubGlobal('fetch', async () => new Response(body, { headers }));
  // The client takes over the `fetch` of the moment it is made.
  vi.resetModules();
  const { readSession } = await import('./api');
  const { endsAt, isLast } = await readSession();
  return { end: new Date(endsAt).toISOString(), isLast };
}

test.each<[Session['kind'], string, string, boolean]>([
  // Unused, a member's session ends within a quarter of an hour, an agent's within half of one.
  ['member', '2026-11-23T12:00:00Z', '2030-05-05T00:14:00.000Z', false],
  ['agent', '2026-11-23T20:00:00Z', '2030-05-05T00:29:00.000Z', false],
  // In its last minutes it ends whatever is done.
  ['member', '2026-11-23T08:10:00Z', '2030-05-05T00:10:00.000Z', true],
])('the end of a session is told by the clock of the device: %s until %s', async (...row) => {
  const [kind, ends_at, end, isLast] = row;
  expect(await readAt(kind, ends_at)).toEqual({ end, isLast });
});
