import { useSearch } from '@tanstack/react-router';
import { sendMemberCode, signInMember } from '../../api';
import { HOTLINE, useHallDemo } from '../../app/centre';
import { CodeForm } from '../../parts/CodeForm';
import * as check from '../../parts/checks';
import { useCode } from '../../parts/code';
import { Button, idNumberOf, MobileField, TextField } from '../../parts/fields';
import { type Form, useForm } from '../../parts/form';
import { Card, Page } from '../../parts/Page';
import { Note, ProblemNote } from '../../parts/ProblemNote';

type Identity = Form<'id_number' | 'name' | 'mobile'>;

/** A member's door: who it is, then the code sent to the phone on file. */
export function SignIn() {
  const { ended } = useSearch({ strict: false });
  const code = useCode(sendMemberCode);
  const identity = useForm({
    id_number: check.idNumber,
    name: check.needed('姓名'),
    mobile: check.mobile,
  });
  const { sent } = code;
  const ask = () => {
    if (identity.isSound()) code.send(identity.values, identity.refuse);
  };
  return (
    <Page title="个人登录" lead="用在中心登记的姓名、证件号码和手机号登录，不用记密码。">
      {ended && <Note>登录已经结束，请重新登录。</Note>}
      <Card>
        {sent === undefined ? (
          <IdentityForm form={identity} error={code.error} isBusy={code.isSending} submit={ask} />
        ) : (
          <CodeForm
            code={code}
            sent={sent}
            mobile={identity.values.mobile}
            resend={() => code.send(identity.values, () => undefined)}
            signIn={(typed, once) => signInMember({ ...identity.values, code: typed }, once)}
            home="/member"
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
