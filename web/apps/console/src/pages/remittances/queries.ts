import { api, type BankAccount, call, type RemittanceLine } from '@anju/api';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMay } from '../../app/actions';
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

/** The centre's bank accounts; none for those who may not see them, without asking in vain. */
export function useBankAccounts(): BankAccount[] {
  const mayRead = useMay('bank_account.read');
  const accounts = useQuery({
    queryKey: ['bank-accounts'],
    queryFn: () => call(api.GET('/api/bank-accounts')),
    staleTime: 600_000,
    enabled: mayRead,
  });
  return accounts.data?.items ?? [];
}

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
