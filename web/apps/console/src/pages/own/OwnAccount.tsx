import { formatInstant, ProblemAlert } from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { App } from 'antd';
import { type Fact, Page, Panel } from '../../app/Page';
import { type Session, useSession } from '../../app/session';
import { PasswordForm } from './PasswordForm';
import { ownSignIns, type SignIns, useEndOwnSession, useReadOwn } from './queries';
import { RenewRecoveryCodes } from './RenewRecoveryCodes';
import { SessionList } from './SessionList';
import { SetUpSecondFactor } from './SetUpSecondFactor';
import './own.css';

function factsOf(session: Session, signIns: SignIns): Fact[] {
  const { before, password_ends_on } = session;
  const last = before.signed_in_at
    ? `${formatInstant(before.signed_in_at)}　${before.address ?? ''}`
    : '这是首次登录';
  const facts: Fact[] = [
    { label: '登录名', value: session.sign_in_name },
    { label: '角色', value: session.roles.join('、') || '尚未分配' },
    { label: '上次登录', value: last },
    { label: '此后失败次数', value: before.failures },
    { label: '密码设置于', value: formatInstant(signIns.password_set_at) },
  ];
  if (password_ends_on) facts.push({ label: '密码到期', value: password_ends_on });
  return facts;
}

/** 我的账户: one's own password, second factor and sessions. */
export function OwnAccount() {
  const session = useSession();
  const signIns = useSuspenseQuery(ownSignIns).data;
  const { message } = App.useApp();
  const end = useEndOwnSession();
  const readAnew = useReadOwn();
  const bound = () => {
    message.success('下次登录起须输入动态口令');
    void readAnew();
  };
  if (session === null) return null;
  return (
    <Page title="我的账户" tag={session.name} facts={factsOf(session, signIns)}>
      <Panel title="登录中的设备">
        {end.error ? <ProblemAlert error={end.error} /> : null}
        <SessionList sessions={signIns.sessions} end={(id) => end.mutate(id)} />
      </Panel>
      <Panel title="动态口令">
        <div className="own-form">
          {signIns.second_factor_at ? (
            <>
              <p>
                {formatInstant(signIns.second_factor_at)}绑定，恢复码还剩 {signIns.recovery_codes}{' '}
                个。更换手机请安全管理员重置后再绑定。
              </p>
              <RenewRecoveryCodes onDone={() => void readAnew()} />
            </>
          ) : (
            <SetUpSecondFactor onDone={bound} />
          )}
        </div>
      </Panel>
      <Panel title="修改密码">
        <div className="own-form">
          <PasswordForm onDone={() => message.success('密码已修改，其他设备已退出登录')} />
        </div>
      </Panel>
    </Page>
  );
}
