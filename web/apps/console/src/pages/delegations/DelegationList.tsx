import type { Delegation } from '@anju/api';
import {
  type Column,
  delegationState,
  formatInstant,
  ProblemAlert,
  StatusTag,
  WholeList,
} from '@anju/ui';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useMay } from '../../app/actions';
import { useChange } from '../../app/change';
import { useExport } from '../../app/list';
import { Page } from '../../app/Page';
import { useSession } from '../../app/session';
import { delegationsQuery, deputiesQuery, endDelegation } from './queries';
import { SetDelegation } from './SetDelegation';

const columns: Column<Delegation>[] = [
  { key: 'from_name', title: '离岗人', render: ({ from_name }) => from_name },
  { key: 'to_name', title: '代办人', render: ({ to_name }) => to_name },
  { key: 'first_day', title: '起日', render: ({ first_day }) => first_day },
  { key: 'last_day', title: '止日', render: ({ last_day }) => last_day },
  { key: 'reason', title: '原因', wraps: true, render: ({ reason }) => reason },
  {
    key: 'state',
    title: '状态',
    render: ({ state }) => <StatusTag status={state} words={delegationState} />,
  },
  {
    key: 'ended_at',
    title: '提前终止',
    render: ({ ended_at }) => (ended_at ? formatInstant(ended_at) : '–'),
  },
];

/** Whether a delegation can still be ended, by who may: whose it is, or who sets it for anybody. */
export function mayEnd(
  { from_staff, state }: Pick<Delegation, 'from_staff' | 'state'>,
  me: string,
  forAnybody: boolean,
): boolean {
  const isOpen = state === 'in_force' || state === 'upcoming';
  return isOpen && (forAnybody || from_staff === me);
}

/** 代办人: who decides instead of whom, while somebody is away. */
export function DelegationList() {
  const rows = useSuspenseQuery(delegationsQuery).data.items;
  const me = useSession()?.staff_id ?? '';
  const mayAppoint = useMay('delegation.appoint');
  const maySet = useMay('delegation.set') || mayAppoint;
  const asked = useQuery({ ...deputiesQuery, enabled: maySet });
  const deputies = asked.data;
  const exportTo = useExport('/api/delegations');
  const [setting, setSetting] = useState(false);
  const [end, ask] = useEnding();
  const next: Column<Delegation> = {
    key: 'next',
    screenOnly: true,
    title: '办理',
    render: (row) =>
      deputies && mayEnd(row, me, deputies.for_anybody) ? (
        <Button type="link" size="small" danger className="row-action" onClick={() => ask(row)}>
          终止
        </Button>
      ) : (
        '–'
      ),
  };
  const set = maySet && (
    <Button
      type="primary"
      loading={asked.isFetching && deputies === undefined}
      disabled={deputies === undefined}
      onClick={() => setSetting(true)}
    >
      设置代办人
    </Button>
  );
  return (
    <Page title="代办人" actions={set}>
      {asked.error ? <ProblemAlert error={asked.error} retry={() => asked.refetch()} /> : null}
      {end.error ? <ProblemAlert error={end.error} /> : null}
      <WholeList
        name="delegations"
        label="代办人"
        columns={maySet ? [...columns, next] : columns}
        rows={rows}
        rowKey={({ delegation_id }) => delegation_id}
        exportTo={exportTo}
        rowClass={({ state }) => (state === 'over' || state === 'ended' ? 'passed' : '')}
        empty="还没有设置过代办人。休假、出差前设置后，期间由代办人办理待离岗人办理的审批。"
      />
      {setting && deputies && <SetDelegation deputies={deputies} close={() => setSetting(false)} />}
    </Page>
  );
}

/** Ending a delegation, after a question. */
function useEnding() {
  const { modal, message } = App.useApp();
  const end = useChange(endDelegation);
  const ask = ({ delegation_id, from_name, to_name }: Delegation) =>
    modal.confirm({
      title: `终止${to_name}代${from_name}办理？`,
      content: `立即终止，此后${to_name}不能再代${from_name}办理审批；已经代为办理的仍然有效。`,
      okText: '终止',
      okButtonProps: { danger: true },
      cancelText: '返回',
      onOk: () =>
        end.mutateAsync(delegation_id).then(
          () => message.success('已终止'),
          () => undefined,
        ),
    });
  return [end, ask] as const;
}
