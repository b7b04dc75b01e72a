import type { ApprovalSummary } from '@anju/api';
import { approvalStatus, type Column, formatInstant, Money, StatusTag } from '@anju/ui';
import { Way } from '../../app/links';
import { Thing } from '../../app/Thing';
import { DueOn } from './DueOn';

/** A request as lists show it: the number opens it, the sentence what it is about. */
export const columns: Column<ApprovalSummary>[] = [
  {
    key: 'serial',
    title: '审批流水',
    render: ({ approval_id, serial }) => (
      <Way to="/approvals/$approvalId" params={{ approvalId: approval_id }}>
        {serial}
      </Way>
    ),
  },
  { key: 'business_label', title: '业务', render: ({ business_label }) => business_label },
  {
    key: 'summary',
    title: '事项',
    wraps: true,
    render: ({ subject_kind, subject_id, summary }) => (
      <Thing kind={subject_kind} id={subject_id}>
        {summary}
      </Thing>
    ),
  },
  {
    key: 'amount_fen',
    title: '金额',
    align: 'right',
    render: ({ amount_fen }) => (amount_fen == null ? '–' : <Money fen={amount_fen} />),
  },
  {
    key: 'branch',
    title: '管理部',
    spare: true,
    render: ({ branch_name }) => branch_name ?? '全中心',
  },
  { key: 'maker_name', title: '提交人', render: ({ maker_name }) => maker_name },
  { key: 'asked_at', title: '提交时间', render: ({ asked_at }) => formatInstant(asked_at) },
  { key: 'role_name', title: '当前环节', render: ({ role_name }) => role_name },
  { key: 'due_on', title: '办理期限', sortable: true, render: (row) => <DueOn {...row} /> },
  {
    key: 'status',
    title: '状态',
    render: ({ status }) => <StatusTag status={status} words={approvalStatus} />,
  },
  {
    key: 'outcome',
    title: '结果',
    wraps: true,
    spare: true,
    render: ({ outcome }) => outcome ?? '–',
  },
];
