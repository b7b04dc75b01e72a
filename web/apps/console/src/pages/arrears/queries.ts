import { type Arrears, api, call } from '@anju/api';
import type { ServerList } from '../../app/list';

export const arrearsList: ServerList<Arrears> = {
  name: 'arrears',
  path: '/api/arrears',
  page: (query) => call(api.GET('/api/arrears', { params: { query } })),
  totals: (query) => call(api.GET('/api/arrears/totals', { params: { query } })),
  // As with employers: each row is a sum over accounts.
  bounded: ['employer_no', 'name'],
};
