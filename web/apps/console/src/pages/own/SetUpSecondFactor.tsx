import { ProblemAlert } from '@anju/ui';
import { Alert, Button, QRCode, Typography } from 'antd';
import { CodeForm } from './CodeForm';
import { useBeginSecondFactor, useConfirmSecondFactor } from './queries';
import './own.css';

/** 绑定动态口令: the picture for the app, a code of it, then the recovery codes, once. */
export function SetUpSecondFactor({ onDone }: { onDone: () => void }) {
  const begin = useBeginSecondFactor();
  const confirm = useConfirmSecondFactor();
  if (confirm.data) return <RecoveryCodes codes={confirm.data.recovery_codes} onKept={onDone} />;
  if (!begin.data) {
    return (
      <>
        {begin.error ? <ProblemAlert error={begin.error} /> : null}
        <p>需要一部装有身份验证器应用的手机。绑定后每次登录还须输入应用显示的六位数字。</p>
        <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate()}>
          开始绑定
        </Button>
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

function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  return (
    <>
      <Alert
        type="success"
        showIcon
        role="status"
        title="动态口令已绑定"
        description="下面的恢复码只显示这一次。手机不在身边时，每个恢复码可代替动态口令用一次，请抄下并妥善保管。"
      />
      <ul className="own-codes" aria-label="恢复码">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Typography.Paragraph copyable={{ text: codes.join('\n') }}>
        复制全部恢复码
      </Typography.Paragraph>
      <Button type="primary" onClick={onKept}>
        已保管好，继续
      </Button>
    </>
  );
}
