import { type AgentEnd, type AgentInvitation, api, call } from '@anju/api';
import { queryOptions } from '@tanstack/react-query';
import type { Once } from '../../app/change';

/** Who acts for an employer in its hall, those that act or are awaited first. */
export const agentsQuery = (employerId: string) =>
  queryOptions({
    queryKey: ['employers', employerId, 'agents'],
    queryFn: () =>
      call(api.GET('/api/employers/{id}/agents', { params: { path: { id: employerId } } })),
  });

type Inviting = { id: string; body: AgentInvitation };

export const inviteAgent = ({ id, body }: Inviting, once: Once) =>
  call(api.POST('/api/employers/{id}/agents', { params: { path: { id }, ...once }, body }));

type Ending = { id: string; body: AgentEnd };

export const endAgent = ({ id, body }: Ending, once: Once) =>
  call(api.POST('/api/agents/{id}/end', { params: { path: { id }, ...once }, body }));
