import { api, call } from '@anju/api';
import { queryOptions } from '@tanstack/react-query';

/** What the rules go by today, with what held before. */
export const policyQuery = queryOptions({
  queryKey: ['policy'],
  queryFn: () => call(api.GET('/api/policy')),
});
