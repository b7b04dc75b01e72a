import { api, call } from '@anju/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useMatches, useNavigate } from '@tanstack/react-router';
import { Breadcrumb, Button, Layout, Menu } from 'antd';
import { useEffect } from 'react';
import { groupOf, menuFor, pageOf } from './menu';
import { forgetSession, type Session, useSession } from './session';

/** The frame of every page: menu at the left, business date and branch always in sight. */
export function Shell() {
  const session = useSession();
  const navigate = useNavigate();
  const here = useLocation({ select: (location) => location.href });
  const isGone = session === null;
  useEffect(() => {
    if (isGone) navigate({ to: '/sign-in', search: here === '/' ? {} : { next: here } });
  }, [isGone, here, navigate]);
  if (session === null) return null;
  return (
    <Layout className="shell">
      <Layout.Sider className="shell-sider no-print" width={176} breakpoint="lg" collapsedWidth={0}>
        <Link to="/" className="shell-name">
          安居
        </Link>
        <nav aria-label="主菜单">
          <SideMenu actions={session.actions} />
        </nav>
      </Layout.Sider>
      <Layout>
        <Layout.Header className="shell-header no-print">
          <Where session={session} />
          <SignOut />
        </Layout.Header>
        <Layout.Content className="shell-content">
          <Crumbs />
          <Outlet />
        </Layout.Content>
      </Layout>
    </Layout>
  );
}

function SideMenu({ actions }: { actions: readonly string[] }) {
  const path = useLocation({ select: (location) => location.pathname });
  const current = pageOf(path);
  const items = menuFor(actions).map((group) => ({
    key: group.label,
    label: group.label,
    type: 'group' as const,
    children: group.pages.map((page) => ({
      key: page.to,
      label: <Link to={page.to}>{page.label}</Link>,
    })),
  }));
  return <Menu mode="inline" items={items} selectedKeys={current ? [current.to] : []} />;
}

function Where({ session }: { session: Session }) {
  return (
    <dl className="shell-where">
      <dt>中心</dt>
      <dd>{session.centre.name}</dd>
      <dt>网点</dt>
      <dd>{session.branch?.name ?? '全中心'}</dd>
      <dt>会计日期</dt>
      <dd>{session.business_day?.date ?? '未开日'}</dd>
      <dt>操作员</dt>
      <dd title={session.roles.join('、')}>{session.name}</dd>
    </dl>
  );
}

function SignOut() {
  const queryClient = useQueryClient();
  const signOut = useMutation({
    mutationFn: () => call(api.DELETE('/api/session')),
    // Whatever the server says, this screen shows nothing more of the person.
    onSettled: () => forgetSession(queryClient),
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
  const titles = useMatches().flatMap((match) => match.staticData.title ?? []);
  const title = titles.at(-1) ?? '安居';
  useEffect(() => {
    document.title = title === '安居' ? title : `${title} · 安居`;
  }, [title]);
  const group = groupOf(path);
  const labels = group === undefined ? titles : [group.label, ...titles];
  const items = labels.map((label) => ({ title: label }));
  return <Breadcrumb className="shell-crumbs no-print" items={items} />;
}
