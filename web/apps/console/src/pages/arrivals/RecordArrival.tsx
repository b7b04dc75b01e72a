import { type ArrivalOutcome, maxLengths, type NewArrival, type Remittance } from '@anju/api';
import {
  AMOUNT_UNREADABLE,
  DateInput,
  dated,
  fenInWords,
  formatCount,
  formatFen,
  MoneyInput,
  ProblemAlert,
  readable,
  remittanceStatus,
} from '@anju/ui';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Drawer, Form, type FormRule, Input, Select, Space } from 'antd';
import { useEffect, useState } from 'react';
import { useMay } from '../../app/actions';
import { bankAccountWords, useFundAccounts } from '../../app/bank-accounts';
import { useChange } from '../../app/change';
import { DraftNote } from '../../app/DraftNote';
import { draftOf } from '../../app/draft';
import { showFindings } from '../../app/findings';
import { VoucherLink, Way } from '../../app/links';
import { isPaymentCode } from '../../app/places';
import { usePaidOn } from '../../app/session';
import { need, withoutBlanks } from '../employers/fields';
import { remittanceQuery } from '../remittances/queries';
import { arrivalsOfSerialQuery, recordArrival, remittanceOfCodeQuery } from './queries';

const FIELDS = [
  'bank_account_id',
  'bank_serial',
  'amount_fen',
  'value_date',
  'payer_name',
  'payer_account',
  'remark',
  'payment_code',
] as const;

/** What the next line of a receipt has in common with the last. */
const STAYING: ReadonlySet<string> = new Set(['bank_account_id', 'value_date']);

const draft = draftOf<Partial<NewArrival>>('record-arrival');
const LENGTHS = maxLengths.NewArrival;

/** 录入到账: one line of a bank's receipt; the outcome is said at once. */
export function RecordArrival({ close }: { close: () => void }) {
  const [form] = Form.useForm<Partial<NewArrival>>();
  const [outcome, setOutcome] = useState<ArrivalOutcome>();
  // What was left here is asked for as what is typed is.
  const [typed, setTyped] = useState(() => draft.kept?.bank_serial?.trim() ?? '');
  const paidOn = usePaidOn();
  const accounts = useFundAccounts();
  const amount = Form.useWatch('amount_fen', form);
  const code = Form.useWatch('payment_code', form);
  const record = useChange(recordArrival);
  const first = accounts.length === 1 ? accounts[0]?.bank_account_id : undefined;

  // Not the form's first values: those are what it is emptied to, line by line.
  useEffect(() => {
    if (draft.kept) form.setFieldsValue(draft.kept);
  }, [form]);

  // Ready for the next line of the receipt, once the emptied fields are drawn.
  useEffect(() => {
    if (outcome) form.focusField('bank_serial');
  }, [outcome, form]);

  const empty = () => {
    draft.drop();
    setTyped('');
    form.resetFields(FIELDS.filter((name) => !STAYING.has(name)));
  };

  const submit = (values: Partial<NewArrival>) => {
    setOutcome(undefined);
    // The rules have let it through; a remark or an account that the bank doesn't give is empty.
    const body = { remark: '', payer_account: '', ...withoutBlanks(values) } as NewArrival;
    record.mutate(body, {
      onSuccess: (answer) => {
        setOutcome(answer);
        empty();
      },
      onError: (error) => showFindings(form, error, FIELDS),
    });
  };

  return (
    <Drawer open title="录入到账" size={520} onClose={close} destroyOnHidden>
      {outcome && <Outcome outcome={outcome} />}
      {record.error ? <ProblemAlert error={record.error} fields={FIELDS} /> : null}
      <Form
        form={form}
        noValidate
        layout="vertical"
        scrollToFirstError={{ block: 'center', focus: true }}
        initialValues={{ value_date: paidOn, bank_account_id: first }}
        onValuesChange={(_changed, values) => draft.keep(values)}
        onFinish={submit}
      >
        <WireFields accounts={accounts} typed={typed} onTyped={setTyped} />
        <AmountField amount={amount} />
        <PayerFields />
        <PurposeFields code={codeIn(code)} />
        <Space>
          <Button type="primary" htmlType="submit" loading={record.isPending}>
            录入
          </Button>
          <Button onClick={empty}>清空</Button>
          <Button onClick={close}>关闭</Button>
        </Space>
        <p>
          <DraftNote done="录入成功" />
        </p>
      </Form>
    </Drawer>
  );
}

type WireProps = {
  accounts: ReturnType<typeof useFundAccounts>;
  /** The serial as it was typed and left. */
  typed: string;
  onTyped: (serial: string) => void;
};

/** Which line of which account it is. */
function WireFields({ accounts, typed, onTyped }: WireProps) {
  return (
    <>
      <Form.Item name="bank_account_id" label="收款账户" rules={[need('收款账户')]}>
        <Select
          options={accounts.map((account) => ({
            value: account.bank_account_id,
            label: bankAccountWords(account),
          }))}
        />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="bank_serial" label="银行流水号" rules={[need('银行流水号')]}>
          <Input
            maxLength={LENGTHS.bank_serial}
            autoComplete="off"
            onBlur={(event) => onTyped(event.target.value.trim())}
          />
        </Form.Item>
        <Form.Item name="value_date" label="到账日期" rules={[need('到账日期'), dated()]}>
          <DateInput />
        </Form.Item>
      </div>
      <Seen serial={typed} />
    </>
  );
}

/** How much, with the amount in words to compare. */
function AmountField({ amount }: { amount: NewArrival['amount_fen'] | undefined }) {
  return (
    <Form.Item
      name="amount_fen"
      label="金额"
      validateTrigger="onBlur"
      rules={[need('金额'), readable(AMOUNT_UNREADABLE)]}
      extra={amount && amount > 0 ? fenInWords(amount) : ' '}
    >
      <MoneyInput />
    </Form.Item>
  );
}

/** Who paid, as the bank says. */
function PayerFields() {
  return (
    <>
      <Form.Item name="payer_name" label="付款人名称" rules={[need('付款人名称')]}>
        <Input maxLength={LENGTHS.payer_name} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="payer_account"
        label="付款人账号"
        extra="现金、柜台转账等银行没有给出的可不填"
      >
        <Input maxLength={LENGTHS.payer_account} autoComplete="off" />
      </Form.Item>
    </>
  );
}

/** What it was paid for: the bank's remark, and a payment code. */
function PurposeFields({ code }: { code: string }) {
  return (
    <>
      <div className="form-row">
        <Form.Item name="remark" label="附言">
          <Input maxLength={LENGTHS.remark} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="payment_code"
          label="缴款码"
          extra="附言里已写明的可不填"
          validateTrigger={['onChange', 'onBlur']}
          rules={codeRules}
        >
          <Input maxLength={LENGTHS.payment_code} inputMode="numeric" autoComplete="off" />
        </Form.Item>
      </div>
      <Coded code={code} />
    </>
  );
}

const CODE_WRONG = '缴款码应为 10 位数字且校验位相符，请核对；对方没有写明的请清空';

/** A code without the spaces in which it is written. */
const codeIn = (text: string | null | undefined) => (text ?? '').replace(/\s/g, '');

/** Said as soon as it is long enough to be wrong, and of a shorter one once the field is left. */
const codeRules: FormRule[] = [
  {
    validateTrigger: 'onChange',
    validator: (_rule, text?: string) =>
      codeIn(text).length < 10 || isPaymentCode(codeIn(text))
        ? ok()
        : Promise.reject(new Error(CODE_WRONG)),
  },
  {
    validateTrigger: 'onBlur',
    validator: (_rule, text?: string) =>
      codeIn(text) === '' || codeIn(text).length >= 10
        ? ok()
        : Promise.reject(new Error(CODE_WRONG)),
  },
];

const ok = () => Promise.resolve();

/** Whose remittance a payment code is, as soon as it is typed. */
export function Coded({ code }: { code: string }) {
  const enabled = useMay('remittance.read') && isPaymentCode(code);
  const { data } = useQuery({ ...remittanceOfCodeQuery(code), enabled });
  if (!enabled || data === undefined) return null;
  if (data === null) {
    return (
      <Alert
        className="outcome"
        role="note"
        aria-live="polite"
        type="warning"
        showIcon
        title={`没有缴款码为 ${code} 的汇缴，请核对；对方写的就是它的，请清空缴款码，把它记入附言`}
      />
    );
  }
  const awaits = data.status === 'assessed';
  return (
    <Alert
      className="outcome"
      role="note"
      aria-live="polite"
      type={awaits ? 'info' : 'warning'}
      showIcon
      title={`${data.employer_name} ${data.month} 汇缴，应缴 ${formatFen(data.expected_fen)} 元，${remittanceStatus[data.status].label}`}
    />
  );
}

/** Arrivals that have the serial already, at whichever account: perhaps this line twice. */
export function Seen({ serial }: { serial: string }) {
  const enabled = useMay('arrival.read') && serial !== '';
  const { data } = useQuery({ ...arrivalsOfSerialQuery(serial), enabled });
  if (!enabled || !data || data.items.length === 0) return null;
  return (
    <Alert
      className="outcome"
      role="status"
      type="warning"
      showIcon
      title="这个银行流水号已经录入过，请核对是不是同一笔"
      description={data.items.map(({ arrival_id, serial: own, payer_name, amount_fen }) => (
        <p key={arrival_id} className="said">
          <Way to="/arrivals" search={{ arrival_id }}>
            {own}
          </Way>{' '}
          {payer_name} {formatFen(amount_fen)} 元
        </p>
      ))}
    />
  );
}

/** Whose money was posted for which month, for how many and how much. */
function postedWords({ people, people_left, reason }: ArrivalOutcome, of?: Remittance): string {
  const whose = of ? `${of.employer_name} ${of.month} 汇缴 ${formatFen(of.expected_fen)} 元，` : '';
  const posted = `${whose}已入账 ${formatCount((people ?? 0) - people_left)} 人`;
  const rest = people_left > 0 ? `，其余 ${formatCount(people_left)} 人正在入账` : '';
  return posted + rest + (reason ? '，多出的部分转暂收' : '');
}

/** What became of the money: posted for how many, waiting and why, or the one and the other. */
function Outcome({ outcome }: { outcome: ArrivalOutcome }) {
  const { reason, remittance_id } = outcome;
  const of = useQuery({
    ...remittanceQuery(remittance_id ?? ''),
    enabled: useMay('remittance.read') && Boolean(remittance_id),
  }).data;
  switch (outcome.outcome) {
    case 'posted':
      return (
        <Alert
          className="outcome"
          role="status"
          type="success"
          showIcon
          title={postedWords(outcome, of)}
          description={<Said outcome={outcome} />}
        />
      );
    case 'suspense':
      return (
        <Alert
          className="outcome"
          role="status"
          type="warning"
          showIcon
          title={reason?.code === 'amount_short' ? '还没有入账：款项不足，先转暂收' : '转暂收'}
          description={<Said outcome={outcome} />}
        />
      );
    default: {
      const forgotten: never = outcome.outcome;
      return forgotten;
    }
  }
}

/** Why money waits, how much, and the ways on. */
function Said({ outcome }: { outcome: ArrivalOutcome }) {
  const voucher = outcome.voucher_ids[0];
  return (
    <>
      {outcome.reason && <p className="said">{outcome.reason.sentence}</p>}
      <Space size={16}>
        {outcome.remittance_id && (
          <Way to="/remittances/$remittanceId" params={{ remittanceId: outcome.remittance_id }}>
            查看汇缴
          </Way>
        )}
        {outcome.suspense_id && (
          <Way to="/suspense/$suspenseId" params={{ suspenseId: outcome.suspense_id }}>
            查看暂收
          </Way>
        )}
        {voucher && <VoucherLink id={voucher}>查看凭证</VoucherLink>}
      </Space>
    </>
  );
}
