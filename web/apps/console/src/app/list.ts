import { download, type Listing, type ListQuery, type Query, type Totals } from '@anju/api';
import { type ListPage, listQuery, type Search } from '@anju/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocation, useMatch, useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useMay } from './actions';
import { type Asked, apart } from './personal';

/** A list of the server: how a page of it and its sums are asked. */
export type ServerList<Row> = {
  /** Names the list among what is cached. */
  name: string;
  /** Its address; beside it lie its workbook and its sums. */
  path: string;
  page: (query: ListQuery) => Promise<Listing<Row>>;
  totals?: (query: ListQuery) => Promise<Totals>;
  /**
   * What bounds the sums, so that they come unasked: any filter unless said, but never a part of a
   * name, which nearly every name may have. `itself` for the rows of one thing, such as the lines of a roster; the filters
   * that do where a row is itself a sum, as an employer's balance is one over its accounts.
   */
  bounded?: 'itself' | readonly string[];
};

/** Whether sums come unasked: over rows that are bounded, and few enough to have been counted. */
export function sumsUnasked(
  bounded: ServerList<never>['bounded'],
  filters: ListQuery,
  isCounted: boolean,
): boolean {
  if (!isCounted) return false;
  if (bounded === 'itself') return true;
  const bounding = Object.keys(filters).filter((filter) => !filter.endsWith('.contains'));
  const columns = bounding.map((filter) => filter.replace(/\..*$/, ''));
  return columns.some((column) => bounded?.includes(column) ?? true);
}

/**
 * A list's state in this page's address, and how to change it. It is the page's own: while the
 * next page is on its way the address is already that one's, whose filters this list doesn't know.
 */
export function useUrlSearch(): [Search, (search: Search) => void] {
  const written = useSearch({ strict: false }) as Search;
  const path = useMatch({ strict: false, select: ({ pathname }) => pathname });
  const found = useFound(path);
  const navigate = useNavigate();
  const onSearch = (next: Search) => {
    const { search, state } = apart(path, next);
    navigate({ to: '.', search: search as never, state });
  };
  return [{ ...written, ...found }, onSearch];
}

/** What is asked of this page but doesn't stand in its address: whom it looks for. */
function useFound(path: string): Asked {
  const here = useLocation({ select: ({ pathname, state }) => ({ pathname, found: state.found }) });
  const own = useRef<Asked>({});
  // Once one leaves, the place is another page's already.
  if (samePath(here.pathname, path)) own.current = here.found ?? {};
  return own.current;
}

const samePath = (one: string, other: string) =>
  one.replace(/\/$/, '') === other.replace(/\/$/, '');

/** Takes a list out as a workbook, for who may; `path` is the list's address. */
export function useExport(path: string, query: ListQuery = {}) {
  if (!useMay('list.export')) return undefined;
  const { limit: _limit, after: _after, ...asked } = query;
  return (columns: readonly string[]) =>
    download(`${path}/list.xlsx`, { ...asked, columns: columns.join(',') } as Query);
}

/** Takes out a workbook at an address of its own; `whole` where the screen has other columns. */
export function useWorkbook(path: string, whole = false) {
  if (!useMay('list.export')) return undefined;
  return (columns: readonly string[]) =>
    download(path, whole ? {} : { columns: columns.join(',') });
}

/** The first rows that a list's filters select, so many at most, a page of the server's largest at a time. */
export async function firstRows<Row>(
  list: Pick<ServerList<Row>, 'page'>,
  query: ListQuery,
  max: number,
): Promise<Row[]> {
  const { after: _after, ...asked } = query;
  const rows: Row[] = [];
  let after: string | null | undefined;
  do {
    const page = await list.page({ ...asked, limit: 200, ...(after ? { after } : {}) });
    rows.push(...page.items);
    after = page.next;
  } while (after && rows.length < max);
  return rows.slice(0, max);
}

/** Reads the page of a list that `search` describes; `fixed` filters stand whatever it says. */
export function useList<Row>(
  list: ServerList<Row>,
  search: Search,
  fixed: Search = {},
): ListPage<Row> {
  const query = listQuery({ ...search, ...fixed });
  const rows = useQuery({
    queryKey: [list.name, 'list', query],
    queryFn: () => list.page(query),
    placeholderData: keepPreviousData,
  });
  const exportTo = useExport(list.path, query);
  const totals = useTotals(list, query, rows.data?.count.exact ?? false);
  return {
    listing: rows.data,
    loading: rows.isFetching,
    error: rows.error,
    retry: () => rows.refetch(),
    ...(totals ? { totals } : {}),
    ...(exportTo ? { exportTo } : {}),
    all: (max) => firstRows(list, query, max),
  };
}

/** Sums come unasked where they are bounded; else when a person asks for them. */
function useTotals<Row>(list: ServerList<Row>, query: ListQuery, isCounted: boolean) {
  const { limit: _limit, after: _after, sort: _sort, ...filters } = query;
  const wanted = JSON.stringify(filters);
  const [asked, setAsked] = useState<string>();
  const { totals } = list;
  const sums = useQuery({
    queryKey: [list.name, 'totals', filters],
    queryFn: () => (totals ? totals(filters) : {}),
    enabled:
      totals !== undefined && (asked === wanted || sumsUnasked(list.bounded, filters, isCounted)),
  });
  if (totals === undefined) return undefined;
  const ask = () => {
    setAsked(wanted);
    if (sums.isError) void sums.refetch();
  };
  return { sums: sums.data, loading: sums.isFetching, error: sums.error, ask };
}
