import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { WithAmounts } from './fen';
import { Problem, problemOf } from './problem';
import type { paths } from './schema';

let csrfToken: string | undefined;

/** Keeps the token of the session for the requests that follow. */
export function rememberCsrfToken(token: string | undefined): void {
  csrfToken = token;
}

/** What a state change made without {@link api} must carry. */
export function csrfHeader(): Record<string, string> {
  return csrfToken === undefined ? {} : { 'X-CSRF-Token': csrfToken };
}

/**
 * A key for one intention of a person. A form keeps its key until the server has answered, so
 * that a second click or a lost answer posts once.
 */
export function newIdempotencyKey(): string {
  return crypto.randomUUID();
}

const stateChanges: Middleware = {
  onRequest({ request }) {
    if (request.method === 'GET') return request;
    for (const [name, value] of Object.entries(csrfHeader())) request.headers.set(name, value);
    if (!request.headers.has('Idempotency-Key')) {
      request.headers.set('Idempotency-Key', newIdempotencyKey());
    }
    return request;
  },
};

/** A client of the API at an origin; the pages use {@link api}. */
export function clientAt(baseUrl: string): Client<paths> {
  const client = createClient<paths>({ baseUrl, credentials: 'same-origin' });
  client.use(stateChanges);
  return client;
}

/** The API that served this page. */
export const api = clientAt(globalThis.location?.origin ?? '');

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** Waits for an answer and returns its body; throws a {@link Problem} when it is a refusal. */
export async function call<T>(request: Promise<Answer<T>>): Promise<WithAmounts<T>> {
  const answer = await request.catch(() => {
    throw new Problem(0, { code: 'unreachable', detail: '连接不上服务器，请检查网络后再试。' });
  });
  if (!answer.response.ok) throw problemOf(answer.response.status, answer.error);
  return answer.data as WithAmounts<T>;
}
