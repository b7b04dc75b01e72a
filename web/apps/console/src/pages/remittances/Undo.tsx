import { fen, maxLengths, Problem, type Remittance } from '@anju/api';
import { formatCount, ProblemAlert } from '@anju/ui';
import { useIsMutating, useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useMay } from '../../app/actions';
import { useChange } from '../../app/change';
import { DraftNote } from '../../app/DraftNote';
import { draftOf } from '../../app/draft';
import { useSaying } from '../../app/pending';
import { need } from '../employers/fields';
import { rosterQuery } from '../rosters/queries';
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
      {way && <UndoDialog way={way} remittance={remittance} close={() => setWay(undefined)} />}
    </>
  );
}

type DialogProps = { way: Undoing; remittance: Remittance; close: () => void };

function UndoDialog({ way, remittance, close }: DialogProps) {
  const id = remittance.remittance_id;
  const [form] = Form.useForm<{ reason: string }>();
  const say = useSaying();
  const [draft] = useState(() => draftOf<{ reason: string }>(`${way.verb}-remittance-${id}`));
  const reverses = way.verb === 'reverse';
  // Not while it is being sent: a remittance just reversed has nothing to preview.
  const isSending = useIsMutating() > 0;
  const preview = useQuery({ ...reversalQuery(id), enabled: reverses && !isSending });
  const short = preview.data?.short_fen ?? fen(0);
  const undo = useChange(async (reason: string, once) => {
    if (reverses) return await reverseRemittance({ id, reason, shortfall_fen: short }, once);
    await cancelRemittance({ id, reason }, once);
    return undefined;
  });
  const end = () => {
    draft.drop();
    close();
  };
  const submit = ({ reason }: { reason: string }) =>
    undo.mutate(reason.trim(), {
      onSuccess: (answer) => {
        say(answer, way.done);
        end();
      },
    });
  // The remittance is no longer what the dialog asks about; the page is read anew.
  if (undo.error instanceof Problem && undo.error.status === 409) {
    return <NotUndone title={`没有${way.button}`} error={undo.error} close={end} />;
  }
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
      <Stays rosterId={remittance.roster_id} />
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

/** Why it wasn't done, with the way to what stands in the way. */
function NotUndone({ title, error, close }: { title: string; error: Problem; close: () => void }) {
  return (
    <Modal
      open
      title={title}
      onCancel={close}
      footer={
        <Button type="primary" onClick={close}>
          知道了
        </Button>
      }
    >
      <ProblemAlert error={error} />
    </Modal>
  );
}

/**
 * What the roster did to accounts is true without the money, and stays. A base is put right by the
 * next roster; who shouldn't contribute here at all is sealed, which no roster does.
 */
export function Stays({ rosterId }: { rosterId: string }) {
  const mayRead = useMay('roster.read');
  const roster = useQuery({ ...rosterQuery(rosterId), enabled: mayRead }).data;
  if (!roster) return null;
  const changes: [string, number][] = [
    ['新开户', roster.new_accounts],
    ['调整基数', roster.changed_bases],
    ['启封', roster.unsealed_accounts],
    ['转入', roster.transferred_accounts],
  ];
  const made = changes.filter(([, people]) => people > 0);
  if (made.length === 0) return null;
  const said = made.map(([what, people]) => `${what} ${formatCount(people)} 人`).join('、');
  const wrongly = [
    ...(roster.new_accounts > 0 ? ['误开户'] : []),
    ...(roster.unsealed_accounts > 0 ? ['误启封'] : []),
    ...(roster.transferred_accounts > 0 ? ['误转入'] : []),
  ].join('、');
  const remedies = [
    ...(roster.changed_bases > 0 ? ['基数有误的，在重新上传的清册中更正'] : []),
    ...(wrongly ? [`${wrongly}的，办理封存`] : []),
  ];
  return (
    <p>
      清册所作的变更（{said}）仍然有效。{remedies.join('；')}。
    </p>
  );
}

/** A reason stands on one line of the record. */
function onOneLine(text: string | undefined): string | undefined {
  return text?.replace(/\s*[\r\n]+\s*/g, ' ');
}
