import { Alert, Button, Typography } from 'antd';
import './own.css';

type RecoveryCodesProps = { title: string; codes: string[]; onKept: () => void };

/** 恢复码: shown this once, until they are kept. */
export function RecoveryCodes({ title, codes, onKept }: RecoveryCodesProps) {
  return (
    <>
      <Alert
        type="success"
        showIcon
        role="status"
        title={title}
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
