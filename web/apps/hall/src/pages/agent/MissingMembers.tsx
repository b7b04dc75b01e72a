import type { Roster } from '@anju/api';
import { formatCount, formatFen } from '@anju/ui';
import { listMissingMembers } from '../../api';
import { MoreList } from '../../parts/MoreList';

/** The employer's contributing members whom a roster leaves out, and what comes of it for them. */
export function MissingMembers({ employerId, roster }: { employerId: string; roster: Roster }) {
  const { roster_id: id, month, missing_members: missing } = roster;
  return (
    <details className="card">
      <summary className="due">{formatCount(missing)} 名职工没有列入，点开看是谁</summary>
      <p>
        {month} 不为他们入账，记为欠缴。漏报的请补进清册重新上传；已经离职的，请到管理部办理封存。
      </p>
      <MoreList
        label="没有列入的职工"
        queryKey={['missing-members', employerId, id]}
        page={(after) => listMissingMembers(employerId, id, after)}
        rowKey={({ account_no }) => account_no}
        row={({ name, id_number, base_fen, monthly_fen }) => (
          <div className="row">
            <b>{name}</b>
            <span className="hint">{id_number}</span>
            <span>
              缴存基数 {formatFen(base_fen)}，月缴存额 {formatFen(monthly_fen)}
            </span>
          </div>
        )}
        empty="应缴的职工都在清册里。"
      />
    </details>
  );
}
