import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useUrlSearch } from './list';

type Tab = { key: string; label: string; children: ReactNode };

/**
 * The tabs of a page, the open one kept in its address; the first where the address names none, or
 * one that isn't there for this person. On paper, where tabs aren't printed, its name is a heading.
 */
export function PageTabs({ tabs }: { tabs: Tab[] }) {
  const [{ tab }, onSearch] = useUrlSearch();
  const open = tabs.find(({ key }) => key === tab) ?? tabs[0];
  if (open === undefined) return null;
  return (
    <>
      <h2 className="print-only tab-title">{open.label}</h2>
      <Tabs
        activeKey={open.key}
        onChange={(next) => onSearch({ tab: next })}
        destroyOnHidden
        items={tabs}
      />
    </>
  );
}
