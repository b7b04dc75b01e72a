import { maxLengths, type Suspense, type SuspenseReturn } from '@anju/api';
import { AMOUNT_UNREADABLE, DateInput, dated, MoneyInput, ProblemAlert, readable } from '@anju/ui';
import { Button, Form, Input, Space } from 'antd';
import { useState } from 'react';
import { useChange } from '../../app/change';
import { DraftNote } from '../../app/DraftNote';
import { draftOf } from '../../app/draft';
import { showFindings } from '../../app/findings';
import { Panel } from '../../app/Page';
import { useSaying } from '../../app/pending';
import { usePaidOn } from '../../app/session';
import { atMost, need } from '../employers/fields';
import { returnSuspense } from './queries';

const FIELDS = ['amount_fen', 'bank_serial', 'value_date', 'reason'] as const;
const LENGTHS = maxLengths.SuspenseReturn;

/** 退回: the bank has paid money back to the payer, and its advice says so. */
export function ReturnForm({ item, onDone }: { item: Suspense; onDone: () => void }) {
  const [form] = Form.useForm<SuspenseReturn>();
  const say = useSaying();
  const [draft] = useState(() => draftOf<Partial<SuspenseReturn>>(`return-${item.suspense_id}`));
  const paidOn = usePaidOn();
  const change = useChange(returnSuspense);
  const submit = (body: SuspenseReturn) =>
    change.mutate(
      { id: item.suspense_id, body },
      {
        onSuccess: (answer) => {
          draft.drop();
          say(answer, '已登记退回');
          onDone();
        },
        onError: (error) => showFindings(form, error, FIELDS),
      },
    );
  return (
    <Panel>
      <Form
        form={form}
        noValidate
        layout="vertical"
        className="return-form"
        scrollToFirstError={{ block: 'center', focus: true }}
        initialValues={{ amount_fen: item.left_fen, value_date: paidOn, ...draft.kept }}
        onValuesChange={(_changed, values) => draft.keep(values)}
        onFinish={submit}
      >
        {change.error ? <ProblemAlert error={change.error} fields={FIELDS} /> : null}
        <p className="hint">
          款项已由银行从原收款账户退给 {item.payer_name} 后，按回单登记；登记后制一张凭证。
        </p>
        <div className="form-row">
          <Form.Item
            name="amount_fen"
            label="退回金额"
            validateTrigger="onBlur"
            rules={[
              need('退回金额'),
              readable(AMOUNT_UNREADABLE),
              atMost(item.left_fen, '退回金额'),
            ]}
          >
            <MoneyInput />
          </Form.Item>
          <Form.Item name="value_date" label="付款日期" rules={[need('付款日期'), dated()]}>
            <DateInput />
          </Form.Item>
        </div>
        <Form.Item name="bank_serial" label="银行流水号" rules={[need('银行流水号')]}>
          <Input maxLength={LENGTHS.bank_serial} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="reason"
          label="退回原因"
          rules={[{ ...need('退回原因'), whitespace: true }]}
        >
          <Input maxLength={LENGTHS.reason} autoComplete="off" />
        </Form.Item>
        <Space>
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            登记退回
          </Button>
          <DraftNote done="登记退回" />
        </Space>
      </Form>
    </Panel>
  );
}
