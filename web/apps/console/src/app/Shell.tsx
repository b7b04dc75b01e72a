import { api, call } from '@anju/api';
import { formatCount, formatInstant, useMode } from '@anju/ui';
import { MoonOutlined, SunOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Outlet, useLocation, useMatches, useNavigate } from '@tanstack/react-router';
import { Breadcrumb, Button, Grid, type InputRef, Layout, Menu } from 'antd';
import { Suspense, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Find } from './Find';
import { Keyboard } from './Keyboard';
import { Way } from './links';
import { MenuDrawer } from './MenuDrawer';
import { groupOf, menuFor, pageOf } from './menu';
import { isSignIn, nextAfterSignIn } from './next';
import { Loading } from './RouteError';
import { forgetSession, type Session, useSession } from './session';
import { useWaiting } from './waiting';

/**
 * The frame of every page: menu at the left, business date and branch always in sight. Where there
 * is no room for the menu beside the page, a button opens it, and whose desk it is stands below it.
 */
export function Shell() {
  const session = useSession();
  const navigate = useNavigate();
  const { href, pathname } = useLocation();
  const [hasSignedOut, setHasSignedOut] = useState(false);
  const find = useRef<InputRef>(null);
  const hasRoom = Grid.useBreakpoint().lg === true;
  // The frame stands until the sign-in page has come, and by then that page is the address.
  const isLeaving = session === null && !isSignIn(pathname);
  useEffect(() => {
    // Whose session ended by itself goes on where it was; who signed out leaves no trail.
    const next = hasSignedOut ? {} : nextAfterSignIn(href);
    if (isLeaving) navigate({ to: '/sign-in', search: next });
  }, [isLeaving, hasSignedOut, href, navigate]);
  const isGated = Boolean(session?.gate);
  useEffect(() => {
    // A password can come to its end while a page is open.
    if (isGated) navigate({ to: '/enter', search: nextAfterSignIn(href) });
  }, [isGated, href, navigate]);
  if (session === null) return null;
  const menu = (
    <nav aria-label="主菜单">
      <SideMenu actions={session.actions} />
    </nav>
  );
  const person = <Person session={session} onSignedOut={() => setHasSignedOut(true)} />;
  return (
    <Layout className="shell">
      <a href="#content" className="skip no-print">
        跳到正文
      </a>
      {hasRoom && (
        <Layout.Sider className="shell-sider no-print" width={152}>
          <Home />
          {menu}
        </Layout.Sider>
      )}
      <Layout>
        <Layout.Header className="shell-header no-print">
          {!hasRoom && (
            <MenuDrawer title={<Home />} foot={person}>
              {menu}
            </MenuDrawer>
          )}
          <Where session={session} />
          <Find input={find} />
          {hasRoom && person}
        </Layout.Header>
        <Keyboard actions={session.actions} find={() => find.current?.focus()} />
        <Layout.Content id="content" className="shell-content" tabIndex={-1}>
          <Crumbs />
          <PrintedBy session={session} />
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </Layout.Content>
      </Layout>
    </Layout>
  );
}

/** Whose list it is, who printed it and when: on paper alone, above lists and tables. */
function PrintedBy({ session }: { session: Session }) {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const note = () => flushSync(() => setNow(new Date()));
    window.addEventListener('beforeprint', note);
    return () => window.removeEventListener('beforeprint', note);
  }, []);
  const at = formatInstant(now.toISOString());
  return (
    <p className="print-only printed-by">
      <span>{session.centre.name}</span>
      <span>
        打印人：{session.name}　打印时间：{at}
      </span>
    </p>
  );
}

function Home() {
  return (
    <Way to="/" className="shell-name">
      安居
    </Way>
  );
}

/** Who is signed in, and the way out. */
function Person({ session, onSignedOut }: { session: Session; onSignedOut: () => void }) {
  return (
    <div className="shell-person">
      <ModeSwitch />
      <span title={`我的账户　${session.roles.join('、')}`}>
        <Way to="/own-account">{session.name}</Way> <span className="hint">{session.roles[0]}</span>
      </span>
      <SignOut onSignedOut={onSignedOut} />
    </div>
  );
}

function SideMenu({ actions }: { actions: readonly string[] }) {
  const path = useLocation({ select: (location) => location.pathname });
  const current = pageOf(path);
  const waiting = useWaiting();
  const items = menuFor(actions).map((group) => ({
    key: group.label,
    label: group.label,
    type: 'group' as const,
    children: group.pages.map((page) => ({
      key: page.to,
      label: (
        <>
          <Way to={page.to}>{page.label}</Way>
          {page.to === '/approvals' && waiting && <WaitingBadge {...waiting} />}
        </>
      ),
    })),
  }));
  return <Menu mode="inline" items={items} selectedKeys={current ? [current.to] : []} />;
}

/** How many requests wait for the person, in the warm accent once one is past its day. */
function WaitingBadge({ waiting, overdue }: { waiting: number; overdue: number }) {
  if (waiting === 0) return null;
  const said = overdue > 0 ? `待办 ${waiting} 件，逾期 ${overdue} 件` : `待办 ${waiting} 件`;
  return (
    <span className={overdue > 0 ? 'waiting-badge due' : 'waiting-badge'} title={said}>
      {formatCount(waiting)}
    </span>
  );
}

function Where({ session }: { session: Session }) {
  return (
    <dl className="shell-where">
      <div className="shell-centre">
        <dt>中心</dt>
        <dd>{session.centre.name}</dd>
      </div>
      <div>
        <dt>管理部</dt>
        <dd>{session.branch?.name ?? '全中心'}</dd>
      </div>
      <div>
        <dt>会计日期</dt>
        <dd>{session.business_day?.date ?? '未开日'}</dd>
      </div>
    </dl>
  );
}

function ModeSwitch() {
  const { mode, choose } = useMode();
  const isDark = mode === 'dark';
  const label = isDark ? '改用浅色' : '改用深色';
  return (
    <Button
      type="text"
      aria-label={label}
      title={label}
      icon={isDark ? <SunOutlined /> : <MoonOutlined />}
      onClick={() => choose(isDark ? 'light' : 'dark')}
    />
  );
}

function SignOut({ onSignedOut }: { onSignedOut: () => void }) {
  const queryClient = useQueryClient();
  const signOut = useMutation({
    mutationFn: () => call(api.DELETE('/api/session')),
    // Whatever the server says, this screen shows nothing more of the person.
    onSettled: () => {
      onSignedOut();
      forgetSession(queryClient);
    },
  });
  return (
    <Button type="text" loading={signOut.isPending} onClick={() => signOut.mutate()}>
      退出
    </Button>
  );
}

/** Business, list, page: the menu's group, then the titles of the routes that lead here. */
function Crumbs() {
  const path = useLocation({ select: (location) => location.pathname });
  const steps = useMatches().flatMap(({ staticData, pathname }) =>
    staticData.title ? [{ title: staticData.title, to: pathname }] : [],
  );
  const title = steps.at(-1)?.title ?? '安居';
  useEffect(() => {
    document.title = title === '安居' ? title : `${title} · 安居`;
  }, [title]);
  const group = groupOf(path);
  const items = steps.map((step, index) => ({
    title: index < steps.length - 1 ? <Way to={step.to}>{step.title}</Way> : step.title,
  }));
  return (
    <Breadcrumb
      className="shell-crumbs no-print"
      items={group === undefined ? items : [{ title: group.label }, ...items]}
    />
  );
}
