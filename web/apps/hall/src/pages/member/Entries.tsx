import { formatFen, monthInWords } from '@anju/ui';
import { issueEntryReceipt, listEntries, type MemberEntry, memberPdf } from '../../api';
import { useChange } from '../../app/change';
import { Button } from '../../parts/fields';
import { IssuedNote } from '../../parts/IssuedNote';
import { MoreList } from '../../parts/MoreList';
import { Fact, Facts, Page } from '../../parts/Page';
import { ProblemNote } from '../../parts/ProblemNote';
import { entryInWords } from './explain';

/** Every movement of the account, the latest first. */
export function Entries() {
  return (
    <Page title="账户明细" lead="点开一笔，看它是什么、怎么算的，还可以下载回单。">
      <MoreList
        label="账户明细"
        queryKey={['entries']}
        page={async (cursor) => {
          const { items, next_cursor } = await listEntries(cursor);
          return { items, next: next_cursor ?? null };
        }}
        rowKey={({ entry_no }) => entry_no}
        row={(entry) => <Entry entry={entry} />}
        empty="还没有明细。单位为您缴存以后，会在这里看到每一笔。"
      />
    </Page>
  );
}

function Entry({ entry }: { entry: MemberEntry }) {
  const { kind_label, month, in_fen, out_fen } = entry;
  return (
    <details className="row">
      <summary>
        <span>
          <b>{kind_label}</b>
          <span className="hint">{month ? monthInWords(month) : entry.posted_on}</span>
        </span>
        <span className="amount">
          {in_fen > 0 ? `+${formatFen(in_fen)}` : ''}
          {out_fen > 0 ? `−${formatFen(out_fen)}` : ''}
        </span>
      </summary>
      <div className="why">
        <p>{entry.explanation}</p>
        <p>{entryInWords(entry)}</p>
        <Facts>
          <Fact label="入账日期">{entry.posted_on}</Fact>
          <Fact label="起息日期">{entry.value_date}</Fact>
          {entry.employer_name && <Fact label="缴存单位">{entry.employer_name}</Fact>}
        </Facts>
        {in_fen > 0 && <Receipt entryNo={entry.entry_no} />}
      </div>
    </details>
  );
}

/** The receipt of an entry, made when it is asked for. */
function Receipt({ entryNo }: { entryNo: number }) {
  const issue = useChange(issueEntryReceipt);
  if (issue.data) {
    return (
      <IssuedNote issued={issue.data} href={memberPdf(issue.data.certificate_id)} what="回单" />
    );
  }
  return (
    <>
      {issue.error && <ProblemNote error={issue.error} />}
      <Button isBusy={issue.isPending} onClick={() => issue.mutate(entryNo)}>
        生成回单
      </Button>
    </>
  );
}
