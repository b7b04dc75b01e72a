import { SeeContext } from '@anju/ui';
import { QueryClient, QueryClientProvider, type QueryKey } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { act, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import type { Action } from './actions';
import { type Session, sessionQuery } from './session';
import { Thing } from './Thing';

type Before = {
  /** The address it stands at. */
  at?: string;
  /** What the person before the screen may do. */
  actions?: readonly Action[];
  /** What the server has answered already. */
  answers?: readonly (readonly [QueryKey, unknown])[];
};

/** Draws a part of a page as a person sees it: signed in, at an address, with ways that lead on. */
export async function show(
  part: ReactElement,
  { at = '/', actions = [], answers = [] }: Before = {},
): Promise<void> {
  const queries = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } },
  });
  queries.setQueryData(sessionQuery.queryKey, { actions } as unknown as Session);
  for (const [key, answer] of answers) queries.setQueryData(key, answer);
  const router = createRouter({
    routeTree: createRootRoute({ component: () => part }),
    history: createMemoryHistory({ initialEntries: [at] }),
  });
  await router.load();
  render(
    <QueryClientProvider client={queries}>
      <SeeContext value={Thing}>
        <RouterProvider router={router as never} />
      </SeeContext>
    </QueryClientProvider>,
  );
  // Forms say in a turn of their own what stands in them.
  await act(() => new Promise((done) => setTimeout(done)));
}
