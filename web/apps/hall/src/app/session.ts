import { Problem, rememberCsrfToken } from '@anju/api';
import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { readCentre, readSession, type Session, type SessionEnd } from '../api';

/** The centre that this installation serves, in a demo with people to sign in as. */
export const centreQuery = queryOptions({
  queryKey: ['centre'],
  queryFn: readCentre,
  staleTime: Number.POSITIVE_INFINITY,
});

/** A session, with when it was asked for and when it ends, both by the clock of this device. */
export type OpenSession = Session & SessionEnd & { readAt: number };

/** The session, `null` when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<OpenSession | null> => {
    try {
      return { ...(await readSession()), readAt: Date.now() };
    } catch (problem) {
      if (problem instanceof Problem && problem.signedOut) return null;
      throw problem;
    }
  },
  // Asking counts as use: it is asked when a person does something, never by itself.
  staleTime: Number.POSITIVE_INFINITY,
  refetchOnReconnect: false,
});

/** Whether what was read is business of whoever is signed in, not the session or the centre. */
export function isOfBusiness(queryKey: readonly unknown[]): boolean {
  return queryKey[0] !== 'session' && queryKey[0] !== 'centre';
}

/** The session of the person before the screen. */
export function useSession(): OpenSession | null {
  return useQuery(sessionQuery).data ?? null;
}

/** Drops the session and everything that was read under it; the next on this phone finds nothing. */
export function forgetSession(queryClient: QueryClient): void {
  rememberCsrfToken(undefined);
  queryClient.removeQueries({ predicate: ({ queryKey }) => isOfBusiness(queryKey) });
  queryClient.setQueryData(sessionQuery.queryKey, null);
}
