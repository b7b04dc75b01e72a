import type { Arrival } from '@anju/api';
import {
  arrivalStatus,
  type Column,
  DataList,
  type Filter,
  Money,
  StatusTag,
  statusOptions,
} from '@anju/ui';
import { Button, Space } from 'antd';
import { useState } from 'react';
import { useMay } from '../../app/actions';
import { bankAccountWords, useFundAccounts } from '../../app/bank-accounts';
import { VoucherLink, Way } from '../../app/links';
import { useList, useUrlSearch } from '../../app/list';
import { Page } from '../../app/Page';
import { arrivalList } from './queries';
import { RecordArrival } from './RecordArrival';
import { TakeBack } from './TakeBack';

const columns: Column<Arrival>[] = [
  { key: 'serial', title: '业务流水', sortable: true, render: ({ serial }) => serial },
  { key: 'value_date', title: '到账日期', sortable: true, render: ({ value_date }) => value_date },
  {
    key: 'business_date',
    title: '会计日期',
    spare: true,
    render: ({ business_date }) => business_date,
  },
  {
    key: 'bank_account',
    title: '收款账户',
    wraps: true,
    render: (arrival) => <IntoAccount {...arrival} />,
  },
  { key: 'bank_serial', title: '银行流水号', render: ({ bank_serial }) => bank_serial },
  { key: 'payer_name', title: '付款人', wraps: true, render: ({ payer_name }) => payer_name },
  {
    key: 'payer_account',
    title: '付款账号',
    spare: true,
    render: ({ payer_account }) => payer_account || '–',
  },
  { key: 'remark', title: '附言', wraps: true, spare: true, render: ({ remark }) => remark },
  { key: 'payment_code', title: '缴款码', render: ({ payment_code }) => payment_code ?? '–' },
  {
    key: 'amount_fen',
    title: '金额',
    align: 'right',
    total: 'amount_fen',
    render: ({ amount_fen }) => <Money fen={amount_fen} />,
  },
  {
    key: 'status',
    title: '结果',
    render: ({ status, taken_back_on }) => (
      <>
        <StatusTag status={status} words={arrivalStatus} />
        {taken_back_on && <div className="due">{taken_back_on} 冲正</div>}
      </>
    ),
  },
  {
    key: 'led_to',
    screenOnly: true,
    title: '去向',
    render: (arrival) => <LedTo {...arrival} />,
  },
];

/** The account that the money came into; its holder's name where one may not see the accounts. */
function IntoAccount(arrival: Pick<Arrival, 'bank_account_id' | 'bank_account_name'>) {
  const account = useFundAccounts().find((one) => one.bank_account_id === arrival.bank_account_id);
  return <>{account ? bankAccountWords(account) : arrival.bank_account_name}</>;
}

/** Where the money went: what is over waits while the rest is posted, and a voucher carries both. */
function LedTo({ arrival_id, remittance_id, suspense_id, recovery_id, voucher_id }: Arrival) {
  const mayReadVouchers = useMay('voucher.read');
  if (!remittance_id && !suspense_id && !recovery_id && !voucher_id) return <>–</>;
  return (
    <Space size={8}>
      {remittance_id && (
        <Way to="/remittances/$remittanceId" params={{ remittanceId: remittance_id }}>
          汇缴
        </Way>
      )}
      {suspense_id && (
        <Way to="/suspense/$suspenseId" params={{ suspenseId: suspense_id }}>
          暂收
        </Way>
      )}
      {recovery_id && (
        <Way to="/recoveries" search={{ arrival_id }}>
          追款
        </Way>
      )}
      {voucher_id && mayReadVouchers && <VoucherLink id={voucher_id}>凭证</VoucherLink>}
    </Space>
  );
}

/** 到账: money that came to the centre's accounts, and what became of it. */
export function ArrivalList() {
  const [search, onSearch] = useUrlSearch();
  const [recording, setRecording] = useState(false);
  const [takenBack, setTakenBack] = useState<Arrival>();
  const page = useList(arrivalList, search);
  const accounts = useFundAccounts();
  const mayRecord = useMay('arrival.record');
  const mayTakeBack = useMay('recovery.record');
  const filters: Filter[] = [
    { kind: 'dates', name: 'value_date', label: '到账日期' },
    { kind: 'dates', name: 'business_date', label: '会计日期' },
    { kind: 'text', name: 'payment_code', label: '缴款码', width: 124 },
    { kind: 'fixed', name: 'serial', label: '限一笔' },
    { kind: 'fixed', name: 'arrival_id', label: '限一笔' },
    { kind: 'choice', name: 'status', label: '结果', options: statusOptions(arrivalStatus) },
  ];
  if (accounts.length > 0) {
    filters.push({
      kind: 'choice',
      name: 'bank_account_id',
      label: '收款账户',
      options: accounts.map((account) => ({
        value: account.bank_account_id,
        label: bankAccountWords(account),
      })),
    });
  }
  const next: Column<Arrival> = {
    key: 'next',
    screenOnly: true,
    title: '办理',
    render: (arrival) =>
      !arrival.taken_back_on && (
        <Button
          type="link"
          size="small"
          className="row-action"
          onClick={() => setTakenBack(arrival)}
        >
          银行冲正
        </Button>
      ),
  };
  const record = mayRecord && (
    <Button type="primary" onClick={() => setRecording(true)}>
      录入到账
    </Button>
  );
  return (
    <Page title="到账" actions={record}>
      <DataList
        name="arrivals"
        label="到账"
        columns={mayTakeBack ? [...columns, next] : columns}
        rowKey={({ arrival_id }) => arrival_id}
        filters={filters}
        search={search}
        onSearch={onSearch}
        page={page}
        empty={mayRecord ? '还没有到账。按银行回单录入第一笔。' : '还没有到账。'}
      />
      {recording && <RecordArrival close={() => setRecording(false)} />}
      {takenBack && <TakeBack arrival={takenBack} close={() => setTakenBack(undefined)} />}
    </Page>
  );
}
