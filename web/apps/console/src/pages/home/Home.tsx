import { Card, Descriptions } from 'antd';
import { useSession } from '../../app/session';

/** Where a person arrives: who it is here and what it may do. */
export function Home() {
  const session = useSession();
  if (session === null) return null;
  const items = [
    { key: 'name', label: '姓名', children: session.name },
    { key: 'roles', label: '岗位', children: session.roles.join('、') },
    { key: 'branch', label: '网点', children: session.branch?.name ?? '全中心' },
    { key: 'day', label: '会计日期', children: session.business_day?.date ?? '未开日' },
  ];
  return (
    <Card title={session.centre.name}>
      <Descriptions column={2} items={items} />
    </Card>
  );
}
