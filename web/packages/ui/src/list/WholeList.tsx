import type { Totals } from '@anju/api';
import { DataList, type DataListProps, type ListPage } from './DataList';

export interface WholeListProps<Row>
  extends Omit<DataListProps<Row>, 'filters' | 'search' | 'onSearch' | 'page'> {
  rows: Row[];
  /** Sums over the rows, by the names that the columns give them. */
  sums?: Totals;
  /** Takes the list out as a workbook; absent for who may not. */
  exportTo?: ListPage<Row>['exportTo'];
}

/** A list that is short by nature and came whole: no filters, no pages, all else as every list. */
export function WholeList<Row extends object>({
  rows,
  sums,
  exportTo,
  ...rest
}: WholeListProps<Row>) {
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
        ...(exportTo ? { exportTo } : {}),
        ...(sums ? { totals: { sums, loading: false, ask: () => undefined } } : {}),
      }}
    />
  );
}
