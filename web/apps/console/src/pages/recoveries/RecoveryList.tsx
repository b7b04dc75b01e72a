import type { Recovery } from '@anju/api';
import {
  type Column,
  DataList,
  type Filter,
  Money,
  recoveryKind,
  recoveryStatus,
  type Search,
  StatusTag,
  statusOptions,
} from '@anju/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '../../app/actions';
import { VoucherLink, Way } from '../../app/links';
import { useList, useUrlSearch } from '../../app/list';
import { Page } from '../../app/Page';
import { recoveryList } from './queries';
import { Recover } from './Recover';

const columns: Column<Recovery>[] = [
  { key: 'serial', title: '追款流水', sortable: true, render: ({ serial }) => serial },
  { key: 'business_date', title: '入账日期', render: ({ business_date }) => business_date },
  {
    key: 'age_days',
    title: '账龄（天）',
    align: 'right',
    render: ({ age_days, status }) => (
      <span className={status === 'open' ? 'due' : undefined}>{age_days}</span>
    ),
  },
  {
    key: 'kind',
    title: '事由',
    render: ({ kind }) => <StatusTag status={kind} words={recoveryKind} />,
  },
  {
    key: 'arrival',
    title: '被冲到账',
    render: ({ arrival_id, arrival_serial }) =>
      arrival_id ? (
        <Way to="/arrivals" search={{ arrival_id }}>
          {arrival_serial}
        </Way>
      ) : (
        '–'
      ),
  },
  {
    key: 'payer_name',
    title: '付款人 / 职工',
    wraps: true,
    render: ({ payer_name, debtor }) =>
      debtor ? (
        <Way to="/accounts/$accountNo" params={{ accountNo: debtor.account_no }}>
          {debtor.name}（{debtor.account_no}）
        </Way>
      ) : (
        (payer_name ?? '–')
      ),
  },
  {
    key: 'owner',
    title: '单位',
    wraps: true,
    render: ({ owner }) =>
      owner ? (
        <Way to="/employers/$employerId" params={{ employerId: owner.employer_id }}>
          {owner.employer_name}
        </Way>
      ) : (
        '–'
      ),
  },
  { key: 'reason', title: '原因', wraps: true, render: ({ reason }) => reason },
  {
    key: 'amount_fen',
    title: '追款金额',
    align: 'right',
    total: 'amount_fen',
    render: ({ amount_fen }) => <Money fen={amount_fen} />,
  },
  {
    key: 'left_fen',
    title: '尚未追回',
    align: 'right',
    total: 'left_fen',
    render: ({ left_fen }) => <Money fen={left_fen} />,
  },
  {
    key: 'status',
    title: '状态',
    render: ({ status }) => <StatusTag status={status} words={recoveryStatus} />,
  },
  {
    key: 'voucher',
    screenOnly: true,
    spare: true,
    title: '凭证',
    render: ({ voucher_id }) => <VoucherLink id={voucher_id}>查看</VoucherLink>,
  },
];

const filters: Filter[] = [
  { kind: 'fixed', name: 'serial', label: '限一笔' },
  { kind: 'fixed', name: 'recovery_id', label: '限一笔' },
  { kind: 'fixed', name: 'arrival_id', label: '限一笔到账' },
  { kind: 'fixed', name: 'owner', label: '限一个单位' },
  { kind: 'fixed', name: 'debtor', label: '限一名职工' },
  { kind: 'choice', name: 'kind', label: '事由', options: statusOptions(recoveryKind) },
  { kind: 'choice', name: 'status', label: '状态', options: statusOptions(recoveryStatus) },
];

/** The columns that one may use, with what one may do about a recovery. */
function useColumns(act: (recovery: Recovery) => void): Column<Recovery>[] {
  const mayRecord = useMay('recovery.record');
  const mayReadVouchers = useMay('voucher.read');
  const readable = mayReadVouchers ? columns : columns.filter(({ key }) => key !== 'voucher');
  if (!mayRecord) return readable;
  const next: Column<Recovery> = {
    key: 'next',
    screenOnly: true,
    title: '办理',
    render: (recovery) =>
      recovery.status === 'open' && (
        <Button type="link" size="small" className="row-action" onClick={() => act(recovery)}>
          抵追款
        </Button>
      ),
  };
  return [...readable, next];
}

type TableProps = {
  name: string;
  search: Search;
  onSearch: (search: Search) => void;
  fixed: Search;
  empty: string;
};

/** The recoveries of one employer, on its page. */
export function RecoveryTable({ fixed, ...rest }: TableProps) {
  const [recovering, setRecovering] = useState<Recovery>();
  const page = useList(recoveryList, rest.search, fixed);
  const shown = useColumns(setRecovering).filter(({ key }) => key !== 'owner');
  return (
    <>
      <DataList
        {...rest}
        label="追款"
        columns={shown}
        rowKey={({ recovery_id }) => recovery_id}
        page={page}
      />
      {recovering && <Recover recovery={recovering} close={() => setRecovering(undefined)} />}
    </>
  );
}

/**
 * 追款: what banks took back after it was posted, or reversals found no longer in an account, and how
 * much of it has come back.
 */
export function RecoveryList() {
  const [search, onSearch] = useUrlSearch();
  const [recovering, setRecovering] = useState<Recovery>();
  const page = useList(recoveryList, search);
  const shown = useColumns(setRecovering);
  return (
    <Page title="追款">
      <DataList
        name="recoveries"
        label="追款"
        columns={shown}
        rowKey={({ recovery_id }) => recovery_id}
        filters={filters}
        search={search}
        onSearch={onSearch}
        page={page}
        empty={
          <>
            没有要追回的款项。银行把已入账的款项冲正时，在<Way to="/arrivals">到账</Way>
            里登记；冲销时余额不足的自动登记在这里。
          </>
        }
      />
      {recovering && <Recover recovery={recovering} close={() => setRecovering(undefined)} />}
    </Page>
  );
}
