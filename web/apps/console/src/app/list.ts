import type { Listing, ListQuery, Totals } from '@anju/api';
import { type ListPage, listQuery, type Search } from '@anju/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';

/** A list of the server: how a page of it and its sums are asked. */
export type ServerList<Row> = {
  /** Names the list among what is cached. */
  name: string;
  page: (query: ListQuery) => Promise<Listing<Row>>;
  totals?: (query: ListQuery) => Promise<Totals>;
};

/**
 * A list's state in this page's address, and how to change it. It is the page's own: while the
 * next page is on its way the address is already that one's, whose filters this list doesn't know.
 */
export function useUrlSearch(): [Search, (search: Search) => void] {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  return [search, (next) => navigate({ to: '.', search: next as never })];
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
  const totals = useTotals(list, query, rows.data?.count.exact ?? false);
  return {
    listing: rows.data,
    loading: rows.isFetching,
    error: rows.error,
    retry: () => rows.refetch(),
    ...(totals ? { totals } : {}),
  };
}

/** Sums come at once where the count is exact; over a large list only when a person asks. */
function useTotals<Row>(list: ServerList<Row>, query: ListQuery, isSmall: boolean) {
  const { limit: _limit, after: _after, sort: _sort, ...filters } = query;
  const wanted = JSON.stringify(filters);
  const [asked, setAsked] = useState<string>();
  const { totals } = list;
  const sums = useQuery({
    queryKey: [list.name, 'totals', filters],
    queryFn: () => (totals ? totals(filters) : {}),
    enabled: totals !== undefined && (isSmall || asked === wanted),
  });
  if (totals === undefined) return undefined;
  return { sums: sums.data, loading: sums.isFetching, ask: () => setAsked(wanted) };
}
