import type { EmployerAgent } from '@anju/api';
import { agentStatus, type Column, formatInstant, StatusTag, WholeList } from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '../../app/actions';
import { EndAgent } from './EndAgent';
import { InviteAgent } from './InviteAgent';
import { agentsQuery } from './queries';

/** 网厅经办人: who acts for an employer in its hall; invited and ended here. */
export function EmployerAgents({ id }: { id: string }) {
  const agents = useSuspenseQuery(agentsQuery(id)).data.items;
  const mayInvite = useMay('agent.invite');
  const [open, setOpen] = useState<'invite' | EmployerAgent>();
  const close = () => setOpen(undefined);
  const next: Column<EmployerAgent> = {
    key: 'next',
    title: '办理',
    screenOnly: true,
    render: (agent) =>
      agent.can.includes('end') && (
        <Button type="link" size="small" className="row-action" onClick={() => setOpen(agent)}>
          终止
        </Button>
      ),
  };
  const mayEnd = agents.some(({ can }) => can.includes('end'));
  return (
    <>
      <p className="hint">
        经办人在网上大厅为单位上传清册、查看汇缴。主办经办人可以自行邀请和终止本单位的其他经办人。
      </p>
      {mayInvite && <Button onClick={() => setOpen('invite')}>邀请经办人</Button>}
      <WholeList
        name="employer-agents"
        label="网厅经办人"
        columns={mayEnd ? [...columns, next] : columns}
        rows={agents}
        rowKey={({ agent_id, invited_at }) => `${agent_id} ${invited_at}`}
        rowClass={({ status }) => (status === 'ended' ? 'past' : '')}
        empty="还没有网厅经办人。"
      />
      {open === 'invite' && <InviteAgent employerId={id} close={close} />}
      {typeof open === 'object' && <EndAgent employerId={id} agent={open} close={close} />}
    </>
  );
}

const columns: Column<EmployerAgent>[] = [
  { key: 'name', title: '姓名', render: ({ name }) => name },
  { key: 'mobile', title: '手机号码', render: ({ mobile }) => mobile },
  { key: 'is_lead', title: '主办', render: ({ is_lead }) => (is_lead ? '是' : '否') },
  {
    key: 'status',
    title: '状态',
    render: ({ status }) => <StatusTag status={status} words={agentStatus} />,
  },
  {
    key: 'invited',
    title: '邀请',
    render: ({ invited_by, invited_at }) => `${invited_by} ${formatInstant(invited_at)}`,
  },
  { key: 'since', title: '接受', render: sinceOf },
  {
    key: 'ended',
    title: '终止',
    wraps: true,
    render: ({ ended_at, ended_reason }) =>
      ended_at ? `${formatInstant(ended_at)} ${ended_reason ?? ''}` : '–',
  },
];

/** Since when somebody acts; of who is awaited, until when it can accept. */
function sinceOf({ status, accepted_at, acceptable_until }: EmployerAgent) {
  if (accepted_at) return formatInstant(accepted_at);
  if (status === 'ended') return '–';
  return acceptable_until ? `${formatInstant(acceptable_until)} 前有效` : '邀请已失效，请重新邀请';
}
