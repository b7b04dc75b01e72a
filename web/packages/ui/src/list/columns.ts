import type { ReactNode } from 'react';

/** One column of a list. */
export interface Column<Row> {
  /** The wire's name where the column can be sorted. */
  key: string;
  title: string;
  render: (row: Row) => ReactNode;
  align?: 'right' | 'center';
  width?: number;
  sortable?: boolean;
  /** Names and sentences, which break into lines where the screen has no room for them. */
  wraps?: boolean;
  /** Not shown until a person chooses it. */
  spare?: boolean;
  /** Name of the sum that the totals row shows here. */
  total?: string;
  /** Links and buttons: of no use on paper, and not in the workbook. */
  screenOnly?: boolean;
}

const keyOf = (list: string) => `anju.columns.${list}`;

/** The columns a person chose for a list, in the list's own order; all but the spare ones at first. */
export function chosenColumns<Row>(list: string, columns: readonly Column<Row>[]): string[] {
  const known = columns.map((column) => column.key);
  const kept = readKept(list)?.filter((key) => known.includes(key));
  if (kept === undefined || kept.length === 0) {
    return columns.filter((column) => !column.spare).map((column) => column.key);
  }
  return kept;
}

/** Keeps the choice in this browser. */
export function keepColumns(list: string, keys: readonly string[]): void {
  try {
    localStorage.setItem(keyOf(list), JSON.stringify(keys));
  } catch {
    // A browser that refuses storage loses the choice at the next visit, nothing more.
  }
}

function readKept(list: string): string[] | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(list)) ?? 'null');
    return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : undefined;
  } catch {
    return undefined;
  }
}
