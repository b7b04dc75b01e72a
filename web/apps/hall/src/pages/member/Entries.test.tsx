import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { session, visit } from '../../app/testing';

const entry = (entry_no: number) => ({
  entry_no,
  posted_on: '2026-10-20',
  value_date: '2026-10-19',
  kind: 'remittance',
  kind_label: '汇缴',
  month: '2026-10',
  in_fen: 128_000,
  out_fen: 0,
  balance_fen: entry_no * 128_000,
  employer_name: '青山机械厂',
  explanation: '单位为您缴存的 2026 年 10 月公积金。',
});

test('entries grow page by page, each says how it was computed, and gives its receipt', async () => {
  const asked = await visit('/member/entries', {
    'GET /api/hall/session': session('member', '马建国'),
    'GET /api/hall/member/entries': ({ query }) =>
      query.get('cursor') === 'older'
        ? { body: { items: [entry(1)], next_cursor: null } }
        : { body: { items: [entry(2)], next_cursor: 'older' } },
    'POST /api/hall/member/receipts': { status: 201, body: { certificate_id: 'c1', code: 'K7QX' } },
  });
  expect(await screen.findByText('之前余额 1,280.00 + 1,280.00 = 2,560.00 元')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '再看一些' }));
  expect(await screen.findByText('之前余额 0.00 + 1,280.00 = 1,280.00 元')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '再看一些' })).toBeNull();
  const [first] = screen.getAllByRole('button', { name: '生成回单', hidden: true });
  if (first) fireEvent.click(first);
  const pdf = await screen.findByRole('link', { name: '打开回单 PDF', hidden: true });
  expect(pdf.getAttribute('href')).toBe('/api/hall/member/certificates/c1/pdf');
  const [receipt] = asked.get('POST /api/hall/member/receipts') ?? [];
  expect(receipt?.body).toEqual({ entry_no: 2 });
  expect(receipt?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
});

test('an account without entries says what will come', async () => {
  await visit('/member/entries', {
    'GET /api/hall/session': session('member', '马建国'),
    'GET /api/hall/member/entries': { body: { items: [], next_cursor: null } },
  });
  expect(await screen.findByText(/单位为您缴存以后/)).toBeTruthy();
});
