import { useInfiniteQuery } from '@tanstack/react-query';
import type { Key, ReactNode } from 'react';
import { Button } from './fields';
import { Loading } from './Page';
import { ProblemNote } from './ProblemNote';

type Props<Row> = {
  /** What the list is called by those who listen. */
  label: string;
  queryKey: readonly unknown[];
  /** One page of rows and where the next begins. */
  page: (after: string | undefined) => Promise<{ items: Row[]; next?: string | null }>;
  rowKey: (row: Row) => Key;
  row: (row: Row) => ReactNode;
  /** What to say, and to do, where there is none. */
  empty: ReactNode;
};

/** A list of cards that grows at its end when one asks for more. */
export function MoreList<Row>({ label, queryKey, page, rowKey, row, empty }: Props<Row>) {
  const list = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => page(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  if (list.isPending) return <Loading />;
  return (
    <>
      {rows.length === 0 && !list.error && <p className="empty">{empty}</p>}
      <ul className="rows" aria-label={label}>
        {rows.map((item) => (
          <li key={rowKey(item)}>{row(item)}</li>
        ))}
      </ul>
      {list.error && <ProblemNote error={list.error} retry={() => void list.refetch()} />}
      {list.hasNextPage && (
        <Button isBusy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          再看一些
        </Button>
      )}
    </>
  );
}
