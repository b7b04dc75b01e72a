import { type Approval, type ApprovalStatus, maxLengths } from '@anju/api';
import { ProblemAlert } from '@anju/ui';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useChange } from '../../app/change';
import { DraftNote } from '../../app/DraftNote';
import { draftOf } from '../../app/draft';
import { need } from '../employers/fields';
import { approve, giveBack, withdrawApproval } from './queries';
import { stepNext } from './steps';

/** What the person before the screen may do with a request, as buttons. */
export function Decide({ approval }: { approval: Approval }) {
  const [verb, setVerb] = useState<'approve' | 'give_back'>();
  const may = (what: string) => approval.can.includes(what);
  return (
    <>
      {may('withdraw') && <Withdraw id={approval.approval_id} />}
      {may('give_back') && (
        <Button danger onClick={() => setVerb('give_back')}>
          退回
        </Button>
      )}
      {may('approve') && (
        <Button type="primary" onClick={() => setVerb('approve')}>
          通过
        </Button>
      )}
      {verb && (
        <DecideDialog key={verb} verb={verb} approval={approval} close={() => setVerb(undefined)} />
      )}
    </>
  );
}

type DialogProps = { verb: 'approve' | 'give_back'; approval: Approval; close: () => void };

function DecideDialog({ verb, approval, close }: DialogProps) {
  const id = approval.approval_id;
  const isBack = verb === 'give_back';
  const button = isBack ? '退回' : '通过';
  const [form] = Form.useForm<{ note?: string }>();
  const { message } = App.useApp();
  const [draft] = useState(() => draftOf<{ note?: string }>(`${verb}-approval-${id}`));
  const decide = useChange(isBack ? giveBack : approve);
  const submit = ({ note = '' }: { note?: string }) =>
    decide.mutate(
      { id, note: note.trim() },
      {
        onSuccess: ({ status }) => {
          draft.drop();
          const said = saidOf(status);
          message[said.type](said.words);
          close();
        },
      },
    );
  return (
    <Modal
      open
      title={isBack ? '退回这件审批？' : '通过这件审批？'}
      okText={button}
      cancelText="返回"
      okButtonProps={{ danger: isBack, loading: decide.isPending }}
      onOk={form.submit}
      onCancel={close}
    >
      <p>{approval.summary}</p>
      <p className="hint">{consequenceOf(verb, approval)}</p>
      {decide.error ? <ProblemAlert error={decide.error} /> : null}
      <Form
        form={form}
        layout="vertical"
        {...(draft.kept ? { initialValues: draft.kept } : {})}
        onValuesChange={(_changed, values) => draft.keep(values)}
        onFinish={submit}
      >
        <Form.Item
          name="note"
          label={isBack ? '退回原因' : '意见（可不填）'}
          rules={isBack ? [{ ...need('退回原因'), whitespace: true }] : []}
        >
          <Input.TextArea
            rows={3}
            maxLength={isBack ? maxLengths.ApprovalReturn.note : maxLengths.ApprovalNote.note}
            showCount
            autoFocus
          />
        </Form.Item>
      </Form>
      <DraftNote done="办理完成" />
    </Modal>
  );
}

/** What follows from a decision, said before it is made. */
function consequenceOf(verb: DialogProps['verb'], approval: Approval): string {
  if (verb === 'give_back') return '这件审批到此结束，不予办理；提交人可以改好后重新提交。';
  const next = stepNext(approval);
  return next
    ? `通过后转下一环节，由${next.role_name}办理。`
    : '这是最后环节，通过后立即以提交人的名义办理。';
}

/** What to say of a decision by how the request stands then. */
export function saidOf(status: ApprovalStatus): {
  type: 'success' | 'warning';
  words: string;
} {
  switch (status) {
    case 'done':
      return { type: 'success', words: '已通过并办理' };
    case 'pending':
      return { type: 'success', words: '已通过，转下一环节' };
    case 'returned':
      return { type: 'success', words: '已退回' };
    case 'refused':
      return { type: 'warning', words: '已通过，但未能办理，原因见页面' };
    case 'approved':
      return { type: 'warning', words: '已通过，系统稍后办理' };
    case 'withdrawn':
      return { type: 'warning', words: '提交人已撤回' };
    default: {
      const forgotten: never = status;
      return forgotten;
    }
  }
}

function Withdraw({ id }: { id: string }) {
  const { modal, message } = App.useApp();
  const withdraw = useChange(withdrawApproval);
  const ask = () =>
    modal.confirm({
      title: '撤回这件审批？',
      content: '撤回后不再办理；需要时可以重新提交。',
      okText: '撤回',
      okButtonProps: { danger: true },
      cancelText: '返回',
      onOk: () =>
        withdraw.mutateAsync(id).then(
          () => message.success('已撤回'),
          (error: Error) => message.error(error.message),
        ),
    });
  return (
    <Button danger onClick={ask}>
      撤回
    </Button>
  );
}
