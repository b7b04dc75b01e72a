import type { Wire } from '@anju/api';
import { formatInstant } from '@anju/ui';
import { useQuery } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { Alert, App, Button, Card, Form, Input, Table } from 'antd';
import { useEffect } from 'react';
import { centreQuery, useSignIn } from './queries';
import './sign-in.css';

type DemoSignIn = Wire<'DemoSignIn'>;

/** The first page: sign in, in a demo with the accounts that it has shown. */
export function SignIn() {
  const centre = useQuery(centreQuery);
  const [form] = Form.useForm<Wire<'SignIn'>>();
  const name = centre.data?.name ?? '住房公积金管理中心';
  useEffect(() => {
    document.title = `登录 · ${name}`;
  }, [name]);
  const demo = centre.data?.demo?.sign_ins;
  return (
    <main className="sign-in">
      <h1>{name}</h1>
      <Card>
        {centre.error ? <Alert role="alert" type="error" title={centre.error.message} /> : null}
        <SignInForm form={form} />
        {demo ? <DemoSignIns signIns={demo} choose={form.setFieldsValue} /> : null}
      </Card>
    </main>
  );
}

function SignInForm({ form }: { form: ReturnType<typeof Form.useForm<Wire<'SignIn'>>>[0] }) {
  const signIn = useSignIn();
  const { message } = App.useApp();
  const router = useRouter();
  const { next } = useSearch({ from: '/sign-in' });
  const submit = (body: Wire<'SignIn'>) =>
    signIn.mutate(body, {
      onSuccess: (session) => {
        for (const told of toTell(session)) message.warning(told, 6);
        router.history.push(next ?? '/');
      },
    });
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
      <Form.Item name="name" label="用户名" rules={[{ required: true, message: '请输入用户名' }]}>
        <Input autoFocus autoComplete="username" maxLength={64} />
      </Form.Item>
      <Form.Item name="password" label="密码" rules={[{ required: true, message: '请输入密码' }]}>
        <Input.Password autoComplete="current-password" maxLength={128} />
      </Form.Item>
      {signIn.error ? <Alert role="alert" type="error" title={signIn.error.message} /> : null}
      <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
        登录
      </Button>
    </Form>
  );
}

/** What whoever signs in should know: that somebody tried their name, that the password ends. */
function toTell({ before, password_ends_on }: Wire<'Session'>): string[] {
  const told = [];
  if (before.failures > 0) {
    const since = before.signed_in_at
      ? `上次登录（${formatInstant(before.signed_in_at)}）以来`
      : '此前';
    told.push(`${since}有 ${before.failures} 次登录失败；不是本人所为请告知安全管理员。`);
  }
  if (password_ends_on) told.push(`密码于 ${password_ends_on} 到期，请在“我的账户”中修改。`);
  return told;
}

type DemoProps = { signIns: DemoSignIn[]; choose: (signIn: Wire<'SignIn'>) => void };

function DemoSignIns({ signIns, choose }: DemoProps) {
  const columns = [
    { title: '岗位', dataIndex: 'role' },
    { title: '用户名', dataIndex: 'name' },
    { title: '密码', dataIndex: 'password' },
    {
      title: '',
      key: 'choose',
      render: (_: unknown, { name, password }: DemoSignIn) => (
        <Button size="small" onClick={() => choose({ name, password })}>
          填入
        </Button>
      ),
    },
  ];
  return (
    <section className="sign-in-demo">
      <h2>演示账号</h2>
      <Table
        aria-label="演示账号"
        columns={columns}
        dataSource={signIns}
        rowKey="name"
        pagination={false}
      />
    </section>
  );
}
