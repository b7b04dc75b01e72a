import type { Account, AccountChange, EntryItem, MemberMonth } from '@anju/api';
import {
  accountChangeKind,
  accountStatus,
  type Column,
  DataList,
  formatInstant,
  formatRate,
  MaskedId,
  Money,
  memberMonthKind,
  type Search,
  StatusTag,
} from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Descriptions, Table, Tabs } from 'antd';
import { useMemo, useState } from 'react';
import { VoucherLink } from '../../app/links';
import { useList, useUrlSearch } from '../../app/list';
import { type Fact, Page, Panel } from '../../app/Page';
import { accountChangesQuery, accountQuery, entryList, memberMonthsQuery } from './queries';

/** Everything of one person's account on one page. */
export function AccountDetail() {
  const { accountNo } = useParams({ strict: false }) as { accountNo: string };
  const account = useSuspenseQuery(accountQuery(accountNo)).data;
  const [search, onSearch] = useUrlSearch();
  return (
    <Page
      title={`${account.name}　${account.account_no}`}
      tag={<StatusTag status={account.status} words={accountStatus} />}
      facts={factsOf(account)}
    >
      <Tabs
        activeKey={search.tab ?? 'entries'}
        onChange={(tab) => onSearch({ tab })}
        destroyOnHidden
        items={[
          { key: 'entries', label: '明细', children: <Entries no={accountNo} /> },
          { key: 'months', label: '缴存月份', children: <Months no={accountNo} /> },
          { key: 'changes', label: '变更', children: <Changes no={accountNo} /> },
          { key: 'facts', label: '账户信息', children: <AccountFacts account={account} /> },
        ]}
      />
    </Page>
  );
}

function factsOf(account: Account): Fact[] {
  return [
    {
      label: '账户余额（元）',
      value: (
        <strong>
          <Money fen={account.balance_fen} />
        </strong>
      ),
    },
    { label: '其中：上年结转', value: <Money fen={account.carried_fen} /> },
    { label: '其中：当年归集', value: <Money fen={account.current_fen} /> },
    { label: '月缴存额', value: <Money fen={account.monthly_fen} /> },
    { label: '缴至年月', value: account.paid_through ?? '未缴' },
    { label: '欠缴月数', value: account.months_owed },
    { label: '连续缴存月数', value: account.continuous_months },
    {
      label: '缴存单位',
      value: (
        <Link to="/employers/$employerId" params={{ employerId: account.employer_id }}>
          {account.employer_name}
        </Link>
      ),
    },
  ];
}

const columns: Column<EntryItem>[] = [
  { key: 'entry_no', title: '序号', align: 'right', render: ({ entry_no }) => entry_no },
  { key: 'business_date', title: '记账日期', render: ({ business_date }) => business_date },
  { key: 'value_date', title: '起息日期', spare: true, render: ({ value_date }) => value_date },
  { key: 'label', title: '业务类型', render: ({ label }) => label },
  { key: 'month', title: '汇补缴年月', render: ({ month }) => month ?? '–' },
  {
    key: 'amount_fen',
    title: '发生额',
    align: 'right',
    render: ({ amount_fen }) => <Money fen={amount_fen} />,
  },
  {
    key: 'carried_after_fen',
    title: '上年结转余额',
    align: 'right',
    render: ({ carried_after_fen }) => <Money fen={carried_after_fen} />,
  },
  {
    key: 'current_after_fen',
    title: '当年归集余额',
    align: 'right',
    render: ({ current_after_fen }) => <Money fen={current_after_fen} />,
  },
  {
    key: 'balance_after_fen',
    title: '账户余额',
    align: 'right',
    render: ({ balance_after_fen }) => <Money fen={balance_after_fen} />,
  },
  {
    key: 'voucher',
    title: '凭证号',
    render: ({ voucher_id, voucher_number }) => (
      <VoucherLink id={voucher_id}>{voucher_number ?? '待编号'}</VoucherLink>
    ),
  },
  { key: 'source', title: '业务流水', render: ({ source }) => source },
];

function Entries({ no }: { no: string }) {
  const [search, onSearch] = useState<Search>({});
  const list = useMemo(() => entryList(no), [no]);
  const page = useList(list, search);
  return (
    <DataList
      name="entries"
      label="账户明细"
      columns={columns}
      rowKey={({ entry_no }) => entry_no}
      search={search}
      onSearch={onSearch}
      page={page}
      empty="还没有发生额。单位汇缴到账后，这里会出现入账明细。"
    />
  );
}

const monthColumns = [
  { title: '月份', dataIndex: 'month' },
  {
    title: '方式',
    dataIndex: 'kind',
    render: (kind: MemberMonth['kind']) => <StatusTag status={kind} words={memberMonthKind} />,
  },
  {
    title: '金额',
    dataIndex: 'amount_fen',
    align: 'right' as const,
    render: (fen: MemberMonth['amount_fen']) => <Money fen={fen} />,
  },
  { title: '缴存单位', dataIndex: 'employer_name' },
  { title: '明细序号', dataIndex: 'entry_no', align: 'right' as const },
];

function Months({ no }: { no: string }) {
  const months = useSuspenseQuery(memberMonthsQuery(no)).data.items;
  return (
    <Panel>
      <Table<MemberMonth>
        size="small"
        aria-label="缴存月份"
        columns={monthColumns}
        dataSource={months}
        rowKey="month"
        pagination={false}
        locale={{ emptyText: '还没有缴过的月份。' }}
      />
    </Panel>
  );
}

const changeColumns = [
  { title: '时间', dataIndex: 'made_at', render: formatInstant },
  {
    title: '变更',
    dataIndex: 'kind',
    render: (kind: AccountChange['kind']) => <StatusTag status={kind} words={accountChangeKind} />,
  },
  { title: '缴存单位', dataIndex: 'employer_name' },
  {
    title: '账户状态',
    dataIndex: 'status',
    render: (status: AccountChange['status']) => (
      <StatusTag status={status} words={accountStatus} />
    ),
  },
  { title: '起缴年月', dataIndex: 'first_month' },
  {
    title: '缴存基数',
    dataIndex: 'base_fen',
    align: 'right' as const,
    render: (fen: AccountChange['base_fen']) => <Money fen={fen} />,
  },
  {
    title: '比例（单位 / 个人）',
    key: 'rates',
    render: (change: AccountChange) =>
      `${formatRate(change.employer_rate_ppb)} / ${formatRate(change.member_rate_ppb)}`,
  },
  {
    title: '单位月缴存额',
    dataIndex: 'employer_monthly_fen',
    align: 'right' as const,
    render: (fen: AccountChange['employer_monthly_fen']) => <Money fen={fen} />,
  },
  {
    title: '个人月缴存额',
    dataIndex: 'member_monthly_fen',
    align: 'right' as const,
    render: (fen: AccountChange['member_monthly_fen']) => <Money fen={fen} />,
  },
  { title: '经办', dataIndex: 'made_by_name' },
  { title: '依据', key: 'roster', render: rosterOf },
];

function rosterOf({ roster_id }: AccountChange) {
  if (!roster_id) return '–';
  return (
    <Link to="/rosters/$rosterId" params={{ rosterId: roster_id }}>
      清册
    </Link>
  );
}

/** What became of the account apart from its money, each with what stands after it. */
function Changes({ no }: { no: string }) {
  const changes = useSuspenseQuery(accountChangesQuery(no)).data.items;
  return (
    <Panel>
      <Table<AccountChange>
        size="small"
        aria-label="账户变更"
        columns={changeColumns}
        dataSource={changes}
        rowKey="change_no"
        pagination={false}
      />
    </Panel>
  );
}

function AccountFacts({ account }: { account: Account }) {
  const rates = `${formatRate(account.employer_rate_ppb)} / ${formatRate(account.member_rate_ppb)}`;
  const rows: [string, React.ReactNode][] = [
    ['姓名', account.name],
    ['证件号码', <MaskedId key="id" value={account.id_number} />],
    ['手机号码', account.mobile ?? '–'],
    ['开户日期', account.opened_on],
    ['缴存基数', <Money key="base" fen={account.base_fen} />],
    ['缴存比例（单位 / 个人）', rates],
    ['单位月缴存额', <Money key="employer" fen={account.employer_monthly_fen} />],
    ['个人月缴存额', <Money key="member" fen={account.member_monthly_fen} />],
  ];
  return (
    <Panel>
      <Descriptions
        size="small"
        column={{ xs: 1, lg: 2, xl: 3 }}
        items={rows.map(([label, value]) => ({ key: label, label, children: value }))}
      />
    </Panel>
  );
}
