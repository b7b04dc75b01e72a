import type { CodeSent } from '../api';
import { Button, digitsOf, TextField } from './fields';
import type { FieldState } from './form';

type Props = {
  field: FieldState;
  sent: CodeSent;
  /** The phone that it went to, as far as it is shown. */
  to: string;
  /** Seconds until another may be asked for. */
  left: number;
  isSending: boolean;
  resend: () => void;
};

/** The one-time code: where it went, the field for it, and another one after a while. */
export function CodeStep({ field, sent, to, left, isSending, resend }: Props) {
  return (
    <>
      <p role="status">验证码已发往 {to}，请在几分钟内填写。</p>
      <TextField
        {...field}
        label="短信验证码"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={8}
        read={digitsOf}
      />
      {sent.demo_code && (
        <button
          type="button"
          className="offer"
          onClick={() => field.onChange(sent.demo_code ?? '')}
        >
          演示验证码 <b>{sent.demo_code}</b>，点一下填入
        </button>
      )}
      {left > 0 ? (
        <p className="hint">没有收到？{left} 秒后可以重新发送。</p>
      ) : (
        <Button isBusy={isSending} onClick={resend}>
          重新发送验证码
        </Button>
      )}
    </>
  );
}

/** A phone's number as much as its owner needs to know it again. */
export function shortMobile(mobile: string): string {
  return `${mobile.slice(0, 3)}****${mobile.slice(-4)}`;
}
