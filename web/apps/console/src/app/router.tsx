import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { queryClient } from './query';
import { NotFound, RouteError } from './RouteError';
import { Shell } from './Shell';
import { sessionQuery } from './session';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The page's name in breadcrumbs and in the window's title. */
    title?: string;
  }
  interface Register {
    router: typeof router;
  }
}

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()();

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  staticData: { title: '登录' },
  validateSearch: (search): { next?: string } =>
    // A path of this site only: `//elsewhere` would lead away from it.
    typeof search.next === 'string' && /^\/(?!\/)/.test(search.next) ? { next: search.next } : {},
  component: lazyRouteComponent(() => import('../pages/sign-in/SignIn'), 'SignIn'),
});

/** Everything that needs a session, inside the shell. */
const desk = createRoute({
  getParentRoute: () => root,
  id: 'desk',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (session === null) throw redirect({ to: '/sign-in', search: { next: location.href } });
  },
  component: Shell,
});

const home = createRoute({
  getParentRoute: () => desk,
  path: '/',
  staticData: { title: '首页' },
  component: lazyRouteComponent(() => import('../pages/home/Home'), 'Home'),
});

/** Every page of the console; each is loaded when a person goes there. */
export const router = createRouter({
  routeTree: root.addChildren([signIn, desk.addChildren([home])]),
  context: { queryClient },
  defaultPreload: 'intent',
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: NotFound,
});
