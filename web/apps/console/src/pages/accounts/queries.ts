import {
  type AccountSummary,
  api,
  call,
  type EntryItem,
  type MobileChange,
  type TimelineEvent,
  type Unmasking,
} from '@anju/api';
import { queryOptions } from '@tanstack/react-query';
import type { Once } from '../../app/change';
import type { ServerList } from '../../app/list';

export const accountList: ServerList<AccountSummary> = {
  name: 'accounts',
  path: '/api/accounts',
  page: (query) => call(api.GET('/api/accounts', { params: { query } })),
  totals: (query) => call(api.GET('/api/accounts/totals', { params: { query } })),
};

export const accountQuery = (no: string) =>
  queryOptions({
    queryKey: ['accounts', no],
    queryFn: () => call(api.GET('/api/accounts/{no}', { params: { path: { no } } })),
  });

/** The entries of one account, latest first. */
export const entryList = (no: string): ServerList<EntryItem> => ({
  name: `entries-${no}`,
  path: `/api/accounts/${no}/entries`,
  page: (query) => call(api.GET('/api/accounts/{no}/entries', { params: { path: { no }, query } })),
  totals: (query) =>
    call(api.GET('/api/accounts/{no}/entries/totals', { params: { path: { no }, query } })),
  bounded: 'itself',
});

/** What happened with one account, latest first. */
export const accountTimeline = (no: string): ServerList<TimelineEvent> => ({
  name: `account-timeline-${no}`,
  path: `/api/accounts/${no}/timeline`,
  page: (query) =>
    call(api.GET('/api/accounts/{no}/timeline', { params: { path: { no }, query } })),
});

export const accountChangesQuery = (no: string) =>
  queryOptions({
    queryKey: ['accounts', no, 'changes'],
    queryFn: () => call(api.GET('/api/accounts/{no}/changes', { params: { path: { no } } })),
  });

export const memberMonthsQuery = (no: string) =>
  queryOptions({
    queryKey: ['accounts', no, 'months'],
    queryFn: () => call(api.GET('/api/accounts/{no}/months', { params: { path: { no } } })),
  });

/** The months that the account's employers owe, the earliest first. */
export const owedMonthsQuery = (no: string) =>
  queryOptions({
    queryKey: ['accounts', no, 'owed-months'],
    queryFn: () => call(api.GET('/api/accounts/{no}/owed-months', { params: { path: { no } } })),
  });

/** The changes of the member's mobile, the latest first. */
export const mobileChangesQuery = (no: string) =>
  queryOptions({
    queryKey: ['accounts', no, 'mobile-changes'],
    queryFn: () => call(api.GET('/api/accounts/{no}/mobile-changes', { params: { path: { no } } })),
  });

export const changeMobile = ({ no, ...body }: MobileChange & { no: string }, once: Once) =>
  call(api.POST('/api/accounts/{no}/change-mobile', { params: { path: { no }, ...once }, body }));

/** The statement to be printed: fetched each time, for each time is audited. */
export const accountStatement = (no: string, query: { from?: string; to?: string }) =>
  call(api.GET('/api/accounts/{no}/statement', { params: { path: { no }, query } }));

export type Purpose = Unmasking['purpose'];

/** The member's data as they are: asked each time, for each time is audited, and kept nowhere. */
export const unmask = (no: string, body: Unmasking) =>
  call(api.POST('/api/accounts/{no}/unmask', { params: { path: { no } }, body }));
