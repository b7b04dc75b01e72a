import { api, call, type TransferCaseSummary, upload } from '@anju/api';
import { queryOptions } from '@tanstack/react-query';
import type { Once } from '../../app/change';
import type { ServerList } from '../../app/list';

export const transferCaseList: ServerList<TransferCaseSummary> = {
  name: 'transfer-cases',
  path: '/api/transfer-cases',
  page: (query) => call(api.GET('/api/transfer-cases', { params: { query } })),
};

export const transferCaseQuery = (id: string) =>
  queryOptions({
    queryKey: ['transfer-cases', id],
    queryFn: () => call(api.GET('/api/transfer-cases/{id}', { params: { path: { id } } })),
  });

/** What the notice to the old employer says beyond the case; each time is audited. */
export const transferNotice = (id: string) =>
  call(api.GET('/api/transfer-cases/{id}/notice', { params: { path: { id } } }));

/** Asks the old employers of a roster's people to let them go. */
export const openTransferCases = (rosterId: string, once: Once) =>
  call(
    api.POST('/api/rosters/{id}/transfer-cases', { params: { path: { id: rosterId }, ...once } }),
  );

type Ending = { id: string; reason: string };

export const declineTransferCase = ({ id, reason }: Ending, once: Once) =>
  call(
    api.POST('/api/transfer-cases/{id}/decline', {
      params: { path: { id }, ...once },
      body: { reason },
    }),
  );

export const withdrawTransferCase = ({ id, reason }: Ending, once: Once) =>
  call(
    api.POST('/api/transfer-cases/{id}/withdraw', {
      params: { path: { id }, ...once },
      body: { reason },
    }),
  );

/** Stores the proof, then seals the account by it. */
export async function forceTransferCase(
  { id, reason, proof }: Ending & { proof: File },
  once: Once,
): Promise<unknown> {
  const stored = await upload(proof, () => undefined);
  return call(
    api.POST('/api/transfer-cases/{id}/force', {
      params: { path: { id }, ...once },
      body: { proof: stored.file, reason },
    }),
  );
}
