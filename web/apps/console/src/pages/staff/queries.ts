import { api, call, type Hiring, type StaffAssignment, type StaffMember } from '@anju/api';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMay } from '../../app/actions';
import type { Once } from '../../app/change';
import type { ServerList } from '../../app/list';
import { rolesQuery } from '../roles/queries';

export const staffList: ServerList<StaffMember> = {
  name: 'staff',
  path: '/api/staff',
  page: (query) => call(api.GET('/api/staff', { params: { query } })),
};

export const staffQuery = (id: string) =>
  queryOptions({
    queryKey: ['staff', id],
    queryFn: () => call(api.GET('/api/staff/{id}', { params: { path: { id } } })),
  });

/** The staff, those who left included, as choices; none for those who may not see them. */
export function useStaffOptions(): { value: string; label: string }[] {
  const staff = useQuery({
    queryKey: ['staff', 'options'],
    queryFn: () => staffList.page({ limit: 200 }),
    enabled: useMay('staff.read'),
  });
  const items = staff.data?.items ?? [];
  return items.map(({ staff_id, name, sign_in_name }) => ({
    value: staff_id,
    label: `${name}（${sign_in_name}）`,
  }));
}

/** The roles as choices. */
export function useRoleOptions(): { value: string; label: string }[] {
  const roles = useQuery({ ...rolesQuery, enabled: useMay('role.read') }).data?.items ?? [];
  return roles.map(({ code, name }) => ({ value: code, label: name }));
}

/** How one of the staff signs in. */
export const signInsQuery = (id: string) =>
  queryOptions({
    queryKey: ['staff', id, 'sign-ins'],
    queryFn: () => call(api.GET('/api/staff/{id}/sign-ins', { params: { path: { id } } })),
  });

export const unlock = (id: string, once: Once) =>
  call(api.POST('/api/staff/{id}/unlock', { params: { path: { id }, ...once } }));

export const endSessions = (id: string, once: Once) =>
  call(api.POST('/api/staff/{id}/end-sessions', { params: { path: { id }, ...once } }));

export const resetSecondFactor = (id: string, once: Once) =>
  call(api.POST('/api/staff/{id}/reset-second-factor', { params: { path: { id }, ...once } }));

export const hireStaff = (body: Hiring, once: Once) =>
  call(api.POST('/api/staff', { params: once, body }));

type Moving = { id: string; assignment: StaffAssignment };

export const changeStaff = ({ id, assignment }: Moving, once: Once) =>
  call(api.POST('/api/staff/{id}/change', { params: { path: { id }, ...once }, body: assignment }));

export const leaveStaff = (id: string, once: Once) =>
  call(api.POST('/api/staff/{id}/leave', { params: { path: { id }, ...once } }));

export const resetPassword = (id: string, once: Once) =>
  call(api.POST('/api/staff/{id}/reset-password', { params: { path: { id }, ...once } }));
