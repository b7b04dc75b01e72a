import { Problem } from '@anju/api';
import { formatInstant } from '@anju/ui';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type VerifiedCertificate, verifyCertificate } from '../../api';
import { HOTLINE } from '../../app/centre';
import { Button } from '../../parts/fields';
import { useForm } from '../../parts/form';
import { Card, Fact, Facts, Loading, Page } from '../../parts/Page';
import { Note, ProblemNote } from '../../parts/ProblemNote';
import { CodeInput, certificateCode } from './CodeInput';

const verification = (code: string) =>
  queryOptions({
    queryKey: ['verification', code],
    queryFn: () => verifyCertificate(code),
    enabled: code !== '',
    // A certificate may be voided at any time: each check asks.
    staleTime: 0,
  });

/** Checks a certificate or receipt by its code: for a bank, an employer, whoever was handed one. */
export function Verify() {
  const { code = '' } = useSearch({ strict: false });
  const check = useQuery(verification(code));
  return (
    <Page
      title="核验证明和回单"
      lead="输入核验码，看看这份证明是不是本中心开具的、现在还有没有效。"
    >
      {/* What the address says stands in the field, to be compared and put right. */}
      <Ask key={code} code={code} isAsking={check.isFetching} again={() => void check.refetch()} />
      {check.isFetching && <Loading />}
      {!check.isFetching && check.error && <Refused error={check.error} />}
      {!check.isFetching && check.data && <Certificate certificate={check.data} />}
    </Page>
  );
}

type AskProps = { code: string; isAsking: boolean; again: () => void };

function Ask({ code, isAsking, again }: AskProps) {
  const form = useForm({ code: certificateCode }, { code });
  const navigate = useNavigate();
  const submit = () => {
    if (!form.isSound()) return;
    const asked = form.values.code.trim();
    if (asked === code) again();
    else void navigate({ to: '/verify', search: { code: asked }, replace: true });
  };
  return (
    <Card>
      <form
        ref={form.ref}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <CodeInput field={form.field('code')} />
        <Button type="submit" isMain isBusy={isAsking}>
          核验
        </Button>
      </form>
    </Card>
  );
}

function Refused({ error }: { error: Error }) {
  if (!(error instanceof Problem) || error.status !== 404) return <ProblemNote error={error} />;
  return (
    <Note tone="due">
      <h2>查不到这个核验码</h2>
      <p>
        请对照纸面再核对一遍，注意字母和数字。确认无误仍查不到的，这份材料可能不是本中心开具的，请拨打{' '}
        {HOTLINE} 核实。
      </p>
    </Note>
  );
}

function Certificate({ certificate }: { certificate: VerifiedCertificate }) {
  const { is_valid, void_reason, facts } = certificate;
  return (
    <>
      <Note tone={is_valid ? 'quiet' : 'due'}>
        <h2>{is_valid ? '✓ 真实有效' : '✕ 已失效'}</h2>
        <p>
          {is_valid
            ? '这份材料由本中心开具。请核对下面的内容与纸面是否一致。'
            : `这份材料由本中心开具，但已经失效${void_reason ? `：${void_reason}` : ''}。请不要采用。`}
        </p>
      </Note>
      <Card title={certificate.kind_label} label="核验结果">
        <Facts>
          <Fact label="开具单位">{certificate.centre_name}</Fact>
          <Fact label="持有人">{certificate.holder_masked}</Fact>
          {certificate.id_number_masked && (
            <Fact label="证件号码">{certificate.id_number_masked}</Fact>
          )}
          <Fact label="开具时间">{formatInstant(certificate.issued_at)}</Fact>
          {facts.map(({ label, value }) => (
            <Fact key={label} label={label}>
              {value}
            </Fact>
          ))}
        </Facts>
      </Card>
    </>
  );
}
