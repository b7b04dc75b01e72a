import { AMOUNT_UNREADABLE, MoneyInput, readable } from '@anju/ui';
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Form, InputNumber, Select } from 'antd';
import { useRoleOptions } from '../staff/queries';
import { type FlowTyped, fromFault, LONGEST_TERM_DAYS, MOST_STEPS, NO_APPROVAL } from './flow';
import './flow.css';

/** The steps of a flow: added, removed, put in order. */
export function StepFields({ byAmount }: { byAmount: boolean }) {
  const roles = useRoleOptions();
  const form = Form.useFormInstance<FlowTyped>();
  // What was wrong in the order before isn't in the new one; sending the form tells anew.
  const forgetOrder = (count: number) =>
    form.setFields(stepNumbers(count).map((name) => ({ name: fromOf(name), errors: [] })));
  return (
    <Form.List name="steps">
      {(fields, { add, remove, move }) => (
        <section className="flow-steps" aria-label="审批环节">
          <h3>审批环节</h3>
          {fields.length === 0 && (
            <p className="due">没有环节：自生效日期起，这项业务{NO_APPROVAL}，提交后立即办理。</p>
          )}
          <ol className="plain">
            {fields.map(({ key, name }) => (
              <li key={key} className="flow-step" aria-label={`第${name + 1}环节`}>
                <span className="flow-step-no">{name + 1}</span>
                <Form.Item
                  name={[name, 'role']}
                  label="办理角色"
                  rules={[{ required: true, message: '请选择角色' }]}
                >
                  <Select options={roles} showSearch optionFilterProp="label" />
                </Form.Item>
                {byAmount && (
                  <Form.Item
                    name={[name, 'from_fen']}
                    label="起办金额（不填为全部）"
                    validateTrigger="onBlur"
                    dependencies={stepNumbers(name).map(fromOf)}
                    rules={[readable(AMOUNT_UNREADABLE), inOrder(name)]}
                  >
                    <MoneyInput />
                  </Form.Item>
                )}
                <Form.Item
                  name={[name, 'term_days']}
                  label="期限"
                  rules={[
                    {
                      required: true,
                      type: 'integer',
                      min: 1,
                      max: LONGEST_TERM_DAYS,
                      message: `应为 1 至 ${LONGEST_TERM_DAYS} 的整数`,
                    },
                  ]}
                >
                  <InputNumber suffix="个工作日" />
                </Form.Item>
                <span className="flow-step-moves">
                  <Button
                    type="text"
                    size="small"
                    aria-label="上移"
                    icon={<ArrowUpOutlined />}
                    disabled={name === 0}
                    onClick={() => {
                      move(name, name - 1);
                      forgetOrder(fields.length);
                    }}
                  />
                  <Button
                    type="text"
                    size="small"
                    aria-label="下移"
                    icon={<ArrowDownOutlined />}
                    disabled={name === fields.length - 1}
                    onClick={() => {
                      move(name, name + 1);
                      forgetOrder(fields.length);
                    }}
                  />
                  <Button
                    type="text"
                    size="small"
                    danger
                    aria-label="删除"
                    icon={<DeleteOutlined />}
                    onClick={() => {
                      remove(name);
                      forgetOrder(fields.length - 1);
                    }}
                  />
                </span>
              </li>
            ))}
          </ol>
          <Button
            type="dashed"
            block
            disabled={fields.length >= MOST_STEPS}
            onClick={() => add({ term_days: 2 })}
          >
            {fields.length >= MOST_STEPS ? `最多 ${MOST_STEPS} 个环节` : '添加环节'}
          </Button>
        </section>
      )}
    </Form.List>
  );
}

const fromOf = (index: number): ['steps', number, 'from_fen'] => ['steps', index, 'from_fen'];
const stepNumbers = (count: number) => Array.from({ length: count }, (_, index) => index);

/** No step may be asked at a lower amount than one before it. */
const inOrder =
  (index: number) =>
  ({ getFieldValue }: { getFieldValue: (name: string) => unknown }) => ({
    validator: () => {
      const steps = (getFieldValue('steps') ?? []) as NonNullable<FlowTyped['steps']>;
      const fault = fromFault(steps, index);
      return fault === undefined ? Promise.resolve() : Promise.reject(new Error(fault));
    },
  });
