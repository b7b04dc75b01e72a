import { fen, type NewRecovered, type Recovery } from '@anju/api';
import {
  AMOUNT_UNREADABLE,
  fenInWords,
  formatFen,
  MoneyInput,
  ProblemAlert,
  readable,
} from '@anju/ui';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Drawer, Form, Space } from 'antd';
import { useEffect, useState } from 'react';
import { useChange } from '../../app/change';
import { DraftNote } from '../../app/DraftNote';
import { draftOf } from '../../app/draft';
import { showFindings } from '../../app/findings';
import { atMost, need } from '../employers/fields';
import { suspenseQuery } from '../suspense/queries';
import { SuspenseSelect } from '../suspense/SuspenseSelect';
import { recover } from './queries';

const FIELDS = ['suspense_id', 'amount_fen'] as const;

/** 抵追款: money that waits is what was to come back. */
export function Recover({ recovery, close }: { recovery: Recovery; close: () => void }) {
  const [form] = Form.useForm<NewRecovered>();
  const { message } = App.useApp();
  const [draft] = useState(() => draftOf<Partial<NewRecovered>>(`recover-${recovery.recovery_id}`));
  const amount = Form.useWatch('amount_fen', form);
  const limit = useLimit(form, recovery);
  const change = useChange(recover);
  const submit = (body: NewRecovered) =>
    change.mutate(
      { id: recovery.recovery_id, body },
      {
        onSuccess: () => {
          draft.drop();
          message.success(`已抵追款 ${formatFen(body.amount_fen)} 元`);
          close();
        },
        onError: (error) => showFindings(form, error, FIELDS),
      },
    );
  return (
    <Drawer open title={`抵追款 ${recovery.serial}`} size={640} onClose={close} destroyOnHidden>
      <p>{owedWords(recovery)}补来的款在暂收里，选出来抵。</p>
      {change.error ? <ProblemAlert error={change.error} fields={FIELDS} /> : null}
      <Form
        form={form}
        noValidate
        layout="vertical"
        scrollToFirstError={{ block: 'center', focus: true }}
        {...(draft.kept ? { initialValues: draft.kept } : {})}
        onValuesChange={(_changed, values) => draft.keep(values)}
        onFinish={submit}
      >
        <Form.Item name="suspense_id" label="暂收款" rules={[need('暂收款')]}>
          <SuspenseSelect
            owner={recovery.owner?.employer_id}
            payer={recovery.payer_name ?? undefined}
          />
        </Form.Item>
        <Form.Item
          name="amount_fen"
          label="抵追款金额"
          validateTrigger="onBlur"
          rules={[need('抵追款金额'), readable(AMOUNT_UNREADABLE), atMost(limit, '抵追款金额')]}
          extra={amount && !Number.isNaN(amount) ? fenInWords(amount) : ' '}
        >
          <MoneyInput />
        </Form.Item>
        <Space>
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            抵追款
          </Button>
          <Button onClick={close}>返回</Button>
        </Space>
        <p>
          <DraftNote done="抵追款" />
        </p>
      </Form>
    </Drawer>
  );
}

/** Who owes what, and why. */
function owedWords({
  kind,
  owner,
  debtor,
  payer_name,
  arrival_serial,
  left_fen,
}: Recovery): string {
  const left = `尚有 ${formatFen(left_fen)} 元未追回。`;
  switch (kind) {
    case 'taken_back':
      return `${owner?.employer_name ?? payer_name}的款项 ${arrival_serial} 被银行冲正，${left}`;
    case 'shortfall':
      return `冲销${owner?.employer_name}的汇缴时，${debtor?.name}（${debtor?.account_no}）账户余额不足，${left}`;
    default: {
      const forgotten: never = kind;
      return forgotten;
    }
  }
}

/** The most that can be used: no more than the item holds and than is to come back; it is proposed. */
function useLimit(form: ReturnType<typeof Form.useForm<NewRecovered>>[0], recovery: Recovery) {
  const chosen = Form.useWatch('suspense_id', form);
  const item = useQuery({ ...suspenseQuery(chosen ?? ''), enabled: chosen !== undefined }).data;
  const limit = fen(Math.min(recovery.left_fen, item?.left_fen ?? recovery.left_fen));
  useEffect(() => {
    if (item && !form.isFieldTouched('amount_fen')) form.setFieldsValue({ amount_fen: limit });
  }, [item, limit, form]);
  return limit;
}
