import { follow, type Job, Problem } from '@anju/api';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useFollowed } from './job';

vi.mock('@anju/api', async (original) => ({
  ...(await original<object>()),
  api: { GET: vi.fn() },
  follow: vi.fn(),
}));

const asked = vi.mocked(follow);

function Following() {
  useFollowed('j1', true);
  return null;
}

/** Follows a job; how often everything on the screen was read anew. */
function following() {
  const queries = new QueryClient();
  const readAnew = vi.spyOn(queries, 'invalidateQueries');
  render(
    <QueryClientProvider client={queries}>
      <Following />
    </QueryClientProvider>,
  );
  return readAnew;
}

beforeEach(() => {
  vi.useFakeTimers();
  asked.mockReset();
});
afterEach(() => vi.useRealTimers());

test.each([401, 403, 404, 409])(
  'what the server refuses (%i) is not asked again',
  async (status) => {
    asked.mockRejectedValue(new Problem(status, { code: 'no', detail: '' }));
    const readAnew = following();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveBeenCalledOnce();
    expect(readAnew).toHaveBeenCalledOnce();
  },
);

test.each([0, 502])(
  'a lost connection (%i) is made again until the job has ended',
  async (status) => {
    asked.mockRejectedValueOnce(new Problem(status, { code: 'unreachable', detail: '' }));
    asked.mockResolvedValueOnce({ status: 'done' } as Job);
    const readAnew = following();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked).toHaveBeenCalledTimes(2);
    expect(readAnew).toHaveBeenCalledOnce();
  },
);
