import { type ApprovalFlow, maxLengths } from '@anju/api';
import { DateInput, dated, dateInBeijing, notBefore, ProblemAlert } from '@anju/ui';
import { Button, Drawer, Form, Input, Space } from 'antd';
import { useState } from 'react';
import { useChange } from '../../app/change';
import { DraftNote } from '../../app/DraftNote';
import { draftOf } from '../../app/draft';
import { showFindings } from '../../app/findings';
import { useSaying } from '../../app/pending';
import { need } from '../employers/fields';
import { beginning, changeOf, type FlowsOf, type FlowTyped, stepsSaid, typedOf } from './flow';
import { setFlow } from './queries';
import { StepFields } from './StepFields';

const FIELDS = ['effective_from', 'source', 'reason'] as const;
const LENGTHS = maxLengths.ApprovalFlowChange;

type Props = {
  of: FlowsOf;
  /** How the setting itself is approved. */
  setting: ApprovalFlow | undefined;
  close: () => void;
};

/** 设置流程: how a business is approved from a day on, and the document that says so. */
export function SetFlow({ of, setting, close }: Props) {
  const [form] = Form.useForm<FlowTyped>();
  const say = useSaying();
  const [draft] = useState(() => draftOf<FlowTyped>(`approval-flow-${of.business}`));
  const change = useChange(setFlow);
  const today = dateInBeijing(new Date());
  const first = beginning(today, setting);
  const submit = (typed: FlowTyped) =>
    change.mutate(changeOf(of.business, typed), {
      onSuccess: (answer) => {
        say(answer, `已设置，自 ${typed.effective_from} 起生效`);
        draft.drop();
        close();
      },
      onError: (error) => showFindings(form, error, FIELDS),
    });
  return (
    <Drawer open title={`${of.label}：设置审批流程`} size={640} onClose={close} destroyOnHidden>
      {change.error ? <ProblemAlert error={change.error} fields={FIELDS} /> : null}
      <p className="hint">现行：{stepsSaid(of.inForce)}</p>
      <Form
        form={form}
        layout="vertical"
        scrollToFirstError={{ block: 'center', focus: true }}
        initialValues={draft.kept ?? { effective_from: first, steps: typedOf(of.inForce) }}
        onValuesChange={(_changed, values) => draft.keep(values)}
        onFinish={submit}
      >
        <StepFields byAmount={of.by_amount} />
        <TermFields today={today} isAsked={first !== today} />
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

/** From when, by which document and why; `isAsked` where the setting waits for approval. */
function TermFields({ today, isAsked }: { today: string; isAsked: boolean }) {
  return (
    <>
      <Form.Item
        name="effective_from"
        label="生效日期"
        extra={
          isAsked
            ? '本次设置须经审批；批准时生效日期已过的不能办理，请留出审批时间'
            : `不早于今天（${today}）`
        }
        rules={[need('生效日期'), dated(), notBefore(today, `生效日期不能早于今天（${today}）`)]}
      >
        <DateInput />
      </Form.Item>
      <Form.Item
        name="source"
        label="依据（文件名称、文号）"
        rules={[{ ...need('依据'), whitespace: true }]}
      >
        <Input maxLength={LENGTHS.source} autoComplete="off" />
      </Form.Item>
      <Form.Item name="reason" label="原因" rules={[{ ...need('原因'), whitespace: true }]}>
        <Input maxLength={LENGTHS.reason} autoComplete="off" />
      </Form.Item>
    </>
  );
}
