import { type MobileReason, maxLengths, type SeenDocument } from '@anju/api';
import { mobileReason, ProblemAlert, seenDocument, statusOptions } from '@anju/ui';
import { App, Button, Drawer, Form, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { useMay } from '../../app/actions';
import { useChange } from '../../app/change';
import { showFindings } from '../../app/findings';
import { need } from '../employers/fields';
import { changeMobile } from './queries';

type Values = { mobile: string; reason: MobileReason; document: SeenDocument; note?: string };

const FIELDS = ['mobile', 'reason', 'document', 'note'] as const;

type Props = {
  no: string;
  /** The number on file, masked; null where there is none. */
  mobile: string | null;
};

/** 变更手机号码, at the counter and before a document: the number opens the member's hall. */
export function ChangeMobile({ no, mobile }: Props) {
  const [isAsking, setIsAsking] = useState(false);
  if (!useMay('member.change_mobile')) return null;
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>变更手机号码</Button>
      {isAsking && <MobileForm no={no} mobile={mobile} close={() => setIsAsking(false)} />}
    </>
  );
}

/** Nothing of it is kept as a draft: the number is the member's. */
function MobileForm({ no, mobile, close }: Props & { close: () => void }) {
  const [form] = Form.useForm<Values>();
  const { message } = App.useApp();
  const reason = Form.useWatch('reason', form);
  const change = useChange(changeMobile);
  const submit = ({ note, ...asked }: Values) =>
    change.mutate(
      { no, ...asked, note: note?.trim() || null },
      {
        onSuccess: () => {
          message.success('已变更手机号码，并已短信通知');
          close();
        },
        onError: (error) => showFindings(form, error, FIELDS),
      },
    );
  return (
    <Drawer open title="变更手机号码" size={560} onClose={close} destroyOnHidden>
      <p>
        登记的手机号码：{mobile ?? '未登记'}
        。变更后，缴存人凭新号码登录个人网厅，已登录的会话立即退出； 新旧号码都会收到短信。
      </p>
      {change.error ? <ProblemAlert error={change.error} fields={FIELDS} /> : null}
      <Form
        form={form}
        noValidate
        layout="vertical"
        initialValues={{ reason: mobile ? 'replaced' : 'recorded' }}
        onFinish={submit}
      >
        <Form.Item name="mobile" label="新手机号码" rules={[need('新手机号码')]}>
          <Input inputMode="tel" autoComplete="off" autoFocus />
        </Form.Item>
        <Form.Item name="reason" label="变更原因" rules={[need('变更原因')]}>
          <Select options={statusOptions(mobileReason)} />
        </Form.Item>
        <Form.Item name="document" label="核验材料" rules={[need('核验材料')]}>
          <Select options={statusOptions(seenDocument)} placeholder="已核验的原件" />
        </Form.Item>
        <Form.Item
          name="note"
          label="说明"
          rules={reason === 'other' ? [{ ...need('说明'), whitespace: true }] : []}
        >
          <Input maxLength={maxLengths.MobileChange.note} showCount />
        </Form.Item>
        <Space>
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            变更
          </Button>
          <Button onClick={close}>返回</Button>
        </Space>
      </Form>
    </Drawer>
  );
}
