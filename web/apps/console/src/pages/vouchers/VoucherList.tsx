import type { VoucherSummary } from '@anju/api';
import {
  type Column,
  DataList,
  type Filter,
  Money,
  StatusTag,
  statusOptions,
  voucherKind,
} from '@anju/ui';
import { Way } from '../../app/links';
import { useList, useUrlSearch } from '../../app/list';
import { Page } from '../../app/Page';
import { voucherList } from './queries';
import { VoucherSource } from './source';

const columns: Column<VoucherSummary>[] = [
  {
    key: 'number',
    title: '凭证号',
    render: ({ voucher_id, number }) => (
      <Way to="/vouchers/$voucherId" params={{ voucherId: voucher_id }}>
        {number ?? '待编号'}
      </Way>
    ),
  },
  {
    key: 'business_date',
    title: '记账日期',
    sortable: true,
    render: ({ business_date }) => business_date,
  },
  { key: 'summary', title: '摘要', render: ({ summary }) => summary },
  {
    key: 'debit_fen',
    title: '金额',
    align: 'right',
    total: 'amount_fen',
    render: ({ debit_fen }) => <Money fen={debit_fen} />,
  },
  {
    key: 'kind',
    title: '类型',
    render: ({ kind, reversed_by }) => (
      <>
        <StatusTag status={kind} words={voucherKind} />
        {reversed_by && <span className="hint"> 已被冲销</span>}
      </>
    ),
  },
  {
    key: 'source',
    screenOnly: true,
    title: '来源',
    render: (voucher) => <VoucherSource {...voucher} />,
  },
  { key: 'preparer', title: '制单', render: ({ preparer }) => preparer },
];

const filters: Filter[] = [
  { kind: 'text', name: 'number', label: '凭证号', width: 104 },
  { kind: 'month', name: 'month', label: '月份' },
  { kind: 'dates', name: 'business_date', label: '记账日期' },
  { kind: 'text', name: 'account', label: '科目编码', width: 104 },
  { kind: 'amount', name: 'amount_fen', label: '金额' },
  { kind: 'fixed', name: 'run_id', label: '限一批' },
  { kind: 'choice', name: 'kind', label: '类型', options: statusOptions(voucherKind) },
];

/** 凭证: everything posted, found by number, day, account or amount. */
export function VoucherList() {
  const [search, onSearch] = useUrlSearch();
  const page = useList(voucherList, search);
  return (
    <Page title="凭证">
      <DataList
        name="vouchers"
        label="凭证"
        columns={columns}
        rowKey={({ voucher_id }) => voucher_id}
        filters={filters}
        search={search}
        onSearch={onSearch}
        page={page}
        empty="还没有凭证。到账入账、冲销和期初建账会自动制证。"
      />
    </Page>
  );
}
