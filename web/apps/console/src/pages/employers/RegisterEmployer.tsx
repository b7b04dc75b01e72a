import { type EmployerRegistration, maxLengths } from '@anju/api';
import { DateInput, dated, ProblemAlert, RateInput } from '@anju/ui';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Col, Form, Input, InputNumber, Row, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useChange } from '../../app/change';
import { useBranchOptions, useCodes } from '../../app/codes';
import { DraftNote } from '../../app/DraftNote';
import { draftOf } from '../../app/draft';
import { showFindings } from '../../app/findings';
import { ButtonLink } from '../../app/links';
import { Page, Panel } from '../../app/Page';
import { useSession } from '../../app/session';
import {
  creditCodeRule,
  emailRule,
  FIELDS,
  idNumberRule,
  mobileRule,
  need,
  paydayRule,
  postcodeRule,
  RESIDENT_ID,
  type RegistrationDraft,
  rateRules,
  withoutBlanks,
} from './fields';
import { Cell, CodeSelect, upper } from './parts';
import { registerEmployer, useRateRange } from './queries';

const draft = draftOf<RegistrationDraft>('register-employer');

const FIRST: RegistrationDraft = {
  legal_person: { id_kind: RESIDENT_ID },
  agent: { id_kind: RESIDENT_ID },
};

/** 单位登记: all of JGJ/T 320 table 4.0.2, kept as a draft until the server has it. */
export function RegisterEmployer() {
  const [round, setRound] = useState(0);
  return (
    <Page title="单位登记">
      <RegistrationForm key={round} onClear={() => setRound(round + 1)} />
    </Page>
  );
}

function RegistrationForm({ onClear }: { onClear: () => void }) {
  const [form] = Form.useForm<RegistrationDraft>();
  const [initial] = useState(() => ({ ...FIRST, ...draft.kept }));
  const navigate = useNavigate();
  const { message, modal } = App.useApp();
  const register = useChange(registerEmployer);
  useOwnBranch(form);

  const submit = (values: RegistrationDraft) =>
    // The form's rules have let it through: nothing that the wire requires is missing.
    register.mutate(withoutBlanks(values) as EmployerRegistration, {
      onSuccess: ({ employer_id, employer_no }) => {
        draft.drop();
        message.success(`已登记，单位账号 ${employer_no}`);
        navigate({ to: '/employers/$employerId', params: { employerId: employer_id } });
      },
      onError: (error) => showFindings(form, error, FIELDS),
    });

  const askToClear = () =>
    modal.confirm({
      title: '清空已填写的内容？',
      content: '本页填写的内容全部清除，不能恢复。',
      okText: '清空',
      cancelText: '返回',
      onOk: () => {
        draft.drop();
        onClear();
      },
    });

  return (
    <Form
      form={form}
      noValidate
      layout="vertical"
      scrollToFirstError={{ block: 'center', focus: true }}
      initialValues={initial}
      onValuesChange={(_changed, values) => draft.keep(values)}
      onFinish={submit}
    >
      {register.error ? <ProblemAlert error={register.error} fields={FIELDS} /> : null}
      <UnitPanel />
      <ContributionPanel />
      <Row gutter={12}>
        <Col xs={24} xl={12}>
          <LegalPersonPanel />
        </Col>
        <Col xs={24} xl={12}>
          <AgentPanel />
        </Col>
      </Row>
      <div className="form-foot">
        <Button type="primary" htmlType="submit" loading={register.isPending}>
          登记
        </Button>
        <Button onClick={askToClear}>清空</Button>
        <ButtonLink to="/employers" look="text">
          返回
        </ButtonLink>
        <DraftNote done="登记成功" />
      </div>
    </Form>
  );
}

/** A clerk registers for its own branch unless it says otherwise. */
function useOwnBranch(form: ReturnType<typeof Form.useForm<RegistrationDraft>>[0]) {
  const branch = useSession()?.branch?.branch_id;
  useEffect(() => {
    if (branch !== undefined && form.getFieldValue('branch_id') === undefined) {
      form.setFieldsValue({ branch_id: branch });
    }
  }, [branch, form]);
}

function UnitPanel() {
  const codes = useCodes();
  return (
    <Panel title="单位信息">
      <Row gutter={16}>
        <Cell wide>
          <Form.Item name="name" label="单位名称" rules={[need('单位名称')]}>
            <Input maxLength={maxLengths.EmployerRegistration.name} autoFocus />
          </Form.Item>
        </Cell>
        <Cell>
          <Form.Item
            name="credit_code"
            label="统一社会信用代码"
            normalize={upper}
            validateTrigger="onBlur"
            rules={[need('统一社会信用代码'), creditCodeRule]}
          >
            <Input maxLength={maxLengths.EmployerRegistration.credit_code} />
          </Form.Item>
        </Cell>
        <Cell>
          <Form.Item
            name="established_on"
            label="单位设立日期"
            rules={[need('单位设立日期'), dated()]}
          >
            <DateInput />
          </Form.Item>
        </Cell>
        <Cell wide>
          <Form.Item name="address" label="单位地址" rules={[need('单位地址')]}>
            <Input maxLength={maxLengths.EmployerRegistration.address} />
          </Form.Item>
        </Cell>
        <Cell>
          <Form.Item
            name="postcode"
            label="邮政编码"
            rules={[postcodeRule]}
            validateTrigger="onBlur"
          >
            <Input maxLength={maxLengths.EmployerRegistration.postcode} inputMode="numeric" />
          </Form.Item>
        </Cell>
        <Cell>
          <Form.Item name="email" label="电子信箱" rules={[emailRule]} validateTrigger="onBlur">
            <Input
              maxLength={maxLengths.EmployerRegistration.email}
              inputMode="email"
              autoComplete="off"
            />
          </Form.Item>
        </Cell>
        <Cell>
          <Form.Item name="affiliation" label="隶属关系" rules={[need('隶属关系')]}>
            <CodeSelect options={codes.options('affiliation')} />
          </Form.Item>
        </Cell>
        <Cell>
          <Form.Item name="economic_type" label="经济类型" rules={[need('经济类型')]}>
            <CodeSelect options={codes.options('economic_type')} />
          </Form.Item>
        </Cell>
        <Cell>
          <Form.Item name="industry" label="所属行业" rules={[need('所属行业')]}>
            <CodeSelect options={codes.options('industry')} />
          </Form.Item>
        </Cell>
      </Row>
    </Panel>
  );
}

function ContributionPanel() {
  const codes = useCodes();
  const branches = useBranchOptions();
  const range = useRateRange();
  return (
    <Panel title="缴存信息">
      <Row gutter={16}>
        <Cell>
          <Form.Item name="branch_id" label="所属管理部" rules={[need('所属管理部')]}>
            <Select options={branches} />
          </Form.Item>
        </Cell>
        <Cell>
          <Form.Item name="bank_code" label="受托银行" rules={[need('受托银行')]}>
            <CodeSelect options={codes.options('bank')} />
          </Form.Item>
        </Cell>
        <Cell>
          <Form.Item
            name="employer_rate_ppb"
            label="单位缴存比例"
            validateTrigger="onBlur"
            rules={rateRules('单位缴存比例', range)}
          >
            <RateInput />
          </Form.Item>
        </Cell>
        <Cell>
          <Form.Item
            name="member_rate_ppb"
            label="个人缴存比例"
            validateTrigger="onBlur"
            rules={rateRules('个人缴存比例', range)}
          >
            <RateInput />
          </Form.Item>
        </Cell>
        <Cell>
          <Form.Item
            name="first_month"
            label="起缴年月"
            rules={[need('起缴年月'), dated('month')]}
            extra="从这个月起每月应缴"
          >
            <DateInput picker="month" />
          </Form.Item>
        </Cell>
        <Cell>
          <Form.Item
            name="payday"
            label="发薪日"
            validateTrigger="onBlur"
            rules={[need('发薪日'), paydayRule]}
            extra="每月几日，1 至 31"
          >
            <InputNumber style={{ width: '100%' }} />
          </Form.Item>
        </Cell>
        <Cell>
          <Form.Item
            name="opened_on"
            label="开户日期"
            rules={[dated()]}
            extra="不填为今天（系统日期）"
          >
            <DateInput />
          </Form.Item>
        </Cell>
      </Row>
    </Panel>
  );
}

function LegalPersonPanel() {
  const codes = useCodes();
  return (
    <Panel title="法定代表人">
      <Row gutter={16}>
        <Col xs={24} sm={8}>
          <Form.Item name={['legal_person', 'name']} label="姓名" rules={[need('法定代表人姓名')]}>
            <Input maxLength={maxLengths.LegalPerson.name} autoComplete="off" />
          </Form.Item>
        </Col>
        <Col xs={24} sm={6}>
          <Form.Item name={['legal_person', 'id_kind']} label="证件类型" rules={[need('证件类型')]}>
            <Select options={codes.options('id_kind')} popupMatchSelectWidth={false} />
          </Form.Item>
        </Col>
        <Col xs={24} sm={10}>
          <Form.Item
            name={['legal_person', 'id_number']}
            label="证件号码"
            normalize={upper}
            validateTrigger="onBlur"
            dependencies={[['legal_person', 'id_kind']]}
            rules={[need('证件号码'), idNumberRule(['legal_person', 'id_kind'])]}
          >
            <Input maxLength={maxLengths.LegalPerson.id_number} autoComplete="off" />
          </Form.Item>
        </Col>
      </Row>
    </Panel>
  );
}

function AgentPanel() {
  const codes = useCodes();
  return (
    <Panel title="单位经办人">
      <Row gutter={16}>
        <Col xs={24} sm={8}>
          <Form.Item name={['agent', 'name']} label="姓名" rules={[need('经办人姓名')]}>
            <Input maxLength={maxLengths.Agent.name} autoComplete="off" />
          </Form.Item>
        </Col>
        <Col xs={24} sm={6}>
          <Form.Item name={['agent', 'id_kind']} label="证件类型" rules={[need('证件类型')]}>
            <Select options={codes.options('id_kind')} popupMatchSelectWidth={false} />
          </Form.Item>
        </Col>
        <Col xs={24} sm={10}>
          <Form.Item
            name={['agent', 'id_number']}
            label="证件号码"
            normalize={upper}
            validateTrigger="onBlur"
            dependencies={[['agent', 'id_kind']]}
            rules={[need('证件号码'), idNumberRule(['agent', 'id_kind'])]}
          >
            <Input maxLength={maxLengths.Agent.id_number} autoComplete="off" />
          </Form.Item>
        </Col>
        <Col xs={24} sm={8}>
          <Form.Item
            name={['agent', 'mobile']}
            label="手机号码"
            validateTrigger="onBlur"
            rules={[need('手机号码'), mobileRule]}
          >
            <Input maxLength={11} inputMode="numeric" autoComplete="off" />
          </Form.Item>
        </Col>
        <Col xs={24} sm={8}>
          <Form.Item name={['agent', 'phone']} label="固定电话">
            <Input maxLength={maxLengths.Agent.phone} autoComplete="off" />
          </Form.Item>
        </Col>
      </Row>
    </Panel>
  );
}
