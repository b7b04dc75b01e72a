import type { MeetingSummary } from '@anju/api';
import { type Column, DataList, type Filter, formatCount } from '@anju/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '../../app/actions';
import { ButtonLink, Way } from '../../app/links';
import { useList, useUrlSearch } from '../../app/list';
import { Page } from '../../app/Page';
import { meetingList } from './queries';
import { RecordMeeting } from './RecordMeeting';

const columns: Column<MeetingSummary>[] = [
  {
    key: 'title',
    title: '会议名称',
    wraps: true,
    render: ({ meeting_id, title }) => (
      <Way to="/meetings/$meetingId" params={{ meetingId: meeting_id }}>
        {title}
      </Way>
    ),
  },
  { key: 'held_on', title: '会议日期', sortable: true, render: ({ held_on }) => held_on },
  { key: 'chair', title: '主持人', render: ({ chair }) => chair },
  {
    key: 'members_due',
    title: '应到委员',
    align: 'right',
    render: ({ members_due }) => formatCount(members_due),
  },
  {
    key: 'members_present',
    title: '实到委员',
    align: 'right',
    render: ({ members_present }) => formatCount(members_present),
  },
  {
    key: 'resolutions',
    title: '决议',
    align: 'right',
    render: ({ resolutions }) => formatCount(resolutions),
  },
];

const filters: Filter[] = [
  { kind: 'text', name: 'title.contains', label: '会议名称', hint: '其中几个字' },
  { kind: 'dates', name: 'held_on', label: '会议日期' },
];

/** 管委会会议: what the management committee met for. */
export function MeetingList() {
  const [search, onSearch] = useUrlSearch();
  const page = useList(meetingList, search);
  const mayRecord = useMay('meeting.record');
  const [recording, setRecording] = useState(false);
  return (
    <Page
      title="管委会会议"
      actions={
        <>
          <ButtonLink to="/resolutions">管委会决议</ButtonLink>
          {mayRecord && (
            <Button type="primary" onClick={() => setRecording(true)}>
              登记会议
            </Button>
          )}
        </>
      }
    >
      <DataList
        name="meetings"
        label="管委会会议"
        columns={columns}
        rowKey={({ meeting_id }) => meeting_id}
        filters={filters}
        search={search}
        onSearch={onSearch}
        page={page}
        empty="还没有登记管委会会议。由管委会决定的政策参数须以会议的决议为依据。"
      />
      {recording && <RecordMeeting close={() => setRecording(false)} />}
    </Page>
  );
}
