import { api, call, type VoucherSummary } from '@anju/api';
import { queryOptions } from '@tanstack/react-query';
import type { ServerList } from '../../app/list';

/** How often what isn't numbered yet is asked for. */
export const UNNUMBERED_EVERY_MS = 2000;

export const voucherList: ServerList<VoucherSummary> = {
  name: 'vouchers',
  path: '/api/vouchers',
  page: (query) => call(api.GET('/api/vouchers', { params: { query } })),
  totals: (query) => call(api.GET('/api/vouchers/totals', { params: { query } })),
};

export const voucherQuery = (id: string) =>
  queryOptions({
    queryKey: ['vouchers', id],
    queryFn: () => call(api.GET('/api/vouchers/{id}', { params: { path: { id } } })),
    // The bookkeeper gives the number within seconds.
    refetchInterval: ({ state }) =>
      state.data && !state.data.number ? UNNUMBERED_EVERY_MS : false,
  });
