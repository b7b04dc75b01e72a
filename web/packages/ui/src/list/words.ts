import { fen } from '@anju/api';
import { formatFen } from '../amount';
import { formatCount } from '../count';
import type { Filter } from './FilterBar';
import { filtersOf, type Search } from './search';

/** The filters that stand, in words: what a printed list covers. */
export function filterWords(filters: readonly Filter[], search: Search): string {
  const asked = filtersOf(search);
  const said = filters.flatMap((filter) => wordsOf(filter, asked));
  const named = filters.flatMap(({ kind, name }) =>
    kind === 'dates' ? [`${name}.from`, `${name}.to`] : [name],
  );
  // A link can filter by what has no field here.
  if (Object.keys(asked).some((name) => !named.includes(name))) said.push('另有链接带来的条件');
  return said.length === 0 ? '无（全部）' : said.join('；');
}

function wordsOf(filter: Filter, asked: Search): string[] {
  const { name, label } = filter;
  if (filter.kind === 'dates') {
    const [from, to] = [asked[`${name}.from`], asked[`${name}.to`]];
    return from || to ? [`${label} ${from ?? ''} 至 ${to ?? ''}`] : [];
  }
  const value = asked[name];
  if (value === undefined) return [];
  switch (filter.kind) {
    case 'fixed':
      return [label];
    case 'amount':
      return [`${label} ${formatFen(fen(Number(value)))} 元`];
    case 'choice':
      return [`${label} ${filter.options.find((one) => one.value === value)?.label ?? value}`];
    case 'text':
    case 'month':
      return [`${label} ${filter.personal ? '按所输入的查找' : value}`];
    default: {
      const forgotten: never = filter;
      return forgotten;
    }
  }
}

/** How many of all rows stand on the paper. */
export function rowWords(
  shown: number,
  count: { value: number; exact: boolean } | undefined,
  isWhole: boolean,
): string {
  if (isWhole) return `共 ${formatCount(shown)} 行`;
  const all = count ? `${count.exact ? '共' : '超过'} ${formatCount(count.value)} 行` : '';
  return `列出 ${formatCount(shown)} 行，${all}；全部内容请导出 Excel`;
}
