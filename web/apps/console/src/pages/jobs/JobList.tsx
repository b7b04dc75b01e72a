import type { JobSummary } from '@anju/api';
import {
  type Column,
  DataList,
  type Filter,
  formatInstant,
  jobStatus,
  StatusTag,
  statusOptions,
} from '@anju/ui';
import { Way } from '../../app/links';
import { useList, useUrlSearch } from '../../app/list';
import { Page } from '../../app/Page';
import { About } from './About';
import { jobList } from './queries';

const columns: Column<JobSummary>[] = [
  { key: 'asked_at', title: '提交', render: ({ asked_at }) => formatInstant(asked_at) },
  {
    key: 'kind_label',
    title: '任务',
    render: ({ job_id, kind_label }) => (
      <Way to="/jobs/$jobId" params={{ jobId: job_id }}>
        {kind_label}
      </Way>
    ),
  },
  { key: 'subject', title: '对象', render: (job) => <About job={job} /> },
  {
    key: 'status',
    title: '状态',
    render: ({ status }) => <StatusTag status={status} words={jobStatus} />,
  },
  {
    key: 'attempts',
    title: '次数',
    align: 'right',
    render: ({ attempts, attempts_max }) => `${attempts} / ${attempts_max}`,
  },
  {
    key: 'due_at',
    title: '下次运行',
    render: ({ status, due_at }) => (status === 'waiting' ? formatInstant(due_at) : '–'),
  },
  {
    key: 'ended_at',
    title: '结束',
    render: ({ ended_at }) => (ended_at ? formatInstant(ended_at) : '–'),
  },
  { key: 'asked_by_name', title: '提交人', render: ({ asked_by_name }) => asked_by_name },
  { key: 'problem', title: '未完成的原因', render: ({ problem }) => problem ?? '–' },
  {
    key: 'cancel_reason',
    title: '取消原因',
    render: ({ cancel_reason }) => cancel_reason ?? '–',
  },
];

const filters: Filter[] = [
  { kind: 'choice', name: 'status', label: '状态', options: statusOptions(jobStatus) },
  { kind: 'text', name: 'subject', label: '对象', width: 290 },
];

/** 系统任务: what the system does by itself, and what of it somebody has to look at. */
export function JobList() {
  const [search, onSearch] = useUrlSearch();
  const page = useList(jobList, search);
  return (
    <Page title="系统任务">
      <DataList
        name="jobs"
        label="系统任务"
        columns={columns}
        rowKey={({ job_id }) => job_id}
        filters={filters}
        search={search}
        onSearch={onSearch}
        page={page}
        empty="没有系统任务。日终、续记等由系统办理的工作会出现在这里，完成30天后清理。"
      />
    </Page>
  );
}
