import type { CodeSent, Once } from '../api';
import { useChange } from '../app/change';
import { useEnter } from '../app/sign-in';
import * as check from './checks';
import type { SendingCode } from './code';
import { Button, digitsOf, TextField } from './fields';
import { useForm } from './form';
import { ProblemNote } from './ProblemNote';

type Props = {
  code: Omit<SendingCode<never>, 'sent' | 'send'>;
  sent: CodeSent;
  /** The phone that it went to. */
  mobile: string;
  resend: () => void;
  signIn: (code: string, once: Once) => Promise<unknown>;
  home: '/member' | '/employers';
};

/** The second step of a sign-in: the code that went to the phone, or another one after a while. */
export function CodeForm({ code, sent, mobile, resend, signIn, home }: Props) {
  const form = useForm({ code: check.code });
  const entering = useChange(signIn);
  const enter = useEnter(home);
  const submit = () => {
    if (!form.isSound()) return;
    entering.mutate(form.values.code, { onSuccess: enter, onError: form.refuse });
  };
  return (
    <form
      ref={form.ref}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p role="status">验证码已发往 {shortMobile(mobile)}，请在几分钟内填写。</p>
      <TextField
        {...form.field('code')}
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
          onClick={() => form.set({ code: sent.demo_code ?? '' })}
        >
          演示验证码 <b>{sent.demo_code}</b>，点一下填入
        </button>
      )}
      {code.left > 0 ? (
        <p className="hint">没有收到？{code.left} 秒后可以重新发送。</p>
      ) : (
        <Button isBusy={code.isSending} onClick={resend}>
          重新发送验证码
        </Button>
      )}
      {code.error && <ProblemNote error={code.error} />}
      {entering.error && <ProblemNote error={entering.error} fields={['code']} />}
      <div className="buttons">
        <Button type="submit" isMain isBusy={entering.isPending}>
          登录
        </Button>
        <Button onClick={code.goBack}>返回修改</Button>
      </div>
    </form>
  );
}

/** A phone's number as much as its owner needs to know it again. */
function shortMobile(mobile: string): string {
  return `${mobile.slice(0, 3)}****${mobile.slice(-4)}`;
}
