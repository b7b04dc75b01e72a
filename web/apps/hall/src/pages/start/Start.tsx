import { useNavigate } from '@tanstack/react-router';
import { HOTLINE, useCentreName } from '../../app/centre';
import { Way } from '../../app/links';
import { Button } from '../../parts/fields';
import { useForm } from '../../parts/form';
import { Card, Page } from '../../parts/Page';
import { CodeInput, certificateCode } from '../verify/CodeInput';

/** The first page: two doors, the check of a certificate, and whom to call. */
export function Start() {
  const centre = useCentreName();
  return (
    <Page title="住房公积金网上大厅" lead={centre}>
      <nav className="doors" aria-label="办事入口">
        <Way to="/member" className="door">
          <b>个人</b>
          <span>查余额和明细，开缴存证明</span>
        </Way>
        <Way to="/employers" className="door">
          <b>单位</b>
          <span>报清册，查缴款码，下载回单</span>
        </Way>
      </nav>
      <p className="hint">
        单位经办人第一次使用？<Way to="/agent/accept">凭邀请码开通</Way>
      </p>
      <Check />
      <Card title="需要帮忙？">
        <p>
          请拨打住房公积金热线 <a href={`tel:${HOTLINE}`}>{HOTLINE}</a>
          ，或带上身份证到就近的管理部柜台办理。
        </p>
      </Card>
    </Page>
  );
}

/** The check of a certificate, for whoever was handed one. */
function Check() {
  const form = useForm({ code: certificateCode });
  const navigate = useNavigate();
  return (
    <Card title="核验证明和回单">
      <form
        ref={form.ref}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!form.isSound()) return;
          void navigate({ to: '/verify', search: { code: form.values.code.trim() } });
        }}
      >
        <CodeInput field={form.field('code')} />
        <Button type="submit">核验</Button>
      </form>
    </Card>
  );
}
