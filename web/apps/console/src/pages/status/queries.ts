import { api, call } from '@anju/api';
import { queryOptions } from '@tanstack/react-query';
import { someoneIsThere } from '../../app/presence';

/** How the system is; read again while somebody looks. */
export const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: () => call(api.GET('/api/status')),
  refetchInterval: () => (someoneIsThere() ? 30_000 : false),
});
