import { type CertificateSummary, maxLengths } from '@anju/api';
import { ProblemAlert } from '@anju/ui';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useChange } from '../../app/change';
import { need } from '../employers/fields';
import { voidCertificate } from './queries';

/** 作废: the centre no longer stands by a paper. */
export function Void({ row }: { row: CertificateSummary }) {
  const [isAsking, setIsAsking] = useState(false);
  if (!row.can.includes('void')) return null;
  return (
    <>
      <Button type="link" size="small" danger onClick={() => setIsAsking(true)}>
        作废
      </Button>
      {isAsking && <VoidDialog row={row} close={() => setIsAsking(false)} />}
    </>
  );
}

function VoidDialog({ row, close }: { row: CertificateSummary; close: () => void }) {
  const [form] = Form.useForm<{ reason: string }>();
  const { message } = App.useApp();
  const voiding = useChange(voidCertificate);
  const submit = ({ reason }: { reason: string }) =>
    voiding.mutate(
      { id: row.certificate_id, reason: reason.trim() },
      {
        onSuccess: () => {
          message.success('已作废');
          close();
        },
      },
    );
  return (
    <Modal
      open
      title={`作废“${row.title}”？`}
      okText="作废"
      cancelText="返回"
      okButtonProps={{ danger: true, loading: voiding.isPending }}
      onOk={form.submit}
      onCancel={close}
    >
      <p>
        持有人：{row.holder}。作废后不能恢复，也不能再打印；核验时显示已作废和日期，不显示原因。
      </p>
      {voiding.error ? <ProblemAlert error={voiding.error} /> : null}
      <Form form={form} layout="vertical" onFinish={submit}>
        <Form.Item
          name="reason"
          label="作废原因"
          rules={[{ ...need('作废原因'), whitespace: true }]}
        >
          <Input maxLength={maxLengths.CertificateVoiding.reason} autoComplete="off" autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}
