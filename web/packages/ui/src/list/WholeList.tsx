import type { Totals } from '@anju/api';
import { DataList, type DataListProps } from './DataList';

export interface WholeListProps<Row>
  extends Omit<DataListProps<Row>, 'filters' | 'search' | 'onSearch' | 'page'> {
  rows: Row[];
  /** Sums over the rows, by the names that the columns give them. */
  sums?: Totals;
}

/** A list that is short by nature and came whole: no filters, no pages, all else as every list. */
export function WholeList<Row extends object>({ rows, sums, ...rest }: WholeListProps<Row>) {
  return (
    <DataList
      {...rest}
      search={{}}
      onSearch={() => undefined}
      page={{
        listing: {
          items: rows,
          next: null,
          count: { value: rows.length, exact: true },
        },
        loading: false,
        error: null,
        retry: () => undefined,
        ...(sums ? { totals: { sums, loading: false, ask: () => undefined } } : {}),
      }}
    />
  );
}
