import { type ApprovalSummary, type ApprovalTried, fen } from '@anju/api';
import { approvalStatus, formatFen, Money, ProblemAlert, StatusTag } from '@anju/ui';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Modal, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useChange } from '../../app/change';
import { Way } from '../../app/links';
import { MOST_AT_ONCE, triedWords } from './chosen';
import { approvalQuery, approveMany } from './queries';

type Props = { chosen: readonly ApprovalSummary[]; onClear: () => void };

/** 批量通过: one question for all that is chosen, and an answer for each. */
export function ApproveMany({ chosen, onClear }: Props) {
  // What was asked about stands in the dialog, though the inbox is read anew behind it.
  const [asked, setAsked] = useState<readonly ApprovalSummary[]>();
  return (
    <>
      {chosen.length > 0 && (
        <Button type="text" onClick={onClear}>
          清除选择
        </Button>
      )}
      <Button type="primary" disabled={chosen.length === 0} onClick={() => setAsked(chosen)}>
        {chosen.length > 0 ? `批量通过（${chosen.length}）` : '批量通过'}
      </Button>
      {asked && <Dialog rows={asked} onDone={onClear} close={() => setAsked(undefined)} />}
    </>
  );
}

type DialogProps = {
  rows: readonly ApprovalSummary[];
  onDone: () => void;
  close: () => void;
};

function Dialog({ rows, onDone, close }: DialogProps) {
  const change = useChange(approveMany);
  const tried = change.data?.items;
  // Who closes it while it sends would never learn what became of each.
  const isSending = change.isPending && tried === undefined;
  const send = () =>
    change.mutate(
      rows.map(({ approval_id }) => approval_id),
      { onSuccess: onDone },
    );
  const footer = tried ? (
    <Button type="primary" onClick={close}>
      知道了
    </Button>
  ) : (
    <>
      <Button disabled={isSending} onClick={close}>
        返回
      </Button>
      <Button
        type="primary"
        loading={isSending}
        disabled={rows.length > MOST_AT_ONCE}
        onClick={send}
      >
        通过
      </Button>
    </>
  );
  return (
    <Modal
      open
      width={760}
      title={tried ? '批量通过的结果' : `通过所选的 ${rows.length} 件审批？`}
      footer={footer}
      closable={!isSending}
      keyboard={!isSending}
      mask={{ closable: !isSending }}
      onCancel={close}
    >
      {change.error ? <ProblemAlert error={change.error} /> : null}
      {tried ? <Answers tried={tried} /> : <Question rows={rows} />}
      <Table<ApprovalSummary>
        size="small"
        aria-label="所选的审批"
        columns={columnsOf(tried)}
        dataSource={[...rows]}
        rowKey="approval_id"
        pagination={false}
        scroll={{ y: 420, x: 'max-content' }}
      />
    </Modal>
  );
}

function Question({ rows }: { rows: readonly ApprovalSummary[] }) {
  const sum = rows.reduce((total, { amount_fen }) => total + (amount_fen ?? 0), 0);
  if (rows.length > MOST_AT_ONCE) {
    return (
      <Alert
        className="outcome"
        type="warning"
        showIcon
        title={`一次最多通过 ${MOST_AT_ONCE} 件，现在选了 ${rows.length} 件，请分次办理。`}
      />
    );
  }
  return (
    <p>
      {sum > 0 && `涉及金额共 ${formatFen(fen(sum))} 元。`}
      每件各自办理：通过最后环节的立即办理，其余转下一环节；不能通过的逐件说明原因，不影响其他。
    </p>
  );
}

function Answers({ tried }: { tried: readonly ApprovalTried[] }) {
  const isClear = tried.every(({ status }) => status === 'done' || status === 'pending');
  return (
    <Alert
      className="outcome"
      role="status"
      type={isClear ? 'success' : 'warning'}
      showIcon
      title={triedWords(tried)}
    />
  );
}

function columnsOf(tried: readonly ApprovalTried[] | undefined): TableColumnsType<ApprovalSummary> {
  const answers = new Map(tried?.map((one) => [one.approval_id, one]));
  const answer: TableColumnsType<ApprovalSummary> = [
    {
      title: '结果',
      width: 220,
      render: (_, { approval_id }) => <Answer answer={answers.get(approval_id)} />,
    },
  ];
  return [
    {
      title: '审批流水',
      className: 'nowrap',
      render: (_, { approval_id, serial }) => (
        <Way to="/approvals/$approvalId" params={{ approvalId: approval_id }}>
          {serial}
        </Way>
      ),
    },
    { title: '事项', dataIndex: 'summary', width: 280 },
    {
      title: '金额',
      align: 'right',
      render: (_, { amount_fen }) => (amount_fen == null ? '–' : <Money fen={amount_fen} />),
    },
    ...(tried ? answer : []),
  ];
}

/** What became of one: how it stands now, or why it wasn't approved. */
function Answer({ answer }: { answer: ApprovalTried | undefined }) {
  if (answer === undefined) return <>–</>;
  const { approval_id, status, refused } = answer;
  switch (status) {
    case undefined:
    case null:
      return <span className="due">没有通过：{refused}</span>;
    case 'pending':
      return <>已通过，转下一环节</>;
    case 'refused':
      return (
        <>
          <StatusTag status={status} words={approvalStatus} /> <Why id={approval_id} />
        </>
      );
    default:
      return <StatusTag status={status} words={approvalStatus} />;
  }
}

/** Why what was approved couldn't be done. */
function Why({ id }: { id: string }) {
  const approval = useQuery(approvalQuery(id)).data;
  return <span className="due">{approval?.outcome}</span>;
}
