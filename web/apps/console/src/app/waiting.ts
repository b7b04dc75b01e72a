import { api, call } from '@anju/api';
import { addDays, dateInBeijing } from '@anju/ui';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMay } from './actions';
import { someoneIsThere } from './presence';

/** How many requests wait for the person before the screen, and how many of them past their day. */
type Waiting = { waiting: number; overdue: number };

async function countOf(filters: { 'due_on.to'?: string }): Promise<number> {
  const query = { ...filters, waits_for_me: true, limit: 1 };
  return (await call(api.GET('/api/approvals', { params: { query } }))).count.value;
}

export const waitingQuery = queryOptions({
  queryKey: ['approvals', 'waiting'],
  queryFn: async (): Promise<Waiting> => {
    const yesterday = addDays(dateInBeijing(new Date()), -1);
    const [waiting, overdue] = await Promise.all([
      countOf({}),
      countOf({ 'due_on.to': yesterday }),
    ]);
    return { waiting, overdue };
  },
  refetchInterval: () => (someoneIsThere() ? 60_000 : false),
});

/** What waits for the person before the screen; unknown, without asking, for who decides nothing. */
export function useWaiting(): Waiting | undefined {
  return useQuery({ ...waitingQuery, enabled: useMay('approval.decide') }).data;
}
