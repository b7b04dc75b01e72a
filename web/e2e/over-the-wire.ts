import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect, type Page, request } from '@playwright/test';

/**
 * What a test needs to stand there before it begins, asked of the server in the session of the page:
 * the person signed in there does it, only without clicking.
 */
export async function post<Answer>(page: Page, path: string, body: unknown): Promise<Answer> {
  return await change(page.request, path, body);
}

/** A change that somebody else makes, signed in elsewhere. */
export async function postAs<Answer>(
  page: Page,
  who: string,
  path: string,
  body: unknown,
): Promise<Answer> {
  const elsewhere = await signedIn(page, who);
  const answer = await change<Answer>(elsewhere, path, body);
  await elsewhere.dispose();
  return answer;
}

/** The session of somebody else, by a role of the demo. */
async function signedIn(page: Page, who: string): Promise<APIRequestContext> {
  const elsewhere = await request.newContext({ baseURL: new URL(page.url()).origin });
  const centre = await elsewhere.get('/api/centre');
  const { demo } = (await centre.json()) as { demo: { sign_ins: SignIn[] } };
  const { name, password } = demo.sign_ins.find(({ role }) => role.startsWith(who)) as SignIn;
  expect((await elsewhere.post('/api/session', { data: { name, password } })).ok()).toBe(true);
  return elsewhere;
}

/** Somebody else, signed in elsewhere, approves what was asked of a thing. */
export async function approve(page: Page, who: string, subject: string): Promise<void> {
  const elsewhere = await signedIn(page, who);
  const waiting = await elsewhere.get(`/api/approvals?waits_for_me=true&subject_id=${subject}`);
  const { items } = (await waiting.json()) as { items: { approval_id: string }[] };
  expect(items, `${subject} waits for ${who}`).toHaveLength(1);
  const decided = await change<{ status: string }>(
    elsewhere,
    `/api/approvals/${items[0]?.approval_id}/approve`,
    { note: '同意' },
  );
  expect(decided.status).toBe('done');
  await elsewhere.dispose();
}

type SignIn = { name: string; password: string; role: string };

async function change<Answer>(
  asking: APIRequestContext,
  path: string,
  body: unknown,
): Promise<Answer> {
  const session = await asking.get('/api/session');
  const { csrf_token } = (await session.json()) as { csrf_token: string };
  const answer = await asking.post(path, {
    headers: { 'X-CSRF-Token': csrf_token, 'Idempotency-Key': randomUUID() },
    ...(body === undefined ? {} : { data: body }),
  });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return (answer.status() === 204 ? undefined : await answer.json()) as Answer;
}

/** Stores a workbook; what uses it names it by what this answers. */
export async function store(page: Page, name: string, workbook: Buffer): Promise<string> {
  const session = await page.request.get('/api/session');
  const { csrf_token } = (await session.json()) as { csrf_token: string };
  const answer = await page.request.post('/api/files', {
    headers: {
      'X-CSRF-Token': csrf_token,
      'X-File-Name': encodeURIComponent(name),
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    },
    data: workbook,
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return ((await answer.json()) as { file: string }).file;
}

/** Reads something in the session of the page. */
export async function get<Answer>(page: Page, path: string): Promise<Answer> {
  const answer = await page.request.get(path);
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as Answer;
}
