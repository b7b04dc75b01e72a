import { api, call, type Fen, type RemittanceLine, type VoucherSummary } from '@anju/api';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMay } from '../../app/actions';
import type { Once } from '../../app/change';
import type { ServerList } from '../../app/list';
import { UNNUMBERED_EVERY_MS, voucherList } from '../vouchers/queries';

export const remittanceQuery = (id: string) =>
  queryOptions({
    queryKey: ['remittances', id],
    queryFn: () => call(api.GET('/api/remittances/{id}', { params: { path: { id } } })),
    // A run that posts goes on while one looks.
    refetchInterval: ({ state }) => (state.data?.status === 'posting' ? 1500 : false),
  });

export const remittanceLineList = (id: string): ServerList<RemittanceLine> => ({
  name: `remittance-lines-${id}`,
  path: `/api/remittances/${id}/lines`,
  page: (query) =>
    call(api.GET('/api/remittances/{id}/lines', { params: { path: { id }, query } })),
  totals: (query) =>
    call(api.GET('/api/remittances/{id}/lines/totals', { params: { path: { id }, query } })),
  bounded: 'itself',
});

/** What a remittance was posted and reversed by, by id; nothing for who may not read vouchers. */
export function useVouchersOf(id: string): ReadonlyMap<string, VoucherSummary> {
  const vouchers = useQuery({
    queryKey: ['vouchers', 'of-remittance', id],
    queryFn: () => voucherList.page({ source_kind: 'remittance', source_id: id, limit: 200 }),
    enabled: useMay('voucher.read'),
    // The bookkeeper gives the numbers within seconds.
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ number }) => !number) ? UNNUMBERED_EVERY_MS : false,
  });
  return new Map(vouchers.data?.items.map((voucher) => [voucher.voucher_id, voucher]));
}

/** What a reversal would do to the members. It is asked anew each time: accounts move. */
export const reversalQuery = (id: string) =>
  queryOptions({
    queryKey: ['remittances', id, 'reversal'],
    queryFn: () => call(api.GET('/api/remittances/{id}/reversal', { params: { path: { id } } })),
    staleTime: 0,
    gcTime: 0,
  });

type Undoing = { id: string; reason: string };

export const cancelRemittance = ({ id, reason }: Undoing, once: Once) =>
  call(
    api.POST('/api/remittances/{id}/cancel', {
      params: { path: { id }, ...once },
      body: { reason },
    }),
  );

type Reversing = Undoing & { shortfall_fen: Fen };

export const reverseRemittance = ({ id, reason, shortfall_fen }: Reversing, once: Once) =>
  call(
    api.POST('/api/remittances/{id}/reverse', {
      params: { path: { id }, ...once },
      body: { reason, shortfall_fen },
    }),
  );
