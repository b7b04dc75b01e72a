import { useEffect, useState } from 'react';

/** The seconds left of a span that begins anew with `begin`; none before it has begun. */
export function useCountdown(): { left: number; begin: (seconds: number) => void } {
  const [until, setUntil] = useState(0);
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (until === 0) return undefined;
    // By the clock, not by ticks: a phone that slept has lost some.
    const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [until]);
  return { left, begin: (seconds) => setUntil(Date.now() + seconds * 1000) };
}
