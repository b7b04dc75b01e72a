import { afterEach, expect, test, vi } from 'vitest';
import { bytesOf, download, fileNameOf } from './download';
import { Problem } from './problem';

afterEach(() => vi.unstubAllGlobals());

test('a file is called what the server calls it', () => {
  const both = 'attachment; filename="employers.xlsx"; filename*=UTF-8\'\'%E5%8D%95%E4%BD%8D.xlsx';
  expect(fileNameOf(both)).toBe('单位.xlsx');
  expect(fileNameOf('attachment; filename="employers.xlsx"')).toBe('employers.xlsx');
  expect(fileNameOf("attachment; filename*=UTF-8''%E5%8D")).toBe('下载');
  expect(fileNameOf(null)).toBe('下载');
});

test('what is asked stands in the query, what is empty does not, and the file is saved', async () => {
  const answer = new Response('PK', {
    headers: {
      'Content-Disposition': 'attachment; filename="a.xlsx"',
      'X-Signature-SM2': '3045ff00',
    },
  });
  const fetched = vi.fn().mockResolvedValue(answer);
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL() {} }),
  );
  const saved: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLElement) {
    saved.push(this.getAttribute('download') ?? '');
  });
  const file = await download('/api/employers/list.xlsx', {
    status: 'normal',
    sort: undefined,
    name: '',
  });
  expect(fetched.mock.calls[0]?.[0]).toBe('/api/employers/list.xlsx?status=normal');
  expect(saved).toEqual(['a.xlsx']);
  file.saveSignature?.();
  expect(saved).toEqual(['a.xlsx', 'a.xlsx.sig']);
  expect([...bytesOf('3045ff00')]).toEqual([0x30, 0x45, 0xff, 0]);
});

test('a refusal is thrown with its sentence and nothing is saved', async () => {
  const refusal = { code: 'export_too_large', detail: '超过 100000 行' };
  const answer = new Response(JSON.stringify(refusal), { status: 422 });
  vi.stubGlobal('fetch', vi.fn().mockResolvedValue(answer));
  const refused = await download('/api/accounts/list.xlsx').catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Problem);
  expect((refused as Problem).code).toBe('export_too_large');
});
