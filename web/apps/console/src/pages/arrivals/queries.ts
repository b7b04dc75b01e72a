import { type Arrival, api, call, type NewArrival } from '@anju/api';
import type { Once } from '../../app/change';
import type { ServerList } from '../../app/list';

export const arrivalList: ServerList<Arrival> = {
  name: 'arrivals',
  page: (query) => call(api.GET('/api/arrivals', { params: { query } })),
  totals: (query) => call(api.GET('/api/arrivals/totals', { params: { query } })),
};

export const recordArrival = (body: NewArrival, once: Once) =>
  call(api.POST('/api/arrivals', { body, params: once }));
