import { expect, test } from 'vitest';
import { firstPageOf, type MenuGroup, mayOpen, menu, menuFor, pageOf } from './menu';

const groups = [
  { label: '工作台', pages: [{ to: '/', label: '首页' }] },
  {
    label: '核算',
    pages: [
      { to: '/vouchers', label: '凭证', action: 'voucher.read' },
      { to: '/vouchers/new', label: '制单', action: 'voucher.draft' },
    ],
  },
] as unknown as MenuGroup[];

test('a person finds what it may use and no empty group', () => {
  const labels = (actions: string[]) =>
    menuFor(actions, groups).map((group) => [
      group.label,
      ...group.pages.map((page) => page.label),
    ]);
  expect(labels([])).toEqual([['工作台', '首页']]);
  expect(labels(['voucher.read'])).toEqual([
    ['工作台', '首页'],
    ['核算', '凭证'],
  ]);
});

test('each letter leads to one page', () => {
  const keys = menu.flatMap(({ pages }) => pages.map(({ key }) => key)).filter(Boolean);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

test('a detail page belongs to its list, and home leads to itself only', () => {
  expect(pageOf('/', groups)?.label).toBe('首页');
  expect(pageOf('/vouchers', groups)?.label).toBe('凭证');
  expect(pageOf('/vouchers/17', groups)?.label).toBe('凭证');
  expect(pageOf('/vouchers/new', groups)?.label).toBe('制单');
  expect(pageOf('/vouchersx', groups)).toBeUndefined();
});

test('a person begins at home, or at the first page it may see', () => {
  expect(firstPageOf(['voucher.read', 'home.read'])?.to).toBe('/');
  expect(firstPageOf(['policy.read', 'business_day.read'])?.to).toBe('/business-days');
  expect(firstPageOf([])).toBeUndefined();
});

test('requests open for who reads them, and for who only asks', () => {
  expect(mayOpen('/approvals/7', ['approval.read'])).toBe(true);
  expect(mayOpen('/approvals/7', ['approval_flow.set'])).toBe(true);
  expect(mayOpen('/approvals', ['staff.read'])).toBe(false);
  const labels = (actions: string[]) =>
    menuFor(actions).flatMap(({ pages }) => pages.map(({ label }) => label));
  expect(labels(['approval_flow.set'])).toEqual(['审批']);
  expect(labels(['staff.read'])).not.toContain('审批');
});

test('an address opens with the permission of its list, and with its own where it has one', () => {
  const clerk = ['employer.read', 'balance.read'];
  expect(mayOpen('/employers/17?tab=months', clerk)).toBe(true);
  expect(mayOpen('/employers/new', clerk)).toBe(false);
  expect(mayOpen('/employers/new', [...clerk, 'employer.register'])).toBe(true);
  expect(mayOpen('/employers/new', ['employer.register'])).toBe(false);
  expect(mayOpen('/vouchers/17', clerk)).toBe(false);
  expect(mayOpen('/balances?month=2026-11', clerk)).toBe(true);
  expect(mayOpen('/balances/201', clerk)).toBe(false);
  expect(mayOpen('/', [])).toBe(true);
});
