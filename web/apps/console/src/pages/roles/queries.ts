import { api, call, type NewRole } from '@anju/api';
import { queryOptions } from '@tanstack/react-query';
import type { Once } from '../../app/change';

/** The roles, what each may do and who has it. */
export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: () => call(api.GET('/api/roles')),
});

export const addRole = (body: NewRole, once: Once): Promise<object> =>
  call(api.POST('/api/roles', { params: once, body }));
