import { fen, maxLengths, Problem, type Remittance } from '@anju/api';
import { ProblemAlert } from '@anju/ui';
import { useIsMutating, useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useChange } from '../../app/change';
import { DraftNote } from '../../app/DraftNote';
import { draftOf } from '../../app/draft';
import { need } from '../employers/fields';
import { cancelRemittance, reversalQuery, reverseRemittance } from './queries';
import { Shortfalls } from './Shortfalls';

type Undoing = {
  verb: 'cancel' | 'reverse';
  button: string;
  title: string;
  consequence: string;
  done: string;
  /** The longest reason. */
  length: number;
};

const CANCEL: Undoing = {
  verb: 'cancel',
  button: '取消核定',
  title: '取消这笔核定？',
  consequence: '缴款码随之失效，该月可以重新上传清册。已经在途的款项到账后会转入暂收。',
  done: '已取消',
  length: maxLengths.Cancellation.reason,
};

const REVERSE: Undoing = {
  verb: 'reverse',
  button: '冲销汇缴',
  title: '冲销这笔汇缴？',
  consequence:
    '每名职工的账户记一笔相反的发生额，另制一张冲销凭证，款项转回暂收，该月恢复为未缴。原凭证保留。',
  done: '已冲销',
  length: maxLengths.RemittanceReversal.reason,
};

/** Taking a remittance back: cancelled while no money has come, reversed once it is posted. */
export function Undo({ remittance }: { remittance: Remittance }) {
  const [way, setWay] = useState<Undoing>();
  const ways = [CANCEL, REVERSE].filter(({ verb }) => remittance.can.includes(verb));
  return (
    <>
      {ways.map((one) => (
        <Button key={one.verb} danger onClick={() => setWay(one)}>
          {one.button}
        </Button>
      ))}
      {way && (
        <UndoDialog way={way} id={remittance.remittance_id} close={() => setWay(undefined)} />
      )}
    </>
  );
}

function UndoDialog({ way, id, close }: { way: Undoing; id: string; close: () => void }) {
  const [form] = Form.useForm<{ reason: string }>();
  const { message, modal } = App.useApp();
  const [draft] = useState(() => draftOf<{ reason: string }>(`${way.verb}-remittance-${id}`));
  const reverses = way.verb === 'reverse';
  // Not while it is being sent: a remittance just reversed has nothing to preview.
  const isSending = useIsMutating() > 0;
  const preview = useQuery({ ...reversalQuery(id), enabled: reverses && !isSending });
  const short = preview.data?.short_fen ?? fen(0);
  const undo = useChange(async (reason: string, once) => {
    if (reverses) await reverseRemittance({ id, reason, shortfall_fen: short }, once);
    else await cancelRemittance({ id, reason }, once);
  });
  const end = () => {
    draft.drop();
    close();
  };
  const submit = ({ reason }: { reason: string }) =>
    undo.mutate(reason.trim(), {
      onSuccess: () => {
        message.success(way.done);
        end();
      },
      onError: (problem) => {
        // The remittance is no longer what the dialog asks about; the page is read anew.
        if (problem instanceof Problem && problem.status === 409) {
          modal.warning({ title: `没有${way.button}`, content: problem.message, okText: '知道了' });
          end();
        }
      },
    });
  return (
    <Modal
      open
      title={way.title}
      okText={way.button}
      cancelText="返回"
      width={reverses && short > 0 ? 720 : 520}
      okButtonProps={{
        danger: true,
        loading: undo.isPending,
        // Nobody reverses what they haven't seen.
        disabled: reverses && preview.data === undefined,
      }}
      onOk={form.submit}
      onCancel={close}
    >
      <p>{way.consequence}</p>
      {preview.data && <Shortfalls preview={preview.data} />}
      {preview.error ? (
        <ProblemAlert error={preview.error} retry={() => preview.refetch()} />
      ) : null}
      {undo.error ? <ProblemAlert error={undo.error} /> : null}
      <Form
        form={form}
        layout="vertical"
        {...(draft.kept ? { initialValues: draft.kept } : {})}
        onValuesChange={(_changed, values) => draft.keep(values)}
        onFinish={submit}
      >
        <Form.Item
          name="reason"
          label="原因"
          normalize={onOneLine}
          rules={[{ ...need('原因'), whitespace: true }]}
        >
          <Input.TextArea rows={3} maxLength={way.length} showCount autoFocus />
        </Form.Item>
      </Form>
      <DraftNote done="办理完成" />
    </Modal>
  );
}

/** A reason stands on one line of the record. */
function onOneLine(text: string | undefined): string | undefined {
  return text?.replace(/\s*[\r\n]+\s*/g, ' ');
}
