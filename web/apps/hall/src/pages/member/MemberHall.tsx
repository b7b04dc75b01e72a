import { Inside } from '../../app/Inside';
import { Way } from '../../app/links';

/** The member's hall: what every page of it stands in. */
export function MemberHall() {
  return (
    <Inside
      door="/member/sign-in"
      nav={
        <nav className="ways" aria-label="个人网厅">
          <Way to="/member" activeOptions={{ exact: true }}>
            首页
          </Way>
          <Way to="/member/entries">明细</Way>
          <Way to="/member/years">年度</Way>
          <Way to="/member/certificates">证明</Way>
        </nav>
      }
    />
  );
}
