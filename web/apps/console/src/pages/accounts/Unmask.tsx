import { maxLengths, type UnmaskedMember } from '@anju/api';
import { ProblemAlert } from '@anju/ui';
import { useMutation } from '@tanstack/react-query';
import { Button, Descriptions, Form, Input, Modal, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useMay } from '../../app/actions';
import { useCodes } from '../../app/codes';
import { showFindings } from '../../app/findings';
import { type Purpose, unmask } from './queries';

/** How long what is whole stays on the screen, in seconds: a desk is left, a screen isn't. */
const SHOWN_S = 60;

/** 查看完整信息: what for and why, then name, document and mobile as they are, for a minute. */
export function Unmask({ no }: { no: string }) {
  const [isAsking, setIsAsking] = useState(false);
  const [whole, setWhole] = useState<UnmaskedMember>();
  if (!useMay('member.unmask')) return null;
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>查看完整信息</Button>
      {isAsking && (
        <ReasonDialog
          no={no}
          close={() => setIsAsking(false)}
          onWhole={(answer) => {
            setIsAsking(false);
            setWhole(answer);
          }}
        />
      )}
      {whole && <Whole member={whole} close={() => setWhole(undefined)} />}
    </>
  );
}

type Asked = { purpose: Purpose; reason: string };
const FIELDS = ['purpose', 'reason'] as const;

type DialogProps = {
  no: string;
  close: () => void;
  onWhole: (member: UnmaskedMember) => void;
};

function ReasonDialog({ no, close, onWhole }: DialogProps) {
  const [form] = Form.useForm<Asked>();
  const { options } = useCodes();
  const ask = useMutation({ mutationFn: (asked: Asked) => unmask(no, asked), gcTime: 0 });
  const submit = (asked: Asked) =>
    ask.mutate(asked, {
      onSuccess: onWhole,
      onError: (error) => showFindings(form, error, FIELDS),
    });
  return (
    <Modal
      open
      title="查看完整信息"
      okText="查看"
      cancelText="返回"
      okButtonProps={{ loading: ask.isPending }}
      onOk={form.submit}
      onCancel={close}
    >
      <p className="hint">姓名、证件号码和手机号码完整显示 {SHOWN_S} 秒。用途和原因记入审计。</p>
      {ask.error ? <ProblemAlert error={ask.error} fields={FIELDS} /> : null}
      <Form form={form} noValidate layout="vertical" onFinish={submit}>
        <Form.Item name="purpose" label="用途" rules={[{ required: true, message: '请选择用途' }]}>
          <Select options={options('unmask_purpose')} />
        </Form.Item>
        <Form.Item
          name="reason"
          label="原因"
          rules={[{ required: true, whitespace: true, message: '请填写原因' }]}
          extra="如办理的业务、来访人；不要写证件号码"
        >
          <Input maxLength={maxLengths.Unmasking.reason} autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** What was answered, until its time is over or it is closed; nothing keeps it afterwards. */
function Whole({ member, close }: { member: UnmaskedMember; close: () => void }) {
  const { labelOf } = useCodes();
  const left = useCountdown(SHOWN_S, close);
  const rows: [string, string][] = [
    ['姓名', member.name],
    ['证件类型', labelOf('id_kind', member.id_kind)],
    ['证件号码', member.id_number],
    ['手机号码', member.mobile ?? '–'],
  ];
  return (
    <Modal
      open
      title="完整信息"
      footer={<Button onClick={close}>关闭（{left} 秒后自动关闭）</Button>}
      onCancel={close}
    >
      <Descriptions
        size="small"
        column={1}
        items={rows.map(([label, value]) => ({
          key: label,
          label,
          children: <span className={label === '姓名' ? undefined : 'id-number'}>{value}</span>,
        }))}
      />
    </Modal>
  );
}

/** Seconds left, told each second; at the end `over` is called, once. */
function useCountdown(seconds: number, over: () => void): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const each = setInterval(() => setLeft((before) => before - 1), 1_000);
    return () => clearInterval(each);
  }, []);
  const isOver = left <= 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever draws this makes `over` anew each time
  useEffect(() => {
    if (isOver) over();
  }, [isOver]);
  return left;
}
