import { Problem } from '@anju/api';
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { forgetSession } from './session';

/** A refusal is an answer and stays one; only what never arrived is asked for again, twice. */
function isWorthAnotherTry(failures: number, problem: Error): boolean {
  const refused = problem instanceof Problem && problem.status >= 400 && problem.status < 500;
  return !refused && failures < 2;
}

/** What everything is refused with while a step of the sign-in is left to do. */
const GATES = [
  'password_change_required',
  'second_factor_required',
  'second_factor_enrolment_required',
];

/** What the pages have asked the server, and for how long that may be shown unasked. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    // A session can end on the server while a page is open.
    onError: (problem) => {
      if (problem instanceof Problem && problem.signedOut) forgetSession(queryClient);
      // Something stands before the session by now: what it is stands in the session.
      if (problem instanceof Problem && GATES.includes(problem.code))
        void queryClient.invalidateQueries({ queryKey: ['session'] });
    },
  }),
  defaultOptions: {
    queries: { retry: isWorthAnotherTry, staleTime: 10_000 },
    mutations: { retry: false },
  },
});
