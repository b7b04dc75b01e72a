import type { PayerSummary } from '@anju/api';
import {
  type Column,
  DataList,
  type Filter,
  formatCount,
  formatInstant,
  payerKind,
  payerStatus,
  StatusTag,
  statusOptions,
} from '@anju/ui';
import { ButtonLink, Way } from '../../app/links';
import { useList, useUrlSearch } from '../../app/list';
import { Page } from '../../app/Page';
import { payerList } from './queries';

const columns: Column<PayerSummary>[] = [
  {
    key: 'serial',
    title: '编号',
    sortable: true,
    render: ({ payer_id, serial }) => (
      <Way to="/payers/$payerId" params={{ payerId: payer_id }}>
        {serial}
      </Way>
    ),
  },
  { key: 'name', title: '代付单位名称', wraps: true, sortable: true, render: ({ name }) => name },
  {
    key: 'kind',
    title: '代付类型',
    render: ({ kind }) => <StatusTag status={kind} words={payerKind} />,
  },
  { key: 'credit_code', title: '统一社会信用代码', render: ({ credit_code }) => credit_code },
  { key: 'account_number', title: '付款账户', render: ({ account_number }) => account_number },
  {
    key: 'employers',
    title: '代付单位数',
    align: 'right',
    total: 'employers',
    render: ({ employers }) => formatCount(employers),
  },
  { key: 'basis', title: '代付依据', wraps: true, render: ({ basis }) => basis },
  {
    key: 'status',
    title: '状态',
    render: ({ status }) => <StatusTag status={status} words={payerStatus} />,
  },
  {
    key: 'registered_at',
    title: '登记时间',
    spare: true,
    render: ({ registered_at }) => formatInstant(registered_at),
  },
  {
    key: 'registered_by',
    title: '登记人',
    spare: true,
    render: ({ registered_by }) => registered_by,
  },
];

const filters: Filter[] = [
  { kind: 'fixed', name: 'serial', label: '限一个' },
  { kind: 'text', name: 'name.contains', label: '名称', hint: '其中几个字' },
  { kind: 'text', name: 'credit_code', label: '信用代码', width: 190 },
  { kind: 'choice', name: 'kind', label: '代付类型', options: statusOptions(payerKind) },
  { kind: 'choice', name: 'status', label: '状态', options: statusOptions(payerStatus) },
];

/** 代付单位: legal persons that pay contributions for employers. */
export function PayerList() {
  const [search, onSearch] = useUrlSearch();
  const page = useList(payerList, search);
  return (
    <Page
      title="代付单位"
      actions={
        <ButtonLink to="/payers/new" look="primary">
          登记代付单位
        </ButtonLink>
      }
    >
      <DataList
        name="payers"
        label="代付单位"
        columns={columns}
        rowKey={({ payer_id }) => payer_id}
        filters={filters}
        search={search}
        onSearch={onSearch}
        page={page}
        empty="还没有代付单位。财政统发、劳务派遣等由别的单位付款的，登记后其汇款会优先对应到所代付的单位。"
      />
    </Page>
  );
}
