import { maxLengths, type PolicyChange, type PolicyItem } from '@anju/api';
import {
  DateInput,
  dated,
  dateInBeijing,
  findingsByField,
  notBefore,
  ProblemAlert,
  problemIn,
} from '@anju/ui';
import { Button, Drawer, Form, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { useChange } from '../../app/change';
import { DraftNote } from '../../app/DraftNote';
import { draftOf } from '../../app/draft';
import { useSaying } from '../../app/pending';
import { ResolutionField } from '../committee/ResolutionField';
import { need, withoutBlanks } from '../employers/fields';
import { changePolicy } from './queries';
import { suffixOf, valueRule, valueSent } from './value';

const FIELDS = [
  'value',
  'effective_from',
  'source_title',
  'source_number',
  'source_date',
  'resolution_id',
  'note',
  'reason',
] as const;
const LENGTHS = maxLengths.PolicyChange;

type Values = Partial<PolicyChange>;

/** 登记新版本: the value from a day on, and the document that says so. */
export function ChangePolicy({ item, close }: { item: PolicyItem; close: () => void }) {
  const [form] = Form.useForm<Values>();
  const say = useSaying();
  const [draft] = useState(() => draftOf<Values>(`policy-${item.key}`));
  const change = useChange(changePolicy);

  const submit = (values: Values) => {
    // The rules have let it through.
    const body = withoutBlanks(values) as PolicyChange;
    body.value = valueSent(item.kind, body.value);
    change.mutate(
      { key: item.key, body },
      {
        onSuccess: (answer) => {
          say(answer, `已登记，自 ${body.effective_from} 起生效`);
          draft.drop();
          close();
        },
        onError: (error) => {
          const { fields } = findingsByField(problemIn(error), FIELDS);
          form.setFields(fields as Parameters<typeof form.setFields>[0]);
        },
      },
    );
  };

  return (
    <Drawer open title={`${item.label}：登记新版本`} size={520} onClose={close} destroyOnHidden>
      {change.error ? <ProblemAlert error={change.error} fields={FIELDS} /> : null}
      <Form
        form={form}
        layout="vertical"
        {...(draft.kept ? { initialValues: draft.kept } : {})}
        onValuesChange={(_changed, values) => draft.keep(values)}
        onFinish={submit}
      >
        <div className="form-row">
          <Form.Item
            name="value"
            label="值"
            extra={`现行 ${item.value ?? '未设定'}`}
            rules={[need('值'), valueRule(item.kind)]}
          >
            {item.choices.length > 0 ? (
              <Select options={item.choices} />
            ) : (
              <Input suffix={suffixOf(item)} autoComplete="off" autoFocus />
            )}
          </Form.Item>
          <Form.Item
            name="effective_from"
            label="生效日期"
            {...(item.earliest ? { extra: `不早于 ${item.earliest}` } : {})}
            rules={[
              need('生效日期'),
              dated(),
              notBefore(item.earliest, `生效日期不能早于 ${item.earliest}`),
            ]}
          >
            <DateInput />
          </Form.Item>
        </div>
        <Form.Item
          name="source_title"
          label="文件名称"
          rules={[{ ...need('文件名称'), whitespace: true }]}
        >
          <Input maxLength={LENGTHS.source_title} autoComplete="off" />
        </Form.Item>
        <div className="form-row">
          <Form.Item
            name="source_number"
            label="文号"
            rules={[{ ...need('文号'), whitespace: true }]}
          >
            <Input maxLength={LENGTHS.source_number} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="source_date"
            label="文件日期"
            rules={[need('文件日期'), dated(), notAfterToday]}
          >
            <DateInput />
          </Form.Item>
        </div>
        <ResolutionField required={item.by_committee} />
        <Form.Item name="note" label="条款或说明">
          <Input maxLength={LENGTHS.note} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="reason"
          label="变更原因"
          rules={[{ ...need('变更原因'), whitespace: true }]}
        >
          <Input maxLength={LENGTHS.reason} autoComplete="off" />
        </Form.Item>
        <Space>
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            登记
          </Button>
          <Button onClick={close}>关闭</Button>
        </Space>
        <p>
          <DraftNote done="登记成功" />
        </p>
      </Form>
    </Drawer>
  );
}

const notAfterToday = {
  validator: (_rule: unknown, date: unknown) =>
    typeof date === 'string' && date > dateInBeijing(new Date())
      ? Promise.reject(new Error('文件日期不能晚于今天'))
      : Promise.resolve(),
};
