import type { ResolutionSummary } from '@anju/api';
import { type Column, DataList, type Filter, matter, statusOptions } from '@anju/ui';
import { ButtonLink, Way } from '../../app/links';
import { useList, useUrlSearch } from '../../app/list';
import { Page } from '../../app/Page';
import { resolutionList } from './queries';
import { resolutionColumns } from './resolutions';

const meeting: Column<ResolutionSummary>[] = [
  {
    key: 'meeting',
    title: '会议',
    wraps: true,
    render: ({ meeting_id, meeting_title }) => (
      <Way to="/meetings/$meetingId" params={{ meetingId: meeting_id }}>
        {meeting_title}
      </Way>
    ),
  },
  { key: 'held_on', title: '会议日期', render: ({ held_on }) => held_on },
];
const [number, title, about, ...votes] = resolutionColumns as [
  Column<ResolutionSummary>,
  Column<ResolutionSummary>,
  Column<ResolutionSummary>,
  ...Column<ResolutionSummary>[],
];
const columns = [number, title, about, ...meeting, ...votes];

const filters: Filter[] = [
  { kind: 'text', name: 'resolution_number.contains', label: '文号', hint: '其中几个字' },
  { kind: 'text', name: 'title.contains', label: '名称', hint: '其中几个字' },
  { kind: 'choice', name: 'matter', label: '决议事项', options: statusOptions(matter) },
  {
    kind: 'choice',
    name: 'citable',
    label: '可以引用',
    options: [
      { value: 'true', label: '是' },
      { value: 'false', label: '否' },
    ],
  },
];

/** 管委会决议, which policies, plans, write-offs and distributions cite. */
export function ResolutionList() {
  const [search, onSearch] = useUrlSearch();
  const page = useList(resolutionList, search);
  return (
    <Page title="管委会决议" actions={<ButtonLink to="/meetings">管委会会议</ButtonLink>}>
      <DataList
        name="resolutions"
        label="管委会决议"
        columns={columns}
        rowKey={({ resolution_id }) => resolution_id}
        rowClass={({ voided_at }) => (voided_at ? 'passed' : '')}
        filters={filters}
        search={search}
        onSearch={onSearch}
        page={page}
        empty="还没有管委会决议。先登记会议，再在会议中登记决议。"
      />
    </Page>
  );
}
