import { maxLengths, type PaidEmployer, type PayerSummary } from '@anju/api';
import { DateInput, dated, ProblemAlert } from '@anju/ui';
import { App, Form, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useChange } from '../../app/change';
import { DraftNote } from '../../app/DraftNote';
import { draftOf } from '../../app/draft';
import { showFindings } from '../../app/findings';
import { need } from '../employers/fields';
import { arrangementsOf, type Range, RangeFields } from './EmployerChoice';
import { changePayer, endPayer } from './queries';

type DialogProps<Values> = {
  /** Names the draft. */
  name: string;
  title: string;
  button: string;
  danger?: boolean;
  /** The names of the fields that a finding may land beside. */
  fields: readonly string[];
  change: { isPending: boolean; error: unknown };
  send: (
    values: Values,
    told: { onSuccess: () => void; onError: (error: unknown) => void },
  ) => void;
  close: () => void;
  children: ReactNode;
};

/** A dialog with a form whose draft is kept until it is sent. */
function FormDialog<Values extends object>(props: DialogProps<Values>) {
  const { name, title, button, danger = false, fields, change, send, close, children } = props;
  const [form] = Form.useForm<Values>();
  const { message } = App.useApp();
  const [draft] = useState(() => draftOf<Values>(name));
  const submit = (values: Values) =>
    send(values, {
      onSuccess: () => {
        draft.drop();
        message.success('已办理');
        close();
      },
      onError: (error) => showFindings(form, error, fields),
    });
  return (
    <Modal
      open
      title={title}
      okText={button}
      cancelText="返回"
      okButtonProps={{ danger, loading: change.isPending }}
      onOk={form.submit}
      onCancel={close}
    >
      {change.error ? <ProblemAlert error={change.error} fields={fields} /> : null}
      <Form<Values>
        form={form}
        layout="vertical"
        {...(draft.kept ? { initialValues: draft.kept } : {})}
        onValuesChange={(_changed, values) => draft.keep(values)}
        onFinish={submit}
      >
        {children}
      </Form>
      <DraftNote done="办理完成" />
    </Modal>
  );
}

function BasisField({ label }: { label: string }) {
  return (
    <Form.Item
      name="basis"
      label={label}
      rules={[{ ...need(label), whitespace: true }]}
      extra="文件名称和文号，或协议编号"
    >
      <Input maxLength={maxLengths.PayerChange.basis} autoComplete="off" />
    </Form.Item>
  );
}

type Props = { payer: PayerSummary; close: () => void };

/** 增加代付的单位. */
export function AddEmployers({ payer, close }: Props) {
  const change = useChange(changePayer);
  return (
    <FormDialog<Range & { basis?: string }>
      name={`add-to-payer-${payer.payer_id}`}
      title="增加代付的单位"
      button="增加"
      fields={['basis']}
      change={change}
      send={({ basis = '', ...range }, told) =>
        change.mutate(
          { id: payer.payer_id, body: { basis, end: [], add: arrangementsOf(range) } },
          told,
        )
      }
      close={close}
    >
      <RangeFields required />
      <BasisField label="变更依据" />
    </FormDialog>
  );
}

/** 终止代付 for one employer. */
export function EndArrangement({ payer, paid, close }: Props & { paid: PaidEmployer }) {
  const change = useChange(changePayer);
  const { arrangement_id } = paid;
  return (
    <FormDialog<{ basis?: string; last_day?: string }>
      name={`end-arrangement-${arrangement_id}`}
      title={`终止代付${paid.employer_name}？`}
      button="终止代付"
      danger
      fields={['basis']}
      change={change}
      send={({ basis = '', last_day = '' }, told) =>
        change.mutate(
          { id: payer.payer_id, body: { basis, end: [{ arrangement_id, last_day }], add: [] } },
          told,
        )
      }
      close={close}
    >
      <Form.Item
        name="last_day"
        label="代付止日"
        rules={[need('代付止日'), dated()]}
        extra={`含当日；代付起日为 ${paid.first_day}`}
      >
        <DateInput />
      </Form.Item>
      <BasisField label="终止依据" />
    </FormDialog>
  );
}

/** 终止 of the payer as a whole. */
export function EndPayer({ payer, close }: Props) {
  const change = useChange(endPayer);
  return (
    <FormDialog<{ reason?: string }>
      name={`end-payer-${payer.payer_id}`}
      title={`终止代付单位${payer.name}？`}
      button="终止"
      danger
      fields={['reason']}
      change={change}
      send={({ reason = '' }, told) => change.mutate({ id: payer.payer_id, reason }, told)}
      close={close}
    >
      <p>今日起不再代付任何单位，已入账的不受影响。不能撤销；以后再代付的重新登记。</p>
      <Form.Item name="reason" label="终止原因" rules={[{ ...need('终止原因'), whitespace: true }]}>
        <Input maxLength={maxLengths.PayerEnd.reason} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  );
}
