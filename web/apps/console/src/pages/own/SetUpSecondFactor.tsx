import { ProblemAlert } from '@anju/ui';
import { Button, Form, Input, QRCode, Typography } from 'antd';
import { CodeForm } from './CodeForm';
import { useBeginSecondFactor, useConfirmSecondFactor } from './queries';
import { RecoveryCodes } from './RecoveryCodes';
import './own.css';

/** 绑定动态口令: the picture for the app, a code of it, then the recovery codes, once. */
export function SetUpSecondFactor({ onDone }: { onDone: () => void }) {
  const begin = useBeginSecondFactor();
  const confirm = useConfirmSecondFactor();
  if (confirm.data)
    return (
      <RecoveryCodes title="动态口令已绑定" codes={confirm.data.recovery_codes} onKept={onDone} />
    );
  if (!begin.data) {
    return (
      <>
        {begin.error ? <ProblemAlert error={begin.error} /> : null}
        <p>需要一部装有身份验证器应用的手机。绑定后每次登录还须输入应用显示的六位数字。</p>
        <Form
          layout="vertical"
          requiredMark={false}
          onFinish={({ own }: { own: string }) => begin.mutate(own)}
        >
          <Form.Item
            name="own"
            label="登录密码"
            rules={[{ required: true, message: '请输入登录密码' }]}
          >
            <Input.Password autoComplete="current-password" maxLength={128} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={begin.isPending}>
            开始绑定
          </Button>
        </Form>
      </>
    );
  }
  const { secret, uri } = begin.data;
  return (
    <>
      <p>用身份验证器应用扫描二维码：</p>
      <QRCode value={uri} type="svg" errorLevel="L" size={200} color="#000" bgColor="#fff" />
      <p>
        不能扫描时，在应用中手工输入密钥：
        <br />
        <Typography.Text code copyable={{ text: secret }} className="own-secret">
          {secret.replace(/(.{4})(?=.)/g, '$1 ')}
        </Typography.Text>
      </p>
      <CodeForm
        label="应用显示的六位数字"
        button="确认绑定"
        isPending={confirm.isPending}
        error={confirm.error}
        onCode={confirm.mutate}
      />
    </>
  );
}
