import { type Approval, type ApprovalSummary, api, call } from '@anju/api';
import { queryOptions } from '@tanstack/react-query';
import type { Once } from '../../app/change';
import type { ServerList } from '../../app/list';

export const approvalList: ServerList<ApprovalSummary> = {
  name: 'approvals',
  path: '/api/approvals',
  page: (query) => call(api.GET('/api/approvals', { params: { query } })),
};

export const approvalQuery = (id: string) =>
  queryOptions({
    queryKey: ['approvals', id],
    queryFn: (): Promise<Approval> =>
      call(api.GET('/api/approvals/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) =>
      state.data?.status === 'approved' ? lookAgainMs(state.dataUpdateCount) : false,
  });

/** The longest time between two looks at a request that isn't carried out yet. */
const LOOK_AGAIN_MAX_MS = 60_000;

/**
 * When to look again at what is approved, after so many looks: it is carried out at once, or by the
 * job, whose tries are further and further apart too.
 */
export const lookAgainMs = (looks: number) => Math.min(1500 * 2 ** looks, LOOK_AGAIN_MAX_MS);

/** Which requests a page tells of: those about a thing, or all of a business. */
export type PendingOf = { subject_id: string } | { business: string };

/** The requests of a kind that wait for somebody. */
export const pendingOfQuery = (of: PendingOf) =>
  queryOptions({
    queryKey: ['approvals', 'of', of],
    queryFn: () => approvalList.page({ ...of, status: 'pending', limit: 10 }),
  });

type Deciding = { id: string; note: string };

export const approve = ({ id, note }: Deciding, once: Once) =>
  call(
    api.POST('/api/approvals/{id}/approve', {
      params: { path: { id }, ...once },
      body: note === '' ? {} : { note },
    }),
  );

export const giveBack = ({ id, note }: Deciding, once: Once) =>
  call(
    api.POST('/api/approvals/{id}/return', { params: { path: { id }, ...once }, body: { note } }),
  );

export const withdrawApproval = (id: string, once: Once) =>
  call(api.POST('/api/approvals/{id}/withdraw', { params: { path: { id }, ...once } }));

export const approveMany = (approval_ids: string[], once: Once) =>
  call(api.POST('/api/approvals/approve', { params: once, body: { approval_ids } }));
