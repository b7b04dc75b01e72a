import type { Maybe } from '@anju/api';

/** A way to a stored file, or a dash where there is none. */
export function FileLink({ file }: { file: Maybe<string> }) {
  return file ? <a href={`/api/files/${file}`}>下载</a> : '–';
}
