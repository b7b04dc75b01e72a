import { useNavigate } from '@tanstack/react-router';
import { acceptInvitation } from '../../api';
import { useChange } from '../../app/change';
import { Way } from '../../app/links';
import * as check from '../../parts/checks';
import { Button, MobileField, PasswordField, TextField } from '../../parts/fields';
import { useForm } from '../../parts/form';
import { Card, Page } from '../../parts/Page';
import { ProblemNote } from '../../parts/ProblemNote';

const FIELDS = ['mobile', 'invitation_code', 'password'];

/** An invited agent opens the hall for itself: the code that came by SMS, and a password of its own. */
export function Accept() {
  const form = useForm({
    mobile: check.mobile,
    invitation_code: check.needed('邀请码'),
    password: check.needed('密码'),
  });
  const accept = useChange(acceptInvitation);
  const navigate = useNavigate();
  const submit = () => {
    if (!form.isSound()) return;
    const { mobile, password } = form.values;
    accept.mutate(
      { mobile, invitation_code: form.values.invitation_code.trim(), password },
      {
        onSuccess: () => navigate({ to: '/agent/sign-in', search: { accepted: 'true' } }),
        onError: form.refuse,
      },
    );
  };
  return (
    <Page title="开通单位网厅" lead="邀请码由中心或本单位的主经办人发起，已经发到您的手机上。">
      <Card>
        <form
          ref={form.ref}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <MobileField {...form.field('mobile')} />
          <TextField
            {...form.field('invitation_code')}
            label="邀请码"
            autoComplete="one-time-code"
            maxLength={32}
          />
          <PasswordField
            {...form.field('password')}
            label="新密码"
            isNew
            hint="由您自己设定，不要用生日、手机号，也不要与别处相同"
          />
          {accept.error && <ProblemNote error={accept.error} fields={FIELDS} />}
          <Button type="submit" isMain isBusy={accept.isPending}>
            开通
          </Button>
        </form>
      </Card>
      <p className="hint">
        已经开通了？<Way to="/agent/sign-in">去登录</Way>
        。没有收到邀请的，请联系本单位的主经办人，或到管理部柜台登记经办人。
      </p>
    </Page>
  );
}
