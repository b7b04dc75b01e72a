import type { MonthAvailability, Outage, SystemStatus as Status } from '@anju/api';
import { type Column, formatCount, formatInstant, ProblemAlert, WholeList } from '@anju/ui';
import { useQuery } from '@tanstack/react-query';
import { Alert, Skeleton } from 'antd';
import { Way } from '../../app/links';
import { type Fact, Facts, Page, Panel } from '../../app/Page';
import { faultsOf, leftOut } from './faults';
import { statusQuery } from './queries';
import { causeWords, formatBytes, formatServed, formatSpan, secondsBetween } from './words';

/** 系统状态: whether what moves by itself does, who serves, and how available it was. */
export function SystemStatus() {
  const { data: status, error, refetch } = useQuery(statusQuery);
  return (
    <Page title="系统状态" facts={status ? programOf(status) : []}>
      {error ? <ProblemAlert error={error} retry={refetch} /> : null}
      {status ? <Parts status={status} /> : <Skeleton active />}
    </Page>
  );
}

function Parts({ status }: { status: Status }) {
  const outages = status.availability.flatMap((month) => month.outages);
  return (
    <>
      {faultsOf(status).map((fault) => (
        <Alert key={fault} className="outcome" type="warning" showIcon title={fault} />
      ))}
      <Panel title="后台工作">
        <Facts facts={workOf(status)} />
      </Panel>
      <Panel title="可用率">
        <WholeList
          name="status-months"
          label="各月可用率"
          columns={months}
          rowKey={({ month }) => month}
          rows={status.availability}
          empty="服务运行满一分钟后开始统计。"
        />
      </Panel>
      <Panel title="无服务时段">
        <WholeList
          name="status-outages"
          label="无服务时段"
          columns={spans}
          rowKey={({ from }) => from}
          rows={outages}
          empty="近六个月没有无服务时段。"
        />
        {leftOut(status.availability).map((sentence) => (
          <p key={sentence} className="hint">
            {sentence}
          </p>
        ))}
      </Panel>
    </>
  );
}

function programOf(status: Status): Fact[] {
  const used = `${status.connections_in_use} / ${status.connections_max}`;
  return [
    { label: '版本', value: status.version },
    { label: '数据库', value: `${status.database}　${formatBytes(status.database_bytes)}` },
    { label: '数据库连接', value: used },
    { label: '两分钟内有心跳的服务', value: `${status.servers.length} 个` },
    { label: '最近一次启动', value: startOf(status) },
  ];
}

/** The start of the youngest: of one that was killed a moment ago the beats still tell. */
function startOf({ servers, at }: Status): string {
  const begun = servers.map(({ began_at }) => began_at).sort();
  const last = begun[begun.length - 1];
  return last ? `${formatInstant(last)}，${formatSpan(secondsBetween(last, at))}前` : '–';
}

function workOf(status: Status): Fact[] {
  const { books, audit_waiting, audit_age_s, jobs, last_close, last_backup_at } = status;
  const waiting = (count: number, unit: string, age_s: number) =>
    count > 0 ? `${formatCount(count)} ${unit}，最早已等 ${formatSpan(age_s)}` : '没有';
  const ofBooks = books.map((book) => ({
    label: `${book.book_label}待编号`,
    value: waiting(book.waiting, '张', book.age_s),
  }));
  return [
    ...ofBooks,
    { label: '审计记录待封存', value: waiting(audit_waiting, '条', audit_age_s) },
    {
      label: '系统任务',
      value: (
        <>
          <Way to="/jobs" search={{ status: 'waiting' }}>
            等待 {formatCount(jobs.waiting)}
          </Way>
          {'　'}
          <Way to="/jobs" search={{ status: 'running' }}>
            运行中 {formatCount(jobs.running)}
          </Way>
          {'　'}
          <Way to="/jobs" search={{ status: 'dead' }}>
            已停止 {formatCount(jobs.dead)}
          </Way>
          {jobs.overdue_s > 0 ? `　最早到期的已等 ${formatSpan(jobs.overdue_s)}` : null}
        </>
      ),
    },
    {
      label: '最近日终',
      value: last_close
        ? `${last_close.business_date}　${formatInstant(last_close.closed_at)}`
        : '还没有',
    },
    {
      label: '最近备份',
      value: last_backup_at
        ? `${formatInstant(last_backup_at)}，${formatSpan(status.backup_age_s)}前`
        : '还没有',
    },
  ];
}

const months: Column<MonthAvailability>[] = [
  { key: 'month', title: '月份', render: ({ month }) => month },
  {
    key: 'served_ppm',
    title: '可用率',
    align: 'right',
    render: ({ served_ppm }) => formatServed(served_ppm),
  },
  {
    key: 'unserved_minutes',
    title: '无服务（分钟）',
    align: 'right',
    render: ({ unserved_minutes }) => formatCount(unserved_minutes),
  },
  {
    key: 'service_minutes',
    title: '服务时间（分钟）',
    align: 'right',
    render: ({ service_minutes }) => formatCount(service_minutes),
  },
  {
    key: 'planned_minutes',
    title: '计划停机（分钟）',
    align: 'right',
    render: ({ planned_minutes }) => formatCount(planned_minutes),
  },
  {
    key: 'unknown_minutes',
    title: '情况不明（分钟）',
    align: 'right',
    render: ({ unknown_minutes }) => formatCount(unknown_minutes),
  },
  {
    key: 'outage_count',
    title: '时段数',
    align: 'right',
    render: ({ outage_count }) => formatCount(outage_count),
  },
];

const spans: Column<Outage>[] = [
  { key: 'from', title: '开始', render: ({ from }) => formatInstant(from) },
  { key: 'to', title: '结束', render: ({ to }) => formatInstant(to) },
  {
    key: 'minutes',
    title: '分钟',
    align: 'right',
    render: ({ minutes }) => formatCount(minutes),
  },
  { key: 'why', title: '原因', render: whyOf },
];

function whyOf({ cause, reason }: Outage): string {
  return reason ? `${causeWords[cause]}：${reason}` : causeWords[cause];
}
