import type { RosterLine } from '@anju/api';
import { formatFen, formatRate, rosterChange } from '@anju/ui';
import { useState } from 'react';
import { listRosterLines } from '../../api';
import { MoreList } from '../../parts/MoreList';
import { Status } from '../../parts/Status';

type Props = { employerId: string; rosterId: string; isFaultyOnly?: boolean };

/** The lines of a roster: the faulty ones stand open, all of them are read when asked for. */
export function RosterLines({ employerId, rosterId, isFaultyOnly = false }: Props) {
  const [isOpen, setOpen] = useState(isFaultyOnly);
  const label = isFaultyOnly ? '有误的行' : '全部职工';
  return (
    <details
      className="card"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{label}</summary>
      {isOpen && (
        <MoreList
          label={label}
          queryKey={['roster-lines', employerId, rosterId, isFaultyOnly]}
          page={(after) => listRosterLines(employerId, rosterId, isFaultyOnly, after)}
          rowKey={({ line_no }) => line_no}
          row={(line) => <Line line={line} />}
          empty="没有行。"
        />
      )}
    </details>
  );
}

function Line({ line }: { line: RosterLine }) {
  return (
    <div className="row">
      <span className="row-head">
        <b>{line.name}</b>
        <Status status={line.change} words={rosterChange} />
      </span>
      <span className="hint">
        第 {line.sheet_row} 行　{line.id_number}
      </span>
      {line.findings.length > 0 && (
        <ul className="findings">
          {line.findings.map(({ code, column, sentence }) => (
            <li key={`${column}${code}`} className="due">
              {sentence.startsWith(column) ? sentence : `${column}：${sentence}`}
            </li>
          ))}
        </ul>
      )}
      <Sums line={line} />
    </div>
  );
}

/** How a line's amounts come from its base, as far as the row allows to tell. */
function Sums({ line }: { line: RosterLine }) {
  const { base_fen, employer_fen, member_fen, employer_rate_ppb, member_rate_ppb } = line;
  if (typeof base_fen !== 'number') return null;
  return (
    <span>
      缴存基数 {formatFen(base_fen)}
      {typeof employer_fen === 'number' && (
        <>
          ，单位{rateOf(employer_rate_ppb)} {formatFen(employer_fen)}
        </>
      )}
      {typeof member_fen === 'number' && (
        <>
          ，个人{rateOf(member_rate_ppb)} {formatFen(member_fen)}
        </>
      )}
    </span>
  );
}

const rateOf = (ppb: RosterLine['employer_rate_ppb']) =>
  typeof ppb === 'number' ? ` ${formatRate(ppb)}` : '';
