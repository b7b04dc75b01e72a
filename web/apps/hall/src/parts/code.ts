import { useState } from 'react';
import type { CodeSent, Once } from '../api';
import { useChange } from '../app/change';
import { useCountdown } from './countdown';

/** A one-time code: whether it has gone, and how to have it sent. */
export type SendingCode<Who> = {
  /** That it has gone; not before, nor after one went back. */
  sent: CodeSent | undefined;
  /** Seconds until another may be asked for. */
  left: number;
  isSending: boolean;
  error: Error | null;
  send: (who: Who, onRefused: (error: Error) => void) => void;
  goBack: () => void;
};

/** The sending of one-time codes to whoever a sign-in is about. */
export function useCode<Who>(ask: (who: Who, once: Once) => Promise<CodeSent>): SendingCode<Who> {
  const [sent, setSent] = useState<CodeSent>();
  const countdown = useCountdown();
  const asking = useChange(ask);
  return {
    sent,
    left: countdown.left,
    isSending: asking.isPending,
    error: asking.error,
    send: (who, onError) =>
      asking.mutate(who, {
        onSuccess: (answer) => {
          setSent(answer);
          countdown.begin(answer.resend_after_s);
        },
        onError,
      }),
    goBack: () => setSent(undefined),
  };
}
