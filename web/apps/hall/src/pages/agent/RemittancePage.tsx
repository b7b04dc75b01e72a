import {
  dateInBeijing,
  fenInWords,
  formatCount,
  formatFen,
  monthInWords,
  remittanceStatus,
} from '@anju/ui';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { employerPdf, type HallRemittance, issueRemittanceReceipt } from '../../api';
import { useChange } from '../../app/change';
import { Amount, Figure } from '../../parts/Amount';
import { Copy } from '../../parts/Copy';
import { Button } from '../../parts/fields';
import { IssuedNote } from '../../parts/IssuedNote';
import { Card, Fact, Facts, Page } from '../../parts/Page';
import { ProblemNote } from '../../parts/ProblemNote';
import { Status } from '../../parts/Status';
import { PayToFacts } from './PayTo';
import { paidInWords, toPay } from './paying';
import { employerQuery, remittanceQuery } from './queries';

/** One remittance: how much, under which code, to where; what has come; and its receipt. */
export function RemittancePage() {
  const { employerId, remittanceId } = useParams({ strict: false }) as Record<
    'employerId' | 'remittanceId',
    string
  >;
  const remittance = useSuspenseQuery(remittanceQuery(employerId, remittanceId)).data;
  const { status, expected_fen, employer_fen, member_fen, people } = remittance;
  return (
    <Page
      title={`${monthInWords(remittance.month)}汇缴`}
      tag={<Status status={status} words={remittanceStatus} />}
      lead={`业务流水 ${remittance.serial}`}
    >
      {remittance.ended_reason && (
        <div className="note note--due">原因：{remittance.ended_reason}</div>
      )}
      {status === 'assessed' && <Pay employerId={employerId} remittance={remittance} />}
      <Card title="到账情况">
        <p role="status">{paidInWords(remittance)}</p>
        <Fundings fundings={remittance.fundings} />
        {status === 'posted' && (
          <Receipt key={remittanceId} employerId={employerId} remittanceId={remittanceId} />
        )}
      </Card>
      <Card title="金额">
        <Figure label="应缴金额" fen={expected_fen}>
          <p>
            {formatCount(people)} 人：单位 {formatFen(employer_fen)} + 个人 {formatFen(member_fen)}{' '}
            = {formatFen(expected_fen)} 元，按确认的清册核定。
          </p>
        </Figure>
        <Facts>
          <Fact label="人数">{formatCount(people)}</Fact>
          {remittance.posted_on && <Fact label="入账日期">{remittance.posted_on}</Fact>}
        </Facts>
      </Card>
    </Page>
  );
}

type PayProps = { employerId: string; remittance: HallRemittance };

/** The three things an employer must have right: the amount, the code and the account. */
function Pay({ employerId, remittance }: PayProps) {
  const payTo = useQuery(employerQuery(employerId)).data?.pay_to;
  const { expected_fen, waiting_fen } = remittance;
  const due = toPay(remittance);
  if (due === 0) return null;
  return (
    <Card title="这样缴款">
      <Figure label="汇款金额" fen={due} isMain>
        <p>
          应缴 {formatFen(expected_fen)} − 已到账 {formatFen(waiting_fen)} = {formatFen(due)} 元。
        </p>
      </Figure>
      <p className="hint">{fenInWords(due)}</p>
      <h3>缴款码</h3>
      <p>汇款时写在附言里，不要加别的字，到账后凭它自动入账。</p>
      <Copy text={remittance.payment_code} what="缴款码" />
      {payTo && (
        <>
          <h3>汇到</h3>
          <PayToFacts payTo={payTo} />
        </>
      )}
      {remittance.due_on && <DueOn day={remittance.due_on} />}
      <p className="hint">汇少了先暂存，补足后入账；汇多的部分留待下次抵用。</p>
    </Card>
  );
}

/** The last day in time, and that it is over. */
function DueOn({ day }: { day: string }) {
  const isOver = day < dateInBeijing(new Date());
  return (
    <p className={isOver ? 'due' : undefined}>
      缴款期限 {day}
      {isOver && '，已经过期，请尽快缴款'}
    </p>
  );
}

function Fundings({ fundings }: Pick<HallRemittance, 'fundings'>) {
  if (fundings.length === 0) return null;
  return (
    <ul className="rows" aria-label="到账">
      {fundings.map(({ arrival_serial, payer_name, amount_fen, value_date }) => (
        <li key={`${arrival_serial}${amount_fen}`} className="row">
          <span className="row-head">
            <b>{payer_name}</b>
            <Amount fen={amount_fen} />
          </span>
          <span className="hint">
            {value_date} 到账　{arrival_serial}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The receipt of a posted remittance, made when it is asked for. */
function Receipt({ employerId, remittanceId }: { employerId: string; remittanceId: string }) {
  const issue = useChange(issueRemittanceReceipt);
  if (issue.data) {
    const { certificate_id } = issue.data;
    return (
      <IssuedNote
        issued={issue.data}
        href={employerPdf(employerId, certificate_id)}
        what="汇缴回单"
      />
    );
  }
  return (
    <>
      {issue.error && <ProblemNote error={issue.error} />}
      <Button
        isMain
        isBusy={issue.isPending}
        onClick={() => issue.mutate({ employerId, remittanceId })}
      >
        生成汇缴回单
      </Button>
    </>
  );
}
