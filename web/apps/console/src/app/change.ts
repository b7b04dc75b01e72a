import { newIdempotencyKey, Problem } from '@anju/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';

/** What a state change is sent with: the key under which the server does it at most once. */
export type Once = { header: { 'Idempotency-Key': string } };

/**
 * A state change from a form or a button. Its idempotency key is made when the form opens and
 * renewed when the server has done it: a second click, or the same again after a lost answer, does
 * nothing twice. When the answer was lost and the form says something else by now, the server tells
 * that the key is used up: the next try has a new one, after the page shows what was done. Afterwards
 * everything on the screen is read anew, and so it is when somebody else was faster (409): the page
 * then shows what they made of it.
 *
 * What a caller does on success comes before that: what was done often takes its own button from the
 * page, and of who is gone nothing is called any more. It is pending until all is read.
 */
export function useChange<Input, Answer>(send: (input: Input, once: Once) => Promise<Answer>) {
  const key = useRef<string>(undefined);
  const queryClient = useQueryClient();
  const [isReading, setIsReading] = useState(false);
  const mutation = useMutation({
    mutationFn: (input: Input) => {
      key.current ??= newIdempotencyKey();
      return send(input, { header: { 'Idempotency-Key': key.current } });
    },
    onSuccess: () => {
      key.current = undefined;
      setIsReading(true);
      void queryClient.invalidateQueries().finally(() => setIsReading(false));
    },
    onError: (problem) => {
      if (problem instanceof Problem && problem.code === 'idempotency_key_reused')
        key.current = undefined;
      // Not awaited: the refusal is said at once.
      if (problem instanceof Problem && problem.status === 409)
        void queryClient.invalidateQueries();
    },
  });
  return { ...mutation, isPending: mutation.isPending || isReading };
}
