import { Problem, problemOf } from './problem';

type Answer = { data?: ReadableStream<Uint8Array> | null; error?: unknown; response: Response };

/**
 * Follows an operation that tells by server-sent events how far it has come: `onProgress` gets what
 * each `progress` says, and the end is what `done` says, or a {@link Problem}. The operation goes on
 * when the connection is lost; asked again under the same key, the server tells what came of it.
 */
export async function follow<Progress, Done>(
  request: Promise<Answer>,
  onProgress: (progress: Progress) => void,
): Promise<Done> {
  const answer = await request.catch(() => {
    throw lost();
  });
  if (!answer.response.ok) throw problemOf(answer.response.status, answer.error);
  for await (const { name, data } of eventsOf(answer.data)) {
    if (name === 'progress') onProgress(data as Progress);
    if (name === 'done') return data as Done;
    if (name === 'problem') throw problemOf((data as { status: number }).status, data);
  }
  throw lost();
}

function lost(): Problem {
  const detail =
    '与服务器的连接中断。服务器收到后会继续处理，请稍后在列表中查看，或再提交一次（不会重复办理）。';
  return new Problem(0, { code: 'unreachable', detail });
}

type ServerEvent = { name: string; data: unknown };

/** The events of a stream; it may end anywhere. */
async function* eventsOf(
  stream: ReadableStream<Uint8Array> | null | undefined,
): AsyncGenerator<ServerEvent> {
  if (!stream) return;
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
    if (done) return;
    text += decoder.decode(value, { stream: true });
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const read = readEvent(event);
      if (read) yield read;
    }
  }
}

/** An event's name and what it says; nothing for a comment, which only keeps the line open. */
function readEvent(text: string): ServerEvent | undefined {
  const fields = text.split('\n');
  const said = (field: string) =>
    fields.find((line) => line.startsWith(`${field}: `))?.slice(field.length + 2);
  const [name, data] = [said('event'), said('data')];
  return name !== undefined && data !== undefined ? { name, data: JSON.parse(data) } : undefined;
}
