import { type Code, maxLengths, type NewRole } from '@anju/api';
import { dataScope, ProblemAlert, statusOptions } from '@anju/ui';
import { Button, Drawer, Form, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { useChange } from '../../app/change';
import { DraftNote } from '../../app/DraftNote';
import { draftOf } from '../../app/draft';
import { showFindings } from '../../app/findings';
import { useSaying } from '../../app/pending';
import { subjectWord } from '../audit/words';
import { need } from '../employers/fields';
import { addRole } from './queries';

const FIELDS = ['code', 'name', 'data_scope', 'actions'] as const;
const LENGTHS = maxLengths.NewRole;

const codeRule = {
  pattern: /^[A-Za-z0-9_-]{1,32}$/,
  message: '角色代码应为 1 至 32 个字母、数字、“_”或“-”',
};

/** The actions by business, as choices. */
function choices(actions: readonly Code[]) {
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const { code, label } of actions) {
    const business = subjectWord(code.replace(/\..*$/, ''));
    groups.set(business, [...(groups.get(business) ?? []), { value: code, label }]);
  }
  return [...groups].map(([label, options]) => ({ label, options }));
}

/** 新增角色: a role never changes, so that what was approved of it stands. */
export function AddRole({ actions, close }: { actions: readonly Code[]; close: () => void }) {
  const [form] = Form.useForm<NewRole>();
  const [draft] = useState(() => draftOf<Partial<NewRole>>('add-role'));
  const say = useSaying();
  const add = useChange(addRole);
  const submit = (body: NewRole) =>
    add.mutate(body, {
      onSuccess: (answer) => {
        draft.drop();
        say(answer, `已新增角色“${body.name.trim()}”`);
        close();
      },
      onError: (error) => showFindings(form, error, FIELDS),
    });
  return (
    <Drawer open title="新增角色" size={520} onClose={close} destroyOnHidden>
      {add.error ? <ProblemAlert error={add.error} fields={FIELDS} /> : null}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ data_scope: 'own_branch', ...draft.kept }}
        onValuesChange={(_changed, values) => draft.keep(values)}
        onFinish={submit}
      >
        <div className="form-row">
          <Form.Item
            name="name"
            label="角色名称"
            rules={[{ ...need('角色名称'), whitespace: true }]}
          >
            <Input maxLength={LENGTHS.name} autoComplete="off" />
          </Form.Item>
          <Form.Item name="code" label="角色代码" rules={[need('角色代码'), codeRule]}>
            <Input maxLength={LENGTHS.code} autoComplete="off" />
          </Form.Item>
        </div>
        <Form.Item name="data_scope" label="数据范围" rules={[need('数据范围')]}>
          <Select options={statusOptions(dataScope)} />
        </Form.Item>
        <Form.Item
          name="actions"
          label="可以办理的操作"
          extra="同一角色的操作只能属于系统管理、安全管理、审计管理、业务办理中的一类；新增后不能修改，需要其他权限时另建角色"
          rules={[{ required: true, type: 'array', min: 1, message: '请至少选择一项操作' }]}
        >
          <Select mode="multiple" options={choices(actions)} optionFilterProp="label" />
        </Form.Item>
        <Space>
          <Button type="primary" htmlType="submit" loading={add.isPending}>
            新增角色
          </Button>
          <DraftNote done="新增角色" />
        </Space>
      </Form>
    </Drawer>
  );
}
