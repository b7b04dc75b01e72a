import { api, call, type PolicyChange, type PolicyItem, type PolicyVersion } from '@anju/api';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMay } from '../../app/actions';
import type { Once } from '../../app/change';

/** What the rules go by now, with what held before and what is to come. */
export const policyQuery = queryOptions({
  queryKey: ['policy'],
  queryFn: () => call(api.GET('/api/policy')),
});

/** A version with its parameter, by the version's id; unknown to who may not read them. */
export function useVersion(id: string): { item: PolicyItem; version: PolicyVersion } | undefined {
  const { data } = useQuery({ ...policyQuery, enabled: useMay('policy.read') });
  for (const item of data?.items ?? []) {
    const version = item.history.find(({ policy_version_id }) => policy_version_id === id);
    if (version) return { item, version };
  }
  return undefined;
}

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
