import type { Fen } from '@anju/api';
import { DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { formatFen, parseYuan } from './amount';
import { formatRate, parsePercent } from './rate';

// Inputs whose value is the wire's: fen, parts per billion, `2026-11-22`. A form holds exactly what
// it will send, and its draft survives as plain JSON.

type Field<Value> = {
  id?: string;
  value?: Value | null;
  onChange?: (value: Value | undefined) => void;
  /** A form's rules may wait for it. */
  onBlur?: () => void;
  disabled?: boolean;
  placeholder?: string;
};

/** What stands for text that is typed and is no amount or rate; rules refuse it. */
export const UNREADABLE = Number.NaN;

/** An amount, typed in yuan. Unreadable text is NaN, so that a required field isn't taken as empty. */
export function MoneyInput({ value, onChange, ...rest }: Field<Fen>) {
  return (
    <TypedInput
      {...rest}
      suffix="元"
      value={value}
      show={formatFen}
      read={parseYuan}
      onChange={onChange}
    />
  );
}

/** A rate, typed as a percentage. */
export function RateInput({ value, onChange, ...rest }: Field<number>) {
  return (
    <TypedInput
      {...rest}
      suffix="%"
      value={value}
      show={(rate) => formatRate(rate).replace('%', '')}
      read={parsePercent}
      onChange={onChange}
    />
  );
}

type TypedInputProps<Value extends number> = Field<Value> & {
  suffix: string;
  show: (value: Value) => string;
  read: (text: string) => Value | undefined;
};

function TypedInput<Value extends number>(props: TypedInputProps<Value>) {
  const { value, onChange, onBlur, show, read, ...rest } = props;
  const shown = value === null || value === undefined || Number.isNaN(value) ? '' : show(value);
  // While a person types, the text is theirs; afterwards it is shown as it was understood.
  const [typed, setTyped] = useState<string>();
  return (
    <Input
      {...rest}
      autoComplete="off"
      inputMode="decimal"
      className="typed-input"
      value={typed ?? shown}
      onChange={({ target }) => {
        setTyped(target.value);
        const isEmpty = target.value.trim() === '';
        onChange?.(isEmpty ? undefined : (read(target.value) ?? (UNREADABLE as Value)));
      }}
      onBlur={() => {
        if (!Number.isNaN(value)) setTyped(undefined);
        onBlur?.();
      }}
    />
  );
}

/** What is said of a typed amount that can't be read, or has parts of a fen. */
export const AMOUNT_UNREADABLE = '金额格式不对，应如 1,234.56，最多两位小数';

/** A rule for fields of {@link MoneyInput} and {@link RateInput}. */
export function readable(sentence: string) {
  return {
    validator: (_rule: unknown, value: unknown) =>
      Number.isNaN(value) ? Promise.reject(new Error(sentence)) : Promise.resolve(),
  };
}

/** How people type days and months; the first is how the wire and the screen write them. */
const FORMATS = {
  date: ['YYYY-MM-DD', 'YYYYMMDD', 'YYYY-M-D', 'YYYY/M/D', 'YYYY.M.D'],
  month: ['YYYY-MM', 'YYYYMM', 'YYYY-M', 'YYYY/M', 'YYYY.M'],
};

type DateKind = keyof typeof FORMATS;

function isDated(text: string, kind: DateKind): boolean {
  return FORMATS[kind].some((format) => dayjs(text, format, true).isValid());
}

/** A date or a month as the wire writes it; text that is none stays as it is, for {@link dated}. */
export function DateInput({
  value,
  onChange,
  onBlur,
  picker = 'date',
  ...rest
}: Field<string> & { picker?: DateKind }) {
  const isUnreadable = Boolean(value) && !isDated(value ?? '', picker);
  // The picker itself forgets what it can't read, and a person would believe it was taken.
  const keepUnreadable = (text: string) => {
    if (text !== '' && !isDated(text, picker)) onChange?.(text);
  };
  return (
    <DatePicker
      {...rest}
      {...(isUnreadable ? { placeholder: value ?? '' } : {})}
      picker={picker}
      format={FORMATS[picker]}
      className="date-input"
      onKeyDown={(event) => {
        const text = (event.target as HTMLInputElement).value.trim();
        if (event.key === 'Backspace' && text === '' && isUnreadable) onChange?.(undefined);
        if (event.key !== 'Enter') return;
        // Enter takes the typed day; it isn't meant to send the form.
        event.preventDefault();
        keepUnreadable(text);
      }}
      onBlur={({ target }) => {
        keepUnreadable((target as HTMLInputElement).value.trim());
        onBlur?.();
      }}
      value={value && !isUnreadable ? dayjs(value) : null}
      onChange={(day) => onChange?.(day?.format(FORMATS[picker][0]))}
    />
  );
}

/** A rule for fields of {@link DateInput}. */
export function dated(kind: DateKind = 'date') {
  const sentence = kind === 'date' ? '日期格式应为 2020-03-05' : '年月格式应为 2020-03';
  return {
    validator: (_rule: unknown, value: unknown) =>
      typeof value === 'string' && !isDated(value, kind)
        ? Promise.reject(new Error(sentence))
        : Promise.resolve(),
  };
}

/** A rule for fields of {@link DateInput}: days are compared as they are written. */
export function notBefore(earliest: string | null | undefined, sentence: string) {
  return {
    validator: (_rule: unknown, day: unknown) =>
      earliest && typeof day === 'string' && day < earliest
        ? Promise.reject(new Error(sentence))
        : Promise.resolve(),
  };
}
