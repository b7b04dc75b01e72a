import { afterEach, expect, test, vi } from 'vitest';
import { call, clientAt, rememberCsrfToken } from './client';
import { Problem } from './problem';

afterEach(() => vi.unstubAllGlobals());

/** Answers every request with one reply and keeps the requests. */
function serverThatReplies(status: number, body: unknown): Request[] {
  const seen: Request[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    seen.push(request);
    return new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' },
    });
  });
  return seen;
}

test('a state change carries the session token and a key, a read carries neither', async () => {
  const seen = serverThatReplies(200, {});
  const client = clientAt('http://anju.test');
  rememberCsrfToken('token');
  await call(client.POST('/api/session', { body: { name: 'a', password: 'b' } }));
  await call(client.GET('/api/session'));
  expect(seen[0]?.headers.get('X-CSRF-Token')).toBe('token');
  expect(seen[0]?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
  expect(seen[1]?.headers.get('X-CSRF-Token')).toBeNull();
  expect(seen[1]?.headers.get('Idempotency-Key')).toBeNull();
});

test('a refusal is thrown with its code and its sentence', async () => {
  serverThatReplies(401, { code: 'not_signed_in', detail: '请先登录。' });
  const refusal = call(clientAt('http://anju.test').GET('/api/session'));
  await expect(refusal).rejects.toMatchObject({
    status: 401,
    code: 'not_signed_in',
    message: '请先登录。',
    signedOut: true,
  });
});

test('a lost connection and a page of a proxy are problems with a sentence too', async () => {
  const askedWhile = (reply: () => Promise<Response>) => {
    // A client takes over the `fetch` of the moment it is made.
    vi.stubGlobal('fetch', reply);
    return call(clientAt('http://anju.test').GET('/api/session'));
  };
  const lost = askedWhile(() => Promise.reject(new TypeError('fetch failed')));
  await expect(lost).rejects.toMatchObject({ status: 0, code: 'unreachable' });
  const proxied = askedWhile(async () => new Response('<html>', { status: 502 }));
  await expect(proxied).rejects.toBeInstanceOf(Problem);
  await expect(proxied).rejects.toMatchObject({ status: 502, code: 'unknown' });
});
