import type { Search } from '@anju/ui';

/** Filters that identify a person, by the page that takes them. */
const PERSONAL: Readonly<Record<string, readonly string[]>> = {
  '/accounts': ['id_number', 'id_tail', 'name', 'mobile'],
};

export type Asked = Readonly<Record<string, string>>;

declare module '@tanstack/history' {
  interface HistoryState {
    /** What a page is asked beside its address. */
    found?: Asked;
  }
}

/**
 * What is asked of a page, apart: what stands in its address, and what doesn't because it
 * identifies a person. An address is kept by the browser, shown to whoever looks over a shoulder
 * and sent on; the state of a tab's history ends with the tab.
 */
export function apart(path: string, asked: Search): { search: Search; state: { found?: Asked } } {
  const personal = PERSONAL[path.replace(/\/$/, '')] ?? [];
  const entries = Object.entries(asked);
  const of = (isPersonal: boolean) =>
    Object.fromEntries(entries.filter(([name]) => personal.includes(name) === isPersonal));
  const found = of(true);
  const search = of(false);
  return { search, state: Object.keys(found).length > 0 ? { found } : {} };
}
