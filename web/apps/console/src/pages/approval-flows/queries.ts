import { type ApprovalFlowChange, api, call } from '@anju/api';
import { queryOptions } from '@tanstack/react-query';
import type { Once } from '../../app/change';

/** The businesses that can be made to need approval, and every flow that was set. */
export const flowsQuery = queryOptions({
  queryKey: ['approval-flows'],
  queryFn: () => call(api.GET('/api/approval-flows')),
});

export const setFlow = (body: ApprovalFlowChange, once: Once) =>
  call(api.POST('/api/approval-flows', { params: once, body }));
