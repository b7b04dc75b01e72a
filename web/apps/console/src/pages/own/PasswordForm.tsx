import type { Wire } from '@anju/api';
import { findingsByField, ProblemAlert, problemIn } from '@anju/ui';
import { Button, Form, Input } from 'antd';
import { useChangePassword } from './queries';

const FIELDS = ['old_password', 'password'] as const;

type Typed = Wire<'PasswordChange'> & { again: string };

/** Changing one's own password: the old one, and the new one twice. */
export function PasswordForm({ onDone }: { onDone: () => void }) {
  const [form] = Form.useForm<Typed>();
  const change = useChangePassword();
  const submit = ({ old_password, password }: Typed) =>
    change.mutate(
      { old_password, password },
      {
        onSuccess: () => {
          form.resetFields();
          onDone();
        },
        onError: (error) => {
          const { fields } = findingsByField(problemIn(error), FIELDS);
          form.setFields(fields as Parameters<typeof form.setFields>[0]);
        },
      },
    );
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
      {change.error ? <ProblemAlert error={change.error} fields={FIELDS} /> : null}
      <Form.Item
        name="old_password"
        label="原密码"
        rules={[{ required: true, message: '请输入原密码' }]}
      >
        <Input.Password autoComplete="current-password" maxLength={128} />
      </Form.Item>
      <Form.Item
        name="password"
        label="新密码"
        extra="10 至 128 个字符，含小写字母、大写字母、数字、其他字符中的三类，不含登录名和姓名，不与最近 5 次相同"
        rules={[{ required: true, message: '请输入新密码' }]}
      >
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
      <Form.Item
        name="again"
        label="再输入一次新密码"
        dependencies={['password']}
        rules={[
          { required: true, message: '请再输入一次新密码' },
          ({ getFieldValue }) => ({
            validator: (_rule, value) =>
              !value || value === getFieldValue('password')
                ? Promise.resolve()
                : Promise.reject(new Error('两次输入的新密码不同')),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        修改密码
      </Button>
    </Form>
  );
}
