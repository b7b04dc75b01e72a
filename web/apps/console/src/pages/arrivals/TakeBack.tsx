import {
  type Arrival,
  type ArrivalTakeBack,
  type ArrivalTakenBack,
  fen,
  maxLengths,
} from '@anju/api';
import { DateInput, dated, formatFen, ProblemAlert } from '@anju/ui';
import { Alert, Button, Drawer, Form, Input, Space } from 'antd';
import { useState } from 'react';
import { useChange } from '../../app/change';
import { DraftNote } from '../../app/DraftNote';
import { draftOf } from '../../app/draft';
import { showFindings } from '../../app/findings';
import { VoucherLink, Way } from '../../app/links';
import { usePaidOn } from '../../app/session';
import { need } from '../employers/fields';
import { takeBackArrival } from './queries';

const FIELDS = ['bank_serial', 'value_date', 'reason'] as const;
const LENGTHS = maxLengths.ArrivalTakeBack;

/** 银行冲正: the bank has taken a credited wire back, and its advice says so. */
export function TakeBack({ arrival, close }: { arrival: Arrival; close: () => void }) {
  const [outcome, setOutcome] = useState<ArrivalTakenBack>();
  return (
    <Drawer open title={`银行冲正 ${arrival.serial}`} size={520} onClose={close} destroyOnHidden>
      <p>
        {arrival.payer_name} {arrival.value_date} 汇入 {formatFen(arrival.amount_fen)}{' '}
        元，银行流水号 {arrival.bank_serial}
      </p>
      {outcome ? (
        <>
          <Outcome outcome={outcome} arrival={arrival} />
          <Button onClick={close} autoFocus>
            关闭
          </Button>
        </>
      ) : (
        <TakeBackForm arrival={arrival} onDone={setOutcome} close={close} />
      )}
    </Drawer>
  );
}

type FormProps = {
  arrival: Arrival;
  onDone: (outcome: ArrivalTakenBack) => void;
  close: () => void;
};

function TakeBackForm({ arrival, onDone, close }: FormProps) {
  const [form] = Form.useForm<ArrivalTakeBack>();
  const [draft] = useState(() => draftOf<ArrivalTakeBack>(`take-back-${arrival.arrival_id}`));
  const paidOn = usePaidOn();
  const change = useChange(takeBackArrival);
  const submit = (body: ArrivalTakeBack) =>
    change.mutate(
      { id: arrival.arrival_id, body },
      {
        onSuccess: (answer) => {
          draft.drop();
          onDone(answer);
        },
        onError: (error) => showFindings(form, error, FIELDS),
      },
    );
  return (
    <Form
      form={form}
      noValidate
      layout="vertical"
      scrollToFirstError={{ block: 'center', focus: true }}
      initialValues={{ value_date: paidOn, ...draft.kept }}
      onValuesChange={(_changed, values) => draft.keep(values)}
      onFinish={submit}
    >
      <p className="hint">
        银行已把这笔款全额退走。仍在暂收的部分从暂收冲出；已入账的部分不动职工账户，转为追款，由单位补足。
      </p>
      {change.error ? <ProblemAlert error={change.error} fields={FIELDS} /> : null}
      <div className="form-row">
        <Form.Item name="bank_serial" label="冲正流水号" rules={[need('冲正流水号')]}>
          <Input maxLength={LENGTHS.bank_serial} autoComplete="off" />
        </Form.Item>
        <Form.Item name="value_date" label="冲正日期" rules={[need('冲正日期'), dated()]}>
          <DateInput />
        </Form.Item>
      </div>
      <Form.Item name="reason" label="冲正原因" rules={[{ ...need('冲正原因'), whitespace: true }]}>
        <Input maxLength={LENGTHS.reason} autoComplete="off" />
      </Form.Item>
      <Space>
        <Button type="primary" danger htmlType="submit" loading={change.isPending}>
          登记冲正
        </Button>
        <Button onClick={close}>返回</Button>
      </Space>
      <p>
        <DraftNote done="登记冲正" />
      </p>
    </Form>
  );
}

/** What went back from suspense at once, and what is to be recovered. */
function Outcome({ outcome, arrival }: { outcome: ArrivalTakenBack; arrival: Arrival }) {
  const { from_suspense_fen, recovery_id, voucher_id } = outcome;
  const claim = fen(arrival.amount_fen - from_suspense_fen);
  const parts = [
    from_suspense_fen > 0 && `从暂收冲出 ${formatFen(from_suspense_fen)} 元`,
    claim > 0 && `已入账的 ${formatFen(claim)} 元转为追款`,
  ].filter((part) => part !== false);
  return (
    <Alert
      className="outcome"
      role="status"
      type={claim > 0 ? 'warning' : 'success'}
      showIcon
      title={`已登记银行冲正：${parts.join('，')}`}
      description={
        <Space size={16}>
          {recovery_id && (
            <Way to="/recoveries" search={{ recovery_id }}>
              查看追款
            </Way>
          )}
          <VoucherLink id={voucher_id}>查看凭证</VoucherLink>
        </Space>
      }
    />
  );
}
