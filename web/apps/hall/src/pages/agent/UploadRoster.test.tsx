import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { type Server, session, visit } from '../../app/testing';

const AT = '/api/hall/employers/e1';

/** A browser that sends files to nowhere and is told that they are kept. */
function keepFiles(): string[] {
  const sent: string[] = [];
  vi.stubGlobal(
    'XMLHttpRequest',
    class {
      status = 201;
      responseText = JSON.stringify({ file: 'f00d', size: 1, name: '清册.xlsx' });
      upload: { onprogress?: (event: object) => void } = {};
      onload?: () => void;
      open(method: string, path: string) {
        sent.push(`${method} ${path}`);
      }
      setRequestHeader() {}
      send() {
        this.upload.onprogress?.({ loaded: 1, total: 1 });
        this.onload?.();
      }
    },
  );
  return sent;
}

const hall = (employer: object): Server => ({
  'GET /api/hall/session': session('agent', '周敏'),
  [`GET ${AT}`]: {
    body: { employer_id: 'e1', name: '青山机械厂', next_month: '2026-11', ...employer },
  },
  [`POST ${AT}/rosters`]: {
    status: 409,
    body: { code: 'roster_open', detail: '已有一份待确认的清册。' },
  },
});

test('nothing is sent without a file, and what is refused is said', async () => {
  const asked = await visit('/employers/e1/upload?month=2026-11', hall({ can: ['upload_roster'] }));
  const sent = keepFiles();
  const send = await screen.findByRole('button', { name: '上传 2026 年 11 月清册' });
  fireEvent.click(send);
  expect(screen.getByText('请先选择清册文件')).toBeTruthy();
  expect(sent).toEqual([]);
  const file = new File(['x'], '清册.xlsx');
  fireEvent.change(screen.getByLabelText('清册文件'), { target: { files: [file] } });
  fireEvent.click(send);
  expect(await screen.findByText('已有一份待确认的清册。')).toBeTruthy();
  expect(sent).toEqual([`POST ${AT}/files`]);
  const [upload] = asked.get(`POST ${AT}/rosters`) ?? [];
  expect(upload?.body).toEqual({ month: '2026-11', file: 'f00d' });
  expect(upload?.headers.get('Accept')).toBe('text/event-stream');
});

test('who may not upload is led back', async () => {
  await visit('/employers/e1/upload?month=2026-11', hall({ can: [] }));
  const back = await screen.findByRole('link', { name: '回到单位首页' });
  expect(back.getAttribute('href')).toBe('/hall/employers/e1');
});
