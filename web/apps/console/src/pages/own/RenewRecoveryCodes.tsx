import { Button } from 'antd';
import { useState } from 'react';
import { CodeForm } from './CodeForm';
import { useRenewRecoveryCodes } from './queries';
import { RecoveryCodes } from './RecoveryCodes';

/** 更换恢复码: new ones behind a code of the app, in place of those that are left. */
export function RenewRecoveryCodes({ onDone }: { onDone: () => void }) {
  const [asking, setAsking] = useState(false);
  const renew = useRenewRecoveryCodes();
  if (renew.data) {
    const kept = () => {
      renew.reset();
      setAsking(false);
      onDone();
    };
    const title = '恢复码已更换，原来的全部作废';
    return <RecoveryCodes title={title} codes={renew.data.recovery_codes} onKept={kept} />;
  }
  if (!asking) return <Button onClick={() => setAsking(true)}>更换恢复码</Button>;
  return (
    <CodeForm
      label="应用显示的六位数字"
      button="更换"
      isPending={renew.isPending}
      error={renew.error}
      onCode={renew.mutate}
    />
  );
}
