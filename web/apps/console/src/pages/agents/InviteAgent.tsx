import { isMobile, ProblemAlert } from '@anju/ui';
import { Alert, Checkbox, Form, Input, Modal, Radio, Typography } from 'antd';
import { useState } from 'react';
import { useChange } from '../../app/change';
import { showFindings } from '../../app/findings';
import { need } from '../employers/fields';
import { inviteAgent } from './queries';

const FIELDS = ['name', 'mobile'] as const;

type Values = {
  who: 'registered' | 'other';
  name?: string;
  mobile?: string;
  is_lead: boolean;
  by_message: boolean;
};

const INITIAL: Values = { who: 'registered', is_lead: true, by_message: false };

type Props = { employerId: string; close: () => void };

/** 邀请经办人: the one registered with the employer, or another. A code to hand over is shown once. */
export function InviteAgent({ employerId, close }: Props) {
  const [form] = Form.useForm<Values>();
  const who = Form.useWatch('who', form) ?? INITIAL.who;
  const invite = useChange(inviteAgent);
  const [invited, setInvited] = useState<{ code: string | null | undefined; sent: boolean }>();
  const submit = ({ name = '', mobile = '', is_lead, by_message }: Values) => {
    const other = who === 'other' ? { name, mobile } : {};
    invite.mutate(
      { id: employerId, body: { ...other, is_lead, by_message } },
      {
        onSuccess: ({ invitation_code: code }) => setInvited({ code, sent: by_message }),
        onError: (error) => showFindings(form, error, FIELDS),
      },
    );
  };
  if (invited) return <Invited {...invited} close={close} />;
  return (
    <Modal
      open
      title="邀请经办人"
      okText="邀请"
      cancelText="返回"
      okButtonProps={{ loading: invite.isPending }}
      onOk={form.submit}
      onCancel={close}
    >
      {invite.error ? <ProblemAlert error={invite.error} fields={FIELDS} /> : null}
      <Form<Values> form={form} layout="vertical" initialValues={INITIAL} onFinish={submit}>
        <Form.Item name="who" label="邀请谁">
          <Radio.Group
            options={[
              { value: 'registered', label: '单位登记的经办人' },
              { value: 'other', label: '其他人' },
            ]}
          />
        </Form.Item>
        {who === 'other' && (
          <>
            <Form.Item name="name" label="姓名" rules={[need('姓名')]}>
              <Input autoComplete="off" />
            </Form.Item>
            <Form.Item name="mobile" label="手机号码" rules={[need('手机号码'), mobileRule]}>
              <Input inputMode="tel" autoComplete="off" />
            </Form.Item>
          </>
        )}
        <Form.Item name="is_lead" valuePropName="checked">
          <Checkbox>主办：可以邀请和终止本单位的其他经办人</Checkbox>
        </Form.Item>
        <Form.Item name="by_message" label="邀请码">
          <Radio.Group
            options={[
              { value: false, label: '显示在这里，当面交给本人' },
              { value: true, label: '用短信发给本人' },
            ]}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}

const mobileRule = {
  validator: (_: unknown, text: string | undefined) =>
    !text || isMobile(text) ? Promise.resolve() : Promise.reject(new Error('手机号码应为11位数字')),
};

/** The code is shown here and can't be read anywhere again. */
function Invited(props: { code: string | null | undefined; sent: boolean; close: () => void }) {
  const { code, sent, close } = props;
  const told = sent ? '邀请码已用短信发给本人。' : '邀请码只在第一次应答时显示，请重新邀请。';
  return (
    <Modal open title="已邀请" okText="知道了" onOk={close} onCancel={close} footer={okOnly}>
      <Alert
        role="status"
        type={code || sent ? 'success' : 'warning'}
        showIcon
        title="邀请7日内有效，在网上大厅“接受邀请”处填写。"
        description={
          code ? (
            <>
              邀请码{' '}
              <Typography.Text code copyable>
                {code}
              </Typography.Text>
              <br />
              只显示这一次，请当面交给本人。
            </>
          ) : (
            told
          )
        }
      />
    </Modal>
  );
}

const okOnly = (_: React.ReactNode, { OkBtn }: { OkBtn: React.FC }) => <OkBtn />;
