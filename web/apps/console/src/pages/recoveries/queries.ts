import { api, call, type NewRecovered, type Recovery } from '@anju/api';
import type { Once } from '../../app/change';
import type { ServerList } from '../../app/list';

export const recoveryList: ServerList<Recovery> = {
  name: 'recoveries',
  path: '/api/recoveries',
  page: (query) => call(api.GET('/api/recoveries', { params: { query } })),
  totals: (query) => call(api.GET('/api/recoveries/totals', { params: { query } })),
};

type Recovering = { id: string; body: NewRecovered };

export const recover = ({ id, body }: Recovering, once: Once) =>
  call(api.POST('/api/recoveries/{id}/recover', { params: { path: { id }, ...once }, body }));
