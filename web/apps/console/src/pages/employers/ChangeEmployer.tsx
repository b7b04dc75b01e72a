import { type Employer, maxLengths } from '@anju/api';
import { ProblemAlert } from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button, Col, Form, Input, InputNumber, Row, Select } from 'antd';
import { useState } from 'react';
import { useChange } from '../../app/change';
import { useCodes } from '../../app/codes';
import { DraftNote } from '../../app/DraftNote';
import { draftOf } from '../../app/draft';
import { showFindings } from '../../app/findings';
import { ButtonLink } from '../../app/links';
import { Page, Panel } from '../../app/Page';
import { useSaying } from '../../app/pending';
import { PendingApproval } from '../approvals/PendingApproval';
import { type ChangeDraft, changeOf, type Difference, differencesOf } from './difference';
import {
  creditCodeRule,
  emailRule,
  idNumberRule,
  mobileRule,
  need,
  paydayRule,
  postcodeRule,
  FIELDS as REGISTERED,
} from './fields';
import { Cell, CodeSelect, upper } from './parts';
import { changeEmployer, employerQuery } from './queries';
import './change.css';

const FIELDS = [...REGISTERED, 'basis'] as const;
const LENGTHS = maxLengths.EmployerChange;

/** 单位信息变更: the form holds what stands; what differs is shown side by side before it is sent. */
export function ChangeEmployer() {
  const { employerId } = useParams({ strict: false }) as { employerId: string };
  const employer = useSuspenseQuery(employerQuery(employerId)).data;
  const change = useChange(changeEmployer);
  return (
    <Page
      title="单位信息变更"
      facts={[
        { label: '缴存单位', value: employer.name },
        { label: '单位账号', value: employer.employer_no },
      ]}
    >
      <PendingApproval of={{ subject_id: employerId }} />
      {change.error ? <ProblemAlert error={change.error} fields={FIELDS} /> : null}
      {/* Where somebody else was faster the form begins anew, with what they made of it. */}
      <ChangeForm key={employer.change_count} employer={employer} change={change} />
    </Page>
  );
}

type ChangeFormProps = {
  employer: Employer;
  change: ReturnType<typeof useChange<Parameters<typeof changeEmployer>[0], object>>;
};

/** What stands now; of people the form shows in grey what is masked, and is empty. */
function standing(employer: Employer): ChangeDraft {
  const { name, address, payday, affiliation, economic_type, industry, bank_code } = employer;
  return {
    name,
    address,
    payday,
    affiliation,
    economic_type,
    industry,
    bank_code,
    credit_code: employer.credit_code ?? '',
    postcode: employer.postcode ?? '',
    email: employer.email ?? '',
    legal_person: { id_kind: employer.legal_person.id_kind },
    agent: { id_kind: employer.agent.id_kind },
  };
}

function ChangeForm({ employer, change }: ChangeFormProps) {
  const { employer_id: id, change_count } = employer;
  const [form] = Form.useForm<ChangeDraft>();
  const [draft] = useState(() => draftOf<ChangeDraft>(`change-employer-${id}-${change_count}`));
  const [initial] = useState(() => ({ ...standing(employer), ...draft.kept }));
  const values = Form.useWatch<ChangeDraft | undefined>([], form) ?? initial;
  const { labelOf } = useCodes();
  const navigate = useNavigate();
  const say = useSaying();
  const differences = differencesOf(employer, values, labelOf);
  const submit = (filled: ChangeDraft) =>
    change.mutate(
      { id, body: changeOf(employer, filled) },
      {
        onSuccess: (answer) => {
          draft.drop();
          say(answer, '已变更单位信息');
          navigate({ to: '/employers/$employerId', params: { employerId: id } });
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
      initialValues={initial}
      onValuesChange={(_changed, now) => draft.keep(now)}
      onFinish={submit}
    >
      <UnitPanel hasCode={Boolean(employer.credit_code)} />
      <p className="hint">
        法定代表人和经办人的信息只显示首尾；要变更的重新填写，留空的不变。缴存比例随清册调整，不在这里变更。
      </p>
      <Row gutter={12}>
        <Col xs={24} xl={12}>
          <PersonPanel title="法定代表人" of="legal_person" person={employer.legal_person} />
        </Col>
        <Col xs={24} xl={12}>
          <PersonPanel title="单位经办人" of="agent" person={employer.agent} />
        </Col>
      </Row>
      <Panel title="变更对照">
        <Comparison differences={differences} />
        <Form.Item
          name="basis"
          label="变更依据"
          rules={[{ ...need('变更依据'), whitespace: true }]}
          extra="证明文件的名称和文号，或单位来函"
        >
          <Input maxLength={LENGTHS.basis} autoComplete="off" />
        </Form.Item>
      </Panel>
      <div className="form-foot">
        <Button
          type="primary"
          htmlType="submit"
          loading={change.isPending}
          disabled={differences.length === 0}
        >
          提交变更
        </Button>
        <ButtonLink to="/employers/$employerId" params={{ employerId: id }} look="text">
          返回
        </ButtonLink>
        <DraftNote done="提交变更" />
      </div>
    </Form>
  );
}

/** Old and new side by side. */
function Comparison({ differences }: { differences: Difference[] }) {
  if (differences.length === 0) return <p className="hint">还没有改动。</p>;
  return (
    <table className="comparison" aria-label="变更对照">
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">变更前</th>
          <th scope="col">变更后</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ field, label, before, after }) => (
          <tr key={field}>
            <th scope="row">{label}</th>
            <td>{before}</td>
            <td>{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function UnitPanel({ hasCode }: { hasCode: boolean }) {
  const codes = useCodes();
  return (
    <Panel title="单位信息">
      <Row gutter={16}>
        <Cell wide>
          <Form.Item name="name" label="单位名称" rules={[need('单位名称')]}>
            <Input maxLength={LENGTHS.name} autoComplete="off" />
          </Form.Item>
        </Cell>
        <Cell>
          <Form.Item
            name="credit_code"
            label="统一社会信用代码"
            normalize={upper}
            validateTrigger="onBlur"
            rules={hasCode ? [need('统一社会信用代码'), creditCodeRule] : [creditCodeRule]}
          >
            <Input maxLength={LENGTHS.credit_code} autoComplete="off" />
          </Form.Item>
        </Cell>
        <Cell>
          <Form.Item
            name="payday"
            label="发薪日"
            validateTrigger="onBlur"
            rules={[need('发薪日'), paydayRule]}
            extra="每月几日，1 至 31；汇缴期限随之变更"
          >
            <InputNumber style={{ width: '100%' }} />
          </Form.Item>
        </Cell>
        <Cell wide>
          <Form.Item name="address" label="单位地址" rules={[need('单位地址')]}>
            <Input maxLength={LENGTHS.address} autoComplete="off" />
          </Form.Item>
        </Cell>
        <Cell>
          <Form.Item
            name="postcode"
            label="邮政编码"
            rules={[postcodeRule]}
            validateTrigger="onBlur"
          >
            <Input maxLength={LENGTHS.postcode} inputMode="numeric" autoComplete="off" />
          </Form.Item>
        </Cell>
        <Cell>
          <Form.Item name="email" label="电子信箱" rules={[emailRule]} validateTrigger="onBlur">
            <Input maxLength={LENGTHS.email} inputMode="email" autoComplete="off" />
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
        <Cell>
          <Form.Item name="bank_code" label="受托银行" rules={[need('受托银行')]}>
            <CodeSelect options={codes.options('bank')} />
          </Form.Item>
        </Cell>
      </Row>
    </Panel>
  );
}

type PersonPanelProps = {
  title: string;
  of: 'legal_person' | 'agent';
  person: Employer['legal_person'] | Employer['agent'];
};

/** A person of the employer: what is masked stands in grey until something else is typed. */
function PersonPanel({ title, of, person }: PersonPanelProps) {
  const codes = useCodes();
  const lengths = of === 'agent' ? maxLengths.AgentChange : maxLengths.LegalPersonChange;
  return (
    <Panel title={title}>
      <Row gutter={16}>
        <Col xs={24} sm={8}>
          <Form.Item name={[of, 'name']} label="姓名">
            <Input maxLength={lengths.name} autoComplete="off" placeholder={person.name} />
          </Form.Item>
        </Col>
        <Col xs={24} sm={6}>
          <Form.Item name={[of, 'id_kind']} label="证件类型">
            <Select options={codes.options('id_kind')} popupMatchSelectWidth={false} />
          </Form.Item>
        </Col>
        <Col xs={24} sm={10}>
          <Form.Item
            name={[of, 'id_number']}
            label="证件号码"
            normalize={upper}
            validateTrigger="onBlur"
            dependencies={[[of, 'id_kind']]}
            rules={[idNumberRule([of, 'id_kind'])]}
          >
            <Input
              maxLength={lengths.id_number}
              autoComplete="off"
              placeholder={person.id_number}
            />
          </Form.Item>
        </Col>
        {'mobile' in person && (
          <>
            <Col xs={24} sm={8}>
              <Form.Item
                name={[of, 'mobile']}
                label="手机号码"
                validateTrigger="onBlur"
                rules={[mobileRule]}
              >
                <Input
                  maxLength={11}
                  inputMode="numeric"
                  autoComplete="off"
                  placeholder={person.mobile}
                />
              </Form.Item>
            </Col>
            <Col xs={24} sm={8}>
              <Form.Item name={[of, 'phone']} label="固定电话">
                <Input
                  maxLength={maxLengths.AgentChange.phone}
                  autoComplete="off"
                  placeholder={person.phone ?? ''}
                />
              </Form.Item>
            </Col>
          </>
        )}
      </Row>
    </Panel>
  );
}
