import { formatInstant } from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { endAgent, type HallAgent, inviteAgent } from '../../api';
import { useChange } from '../../app/change';
import * as check from '../../parts/checks';
import { Dialog } from '../../parts/Dialog';
import { Button, MobileField, TextField } from '../../parts/fields';
import { useForm } from '../../parts/form';
import { Card, Page } from '../../parts/Page';
import { Note, ProblemNote } from '../../parts/ProblemNote';
import { agentsQuery, employerQuery } from './queries';

/** 经办人 of an employer, for their lead: who they are, a new one, and one who goes. */
export function Agents() {
  const { employerId } = useParams({ strict: false }) as { employerId: string };
  const employer = useSuspenseQuery(employerQuery(employerId)).data;
  const { items } = useSuspenseQuery(agentsQuery(employerId)).data;
  return (
    <Page title="经办人" lead={employer.name}>
      <ul className="rows" aria-label="经办人">
        {items.map((agent) => (
          <li key={agent.agent_id}>
            <Agent employerId={employerId} agent={agent} />
          </li>
        ))}
      </ul>
      <Invite employerId={employerId} />
    </Page>
  );
}

function Agent({ employerId, agent }: { employerId: string; agent: HallAgent }) {
  const [isAsking, setAsking] = useState(false);
  const end = useChange(endAgent);
  const { agent_id: agentId, name, accepted_at } = agent;
  return (
    <div className="row">
      <span className="row-head">
        <b>{name}</b>
        {agent.is_lead && <span className="status">主经办人</span>}
      </span>
      <span className="hint">
        {agent.mobile_masked}，
        {accepted_at ? `${formatInstant(accepted_at)} 开通` : '已邀请，还没有开通'}
      </span>
      {end.error && <ProblemNote error={end.error} />}
      {agent.can.includes('end') && <Button onClick={() => setAsking(true)}>停用{name}</Button>}
      {isAsking && (
        <Dialog
          title={`停用${name}？`}
          act="停用"
          isBusy={end.isPending}
          onAct={() => end.mutate({ employerId, agentId }, { onSettled: () => setAsking(false) })}
          close={() => setAsking(false)}
        >
          <p>停用后立即不能再为本单位办理业务，已经办过的业务不受影响。需要时可以重新邀请。</p>
        </Dialog>
      )}
    </div>
  );
}

function Invite({ employerId }: { employerId: string }) {
  const form = useForm({ name: check.needed('姓名'), mobile: check.mobile });
  const [isLead, setLead] = useState(false);
  const [invited, setInvited] = useState('');
  const invite = useChange(inviteAgent);
  const id = useId();
  const submit = () => {
    if (!form.isSound()) return;
    const { name, mobile } = form.values;
    setInvited('');
    invite.mutate(
      { employerId, name: name.trim(), mobile, is_lead: isLead },
      {
        onSuccess: () => {
          form.set({ name: '', mobile: '' });
          setLead(false);
          setInvited(name.trim());
        },
        onError: form.refuse,
      },
    );
  };
  return (
    <Card title="邀请经办人">
      <form
        ref={form.ref}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField {...form.field('name')} label="姓名" autoComplete="off" maxLength={120} />
        <MobileField {...form.field('mobile')} />
        <div className="field">
          <label className="choice" htmlFor={id}>
            <input
              id={id}
              type="checkbox"
              checked={isLead}
              onChange={({ target }) => setLead(target.checked)}
            />
            主经办人
          </label>
          <p className="hint">主经办人可以邀请和停用其他经办人。</p>
        </div>
        {invite.error && <ProblemNote error={invite.error} fields={['name', 'mobile']} />}
        {invited && <Note>邀请码已经用短信发给 {invited}，凭它在网厅开通。</Note>}
        <Button type="submit" isMain isBusy={invite.isPending}>
          发送邀请
        </Button>
      </form>
    </Card>
  );
}
