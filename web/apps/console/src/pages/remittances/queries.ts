import { api, call, type RemittanceLine } from '@anju/api';
import { queryOptions } from '@tanstack/react-query';
import type { Once } from '../../app/change';
import type { ServerList } from '../../app/list';

export const remittanceQuery = (id: string) =>
  queryOptions({
    queryKey: ['remittances', id],
    queryFn: () => call(api.GET('/api/remittances/{id}', { params: { path: { id } } })),
    // A run that posts goes on while one looks.
    refetchInterval: ({ state }) => (state.data?.status === 'posting' ? 1500 : false),
  });

export const remittanceLineList = (id: string): ServerList<RemittanceLine> => ({
  name: `remittance-lines-${id}`,
  page: (query) =>
    call(api.GET('/api/remittances/{id}/lines', { params: { path: { id }, query } })),
});

export const bankAccountsQuery = queryOptions({
  queryKey: ['bank-accounts'],
  queryFn: () => call(api.GET('/api/bank-accounts')),
  staleTime: 600_000,
});

type Undoing = { id: string; reason: string };

export const cancelRemittance = ({ id, reason }: Undoing, once: Once) =>
  call(
    api.POST('/api/remittances/{id}/cancel', {
      params: { path: { id }, ...once },
      body: { reason },
    }),
  );

export const reverseRemittance = ({ id, reason }: Undoing, once: Once) =>
  call(
    api.POST('/api/remittances/{id}/reverse', {
      params: { path: { id }, ...once },
      body: { reason },
    }),
  );
