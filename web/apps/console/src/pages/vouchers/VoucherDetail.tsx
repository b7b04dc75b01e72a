import type { Voucher } from '@anju/api';
import { dayInWords, Money, monthOf, StatusTag, voucherKind } from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { Page } from '../../app/Page';
import { useSession } from '../../app/session';
import { voucherQuery } from './queries';
import { VoucherSource } from './source';
import './voucher.css';
import { Way } from '../../app/links';

/** A voucher as paper vouchers look, and printed as one: a third of A4. */
export function VoucherDetail() {
  const { voucherId } = useParams({ strict: false }) as { voucherId: string };
  const voucher = useSuspenseQuery(voucherQuery(voucherId)).data;
  return (
    <Page
      title={`凭证 ${voucher.number ?? '（待编号）'}`}
      tag={<StatusTag status={voucher.kind} words={voucherKind} />}
      actions={
        <Button type="primary" onClick={() => window.print()}>
          打印凭证
        </Button>
      }
    >
      <Paper voucher={voucher} />
      <RunSummary voucher={voucher} />
      <Provenance voucher={voucher} />
    </Page>
  );
}

function Paper({ voucher }: { voucher: Voucher }) {
  const centre = useSession()?.centre.name;
  return (
    <article className="paper voucher" aria-label="记账凭证">
      <h2>记 账 凭 证</h2>
      <p className="paper-line">
        <span>{centre}</span>
        <span>{dayInWords(voucher.business_date)}</span>
        <span>
          凭证号：{voucher.number ?? '待编号'}　附单据 {voucher.attachments} 张
        </span>
      </p>
      <table>
        <thead>
          <tr>
            <th>摘要</th>
            <th>会计科目</th>
            <th className="figure">借方金额</th>
            <th className="figure">贷方金额</th>
          </tr>
        </thead>
        <tbody>
          {voucher.lines.map((line) => (
            <tr key={line.line_no}>
              <td>
                {voucher.summary}
                {line.memo && line.memo !== voucher.summary && `　${line.memo}`}
              </td>
              <td>
                <Way
                  to="/balances/$code"
                  params={{ code: line.account_code }}
                  search={{ month: monthOf(voucher.business_date) }}
                >
                  {line.account_code} {line.account_name}
                </Way>
              </td>
              <td className="figure">
                {line.debit_fen === 0 ? '' : <Money fen={line.debit_fen} />}
              </td>
              <td className="figure">
                {line.credit_fen === 0 ? '' : <Money fen={line.credit_fen} />}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th colSpan={2}>合计　{voucher.amount_in_words}</th>
            <td className="figure">
              <Money fen={voucher.debit_fen} />
            </td>
            <td className="figure">
              <Money fen={voucher.debit_fen} />
            </td>
          </tr>
        </tfoot>
      </table>
      <Signatures preparer={voucher.preparer} />
    </article>
  );
}

/** Who answers for a voucher: whom the books know, and lines for the others to sign on. */
function Signatures({ preparer }: { preparer: string }) {
  return (
    <p className="paper-line voucher-signatures">
      {['会计主管', '记账', '审核', '出纳'].map((office) => (
        <span key={office}>
          {office}：<span className="signature" />
        </span>
      ))}
      <span>制单：{preparer}</span>
    </p>
  );
}

/** 汇总凭证: a large remittance is posted in parts, each with its voucher; this is their sum. */
function RunSummary({ voucher }: { voucher: Voucher }) {
  const lines = voucher.run_lines;
  const whole = lines.reduce((sum, line) => sum + line.debit_fen, 0);
  // A run of a single part would say the same twice; one that was reversed comes to nothing.
  if (!voucher.run_id || whole <= Math.abs(voucher.debit_fen)) return null;
  return (
    <article className="paper no-print" aria-label="汇总凭证">
      <h3>汇总凭证</h3>
      <p className="paper-line">
        <Way to="/vouchers" search={{ run_id: voucher.run_id }}>
          本批的各张凭证
        </Way>
      </p>
      <table>
        <tbody>
          {lines.map((line) => (
            <tr key={line.account_code}>
              <td>
                {line.account_code} {line.account_name}
              </td>
              <td className="figure">
                {line.debit_fen === 0 ? '' : <Money fen={line.debit_fen} />}
              </td>
              <td className="figure">
                {line.credit_fen === 0 ? '' : <Money fen={line.credit_fen} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}

/** Where the voucher comes from, what reverses it, and its place in the chain. */
function Provenance({ voucher }: { voucher: Voucher }) {
  return (
    <dl className="provenance no-print">
      <dt>来源</dt>
      <dd>
        <VoucherSource {...voucher} />
      </dd>
      {voucher.reverses && (
        <>
          <dt>冲销</dt>
          <dd>
            <Way to="/vouchers/$voucherId" params={{ voucherId: voucher.reverses }}>
              原凭证
            </Way>
          </dd>
        </>
      )}
      {voucher.reversed_by && (
        <>
          <dt>已被冲销</dt>
          <dd>
            <Way to="/vouchers/$voucherId" params={{ voucherId: voucher.reversed_by }}>
              冲销凭证
            </Way>
          </dd>
        </>
      )}
      <dt>记账依据</dt>
      <dd>{voucher.authority}</dd>
      <dt>校验链</dt>
      <dd>{voucher.hash ? <code>{voucher.hash}</code> : '待编号后入链'}</dd>
    </dl>
  );
}
