import type { HTMLAttributes, KeyboardEvent } from 'react';

/** A row of a list, as the keyboard finds it. */
export const ROW = 'tr.ant-table-row';

/**
 * What makes a row reachable: Tab comes to the first, the arrows go on from there, Home and End to
 * the ends, Enter opens it.
 */
export function rowKeys(index: number | undefined): HTMLAttributes<HTMLElement> {
  return { tabIndex: index === 0 ? 0 : -1, onKeyDown };
}

function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
  const row = event.currentTarget;
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
  const isInside = event.target !== row;
  if (!isPlain || (isInside && (event.target as HTMLElement).closest('input, textarea'))) return;
  if (event.key === 'Enter') {
    // What has the focus inside the row answers Enter itself.
    if (!isInside) open(row);
    return;
  }
  const rows = [...(row.parentElement?.querySelectorAll<HTMLElement>(ROW) ?? [])];
  const to = destination(event.key, rows.indexOf(row), rows.length - 1);
  if (to === undefined) return;
  event.preventDefault();
  rows[to]?.focus();
}

function destination(key: string, at: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, last);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

/** Follows the row's first way, or unfolds it where it has none. */
function open(row: HTMLElement): void {
  const way = row.querySelector<HTMLElement>('a[href]');
  (way ?? row.querySelector<HTMLElement>('.ant-table-row-expand-icon'))?.click();
}
