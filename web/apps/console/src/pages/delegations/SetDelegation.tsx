import { type DelegationChange, type Deputies, maxLengths } from '@anju/api';
import { addDays, DateInput, dated, dateInBeijing, notBefore, ProblemAlert } from '@anju/ui';
import { App, Button, Drawer, Form, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { useChange } from '../../app/change';
import { DraftNote } from '../../app/DraftNote';
import { draftOf } from '../../app/draft';
import { showFindings } from '../../app/findings';
import { useSession } from '../../app/session';
import { need } from '../employers/fields';
import { setDelegation } from './queries';

const FIELDS = ['from_staff', 'to_staff', 'first_day', 'last_day', 'reason'] as const;
/** The longest stretch, in days, as the server has it. */
const LONGEST_DAYS = 184;

type Values = Partial<DelegationChange>;

const draft = draftOf<Values>('set-delegation');

/** What is wrong with a stretch of days beyond each being one; nothing where it may be right. */
export function stretchFault(first: string | undefined, last: string): string | undefined {
  if (first === undefined) return undefined;
  if (last < first) return '止日不能早于起日';
  if (last > addDays(first, LONGEST_DAYS - 1)) return `代办最长 ${LONGEST_DAYS} 天`;
  return undefined;
}

/** 设置代办人: for oneself, or by who may for anybody. */
export function SetDelegation({ deputies, close }: { deputies: Deputies; close: () => void }) {
  const [form] = Form.useForm<Values>();
  const { message } = App.useApp();
  const session = useSession();
  const me = session?.staff_id ?? '';
  const today = dateInBeijing(new Date());
  // Who appoints deputies decides nothing, and stands in for nobody.
  const decides = deputies.staff.some(({ staff_id }) => staff_id === me);
  const [first] = useState(
    (): Values => ({ ...(decides && { from_staff: me }), first_day: today, ...draft.kept }),
  );
  const from = Form.useWatch('from_staff', form) ?? first.from_staff;
  const change = useChange(setDelegation);
  const submit = (values: Values) =>
    // The rules have let it through.
    change.mutate({ from_staff: me, ...values } as DelegationChange, {
      onSuccess: () => {
        message.success('已设置代办人');
        draft.drop();
        close();
      },
      onError: (error) => showFindings(form, error, FIELDS),
    });
  return (
    <Drawer open title="设置代办人" size={520} onClose={close} destroyOnHidden>
      {change.error ? <ProblemAlert error={change.error} fields={FIELDS} /> : null}
      <p className="hint">
        代办期间，待离岗人办理的审批也列入代办人的待办，由代办人具名办理；离岗人本人提交的业务，不能由代办人代为审批。
      </p>
      <Form
        form={form}
        layout="vertical"
        scrollToFirstError={{ block: 'center', focus: true }}
        initialValues={first}
        onValuesChange={(_changed, values) => draft.keep(values)}
        onFinish={submit}
      >
        <PeopleFields deputies={deputies} from={from} own={session?.name ?? ''} />
        <DayFields />
        <Form.Item name="reason" label="原因" rules={[{ ...need('原因'), whitespace: true }]}>
          <Input
            maxLength={maxLengths.DelegationChange.reason}
            placeholder="如 休假、出差"
            autoComplete="off"
          />
        </Form.Item>
        <Space>
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            设置
          </Button>
          <Button onClick={close}>关闭</Button>
        </Space>
        <p>
          <DraftNote done="设置成功" />
        </p>
      </Form>
    </Drawer>
  );
}

type PeopleProps = {
  deputies: Deputies;
  /** Who is away, as far as chosen. */
  from: string | undefined;
  /** The name of the person before the screen. */
  own: string;
};

/** Who is away, and who decides instead. */
function PeopleFields({ deputies, from, own }: PeopleProps) {
  const options = deputies.staff.map(({ staff_id, name, branch_name }) => ({
    value: staff_id,
    label: `${name}（${branch_name ?? '全中心'}）`,
  }));
  return (
    <>
      {deputies.for_anybody ? (
        <Form.Item name="from_staff" label="离岗人" rules={[need('离岗人')]}>
          <Select options={options} showSearch optionFilterProp="label" />
        </Form.Item>
      ) : (
        <p>离岗人：{own}</p>
      )}
      <Form.Item name="to_staff" label="代办人" rules={[need('代办人')]}>
        <Select
          options={options.filter(({ value }) => value !== from)}
          showSearch
          optionFilterProp="label"
        />
      </Form.Item>
    </>
  );
}

/** From which day to which, both included. */
function DayFields() {
  const today = dateInBeijing(new Date());
  return (
    <div className="form-row">
      <Form.Item
        name="first_day"
        label="起日"
        rules={[need('起日'), dated(), notBefore(today, `起日不能早于今天（${today}）`)]}
      >
        <DateInput />
      </Form.Item>
      <Form.Item
        name="last_day"
        label="止日（含）"
        dependencies={['first_day']}
        rules={[need('止日'), dated(), afterFirst]}
      >
        <DateInput />
      </Form.Item>
    </div>
  );
}

const afterFirst = ({ getFieldValue }: { getFieldValue: (name: string) => unknown }) => ({
  validator: (_rule: unknown, last: unknown) => {
    const first = getFieldValue('first_day') as string | undefined;
    const fault = typeof last === 'string' ? stretchFault(first, last) : undefined;
    return fault === undefined ? Promise.resolve() : Promise.reject(new Error(fault));
  },
});
