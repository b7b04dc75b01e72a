import { fen, type Roster } from '@anju/api';
import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { show } from '../../app/testing';
import { ConfirmLeavingOut } from './RosterPreview';

const roster = {
  month: '2026-11',
  rows: 1_203,
  total_fen: fen(46_788_000),
  missing_members: 7,
} as Roster;

test('a roster that leaves somebody out is confirmed only after its figures are seen', async () => {
  const onConfirm = vi.fn();
  const close = vi.fn();
  await show(
    <ConfirmLeavingOut roster={roster} isSending={false} onConfirm={onConfirm} close={close} />,
    { actions: ['roster.read'] },
  );
  const words = screen.getByRole('dialog').textContent;
  expect(words).toContain('核定 2026-11 汇缴 1,203 人，应缴 467,880.00 元。');
  expect(words).toContain('另有 7 名 正常缴存的职工不在清册里');
  expect(screen.getByRole('link', { name: '7 名' }).getAttribute('href')).toBe('/?tab=missing');
  fireEvent.click(screen.getByRole('link', { name: '7 名' }));
  expect(close).toHaveBeenCalledOnce();
  fireEvent.click(screen.getByRole('button', { name: '仍要确认' }));
  expect(onConfirm).toHaveBeenCalledOnce();
});
