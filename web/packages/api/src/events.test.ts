import { expect, test } from 'vitest';
import { follow } from './events';

/** An answer whose body comes in these pieces; then the connection is lost, if `lost` says so. */
function answerOf(pieces: string[], lost = false) {
  const bytes = new TextEncoder();
  const data = new ReadableStream<Uint8Array>({
    start(stream) {
      for (const piece of pieces) stream.enqueue(bytes.encode(piece));
      if (!lost) stream.close();
    },
    pull(stream) {
      if (lost) stream.error(new TypeError('network error'));
    },
  });
  return Promise.resolve({ data, response: new Response(null, { status: 200 }) });
}

async function followed(pieces: string[], lost = false) {
  const seen: unknown[] = [];
  const done = follow(answerOf(pieces, lost), (progress) => seen.push(progress));
  return { seen, done: await done.catch((error: unknown) => error) };
}

test('progress is told as it comes, wherever the pieces are cut, and the end answers', async () => {
  const { seen, done } = await followed([
    'event: progress\ndata: {"rows":5}\n',
    '\n:\n\nevent: progress\nda',
    'ta: {"rows":9}\n\nevent: done\ndata: {"roster_id":"1"}\n\nevent: progress\ndata: {}\n\n',
  ]);
  expect(seen).toEqual([{ rows: 5 }, { rows: 9 }]);
  expect(done).toEqual({ roster_id: '1' });
});

test('a refusal comes as an event or as an answer, and is a problem either way', async () => {
  const refusal = { status: 422, code: 'sheet_broken', detail: '文件已损坏。', field: 'file' };
  const told = await followed([`event: problem\ndata: ${JSON.stringify(refusal)}\n\n`]);
  expect(told.done).toMatchObject({ status: 422, code: 'sheet_broken', field: 'file' });
  const response = new Response(null, { status: 403 });
  const error = { code: 'action_forbidden', detail: '没有权限。' };
  const answered = follow(Promise.resolve({ error, response }), () => undefined);
  await expect(answered).rejects.toMatchObject({ status: 403, code: 'action_forbidden' });
});

test('a connection that ends before the operation does says that it goes on', async () => {
  const begun = 'event: progress\ndata: {"rows":5}\n\n';
  for (const lost of [false, true]) {
    const { done } = await followed([begun], lost);
    expect(done).toMatchObject({ status: 0, code: 'unreachable' });
    expect((done as Error).message).toContain('不会重复办理');
  }
  const never = follow(Promise.reject(new TypeError('fetch failed')), () => undefined);
  await expect(never).rejects.toMatchObject({ code: 'unreachable' });
});
