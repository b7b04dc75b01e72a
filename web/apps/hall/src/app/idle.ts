import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { forgetSession, type OpenSession, sessionQuery } from './session';

/** How long before its end a session says so: time enough to come back from another app. */
export const WARN_MS = 2 * 60_000;
/** How old the known end may be before a tap has it asked for anew. */
const STALE_MS = 60_000;

/** What is to be done about a session at a moment. */
export type Standing = 'open' | 'ending' | 'ended';

/** How a session stands at a moment. */
export function standing({ endsAt }: Pick<OpenSession, 'endsAt'>, now: number): Standing {
  if (now >= endsAt) return 'ended';
  return endsAt - now <= WARN_MS ? 'ending' : 'open';
}

/** Whether a tap now has the server told that the person is there. */
export function isWorthTelling(session: OpenSession, now: number): boolean {
  if (session.isLast) return false;
  const isOld = now - session.readAt > STALE_MS;
  return standing(session, now) === 'ending' ? now - session.readAt > 5_000 : isOld;
}

/**
 * Watches the open session: whoever taps or types keeps it, a phone that was laid down warns and
 * then forgets what it showed. The server ends the session by itself; this is for the eyes.
 */
export function useIdle(session: OpenSession | null): { standing: Standing; leftMs: number } {
  const queryClient = useQueryClient();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (session === null) return undefined;
    const tick = () => {
      setNow(Date.now());
      if (standing(session, Date.now()) === 'ended') forgetSession(queryClient);
    };
    const touched = () => {
      if (isWorthTelling(session, Date.now())) void queryClient.refetchQueries(sessionQuery);
    };
    tick();
    const timer = setInterval(tick, 1000);
    window.addEventListener('pointerdown', touched);
    window.addEventListener('keydown', touched);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pointerdown', touched);
      window.removeEventListener('keydown', touched);
    };
  }, [session, queryClient]);
  if (session === null) return { standing: 'ended', leftMs: 0 };
  return { standing: standing(session, now), leftMs: Math.max(0, session.endsAt - now) };
}
