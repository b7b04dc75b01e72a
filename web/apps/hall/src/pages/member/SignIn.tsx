import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { type CodeSent, sendMemberCode, signInMember } from '../../api';
import { HOTLINE, useHallDemo } from '../../app/centre';
import { useChange } from '../../app/change';
import { useEnter } from '../../app/sign-in';
import { CodeStep, shortMobile } from '../../parts/CodeStep';
import * as check from '../../parts/checks';
import { useCountdown } from '../../parts/countdown';
import { Button, idNumberOf, MobileField, TextField } from '../../parts/fields';
import { type Form, useForm } from '../../parts/form';
import { Card, Page } from '../../parts/Page';
import { Note, ProblemNote } from '../../parts/ProblemNote';

type Identity = Form<'id_number' | 'name' | 'mobile'>;

/** A member's door: who it is, then the code sent to the phone on file. */
export function SignIn() {
  const { ended } = useSearch({ strict: false });
  const [sent, setSent] = useState<CodeSent>();
  const countdown = useCountdown();
  const identity = useForm({
    id_number: check.idNumber,
    name: check.needed('姓名'),
    mobile: check.mobile,
  });
  const send = useChange(sendMemberCode);
  const ask = () => {
    if (!identity.isSound()) return;
    send.mutate(identity.values, {
      onSuccess: (answer) => {
        setSent(answer);
        countdown.begin(answer.resend_after_s);
      },
      onError: identity.refuse,
    });
  };
  return (
    <Page title="个人登录" lead="用在中心登记的姓名、证件号码和手机号登录，不用记密码。">
      {ended && <Note>登录已经结束，请重新登录。</Note>}
      <Card>
        {sent === undefined ? (
          <IdentityForm form={identity} error={send.error} isBusy={send.isPending} submit={ask} />
        ) : (
          <CodeForm
            identity={identity.values}
            sent={sent}
            left={countdown.left}
            isSending={send.isPending}
            sendError={send.error}
            resend={ask}
            back={() => setSent(undefined)}
          />
        )}
      </Card>
      {sent === undefined && <DemoPeople choose={identity.set} />}
      <WrongPhone />
    </Page>
  );
}

type IdentityProps = { form: Identity; error: Error | null; isBusy: boolean; submit: () => void };

function IdentityForm({ form, error, isBusy, submit }: IdentityProps) {
  return (
    <form
      ref={form.ref}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField {...form.field('name')} label="姓名" autoComplete="name" maxLength={120} />
      <TextField
        {...form.field('id_number')}
        label="证件号码"
        hint="身份证最后一位是 X 的照样填写"
        autoComplete="off"
        maxLength={20}
        read={idNumberOf}
      />
      <MobileField {...form.field('mobile')} label="登记的手机号" />
      {error && <ProblemNote error={error} fields={Object.keys(form.values)} />}
      <Button type="submit" isMain isBusy={isBusy}>
        获取验证码
      </Button>
    </form>
  );
}

type CodeProps = {
  identity: Identity['values'];
  sent: CodeSent;
  left: number;
  isSending: boolean;
  sendError: Error | null;
  resend: () => void;
  back: () => void;
};

function CodeForm({ identity, sent, left, isSending, sendError, resend, back }: CodeProps) {
  const form = useForm({ code: check.code });
  const signIn = useChange(signInMember);
  const enter = useEnter('/member');
  const submit = () => {
    if (!form.isSound()) return;
    signIn.mutate(
      { ...identity, code: form.values.code },
      { onSuccess: enter, onError: form.refuse },
    );
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
      <CodeStep
        field={form.field('code')}
        sent={sent}
        to={shortMobile(identity.mobile)}
        left={left}
        isSending={isSending}
        resend={resend}
      />
      {sendError && <ProblemNote error={sendError} />}
      {signIn.error && <ProblemNote error={signIn.error} fields={['code']} />}
      <div className="buttons">
        <Button type="submit" isMain isBusy={signIn.isPending}>
          登录
        </Button>
        <Button onClick={back}>返回修改</Button>
      </div>
    </form>
  );
}

/** Who may be tried in a demo. */
function DemoPeople({ choose }: { choose: Identity['set'] }) {
  const people = useHallDemo()?.members ?? [];
  if (people.length === 0) return null;
  return (
    <Card title="演示人员">
      <p className="hint">这里是演示，点一位试试：</p>
      {people.map((person) => (
        <button
          key={person.id_number}
          type="button"
          className="offer"
          onClick={() => choose(person)}
        >
          <b>{person.name}</b>
          <span>
            {person.id_number}　{person.mobile}
          </span>
        </button>
      ))}
    </Card>
  );
}

/** What whoever gets no code can do. */
function WrongPhone() {
  return (
    <details className="card">
      <summary>手机号换了，收不到验证码？</summary>
      <p>
        为了您的资金安全，登记的手机号只能当面变更：请本人带身份证到就近的管理部柜台办理，当场生效。
      </p>
      <p>
        手机号没换也收不到的，请看看短信是否被拦截，一分钟后重新发送；还不行请拨打{' '}
        <a href={`tel:${HOTLINE}`}>{HOTLINE}</a>。
      </p>
    </details>
  );
}
