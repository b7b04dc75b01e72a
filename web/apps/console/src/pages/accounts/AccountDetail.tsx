import type {
  Account,
  AccountChange,
  EntryItem,
  MemberMonth,
  MobileChanged,
  OwedMonth,
} from '@anju/api';
import {
  accountChangeKind,
  accountStatus,
  addMonths,
  type Column,
  DataList,
  employerMonthStatus,
  formatInstant,
  formatRate,
  MaskedId,
  Money,
  memberMonthKind,
  mobileReason,
  monthOf,
  type Search,
  StatusTag,
  seenDocument,
  WholeList,
} from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Descriptions } from 'antd';
import { useMemo, useState } from 'react';
import { useMay } from '../../app/actions';
import { VoucherLink, Way } from '../../app/links';
import { useExport, useList } from '../../app/list';
import { type Fact, Page, Panel } from '../../app/Page';
import { PageTabs } from '../../app/PageTabs';
import { useSession } from '../../app/session';
import { IssueContribution } from '../certificates/IssueContribution';
import { EntryReceipt } from '../certificates/PrintReceipt';
import { Seal } from '../sealings/Seal';
import { Timeline } from '../timeline/Timeline';
import { ChangeMobile } from './ChangeMobile';
import { PrintStatement } from './PrintStatement';
import {
  accountChangesQuery,
  accountQuery,
  accountTimeline,
  entryList,
  memberMonthsQuery,
  mobileChangesQuery,
  owedMonthsQuery,
} from './queries';
import { Unmask } from './Unmask';

/** Everything of one person's account on one page. */
export function AccountDetail() {
  const { accountNo } = useParams({ strict: false }) as { accountNo: string };
  const account = useSuspenseQuery(accountQuery(accountNo)).data;
  const tabs = [
    { key: 'entries', label: '明细', children: <Entries no={accountNo} /> },
    { key: 'months', label: '缴存月份', children: <Months no={accountNo} /> },
    { key: 'owed', label: '欠缴月份', children: <OwedMonths no={accountNo} /> },
    { key: 'changes', label: '变更', children: <Changes no={accountNo} /> },
    { key: 'facts', label: '账户信息', children: <AccountFacts account={account} /> },
  ];
  return (
    <Page
      title={
        <>
          <span className="print-only">个人账户　</span>
          {account.name}　{account.account_no}
        </>
      }
      tag={<StatusTag status={account.status} words={accountStatus} />}
      facts={factsOf(account)}
      actions={
        <>
          <SealOne account={account} />
          <Unmask key={`unmask-${accountNo}`} no={accountNo} />
          <ChangeMobile
            key={`mobile-${accountNo}`}
            no={accountNo}
            mobile={account.mobile ?? null}
          />
          <IssueContribution key={`certificate-${accountNo}`} no={accountNo} />
          <PrintStatement key={accountNo} no={accountNo} />
        </>
      }
    >
      <div className="beside-paper">
        <PageTabs tabs={tabs} />
        <section className="page-last">
          <h2>时间线</h2>
          <AccountTimeline key={accountNo} no={accountNo} />
        </section>
      </div>
    </Page>
  );
}

function AccountTimeline({ no }: { no: string }) {
  const list = useMemo(() => accountTimeline(no), [no]);
  return <Timeline name="account-timeline" list={list} />;
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
    {
      label: '欠缴月数',
      value: (
        <Way
          to="."
          search={{ tab: 'owed' }}
          className={account.months_owed > 0 ? 'due' : undefined}
        >
          {account.months_owed}
        </Way>
      ),
    },
    { label: '连续缴存月数', value: account.continuous_months },
    ...(account.sealed_from ? [{ label: '封存年月', value: account.sealed_from }] : []),
    {
      label: '缴存单位',
      value: (
        <Way to="/employers/$employerId" params={{ employerId: account.employer_id }}>
          {account.employer_name}
        </Way>
      ),
    },
  ];
}

/** 封存, where the member has left the employer. */
function SealOne({ account }: { account: Account }) {
  const maySeal = useMay('account.seal');
  const today = useSession()?.business_day?.date;
  const [sealing, setSealing] = useState(false);
  if (!maySeal || account.status !== 'normal') return null;
  return (
    <>
      <Button onClick={() => setSealing(true)}>封存</Button>
      {sealing && (
        <Seal
          employerId={account.employer_id}
          members={{ accounts: [account.account_no] }}
          count={1}
          month={nextUnpaid(account, today)}
          close={() => setSealing(false)}
        />
      )}
    </>
  );
}

/** The month after the last that is paid here; of a new account that of today. */
function nextUnpaid({ paid_through, first_month }: Account, today: string | undefined): string {
  if (paid_through && paid_through >= first_month) return addMonths(paid_through, 1);
  const month = today ? monthOf(today) : first_month;
  return month > first_month ? month : first_month;
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
    total: 'amount_fen',
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
  {
    key: 'source',
    title: '业务流水',
    render: ({ remittance_id, source }) =>
      remittance_id ? (
        <Way to="/remittances/$remittanceId" params={{ remittanceId: remittance_id }}>
          {source}
        </Way>
      ) : (
        '–'
      ),
  },
];

/** 入账回单 of an entry, for who may issue one. */
const receiptColumn = (no: string): Column<EntryItem> => ({
  key: 'receipt',
  title: '回单',
  screenOnly: true,
  render: (entry) => <EntryReceipt no={no} entry={entry} />,
});

function Entries({ no }: { no: string }) {
  const [search, onSearch] = useState<Search>({});
  const list = useMemo(() => entryList(no), [no]);
  const page = useList(list, search);
  const withReceipts = useMemo(() => [...columns, receiptColumn(no)], [no]);
  return (
    <DataList
      name="entries"
      label="账户明细"
      columns={useMay('certificate.issue') ? withReceipts : columns}
      rowKey={({ entry_no }) => entry_no}
      search={search}
      onSearch={onSearch}
      page={page}
      empty="还没有发生额。单位汇缴到账后，这里会出现入账明细。"
    />
  );
}

const monthColumns: Column<MemberMonth>[] = [
  { key: 'month', title: '月份', render: ({ month }) => month },
  {
    key: 'kind',
    title: '方式',
    render: ({ kind }) => <StatusTag status={kind} words={memberMonthKind} />,
  },
  {
    key: 'amount_fen',
    title: '金额',
    align: 'right',
    render: ({ amount_fen }) => <Money fen={amount_fen} />,
  },
  { key: 'employer_name', title: '缴存单位', render: ({ employer_name }) => employer_name },
  { key: 'entry_no', title: '明细序号', align: 'right', render: ({ entry_no }) => entry_no },
];

/** Without a sum: a month that was taken back still says what it had been. */
function Months({ no }: { no: string }) {
  const months = useSuspenseQuery(memberMonthsQuery(no)).data.items;
  const exportTo = useExport(`/api/accounts/${no}/months`);
  return (
    <WholeList
      name="member-months"
      label="缴存月份"
      columns={monthColumns}
      rows={months}
      rowKey={({ month }) => month}
      exportTo={exportTo}
      empty="还没有缴过的月份。"
    />
  );
}

const owedColumns: Column<OwedMonth>[] = [
  { key: 'month', title: '月份', render: ({ month }) => month },
  {
    key: 'employer_name',
    title: '缴存单位',
    render: ({ employer_id, employer_name }) => (
      <Way to="/employers/$employerId" params={{ employerId: employer_id }}>
        {employer_name}
      </Way>
    ),
  },
  {
    key: 'status',
    title: '状态',
    render: ({ status }) => <StatusTag status={status} words={employerMonthStatus} />,
  },
  {
    key: 'amount_fen',
    title: '应缴金额',
    align: 'right',
    total: 'amount_fen',
    render: ({ amount_fen }) => <Money fen={amount_fen} />,
  },
  {
    key: 'remittance',
    screenOnly: true,
    title: '汇缴',
    render: ({ remittance_id }) =>
      remittance_id ? (
        <Way to="/remittances/$remittanceId" params={{ remittanceId: remittance_id }} instead="–">
          查看
        </Way>
      ) : (
        '–'
      ),
  },
];

/** What employers have not paid in time, month by month. */
function OwedMonths({ no }: { no: string }) {
  const months = useSuspenseQuery(owedMonthsQuery(no)).data.items;
  const exportTo = useExport(`/api/accounts/${no}/owed-months`);
  return (
    <>
      <p className="hint">待到账的月份是核定的金额；欠缴的月份按月缴存额估计，以清册核定为准。</p>
      <WholeList
        name="owed-months"
        label="欠缴月份"
        columns={owedColumns}
        rows={months}
        rowKey={({ month }) => month}
        sums={{ amount_fen: months.reduce((sum, { amount_fen }) => sum + amount_fen, 0) }}
        exportTo={exportTo}
        empty="没有欠缴的月份。"
      />
    </>
  );
}

const changeColumns: Column<AccountChange>[] = [
  { key: 'made_at', title: '时间', render: ({ made_at }) => formatInstant(made_at) },
  {
    key: 'kind',
    title: '变更',
    render: ({ kind }) => <StatusTag status={kind} words={accountChangeKind} />,
  },
  { key: 'employer_name', title: '缴存单位', render: ({ employer_name }) => employer_name },
  {
    key: 'status',
    title: '账户状态',
    render: ({ status }) => <StatusTag status={status} words={accountStatus} />,
  },
  { key: 'first_month', title: '起缴年月', render: ({ first_month }) => first_month },
  { key: 'sealed_from', title: '封存年月', render: ({ sealed_from }) => sealed_from ?? '–' },
  {
    key: 'base_fen',
    title: '缴存基数',
    align: 'right',
    render: ({ base_fen }) => <Money fen={base_fen} />,
  },
  {
    key: 'rates',
    title: '比例（单位 / 个人）',
    render: (change) =>
      `${formatRate(change.employer_rate_ppb)} / ${formatRate(change.member_rate_ppb)}`,
  },
  {
    key: 'employer_monthly_fen',
    title: '单位月缴存额',
    align: 'right',
    render: ({ employer_monthly_fen }) => <Money fen={employer_monthly_fen} />,
  },
  {
    key: 'member_monthly_fen',
    title: '个人月缴存额',
    align: 'right',
    render: ({ member_monthly_fen }) => <Money fen={member_monthly_fen} />,
  },
  { key: 'made_by_name', title: '经办', render: ({ made_by_name }) => made_by_name },
  {
    key: 'roster',
    screenOnly: true,
    title: '依据',
    render: ({ roster_id }) =>
      roster_id ? (
        <Way to="/rosters/$rosterId" params={{ rosterId: roster_id }}>
          清册
        </Way>
      ) : (
        '–'
      ),
  },
];

/** What became of the account apart from its money, each with what stands after it. */
function Changes({ no }: { no: string }) {
  const changes = useSuspenseQuery(accountChangesQuery(no)).data.items;
  const exportTo = useExport(`/api/accounts/${no}/changes`);
  return (
    <WholeList
      name="account-changes"
      label="账户变更"
      columns={changeColumns}
      rows={changes}
      rowKey={({ change_no }) => change_no}
      exportTo={exportTo}
      empty="账户开立以来没有变更。"
    />
  );
}

function AccountFacts({ account }: { account: Account }) {
  const rates = `${formatRate(account.employer_rate_ppb)} / ${formatRate(account.member_rate_ppb)}`;
  const rows: [string, React.ReactNode][] = [
    ['姓名', account.name],
    ['证件号码', <MaskedId key="id" value={account.id_number} />],
    ['手机号码', account.mobile ?? '–'],
    ['开户日期', account.opened_on],
    ['起缴年月', account.first_month],
    ['缴存基数', <Money key="base" fen={account.base_fen} />],
    ['缴存比例（单位 / 个人）', rates],
    ['单位月缴存额', <Money key="employer" fen={account.employer_monthly_fen} />],
    ['个人月缴存额', <Money key="member" fen={account.member_monthly_fen} />],
  ];
  return (
    <>
      <Panel>
        <Descriptions
          size="small"
          column={{ xs: 1, lg: 2, xl: 3 }}
          items={rows.map(([label, value]) => ({ key: label, label, children: value }))}
        />
      </Panel>
      <MobileChanges no={account.account_no} />
    </>
  );
}

const mobileColumns: Column<MobileChanged>[] = [
  { key: 'made_at', title: '时间', render: ({ made_at }) => formatInstant(made_at) },
  { key: 'old_mobile', title: '原手机号码', render: ({ old_mobile }) => old_mobile ?? '未登记' },
  { key: 'new_mobile', title: '新手机号码', render: ({ new_mobile }) => new_mobile },
  {
    key: 'reason',
    title: '变更原因',
    render: ({ reason }) => <StatusTag status={reason} words={mobileReason} />,
  },
  {
    key: 'document',
    title: '核验材料',
    render: ({ document }) => <StatusTag status={document} words={seenDocument} />,
  },
  { key: 'note', title: '说明', render: ({ note }) => note ?? '–' },
  { key: 'made_by_name', title: '经办', render: ({ made_by_name }) => made_by_name },
];

/** What became of the member's mobile, where it ever changed. */
function MobileChanges({ no }: { no: string }) {
  const changes = useSuspenseQuery(mobileChangesQuery(no)).data.items;
  if (changes.length === 0) return null;
  return (
    <WholeList
      name="mobile-changes"
      label="手机号码变更"
      columns={mobileColumns}
      rows={changes}
      rowKey={({ made_at }) => made_at}
      empty="手机号码没有变更。"
    />
  );
}
