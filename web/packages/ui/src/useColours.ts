import { useLayoutEffect } from 'react';
import { useMode } from './mode';
import { cssVariables, type Mode } from './tokens';

/** Lays the colours of the mode in force on the document, for every style of ours; tells the mode. */
export function useColours(): Mode {
  const { mode } = useMode();
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    for (const [name, value] of Object.entries(cssVariables(mode))) style.setProperty(name, value);
    style.setProperty('color-scheme', mode);
  }, [mode]);
  return mode;
}
