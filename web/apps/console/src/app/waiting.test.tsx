import { api } from '@anju/api';
import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { show } from './testing';
import { useWaiting } from './waiting';

function Told() {
  const waiting = useWaiting();
  return <p>{waiting ? `${waiting.waiting}/${waiting.overdue}` : 'unknown'}</p>;
}

/** A server that has so many requests, of them so many past their day. */
const server = (waiting: number, overdue: number) =>
  vi.spyOn(api, 'GET').mockImplementation((async (_path: string, options: unknown) => {
    const { query } = (options as { params: { query: Record<string, unknown> } }).params;
    const value = 'due_on.to' in query ? overdue : waiting;
    return { data: { items: [], count: { value, exact: true } }, response: new Response() };
  }) as never);

test('who decides is told how many wait and how many of them are late', async () => {
  const asked = server(12, 3);
  await show(<Told />, { actions: ['approval.decide'] });
  expect(await screen.findByText('12/3')).toBeDefined();
  asked.mockRestore();
});

test('who decides nothing is told nothing, without asking', async () => {
  const asked = server(12, 3);
  await show(<Told />, { actions: ['approval.read'] });
  expect(screen.getByText('unknown')).toBeDefined();
  expect(asked).not.toHaveBeenCalled();
  asked.mockRestore();
});
