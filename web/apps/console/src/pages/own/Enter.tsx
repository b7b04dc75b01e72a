import { api, call } from '@anju/api';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { Alert, Button, Card } from 'antd';
import { useEffect } from 'react';
import { forgetSession, useSession } from '../../app/session';
import { CodeForm } from './CodeForm';
import { PasswordForm } from './PasswordForm';
import { useGiveSecondFactor, useReadSession } from './queries';
import { SetUpSecondFactor } from './SetUpSecondFactor';
import '../sign-in/sign-in.css';

/** What stands between the password and the desk, one step after the other. */
export function Enter() {
  const session = useSession();
  const router = useRouter();
  const read = useReadSession();
  const { next } = useSearch({ from: '/enter' });
  const goOn = async () => {
    const now = await read();
    if (now && !now.gate) router.history.push(next ?? '/');
  };
  useEffect(() => {
    document.title = '完成登录 · 安居';
  }, []);
  return (
    <main className="sign-in">
      <h1>{session?.centre.name}</h1>
      <Card>
        <p>{session?.name}，完成下面这一步后即可开始办理：</p>
        {session?.gate === 'second_factor' && <GiveSecondFactor onDone={goOn} />}
        {session?.gate === 'password_change' && <NewPassword onDone={goOn} />}
        {session?.gate === 'second_factor_enrolment' && (
          <>
            <h2>绑定动态口令</h2>
            <SetUpSecondFactor onDone={goOn} />
          </>
        )}
        <Leave />
      </Card>
    </main>
  );
}

function NewPassword({ onDone }: { onDone: () => void }) {
  return (
    <>
      <h2>修改密码</h2>
      <Alert
        type="info"
        showIcon
        title="现在的密码是他人为您设置的，或已到期，须改成只有您知道的密码。"
      />
      <PasswordForm onDone={onDone} />
    </>
  );
}

function GiveSecondFactor({ onDone }: { onDone: () => void }) {
  const give = useGiveSecondFactor();
  return (
    <>
      <h2>动态口令</h2>
      <CodeForm
        label="动态口令或恢复码"
        button="确定"
        isPending={give.isPending}
        error={give.error}
        onCode={(code) => give.mutate(code, { onSuccess: onDone })}
      />
    </>
  );
}

function Leave() {
  const queryClient = useQueryClient();
  const router = useRouter();
  const leave = async () => {
    await call(api.DELETE('/api/session')).catch(() => undefined);
    forgetSession(queryClient);
    router.history.push('/sign-in');
  };
  return (
    <p>
      <Button type="link" onClick={leave} style={{ paddingInline: 0 }}>
        退出，换人登录
      </Button>
    </p>
  );
}
