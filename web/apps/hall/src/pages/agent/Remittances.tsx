import { formatCount, formatFen, monthInWords, remittanceStatus } from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { listRemittances } from '../../api';
import { Way } from '../../app/links';
import { MoreList } from '../../parts/MoreList';
import { Page } from '../../parts/Page';
import { Status } from '../../parts/Status';
import { employerQuery } from './queries';

/** 汇缴: what the employer had to pay and has paid, the latest first. */
export function Remittances() {
  const { employerId } = useParams({ strict: false }) as { employerId: string };
  const { name } = useSuspenseQuery(employerQuery(employerId)).data;
  return (
    <Page title="汇缴" lead={name}>
      <MoreList
        label="汇缴"
        queryKey={['remittances', employerId, 'list']}
        page={(after) => listRemittances(employerId, after)}
        rowKey={({ remittance_id }) => remittance_id}
        row={({ remittance_id, month, status, people, expected_fen, posted_on }) => (
          <Way
            to="/employers/$employerId/remittances/$remittanceId"
            params={{ employerId, remittanceId: remittance_id }}
            className="row row--way"
          >
            <span className="row-head">
              <b>{monthInWords(month)}</b>
              <Status status={status} words={remittanceStatus} />
            </span>
            <span>
              {formatCount(people)} 人，{formatFen(expected_fen)} 元
            </span>
            {posted_on && <span className="hint">{posted_on} 入账</span>}
          </Way>
        )}
        empty="还没有汇缴。上传并确认清册后，会在这里看到应缴金额和缴款码。"
      />
    </Page>
  );
}
