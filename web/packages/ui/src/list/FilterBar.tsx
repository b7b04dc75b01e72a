import { type Fen, fen } from '@anju/api';
import { Button, DatePicker, Input, Select, Space, Tag } from 'antd';
import dayjs from 'dayjs';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { formatFen, parseYuan } from '../amount';
import { filtersOf, type Search, withFilters } from './search';

/** One filter of a list; `name` is the wire's, with its `.contains` where it has one. */
export type Filter =
  | {
      kind: 'text';
      name: string;
      label: string;
      hint?: string;
      width?: number;
      /** What identifies a person: it isn't printed. */
      personal?: boolean;
      /** What is wrong with a text, so that it isn't asked; nothing where it may be right. */
      fault?: (text: string) => string | undefined;
    }
  | { kind: 'amount'; name: string; label: string }
  | { kind: 'choice'; name: string; label: string; options: { value: string; label: string }[] }
  | { kind: 'month'; name: string; label: string; personal?: never }
  /** Set by a link that leads here; shown while it stands, so that it can be taken away. */
  | { kind: 'fixed'; name: string; label: string }
  /** Two filters, `name.from` and `name.to`, both days included. */
  | { kind: 'dates'; name: string; label: string };

interface FilterBarProps {
  filters: readonly Filter[];
  search: Search;
  onSearch: (search: Search) => void;
}

/** The filters of a list: text is asked on Enter or 查询, a choice at once. */
export function FilterBar({ filters, search, onSearch }: FilterBarProps) {
  const [typed, setTyped] = useState<Record<string, string | undefined>>({});
  const applied = JSON.stringify(filtersOf(search));
  // What was typed is dropped whenever the URL says something new: the URL is the truth.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the URL's filters are the trigger
  useEffect(() => setTyped({}), [applied]);

  const faults = faultsOf(filters, typed);
  const [told, setTold] = useState(false);
  const apply = (changes: Record<string, string | undefined>) => {
    // What can't be right would find nothing, and say that there is nothing.
    setTold(faults.size > 0);
    if (faults.size === 0) onSearch(withFilters(search, { ...plain(typed), ...changes }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    apply({});
  };
  // A filter that came with a link and has no field here is cleared with the rest.
  const standing = Object.keys(filtersOf(search));
  const clear = () => {
    setTyped({});
    onSearch(withFilters(search, Object.fromEntries(standing.map((name) => [name, undefined]))));
  };

  return (
    <search className="filter-bar">
      <form onSubmit={submit}>
        {filters.map((filter) => (
          <FilterField
            key={filter.name}
            filter={filter}
            search={search}
            typed={typed[filter.name]}
            fault={told ? faults.get(filter.name) : undefined}
            onType={(text) => setTyped({ ...typed, [filter.name]: text })}
            onApply={apply}
          />
        ))}
        <Space size={4}>
          <Button htmlType="submit">查询</Button>
          {standing.length > 0 && (
            <Button type="text" onClick={clear}>
              清空
            </Button>
          )}
        </Space>
      </form>
    </search>
  );
}

interface FilterFieldProps {
  filter: Filter;
  search: Search;
  typed: string | undefined;
  fault: string | undefined;
  onType: (text: string) => void;
  onApply: (changes: Record<string, string | undefined>) => void;
}

function FilterField({ filter, search, typed, fault, onType, onApply }: FilterFieldProps) {
  const id = useId();
  if (filter.kind === 'fixed') {
    if (search[filter.name] === undefined) return null;
    return (
      <Tag closable onClose={() => onApply({ [filter.name]: undefined })}>
        {filter.label}
      </Tag>
    );
  }
  return (
    <div className="filter">
      <label htmlFor={id}>{filter.label}</label>
      <FilterInput
        id={id}
        filter={filter}
        search={search}
        typed={typed}
        fault={fault}
        onType={onType}
        onApply={onApply}
      />
      {fault && (
        <span id={`${id}-fault`} role="alert" className="filter-fault">
          {fault}
        </span>
      )}
    </div>
  );
}

type FilterInputProps = Omit<FilterFieldProps, 'filter'> & {
  id: string;
  filter: Exclude<Filter, { kind: 'fixed' }>;
};

function FilterInput({ id, filter, search, typed, fault, onType, onApply }: FilterInputProps) {
  const { name } = filter;
  const value = search[name];
  switch (filter.kind) {
    case 'text':
      return (
        <Input
          id={id}
          allowClear
          autoComplete="off"
          placeholder={filter.hint}
          style={{ width: filter.width ?? 168 }}
          status={fault ? 'error' : ''}
          aria-invalid={fault !== undefined}
          aria-describedby={fault ? `${id}-fault` : undefined}
          value={typed ?? value ?? ''}
          onChange={(event) => onType(event.target.value)}
        />
      );
    case 'amount':
      return (
        <AmountFilter
          id={id}
          value={value}
          onApply={(amount) => onApply({ [name]: amount?.toString() })}
        />
      );
    case 'choice':
      return (
        <Select
          id={id}
          allowClear
          placeholder="全部"
          style={{ minWidth: 116 }}
          popupMatchSelectWidth={false}
          options={filter.options}
          value={value ?? null}
          onChange={(code: string | null | undefined) => onApply({ [name]: code ?? undefined })}
        />
      );
    case 'month':
      return (
        <DatePicker
          id={id}
          picker="month"
          style={{ width: 128 }}
          value={value ? dayjs(value) : null}
          onChange={(month) => onApply({ [name]: month?.format('YYYY-MM') })}
        />
      );
    case 'dates':
      return (
        <DatePicker.RangePicker
          id={id}
          allowEmpty={[true, true]}
          style={{ width: 244 }}
          value={[dayOf(search[`${name}.from`]), dayOf(search[`${name}.to`])]}
          onChange={(days) =>
            onApply({
              [`${name}.from`]: days?.[0]?.format('YYYY-MM-DD'),
              [`${name}.to`]: days?.[1]?.format('YYYY-MM-DD'),
            })
          }
        />
      );
    default: {
      const forgotten: never = filter;
      return forgotten;
    }
  }
}

/** What was typed with full-width figures, as the server knows it. */
function plain(typed: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(typed).map(([name, text]) => [name, text?.normalize('NFKC').trim()]),
  );
}

/** What is wrong with what was typed, by the filters' names. */
function faultsOf(
  filters: readonly Filter[],
  typed: Record<string, string | undefined>,
): ReadonlyMap<string, string> {
  const texts = plain(typed);
  const faults = filters.flatMap((filter): [string, string][] => {
    const text = texts[filter.name];
    const fault = filter.kind === 'text' && text ? filter.fault?.(text) : undefined;
    return fault === undefined ? [] : [[filter.name, fault]];
  });
  return new Map(faults);
}

function dayOf(text: string | undefined) {
  return text ? dayjs(text) : null;
}

interface AmountFilterProps {
  id: string;
  value: string | undefined;
  onApply: (amount: Fen | undefined) => void;
}

/** An amount is typed in yuan and asked in fen. */
function AmountFilter({ id, value, onApply }: AmountFilterProps) {
  const shown = /^-?\d{1,15}$/.test(value ?? '') ? formatFen(fen(Number(value))) : '';
  const [text, setText] = useState(shown);
  useEffect(() => setText(shown), [shown]);
  const amount = text.trim() === '' ? undefined : parseYuan(text);
  const faulty = text.trim() !== '' && amount === undefined;
  const commit = () => {
    if (!faulty && String(amount ?? '') !== (value ?? '')) {
      onApply(amount);
    }
  };
  return (
    <Input
      id={id}
      allowClear
      autoComplete="off"
      inputMode="decimal"
      placeholder="元"
      style={{ width: 128 }}
      status={faulty ? 'error' : ''}
      aria-invalid={faulty}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onPressEnter={commit}
    />
  );
}
