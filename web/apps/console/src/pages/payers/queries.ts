import {
  api,
  call,
  type Maybe,
  type NewPayer,
  type PaidEmployer,
  type PayerChange,
  type PayerSummary,
} from '@anju/api';
import { queryOptions } from '@tanstack/react-query';
import type { Once } from '../../app/change';
import type { ServerList } from '../../app/list';

export const payerList: ServerList<PayerSummary> = {
  name: 'payers',
  path: '/api/payers',
  page: (query) => call(api.GET('/api/payers', { params: { query } })),
  totals: (query) => call(api.GET('/api/payers/totals', { params: { query } })),
};

export const payerQuery = (id: string) =>
  queryOptions({
    queryKey: ['payers', id],
    queryFn: () => call(api.GET('/api/payers/{id}', { params: { path: { id } } })),
  });

export const arrangementList = (id: string): ServerList<PaidEmployer> => ({
  name: `payer-arrangements-${id}`,
  path: `/api/payers/${id}/arrangements`,
  page: (query) =>
    call(api.GET('/api/payers/{id}/arrangements', { params: { path: { id }, query } })),
});

/** Who pays, paid or will pay for an employer. */
export const payersOfEmployer = (id: string): ServerList<PaidEmployer> => ({
  name: `employer-payers-${id}`,
  path: `/api/employers/${id}/payers`,
  page: (query) => call(api.GET('/api/employers/{id}/payers', { params: { path: { id }, query } })),
});

/** An employer as a payer: it is known by its credit code. */
export const payersWithCode = (code: Maybe<string>) =>
  queryOptions({
    queryKey: ['payers', 'with-code', code],
    queryFn: async () => (code ? (await payerList.page({ credit_code: code })).items : []),
  });

export const registerPayer = (body: NewPayer, once: Once) =>
  call(api.POST('/api/payers', { params: once, body }));

type Changing = { id: string; body: PayerChange };

export const changePayer = ({ id, body }: Changing, once: Once) =>
  call(api.POST('/api/payers/{id}/change', { params: { path: { id }, ...once }, body }));

type Ending = { id: string; reason: string };

export const endPayer = ({ id, reason }: Ending, once: Once) =>
  call(api.POST('/api/payers/{id}/end', { params: { path: { id }, ...once }, body: { reason } }));
