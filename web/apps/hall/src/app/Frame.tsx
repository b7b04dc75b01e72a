import { useColours } from '@anju/ui';
import { Outlet } from '@tanstack/react-router';
import { HOTLINE, useCentreName } from './centre';
import { Way } from './links';

/** What every page of the halls stands in: the centre's name above, the hotline below. */
export function Frame() {
  useColours();
  const name = useCentreName();
  return (
    <div className="frame">
      <header className="head">
        <Way to="/">{name}</Way>
        <span>网上大厅</span>
      </header>
      <Outlet />
      <footer className="foot">
        <p>
          住房公积金热线 <a href={`tel:${HOTLINE}`}>{HOTLINE}</a>
        </p>
        <p>工作人员不会向您索要短信验证码和密码。</p>
      </footer>
    </div>
  );
}

/** A page outside the doors. */
export function Outside() {
  return (
    <main>
      <Outlet />
    </main>
  );
}
