import type { StaffMember } from '@anju/api';
import { formatInstant, ProblemAlert, StatusTag, staffStatus } from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useMay } from '../../app/actions';
import { useChange } from '../../app/change';
import { ButtonLink, Way } from '../../app/links';
import { type Fact, Page, Panel } from '../../app/Page';
import { useSession } from '../../app/session';
import { PendingApproval } from '../approvals/PendingApproval';
import { ChangeAssignment } from './ChangeAssignment';
import { FirstPassword } from './FirstPassword';
import { leaveStaff, resetPassword, staffQuery } from './queries';
import { StaffSignIns } from './StaffSignIns';

function factsOf(staff: StaffMember): Fact[] {
  const facts: Fact[] = [
    { label: '登录名', value: staff.sign_in_name },
    { label: '管理部', value: staff.branch_name ?? '全中心' },
    { label: '科室', value: staff.department_name ?? '–' },
    { label: '电话', value: staff.phone ?? '–' },
    { label: '新增时间', value: formatInstant(staff.added_at) },
  ];
  if (staff.left_at) facts.push({ label: '离职时间', value: formatInstant(staff.left_at) });
  return facts;
}

/** One of the staff: where they work, with which roles, and what an administrator may change. */
export function StaffDetail() {
  const { staffId } = useParams({ from: '/desk/staff/$staffId' });
  const staff = useSuspenseQuery(staffQuery(staffId)).data;
  const mayReadTrail = useMay('audit.read');
  const maySeeSignIns = useMay('session.read');
  const isOneself = useSession()?.staff_id === staff.staff_id;
  return (
    <StaffPage staff={staff}>
      <PendingApproval of={{ subject_id: staff.staff_id }} />
      <Panel title="角色">
        {staff.roles.length === 0 ? (
          '尚未分配角色，不能办理任何业务，请由安全管理员分配。'
        ) : (
          <Roles staff={staff} />
        )}
        {isOneself && <div className="hint">本人的岗位和角色由其他管理员变更。</div>}
      </Panel>
      {maySeeSignIns && <StaffSignIns staff={staff} />}
      {mayReadTrail && (
        <Panel title="审计记录">
          <Way to="/audit" search={{ actor: `staff:${staff.staff_id}` }}>
            {staff.name}办理的操作
          </Way>
          {'　'}
          <Way to="/audit" search={{ subject_kind: 'staff', subject_id: staff.staff_id }}>
            对{staff.name}的登记和变更
          </Way>
        </Panel>
      )}
    </StaffPage>
  );
}

function Roles({ staff }: { staff: StaffMember }) {
  return (
    <ul className="plain">
      {staff.roles.map(({ code, name }) => (
        <li key={code}>
          <Way to="/roles">{name}</Way>
        </li>
      ))}
    </ul>
  );
}

type StaffPageProps = { staff: StaffMember; children: React.ReactNode };

/** The head of the page, with what may be done. */
function StaffPage({ staff, children }: StaffPageProps) {
  const { modal, message } = App.useApp();
  const [changing, setChanging] = useState(false);
  const leave = useChange(leaveStaff);
  const reset = useChange(resetPassword);
  const may = (verb: string) => staff.can.includes(verb);

  const askToLeave = () =>
    modal.confirm({
      title: `登记${staff.name}离职？`,
      content: '立即退出其所有登录，此后不能再登录；办理过的业务和记录保留。不能撤销。',
      okText: '登记离职',
      okButtonProps: { danger: true },
      onOk: () =>
        leave.mutateAsync(staff.staff_id).then(
          () => message.success('已登记离职'),
          () => undefined,
        ),
    });
  const askToReset = () =>
    modal.confirm({
      title: `重置${staff.name}的密码？`,
      content: '原密码立即失效，其所有登录一并退出。新的初始密码只显示一次。',
      okText: '重置密码',
      onOk: () => reset.mutateAsync(staff.staff_id).catch(() => undefined),
    });
  const actions = (
    <>
      {may('leave') && (
        <Button danger onClick={askToLeave}>
          登记离职
        </Button>
      )}
      {may('reset_password') && <Button onClick={askToReset}>重置密码</Button>}
      {may('change') && (
        <Button type="primary" onClick={() => setChanging(true)}>
          调整岗位和角色
        </Button>
      )}
      <ButtonLink to="/staff">返回列表</ButtonLink>
    </>
  );
  return (
    <Page
      title={staff.name}
      tag={<StatusTag status={staff.status} words={staffStatus} />}
      facts={factsOf(staff)}
      actions={actions}
    >
      {leave.error ? <ProblemAlert error={leave.error} /> : null}
      {reset.error ? <ProblemAlert error={reset.error} /> : null}
      {reset.data && may('reset_password') && (
        <FirstPassword title="密码已重置" password={reset.data.initial_password} />
      )}
      {children}
      {changing && <ChangeAssignment staff={staff} close={() => setChanging(false)} />}
    </Page>
  );
}
