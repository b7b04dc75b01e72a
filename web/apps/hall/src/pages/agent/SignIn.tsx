import { useSearch } from '@tanstack/react-router';
import { sendAgentCode, signInAgent } from '../../api';
import { HOTLINE, useHallDemo } from '../../app/centre';
import { Way } from '../../app/links';
import { CodeForm } from '../../parts/CodeForm';
import * as check from '../../parts/checks';
import { useCode } from '../../parts/code';
import { Button, MobileField, PasswordField } from '../../parts/fields';
import { type Form, useForm } from '../../parts/form';
import { Card, Page } from '../../parts/Page';
import { Note, ProblemNote } from '../../parts/ProblemNote';

type Secret = Form<'mobile' | 'password'>;

/** An agent's door: phone and password, then a code, for a roster holds everybody's data. */
export function SignIn() {
  const { ended, accepted } = useSearch({ strict: false });
  const code = useCode(sendAgentCode);
  const secret = useForm({ mobile: check.mobile, password: check.needed('密码') });
  const { sent } = code;
  const ask = () => {
    if (secret.isSound()) code.send(secret.values, secret.refuse);
  };
  return (
    <Page title="单位登录" lead="清册里有全体职工的信息，登录要用密码，也要用短信验证码。">
      {ended && <Note>登录已经结束，请重新登录。</Note>}
      {accepted && <Note>已经开通，请用刚设的密码登录。</Note>}
      <Card>
        {sent === undefined ? (
          <SecretForm form={secret} error={code.error} isBusy={code.isSending} submit={ask} />
        ) : (
          <CodeForm
            code={code}
            sent={sent}
            mobile={secret.values.mobile}
            resend={() => code.send(secret.values, () => undefined)}
            signIn={(typed, once) => signInAgent({ ...secret.values, code: typed }, once)}
            home="/employers"
          />
        )}
      </Card>
      {sent === undefined && <DemoPeople choose={secret.set} />}
      <p className="hint">
        第一次使用？<Way to="/agent/accept">凭邀请码开通</Way>
      </p>
      <details className="card">
        <summary>忘了密码，或手机号换了？</summary>
        <p>
          请联系本单位的主经办人重新邀请；单位没有主经办人的，请带单位介绍信到管理部柜台办理，或拨打{' '}
          <a href={`tel:${HOTLINE}`}>{HOTLINE}</a>。
        </p>
      </details>
    </Page>
  );
}

type SecretProps = { form: Secret; error: Error | null; isBusy: boolean; submit: () => void };

function SecretForm({ form, error, isBusy, submit }: SecretProps) {
  return (
    <form
      ref={form.ref}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <MobileField {...form.field('mobile')} />
      <PasswordField {...form.field('password')} />
      {error && <ProblemNote error={error} fields={Object.keys(form.values)} />}
      <Button type="submit" isMain isBusy={isBusy}>
        获取验证码
      </Button>
    </form>
  );
}

/** Who may be tried in a demo. */
function DemoPeople({ choose }: { choose: Secret['set'] }) {
  const agents = useHallDemo()?.agents ?? [];
  if (agents.length === 0) return null;
  return (
    <Card title="演示经办人">
      <p className="hint">这里是演示，点一位试试：</p>
      {agents.map(({ mobile, password, employer_name }) => (
        <button
          key={mobile}
          type="button"
          className="offer"
          onClick={() => choose({ mobile, password })}
        >
          <b>{employer_name}</b>
          <span>
            {mobile}　{password}
          </span>
        </button>
      ))}
    </Card>
  );
}
