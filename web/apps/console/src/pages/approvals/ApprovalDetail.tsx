import type { Approval, ApprovalStep } from '@anju/api';
import {
  approvalStatus,
  approvalVerdict,
  type Column,
  formatFen,
  formatInstant,
  StatusTag,
  WholeList,
} from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { ButtonLink } from '../../app/links';
import { type Fact, Page, Panel } from '../../app/Page';
import { Thing } from '../../app/Thing';
import { subjectWord } from '../audit/words';
import { Decide } from './Decide';
import { DueOn } from './DueOn';
import { approvalQuery } from './queries';
import { type ApprovalEvent, deciderWords, eventsOf, stepNow, stepState } from './steps';

/** One request: what is asked and why, who may decide it and by when, and what came of it. */
export function ApprovalDetail() {
  const { approvalId } = useParams({ strict: false }) as { approvalId: string };
  const approval = useSuspenseQuery(approvalQuery(approvalId)).data;
  return (
    <Page
      title={`审批 ${approval.serial}`}
      tag={<StatusTag status={approval.status} words={approvalStatus} />}
      facts={factsOf(approval)}
      actions={
        <>
          <ButtonLink to="/approvals">返回列表</ButtonLink>
          <Decide key={approvalId} approval={approval} />
        </>
      }
    >
      <Standing approval={approval} />
      <Panel title="申请事项">
        <p className="said">{approval.summary}</p>
        <Thing kind={approval.subject_kind} id={approval.subject_id}>
          {subjectWord(approval.subject_kind)}详情
        </Thing>
      </Panel>
      <WholeList
        name="approval-steps"
        label="审批环节"
        columns={stepColumns(approval)}
        rows={approval.steps}
        rowKey={({ step_no }) => step_no}
        empty="没有环节。"
      />
      <section className="page-last">
        <h2>时间线</h2>
        <WholeList
          name="approval-timeline"
          label="时间线"
          columns={eventColumns}
          rows={eventsOf(approval)}
          rowKey={({ key }) => key}
          empty="还没有发生过什么。"
        />
      </section>
    </Page>
  );
}

function factsOf(approval: Approval): Fact[] {
  const { amount_fen, business_label, maker_name, asked_at, branch_name } = approval;
  return [
    { label: '业务', value: business_label },
    ...(amount_fen == null ? [] : [{ label: '金额（元）', value: formatFen(amount_fen) }]),
    { label: '提交人', value: maker_name },
    { label: '提交时间', value: formatInstant(asked_at) },
    { label: '管理部', value: branch_name ?? '全中心' },
    ...(approval.status === 'pending'
      ? [{ label: '办理期限', value: <DueOn {...approval} /> }]
      : []),
  ];
}

/** Who may decide now and by when, or how it ended. */
function Standing({ approval }: { approval: Approval }) {
  const { status, outcome } = approval;
  const returned = approval.steps.find(({ verdict }) => verdict === 'returned');
  switch (status) {
    case 'pending':
      return <Deciders approval={approval} />;
    case 'approved':
      return <Outcome type="info" words="各环节已通过，系统正在办理。" />;
    case 'done':
      return <Outcome type="success" words={`已按审批办理：${outcome ?? ''}`} />;
    case 'refused':
      return <Outcome type="error" words={`审批已通过，但未能办理：${outcome ?? ''}`} />;
    case 'returned':
      return (
        <Outcome
          type="warning"
          words={`${returned ? deciderWords(returned) : ''}退回：${returned?.note ?? ''}`}
        />
      );
    case 'withdrawn':
      return <Outcome type="info" words="提交人已撤回，没有办理。" />;
    default: {
      const forgotten: never = status;
      return forgotten;
    }
  }
}

type OutcomeProps = { type: 'info' | 'success' | 'warning' | 'error'; words: string };

function Outcome({ type, words }: OutcomeProps) {
  return <Alert className="outcome" role="status" type={type} showIcon title={words} />;
}

function Deciders({ approval }: { approval: Approval }) {
  const step = stepNow(approval);
  if (step === undefined) return null;
  if (step.deciders.length === 0) {
    return (
      <Outcome
        type="warning"
        words={`现由${step.role_name}办理，但目前没有人担任这一角色或数据范围不包括本件，请联系管理员调整人员角色。`}
      />
    );
  }
  return (
    <Outcome
      type="info"
      words={`现由${step.role_name}（${step.deciders.join('、')}）办理，期限 ${approval.due_on}。`}
    />
  );
}

function stepColumns(approval: Approval): Column<ApprovalStep>[] {
  return [
    { key: 'step_no', title: '环节', render: ({ step_no }) => step_no },
    { key: 'role_name', title: '角色', render: ({ role_name }) => role_name },
    {
      key: 'term_days',
      title: '期限',
      render: ({ term_days }) => `${term_days} 个工作日`,
    },
    { key: 'verdict', title: '结论', render: (step) => <Verdict step={step} of={approval} /> },
    { key: 'decided_by', title: '办理人', render: (step) => deciderWords(step) || '–' },
    {
      key: 'decided_at',
      title: '办理时间',
      render: ({ decided_at }) => (decided_at ? formatInstant(decided_at) : '–'),
    },
    { key: 'note', title: '意见', wraps: true, render: ({ note }) => note ?? '–' },
  ];
}

function Verdict({ step, of }: { step: ApprovalStep; of: Approval }) {
  if (step.verdict) return <StatusTag status={step.verdict} words={approvalVerdict} />;
  switch (stepState(step, of)) {
    case 'now':
      return <>办理中</>;
    case 'later':
      return <span className="passed">未到</span>;
    default:
      return <span className="passed">不再办理</span>;
  }
}

const eventColumns: Column<ApprovalEvent>[] = [
  { key: 'at', title: '时间', render: ({ at }) => formatInstant(at) },
  { key: 'what', title: '事项', render: ({ what }) => what },
  { key: 'said', title: '内容', wraps: true, render: ({ said }) => said },
  { key: 'by', title: '经办', render: ({ by }) => by },
];
