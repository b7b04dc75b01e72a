import { Alert } from 'antd';
import { Page } from '../../app/Page';
import { useSession } from '../../app/session';
import { Home } from './Home';

/** Where everyone begins: the day's figures, or for whom nobody has given a role yet, that. */
export function Start() {
  const session = useSession();
  if (session?.roles.length === 0) return <NoRole name={session.name} />;
  return <Home />;
}

function NoRole({ name }: { name: string }) {
  return (
    <Page title="尚未分配角色">
      <Alert
        type="info"
        showIcon
        role="status"
        title={`${name}，您已登录，但还没有角色，不能办理业务。`}
        description="请联系安全管理员为您分配角色。分配后刷新本页即可开始办理，不必重新登录。"
      />
    </Page>
  );
}
