/**
 * `8%`, `8.5%`: a rate of the wire (10⁻⁹) as a percentage, exact to its last place.
 */
export function formatRate(ppb: number): string {
  const digits = String(Math.abs(ppb)).padStart(8, '0');
  const decimals = digits.slice(-7).replace(/0+$/, '');
  const sign = ppb < 0 ? '-' : '';
  return `${sign}${digits.slice(0, -7)}${decimals === '' ? '' : `.${decimals}`}%`;
}

/** The rate that a person typed as a percentage: `8`, `8.5%`, `８％`; `undefined` when it is none. */
export function parsePercent(text: string): number | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,7}))?%?$/.exec(text.normalize('NFKC').trim());
  if (match === null) return undefined;
  return Number(match[1] + (match[2] ?? '').padEnd(7, '0'));
}
