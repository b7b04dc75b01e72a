import type { Meeting } from '@anju/api';
import { DataList, formatCount, formatInstant } from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { FileLink } from '../../app/FileLink';
import { ButtonLink } from '../../app/links';
import { useList, useUrlSearch } from '../../app/list';
import { type Fact, Page } from '../../app/Page';
import { meetingQuery, resolutionList } from './queries';
import { RecordResolution } from './RecordResolution';
import { resolutionColumns } from './resolutions';

function factsOf(meeting: Meeting): Fact[] {
  return [
    { label: '会议日期', value: meeting.held_on },
    { label: '主持人', value: meeting.chair },
    { label: '应到委员', value: `${formatCount(meeting.members_due)} 人` },
    { label: '实到委员', value: `${formatCount(meeting.members_present)} 人` },
    { label: '会议纪要', value: <FileLink file={meeting.minutes} /> },
    {
      label: '登记',
      value: `${meeting.recorded_by_name} ${formatInstant(meeting.recorded_at)}`,
    },
  ];
}

/** One meeting of the committee and what it resolved. */
export function MeetingDetail() {
  const { meetingId } = useParams({ from: '/desk/meetings/$meetingId' });
  const meeting = useSuspenseQuery(meetingQuery(meetingId)).data;
  const [search, onSearch] = useUrlSearch();
  const list = useMemo(
    () => ({
      ...resolutionList,
      name: `resolutions-${meetingId}`,
      page: (query: Parameters<typeof resolutionList.page>[0]) =>
        resolutionList.page({ ...query, meeting_id: meetingId }),
    }),
    [meetingId],
  );
  const page = useList(list, search);
  const [recording, setRecording] = useState(false);
  return (
    <Page
      title={meeting.title}
      facts={factsOf(meeting)}
      actions={
        <>
          {meeting.can.includes('record_resolution') && (
            <Button type="primary" onClick={() => setRecording(true)}>
              登记决议
            </Button>
          )}
          <ButtonLink to="/meetings">返回列表</ButtonLink>
        </>
      }
    >
      <DataList
        name="meeting-resolutions"
        label="会议决议"
        columns={resolutionColumns}
        rowKey={({ resolution_id }) => resolution_id}
        rowClass={({ voided_at }) => (voided_at ? 'passed' : '')}
        filters={[]}
        search={search}
        onSearch={onSearch}
        page={page}
        empty="这次会议还没有登记决议。"
      />
      {recording && (
        <RecordResolution
          meetingId={meetingId}
          present={meeting.members_present}
          close={() => setRecording(false)}
        />
      )}
    </Page>
  );
}
