import { api, call } from '@anju/api';
import { queryOptions } from '@tanstack/react-query';

/** The roles, what each may do and who has it. */
export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: () => call(api.GET('/api/roles')),
});
