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
  const { value, onChange, show, read, ...rest } = props;
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
      }}
    />
  );
}

/** A rule for fields of {@link MoneyInput} and {@link RateInput}. */
export function readable(sentence: string) {
  return {
    validator: (_rule: unknown, value: unknown) =>
      Number.isNaN(value) ? Promise.reject(new Error(sentence)) : Promise.resolve(),
  };
}

/** A date or a month as the wire writes it. */
export function DateInput({
  value,
  onChange,
  picker = 'date',
  ...rest
}: Field<string> & { picker?: 'date' | 'month' }) {
  const format = picker === 'date' ? 'YYYY-MM-DD' : 'YYYY-MM';
  return (
    <DatePicker
      {...rest}
      picker={picker}
      format={format}
      className="date-input"
      // Enter takes the typed day; it isn't meant to send the form.
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault();
      }}
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day?.format(format))}
    />
  );
}
