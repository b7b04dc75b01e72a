import type { StaffAssignment, StaffMember } from '@anju/api';
import { findingsByField, ProblemAlert, problemIn } from '@anju/ui';
import { Form, Modal } from 'antd';
import { useState } from 'react';
import { useChange } from '../../app/change';
import { DraftNote } from '../../app/DraftNote';
import { draftOf } from '../../app/draft';
import { useSaying } from '../../app/pending';
import { withoutBlanks } from '../employers/fields';
import { AssignmentFields } from './AssignmentFields';
import { changeStaff } from './queries';

const FIELDS = ['branch_id', 'department_id', 'roles'] as const;

/** 调整岗位和角色 of someone else: it holds from their next request on, or once it is approved. */
export function ChangeAssignment({ staff, close }: { staff: StaffMember; close: () => void }) {
  const [form] = Form.useForm<Partial<StaffAssignment>>();
  const say = useSaying();
  const [draft] = useState(() =>
    draftOf<Partial<StaffAssignment>>(`change-staff-${staff.staff_id}`),
  );
  const change = useChange(changeStaff);
  const { branch_id, department_id } = staff;
  const now = { branch_id, department_id, roles: staff.roles.map(({ code }) => code) };
  const end = () => {
    draft.drop();
    close();
  };
  const submit = (values: Partial<StaffAssignment>) => {
    const assignment = { ...withoutBlanks(values), roles: values.roles ?? [] };
    change.mutate(
      { id: staff.staff_id, assignment },
      {
        onSuccess: (answer) => {
          say(answer, '已调整，从其下一次操作起生效');
          end();
        },
        onError: (error) => {
          const { fields } = findingsByField(problemIn(error), FIELDS);
          form.setFields(fields as Parameters<typeof form.setFields>[0]);
        },
      },
    );
  };
  return (
    <Modal
      open
      title={`调整${staff.name}的岗位和角色`}
      okText="调整"
      cancelText="返回"
      okButtonProps={{ loading: change.isPending }}
      onOk={form.submit}
      onCancel={close}
    >
      {change.error ? <ProblemAlert error={change.error} fields={FIELDS} /> : null}
      <Form
        form={form}
        layout="vertical"
        initialValues={draft.kept ?? now}
        onValuesChange={(_changed, values) => draft.keep(values)}
        onFinish={submit}
      >
        <AssignmentFields />
      </Form>
      <DraftNote done="调整完成" />
    </Modal>
  );
}
