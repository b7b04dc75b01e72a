import { api, call, rememberCsrfToken, type Wire } from '@anju/api';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { rememberSession, sessionQuery } from '../../app/session';

/** How somebody signs in: sessions, password, second factor. */
export type SignIns = Wire<'SignIns'>;

/** How the person before the screen signs in. */
export const ownSignIns = queryOptions({
  queryKey: ['own', 'sign-ins'],
  queryFn: () => call(api.GET('/api/session/sign-ins')),
});

/** What changes one's own sign-in: everything about it is read anew. */
function useOwn<Input, Answer>(send: (input: Input) => Promise<Answer>) {
  const readAnew = useReadOwn();
  return useMutation({ mutationFn: send, onSuccess: readAnew });
}

/** Reads anew how the person before the screen signs in. */
export function useReadOwn() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: ownSignIns.queryKey });
}

export const useChangePassword = () =>
  useOwn((body: Wire<'PasswordChange'>) => call(api.POST('/api/session/password', { body })));

export const useBeginSecondFactor = () =>
  useMutation({
    mutationFn: (password: string) =>
      call(api.POST('/api/session/second-factor/secret', { body: { password } })),
  });

/**
 * The session goes on under a new token. Nothing is read anew at once: the recovery codes stay on the
 * screen until they are kept.
 */
export const useConfirmSecondFactor = () =>
  useMutation({
    mutationFn: (code: string) =>
      call(api.POST('/api/session/second-factor/confirmation', { body: { code } })),
    onSuccess: (setUp) => rememberCsrfToken(setUp.csrf_token),
  });

export const useRenewRecoveryCodes = () =>
  useMutation({
    mutationFn: (code: string) =>
      call(api.POST('/api/session/second-factor/recovery-codes', { body: { code } })),
  });

export const useEndOwnSession = () =>
  useOwn((id: string) =>
    call(api.DELETE('/api/session/sign-ins/{id}', { params: { path: { id } } })),
  );

/** Gives the second factor; the session goes on under the new token. */
export function useGiveSecondFactor() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => call(api.POST('/api/session/second-factor', { body: { code } })),
    onSuccess: (session) => rememberSession(queryClient, session),
  });
}

/** Reads the session anew, once what stood before it is done. */
export function useReadSession() {
  const queryClient = useQueryClient();
  return () => queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
}
