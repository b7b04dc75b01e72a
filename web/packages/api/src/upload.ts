import { csrfHeader } from './client';
import { Problem, problemOf } from './problem';
import type { StoredFile } from './wire';

/**
 * Sends a file to where files are taken, telling how much of it has gone, from 0 to 1. `fetch` can't
 * say that, so this is the one request made without it.
 */
export function upload(
  file: File,
  onProgress: (part: number) => void,
  path = '/api/files',
): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
    for (const [name, value] of Object.entries(csrfHeader())) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () =>
      reject(new Problem(0, { code: 'unreachable', detail: '上传中断，请检查网络后重试。' }));
    request.onload = () => {
      const body = readJson(request.responseText);
      if (request.status === 201 || request.status === 200) resolve(body as StoredFile);
      else reject(problemOf(request.status, body));
    };
    request.send(file);
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
