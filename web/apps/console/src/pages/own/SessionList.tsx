import type { Wire } from '@anju/api';
import { type Column, formatInstant, WholeList } from '@anju/ui';
import { Button } from 'antd';

type OpenSession = Wire<'OpenSession'>;

type SessionListProps = { sessions: OpenSession[]; end?: (id: string) => void };

/** The sessions that go on; `end` offers to end each but the present one. */
export function SessionList({ sessions, end }: SessionListProps) {
  const columns: Column<OpenSession>[] = [
    {
      key: 'device',
      title: '设备',
      render: ({ device, is_this }) => `${device ?? '其他设备'}${is_this ? '（本机）' : ''}`,
    },
    { key: 'address', title: '地址', render: ({ address }) => address ?? '–' },
    {
      key: 'signed_in_at',
      title: '登录时间',
      render: ({ signed_in_at }) => formatInstant(signed_in_at),
    },
    { key: 'seen_at', title: '最近使用', render: ({ seen_at }) => formatInstant(seen_at) },
  ];
  if (end) {
    columns.push({
      key: 'end',
      title: '操作',
      render: ({ session_id, is_this }) =>
        !is_this && (
          <Button size="small" onClick={() => end(session_id)}>
            退出这台设备
          </Button>
        ),
    });
  }
  return (
    <WholeList
      name="sessions"
      label="登录中的设备"
      columns={columns}
      rows={sessions}
      rowKey={({ session_id }) => session_id}
      empty="没有登录中的设备。"
    />
  );
}
