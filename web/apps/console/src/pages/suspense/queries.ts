import {
  api,
  call,
  type NewAllocationLine,
  Problem,
  type Suspense,
  type SuspenseReturn,
} from '@anju/api';
import { queryOptions } from '@tanstack/react-query';
import type { Once } from '../../app/change';
import type { ServerList } from '../../app/list';

export const suspenseList: ServerList<Suspense> = {
  name: 'suspense',
  path: '/api/suspense',
  page: (query) => call(api.GET('/api/suspense', { params: { query } })),
  totals: (query) => call(api.GET('/api/suspense/totals', { params: { query } })),
};

export const suspenseQuery = (id: string) =>
  queryOptions({
    queryKey: ['suspense', id],
    queryFn: async () => {
      const [item] = (await suspenseList.page({ suspense_id: id })).items;
      if (item) return item;
      throw new Problem(404, { code: 'suspense_unknown', detail: '没有这笔暂收款。' });
    },
  });

export const movementsQuery = (id: string) =>
  queryOptions({
    queryKey: ['suspense', id, 'movements'],
    queryFn: () => call(api.GET('/api/suspense/{id}/movements', { params: { path: { id } } })),
  });

export const candidatesQuery = (id: string) =>
  queryOptions({
    queryKey: ['suspense', id, 'candidates'],
    queryFn: () => call(api.GET('/api/suspense/{id}/candidates', { params: { path: { id } } })),
  });

/** The most items that are offered at once; the others are found by their number. */
const MAX_OFFERED = 200;

/** What waits, the oldest first, narrowed by filters of the list. */
export const waitingQuery = (filters: Record<string, string>) =>
  queryOptions({
    queryKey: ['suspense', 'waiting', filters],
    queryFn: async () => {
      const query = { ...filters, status: 'waiting', sort: 'serial', limit: MAX_OFFERED };
      return (await suspenseList.page(query)).items;
    },
  });

export const allocate = (lines: NewAllocationLine[], once: Once) =>
  call(api.POST('/api/allocations', { params: once, body: { lines } }));

type Returning = { id: string; body: SuspenseReturn };

export const returnSuspense = ({ id, body }: Returning, once: Once) =>
  call(api.POST('/api/suspense/{id}/return', { params: { path: { id }, ...once }, body }));
