import { maxLengths, type Resolution } from '@anju/api';
import { formatCount, formatInstant, matter, ProblemAlert, StatusTag } from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useChange } from '../../app/change';
import { FileLink } from '../../app/FileLink';
import { ButtonLink, Way } from '../../app/links';
import { type Fact, Page, Panel } from '../../app/Page';
import { Thing } from '../../app/Thing';
import { subjectWord } from '../audit/words';
import { need } from '../employers/fields';
import { useVersion } from '../policy/queries';
import { resolutionQuery, voidResolution } from './queries';
import { Standing } from './resolutions';

function factsOf(resolution: Resolution): Fact[] {
  const { in_favour, against, abstained } = resolution;
  const votes = [
    `同意 ${formatCount(in_favour)}`,
    `反对 ${formatCount(against)}`,
    `弃权 ${formatCount(abstained)}`,
  ];
  return [
    { label: '决议文号', value: resolution.number },
    { label: '决议事项', value: <StatusTag status={resolution.matter} words={matter} /> },
    {
      label: '会议',
      value: (
        <Way to="/meetings/$meetingId" params={{ meetingId: resolution.meeting_id }}>
          {resolution.meeting_title}
        </Way>
      ),
    },
    { label: '会议日期', value: resolution.held_on },
    { label: '表决', value: votes.join('，') },
    { label: '决议文件', value: <FileLink file={resolution.document} /> },
    {
      label: '登记',
      value: `${resolution.recorded_by_name} ${formatInstant(resolution.recorded_at)}`,
    },
  ];
}

/** One resolution: what it says, by which votes, and what rests on it. */
export function ResolutionDetail() {
  const { resolutionId } = useParams({ from: '/desk/resolutions/$resolutionId' });
  const resolution = useSuspenseQuery(resolutionQuery(resolutionId)).data;
  const [voiding, setVoiding] = useState(false);
  return (
    <Page
      title={resolution.title}
      tag={<Standing row={resolution} />}
      facts={factsOf(resolution)}
      actions={
        <>
          {resolution.can.includes('void') && (
            <Button danger onClick={() => setVoiding(true)}>
              作废
            </Button>
          )}
          <ButtonLink to="/resolutions">返回列表</ButtonLink>
        </>
      }
    >
      {resolution.void_reason && (
        <Alert
          className="outcome"
          type="warning"
          title={`${resolution.voided_by_name}已作废：${resolution.void_reason}`}
        />
      )}
      <Panel title="决议内容">{resolution.content}</Panel>
      <Panel title="以此为依据的业务">
        {resolution.citations.length === 0
          ? '还没有业务以这项决议为依据。'
          : resolution.citations.map((cited) => <Cited key={cited.subject_id} {...cited} />)}
      </Panel>
      {voiding && <VoidResolution resolution={resolution} close={() => setVoiding(false)} />}
    </Page>
  );
}

type CitedProps = Resolution['citations'][number];

/** What rests on the resolution, by the name that people know it by. */
function Cited({ subject_kind, subject_id }: CitedProps) {
  const version = useVersion(subject_id);
  return (
    <div>
      <Thing kind={subject_kind} id={subject_id}>
        {version ? versionWords(version) : subjectWord(subject_kind)}
      </Thing>
    </div>
  );
}

function versionWords({ item, version }: NonNullable<ReturnType<typeof useVersion>>): string {
  return `${item.label} 自 ${version.effective_from} 起 ${version.value}${item.unit && ` ${item.unit}`}`;
}

function VoidResolution({ resolution, close }: { resolution: Resolution; close: () => void }) {
  const [form] = Form.useForm<{ reason: string }>();
  const { message } = App.useApp();
  const change = useChange(voidResolution);
  const submit = ({ reason }: { reason: string }) =>
    change.mutate(
      { id: resolution.resolution_id, reason: reason.trim() },
      {
        onSuccess: () => {
          message.success('已作废');
          close();
        },
      },
    );
  return (
    <Modal
      open
      title={`作废决议“${resolution.number}”？`}
      okText="作废"
      cancelText="返回"
      okButtonProps={{ danger: true, loading: change.isPending }}
      onOk={form.submit}
      onCancel={close}
    >
      <p>只用于登记有误的决议：它仍留在会议中并注明作废，文号可以重新登记。</p>
      {change.error ? <ProblemAlert error={change.error} /> : null}
      <Form form={form} layout="vertical" onFinish={submit}>
        <Form.Item
          name="reason"
          label="作废原因"
          rules={[{ ...need('作废原因'), whitespace: true }]}
        >
          <Input maxLength={maxLengths.ResolutionVoiding.reason} autoComplete="off" autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}
