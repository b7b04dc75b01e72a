import { type Fen, fen } from '@anju/api';

/** `1,234.56`; a negative amount in parentheses, as accountants write it: `(1,234.56)`. */
export function formatFen(amount: Fen): string {
  const digits = Math.abs(amount).toString().padStart(3, '0');
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  const text = `${yuan}.${digits.slice(-2)}`;
  return amount < 0 ? `(${text})` : text;
}

/**
 * The amount that a person typed in yuan: thousands separators, full-width digits and 元 are
 * welcome. `undefined` when it is no amount, has a third decimal or is too large to be exact.
 */
export function parseYuan(text: string): Fen | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[,\s]|元$/g, '')
    .replace(/^¥/, '');
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(plain);
  if (match === null) return undefined;
  const [, sign = '', yuan = '', decimals = ''] = match;
  const amount = Number(`${sign}${yuan}${decimals.padEnd(2, '0')}`);
  return Number.isSafeInteger(amount) ? fen(amount) : undefined;
}
