import { api, call, type PolicyChange } from '@anju/api';
import { queryOptions } from '@tanstack/react-query';
import type { Once } from '../../app/change';

/** What the rules go by now, with what held before and what is to come. */
export const policyQuery = queryOptions({
  queryKey: ['policy'],
  queryFn: () => call(api.GET('/api/policy')),
});

export const parameterQuery = (key: string) =>
  queryOptions({
    queryKey: ['policy', key],
    queryFn: () => call(api.GET('/api/policy/{key}', { params: { path: { key } } })),
  });

type Changing = { key: string; body: PolicyChange };

export const changePolicy = ({ key, body }: Changing, once: Once) =>
  call(api.POST('/api/policy/{key}/versions', { params: { path: { key }, ...once }, body }));

type Withdrawing = { id: string; reason: string };

export const withdrawVersion = ({ id, reason }: Withdrawing, once: Once) =>
  call(
    api.POST('/api/policy-versions/{id}/withdraw', {
      params: { path: { id }, ...once },
      body: { reason },
    }),
  );
