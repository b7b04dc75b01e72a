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

/** A file that the browser was handed. */
export type Saved = {
  name: string;
  /** Has the browser save the file's detached signature beside it; absent where it has none. */
  saveSignature?: () => void;
};

/**
 * Fetches a file and has the browser save it. A refusal is thrown as a {@link Problem}, as the page
 * can show it: a bare link would leave the page for it.
 */
export async function download(path: string, query: Query = {}): Promise<Saved> {
  const asked = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const pairs = new URLSearchParams(asked.map(([name, value]) => [name, String(value)]));
  const answer = await fetch(asked.length > 0 ? `${path}?${pairs}` : path, {
    credentials: 'same-origin',
  }).catch(() => {
    throw new Problem(0, { code: 'unreachable', detail: '连接不上服务器，请检查网络后再试。' });
  });
  if (!answer.ok) throw problemOf(answer.status, await answer.json().catch(() => undefined));
  const name = fileNameOf(answer.headers.get('Content-Disposition'));
  const digits = answer.headers.get('X-Signature-SM2');
  save(await answer.blob(), name);
  if (digits === null) return { name };
  return { name, saveSignature: () => save(new Blob([bytesOf(digits)]), `${name}.sig`) };
}

function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser takes the bytes when it saves, which may come a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The bytes that hexadecimal digits write. */
export function bytesOf(digits: string): Uint8Array<ArrayBuffer> {
  const pairs = digits.match(/../g) ?? [];
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
}
