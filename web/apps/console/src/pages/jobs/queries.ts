import { api, call, type JobSummary } from '@anju/api';
import type { Once } from '../../app/change';
import type { ServerList } from '../../app/list';

export const jobList: ServerList<JobSummary> = {
  name: 'jobs',
  path: '/api/jobs',
  page: (query) => call(api.GET('/api/jobs', { params: { query } })),
};

export const retryJob = (id: string, once: Once) =>
  call(api.POST('/api/jobs/{id}/retry', { params: { path: { id }, ...once } }));

export const cancelJob = ({ id, reason }: { id: string; reason: string }, once: Once) =>
  call(api.POST('/api/jobs/{id}/cancel', { params: { path: { id }, ...once }, body: { reason } }));
