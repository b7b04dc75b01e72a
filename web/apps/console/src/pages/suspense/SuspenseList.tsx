import type { Suspense } from '@anju/api';
import {
  type Column,
  DataList,
  type Filter,
  Money,
  type Search,
  StatusTag,
  statusOptions,
  suspenseStatus,
} from '@anju/ui';
import { Fragment } from 'react';
import { useMay } from '../../app/actions';
import { VoucherLink, Way } from '../../app/links';
import { useList, useUrlSearch } from '../../app/list';
import { Page } from '../../app/Page';
import { suspenseList } from './queries';

/** Money that has waited longer than this is marked. */
const LONG_DAYS = 15;

/** How long an item has waited; marked where that is long. */
export function Age({ age_days, status }: Pick<Suspense, 'age_days' | 'status'>) {
  const isLong = status === 'waiting' && age_days > LONG_DAYS;
  return <span className={isLong ? 'due' : undefined}>{age_days}</span>;
}

/** The remittance that the sender's payment code named, or that the money is kept for. */
export function Purpose({ remittance_id, employer_name, month }: NonNullable<Suspense['named']>) {
  return (
    <Way to="/remittances/$remittanceId" params={{ remittanceId: remittance_id }}>
      {employer_name} {month} 汇缴
    </Way>
  );
}

/** Whose an item is: known as it began to wait, or by what a person has allocated it to. */
export function OwnerOf({ item, none }: { item: Suspense; none: string }) {
  const { owner, allocated_to, allocated_to_more } = item;
  const employers = owner ? [owner] : allocated_to;
  if (employers.length === 0) return <>{none}</>;
  return (
    <>
      {employers.map(({ employer_id, employer_name }, index) => (
        <Fragment key={employer_id}>
          {index > 0 && '、'}
          <Way to="/employers/$employerId" params={{ employerId: employer_id }}>
            {employer_name}
          </Way>
        </Fragment>
      ))}
      {allocated_to_more && '等'}
    </>
  );
}

/** Why an item waits, as that stands now. */
export const reasonOf = ({ freed, reason }: Suspense): string => freed ?? reason.sentence;

const columns: Column<Suspense>[] = [
  {
    // Serials follow the days: by them the oldest stand first or last.
    key: 'serial',
    title: '业务流水',
    sortable: true,
    render: ({ suspense_id, serial }) => (
      <Way to="/suspense/$suspenseId" params={{ suspenseId: suspense_id }}>
        {serial}
      </Way>
    ),
  },
  { key: 'business_date', title: '入账日期', render: ({ business_date }) => business_date },
  { key: 'age_days', title: '账龄（天）', align: 'right', render: (item) => <Age {...item} /> },
  { key: 'payer_name', title: '付款人', wraps: true, render: ({ payer_name }) => payer_name },
  {
    key: 'owner',
    title: '归属单位',
    wraps: true,
    render: (item) => <OwnerOf item={item} none="–" />,
  },
  {
    key: 'named',
    title: '指定用途',
    wraps: true,
    render: ({ named }) => (named ? <Purpose {...named} /> : '–'),
  },
  { key: 'remark', title: '附言', wraps: true, spare: true, render: ({ remark }) => remark },
  {
    key: 'amount_fen',
    title: '转入金额',
    align: 'right',
    total: 'amount_fen',
    render: ({ amount_fen }) => <Money fen={amount_fen} />,
  },
  {
    key: 'left_fen',
    title: '余额',
    align: 'right',
    total: 'left_fen',
    render: ({ left_fen }) => <Money fen={left_fen} />,
  },
  { key: 'reason', title: '原因', wraps: true, render: reasonOf },
  {
    key: 'status',
    title: '状态',
    render: ({ status }) => <StatusTag status={status} words={suspenseStatus} />,
  },
  {
    key: 'voucher',
    screenOnly: true,
    title: '凭证',
    render: ({ voucher_id }) => <VoucherLink id={voucher_id}>查看</VoucherLink>,
  },
];

/** Why money waits, in the short words of a filter, by the server's codes. */
const reasons = [
  ['amount_short', '金额不足'],
  ['amount_over', '金额多出'],
  ['payment_code_missing', '没有缴款码'],
  ['payment_code_unknown', '缴款码不存在'],
  ['payment_code_ambiguous', '有多个缴款码'],
  ['remittance_already_posted', '汇缴已入账'],
  ['remittance_already_reversed', '缴款码的汇缴已冲销'],
  ['remittance_cancelled', '缴款码的汇缴核定已取消'],
  ['remittance_reversed', '冲销转回'],
  ['accounts_not_postable', '账户不能入账'],
  ['bank_account_not_for_contributions', '到了其他账户'],
].map(([value = '', label = '']) => ({ value, label }));

const filters: Filter[] = [
  { kind: 'fixed', name: 'serial', label: '限一笔' },
  { kind: 'fixed', name: 'suspense_id', label: '限一笔' },
  { kind: 'fixed', name: 'arrival_id', label: '限一笔到账' },
  { kind: 'fixed', name: 'owner', label: '限一个单位' },
  { kind: 'choice', name: 'status', label: '状态', options: statusOptions(suspenseStatus) },
  { kind: 'choice', name: 'reason_code', label: '原因', options: reasons },
  { kind: 'dates', name: 'business_date', label: '入账日期' },
];

type TableProps = {
  name: string;
  search: Search;
  onSearch: (search: Search) => void;
  fixed: Search;
  empty: string;
};

/** The suspense of one employer, on its page. */
export function SuspenseTable({ fixed, ...rest }: TableProps) {
  const page = useList(suspenseList, rest.search, fixed);
  const mayReadVouchers = useMay('voucher.read');
  return (
    <DataList
      {...rest}
      label="暂收"
      columns={columns.filter(
        ({ key }) => key !== 'owner' && (mayReadVouchers || key !== 'voucher'),
      )}
      rowKey={({ suspense_id }) => suspense_id}
      page={page}
    />
  );
}

/** 暂收: money nobody could be found for, how long it has waited and why. */
export function SuspenseList() {
  const [search, onSearch] = useUrlSearch();
  const page = useList(suspenseList, search);
  const mayReadVouchers = useMay('voucher.read');
  return (
    <Page title="暂收">
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
