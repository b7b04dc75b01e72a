import { fen, type Listing, type Saved, type Totals } from '@anju/api';
import { PrinterOutlined, SettingOutlined } from '@ant-design/icons';
import {
  Button,
  Checkbox,
  Empty,
  Popover,
  Space,
  Table,
  type TableColumnsType,
  type TableProps,
} from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { formatCount } from '../count';
import { Money } from '../Money';
import { ProblemAlert } from '../ProblemAlert';
import { type Column, chosenColumns, keepColumns } from './columns';
import { ExportButton } from './ExportButton';
import { type Filter, FilterBar } from './FilterBar';
import { rowKeys } from './rowKeys';
import {
  extend,
  FIRST_PAGE,
  filtersOf,
  previousOf,
  type Search,
  type Trail,
  withAfter,
  withSort,
} from './search';
import { PAPER_ROWS, usePaper } from './usePaper';
import { filterWords, rowWords } from './words';
import './list.css';

/** Sums over all that the filters of a list select. */
export interface ListTotals {
  /** The sums by their names; not there until they were asked for and have come. */
  sums: Totals | undefined;
  loading: boolean;
  error?: unknown;
  ask: () => void;
}

/** A page of rows as it was asked from the server. */
export interface ListPage<Row> {
  listing: Listing<Row> | undefined;
  loading: boolean;
  error: unknown;
  retry: () => void;
  /** Sums over all that the filters select; absent where the list has none. */
  totals?: ListTotals;
  /** The first rows that the filters select, so many at most; absent where the page is all. */
  all?: (max: number) => Promise<readonly Row[]>;
  /** Takes all that the filters select out as a workbook; absent for who may not. */
  exportTo?: (columns: readonly string[]) => Promise<Saved>;
}

/** Rows that a person chooses, to do something with all of them. */
export interface Selection<Row> {
  /** The keys of the chosen rows. */
  chosen: readonly string[];
  /** The rows of this page that are chosen now. */
  onChoose: (rows: Row[]) => void;
  /** What a row is called, for those who hear the page. */
  label: (row: Row) => string;
}

export interface DataListProps<Row> {
  /** Names the list among the column choices that the browser keeps. */
  name: string;
  /** What the table holds, for those who hear the page. */
  label: string;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string | number;
  rowClass?: (row: Row) => string;
  /** What unfolds beneath a row; nothing where it has no more to say. */
  details?: (row: Row) => ReactNode;
  selection?: Selection<Row>;
  filters?: readonly Filter[];
  search: Search;
  onSearch: (search: Search) => void;
  page: ListPage<Row>;
  /** What to say, and to do, when there is nothing at all. */
  empty: ReactNode;
}

/** A list that the server filters, sorts and pages; its whole state is `search`, kept in the URL. */
export function DataList<Row extends object>(props: DataListProps<Row>) {
  const { name, columns, filters = [], search, onSearch, page } = props;
  const [chosen, setChosen] = useState(() => chosenColumns(name, columns));
  const shown = columns.filter((column) => chosen.includes(column.key));
  const choose = (keys: string[]) => {
    keepColumns(name, keys);
    setChosen(keys);
  };
  const filtered = Object.keys(filtersOf(search)).length > 0;
  const section = useRef<HTMLElement>(null);
  const paper = usePaper(page, section);
  const rows = paper.rows ?? page.listing?.items ?? [];
  const count = page.listing?.count;
  const isWhole =
    (paper.rows !== undefined && rows.length < PAPER_ROWS) ||
    (count?.exact === true && count.value === rows.length);

  return (
    <section
      className={shown.length > PORTRAIT_COLUMNS ? 'data-list wide' : 'data-list'}
      aria-label={props.label}
      ref={section}
    >
      <p className="print-only list-said">
        <span>筛选条件：{filterWords(filters, search)}</span>
        <span>{rowWords(rows.length, count, isWhole)}</span>
      </p>
      {filters.length > 0 && <FilterBar filters={filters} search={search} onSearch={onSearch} />}
      {page.error ? <ProblemAlert error={page.error} retry={page.retry} /> : null}
      {paper.error ? <ProblemAlert error={paper.error} retry={paper.print} /> : null}
      <Table<Row>
        size="small"
        aria-label={props.label}
        columns={tableColumns(shown, search)}
        dataSource={rows}
        onRow={(_row, index) => rowKeys(index)}
        rowKey={props.rowKey}
        rowClassName={props.rowClass ?? ''}
        loading={{ spinning: page.loading, delay: 200 }}
        pagination={false}
        showSorterTooltip={false}
        {...(props.details ? { expandable: unfolding(props.details) } : {})}
        {...(props.selection ? { rowSelection: choosing(props.selection) } : {})}
        locale={{ emptyText: emptyText(page, filtered, props.empty) }}
        onChange={(_pages, _filters, sorter) => {
          const one = Array.isArray(sorter) ? sorter[0] : sorter;
          const sign = one?.order === 'descend' ? '-' : '';
          onSearch(withSort(search, one?.order ? `${sign}${String(one.columnKey)}` : undefined));
        }}
        summary={() => (
          <TotalsRow
            columns={shown}
            page={page}
            isWhole={isWhole}
            selects={props.selection !== undefined}
          />
        )}
      />
      <footer className="list-foot">
        <Space size={4} className="no-print">
          <Popover
            trigger="click"
            placement="topLeft"
            content={<ColumnChoice columns={columns} chosen={chosen} onChoose={choose} />}
          >
            <Button type="text" size="small" icon={<SettingOutlined />}>
              选择列
            </Button>
          </Popover>
          <Button
            type="text"
            size="small"
            icon={<PrinterOutlined />}
            loading={paper.fetching}
            onClick={paper.print}
          >
            打印
          </Button>
          {page.exportTo && (
            <ExportButton
              look="text"
              columns={shown.filter(({ screenOnly }) => !screenOnly).map(({ key }) => key)}
              exportTo={page.exportTo}
            />
          )}
        </Space>
        <Pager search={search} onSearch={onSearch} page={page} />
      </footer>
    </section>
  );
}

type TableRowSelection<Row> = NonNullable<TableProps<Row>['rowSelection']>;

/** More columns than this don't fit a page upright. */
const PORTRAIT_COLUMNS = 6;

function unfolding<Row>(details: (row: Row) => ReactNode) {
  return {
    expandedRowRender: details,
    rowExpandable: (row: Row) => Boolean(details(row)),
  };
}

function choosing<Row>({ chosen, onChoose, label }: Selection<Row>): TableRowSelection<Row> {
  return {
    selectedRowKeys: [...chosen],
    onChange: (_keys, rows) => onChoose(rows),
    getCheckboxProps: (row) => ({ 'aria-label': `选择 ${label(row)}` }),
  };
}

function tableColumns<Row>(columns: Column<Row>[], search: Search): TableColumnsType<Row> {
  return columns.map((column) => ({
    key: column.key,
    title: column.title,
    ...(column.align ? { align: column.align } : {}),
    ...(column.width ? { width: column.width } : {}),
    className: `${column.wraps ? 'wraps' : ''} ${column.screenOnly ? 'no-print' : ''}`.trim(),
    ...(column.sortable ? { sorter: true, sortOrder: sortOrder(search.sort, column.key) } : {}),
    render: (_value: unknown, row: Row) => column.render(row),
  }));
}

function sortOrder(sort: string | undefined, key: string): 'ascend' | 'descend' | null {
  if (sort === key) {
    return 'ascend';
  }
  return sort === `-${key}` ? 'descend' : null;
}

function emptyText<Row>(page: ListPage<Row>, filtered: boolean, empty: ReactNode): ReactNode {
  if (page.loading || page.error) {
    return ' ';
  }
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={filtered ? '没有符合条件的记录，可放宽或清空筛选条件。' : empty}
    />
  );
}

interface TotalsRowProps<Row> {
  columns: Column<Row>[];
  page: ListPage<Row>;
  /** Whether all rows that the filters select stand above it. */
  isWhole: boolean;
  /** Whether a column of boxes stands before all others. */
  selects: boolean;
}

/** 合计: the sums under their columns, or the one button that asks for all of them. */
function TotalsRow<Row>({ columns, page, isWhole, selects }: TotalsRowProps<Row>) {
  const { totals, listing } = page;
  const hasSums = columns.some(({ total }) => total !== undefined);
  if (!totals || !hasSums || !listing || listing.items.length === 0) return null;
  return (
    <Table.Summary.Row className={`totals-row ${totals.sums ? '' : 'no-print'}`}>
      {selects && <Table.Summary.Cell index={0} className="no-print" />}
      {columns.map(({ key, align = 'left' as const, total, screenOnly }, index) => (
        <Table.Summary.Cell
          key={key}
          index={selects ? index + 1 : index}
          align={index === 0 ? 'left' : align}
          className={screenOnly ? 'no-print' : ''}
        >
          {index === 0 && total === undefined && '合计'}
          {index === 0 && !isWhole && <span className="print-only">（全部记录）</span>}
          {index === 0 && totals.sums === undefined && <AskForSums {...totals} />}
          {total !== undefined && <Sum name={total} sums={totals.sums} />}
        </Table.Summary.Cell>
      ))}
    </Table.Summary.Row>
  );
}

function AskForSums({ loading, error, ask }: ListTotals) {
  return (
    <Button type="link" size="small" loading={loading} onClick={ask}>
      {error ? '没有算出来，重试' : '求和'}
    </Button>
  );
}

/** Sums of amounts are in fen by their name; all others count. */
function Sum({ name, sums }: { name: string; sums: Totals | undefined }) {
  const sum = sums?.[name];
  if (sum === undefined) return null;
  if (name.endsWith('_fen')) {
    return <Money fen={fen(sum ?? 0)} />;
  }
  return <span className="money">{formatCount(sum ?? 0)}</span>;
}

interface ColumnChoiceProps<Row> {
  columns: readonly Column<Row>[];
  chosen: readonly string[];
  onChoose: (keys: string[]) => void;
}

function ColumnChoice<Row>({ columns, chosen, onChoose }: ColumnChoiceProps<Row>) {
  return (
    <Checkbox.Group
      className="column-choice"
      value={[...chosen]}
      options={columns.map((column) => ({ value: column.key, label: column.title }))}
      onChange={(keys) => {
        // At least one column stays: an empty table can't be told from an empty list.
        if (keys.length > 0) {
          onChoose(keys);
        }
      }}
    />
  );
}

interface PagerProps {
  search: Search;
  onSearch: (search: Search) => void;
  page: ListPage<unknown>;
}

/** Seek paging: the server names where the next page begins, we remember where the last ones did. */
function Pager({ search, onSearch, page }: PagerProps) {
  const { after, ...rest } = search;
  const list = JSON.stringify(rest);
  const [walked, setWalked] = useState<{ list: string; trail: Trail }>({ list, trail: FIRST_PAGE });
  const trail = walked.list === list ? walked.trail : FIRST_PAGE;
  const previous = previousOf(trail, after);
  const next = page.listing?.next;
  const place = trail.indexOf(after);
  const count = page.listing?.count;

  return (
    <Space size={8} className="pager">
      {count && (
        <span>
          {count.exact ? '共' : '超过'} {formatCount(count.value)} 条
          {place > 0 && `，第 ${place + 1} 页`}
        </span>
      )}
      {(previous !== null || next) && (
        <Space size={4} className="no-print">
          <Button
            size="small"
            disabled={previous === null || page.loading}
            onClick={() => onSearch(withAfter(search, previous ?? undefined))}
          >
            {place < 0 ? '首页' : '上一页'}
          </Button>
          <Button
            size="small"
            disabled={!next || page.loading}
            onClick={() => {
              if (next) {
                setWalked({ list, trail: extend(trail, after, next) });
                onSearch(withAfter(search, next));
              }
            }}
          >
            下一页
          </Button>
        </Space>
      )}
    </Space>
  );
}
