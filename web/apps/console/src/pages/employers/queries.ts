import {
  api,
  call,
  type EmployerChange,
  type EmployerRegistration,
  type EmployerSummary,
  type TimelineEvent,
} from '@anju/api';
import { parsePercent } from '@anju/ui';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMay } from '../../app/actions';
import type { Once } from '../../app/change';
import type { ServerList } from '../../app/list';
import { policyQuery } from '../policy/queries';
import type { RateRange } from './fields';

export const employerList: ServerList<EmployerSummary> = {
  name: 'employers',
  path: '/api/employers',
  page: (query) => call(api.GET('/api/employers', { params: { query } })),
  totals: (query) => call(api.GET('/api/employers/totals', { params: { query } })),
  // They are sums over all accounts of the employers: unasked for a few employers alone.
  bounded: ['employer_no', 'credit_code', 'name'],
};

export const employerQuery = (id: string) =>
  queryOptions({
    queryKey: ['employers', id],
    queryFn: () => call(api.GET('/api/employers/{id}', { params: { path: { id } } })),
  });

export const employerMonthsQuery = (id: string) =>
  queryOptions({
    queryKey: ['employers', id, 'months'],
    queryFn: () => call(api.GET('/api/employers/{id}/months', { params: { path: { id } } })),
  });

/** What happened with one employer, latest first. */
export const employerTimeline = (id: string): ServerList<TimelineEvent> => ({
  name: `employer-timeline-${id}`,
  path: `/api/employers/${id}/timeline`,
  page: (query) =>
    call(api.GET('/api/employers/{id}/timeline', { params: { path: { id }, query } })),
});

/** Employers whose name contains, or whose number is, what a person typed. */
export const employerChoicesQuery = (text: string) =>
  queryOptions({
    queryKey: ['employers', 'choices', text],
    queryFn: async () => {
      const filter = /^\d{1,15}$/.test(text)
        ? { employer_no: Number(text) }
        : { 'name.contains': text };
      const query = { limit: 20, ...(text === '' ? {} : filter) };
      return (await call(api.GET('/api/employers', { params: { query } }))).items;
    },
  });

/** What was changed of an employer since it was registered. */
export const employerChangesQuery = (id: string) =>
  queryOptions({
    queryKey: ['employers', id, 'changes'],
    queryFn: () => call(api.GET('/api/employers/{id}/changes', { params: { path: { id } } })),
  });

type Changing = { id: string; body: EmployerChange };

export const changeEmployer = ({ id, body }: Changing, once: Once): Promise<object> =>
  call(api.POST('/api/employers/{id}/changes', { params: { path: { id }, ...once }, body }));

export const registerEmployer = (body: EmployerRegistration, once: Once) =>
  call(api.POST('/api/employers', { body, params: once }));

/** The rates that the policy in force allows; unknown to those who may not read it. */
export function useRateRange(): RateRange | undefined {
  const { data } = useQuery({ ...policyQuery, enabled: useMay('policy.read') });
  const rateOf = (key: string) =>
    parsePercent(data?.items.find((item) => item.key === key)?.value ?? '');
  const [floor, ceiling] = [rateOf('fund.rate_floor'), rateOf('fund.rate_ceiling')];
  return floor === undefined || ceiling === undefined ? undefined : { floor, ceiling };
}
