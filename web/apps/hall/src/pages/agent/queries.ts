import { queryOptions } from '@tanstack/react-query';
import {
  listAgents,
  listEmployers,
  listRemittances,
  readEmployer,
  readRemittance,
  readRoster,
} from '../../api';

export const employersQuery = queryOptions({ queryKey: ['employers'], queryFn: listEmployers });

export const employerQuery = (employerId: string) =>
  queryOptions({
    queryKey: ['employers', employerId],
    queryFn: () => readEmployer(employerId),
  });

export const rosterQuery = (employerId: string, rosterId: string) =>
  queryOptions({
    queryKey: ['rosters', employerId, rosterId],
    queryFn: () => readRoster(employerId, rosterId),
  });

/** The remittances that wait for their money. */
export const unpaidQuery = (employerId: string) =>
  queryOptions({
    queryKey: ['remittances', employerId, 'unpaid'],
    queryFn: () => listRemittances(employerId, undefined, 'assessed'),
  });

export const remittanceQuery = (employerId: string, remittanceId: string) =>
  queryOptions({
    queryKey: ['remittances', employerId, remittanceId],
    queryFn: () => readRemittance(employerId, remittanceId),
    // A run that posts is over within moments.
    refetchInterval: ({ state }) => (state.data?.status === 'posting' ? 2000 : false),
  });

export const agentsQuery = (employerId: string) =>
  queryOptions({ queryKey: ['agents', employerId], queryFn: () => listAgents(employerId) });
