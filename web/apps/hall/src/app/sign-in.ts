import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { forgetSession, sessionQuery } from './session';

/** What follows a sign-in: the session as the server has it now, then the page behind the door. */
export function useEnter(home: '/member' | '/employers'): () => Promise<void> {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    // Whoever was signed in before on this phone leaves nothing to be seen.
    forgetSession(queryClient);
    await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
    await navigate({ to: home, replace: true });
  };
}
