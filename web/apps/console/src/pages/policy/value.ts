import type { PolicyItem, ValueKind } from '@anju/api';
import { AMOUNT_UNREADABLE, parsePercent, parseYuan } from '@anju/ui';

/** What stands behind the field of a value. */
export function suffixOf({ kind, unit }: Pick<PolicyItem, 'kind' | 'unit'>): string | undefined {
  if (kind === 'rate') return '%';
  return unit || (kind === 'money' ? '元' : undefined);
}

const TERM = /^(\d{1,5})\s*个?(工作日|自然日)$/;

type Reading = { sentence: string; reads: (text: string) => boolean };

/** How a typed value of each kind looks, and what to say of one that doesn't. */
const readings: Record<ValueKind, Reading> = {
  money: { sentence: AMOUNT_UNREADABLE, reads: (text) => parseYuan(text) !== undefined },
  rate: {
    sentence: '请填写百分数，如 12 或 8.5',
    reads: (text) => parsePercent(text) !== undefined,
  },
  number: { sentence: '请填写整数', reads: (text) => /^-?\d+$/.test(text.trim()) },
  deadline: {
    sentence: '请填写期限，如 5个工作日 或 15个自然日',
    reads: (text) => TERM.test(text.trim()),
  },
  rounding: { sentence: '请选择', reads: (text) => text !== '' },
  flag: { sentence: '请选择', reads: (text) => text !== '' },
  code: { sentence: '请选择', reads: (text) => text !== '' },
};

/** A rule for the field of a value. */
export function valueRule(kind: ValueKind) {
  const { sentence, reads } = readings[kind];
  return {
    validator: (_rule: unknown, text: unknown) =>
      typeof text !== 'string' || text === '' || reads(text)
        ? Promise.resolve()
        : Promise.reject(new Error(sentence)),
  };
}

/** A typed value as it is sent: a rate says that it is one. */
export function valueSent(kind: ValueKind, text: string): string {
  const plain = text.normalize('NFKC').trim();
  return kind === 'rate' && !plain.endsWith('%') ? `${plain}%` : plain;
}
