import type { ListQuery } from '@anju/api';

/**
 * A list's state as it stands in the URL: filters by their wire names (`status`, `name.contains`,
 * `value_date.from`) beside `sort`, `after` and `limit`. Everything is text, so what a person
 * types into the address bar, an account number of ten digits too, reads back as it was.
 */
export type Search = Readonly<Record<string, string>>;

const PAGING: readonly string[] = ['after', 'sort', 'limit'];
/** Rows of a page unless the URL says otherwise. */
export const PAGE_ROWS = 50;

/** Reads `?a=1&b=2`; of a name given twice the last counts, empty values are as if absent. */
export function parseSearch(text: string): Record<string, string> {
  const search: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    if (value !== '') {
      search[name] = value;
    }
  }
  return search;
}

/** Writes `?a=1&b=2`, or nothing; what is empty or no text or number is left out. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') {
      pairs.set(name, String(value));
    }
  }
  const text = pairs.toString();
  return text === '' ? '' : `?${text}`;
}

/** The filters alone. */
export function filtersOf(search: Search): Record<string, string> {
  return Object.fromEntries(Object.entries(search).filter(([name]) => !PAGING.includes(name)));
}

/** Sets or (with nothing) drops filters; the list begins at its first page again. */
export function withFilters(
  search: Search,
  changes: Readonly<Record<string, string | undefined>>,
): Search {
  return keepSet({ ...search, ...changes, after: undefined });
}

/** Orders by a column, `-` before it meaning descending; begins at the first page again. */
export function withSort(search: Search, sort: string | undefined): Search {
  return keepSet({ ...search, sort, after: undefined });
}

/** Stands at the page that begins after a cursor; without one at the first. */
export function withAfter(search: Search, after: string | undefined): Search {
  return keepSet({ ...search, after });
}

function keepSet(values: Readonly<Record<string, string | undefined>>): Search {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]?.trim())),
  );
}

/** The query that a list's URL asks the server. */
export function listQuery(search: Search): ListQuery {
  const { limit, ...rest } = search;
  const rows = Number(limit);
  return { ...rest, limit: Number.isInteger(rows) && rows > 0 ? Math.min(rows, 200) : PAGE_ROWS };
}

/** The cursors of the pages that were visited in order, the first page being undefined. */
export type Trail = readonly (string | undefined)[];
export const FIRST_PAGE: Trail = [undefined];

/** Where the previous page begins; null on the first page, and the first page for a lost trail. */
export function previousOf(trail: Trail, after: string | undefined): string | undefined | null {
  if (after === undefined) {
    return null;
  }
  const at = trail.indexOf(after);
  return at > 0 ? trail[at - 1] : undefined;
}

/** The trail once the page after `from` was left for the one that begins at `to`. */
export function extend(trail: Trail, from: string | undefined, to: string): Trail {
  const at = trail.indexOf(from);
  return at < 0 ? [undefined, from, to] : [...trail.slice(0, at + 1), to];
}
