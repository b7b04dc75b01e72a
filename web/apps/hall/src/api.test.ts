import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.useRealTimers();
});

test('the end of a session is told by the clock of the device, however wrong that is', async () => {
  vi.useFakeTimers({ now: Date.parse('2030-05-05T00:00:00Z'), toFake: ['Date'] });
  vi.stubGlobal(
    'fetch',
    async () =>
      new Response(
        JSON.stringify({
          kind: 'member',
          name: '马建国',
          csrf_token: 'csrf',
          ends_at: '2026-11-23T08:15:00Z',
        }),
        { headers: { 'Content-Type': 'application/json', Date: 'Mon, 23 Nov 2026 08:00:00 GMT' } },
      ),
  );
  // The client takes over the `fetch` of the moment it is made.
  vi.resetModules();
  const { readSession } = await import('./api');
  expect((await readSession()).endsAt).toBe(Date.parse('2030-05-05T00:15:00Z'));
});
