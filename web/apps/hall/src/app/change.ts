import { newIdempotencyKey, Problem } from '@anju/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Once } from '../api';
import { forgetSession, isOfBusiness } from './session';

/**
 * A state change from a form or a button. Its idempotency key is renewed when the server has done
 * it: a second tap, or the same again after a lost answer, does nothing twice. When the answer was
 * lost and the form says something else by now, the next try has a new key. What the pages show is
 * read anew afterwards, and also when somebody else was faster (409).
 */
export function useChange<Input, Answer>(send: (input: Input, once: Once) => Promise<Answer>) {
  const key = useRef<string>(undefined);
  const queryClient = useQueryClient();
  const readAnew = () =>
    queryClient.invalidateQueries({ predicate: ({ queryKey }) => isOfBusiness(queryKey) });
  return useMutation({
    mutationFn: (input: Input) => {
      key.current ??= newIdempotencyKey();
      return send(input, { header: { 'Idempotency-Key': key.current } });
    },
    onSuccess: () => {
      key.current = undefined;
      void readAnew();
    },
    onError: (problem) => {
      if (!(problem instanceof Problem)) return;
      if (problem.code === 'idempotency_key_reused') key.current = undefined;
      if (problem.status === 409) void readAnew();
      if (problem.signedOut) forgetSession(queryClient);
    },
  });
}
