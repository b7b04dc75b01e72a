import { type AuditEvent, api, call } from '@anju/api';
import type { ServerList } from '../../app/list';

export const auditList: ServerList<AuditEvent> = {
  name: 'audit-events',
  path: '/api/audit-events',
  page: (query) => call(api.GET('/api/audit-events', { params: { query } })),
};
