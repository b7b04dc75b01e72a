import { ProblemAlert } from '@anju/ui';
import { Button, Form, Input } from 'antd';

type CodeFormProps = {
  label: string;
  button: string;
  isPending: boolean;
  error: unknown;
  onCode: (code: string) => void;
};

/** A code of the authenticator app, typed. */
export function CodeForm({ label, button, isPending, error, onCode }: CodeFormProps) {
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      onFinish={({ code }: { code: string }) => onCode(code)}
    >
      {error ? <ProblemAlert error={error} /> : null}
      <Form.Item
        name="code"
        label={label}
        rules={[{ required: true, whitespace: true, message: `请输入${label}` }]}
      >
        <Input autoFocus autoComplete="one-time-code" maxLength={16} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={isPending}>
        {button}
      </Button>
    </Form>
  );
}
