import { api } from '@anju/api';
import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { show } from '../../app/testing';
import { PendingApproval } from './PendingApproval';
import { pendingOfQuery } from './queries';

const waiting = {
  approval_id: '7',
  serial: 'SP00000007',
  summary: '退回暂收款ZS00000012 240.00 元（多汇）',
  role_name: '主任',
  due_on: '2026-11-25',
  overdue: false,
};

const answers = (items: unknown[]) =>
  [[pendingOfQuery({ subject_id: '01' }).queryKey, { items }]] as const;

test('what waits is said on the page of its thing, with for whom, until when, and the way', async () => {
  await show(<PendingApproval of={{ subject_id: '01' }} />, {
    actions: ['approval.read'],
    answers: answers([waiting]),
  });
  const said = screen.getByRole('status').textContent;
  expect(said).toContain('待审批：退回暂收款ZS00000012 240.00 元（多汇）');
  expect(said).toContain('由主任办理，期限 2026-11-25');
  const way = screen.getByRole('link', { name: '查看审批 SP00000007' });
  expect(way.getAttribute('href')).toBe('/approvals/7');
});

test('nothing is said where nothing waits', async () => {
  await show(<PendingApproval of={{ subject_id: '01' }} />, {
    actions: ['approval.read'],
    answers: answers([]),
  });
  expect(screen.queryByRole('status')).toBeNull();
});

test('who may not read requests asks for none', async () => {
  const asked = vi.spyOn(api, 'GET').mockRejectedValue(new Error('unanswered'));
  await show(<PendingApproval of={{ subject_id: '01' }} />);
  expect(asked).not.toHaveBeenCalled();
  asked.mockRestore();
});
