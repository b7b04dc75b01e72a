import { formatInstant } from '@anju/ui';
import { useQuery } from '@tanstack/react-query';
import { issueCertificate, type MemberCertificate, memberPdf } from '../../api';
import { useChange } from '../../app/change';
import { Way } from '../../app/links';
import { Button } from '../../parts/fields';
import { IssuedNote } from '../../parts/IssuedNote';
import { Card, Loading, Page } from '../../parts/Page';
import { ProblemNote } from '../../parts/ProblemNote';
import { certificatesQuery } from './queries';

/** 缴存证明: made at once; and all certificates and receipts made before. */
export function Certificates() {
  const issue = useChange(issueCertificate);
  return (
    <Page title="证明和回单" lead="缴存证明写明缴存情况和余额，带核验码，不用到柜台盖章。">
      <Card label="开具缴存证明">
        {issue.error && <ProblemNote error={issue.error} />}
        {issue.data && (
          <IssuedNote
            issued={issue.data}
            href={memberPdf(issue.data.certificate_id)}
            what="缴存证明"
          />
        )}
        {!issue.data && (
          <Button isMain isBusy={issue.isPending} onClick={() => issue.mutate(undefined)}>
            开具缴存证明
          </Button>
        )}
      </Card>
      <Issued />
    </Page>
  );
}

function Issued() {
  const certificates = useQuery(certificatesQuery);
  if (certificates.isPending) return <Loading />;
  if (certificates.error) {
    return <ProblemNote error={certificates.error} retry={() => void certificates.refetch()} />;
  }
  const { items } = certificates.data;
  return (
    <Card title="开过的证明和回单">
      {items.length === 0 ? (
        <p className="empty">还没有开过。点上面的按钮开具第一份，回单在明细里生成。</p>
      ) : (
        <ul className="rows" aria-label="开过的证明和回单">
          {items.map((certificate) => (
            <li key={certificate.certificate_id}>
              <Certificate certificate={certificate} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Certificate({ certificate }: { certificate: MemberCertificate }) {
  const { certificate_id, title, kind_label, issued_at, code } = certificate;
  return (
    <div className="row">
      <p>
        <b>{title}</b>
        <span className="hint">
          {kind_label}　{formatInstant(issued_at)}
        </span>
      </p>
      <p className="hint">
        核验码{' '}
        <Way to="/verify" search={{ code }} className="code-small">
          {code}
        </Way>
      </p>
      <a
        href={memberPdf(certificate_id)}
        target="_blank"
        rel="noopener"
        className="button"
        aria-label={`打开 PDF：${title}`}
      >
        打开 PDF
      </a>
    </div>
  );
}
