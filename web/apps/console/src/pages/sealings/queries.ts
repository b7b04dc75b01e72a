import { api, call, type NewSealing } from '@anju/api';
import type { Once } from '../../app/change';

export const sealAccounts = (body: NewSealing, once: Once) =>
  call(api.POST('/api/sealings', { params: once, body }));
