import type { LedgerLine } from '@anju/api';
import { type Column, DataList, DateInput, Money } from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Way } from '../../app/links';
import { useList, useUrlSearch } from '../../app/list';
import { Page } from '../../app/Page';
import { useBusinessMonth } from '../../app/session';
import { balancesQuery, ledgerAccountsQuery, ledgerLineList } from './queries';

const columns: Column<LedgerLine>[] = [
  { key: 'business_date', title: '记账日期', render: ({ business_date }) => business_date },
  {
    key: 'number',
    title: '凭证号',
    render: ({ voucher_id, number }) => (
      <Way to="/vouchers/$voucherId" params={{ voucherId: voucher_id }}>
        {number ?? '待编号'}
      </Way>
    ),
  },
  { key: 'summary', title: '摘要', render: ({ summary }) => summary },
  {
    key: 'debit_fen',
    title: '借方',
    align: 'right',
    total: 'debit_fen',
    render: ({ debit_fen }) => (debit_fen === 0 ? '' : <Money fen={debit_fen} />),
  },
  {
    key: 'credit_fen',
    title: '贷方',
    align: 'right',
    total: 'credit_fen',
    render: ({ credit_fen }) => (credit_fen === 0 ? '' : <Money fen={credit_fen} />),
  },
  {
    key: 'balance_fen',
    title: '余额',
    align: 'right',
    render: ({ balance_fen }) => <Money fen={balance_fen} />,
  },
];

/** 明细账: every line on one account in a month, with the balance running. */
export function LedgerAccount() {
  const { code } = useParams({ strict: false }) as { code: string };
  const [search, onSearch] = useUrlSearch();
  const accounts = useSuspenseQuery(ledgerAccountsQuery).data.items;
  const businessMonth = useBusinessMonth();
  const balances = useSuspenseQuery(balancesQuery(search.month ?? businessMonth)).data;
  const list = useMemo(() => ledgerLineList(code), [code]);
  const page = useList(list, search, { month: balances.month });
  const account = accounts.find((one) => one.code === code);
  const row = balances.rows.find((one) => one.code === code);
  // The month's turnover is known without summing its lines.
  const sums = { debit_fen: row?.debit_fen ?? 0, credit_fen: row?.credit_fen ?? 0 };
  return (
    <Page
      title={`明细账　${code} ${account?.name ?? ''}`}
      facts={[
        { label: '方向', value: account?.side === 'credit' ? '贷' : '借' },
        { label: '期初余额', value: <Money fen={row?.opening_fen} /> },
        { label: '本期借方', value: <Money fen={row?.debit_fen} /> },
        { label: '本期贷方', value: <Money fen={row?.credit_fen} /> },
        { label: '期末余额', value: <Money fen={row?.closing_fen} /> },
      ]}
      actions={
        <DateInput
          picker="month"
          value={balances.month}
          onChange={(month) => onSearch(month ? { month } : {})}
        />
      }
    >
      <DataList
        name="ledger-lines"
        label="明细账"
        columns={columns}
        rowKey={(line) => `${line.voucher_id} ${line.debit_fen} ${line.credit_fen}`}
        search={search}
        onSearch={onSearch}
        page={{ ...page, totals: { sums, loading: false, ask: () => undefined } }}
        empty={`${balances.month} 没有发生额。`}
      />
    </Page>
  );
}
