import { type RefObject, useEffect, useState } from 'react';
import type { ListPage } from './DataList';
import { printList } from './print';

/** The most rows that are printed; who needs more takes the workbook. */
export const PAPER_ROWS = 1_000;

interface Paper<Row> {
  /** The rows to print, once they have come: in place of the page's own while they are printed. */
  rows: readonly Row[] | undefined;
  /** Whether they are on their way. */
  fetching: boolean;
  error: unknown;
  print: () => void;
}

/**
 * Prints a list as an accountant expects it: all rows that the filters select and their sums, not
 * the page that happens to be on the screen.
 */
export function usePaper<Row>(
  page: ListPage<Row>,
  section: RefObject<HTMLElement | null>,
): Paper<Row> {
  const [rows, setRows] = useState<readonly Row[]>();
  const [fetching, setFetching] = useState(false);
  const [error, setError] = useState<unknown>();
  const { totals, listing, all } = page;
  const sumsAwaited = totals !== undefined && totals.sums === undefined && !totals.error;
  const isReady = rows !== undefined && !sumsAwaited;

  useEffect(() => {
    if (!isReady) return;
    setFetching(false);
    // After the rows stand there.
    const drawn = requestAnimationFrame(() => printList(section.current, () => setRows(undefined)));
    return () => cancelAnimationFrame(drawn);
  }, [isReady, section]);

  const print = () => {
    setError(undefined);
    setFetching(true);
    if (sumsAwaited && listing && listing.items.length > 0) totals.ask();
    const whole = all ? all(PAPER_ROWS) : Promise.resolve(listing?.items ?? []);
    whole.then(setRows, (refused: unknown) => {
      setError(refused);
      setFetching(false);
    });
  };
  return { rows, fetching, error, print };
}
