import { formatCount, formatFen, formatInstant, monthInWords, rosterStatus } from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { listRosters } from '../../api';
import { Way } from '../../app/links';
import { MoreList } from '../../parts/MoreList';
import { Page } from '../../parts/Page';
import { Status } from '../../parts/Status';
import { employerQuery } from './queries';

/** 清册: what the employer has sent, the latest first. */
export function Rosters() {
  const { employerId } = useParams({ strict: false }) as { employerId: string };
  const { name, next_month, open_roster, can } = useSuspenseQuery(employerQuery(employerId)).data;
  return (
    <Page title="清册" lead={name}>
      {next_month && !open_roster && can.includes('upload_roster') && (
        <Way
          to="/employers/$employerId/upload"
          params={{ employerId }}
          search={{ month: next_month }}
          className="button button--main"
        >
          上传 {next_month} 清册
        </Way>
      )}
      <MoreList
        label="清册"
        queryKey={['rosters', employerId]}
        page={(after) => listRosters(employerId, after)}
        rowKey={({ roster_id }) => roster_id}
        row={({ roster_id, month, status, rows, total_fen, faulty_rows, created_at }) => (
          <Way
            to="/employers/$employerId/rosters/$rosterId"
            params={{ employerId, rosterId: roster_id }}
            className="row row--way"
          >
            <span className="row-head">
              <b>{monthInWords(month)}</b>
              <Status status={status} words={rosterStatus} />
            </span>
            <span>
              {formatCount(rows)} 人，{formatFen(total_fen)} 元
              {faulty_rows > 0 && <span className="due">，{formatCount(faulty_rows)} 行有误</span>}
            </span>
            <span className="hint">{formatInstant(created_at)} 上传</span>
          </Way>
        )}
        empty="还没有清册。"
      />
    </Page>
  );
}
