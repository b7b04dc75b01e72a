import type { StaffMember } from '@anju/api';
import {
  type Column,
  DataList,
  type Filter,
  formatInstant,
  StatusTag,
  staffStatus,
  statusOptions,
} from '@anju/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '../../app/actions';
import { useBranchOptions } from '../../app/codes';
import { Way } from '../../app/links';
import { useList, useUrlSearch } from '../../app/list';
import { Page } from '../../app/Page';
import { PendingApproval } from '../approvals/PendingApproval';
import { HireStaff } from './HireStaff';
import { staffList } from './queries';

const columns: Column<StaffMember>[] = [
  {
    key: 'sign_in_name',
    title: '登录名',
    sortable: true,
    render: ({ sign_in_name }) => sign_in_name,
  },
  {
    key: 'name',
    title: '姓名',
    render: ({ staff_id, name }) => (
      <Way to="/staff/$staffId" params={{ staffId: staff_id }}>
        {name}
      </Way>
    ),
  },
  { key: 'branch', title: '管理部', render: ({ branch_name }) => branch_name ?? '全中心' },
  {
    key: 'department',
    title: '科室',
    spare: true,
    render: ({ department_name }) => department_name ?? '–',
  },
  {
    key: 'roles',
    title: '角色',
    wraps: true,
    render: ({ roles }) => roles.map(({ name }) => name).join('、') || '无',
  },
  { key: 'phone', title: '电话', render: ({ phone }) => phone ?? '–' },
  {
    key: 'status',
    title: '状态',
    render: ({ status }) => <StatusTag status={status} words={staffStatus} />,
  },
  { key: 'added_at', title: '新增时间', render: ({ added_at }) => formatInstant(added_at) },
  {
    key: 'left_at',
    title: '离职时间',
    spare: true,
    render: ({ left_at }) => (left_at ? formatInstant(left_at) : '–'),
  },
];

/** 工作人员: who works or worked for the centre, where and with which roles. */
export function StaffList() {
  const [search, onSearch] = useUrlSearch();
  const [hiring, setHiring] = useState(false);
  const page = useList(staffList, search);
  const branches = useBranchOptions();
  const mayHire = useMay('staff.add');
  const filters: Filter[] = [
    { kind: 'text', name: 'name.contains', label: '姓名', hint: '其中几个字' },
    { kind: 'text', name: 'sign_in_name.contains', label: '登录名', width: 124 },
    { kind: 'choice', name: 'branch_id', label: '管理部', options: branches },
    { kind: 'choice', name: 'status', label: '状态', options: statusOptions(staffStatus) },
  ];
  const hire = mayHire && (
    <Button type="primary" onClick={() => setHiring(true)}>
      新增工作人员
    </Button>
  );
  return (
    <Page title="工作人员" actions={hire}>
      <PendingApproval of={{ business: 'staff.assign' }} />
      <DataList
        name="staff"
        label="工作人员"
        columns={columns}
        rowKey={({ staff_id }) => staff_id}
        filters={filters}
        search={search}
        onSearch={onSearch}
        page={page}
        empty="还没有工作人员。"
      />
      {hiring && <HireStaff close={() => setHiring(false)} />}
    </Page>
  );
}
