import { parseSearch, stringifySearch } from '@anju/ui';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import type { Session } from '../api';
import { Start } from '../pages/start/Start';
import { Loading } from '../parts/Page';
import { setOut } from './arrival';
import { Frame, Outside } from './Frame';
import { queryClient } from './query';
import { NotFound, RouteError } from './RouteError';
import { sessionQuery } from './session';

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

type Asked = { context: { queryClient: QueryClient } };
type Kind = Session['kind'];

const DOORS = { member: '/member/sign-in', agent: '/agent/sign-in' } as const;
const HOMES = { member: '/member', agent: '/employers' } as const;

/** Lets in whoever is signed in for this hall; others go to its door. */
function only(kind: Kind) {
  return async ({ context }: Asked) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (session?.kind !== kind) throw redirect({ to: DOORS[kind] });
  };
}

/** Leads whoever is signed in already past the door. */
function unless(kind: Kind) {
  return async ({ context }: Asked) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (session?.kind === kind) throw redirect({ to: HOMES[kind] });
  };
}

/** One word of the address's search, or nothing. */
const word = (name: string) => (search: Record<string, unknown>) => {
  const said = search[name];
  return typeof said === 'string' ? { [name]: said } : {};
};

const root = createRootRouteWithContext<Asked['context']>()({ component: Frame });

const outside = createRoute({ getParentRoute: () => root, id: 'outside', component: Outside });

const start = createRoute({ getParentRoute: () => outside, path: '/', component: Start });
const verify = createRoute({
  getParentRoute: () => outside,
  path: '/verify',
  validateSearch: (search): { code?: string } => word('code')(search),
  component: lazyRouteComponent(() => import('../pages/verify/Verify'), 'Verify'),
});
const memberSignIn = createRoute({
  getParentRoute: () => outside,
  path: '/member/sign-in',
  validateSearch: (search): { ended?: string } => word('ended')(search),
  beforeLoad: unless('member'),
  component: lazyRouteComponent(() => import('../pages/member/SignIn'), 'SignIn'),
});
const agentSignIn = createRoute({
  getParentRoute: () => outside,
  path: '/agent/sign-in',
  validateSearch: (search): { ended?: string; accepted?: string } => ({
    ...word('ended')(search),
    ...word('accepted')(search),
  }),
  beforeLoad: unless('agent'),
  component: lazyRouteComponent(() => import('../pages/agent/SignIn'), 'SignIn'),
});
const accept = createRoute({
  getParentRoute: () => outside,
  path: '/agent/accept',
  component: lazyRouteComponent(() => import('../pages/agent/Accept'), 'Accept'),
});
const nowhere = createRoute({
  getParentRoute: () => outside,
  path: '$',
  component: NotFound,
});

const member = createRoute({
  getParentRoute: () => root,
  id: 'member',
  beforeLoad: only('member'),
  component: lazyRouteComponent(() => import('../pages/member/MemberHall'), 'MemberHall'),
});
const memberHome = createRoute({
  getParentRoute: () => member,
  path: '/member',
  component: lazyRouteComponent(() => import('../pages/member/Home'), 'Home'),
});
const entries = createRoute({
  getParentRoute: () => member,
  path: '/member/entries',
  component: lazyRouteComponent(() => import('../pages/member/Entries'), 'Entries'),
});
const years = createRoute({
  getParentRoute: () => member,
  path: '/member/years',
  component: lazyRouteComponent(() => import('../pages/member/Years'), 'Years'),
});
const certificates = createRoute({
  getParentRoute: () => member,
  path: '/member/certificates',
  component: lazyRouteComponent(() => import('../pages/member/Certificates'), 'Certificates'),
});

const agent = createRoute({
  getParentRoute: () => root,
  id: 'agent',
  beforeLoad: only('agent'),
  component: lazyRouteComponent(() => import('../pages/agent/AgentHall'), 'AgentHall'),
});
const employers = createRoute({
  getParentRoute: () => agent,
  path: '/employers',
  component: lazyRouteComponent(() => import('../pages/agent/Employers'), 'Employers'),
});
const employer = createRoute({
  getParentRoute: () => agent,
  path: '/employers/$employerId',
  component: lazyRouteComponent(() => import('../pages/agent/Employer'), 'Employer'),
});
const upload = createRoute({
  getParentRoute: () => agent,
  path: '/employers/$employerId/upload',
  validateSearch: (search): { month?: string } => word('month')(search),
  component: lazyRouteComponent(() => import('../pages/agent/UploadRoster'), 'UploadRoster'),
});
const rosters = createRoute({
  getParentRoute: () => agent,
  path: '/employers/$employerId/rosters',
  component: lazyRouteComponent(() => import('../pages/agent/Rosters'), 'Rosters'),
});
const roster = createRoute({
  getParentRoute: () => agent,
  path: '/employers/$employerId/rosters/$rosterId',
  component: lazyRouteComponent(() => import('../pages/agent/RosterPreview'), 'RosterPreview'),
});
const remittances = createRoute({
  getParentRoute: () => agent,
  path: '/employers/$employerId/remittances',
  component: lazyRouteComponent(() => import('../pages/agent/Remittances'), 'Remittances'),
});
const remittance = createRoute({
  getParentRoute: () => agent,
  path: '/employers/$employerId/remittances/$remittanceId',
  component: lazyRouteComponent(() => import('../pages/agent/RemittancePage'), 'RemittancePage'),
});
const agents = createRoute({
  getParentRoute: () => agent,
  path: '/employers/$employerId/agents',
  component: lazyRouteComponent(() => import('../pages/agent/Agents'), 'Agents'),
});

export const routeTree = root.addChildren([
  outside.addChildren([start, verify, memberSignIn, agentSignIn, accept, nowhere]),
  member.addChildren([memberHome, entries, years, certificates]),
  agent.addChildren([
    employers,
    employer,
    upload,
    rosters,
    roster,
    remittances,
    remittance,
    agents,
  ]),
]);

export const router = createRouter({
  routeTree,
  basepath: '/hall',
  context: { queryClient },
  // Plain text in the address: a code of digits isn't a number to compute with.
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: NotFound,
  defaultPendingComponent: Loading,
});

router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
  if (fromLocation !== undefined && pathChanged) setOut();
});
