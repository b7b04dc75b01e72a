import type { StaffMember } from '@anju/api';
import { formatInstant, ProblemAlert } from '@anju/ui';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Space } from 'antd';
import { useChange } from '../../app/change';
import { Facts, Panel } from '../../app/Page';
import { SessionList } from '../own/SessionList';
import { endSessions, resetSecondFactor, signInsQuery, unlock } from './queries';

const DEEDS = {
  unlock: { label: '解除登录锁定', told: '失败次数清零，可以立即登录。' },
  end_sessions: { label: '强制下线', told: '立即退出其所有设备上的登录。' },
  reset_second_factor: {
    label: '重置动态口令',
    told: '原动态口令和恢复码失效，立即退出其所有登录；须先当面核实是本人。',
  },
} as const;

/** How somebody signs in, with what the security administrator may do about it. */
export function StaffSignIns({ staff }: { staff: StaffMember }) {
  const id = staff.staff_id;
  const { data, error, refetch } = useQuery(signInsQuery(id));
  const { modal } = App.useApp();
  const deeds = {
    unlock: useChange(unlock),
    end_sessions: useChange(endSessions),
    reset_second_factor: useChange(resetSecondFactor),
  };
  if (!data) return error ? <ProblemAlert error={error} retry={refetch} /> : null;
  const verbs = (['unlock', 'end_sessions', 'reset_second_factor'] as const).filter((verb) =>
    data.can.includes(verb),
  );
  const ask = (verb: (typeof verbs)[number]) =>
    modal.confirm({
      title: `${DEEDS[verb].label}：${staff.name}？`,
      content: DEEDS[verb].told,
      okText: DEEDS[verb].label,
      onOk: () => deeds[verb].mutateAsync(id).catch(() => undefined),
    });
  const failed = Object.values(deeds).find((deed) => deed.error)?.error;
  return (
    <Panel title="登录情况">
      {failed ? <ProblemAlert error={failed} /> : null}
      <Facts
        facts={[
          {
            label: '最近登录',
            value: data.signed_in_at
              ? `${formatInstant(data.signed_in_at)}　${data.signed_in_from ?? ''}`
              : '从未登录',
          },
          { label: '此后失败次数', value: data.failures },
          {
            label: '登录锁定',
            value: data.locked_until ? `至 ${formatInstant(data.locked_until)}` : '未锁定',
          },
          {
            label: '密码',
            value: data.password_initial
              ? '初始密码，尚未修改'
              : formatInstant(data.password_set_at),
          },
          {
            label: '动态口令',
            value: data.second_factor_at ? `${formatInstant(data.second_factor_at)}绑定` : '未绑定',
          },
        ]}
      />
      <Space wrap style={{ marginBlock: 8 }}>
        {verbs.map((verb) => (
          <Button key={verb} onClick={() => ask(verb)}>
            {DEEDS[verb].label}
          </Button>
        ))}
      </Space>
      <SessionList sessions={data.sessions} />
    </Panel>
  );
}
