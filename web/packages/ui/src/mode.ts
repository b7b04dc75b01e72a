import { useSyncExternalStore } from 'react';
import type { Mode } from './tokens';

const KEY = 'anju.mode';
const DARK = '(prefers-color-scheme: dark)';
const listeners = new Set<() => void>();

/** The mode a person chose in this browser, else the one its system has. */
function currentMode(): Mode {
  const chosen = localStorage.getItem(KEY);
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia(DARK).matches ? 'dark' : 'light';
}

function subscribe(changed: () => void): () => void {
  const query = matchMedia(DARK);
  query.addEventListener('change', changed);
  listeners.add(changed);
  return () => {
    query.removeEventListener('change', changed);
    listeners.delete(changed);
  };
}

/** Light or dark, and how to choose; the choice is kept in this browser. */
export function useMode(): { mode: Mode; choose: (mode: Mode) => void } {
  const mode = useSyncExternalStore(subscribe, currentMode);
  const choose = (chosen: Mode) => {
    localStorage.setItem(KEY, chosen);
    for (const changed of listeners) changed();
  };
  return { mode, choose };
}
