import type { Fen } from '@anju/api';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';

/**
 * 中文大写金额 by 《支付结算办法》附一, in the very words that the server's kernel writes: 整 after
 * 元 or 角, one 零 for any run of inner zeros, and a 零 after 元 where the 元 place or the 角 place
 * is empty.
 */
export function fenInWords(amount: Fen): string {
  const fen = Math.abs(amount);
  const yuan = Math.trunc(fen / 100);
  const jiao = Math.trunc((fen % 100) / 10);
  const last = fen % 10;
  let words = amount < 0 ? '人民币负' : '人民币';
  if (fen === 0) return `${words}零元整`;
  if (yuan > 0) words += `${wholeInWords(yuan)}元`;
  const gap = jiao > 0 ? yuan % 10 === 0 : last > 0;
  if (yuan > 0 && gap) words += '零';
  if (jiao > 0) words += `${DIGITS[jiao]}角`;
  return words + (last > 0 ? `${DIGITS[last]}分` : '整');
}

const UNITS = [
  { word: '亿', worth: 100_000_000 },
  { word: '万', worth: 10_000 },
  { word: '仟', worth: 1000 },
  { word: '佰', worth: 100 },
  { word: '拾', worth: 10 },
];

/** A count of at least one; what stands before a unit is a count in words itself (壹佰万亿). */
function wholeInWords(value: number): string {
  const unit = UNITS.find(({ worth }) => value >= worth);
  if (unit === undefined) return DIGITS[value] ?? '';
  const words = wholeInWords(Math.trunc(value / unit.worth)) + unit.word;
  const rest = value % unit.worth;
  if (rest === 0) return words;
  return words + (rest < unit.worth / 10 ? '零' : '') + wholeInWords(rest);
}
