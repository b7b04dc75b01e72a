import { api, call, type LedgerLine } from '@anju/api';
import { queryOptions } from '@tanstack/react-query';
import type { Once } from '../../app/change';
import type { ServerList } from '../../app/list';

export const balancesQuery = (month: string | undefined) =>
  queryOptions({
    queryKey: ['balances', month],
    queryFn: () =>
      call(api.GET('/api/balances', { params: { query: month === undefined ? {} : { month } } })),
  });

export const ledgerAccountsQuery = queryOptions({
  queryKey: ['ledger-accounts'],
  queryFn: () => call(api.GET('/api/ledger-accounts')),
  staleTime: 600_000,
});

export const ledgerLineList = (code: string): ServerList<LedgerLine> => ({
  name: `ledger-lines-${code}`,
  path: `/api/ledger-accounts/${code}/lines`,
  page: (query) =>
    call(api.GET('/api/ledger-accounts/{code}/lines', { params: { path: { code }, query } })),
});

export const periodsQuery = queryOptions({
  queryKey: ['periods'],
  queryFn: () => call(api.GET('/api/periods')),
});

export const closePeriod = (month: string, once: Once) =>
  call(api.POST('/api/periods/{month}/close', { params: { path: { month }, ...once } }));
