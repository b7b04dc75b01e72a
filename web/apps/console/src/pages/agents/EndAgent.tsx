import { type EmployerAgent, maxLengths } from '@anju/api';
import { ProblemAlert } from '@anju/ui';
import { App, Form, Input, Modal } from 'antd';
import { useChange } from '../../app/change';
import { showFindings } from '../../app/findings';
import { need } from '../employers/fields';
import { endAgent } from './queries';

const FIELDS = ['reason'] as const;

type Props = { employerId: string; agent: EmployerAgent; close: () => void };

/** 终止经办人 for one employer. */
export function EndAgent({ employerId, agent, close }: Props) {
  const [form] = Form.useForm<{ reason: string }>();
  const { message } = App.useApp();
  const end = useChange(endAgent);
  const submit = ({ reason }: { reason: string }) =>
    end.mutate(
      { id: agent.agent_id, body: { employer_id: employerId, reason: reason.trim() } },
      {
        onSuccess: () => {
          message.success('已终止');
          close();
        },
        onError: (error) => showFindings(form, error, FIELDS),
      },
    );
  return (
    <Modal
      open
      title={`终止经办人 ${agent.name}？`}
      okText="终止"
      cancelText="返回"
      okButtonProps={{ danger: true, loading: end.isPending }}
      onOk={form.submit}
      onCancel={close}
    >
      {end.error ? <ProblemAlert error={end.error} fields={FIELDS} /> : null}
      <p>终止后立即不能再为本单位办理；不再为任何单位经办的，同时退出登录。</p>
      <Form form={form} layout="vertical" onFinish={submit}>
        <Form.Item name="reason" label="原因" rules={[{ ...need('原因'), whitespace: true }]}>
          <Input maxLength={maxLengths.AgentEnd.reason} autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
