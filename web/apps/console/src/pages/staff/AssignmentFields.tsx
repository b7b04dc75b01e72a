import { Form, Select } from 'antd';
import { useBranchOptions, useDepartmentOptions } from '../../app/codes';
import { useRoleOptions } from './queries';

/** Where a staff member works. */
export function PlaceFields() {
  const branches = useBranchOptions();
  const departments = useDepartmentOptions();
  return (
    <div className="form-row">
      <Form.Item name="branch_id" label="管理部" extra="留空为全中心的工作人员">
        <Select options={branches} allowClear placeholder="全中心" />
      </Form.Item>
      {departments.length > 0 && (
        <Form.Item name="department_id" label="科室">
          <Select options={departments} allowClear placeholder="不分科室" />
        </Form.Item>
      )}
    </div>
  );
}

/** Where a staff member works and which roles they have. */
export function AssignmentFields() {
  const roles = useRoleOptions();
  return (
    <>
      <PlaceFields />
      <Form.Item
        name="roles"
        label="角色"
        extra="数据范围为“本管理部”的角色，须同时选定管理部"
        rules={[{ required: true, type: 'array', min: 1, message: '请至少选择一个角色' }]}
      >
        <Select mode="multiple" options={roles} optionFilterProp="label" />
      </Form.Item>
    </>
  );
}
