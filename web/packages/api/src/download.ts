import { Problem, problemOf } from './problem';

/** What an address is asked with, beside its path. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** The name that an answer gives its file (RFC 6266); the plain one where it has no other. */
export function fileNameOf(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  const plain = /filename="([^"]*)"/i.exec(disposition ?? '')?.[1];
  try {
    return encoded === undefined ? (plain ?? '下载') : decodeURIComponent(encoded);
  } catch {
    return plain ?? '下载';
  }
}

/**
 * Fetches a file and has the browser save it. A refusal is thrown as a {@link Problem}, as the page
 * can show it: a bare link would leave the page for it.
 */
export async function download(path: string, query: Query = {}): Promise<void> {
  const asked = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const pairs = new URLSearchParams(asked.map(([name, value]) => [name, String(value)]));
  const answer = await fetch(asked.length > 0 ? `${path}?${pairs}` : path, {
    credentials: 'same-origin',
  }).catch(() => {
    throw new Problem(0, { code: 'unreachable', detail: '连接不上服务器，请检查网络后再试。' });
  });
  if (!answer.ok) throw problemOf(answer.status, await answer.json().catch(() => undefined));
  const url = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = fileNameOf(answer.headers.get('Content-Disposition'));
  link.click();
  // The browser takes the bytes when it saves, which may come a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
