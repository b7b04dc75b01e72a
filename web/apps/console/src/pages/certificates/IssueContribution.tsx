import type { CertificateIssued } from '@anju/api';
import { ProblemAlert } from '@anju/ui';
import { Button, Form, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useMay } from '../../app/actions';
import { useChange } from '../../app/change';
import { Issued } from './Issued';
import { issueContribution } from './queries';

/** 开具缴存证明: how many months it lists, then the paper. */
export function IssueContribution({ no }: { no: string }) {
  const [isAsking, setIsAsking] = useState(false);
  const [issued, setIssued] = useState<CertificateIssued>();
  if (!useMay('certificate.issue')) return null;
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>开具缴存证明</Button>
      {isAsking && (
        <MonthsDialog
          no={no}
          close={() => setIsAsking(false)}
          onIssued={(answer) => {
            setIsAsking(false);
            setIssued(answer);
          }}
        />
      )}
      {issued && <Issued issued={issued} close={() => setIssued(undefined)} />}
    </>
  );
}

type DialogProps = {
  no: string;
  close: () => void;
  onIssued: (issued: CertificateIssued) => void;
};

function MonthsDialog({ no, close, onIssued }: DialogProps) {
  const [months, setMonths] = useState(12);
  const issue = useChange(issueContribution);
  return (
    <Modal
      open
      title="开具缴存证明"
      okText="开具"
      cancelText="返回"
      okButtonProps={{ loading: issue.isPending }}
      onOk={() => issue.mutate({ no, months }, { onSuccess: onIssued })}
      onCancel={close}
    >
      <p className="hint">证明上是职工的全名和证件号码，按现在的账户情况开具，开具记入审计。</p>
      {issue.error ? <ProblemAlert error={issue.error} /> : null}
      <Form layout="vertical">
        <Form.Item label="列出缴存明细">
          <Radio.Group
            value={months}
            onChange={({ target }) => setMonths(target.value)}
            options={[
              { value: 12, label: '近12个月' },
              { value: 24, label: '近24个月' },
            ]}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
