import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useMayOpen, Way } from '../../app/links';
import { DueOn } from './DueOn';
import { type PendingOf, pendingOfQuery } from './queries';

/** Tells on a thing's page what of it waits for approval, for whom and until when. */
export function PendingApproval({ of }: { of: PendingOf }) {
  const asked = useQuery({ ...pendingOfQuery(of), enabled: useMayOpen()('/approvals') });
  return asked.data?.items.map((approval) => (
    <Alert
      key={approval.approval_id}
      className="outcome"
      role="status"
      type="warning"
      showIcon
      title={
        <>
          待审批：{approval.summary}，由{approval.role_name}办理，期限 <DueOn {...approval} />
          。批准后自动办理。
          <Way to="/approvals/$approvalId" params={{ approvalId: approval.approval_id }}>
            查看审批 {approval.serial}
          </Way>
        </>
      }
    />
  ));
}
