import {
  type Employer,
  type EmployerMonth,
  type Fen,
  fen,
  type RemittanceSummary,
} from '@anju/api';
import {
  type Column,
  DataList,
  employerMonthStatus,
  employerStatus,
  formatCount,
  formatRate,
  MaskedId,
  Money,
  type Search,
  StatusTag,
  WholeList,
} from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Descriptions } from 'antd';
import { useMemo, useState } from 'react';
import { useMay } from '../../app/actions';
import { useCodes } from '../../app/codes';
import { ButtonLink, useMayOpen, Way } from '../../app/links';
import { useExport, useList } from '../../app/list';
import { type Fact, Page, Panel } from '../../app/Page';
import { PageTabs } from '../../app/PageTabs';
import { AccountTable } from '../accounts/AccountTable';
import { EmployerAgents } from '../agents/EmployerAgents';
import { PendingApproval } from '../approvals/PendingApproval';
import { EmployerPayers } from '../payers/EmployerPayers';
import { RecoveryTable } from '../recoveries/RecoveryList';
import { remittanceColumns, remittanceList } from '../remittances/list';
import { RosterTable } from '../rosters/RosterList';
import { SuspenseTable } from '../suspense/SuspenseList';
import { Timeline } from '../timeline/Timeline';
import { EmployerChanges } from './EmployerChanges';
import { employerMonthsQuery, employerQuery, employerTimeline } from './queries';

/** One employer: who and how much at the top, what to do next at the right, its life at the end. */
export function EmployerDetail() {
  const { employerId } = useParams({ strict: false }) as { employerId: string };
  const employer = useSuspenseQuery(employerQuery(employerId)).data;
  const mayOpen = useMayOpen();
  const facts = {
    key: 'facts',
    label: '登记信息',
    children: <EmployerFacts employer={employer} />,
  };
  const accounts = {
    key: 'accounts',
    label: '职工账户',
    children: <EmployerAccounts id={employerId} />,
  };
  const months = {
    key: 'months',
    label: '缴存月份',
    children: <EmployerMonths id={employerId} />,
  };
  const remittances = {
    key: 'remittances',
    label: '汇缴',
    children: <EmployerRemittances id={employerId} />,
  };
  const rosters = {
    key: 'rosters',
    label: '清册',
    children: <EmployerRosters id={employerId} />,
  };
  const suspense = {
    key: 'suspense',
    label: '暂收',
    children: <EmployerSuspense id={employerId} />,
  };
  const recoveries = {
    key: 'recoveries',
    label: '追款',
    children: <EmployerRecoveries id={employerId} />,
  };
  const payers = {
    key: 'payers',
    label: '代付',
    children: <EmployerPayers employer={employer} />,
  };
  const changes = {
    key: 'changes',
    label: '变更记录',
    children: <EmployerChanges id={employerId} />,
  };
  const agents = {
    key: 'agents',
    label: '网厅经办人',
    children: <EmployerAgents id={employerId} />,
  };
  const mayReadAgents = useMay('agent.read');
  const tabs = [
    months,
    ...(mayOpen('/rosters') ? [rosters] : []),
    ...(mayOpen('/remittances') ? [remittances] : []),
    ...(mayOpen('/accounts') ? [accounts] : []),
    ...(mayOpen('/suspense') ? [suspense] : []),
    ...(mayOpen('/recoveries') ? [recoveries] : []),
    ...(mayOpen('/payers') ? [payers] : []),
    ...(mayReadAgents ? [agents] : []),
    facts,
    changes,
  ];
  const owing = owingOf(useSuspenseQuery(employerMonthsQuery(employerId)).data.items);
  return (
    <Page
      title={
        <>
          <span className="print-only">缴存单位　</span>
          {employer.name}
        </>
      }
      tag={<StatusTag status={employer.status} words={employerStatus} />}
      facts={factsOf(employer, owing)}
      actions={<Next employer={employer} />}
    >
      <PendingApproval of={{ subject_id: employerId }} />
      <PageTabs tabs={tabs} />
      <section className="page-last">
        <h2>时间线</h2>
        <EmployerTimeline key={employerId} id={employerId} />
      </section>
    </Page>
  );
}

/** What to do next: the month that waits for its money, else the next roster. */
function Next({ employer }: { employer: Employer }) {
  const months = useSuspenseQuery(employerMonthsQuery(employer.employer_id)).data.items;
  const waiting = months.findLast(({ status }) => status === 'assessed');
  return (
    <>
      {waiting?.remittance_id && (
        <ButtonLink
          to="/remittances/$remittanceId"
          params={{ remittanceId: waiting.remittance_id }}
        >
          {waiting.month} 待到账
        </ButtonLink>
      )}
      {employer.can.includes('change') && (
        <ButtonLink
          to="/employers/$employerId/change"
          params={{ employerId: employer.employer_id }}
        >
          变更单位信息
        </ButtonLink>
      )}
      {employer.can.includes('upload_roster') && (
        <ButtonLink look="primary" to="/rosters/new" search={{ employer_id: employer.employer_id }}>
          上传清册
        </ButtonLink>
      )}
    </>
  );
}

function factsOf(employer: Employer, owing: Owing): Fact[] {
  const owed = employer.months_owed;
  return [
    { label: '单位账号', value: employer.employer_no },
    { label: '账户余额（元）', value: <Money fen={employer.balance_fen} /> },
    { label: '缴存人数', value: formatCount(employer.people) },
    { label: '封存人数', value: formatCount(employer.sealed_people) },
    { label: '缴至年月', value: employer.paid_through ?? '未缴' },
    {
      label: '欠缴月数',
      value: (
        <Way to="." search={{ tab: 'months' }} className={owed > 0 ? 'due' : undefined}>
          {owed}
        </Way>
      ),
    },
    { label: '待到账（元）', value: <Due fen={owing.awaited} /> },
    { label: '欠缴估计（元）', value: <Due fen={owing.owed} /> },
    {
      label: '缴存比例（单位 / 个人）',
      value: `${formatRate(employer.employer_rate_ppb)} / ${formatRate(employer.member_rate_ppb)}`,
    },
  ];
}

/** What an employer has to pay now: for months assessed, and by estimate for those that are not. */
type Owing = { awaited: Fen; owed: Fen };

function owingOf(months: readonly EmployerMonth[]): Owing {
  const owing = { awaited: 0, owed: 0 };
  for (const { status, amount_fen, waiting_fen } of months) {
    if (status === 'assessed') owing.awaited += Math.max(amount_fen - waiting_fen, 0);
    if (status === 'owed') owing.owed += amount_fen;
  }
  return { awaited: fen(owing.awaited), owed: fen(owing.owed) };
}

function Due({ fen: amount }: { fen: Fen }) {
  return (
    <Way to="." search={{ tab: 'months' }} className={amount > 0 ? 'due' : undefined}>
      <Money fen={amount} />
    </Way>
  );
}

function EmployerFacts({ employer }: { employer: Employer }) {
  const { labelOf } = useCodes();
  const { agent, legal_person: legal } = employer;
  const rows: [string, React.ReactNode][] = [
    ['统一社会信用代码', employer.credit_code],
    ['单位地址', employer.address],
    ['邮政编码', employer.postcode],
    ['电子信箱', employer.email],
    ['隶属关系', labelOf('affiliation', employer.affiliation)],
    ['经济类型', labelOf('economic_type', employer.economic_type)],
    ['所属行业', labelOf('industry', employer.industry)],
    ['设立日期', employer.established_on],
    ['开户日期', employer.opened_on],
    ['所属管理部', employer.branch_name],
    ['受托银行', labelOf('bank', employer.bank_code)],
    ['起缴年月', employer.first_month],
    ['发薪日', `每月 ${employer.payday} 日`],
    ['法定代表人', legal.name],
    ['法定代表人证件', <MaskedId key="legal" value={legal.id_number} />],
    ['经办人', agent.name],
    ['经办人证件', <MaskedId key="agent" value={agent.id_number} />],
    ['经办人手机', agent.mobile],
    ['经办人固定电话', agent.phone],
  ];
  return (
    <Panel>
      <Descriptions
        size="small"
        column={{ xs: 1, lg: 2, xl: 3 }}
        items={rows.map(([label, value]) => ({ key: label, label, children: value || '–' }))}
      />
    </Panel>
  );
}

function EmployerAccounts({ id }: { id: string }) {
  const [search, onSearch] = useState<Search>({});
  return (
    <AccountTable
      name="employer-accounts"
      search={search}
      onSearch={onSearch}
      fixed={{ employer_id: id }}
      empty="还没有职工账户。上传清册并确认后，新职工的账户会自动开立。"
    />
  );
}

/** What months come to, those of one status apart: the sums of others are another thing. */
function amountWhere(
  status: EmployerMonth['status'],
  key: string,
  title: string,
): Column<EmployerMonth> {
  return {
    key,
    title,
    align: 'right',
    total: key,
    render: (month) => (month.status === status ? <Money fen={month.amount_fen} /> : '–'),
  };
}

const monthColumns: Column<EmployerMonth>[] = [
  { key: 'month', title: '月份', render: ({ month }) => month },
  {
    key: 'status',
    title: '状态',
    render: ({ status }) => <StatusTag status={status} words={employerMonthStatus} />,
  },
  { key: 'people', title: '人数', align: 'right', render: ({ people }) => formatCount(people) },
  amountWhere('paid', 'paid_fen', '已缴'),
  amountWhere('assessed', 'awaited_fen', '待到账'),
  amountWhere('owed', 'owed_fen', '欠缴（估计）'),
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

/** The months that have fallen due; what is paid, awaited and owed is summed apart. */
function EmployerMonths({ id }: { id: string }) {
  const months = useSuspenseQuery(employerMonthsQuery(id)).data.items;
  const exportTo = useExport(`/api/employers/${id}/months`);
  const sumOf = (wanted: EmployerMonth['status']) =>
    months.reduce((sum, { status, amount_fen }) => sum + (status === wanted ? amount_fen : 0), 0);
  const sums = { paid_fen: sumOf('paid'), awaited_fen: sumOf('assessed'), owed_fen: sumOf('owed') };
  return (
    <>
      <p className="hint">
        待到账是已核定还没有入账的金额；欠缴的月份还没有核定，按现在的人数和月缴存额估计。
      </p>
      <WholeList
        name="employer-months"
        label="缴存月份"
        columns={monthColumns}
        rows={months}
        rowKey={({ month }) => month}
        sums={sums}
        exportTo={exportTo}
        empty="还没有应缴的月份。"
      />
    </>
  );
}

/** The employer's own list has no column of employers. */
const columns: Column<RemittanceSummary>[] = remittanceColumns.filter(
  ({ key }) => key !== 'employer_name',
);

function EmployerRemittances({ id }: { id: string }) {
  const [search, onSearch] = useState<Search>({});
  const page = useList(remittanceList, search, { employer_id: id });
  return (
    <DataList
      name="employer-remittances"
      label="汇缴"
      columns={columns}
      rowKey={({ remittance_id }) => remittance_id}
      search={search}
      onSearch={onSearch}
      page={page}
      empty="还没有汇缴。上传清册并确认后，这里会出现核定的汇缴。"
    />
  );
}

function EmployerRosters({ id }: { id: string }) {
  const [search, onSearch] = useState<Search>({});
  return (
    <RosterTable
      name="employer-rosters"
      search={search}
      onSearch={onSearch}
      fixed={{ employer_id: id }}
      empty="还没有清册。"
    />
  );
}

/** Money of the employer that waits or waited. */
function EmployerSuspense({ id }: { id: string }) {
  const [search, onSearch] = useState<Search>({});
  return (
    <SuspenseTable
      name="employer-suspense"
      search={search}
      onSearch={onSearch}
      fixed={{ owner: id }}
      empty="没有暂收款。"
    />
  );
}

/** What is to come back from the employer, or came. */
function EmployerRecoveries({ id }: { id: string }) {
  const [search, onSearch] = useState<Search>({});
  return (
    <RecoveryTable
      name="employer-recoveries"
      search={search}
      onSearch={onSearch}
      fixed={{ owner: id }}
      empty="没有要向该单位追回的款项。"
    />
  );
}

function EmployerTimeline({ id }: { id: string }) {
  const list = useMemo(() => employerTimeline(id), [id]);
  return <Timeline name="employer-timeline" list={list} />;
}
