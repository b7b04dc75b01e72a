import { type Arrival, type ArrivalTakeBack, api, call, type NewArrival, Problem } from '@anju/api';
import { queryOptions } from '@tanstack/react-query';
import type { Once } from '../../app/change';
import type { ServerList } from '../../app/list';
import { remittanceList } from '../remittances/list';

export const arrivalList: ServerList<Arrival> = {
  name: 'arrivals',
  path: '/api/arrivals',
  page: (query) => call(api.GET('/api/arrivals', { params: { query } })),
  totals: (query) => call(api.GET('/api/arrivals/totals', { params: { query } })),
};

export const arrivalQuery = (id: string) =>
  queryOptions({
    queryKey: ['arrivals', id],
    queryFn: async () => {
      const [arrival] = (await arrivalList.page({ arrival_id: id })).items;
      if (arrival) return arrival;
      throw new Problem(404, { code: 'arrival_unknown', detail: '没有这笔到账。' });
    },
  });

/** The first few arrivals with a bank's serial, at whichever account. */
export const arrivalsOfSerialQuery = (serial: string) =>
  queryOptions({
    queryKey: ['arrivals', 'of-serial', serial],
    queryFn: () => arrivalList.page({ bank_serial: serial, limit: 3 }),
  });

/** The remittance of a payment code, if there is one. */
export const remittanceOfCodeQuery = (code: string) =>
  queryOptions({
    queryKey: ['remittances', 'of-code', code],
    queryFn: async () => {
      const { items } = await remittanceList.page({ payment_code: code, limit: 1 });
      return items[0] ?? null;
    },
  });

export const recordArrival = (body: NewArrival, once: Once) =>
  call(api.POST('/api/arrivals', { body, params: once }));

type TakingBack = { id: string; body: ArrivalTakeBack };

export const takeBackArrival = ({ id, body }: TakingBack, once: Once) =>
  call(api.POST('/api/arrivals/{id}/take-back', { params: { path: { id }, ...once }, body }));
