import { Problem } from '@anju/api';
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { forgetSession } from './session';

/** A refusal is an answer and stays one; only what never arrived is asked for again, twice. */
function isWorthAnotherTry(failures: number, problem: Error): boolean {
  const refused = problem instanceof Problem && problem.status >= 400 && problem.status < 500;
  return !refused && failures < 2;
}

/** What the pages have asked the server, and for how long that may be shown unasked. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    // A session can end on the server while a page is open.
    onError: (problem) => {
      if (problem instanceof Problem && problem.signedOut) forgetSession(queryClient);
    },
  }),
  defaultOptions: {
    queries: { retry: isWorthAnotherTry, staleTime: 10_000 },
    mutations: { retry: false },
  },
});
