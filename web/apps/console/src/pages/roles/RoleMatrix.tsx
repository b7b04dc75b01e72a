import type { Code, Role } from '@anju/api';
import { type Column, dataScope, WholeList } from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '../../app/actions';
import { useActions } from '../../app/codes';
import { Way } from '../../app/links';
import { useExport, useWorkbook } from '../../app/list';
import { Page, Panel } from '../../app/Page';
import { PendingApproval } from '../approvals/PendingApproval';
import { subjectWord } from '../audit/words';
import { AddRole } from './AddRole';
import { rolesQuery } from './queries';

const holders: Column<Role>[] = [
  { key: 'name', title: '角色', render: ({ name }) => name },
  {
    key: 'data_scope',
    title: '数据范围',
    render: ({ data_scope }) => dataScope[data_scope].label,
  },
  { key: 'actions', title: '操作数', align: 'right', render: ({ actions }) => actions.length },
  { key: 'people', title: '人数', align: 'right', render: ({ staff }) => staff.length },
  { key: 'staff', title: '在职人员', wraps: true, render: (role) => <Holders {...role} /> },
];

function Holders({ staff }: Pick<Role, 'staff'>) {
  if (staff.length === 0) return <>无</>;
  return (
    <span className="names">
      {staff.map(({ staff_id, name }) => (
        <span key={staff_id}>
          <Way to="/staff/$staffId" params={{ staffId: staff_id }}>
            {name}
          </Way>
          {'　'}
        </span>
      ))}
    </span>
  );
}

/** What a role may do, in one word a cell. */
function reach({ actions, data_scope }: Role, action: string): string {
  if (!actions.includes(action)) return '–';
  return data_scope === 'centre' ? '全中心' : '本管理部';
}

function matrixOf(roles: Role[]): Column<Code>[] {
  return [
    {
      key: 'noun',
      title: '业务',
      render: ({ code }) => subjectWord(code.replace(/\..*$/, '')),
    },
    { key: 'label', title: '操作', render: ({ label }) => label },
    { key: 'code', title: '代码', spare: true, render: ({ code }) => code },
    ...roles.map(
      (role): Column<Code> => ({
        key: role.code,
        title: role.name,
        align: 'center',
        render: ({ code }) => reach(role, code),
      }),
    ),
  ];
}

/** 角色: who has which, and what each may do. */
export function RoleMatrix() {
  const roles = useSuspenseQuery(rolesQuery).data.items;
  const exportRoles = useExport('/api/roles');
  const exportGrants = useWorkbook('/api/roles/grants.xlsx', true);
  const actions = useActions();
  // Everyone signs in and out: no role gives it.
  const given = actions.filter(({ code, by_role }) => by_role && !code.startsWith('session.'));
  const mayAdd = useMay('role.add');
  const [adding, setAdding] = useState(false);
  const add = mayAdd && (
    <Button type="primary" onClick={() => setAdding(true)}>
      新增角色
    </Button>
  );
  const byCode = [...given].sort((one, other) => (one.code < other.code ? -1 : 1));
  return (
    <Page title="角色" actions={add}>
      <PendingApproval of={{ business: 'role.add' }} />
      <Panel title="谁有哪个角色">
        <WholeList
          name="roles"
          label="角色"
          columns={holders}
          rows={roles}
          rowKey={({ code }) => code}
          exportTo={exportRoles}
          empty="还没有角色。"
        />
      </Panel>
      <Panel title="各角色可以办理的操作">
        <WholeList
          name="role-matrix"
          label="角色权限表"
          columns={matrixOf(roles)}
          rows={byCode}
          rowKey={({ code }) => code}
          exportTo={exportGrants}
          empty="还没有权限操作。"
        />
      </Panel>
      {adding && <AddRole actions={byCode} close={() => setAdding(false)} />}
    </Page>
  );
}
