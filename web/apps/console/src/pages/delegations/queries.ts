import { api, call, type DelegationChange } from '@anju/api';
import { queryOptions } from '@tanstack/react-query';
import type { Once } from '../../app/change';

export const delegationsQuery = queryOptions({
  queryKey: ['delegations'],
  queryFn: () => call(api.GET('/api/delegations')),
});

/** Whom the person before the screen may name as a deputy, and for whom. */
export const deputiesQuery = queryOptions({
  queryKey: ['delegations', 'deputies'],
  queryFn: () => call(api.GET('/api/delegations/deputies')),
});

export const setDelegation = (body: DelegationChange, once: Once) =>
  call(api.POST('/api/delegations', { params: once, body }));

export const endDelegation = (id: string, once: Once) =>
  call(api.POST('/api/delegations/{id}/end', { params: { path: { id }, ...once } }));
