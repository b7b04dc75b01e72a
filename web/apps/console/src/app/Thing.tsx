import type { ReactNode } from 'react';
import { useVersion } from '../pages/policy/queries';
import { Way } from './links';

type ThingProps = { kind: string; id: string; children?: ReactNode };

/** A thing by its kind and id, as the audit trail and refusals name it, with the way to its page where it has one. */
export function Thing({ kind, id, children = id }: ThingProps) {
  switch (kind) {
    case 'employer':
      return (
        <Way to="/employers/$employerId" params={{ employerId: id }}>
          {children}
        </Way>
      );
    case 'account':
      return (
        <Way to="/accounts/$accountNo" params={{ accountNo: id }}>
          {children}
        </Way>
      );
    case 'roster':
      return (
        <Way to="/rosters/$rosterId" params={{ rosterId: id }}>
          {children}
        </Way>
      );
    case 'remittance':
      return (
        <Way to="/remittances/$remittanceId" params={{ remittanceId: id }}>
          {children}
        </Way>
      );
    case 'payer':
      return (
        <Way to="/payers/$payerId" params={{ payerId: id }}>
          {children}
        </Way>
      );
    case 'arrival':
      return (
        <Way to="/arrivals" search={{ arrival_id: id }}>
          {children}
        </Way>
      );
    case 'suspense':
      return (
        <Way to="/suspense" search={{ suspense_id: id }}>
          {children}
        </Way>
      );
    case 'voucher':
      return (
        <Way to="/vouchers/$voucherId" params={{ voucherId: id }}>
          {children}
        </Way>
      );
    case 'approval':
      return (
        <Way to="/approvals/$approvalId" params={{ approvalId: id }}>
          {children}
        </Way>
      );
    case 'approval_flow':
    case 'approval_flow_of':
      return <Way to="/approval-flows">{children}</Way>;
    case 'delegation':
      return <Way to="/delegations">{children}</Way>;
    case 'from_staff':
    case 'to_staff':
    case 'instead_of':
    case 'staff':
      // A sign-in under a name that nobody has.
      if (id === 'unknown') return <>登录名不存在</>;
      return (
        <Way to="/staff/$staffId" params={{ staffId: id }}>
          {children}
        </Way>
      );
    case 'parameter':
    case 'policy_parameter':
      return (
        <Way to="/policy/$key" params={{ key: id }}>
          {children}
        </Way>
      );
    case 'policy_version':
      return <VersionWay id={id}>{children}</VersionWay>;
    case 'meeting':
      return (
        <Way to="/meetings/$meetingId" params={{ meetingId: id }}>
          {children}
        </Way>
      );
    case 'resolution':
      return (
        <Way to="/resolutions/$resolutionId" params={{ resolutionId: id }}>
          {children}
        </Way>
      );
    case 'business_day':
      return <Way to="/business-days">{children}</Way>;
    case 'period':
      return <Way to="/periods">{children}</Way>;
    case 'job':
      return (
        <Way to="/jobs/$jobId" params={{ jobId: id }}>
          {children}
        </Way>
      );
    case 'role':
    case 'role_of_code':
      return <Way to="/roles">{children}</Way>;
    default:
      return <>{children}</>;
  }
}

/** A version has no page: it leads to its parameter's, once the parameters have been read. */
function VersionWay({ id, children }: { id: string; children: ReactNode }) {
  const key = useVersion(id)?.item.key;
  if (key === undefined) return <Way to="/policy">{children}</Way>;
  return (
    <Way to="/policy/$key" params={{ key }}>
      {children}
    </Way>
  );
}
