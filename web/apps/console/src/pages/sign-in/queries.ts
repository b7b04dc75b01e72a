import { api, call, type Wire } from '@anju/api';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { rememberSession } from '../../app/session';

/** The centre that this installation serves, with the sign-ins of a demo. */
export const centreQuery = queryOptions({
  queryKey: ['centre'],
  queryFn: () => call(api.GET('/api/centre')),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Signs in with name and password. */
export function useSignIn() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Wire<'SignIn'>) => call(api.POST('/api/session', { body })),
    onSuccess: (session) => rememberSession(queryClient, session),
  });
}
