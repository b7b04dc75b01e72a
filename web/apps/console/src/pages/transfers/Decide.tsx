import { maxLengths, type TransferCase } from '@anju/api';
import { ProblemAlert } from '@anju/ui';
import { App, Button, Form, Input, Modal, Upload } from 'antd';
import { useState } from 'react';
import { useChange } from '../../app/change';
import { DraftNote } from '../../app/DraftNote';
import { draftOf } from '../../app/draft';
import { need } from '../employers/fields';
import { declineTransferCase, forceTransferCase, withdrawTransferCase } from './queries';

type Way = {
  verb: 'withdraw' | 'decline' | 'force';
  button: string;
  consequence: string;
  length: number;
};

const WAYS: Way[] = [
  {
    verb: 'withdraw',
    button: '撤回',
    consequence: '新单位不再要求转入该职工；需要时可以重新发起。',
    length: maxLengths.TransferWithdrawn.reason,
  },
  {
    verb: 'decline',
    button: '驳回',
    consequence: '原单位已证明该职工仍在本单位工作。新单位须把他从清册里去掉。',
    length: maxLengths.TransferDeclined.reason,
  },
  {
    verb: 'force',
    button: '强制封存',
    consequence: '办理期限已过，凭劳动关系终止的证明封存该账户；新单位重新上传清册后账户转入。',
    length: maxLengths.TransferForced.reason,
  },
];

/** The ends that a person may give a case. */
export function Decide({ transfer }: { transfer: TransferCase }) {
  const [way, setWay] = useState<Way>();
  return (
    <>
      {WAYS.filter(({ verb }) => transfer.can.includes(verb)).map((one) => (
        <Button key={one.verb} danger={one.verb === 'force'} onClick={() => setWay(one)}>
          {one.button}
        </Button>
      ))}
      {way && <DecideDialog way={way} id={transfer.case_id} close={() => setWay(undefined)} />}
    </>
  );
}

function DecideDialog({ way, id, close }: { way: Way; id: string; close: () => void }) {
  const [form] = Form.useForm<{ reason: string }>();
  const [proof, setProof] = useState<File>();
  const { message } = App.useApp();
  const [draft] = useState(() => draftOf<{ reason: string }>(`${way.verb}-transfer-${id}`));
  const decide = useChange(async (reason: string, once) => {
    if (way.verb === 'decline') await declineTransferCase({ id, reason }, once);
    else if (way.verb === 'withdraw') await withdrawTransferCase({ id, reason }, once);
    else if (proof) await forceTransferCase({ id, reason, proof }, once);
  });
  const submit = ({ reason }: { reason: string }) =>
    decide.mutate(reason.trim(), {
      onSuccess: () => {
        draft.drop();
        message.success(`已${way.button}`);
        close();
      },
    });
  const needsProof = way.verb === 'force';
  return (
    <Modal
      open
      title={`${way.button}？`}
      okText={way.button}
      cancelText="返回"
      okButtonProps={{
        danger: way.verb === 'force',
        loading: decide.isPending,
        disabled: needsProof && proof === undefined,
      }}
      onOk={form.submit}
      onCancel={close}
    >
      <p>{way.consequence}</p>
      {decide.error ? <ProblemAlert error={decide.error} /> : null}
      <Form
        form={form}
        layout="vertical"
        {...(draft.kept ? { initialValues: draft.kept } : {})}
        onValuesChange={(_changed, values) => draft.keep(values)}
        onFinish={submit}
      >
        {needsProof && (
          <Form.Item label="证明材料（解除劳动关系证明等）" required>
            <Upload
              accept=".pdf,.jpg,.jpeg,.png"
              maxCount={1}
              fileList={proof ? [{ uid: 'proof', name: proof.name }] : []}
              beforeUpload={(file) => {
                setProof(file);
                return false;
              }}
              onRemove={() => setProof(undefined)}
            >
              <Button>选择文件</Button>
            </Upload>
          </Form.Item>
        )}
        <Form.Item name="reason" label="原因" rules={[{ ...need('原因'), whitespace: true }]}>
          <Input maxLength={way.length} showCount autoFocus />
        </Form.Item>
      </Form>
      <DraftNote done="办理完成" />
    </Modal>
  );
}
