import type { Roster } from '@anju/api';
import { formatCount, formatFen, formatInstant, monthInWords, rosterStatus } from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { confirmRoster, discardRoster, faultyWorkbook } from '../../api';
import { useChange } from '../../app/change';
import { Way } from '../../app/links';
import { Figure } from '../../parts/Amount';
import { Dialog } from '../../parts/Dialog';
import { Button } from '../../parts/fields';
import { Card, Fact, Facts, Page } from '../../parts/Page';
import { ProblemNote } from '../../parts/ProblemNote';
import { Status } from '../../parts/Status';
import { Workbook } from '../../parts/Workbook';
import { MissingMembers } from './MissingMembers';
import { rosterQuery } from './queries';
import { RosterLines } from './RosterLines';

/** What a roster would do, before it does anything; of one that is through, what it was. */
export function RosterPreview() {
  const { employerId, rosterId } = useParams({ strict: false }) as Record<
    'employerId' | 'rosterId',
    string
  >;
  const roster = useSuspenseQuery(rosterQuery(employerId, rosterId)).data;
  return (
    <Page
      title={`${monthInWords(roster.month)}清册`}
      tag={<Status status={roster.status} words={rosterStatus} />}
      lead={roster.employer_name}
    >
      {isFaulty(roster) && <Faulty employerId={employerId} roster={roster} />}
      <Counts roster={roster} />
      <NotRead roster={roster} />
      <NextStep key={rosterId} employerId={employerId} roster={roster} />
      {roster.missing_members > 0 && roster.status !== 'discarded' && (
        <MissingMembers employerId={employerId} roster={roster} />
      )}
      {roster.faulty_rows > 0 && (
        <RosterLines key="faulty" employerId={employerId} rosterId={rosterId} isFaultyOnly />
      )}
      <RosterLines key="all" employerId={employerId} rosterId={rosterId} />
    </Page>
  );
}

const isFaulty = ({ status, faulty_rows }: Roster) => status === 'previewed' && faulty_rows > 0;

type OwnProps = { employerId: string; roster: Roster };

/** How a faulty roster is put right: which file to take, and which of them comes back. */
function Faulty({ employerId, roster }: OwnProps) {
  const { roster_id: id, month, faulty_rows } = roster;
  return (
    <section className="note note--due" role="alert" aria-label="有误">
      <h2>{formatCount(faulty_rows)} 行有误</h2>
      <p>改好后整份重新上传才能确认。一份清册要么全部入账，要么都不入账。</p>
      <div className="buttons">
        <Workbook path={faultyWorkbook(employerId, id, 'all')}>下载全部行，错处标红</Workbook>
        <Workbook path={faultyWorkbook(employerId, id, 'faulty')}>只下载有误的行</Workbook>
        <Way
          to="/employers/$employerId/upload"
          params={{ employerId }}
          search={{ month }}
          className="button button--main"
        >
          上传改好的清册
        </Way>
      </div>
      <p className="hint">“全部行”改好后可以直接上传；“有误的行”只供核对，不能当清册上传。</p>
    </section>
  );
}

function Counts({ roster }: { roster: Roster }) {
  const { rows, total_fen, employer_amount_fen: employer, member_amount_fen: member } = roster;
  return (
    <Card label="汇总">
      <Figure label="应缴合计" fen={total_fen} isMain>
        <p>
          {formatCount(rows)} 人：单位 {formatFen(employer)} + 个人 {formatFen(member)} ={' '}
          {formatFen(total_fen)} 元。
        </p>
        <p>每人的缴存额 = 缴存基数 × 缴存比例。取整方式：{roster.rounding}。</p>
      </Figure>
      <Facts>
        <Fact label="人数">{formatCount(rows)}</Fact>
        <Fact label="新开户">{formatCount(roster.new_accounts)}</Fact>
        <Fact label="基数或比例调整">{formatCount(roster.changed_bases)}</Fact>
        <Fact label="启封">{formatCount(roster.unsealed_accounts)}</Fact>
        <Fact label="转入">{formatCount(roster.transferred_accounts)}</Fact>
        <Fact label="有误">
          <Due count={roster.faulty_rows} />
        </Fact>
        <Fact label="没有列入">
          <Due count={roster.missing_members} />
        </Fact>
        <Fact label="上传">
          {roster.created_by} {formatInstant(roster.created_at)}
        </Fact>
      </Facts>
    </Card>
  );
}

function Due({ count }: { count: number }) {
  return <span className={count > 0 ? 'due' : undefined}>{formatCount(count)}</span>;
}

/** Rows that are named one by one; beyond that their number says enough. */
const NAMED_ROWS = 10;

/** What of the sheet was not read, and what to know of how the rest was. */
function NotRead({ roster: { unknown_columns, skipped_rows, notes } }: { roster: Roster }) {
  if (unknown_columns.length + skipped_rows.length + notes.length === 0) return null;
  const named = skipped_rows.slice(0, NAMED_ROWS);
  const rest = skipped_rows.length - named.length;
  return (
    <section className="note note--quiet" aria-label="读取说明">
      {unknown_columns.length > 0 && <p>没有用到的列：{unknown_columns.join('、')}。</p>}
      {named.length > 0 && (
        <p>
          没有读入的行：
          {named.map(({ row, reason }) => `第 ${row} 行（${reason}）`).join('、')}
          {rest > 0 && `，另有 ${formatCount(rest)} 行`}。
        </p>
      )}
      {notes.map(({ code, sentence }) => (
        <p key={code}>{sentence}。</p>
      ))}
    </section>
  );
}

/** Confirm a clean roster, give one up, or go on to what came of it. */
function NextStep({ employerId, roster }: OwnProps) {
  const [asking, setAsking] = useState<'confirm' | 'discard'>();
  const navigate = useNavigate();
  const confirm = useChange(confirmRoster);
  const discard = useChange(discardRoster);
  const { roster_id: rosterId, can, remittance_id: made } = roster;
  const close = () => setAsking(undefined);
  const toRemittance = (remittanceId: string) => ({
    to: '/employers/$employerId/remittances/$remittanceId' as const,
    params: { employerId, remittanceId },
  });
  if (made) {
    return (
      <Way {...toRemittance(made)} className="button button--main">
        查看缴款码和缴款情况
      </Way>
    );
  }
  const one = { employerId, rosterId };
  const onSettled = close;
  const confirmIt = () =>
    confirm.mutate(one, {
      onSuccess: ({ remittance_id }) => navigate(toRemittance(remittance_id)),
      onSettled,
    });
  const discardIt = () =>
    discard.mutate(one, {
      onSuccess: () => navigate({ to: '/employers/$employerId', params: { employerId } }),
      onSettled,
    });
  return (
    <>
      {confirm.error && <ProblemNote error={confirm.error} />}
      {discard.error && <ProblemNote error={discard.error} />}
      {can.includes('confirm') && roster.faulty_rows === 0 && (
        <p className="reach">
          <Button isMain onClick={() => setAsking('confirm')}>
            确认清册
          </Button>
        </p>
      )}
      {can.includes('discard') && <Button onClick={() => setAsking('discard')}>放弃清册</Button>}
      {asking === 'confirm' && (
        <ConfirmDialog roster={roster} isBusy={confirm.isPending} onAct={confirmIt} close={close} />
      )}
      {asking === 'discard' && (
        <Dialog
          title="放弃这份清册？"
          act="放弃清册"
          isBusy={discard.isPending}
          onAct={discardIt}
          close={close}
        >
          <p>核对的内容不再有效，账户不受影响。之后可以重新上传。</p>
        </Dialog>
      )}
    </>
  );
}

type ConfirmProps = { roster: Roster; isBusy: boolean; onAct: () => void; close: () => void };

/** Asks, in figures, before a roster is confirmed; and about those whom it leaves out. */
export function ConfirmDialog({ roster, ...rest }: ConfirmProps) {
  const { month, rows, total_fen, missing_members: missing } = roster;
  return (
    <Dialog
      {...rest}
      title={missing > 0 ? '清册没有列全，仍要确认？' : '确认这份清册？'}
      act={missing > 0 ? '仍要确认' : '确认清册'}
    >
      <p>
        核定 {month} 汇缴 {formatCount(rows)} 人，应缴 {formatFen(total_fen)} 元，确认后给出缴款码。
      </p>
      {missing > 0 && (
        <p className="due">
          另有 {formatCount(missing)} 名正常缴存的职工不在清册里，{month}{' '}
          不为他们入账，记为欠缴。漏报的请返回，补进清册重新上传；已经离职的，请到管理部办理封存。
        </p>
      )}
    </Dialog>
  );
}
