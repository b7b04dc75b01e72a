import { maxLengths, type ResolutionRecord } from '@anju/api';
import { matter, ProblemAlert, statusOptions } from '@anju/ui';
import { App, Button, Drawer, Form, Input, InputNumber, Radio, Select, Space } from 'antd';
import { useState } from 'react';
import { useChange } from '../../app/change';
import { DraftNote } from '../../app/DraftNote';
import { draftOf } from '../../app/draft';
import { showFindings } from '../../app/findings';
import { need } from '../employers/fields';
import { recordResolution } from './queries';
import { SignedFile } from './SignedFile';

const FIELDS = [
  'number',
  'title',
  'matter',
  'content',
  'in_favour',
  'against',
  'abstained',
  'adopted',
] as const;
const LENGTHS = maxLengths.ResolutionRecord;

type Draft = Partial<ResolutionRecord>;
type Props = { meetingId: string; present: number; close: () => void };

/** 登记决议: what a meeting resolved, and by which votes. */
export function RecordResolution({ meetingId, present, close }: Props) {
  const [form] = Form.useForm<Draft>();
  const [draft] = useState(() => draftOf<Draft>(`record-resolution-${meetingId}`));
  const [document, setDocument] = useState<File>();
  const { message } = App.useApp();
  const record = useChange(recordResolution);
  const submit = (values: Draft) =>
    // The rules have let it through.
    record.mutate(
      { id: meetingId, resolution: values as ResolutionRecord, document },
      {
        onSuccess: () => {
          draft.drop();
          message.success('已登记决议');
          close();
        },
        onError: (error) => showFindings(form, error, FIELDS),
      },
    );
  return (
    <Drawer open title="登记管委会决议" size={520} onClose={close} destroyOnHidden>
      {record.error ? <ProblemAlert error={record.error} fields={FIELDS} /> : null}
      <Form
        form={form}
        // Before the ids of its fields: the page itself has an element `content`.
        name="resolution"
        noValidate
        layout="vertical"
        initialValues={{ against: 0, abstained: 0, adopted: true, ...draft.kept }}
        onValuesChange={(_changed, values) => draft.keep(values)}
        onFinish={submit}
      >
        <WordFields />
        <VoteFields present={present} />
        <SignedFile label="决议文件" file={document} onFile={setDocument} />
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

/** What was resolved, in the words of the resolution. */
function WordFields() {
  return (
    <>
      <div className="form-row">
        <Form.Item
          name="number"
          label="决议文号"
          rules={[{ ...need('决议文号'), whitespace: true }]}
        >
          <Input maxLength={LENGTHS.number} autoComplete="off" autoFocus />
        </Form.Item>
        <Form.Item name="matter" label="决议事项" rules={[need('决议事项')]}>
          <Select options={statusOptions(matter)} />
        </Form.Item>
      </div>
      <Form.Item name="title" label="决议名称" rules={[{ ...need('决议名称'), whitespace: true }]}>
        <Input maxLength={LENGTHS.title} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="content"
        label="决议内容"
        rules={[{ ...need('决议内容'), whitespace: true }]}
        normalize={(text: string) => text.replace(/\s*\n\s*/g, ' ')}
      >
        <Input.TextArea maxLength={LENGTHS.content} showCount autoSize={{ minRows: 3 }} />
      </Form.Item>
    </>
  );
}

const VOTES = [
  { name: 'in_favour', label: '同意' },
  { name: 'against', label: '反对' },
  { name: 'abstained', label: '弃权' },
];

/** By which votes; whether they suffice is the statute's, not ours, to say. */
function VoteFields({ present }: { present: number }) {
  return (
    <>
      <Space size={24} align="start">
        {VOTES.map(({ name, label }) => (
          <Form.Item key={name} name={name} label={label} rules={[need(`${label}票数`)]}>
            <InputNumber min={0} max={present} precision={0} suffix="票" />
          </Form.Item>
        ))}
      </Space>
      <Form.Item
        name="adopted"
        label="表决结果"
        extra={`实到委员 ${present} 人；是否通过按管委会章程认定`}
      >
        <Radio.Group
          options={[
            { value: true, label: '通过' },
            { value: false, label: '未通过' },
          ]}
        />
      </Form.Item>
    </>
  );
}
