import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { type Server, session, visit } from '../../app/testing';

const AT = '/api/hall/employers/e1';

const EMPLOYER = {
  employer_id: 'e1',
  employer_no: '800001',
  name: '青山机械厂',
  status_label: '正常',
  members: 3,
  monthly_fen: 477_600,
  employer_rate: 80_000_000,
  member_rate: 80_000_000,
  paid_through: '2026-10',
  next_month: '2026-11',
  months_owed: [],
  open_roster: null,
  pay_to: { account_name: '安居中心', bank_name: '某银行', account_number: '62220001' },
  can: ['upload_roster'],
};

const roster = (changed: object) => ({
  roster_id: 'r1',
  employer_id: 'e1',
  employer_name: '青山机械厂',
  month: '2026-11',
  status: 'previewed',
  rows: 1203,
  faulty_rows: 0,
  new_accounts: 1,
  changed_bases: 0,
  unsealed_accounts: 0,
  transferred_accounts: 0,
  missing_members: 0,
  employer_amount_fen: 23_394_000,
  member_amount_fen: 23_394_000,
  total_fen: 46_788_000,
  created_at: '2026-11-22T02:31:00Z',
  created_by: '周敏',
  remittance_id: null,
  unknown_columns: [],
  skipped_rows: [],
  notes: [],
  rounding: '四舍五入到元',
  can: ['confirm', 'discard'],
  ...changed,
});

const REMITTANCE = {
  remittance_id: 'm1',
  serial: 'HJ1',
  month: '2026-11',
  status: 'assessed',
  people: 1203,
  expected_fen: 46_788_000,
  payment_code: '7H2M-55RW-31',
  employer_fen: 23_394_000,
  member_fen: 23_394_000,
  waiting_fen: 0,
  fundings: [],
};

const hall = (changed: object): Server => ({
  'GET /api/hall/session': session('agent', '周敏'),
  [`GET ${AT}`]: { body: EMPLOYER },
  [`GET ${AT}/rosters/r1`]: { body: roster(changed) },
  [`GET ${AT}/rosters/r1/lines`]: {
    body: { items: [], next: null, count: { value: 0, exact: true } },
  },
  [`POST ${AT}/rosters/r1/confirm`]: { status: 201, body: { remittance_id: 'm1' } },
  [`GET ${AT}/remittances/m1`]: { body: REMITTANCE },
});

test('who is left out is asked about, in figures, and then the payment code stands there', async () => {
  const asked = await visit('/employers/e1/rosters/r1', hall({ missing_members: 7 }));
  fireEvent.click(await screen.findByRole('button', { name: '确认清册' }));
  const dialog = within(screen.getByRole('dialog'));
  expect(dialog.getByText(/核定 2026-11 汇缴 1,203 人，应缴 467,880.00 元/)).toBeTruthy();
  expect(dialog.getByText(/另有 7 名正常缴存的职工不在清册里/)).toBeTruthy();
  expect(asked.has(`POST ${AT}/rosters/r1/confirm`)).toBe(false);
  fireEvent.click(dialog.getByRole('button', { name: '仍要确认' }));
  expect(await screen.findByText('7H2M-55RW-31')).toBeTruthy();
  expect(screen.getByText('人民币肆拾陆万柒仟捌佰捌拾元整')).toBeTruthy();
  expect(await screen.findByText('62220001')).toBeTruthy();
  expect(asked.get(`POST ${AT}/rosters/r1/confirm`)).toHaveLength(1);
});

test('a complete roster is asked about in plain words', async () => {
  await visit('/employers/e1/rosters/r1', hall({}));
  fireEvent.click(await screen.findByRole('button', { name: '确认清册' }));
  expect(screen.getByRole('heading', { name: '确认这份清册？' })).toBeTruthy();
  expect(screen.queryByText(/不在清册里/)).toBeNull();
});

test('a faulty roster can be corrected and not confirmed', async () => {
  const asked = await visit('/employers/e1/rosters/r1', {
    ...hall({ faulty_rows: 2 }),
    [`GET ${AT}/rosters/r1/faulty`]: { status: 409, body: { code: 'x', detail: '清册已失效。' } },
  });
  expect(await screen.findByRole('heading', { name: '2 行有误' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: '确认清册' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '下载全部行，错处标红' }));
  expect(await screen.findByText('清册已失效。')).toBeTruthy();
  expect(asked.get(`GET ${AT}/rosters/r1/faulty`)?.[0]?.query.get('rows')).toBe('all');
  const again = screen.getByRole('link', { name: '上传改好的清册' });
  expect(again.getAttribute('href')).toBe('/hall/employers/e1/upload?month=2026-11');
});
