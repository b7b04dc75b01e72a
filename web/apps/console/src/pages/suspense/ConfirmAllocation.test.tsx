import { fen, Problem, type Suspense } from '@anju/api';
import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { show } from '../../app/testing';
import {
  type AwaitedAnswer,
  AwaitedNote,
  ConfirmAllocation,
  useAwaited,
} from './ConfirmAllocation';
import type { DueRow } from './DueChoice';
import { waitingQuery } from './queries';

const due = {
  remittance_id: '01r1',
  employer_id: '01e1',
  employer_name: '安居市西城区第一中学',
  month: '2026-10',
  people: 1_203,
} as DueRow;
const waits = { suspense_id: '01s2', serial: 'ZS00000012', left_fen: fen(100_000) } as Suspense;
const answers = [[waitingQuery({ named: due.remittance_id }).queryKey, [waits]]] as const;

function Note({ sources, onUse }: { sources: string[]; onUse: (id: string) => void }) {
  return <AwaitedNote answer={useAwaited([due], sources)} onUse={onUse} />;
}

test('money that waits for the same remittance is told and can be used too', async () => {
  const onUse = vi.fn();
  await show(<Note sources={['01s1']} onUse={onUse} />, { answers, actions: ['suspense.read'] });
  const words = screen.getByRole('status').textContent;
  expect(words).toContain('安居市西城区第一中学 2026-10 汇缴：ZS00000012 余 1,000.00 元');
  expect(screen.getByRole('link', { name: 'ZS00000012' }).getAttribute('href')).toBe(
    '/suspense/01s2',
  );
  fireEvent.click(screen.getByRole('button', { name: '加用 ZS00000012' }));
  expect(onUse).toHaveBeenCalledWith('01s2');
});

test('what is used already is not told as waiting', async () => {
  await show(<Note sources={['01s2']} onUse={() => undefined} />, { answers });
  expect(screen.queryByRole('status')).toBeNull();
});

const answered: AwaitedAnswer = {
  awaited: [{ due, items: [waits] }],
  isAsking: false,
  error: null,
  retry: () => undefined,
};

/** The question before an allocation, with what the server answered of other money. */
async function ask(answer: AwaitedAnswer) {
  const onConfirm = vi.fn();
  await show(
    <ConfirmAllocation
      chosen={[due, { ...due, remittance_id: '01r2', people: 2 }]}
      due={fen(288_000)}
      sources={2}
      answer={answer}
      isSending={false}
      onConfirm={onConfirm}
      close={() => undefined}
    />,
  );
  return onConfirm;
}

test('an allocation is asked for in figures before it is done', async () => {
  const onConfirm = await ask(answered);
  const words = screen.getByRole('dialog').textContent;
  expect(words).toContain('动用暂收款 2 笔共 2,880.00 元，为 1 个单位的 2 笔汇缴、1,205 人入账。');
  expect(words).toContain('ZS00000012 余 1,000.00 元');
  fireEvent.click(screen.getByRole('button', { name: '确认分摊' }));
  expect(onConfirm).toHaveBeenCalledOnce();
});

test('nothing is confirmed while it is not known whether other money waits', async () => {
  const onConfirm = await ask({ ...answered, awaited: [], isAsking: true });
  fireEvent.click(screen.getByRole('button', { name: /确认分摊/ }));
  expect(onConfirm).not.toHaveBeenCalled();
});

test('what could not be looked up is said, can be tried again, and nothing is confirmed', async () => {
  const retry = vi.fn();
  const error = new Problem(503, { code: 'unreachable', detail: '连接不上服务器。' });
  const onConfirm = await ask({ ...answered, awaited: [], error, retry });
  expect(screen.getByRole('dialog').textContent).toContain('连接不上服务器。');
  fireEvent.click(screen.getByRole('button', { name: '确认分摊' }));
  expect(onConfirm).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: /^重\s?试$/ }));
  expect(retry).toHaveBeenCalledOnce();
});
