import { api, type BusinessDay, call } from '@anju/api';
import type { Once } from '../../app/change';
import type { ServerList } from '../../app/list';

export const businessDayList: ServerList<BusinessDay> = {
  name: 'business-days',
  path: '/api/business-days',
  page: (query) => call(api.GET('/api/business-days', { params: { query } })),
};

export const closeDay = (date: string, once: Once) =>
  call(api.POST('/api/business-days/close', { body: { date }, params: once }));

export const openDay = (date: string, once: Once) =>
  call(api.POST('/api/business-days/open', { body: { date }, params: once }));
