import { Alert, Typography } from 'antd';
import type { ReactNode } from 'react';

type FirstPasswordProps = { title: ReactNode; password: string | null | undefined };

/** A password to hand over: it is shown here and can't be read anywhere again. */
export function FirstPassword({ title, password }: FirstPasswordProps) {
  if (!password) {
    return (
      <Alert
        className="outcome"
        role="status"
        type="warning"
        showIcon
        title={title}
        description="初始密码只在第一次应答时显示，这次没有。请为其重置密码。"
      />
    );
  }
  return (
    <Alert
      className="outcome"
      role="status"
      type="success"
      showIcon
      title={title}
      description={
        <>
          初始密码{' '}
          <Typography.Text code copyable>
            {password}
          </Typography.Text>
          <br />
          只显示这一次，请当面交给本人，不要留存。
        </>
      }
    />
  );
}
