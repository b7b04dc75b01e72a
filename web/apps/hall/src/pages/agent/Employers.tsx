import { useSuspenseQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { HOTLINE } from '../../app/centre';
import { Way } from '../../app/links';
import { Page } from '../../parts/Page';
import { employersQuery } from './queries';

/** The employers that an agent acts for; the only one opens at once. */
export function Employers() {
  const { items } = useSuspenseQuery(employersQuery).data;
  const [only] = items;
  if (items.length === 1 && only) {
    return (
      <Navigate to="/employers/$employerId" params={{ employerId: only.employer_id }} replace />
    );
  }
  if (items.length === 0) {
    return (
      <Page title="我的单位">
        <p className="empty">
          您现在没有经办任何单位。请联系单位的主经办人邀请您，或拨打{' '}
          <a href={`tel:${HOTLINE}`}>{HOTLINE}</a>。
        </p>
      </Page>
    );
  }
  return (
    <Page title="我的单位" lead="选择要办理的单位。">
      <ul className="rows" aria-label="我的单位">
        {items.map(({ employer_id, name, employer_no, is_lead, ...due }) => (
          <li key={employer_id}>
            <Way
              to="/employers/$employerId"
              params={{ employerId: employer_id }}
              className="row row--way"
            >
              <b>{name}</b>
              <span className="hint">
                单位账号 {employer_no}
                {is_lead && '　主经办人'}
              </span>
              <Due {...due} />
            </Way>
          </li>
        ))}
      </ul>
    </Page>
  );
}

type DueProps = { months_owed: number; unpaid_remittances: number };

/** What is left to do for an employer, in a line. */
function Due({ months_owed, unpaid_remittances }: DueProps) {
  if (months_owed + unpaid_remittances === 0) return <span className="hint">没有待办</span>;
  return (
    <span className="due">
      {months_owed > 0 && `欠缴 ${months_owed} 个月`}
      {months_owed > 0 && unpaid_remittances > 0 && '，'}
      {unpaid_remittances > 0 && `待缴款 ${unpaid_remittances} 笔`}
    </span>
  );
}
