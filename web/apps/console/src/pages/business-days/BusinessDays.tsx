import { type BusinessDay, type Job, Problem } from '@anju/api';
import {
  businessDayStatus,
  type Column,
  DataList,
  DateInput,
  formatCount,
  formatInstant,
  Money,
  ProblemAlert,
  StatusTag,
} from '@anju/ui';
import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Space } from 'antd';
import { useState } from 'react';
import { useMay } from '../../app/actions';
import { useChange } from '../../app/change';
import { JobSteps } from '../../app/JobSteps';
import { isOpen, jobQuery, useFollowed } from '../../app/job';
import { Way } from '../../app/links';
import { useList, useUrlSearch } from '../../app/list';
import { type Fact, Page, Panel } from '../../app/Page';
import { useSession } from '../../app/session';
import { homeQuery } from '../home/queries';
import { businessDayList, closeDay, openDay } from './queries';

const columns: Column<BusinessDay>[] = [
  { key: 'date', title: '会计日期', render: ({ date }) => date },
  {
    key: 'status',
    title: '状态',
    render: ({ status }) => <StatusTag status={status} words={businessDayStatus} />,
  },
  {
    key: 'opened_at',
    title: '开启',
    render: ({ opened_at, opened_by }) => `${formatInstant(opened_at)} ${opened_by}`,
  },
  {
    key: 'closed_at',
    title: '日终',
    render: ({ closed_at, closed_by }) =>
      closed_at ? `${formatInstant(closed_at)} ${closed_by ?? ''}` : '–',
  },
  {
    key: 'vouchers',
    title: '凭证',
    align: 'right',
    render: (day) => <DayVouchers {...day} />,
  },
  {
    key: 'head',
    title: '凭证链末端',
    render: ({ head }) => (head ? <code title={head}>{head.slice(0, 16)}…</code> : '–'),
  },
];

/** 营业日: the day that business is booked on, its close, and the days before. */
export function BusinessDays() {
  const [search, onSearch] = useUrlSearch();
  const page = useList(businessDayList, search);
  const day = useSession()?.business_day;
  const [asked, setAsked] = useState<string>();
  const isDayOpen = day?.status === 'open';
  const mayClose = useMay('business_day.close');
  // Asked here, or before this page was opened.
  const closing =
    asked ?? page.listing?.items.find((row) => row.closing_job_id)?.closing_job_id ?? undefined;
  return (
    <Page
      title="营业日"
      facts={useDayFacts(isDayOpen)}
      actions={mayClose && isDayOpen && <CloseDay date={day.date} onAsked={setAsked} />}
    >
      {closing && <Closing jobId={closing} />}
      {!isDayOpen && <OpenDay />}
      <DataList
        name="business-days"
        label="营业日"
        columns={columns}
        rowKey={({ date }) => date}
        search={search}
        onSearch={onSearch}
        page={page}
        empty="还没有开过营业日。"
      />
    </Page>
  );
}

/** How many vouchers a day has, for those who may read them a way there. */
function DayVouchers({ date, vouchers }: Pick<BusinessDay, 'date' | 'vouchers'>) {
  return (
    <Way to="/vouchers" search={{ 'business_date.from': date, 'business_date.to': date }}>
      {formatCount(vouchers)}
    </Way>
  );
}

function useDayFacts(isOpen: boolean): Fact[] {
  const home = useQuery({ ...homeQuery, enabled: useMay('home.read') }).data;
  if (!home || !isOpen) return [];
  return [
    { label: '当前会计日期', value: home.business_date },
    { label: '今日凭证', value: formatCount(home.today.vouchers) },
    { label: '待编号凭证', value: formatCount(home.tail.vouchers) },
    { label: '今日到账（元）', value: <Money fen={home.today.arrivals_fen} /> },
    { label: '今日入账（元）', value: <Money fen={home.today.posted_fen} /> },
  ];
}

type CloseProps = { date: string; onAsked: (jobId: string) => void };

function CloseDay({ date, onAsked }: CloseProps) {
  const { modal, message } = App.useApp();
  const close = useChange(closeDay);
  const ask = () =>
    modal.confirm({
      title: `日终 ${date}？`,
      content: (
        <ol className="consequences">
          <li>给今日尚未编号的凭证编号并入校验链；</li>
          <li>算出凭证链末端并写入日志，此后当日账目的任何改动都会被查出；</li>
          <li>{date} 不再入账，之后到的款项记到下一营业日；</li>
          <li>开启下一个工作日。</li>
        </ol>
      ),
      okText: '日终',
      width: 480,
      onOk: () =>
        close.mutateAsync(date).then(
          ({ job_id }) => onAsked(job_id),
          (error: Error) => message.error(error.message),
        ),
    });
  return (
    <Button type="primary" loading={close.isPending} onClick={ask}>
      日终
    </Button>
  );
}

/** Whether the close is somebody else's to follow. */
const isForbidden = (error: Error) => error instanceof Problem && error.status === 403;

/** The close as it goes on, for who may follow it; anybody else sees its outcome in the list. */
function Closing({ jobId }: { jobId: string }) {
  const { data: job, error } = useQuery({ ...jobQuery(jobId), retry: false });
  useFollowed(jobId, job !== undefined && isOpen(job));
  if (job === undefined)
    return error && !isForbidden(error) ? <ProblemAlert error={error} /> : null;
  if (job.status === 'done') return <Closed job={job} />;
  return (
    <Panel title={`${job.subject} 日终`}>
      {job.problem && (
        <Alert
          className="outcome"
          type={isOpen(job) ? 'warning' : 'error'}
          showIcon
          title={job.problem}
        />
      )}
      <div role="status">
        <JobSteps job={job} />
      </div>
      {isOpen(job) && <p className="hint">离开本页不影响日终，回到本页可继续查看进度。</p>}
    </Panel>
  );
}

function Closed({ job }: { job: Job }) {
  return (
    <Alert
      className="outcome"
      role="status"
      type="success"
      showIcon
      title={`${job.subject} 已日终`}
      description={
        <Space orientation="vertical" size={2}>
          {job.steps.map(({ label, told }) => (
            <span key={label} className="hash">
              {told}
            </span>
          ))}
          <Way to="/balances" search={{ month: job.subject.slice(0, 7) }}>
            查看科目余额表
          </Way>
        </Space>
      }
    />
  );
}

/** Where no day is open, business can't be booked: the first thing to do is to open one. */
function OpenDay() {
  const mayOpen = useMay('business_day.open');
  const { message } = App.useApp();
  const [date, setDate] = useState<string>();
  const open = useChange(openDay);
  return (
    <Alert
      className="outcome"
      type="warning"
      showIcon
      title="没有开启的营业日，现在不能入账。"
      action={
        mayOpen && (
          <Space>
            <DateInput {...(date ? { value: date } : {})} onChange={setDate} />
            <Button
              type="primary"
              disabled={date === undefined}
              loading={open.isPending}
              onClick={() =>
                date && open.mutate(date, { onError: (error) => message.error(error.message) })
              }
            >
              开启
            </Button>
          </Space>
        )
      }
    />
  );
}
