import { maxLengths, type NewSealing, type SealReason } from '@anju/api';
import { DateInput, dated, formatCount, ProblemAlert, sealReason, statusOptions } from '@anju/ui';
import { App, Button, Drawer, Form, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { useChange } from '../../app/change';
import { DraftNote } from '../../app/DraftNote';
import { draftOf } from '../../app/draft';
import { showFindings } from '../../app/findings';
import { need } from '../employers/fields';
import { sealAccounts } from './queries';

type Values = { from_month: string; reason: SealReason; note?: string };

const FIELDS = ['from_month', 'reason', 'note'] as const;
/** A forced sealing is the end of a transfer case. */
const REASONS = statusOptions(sealReason).filter(({ value }) => value !== 'forced');

type Props = {
  employerId: string;
  members: NewSealing['members'];
  /** How many they are. */
  count: number;
  /** The first month that seems to be meant. */
  month: string;
  close: () => void;
};

/** 封存: members of an employer stop contributing, from a month on. */
export function Seal({ employerId, members, count, month, close }: Props) {
  const [form] = Form.useForm<Values>();
  const { message } = App.useApp();
  const subject = 'missing_from' in members ? members.missing_from : members.accounts.join('-');
  const [draft] = useState(() => draftOf<Partial<Values>>(`seal-${subject}`));
  const reason = Form.useWatch('reason', form);
  const seal = useChange(sealAccounts);
  const submit = ({ from_month, reason: why, note }: Values) =>
    seal.mutate(
      {
        employer_id: employerId,
        from_month,
        reason: why,
        note: note?.trim() || null,
        members,
      },
      {
        onSuccess: () => {
          draft.drop();
          message.success(`已封存 ${formatCount(count)} 人`);
          close();
        },
        onError: (error) => showFindings(form, error, FIELDS),
      },
    );
  return (
    <Drawer open title={`封存 ${formatCount(count)} 人`} size={560} onClose={close} destroyOnHidden>
      <p>
        自封存年月起，单位不再为他们缴存，之后不记欠缴；之前的欠缴仍在，余额不变。他们重新列入本单位清册即启封，列入其他单位清册即转入。
      </p>
      {seal.error ? <ProblemAlert error={seal.error} fields={FIELDS} /> : null}
      <Form
        form={form}
        noValidate
        layout="vertical"
        initialValues={draft.kept ?? { from_month: month, reason: 'terminated' }}
        onValuesChange={(_changed, values) => draft.keep(values)}
        onFinish={submit}
      >
        <Form.Item
          name="from_month"
          label="封存年月（不再缴存的第一个月）"
          rules={[need('封存年月'), dated('month')]}
        >
          <DateInput picker="month" />
        </Form.Item>
        <Form.Item name="reason" label="封存原因" rules={[need('封存原因')]}>
          <Select options={REASONS} />
        </Form.Item>
        <Form.Item
          name="note"
          label="说明"
          rules={reason === 'other' ? [{ ...need('说明'), whitespace: true }] : []}
        >
          <Input maxLength={maxLengths.NewSealing.note} showCount />
        </Form.Item>
        <Space>
          <Button type="primary" htmlType="submit" loading={seal.isPending}>
            封存
          </Button>
          <Button onClick={close}>返回</Button>
        </Space>
        <p>
          <DraftNote done="封存" />
        </p>
      </Form>
    </Drawer>
  );
}
