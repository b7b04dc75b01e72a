import { fen, type Suspense } from '@anju/api';
import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { show } from '../../app/testing';
import { AwaitedNote, ConfirmAllocation, useAwaited } from './ConfirmAllocation';
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
  return <AwaitedNote awaited={useAwaited([due], sources)} onUse={onUse} />;
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

test('an allocation is asked for in figures before it is done', async () => {
  const onConfirm = vi.fn();
  await show(
    <ConfirmAllocation
      chosen={[due, { ...due, remittance_id: '01r2', people: 2 }]}
      due={fen(288_000)}
      sources={2}
      awaited={[{ due, items: [waits] }]}
      isSending={false}
      onConfirm={onConfirm}
      close={() => undefined}
    />,
  );
  const words = screen.getByRole('dialog').textContent;
  expect(words).toContain('动用暂收款 2 笔共 2,880.00 元，为 1 个单位的 2 笔汇缴、1,205 人入账。');
  expect(words).toContain('ZS00000012 余 1,000.00 元');
  fireEvent.click(screen.getByRole('button', { name: '确认分摊' }));
  expect(onConfirm).toHaveBeenCalledOnce();
});
