import { type Hired, type Hiring, maxLengths } from '@anju/api';
import { findingsByField, ProblemAlert, problemIn } from '@anju/ui';
import { Button, Drawer, Form, Input, Space } from 'antd';
import { useState } from 'react';
import { useChange } from '../../app/change';
import { DraftNote } from '../../app/DraftNote';
import { draftOf } from '../../app/draft';
import { Way } from '../../app/links';
import { need, withoutBlanks } from '../employers/fields';
import { PlaceFields } from './AssignmentFields';
import { FirstPassword } from './FirstPassword';
import { hireStaff } from './queries';

const FIELDS = ['name', 'sign_in_name', 'phone', 'branch_id', 'department_id'] as const;
const LENGTHS = maxLengths.Hiring;

const draft = draftOf<Partial<Hiring>>('hire-staff');

const signInNameRule = {
  pattern: /^[\p{L}\p{N}._-]{2,32}$/u,
  message: '登录名应为 2 至 32 个文字、字母、数字、“.”、“_”或“-”',
};
const phoneRule = { pattern: /^[\d+-]{5,20}$/, message: '电话应为 5 至 20 位数字，可带“-”' };

/** 新增工作人员: the password to begin with is shown once, here. */
export function HireStaff({ close }: { close: () => void }) {
  const [form] = Form.useForm<Partial<Hiring>>();
  const [hired, setHired] = useState<Hired & { name: string }>();
  const hire = useChange(hireStaff);

  const empty = () => {
    draft.drop();
    // Not resetFields: that would bring back the draft the form began with.
    form.setFieldsValue(Object.fromEntries(FIELDS.map((name) => [name, undefined])));
  };

  const submit = (values: Partial<Hiring>) => {
    setHired(undefined);
    // The rules have let it through.
    const body = withoutBlanks(values) as Hiring;
    hire.mutate(body, {
      onSuccess: (answer) => {
        setHired({ ...answer, name: body.name });
        empty();
      },
      onError: (error) => {
        const { fields } = findingsByField(problemIn(error), FIELDS);
        form.setFields(fields as Parameters<typeof form.setFields>[0]);
      },
    });
  };

  return (
    <Drawer open title="新增工作人员" size={520} onClose={close} destroyOnHidden>
      {hired && (
        <FirstPassword
          title={
            <>
              已新增
              <Way to="/staff/$staffId" params={{ staffId: hired.staff_id }}>
                {hired.name}
              </Way>
            </>
          }
          password={hired.initial_password}
        />
      )}
      {hire.error ? <ProblemAlert error={hire.error} fields={FIELDS} /> : null}
      <Form
        form={form}
        layout="vertical"
        {...(draft.kept ? { initialValues: draft.kept } : {})}
        onValuesChange={(_changed, values) => draft.keep(values)}
        onFinish={submit}
      >
        <div className="form-row">
          <Form.Item name="name" label="姓名" rules={[{ ...need('姓名'), whitespace: true }]}>
            <Input maxLength={LENGTHS.name} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="sign_in_name"
            label="登录名"
            rules={[need('登录名'), signInNameRule]}
            extra="不分大小写，登记后不再更改"
          >
            <Input maxLength={LENGTHS.sign_in_name} autoComplete="off" />
          </Form.Item>
        </div>
        <Form.Item name="phone" label="电话" rules={[phoneRule]} extra="加密保存，显示时只留首尾">
          <Input maxLength={LENGTHS.phone} inputMode="tel" autoComplete="off" />
        </Form.Item>
        <PlaceFields />
        <p className="hint">新增后还没有角色，须由安全管理员分配，本人才能办理业务。</p>
        <Space>
          <Button type="primary" htmlType="submit" loading={hire.isPending}>
            新增
          </Button>
          <Button onClick={empty}>清空</Button>
          <Button onClick={close}>关闭</Button>
        </Space>
        <p>
          <DraftNote done="新增成功" />
        </p>
      </Form>
    </Drawer>
  );
}
