import { api, call, Problem, rememberCsrfToken, type Wire } from '@anju/api';
import { dateInBeijing, monthOf } from '@anju/ui';
import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { dropDrafts } from './draft';

/** Who is signed in, at which centre, on which business day. */
export type Session = Wire<'Session'>;

/** The session, `null` when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    try {
      const session = await call(api.GET('/api/session'));
      rememberCsrfToken(session.csrf_token);
      return session;
    } catch (problem) {
      if (problem instanceof Problem && problem.signedOut) {
        // The session may have ended while nobody looked: drafts don't outlive it either.
        dropDrafts();
        return null;
      }
      throw problem;
    }
  },
  staleTime: 60_000,
});

/** The session of the person before the screen; pages inside the shell always have one. */
export function useSession(): Session | null {
  return useQuery(sessionQuery).data ?? null;
}

/** The month of the open business day, in which business is booked; unknown while none is open. */
export function useBusinessMonth(): string | undefined {
  const date = useSession()?.business_day?.date;
  return date === undefined ? undefined : monthOf(date);
}

/** Takes over what a sign-in answered. */
export function rememberSession(queryClient: QueryClient, session: Session): void {
  rememberCsrfToken(session.csrf_token);
  queryClient.setQueryData(sessionQuery.queryKey, session);
}

/** Drops the session and everything that was read under it. */
export function forgetSession(queryClient: QueryClient): void {
  rememberCsrfToken(undefined);
  dropDrafts();
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
  queryClient.setQueryData(sessionQuery.queryKey, null);
}

/** Money that has moved did so no later than today, though the books may stand on a day to come. */
export function usePaidOn(): string {
  const today = dateInBeijing(new Date());
  const businessDate = useSession()?.business_day?.date ?? today;
  return businessDate < today ? businessDate : today;
}
