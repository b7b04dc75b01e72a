import { api, call, type Suspense } from '@anju/api';
import {
  type Column,
  DataList,
  type Filter,
  Money,
  StatusTag,
  statusOptions,
  suspenseStatus,
} from '@anju/ui';
import { Alert } from 'antd';
import { useMay } from '../../app/actions';
import { VoucherLink } from '../../app/links';
import { type ServerList, useList, useUrlSearch } from '../../app/list';
import { Page } from '../../app/Page';

const suspenseList: ServerList<Suspense> = {
  name: 'suspense',
  page: (query) => call(api.GET('/api/suspense', { params: { query } })),
  totals: (query) => call(api.GET('/api/suspense/totals', { params: { query } })),
};

/** Money that has waited longer than this is marked. */
const LONG_DAYS = 15;

const columns: Column<Suspense>[] = [
  { key: 'serial', title: '业务流水', sortable: true, render: ({ serial }) => serial },
  { key: 'business_date', title: '入账日期', render: ({ business_date }) => business_date },
  {
    key: 'age_days',
    title: '账龄（天）',
    align: 'right',
    render: ({ age_days, status }) => (
      <span className={status === 'waiting' && age_days > LONG_DAYS ? 'due' : undefined}>
        {age_days}
      </span>
    ),
  },
  { key: 'payer_name', title: '付款人', wraps: true, render: ({ payer_name }) => payer_name },
  { key: 'remark', title: '附言', wraps: true, render: ({ remark }) => remark },
  {
    key: 'amount_fen',
    title: '金额',
    align: 'right',
    total: 'amount_fen',
    render: ({ amount_fen }) => <Money fen={amount_fen} />,
  },
  { key: 'reason', title: '原因', wraps: true, render: ({ reason }) => reason.sentence },
  {
    key: 'status',
    title: '状态',
    render: ({ status }) => <StatusTag status={status} words={suspenseStatus} />,
  },
  {
    key: 'voucher',
    title: '凭证',
    render: ({ voucher_id }) => <VoucherLink id={voucher_id}>查看</VoucherLink>,
  },
];

const filters: Filter[] = [
  { kind: 'fixed', name: 'serial', label: '限一笔' },
  { kind: 'fixed', name: 'suspense_id', label: '限一笔' },
  { kind: 'choice', name: 'status', label: '状态', options: statusOptions(suspenseStatus) },
];

/** 暂收: money nobody could be found for, how long it has waited and why. */
export function SuspenseList() {
  const [search, onSearch] = useUrlSearch();
  const page = useList(suspenseList, search);
  const mayReadVouchers = useMay('voucher.read');
  return (
    <Page title="暂收">
      <Alert
        className="outcome"
        type="info"
        showIcon
        title="暂收款的分摊与退回将在后续版本提供，目前可在这里查看和核对。"
      />
      <DataList
        name="suspense"
        label="暂收"
        columns={mayReadVouchers ? columns : columns.filter(({ key }) => key !== 'voucher')}
        rowKey={({ suspense_id }) => suspense_id}
        filters={filters}
        search={search}
        onSearch={onSearch}
        page={page}
        empty="没有暂收款：到账都已对应入账。"
      />
    </Page>
  );
}
