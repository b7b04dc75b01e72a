import { fen, Problem } from '@anju/api';
import { fireEvent, render, screen } from '@testing-library/react';
import { App } from 'antd';
import { afterEach, expect, test, vi } from 'vitest';
import { Desk } from '../Desk';
import { Money } from '../Money';
import type { Column } from './columns';
import { DataList, type ListPage } from './DataList';
import type { Filter } from './FilterBar';
import type { Search } from './search';
import { WholeList } from './WholeList';

type Row = { no: string; balance_fen: ReturnType<typeof fen> };

const columns: Column<Row>[] = [
  { key: 'no', title: '账号', sortable: true, render: ({ no }) => no },
  { key: 'remark', title: '备注', spare: true, render: () => '备注的内容' },
  { key: 'next', title: '办理', screenOnly: true, render: () => null },
  {
    key: 'balance_fen',
    title: '余额',
    total: 'balance_fen',
    render: ({ balance_fen }) => <Money fen={balance_fen} />,
  },
];
const filters: Filter[] = [
  { kind: 'text', name: 'no', label: '按账号' },
  { kind: 'amount', name: 'amount_fen', label: '按金额' },
  { kind: 'fixed', name: 'employer_id', label: '限一个单位' },
];
const rows: Row[] = [
  { no: '1000000001', balance_fen: fen(12_345) },
  { no: '1000000002', balance_fen: fen(55) },
];

function pageOf(change: Partial<ListPage<Row>> = {}): ListPage<Row> {
  return {
    listing: { items: rows, next: 'cursor-2', count: { value: 120, exact: true } },
    loading: false,
    error: null,
    retry: vi.fn(),
    ...change,
  };
}

function show(search: Search, page: ListPage<Row>) {
  const onSearch = vi.fn<(search: Search) => void>();
  const list = (now: Search, current: ListPage<Row>) => (
    <DataList
      name="test"
      label="测试"
      columns={columns}
      filters={filters}
      rowKey={({ no }) => no}
      search={now}
      onSearch={onSearch}
      page={current}
      empty="还没有账户。"
    />
  );
  const { rerender } = render(list(search, page), { wrapper: Desk });
  return { onSearch, again: (now: Search, current = page) => rerender(list(now, current)) };
}

afterEach(() => localStorage.clear());

test('the next page and the way back', () => {
  const { onSearch, again } = show({ status: 'normal' }, pageOf());
  expect(screen.getByText(/共 120 条/)).toBeDefined();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '上一页' }).disabled).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: '下一页' }));
  expect(onSearch).toHaveBeenLastCalledWith({ status: 'normal', after: 'cursor-2' });
  again({ status: 'normal', after: 'cursor-2' });
  expect(screen.getByText(/第 2 页/)).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: '上一页' }));
  expect(onSearch).toHaveBeenLastCalledWith({ status: 'normal' });
});

test('a page that a link leads to knows the way to the first', () => {
  const { onSearch } = show({ after: 'somewhere' }, pageOf());
  fireEvent.click(screen.getByRole('button', { name: '首页' }));
  expect(onSearch).toHaveBeenLastCalledWith({});
});

test('text is asked as typed but in plain figures, amounts in fen', () => {
  const { onSearch } = show({ after: 'x' }, pageOf());
  const box = screen.getByRole('textbox', { name: '按账号' });
  fireEvent.change(box, { target: { value: ' １０００ ' } });
  fireEvent.submit(box);
  expect(onSearch).toHaveBeenLastCalledWith({ no: '1000' });
  const amount = screen.getByRole('textbox', { name: '按金额' });
  fireEvent.change(amount, { target: { value: '1,234.5' } });
  fireEvent.blur(amount);
  expect(onSearch).toHaveBeenLastCalledWith({ no: '1000', amount_fen: '123450' });
});

test('a filter that a link set is seen and can be taken away', () => {
  const { onSearch } = show({ employer_id: 'e1', no: '1' }, pageOf());
  expect(screen.getByText('限一个单位')).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: '清空' }));
  expect(onSearch).toHaveBeenLastCalledWith({});
});

test('columns are chosen and stay chosen', async () => {
  const { again } = show({}, pageOf());
  expect(screen.queryByText('备注的内容')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: /选择列/ }));
  fireEvent.click(await screen.findByRole('checkbox', { name: '备注' }));
  expect(screen.getAllByText('备注的内容')).toHaveLength(2);
  again({});
  expect(JSON.parse(localStorage.getItem('anju.columns.test') ?? '')).toContain('remark');
});

test('sums that did not come unasked are asked for by one button, and again where they failed', () => {
  const ask = vi.fn();
  const totals = { sums: undefined, loading: false, ask };
  const { again } = show({}, pageOf({ totals }));
  fireEvent.click(screen.getByRole('button', { name: '求和' }));
  expect(ask).toHaveBeenCalledOnce();
  again({}, pageOf({ totals: { ...totals, error: new Error('too slow') } }));
  fireEvent.click(screen.getByRole('button', { name: /重试/ }));
  expect(ask).toHaveBeenCalledTimes(2);
  const sums = { balance_fen: fen(12_400) };
  again({}, pageOf({ totals: { sums, loading: false, ask } }));
  expect(screen.getByText('124.00')).toBeDefined();
  expect(screen.queryByRole('button', { name: '求和' })).toBeNull();
});

test('without a column to sum there is no row of sums', () => {
  localStorage.setItem('anju.columns.test', '["no"]');
  const totals = { sums: { balance_fen: fen(12_400) }, loading: false, ask: vi.fn() };
  show({}, pageOf({ totals }));
  expect(screen.getByText('1000000001')).toBeDefined();
  expect(screen.queryByText('合计')).toBeNull();
});

test('a list that came whole has columns, print and sums like any other', async () => {
  const print = vi.spyOn(window, 'print').mockReturnValue(undefined);
  const { container } = render(
    <WholeList
      name="test"
      label="测试"
      columns={columns}
      rows={rows}
      rowKey={({ no }) => no}
      sums={{ balance_fen: 12_400 }}
      details={({ no }) => no.endsWith('1') && '历次的值'}
      empty="还没有账户。"
    />,
    { wrapper: Desk },
  );
  expect(screen.getByText('共 2 条')).toBeDefined();
  expect(screen.getByText('124.00')).toBeDefined();
  expect(screen.getByRole('button', { name: /选择列/ })).toBeDefined();
  const unfolding = container.querySelectorAll('.ant-table-row-expand-icon');
  expect([...unfolding].map((icon) => icon.className.includes('spaced'))).toEqual([false, true]);
  if (unfolding[0]) fireEvent.click(unfolding[0]);
  expect(screen.getByText('历次的值')).toBeDefined();

  fireEvent.click(screen.getByRole('button', { name: /打印/ }));
  await vi.waitFor(() => expect(print).toHaveBeenCalledOnce());
  expect(document.documentElement.className).toContain('printing-list');
  expect(container.querySelector('.data-list')?.className).toContain('printed');
  window.dispatchEvent(new Event('afterprint'));
  expect(document.documentElement.className).not.toContain('printing-list');
});

test('rows are chosen by boxes that say what they choose, and sums stay under their columns', () => {
  const onChoose = vi.fn();
  const { container } = render(
    <DataList
      name="choice"
      label="测试"
      columns={columns}
      rowKey={({ no }) => no}
      selection={{ chosen: ['1000000001'], onChoose, label: ({ no }) => no }}
      search={{}}
      onSearch={vi.fn()}
      page={pageOf({
        totals: { sums: { balance_fen: 12_400 }, loading: false, ask: vi.fn() },
      })}
      empty=""
    />,
    { wrapper: Desk },
  );
  const first = screen.getByRole<HTMLInputElement>('checkbox', { name: '选择 1000000001' });
  expect(first.checked).toBe(true);
  fireEvent.click(screen.getByRole('checkbox', { name: '选择 1000000002' }));
  expect(onChoose).toHaveBeenCalledWith(rows);
  const heads = container.querySelectorAll('thead th');
  const sums = container.querySelectorAll('tfoot td');
  expect(sums).toHaveLength(heads.length);
  expect(sums[heads.length - 1]?.textContent).toBe('124.00');
});

test('what is empty says what to do, what was filtered away says so', () => {
  const listing = { items: [], next: null, count: { value: 0, exact: true } };
  const { again } = show({}, pageOf({ listing }));
  expect(screen.getByText('还没有账户。')).toBeDefined();
  again({ no: '7' });
  expect(screen.getByText(/没有符合条件的记录/)).toBeDefined();
});

test('a refusal shows its sentence and its code, and can be tried again', () => {
  const retry = vi.fn();
  const error = new Problem(403, { code: 'action_forbidden', detail: '没有查看账户的权限。' });
  show({}, pageOf({ listing: undefined, error, retry }));
  expect(screen.getByRole('alert').textContent).toContain('没有查看账户的权限。');
  expect(screen.getByRole('alert').textContent).toContain('action_forbidden');
  fireEvent.click(screen.getByRole('button', { name: '重试' }));
  expect(retry).toHaveBeenCalledOnce();
});

test('what is taken out are the columns on the screen, but for links and buttons, and comes signed', async () => {
  const saveSignature = vi.fn();
  const exportTo = vi.fn().mockResolvedValue({ name: '账户.xlsx', saveSignature });
  show({ status: 'normal' }, pageOf({ exportTo }));
  fireEvent.click(screen.getByRole('button', { name: /导出 Excel/ }));
  expect(exportTo).toHaveBeenCalledWith(['no', 'balance_fen']);
  expect(await screen.findByText(/已导出 账户\.xlsx/)).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: '保存签名文件' }));
  expect(saveSignature).toHaveBeenCalledOnce();
});

test('who may not take lists out is not offered to, and a refusal is said', async () => {
  const { again } = show({}, pageOf());
  expect(screen.queryByRole('button', { name: /导出 Excel/ })).toBeNull();
  const sentence = '符合条件的记录超过 100000 行';
  const refused = new Problem(422, { code: 'export_too_large', detail: sentence });
  again({}, pageOf({ exportTo: () => Promise.reject(refused) }));
  fireEvent.click(screen.getByRole('button', { name: /导出 Excel/ }));
  expect(await screen.findByText(sentence)).toBeDefined();
});

test('a print holds every row that the filters select, says so, and the page is back after it', async () => {
  const print = vi.spyOn(window, 'print').mockReturnValue(undefined);
  print.mockClear();
  const third: Row = { no: '1000000003', balance_fen: fen(7) };
  const all = vi.fn().mockResolvedValue([...rows, third]);
  const ask = vi.fn();
  const totals = { sums: undefined, loading: false, ask };
  const { again } = show({ no: '1' }, pageOf({ all, totals }));
  expect(screen.getByText(/列出 2 行，共 120 行/)).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: /打印/ }));
  expect(all).toHaveBeenCalledWith(1000);
  expect(ask).toHaveBeenCalledOnce();
  expect(await screen.findByText('1000000003')).toBeDefined();
  expect(print).not.toHaveBeenCalled();
  again({ no: '1' }, pageOf({ all, totals: { ...totals, sums: { balance_fen: 12_407 } } }));
  await vi.waitFor(() => expect(print).toHaveBeenCalledOnce());
  expect(screen.getByText('共 3 行')).toBeDefined();
  expect(screen.getByText('筛选条件：按账号 1')).toBeDefined();
  fireEvent(window, new Event('afterprint'));
  expect(screen.queryByText('1000000003')).toBeNull();
});

test('the keyboard goes through the rows and opens one', () => {
  const opened = vi.fn();
  const linked: Column<Row>[] = [
    {
      key: 'no',
      title: '账号',
      render: ({ no }) => (
        <a
          href={`#${no}`}
          onClick={(event) => {
            event.preventDefault();
            opened(no);
          }}
        >
          {no}
        </a>
      ),
    },
  ];
  const { container } = render(
    <App>
      <WholeList
        name="keys"
        label="测试"
        columns={linked}
        rows={rows}
        rowKey={({ no }) => no}
        empty=""
      />
    </App>,
    { wrapper: Desk },
  );
  const [first, second] = container.querySelectorAll<HTMLElement>('tr.ant-table-row');
  expect([first?.tabIndex, second?.tabIndex]).toEqual([0, -1]);
  first?.focus();
  fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(second);
  fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(second);
  fireEvent.keyDown(document.activeElement as Element, { key: 'Home' });
  expect(document.activeElement).toBe(first);
  fireEvent.keyDown(document.activeElement as Element, { key: 'Enter' });
  expect(opened).toHaveBeenCalledExactlyOnceWith('1000000001');
});

test('what can find nobody is said beside its field and not asked', () => {
  const onSearch = vi.fn();
  const faulty: Filter[] = [
    {
      kind: 'text',
      name: 'id_number',
      label: '证件号码',
      fault: (text) => (text.length === 18 ? undefined : `现在是 ${text.length} 位`),
    },
  ];
  render(
    <DataList
      name="fault"
      label="测试"
      columns={columns}
      filters={faulty}
      rowKey={({ no }) => no}
      search={{}}
      onSearch={onSearch}
      page={pageOf()}
      empty=""
    />,
    { wrapper: Desk },
  );
  const box = screen.getByRole('textbox', { name: '证件号码' });
  fireEvent.change(box, { target: { value: '5101041990' } });
  expect(screen.queryByRole('alert')).toBeNull();
  fireEvent.submit(box);
  expect(screen.getByRole('alert').textContent).toBe('现在是 10 位');
  expect(box.getAttribute('aria-invalid')).toBe('true');
  expect(onSearch).not.toHaveBeenCalled();
  fireEvent.change(box, { target: { value: '510104199001011234' } });
  fireEvent.submit(box);
  expect(onSearch).toHaveBeenCalledWith({ id_number: '510104199001011234' });
});
