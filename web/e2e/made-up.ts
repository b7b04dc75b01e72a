import { randomInt } from 'node:crypto';
import { isCreditCode, isResidentId } from '../packages/ui/src/numbers';

const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const figures = (count: number) =>
  Array.from({ length: count }, () => String(randomInt(10))).join('');

/** Puts the sign at the end that the check wants. */
function checked(body: string, isFine: (number: string) => boolean): string {
  const found = [...SIGNS].map((sign) => body + sign).find(isFine);
  if (found === undefined) throw new Error(`no check sign fits ${body}`);
  return found;
}

/** A valid 统一社会信用代码 of nobody. */
export function creditCode(): string {
  return checked(`91511200MA${figures(7)}`, isCreditCode);
}

/** A valid ID number of nobody, of a grown-up. */
export function idNumber(): string {
  const month = String(randomInt(1, 13)).padStart(2, '0');
  const day = String(randomInt(1, 29)).padStart(2, '0');
  return checked(`511202${randomInt(1970, 2000)}${month}${day}${figures(3)}`, isResidentId);
}

/** The same number with a slip in its last place. */
export function mistyped(number: string): string {
  return number.slice(0, -1) + (number.endsWith('1') ? '2' : '1');
}

/** A valid mobile number of nobody. */
export function mobile(): string {
  return `139${figures(8)}`;
}
