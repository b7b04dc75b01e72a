import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { useChange } from './change';

/** A server that offers something until it is done, and takes its time over the rest of the page. */
function desk() {
  let offers = true;
  let slow: () => void = () => undefined;
  return {
    may: () => Promise.resolve(offers),
    rest: () =>
      new Promise<string>((done) => {
        slow = () => done('rest');
        if (offers) slow();
      }),
    finish: () => slow(),
    act: () => {
      offers = false;
      return Promise.resolve('done');
    },
  };
}

type Props = { of: ReturnType<typeof desk>; done: (answer: string) => void };

function Page({ of, done }: Props) {
  const may = useQuery({ queryKey: ['may'], queryFn: of.may });
  const rest = useQuery({ queryKey: ['rest'], queryFn: of.rest });
  return (
    <>
      {may.data && <Act of={of} done={done} />}
      <p>{rest.data}</p>
    </>
  );
}

function Act({ of, done }: Props) {
  const change = useChange(of.act);
  return (
    <button type="button" onClick={() => change.mutate(undefined, { onSuccess: done })}>
      办理
    </button>
  );
}

test('what follows a change comes although the change takes its button away', async () => {
  const of = desk();
  const done = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Page of={of} done={done} />
    </QueryClientProvider>,
  );
  fireEvent.click(await screen.findByRole('button', { name: '办理' }));
  await waitFor(() => expect(screen.queryByRole('button')).toBeNull());
  of.finish();
  await waitFor(() => expect(done).toHaveBeenCalledOnce());
  expect(done.mock.calls[0]?.[0]).toBe('done');
});
