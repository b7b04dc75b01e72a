import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';

/**
 * What a test needs to stand there before it begins, asked of the server in the session of the page:
 * the person signed in there does it, only without clicking.
 */
export async function post<Answer>(page: Page, path: string, body: unknown): Promise<Answer> {
  const session = await page.request.get('/api/session');
  const { csrf_token } = (await session.json()) as { csrf_token: string };
  const answer = await page.request.post(path, {
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
