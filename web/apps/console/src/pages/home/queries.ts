import { api, call } from '@anju/api';
import { queryOptions } from '@tanstack/react-query';
import { someoneIsThere } from '../../app/presence';

/** The figures of the day. They move all day long, so they are read again while one looks. */
export const homeQuery = queryOptions({
  queryKey: ['home'],
  queryFn: () => call(api.GET('/api/home')),
  refetchInterval: () => (someoneIsThere() ? 30_000 : false),
});
