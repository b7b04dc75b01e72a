import { type MeetingRecord, maxLengths } from '@anju/api';
import { DateInput, dated, ProblemAlert } from '@anju/ui';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Drawer, Form, Input, InputNumber, Space } from 'antd';
import { useState } from 'react';
import { useChange } from '../../app/change';
import { DraftNote } from '../../app/DraftNote';
import { draftOf } from '../../app/draft';
import { showFindings } from '../../app/findings';
import { need } from '../employers/fields';
import { recordMeeting } from './queries';
import { SignedFile } from './SignedFile';

const FIELDS = ['title', 'held_on', 'chair', 'members_due', 'members_present'] as const;
const LENGTHS = maxLengths.MeetingRecord;

type Draft = Partial<MeetingRecord>;

const draft = draftOf<Draft>('record-meeting');

/** 登记会议: when the committee met and who came. */
export function RecordMeeting({ close }: { close: () => void }) {
  const [form] = Form.useForm<Draft>();
  const [kept] = useState(() => draft.kept);
  const [minutes, setMinutes] = useState<File>();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const record = useChange(recordMeeting);
  const submit = (values: Draft) =>
    // The rules have let it through.
    record.mutate(
      { meeting: values as MeetingRecord, minutes },
      {
        onSuccess: ({ meeting_id }) => {
          draft.drop();
          message.success('已登记会议，请继续登记决议');
          navigate({ to: '/meetings/$meetingId', params: { meetingId: meeting_id } });
        },
        onError: (error) => showFindings(form, error, FIELDS),
      },
    );
  return (
    <Drawer open title="登记管委会会议" size={520} onClose={close} destroyOnHidden>
      {record.error ? <ProblemAlert error={record.error} fields={FIELDS} /> : null}
      <Form
        form={form}
        noValidate
        layout="vertical"
        {...(kept ? { initialValues: kept } : {})}
        onValuesChange={(_changed, values) => draft.keep(values)}
        onFinish={submit}
      >
        <MeetingFields />
        <SignedFile label="会议纪要" file={minutes} onFile={setMinutes} />
        <Space>
          <Button type="primary" htmlType="submit" loading={record.isPending}>
            登记
          </Button>
          <Button onClick={close}>关闭</Button>
        </Space>
        <p>
          <DraftNote done="登记成功" />
        </p>
      </Form>
    </Drawer>
  );
}

/** What the committee met as: its name, its day and who came. */
function MeetingFields() {
  return (
    <>
      <Form.Item
        name="title"
        label="会议名称"
        rules={[{ ...need('会议名称'), whitespace: true }]}
        extra="如：住房公积金管理委员会2026年第二次全体会议"
      >
        <Input maxLength={LENGTHS.title} autoComplete="off" autoFocus />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="held_on" label="会议日期" rules={[need('会议日期'), dated()]}>
          <DateInput />
        </Form.Item>
        <Form.Item name="chair" label="主持人" rules={[{ ...need('主持人'), whitespace: true }]}>
          <Input maxLength={LENGTHS.chair} autoComplete="off" />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item name="members_due" label="应到委员" rules={[need('应到委员')]}>
          <InputNumber min={1} precision={0} suffix="人" />
        </Form.Item>
        <Form.Item name="members_present" label="实到委员" rules={[need('实到委员')]}>
          <InputNumber min={1} precision={0} suffix="人" />
        </Form.Item>
      </div>
    </>
  );
}
