import { maxLengths, type PolicyItem, type PolicyVersion } from '@anju/api';
import { ProblemAlert } from '@anju/ui';
import { Form, Input, Modal } from 'antd';
import { useChange } from '../../app/change';
import { useSaying } from '../../app/pending';
import { need } from '../employers/fields';
import { withdrawVersion } from './queries';

type WithdrawProps = { item: PolicyItem; version: PolicyVersion; close: () => void };

/** 撤回 a version that isn't in force yet; it stays in the history. */
export function WithdrawVersion({ item, version, close }: WithdrawProps) {
  const [form] = Form.useForm<{ reason: string }>();
  const say = useSaying();
  const withdraw = useChange(withdrawVersion);
  const submit = ({ reason }: { reason: string }) =>
    withdraw.mutate(
      { id: version.policy_version_id, reason: reason.trim() },
      {
        onSuccess: (answer) => {
          say(answer, '已撤回');
          close();
        },
      },
    );
  return (
    <Modal
      open
      title={`撤回自 ${version.effective_from} 起的“${item.label} ${version.value}”？`}
      okText="撤回"
      cancelText="返回"
      okButtonProps={{ danger: true, loading: withdraw.isPending }}
      onOk={form.submit}
      onCancel={close}
    >
      <p>该版本不再生效，仍留在历次版本中并注明撤回；同一生效日期可以另行登记。</p>
      {withdraw.error ? <ProblemAlert error={withdraw.error} /> : null}
      <Form form={form} layout="vertical" onFinish={submit}>
        <Form.Item
          name="reason"
          label="撤回原因"
          rules={[{ ...need('撤回原因'), whitespace: true }]}
        >
          <Input maxLength={maxLengths.VersionWithdrawal.reason} autoComplete="off" autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}
