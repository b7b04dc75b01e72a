import type { Fen, Suspense } from '@anju/api';
import { formatCount, formatFen, ProblemAlert } from '@anju/ui';
import { useQueries } from '@tanstack/react-query';
import { Alert, Button, Modal } from 'antd';
import { Way } from '../../app/links';
import type { DueRow } from './DueChoice';
import { waitingQuery } from './queries';

/** A chosen remittance, and the money that waits for it besides what is used now. */
type Awaited = { due: DueRow; items: Suspense[] };

/** What the server answered of the money that waits. */
export type AwaitedAnswer = {
  awaited: readonly Awaited[];
  /** It has not answered yet: nobody knows whether other money waits. */
  isAsking: boolean;
  error: unknown;
  retry: () => void;
};

/** Money that already waits for the chosen remittances, and isn't among what is used. */
export function useAwaited(chosen: readonly DueRow[], sources: readonly string[]): AwaitedAnswer {
  const found = useQueries({
    queries: chosen.map(({ remittance_id }) => waitingQuery({ named: remittance_id })),
  });
  const awaited = chosen.flatMap((due, index) => {
    const waiting = found[index]?.data ?? [];
    const items = waiting.filter(({ suspense_id }) => !sources.includes(suspense_id));
    return items.length > 0 ? [{ due, items }] : [];
  });
  return {
    awaited,
    isAsking: found.some(({ isPending }) => isPending),
    error: found.find(({ error }) => error)?.error,
    retry: () => {
      for (const { isError, refetch } of found) if (isError) void refetch();
    },
  };
}

type AwaitedNoteProps = { answer: AwaitedAnswer; onUse: (suspenseId: string) => void };

/** Says before an allocation that other money waits for the same, how much and which. */
export function AwaitedNote({ answer: { awaited, error, retry }, onUse }: AwaitedNoteProps) {
  if (error) return <ProblemAlert error={error} retry={retry} />;
  if (awaited.length === 0) return null;
  return (
    <Alert
      className="outcome"
      role="status"
      type="warning"
      showIcon
      title="所选汇缴已有暂收款在等，补足即自动入账；这次不用上的，入账后要另行分摊或退回"
      description={awaited.map(({ due, items }) =>
        items.map(({ suspense_id, serial, left_fen }) => (
          <p key={suspense_id} className="said">
            {due.employer_name} {due.month} 汇缴：
            <Way to="/suspense/$suspenseId" params={{ suspenseId: suspense_id }}>
              {serial}
            </Way>{' '}
            余 {formatFen(left_fen)} 元
            <Button type="link" size="small" onClick={() => onUse(suspense_id)}>
              加用 {serial}
            </Button>
          </p>
        )),
      )}
    />
  );
}

type ConfirmProps = {
  chosen: readonly DueRow[];
  due: Fen;
  /** How many items of suspense are used. */
  sources: number;
  answer: AwaitedAnswer;
  isSending: boolean;
  onConfirm: () => void;
  close: () => void;
};

/** Says in figures what an allocation does, before it does it. */
export function ConfirmAllocation(props: ConfirmProps) {
  const { chosen, due, sources, answer, isSending, onConfirm, close } = props;
  const people = chosen.reduce((sum, row) => sum + row.people, 0);
  const employers = new Set(chosen.map(({ employer_id }) => employer_id)).size;
  const unused = answer.awaited.flatMap(({ items }) => items);
  return (
    <Modal
      open
      title="分摊入账？"
      okText="确认分摊"
      cancelText="返回"
      okButtonProps={{
        loading: isSending || answer.isAsking,
        disabled: Boolean(answer.error),
      }}
      onOk={onConfirm}
      onCancel={close}
    >
      {answer.error ? <ProblemAlert error={answer.error} retry={answer.retry} /> : null}
      <p>
        动用暂收款 {formatCount(sources)} 笔共 {formatFen(due)} 元，为 {formatCount(employers)}{' '}
        个单位的 {formatCount(chosen.length)} 笔汇缴、{formatCount(people)} 人入账。
      </p>
      {unused.length > 0 && (
        <p className="due">
          {unused
            .map(({ serial, left_fen }) => `${serial} 余 ${formatFen(left_fen)} 元`)
            .join('、')}{' '}
          在等这些汇缴，这次没有用上。
        </p>
      )}
      <p>入账后只能整笔冲销。</p>
    </Modal>
  );
}
