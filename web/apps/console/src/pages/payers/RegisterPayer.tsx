import { maxLengths, type NewPayer } from '@anju/api';
import { ProblemAlert, payerKind, statusOptions } from '@anju/ui';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useChange } from '../../app/change';
import { DraftNote } from '../../app/DraftNote';
import { draftOf } from '../../app/draft';
import { showFindings } from '../../app/findings';
import { ButtonLink } from '../../app/links';
import { Page, Panel } from '../../app/Page';
import { creditCodeRule, need } from '../employers/fields';
import { arrangementsOf, type Range, RangeFields } from './EmployerChoice';
import { registerPayer } from './queries';

const FIELDS = ['name', 'kind', 'credit_code', 'account_number', 'basis'] as const;
const LENGTHS = maxLengths.NewPayer;

type PayerDraft = Partial<Omit<NewPayer, 'employers'>> & Range;

const draft = draftOf<PayerDraft>('register-payer');

/** 登记代付单位: who pays, from which account, by which document, and for whom. */
export function RegisterPayer() {
  const [form] = Form.useForm<PayerDraft>();
  const [kept] = useState(() => draft.kept);
  const navigate = useNavigate();
  const { message } = App.useApp();
  const register = useChange(registerPayer);
  const submit = ({ employers, first_day, last_day, ...payer }: PayerDraft) => {
    const range: Range = {
      ...(employers ? { employers } : {}),
      ...(first_day ? { first_day } : {}),
      ...(last_day ? { last_day } : {}),
    };
    // The rules have let it through: nothing that the wire requires is missing.
    const body = { ...payer, employers: arrangementsOf(range) } as NewPayer;
    register.mutate(body, {
      onSuccess: ({ payer_id }) => {
        draft.drop();
        message.success('已登记代付单位');
        navigate({ to: '/payers/$payerId', params: { payerId: payer_id } });
      },
      onError: (error) => showFindings(form, error, FIELDS),
    });
  };
  return (
    <Page title="登记代付单位">
      <Form
        form={form}
        noValidate
        layout="vertical"
        scrollToFirstError={{ block: 'center', focus: true }}
        {...(kept ? { initialValues: kept } : {})}
        onValuesChange={(_changed, values) => draft.keep(values)}
        onFinish={submit}
      >
        {register.error ? <ProblemAlert error={register.error} fields={FIELDS} /> : null}
        <Panel title="付款人">
          <PayerFields />
        </Panel>
        <Panel title="代付范围">
          <RangeFields required={false} />
        </Panel>
        <div className="form-foot">
          <Button type="primary" htmlType="submit" loading={register.isPending}>
            登记
          </Button>
          <ButtonLink to="/payers" look="text">
            返回
          </ButtonLink>
          <DraftNote done="登记成功" />
        </div>
      </Form>
    </Page>
  );
}

function PayerFields() {
  return (
    <>
      <div className="form-row">
        <Form.Item
          name="name"
          label="代付单位名称"
          rules={[{ ...need('代付单位名称'), whitespace: true }]}
          extra="与银行回单上的付款人名称一致"
        >
          <Input maxLength={LENGTHS.name} autoComplete="off" autoFocus />
        </Form.Item>
        <Form.Item name="kind" label="代付类型" rules={[need('代付类型')]}>
          <Select options={statusOptions(payerKind)} />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item
          name="credit_code"
          label="统一社会信用代码"
          normalize={(text: string) => text.toUpperCase()}
          validateTrigger="onBlur"
          rules={[need('统一社会信用代码'), creditCodeRule]}
        >
          <Input maxLength={LENGTHS.credit_code} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="account_number"
          label="付款账户号码"
          rules={[{ ...need('付款账户号码'), whitespace: true }]}
          extra="加密保存，显示时只留首尾；到账先按账户认，再按名称认"
        >
          <Input maxLength={LENGTHS.account_number} inputMode="numeric" autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item
        name="basis"
        label="代付依据"
        rules={[{ ...need('代付依据'), whitespace: true }]}
        extra="文件名称和文号，或代付协议编号"
      >
        <Input maxLength={LENGTHS.basis} autoComplete="off" />
      </Form.Item>
    </>
  );
}
