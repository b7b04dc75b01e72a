import { api, call, follow, type Job, Problem } from '@anju/api';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Between two tries to follow a job: after a lost connection, or a stop of the server. */
const AGAIN_MS = 3000;

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['jobs', id],
    // The same address tells events to who asks for them.
    queryFn: async () =>
      (await call(api.GET('/api/jobs/{id}', { params: { path: { id } } }))) as Job,
  });

/** Whether a job is still to be done. */
export const isOpen = ({ status }: Pick<Job, 'status'>) =>
  status === 'waiting' || status === 'running';

/**
 * Keeps what is shown of a job as it goes on, until it ends; then everything on the screen is read
 * anew. The job itself goes on whether or not anybody follows it.
 */
export function useFollowed(id: string | undefined, open: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (id === undefined || !open) return;
    const leaving = new AbortController();
    const show = (job: Job) => queries.setQueryData(jobQuery(id).queryKey, job);
    void followed(id, leaving.signal, show).then((ended) => {
      if (ended) void queries.invalidateQueries();
    });
    return () => leaving.abort();
  }, [id, open, queries]);
}

/** Whether the server may be back in a moment; anything else it has answered, and would again. */
const isLost = (error: unknown) =>
  error instanceof Problem && (error.status === 0 || error.status >= 502);

/**
 * Follows a job to its end, through lost connections, or until the server won't tell of it any more:
 * then what is shown is read anew as well. False when nobody follows it any more.
 */
async function followed(
  id: string,
  leaving: AbortSignal,
  onProgress: (job: Job) => void,
): Promise<boolean> {
  while (!leaving.aborted) {
    let refused = false;
    const told = await follow<Job, Job>(
      api.GET('/api/jobs/{id}', {
        params: { path: { id } },
        headers: { Accept: 'text/event-stream' },
        parseAs: 'stream',
        signal: leaving,
      }) as never,
      onProgress,
    ).catch((error: unknown) => {
      refused = !isLost(error);
      return undefined;
    });
    if (leaving.aborted) return false;
    if (refused) return true;
    if (told && !isOpen(told)) {
      onProgress(told);
      return true;
    }
    if (told === undefined) await new Promise((done) => setTimeout(done, AGAIN_MS));
  }
  return false;
}
