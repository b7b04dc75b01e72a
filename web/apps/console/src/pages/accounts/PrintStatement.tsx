import type { AccountStatement } from '@anju/api';
import { DateInput, dated, ProblemAlert } from '@anju/ui';
import { useMutation } from '@tanstack/react-query';
import { Button, Form, Modal } from 'antd';
import { useState } from 'react';
import { useMay } from '../../app/actions';
import { showFindings } from '../../app/findings';
import { AtPageEnd, usePaperOf } from '../../app/paper';
import { AccountPaper } from './AccountPaper';
import { accountStatement } from './queries';

/** 打印缴存明细: which days, then the paper. */
export function PrintStatement({ no }: { no: string }) {
  const [isAsking, setIsAsking] = useState(false);
  const [statement, print] = usePaperOf<AccountStatement>();
  if (!useMay('account.statement')) return null;
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>打印缴存明细</Button>
      {isAsking && (
        <PeriodDialog
          no={no}
          close={() => setIsAsking(false)}
          onStatement={(answer) => {
            setIsAsking(false);
            print(answer);
          }}
        />
      )}
      {statement && (
        <AtPageEnd>
          <AccountPaper statement={statement} />
        </AtPageEnd>
      )}
    </>
  );
}

type Period = { from?: string; to?: string };
const FIELDS = ['from', 'to'] as const;

type DialogProps = {
  no: string;
  close: () => void;
  onStatement: (statement: AccountStatement) => void;
};

function PeriodDialog({ no, close, onStatement }: DialogProps) {
  const [form] = Form.useForm<Period>();
  const ask = useMutation({ mutationFn: (period: Period) => accountStatement(no, period) });
  const submit = (period: Period) =>
    ask.mutate(period, {
      onSuccess: onStatement,
      onError: (error) => showFindings(form, error, FIELDS),
    });
  return (
    <Modal
      open
      title="打印缴存明细"
      okText="打印"
      cancelText="返回"
      okButtonProps={{ loading: ask.isPending }}
      onOk={form.submit}
      onCancel={close}
    >
      <p className="hint">打印件上是职工的全名，打印记入审计。起日、止日不填，从开户打印到今天。</p>
      {ask.error ? <ProblemAlert error={ask.error} fields={FIELDS} /> : null}
      <Form form={form} noValidate layout="vertical" onFinish={submit}>
        <div className="form-row">
          <Form.Item name="from" label="起日" rules={[dated()]}>
            <DateInput />
          </Form.Item>
          <Form.Item name="to" label="止日" rules={[dated()]}>
            <DateInput />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  );
}
