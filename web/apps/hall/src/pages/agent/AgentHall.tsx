import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Inside } from '../../app/Inside';
import { Way } from '../../app/links';
import { employerQuery } from './queries';

/** The employer's hall: what every page of it stands in. */
export function AgentHall() {
  const { employerId } = useParams({ strict: false });
  return <Inside door="/agent/sign-in" nav={employerId && <Ways employerId={employerId} />} />;
}

/** The ways within one employer. */
function Ways({ employerId }: { employerId: string }) {
  const employer = useQuery(employerQuery(employerId)).data;
  const params = { employerId };
  return (
    <nav className="ways" aria-label="单位网厅">
      <Way to="/employers/$employerId" params={params} activeOptions={{ exact: true }}>
        首页
      </Way>
      <Way to="/employers/$employerId/rosters" params={params}>
        清册
      </Way>
      <Way to="/employers/$employerId/remittances" params={params}>
        汇缴
      </Way>
      {employer?.can.includes('manage_agents') && (
        <Way to="/employers/$employerId/agents" params={params}>
          经办人
        </Way>
      )}
    </nav>
  );
}
