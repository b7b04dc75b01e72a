import { formatCount, formatFen, formatRate, monthInWords } from '@anju/ui';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { HallEmployer } from '../../api';
import { Way } from '../../app/links';
import { Figure } from '../../parts/Amount';
import { Card, Fact, Facts, Loading, Page } from '../../parts/Page';
import { ProblemNote } from '../../parts/ProblemNote';
import { nextSteps, type Step } from './next';
import { PayToFacts } from './PayTo';
import { employerQuery, employersQuery, unpaidQuery } from './queries';

/** An employer's page: what to do next at the top, then how it stands. */
export function Employer() {
  const { employerId } = useParams({ strict: false }) as { employerId: string };
  const employer = useSuspenseQuery(employerQuery(employerId)).data;
  return (
    <Page
      title={employer.name}
      tag={<span className="status">{employer.status_label}</span>}
      lead={`单位账号 ${employer.employer_no}`}
    >
      <ToDo employer={employer} />
      <Owed months={employer.months_owed} />
      <Card title="缴存情况">
        <Figure label="月缴存额" fen={employer.monthly_fen}>
          <p>
            目前正常缴存的 {formatCount(employer.members)}{' '}
            名职工，单位和个人两部分每月合计应缴的金额。
          </p>
        </Figure>
        <Facts>
          <Fact label="缴存职工">{formatCount(employer.members)} 人</Fact>
          <Fact label="缴存比例">
            单位 {formatRate(employer.employer_rate)}，个人 {formatRate(employer.member_rate)}
          </Fact>
          <Fact label="缴至年月">
            {employer.paid_through ? monthInWords(employer.paid_through) : '还没有缴存'}
          </Fact>
        </Facts>
      </Card>
      {employer.pay_to && (
        <Card title="缴款账户">
          <PayToFacts payTo={employer.pay_to} />
        </Card>
      )}
      <OtherEmployers />
    </Page>
  );
}

function ToDo({ employer }: { employer: HallEmployer }) {
  const unpaid = useQuery(unpaidQuery(employer.employer_id));
  if (unpaid.isPending) return <Loading />;
  if (unpaid.error) {
    return <ProblemNote error={unpaid.error} retry={() => void unpaid.refetch()} />;
  }
  const steps = nextSteps(employer, unpaid.data.items);
  return (
    <Card title="接下来做什么">
      {steps.length === 0 && <p className="empty">现在没有要办的事。</p>}
      <ul className="steps">
        {steps.map((step, index) => (
          <li key={keyOf(step)}>
            <StepWay employerId={employer.employer_id} step={step} isFirst={index === 0} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function keyOf(step: Step): string {
  return step.kind === 'pay' ? step.remittance.remittance_id : step.kind;
}

type StepProps = { employerId: string; step: Step; isFirst: boolean };

/** What one step is, and the way to it. */
function StepWay({ employerId, step, isFirst }: StepProps) {
  const className = isFirst ? 'button button--main' : 'button';
  switch (step.kind) {
    case 'confirm':
      return (
        <>
          <p>{monthInWords(step.month)}的清册已经上传，还没有确认。</p>
          <Way
            to="/employers/$employerId/rosters/$rosterId"
            params={{ employerId, rosterId: step.roster_id }}
            className={className}
          >
            核对并确认 {step.month} 清册
          </Way>
        </>
      );
    case 'pay':
      return (
        <>
          <p>{monthInWords(step.remittance.month)}的汇缴已经核定，等待缴款。</p>
          <Way
            to="/employers/$employerId/remittances/$remittanceId"
            params={{ employerId, remittanceId: step.remittance.remittance_id }}
            className={className}
          >
            缴款 {formatFen(step.remittance.expected_fen)} 元
          </Way>
        </>
      );
    case 'upload':
      return (
        <>
          <p>下一个要缴的月份是 {monthInWords(step.month)}。</p>
          <Way
            to="/employers/$employerId/upload"
            params={{ employerId }}
            search={{ month: step.month }}
            className={className}
          >
            上传 {step.month} 清册
          </Way>
        </>
      );
    default: {
      const forgotten: never = step;
      return forgotten;
    }
  }
}

function Owed({ months }: { months: string[] }) {
  if (months.length === 0) return null;
  return (
    <section className="note note--due" aria-label="欠缴">
      <h2>欠缴 {months.length} 个月</h2>
      <p>{months.join('、')}</p>
      <p>职工的公积金会因此中断，请尽快补上。确有困难的，可以到管理部柜台申请缓缴。</p>
    </section>
  );
}

/** The way to the others, for who acts for several. */
function OtherEmployers() {
  const count = useQuery(employersQuery).data?.items.length ?? 0;
  if (count < 2) return null;
  return (
    <p>
      <Way to="/employers">换一个单位（共 {count} 个）</Way>
    </p>
  );
}
