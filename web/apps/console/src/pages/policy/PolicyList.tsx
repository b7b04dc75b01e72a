import type { PolicyItem } from '@anju/api';
import { type Column, WholeList } from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Way } from '../../app/links';
import { useExport } from '../../app/list';
import { Page } from '../../app/Page';
import { policyQuery } from './queries';

const inForce = ({ history }: PolicyItem) => history.find(({ state }) => state === 'in_force');
const upcoming = ({ history }: PolicyItem) => history.filter(({ state }) => state === 'upcoming');

const columns: Column<PolicyItem>[] = [
  {
    key: 'label',
    title: '参数',
    render: ({ key, label }) => (
      <Way to="/policy/$key" params={{ key }}>
        {label}
      </Way>
    ),
  },
  {
    key: 'value',
    title: '现行值',
    align: 'right',
    render: ({ value }) => value ?? <span className="due">未设定</span>,
  },
  { key: 'unit', title: '单位', render: ({ unit }) => unit || '–' },
  {
    key: 'effective_from',
    title: '生效日期',
    render: ({ effective_from }) => effective_from ?? '–',
  },
  {
    key: 'source_title',
    title: '依据文件',
    wraps: true,
    render: (item) => inForce(item)?.source_title ?? '–',
  },
  { key: 'source_number', title: '文号', render: (item) => inForce(item)?.source_number || '–' },
  { key: 'source_date', title: '文件日期', render: (item) => inForce(item)?.source_date ?? '–' },
  {
    key: 'upcoming',
    title: '待生效',
    wraps: true,
    render: (item) =>
      upcoming(item)
        .map(({ effective_from, value }) => `${effective_from} 起 ${value}`)
        .join('；') || '–',
  },
  { key: 'history', title: '历次', align: 'right', render: ({ history }) => history.length },
];

/** 政策参数: what the rules go by now, and the documents it comes from. */
export function PolicyList() {
  const items = useSuspenseQuery(policyQuery).data.items;
  const exportTo = useExport('/api/policy');
  return (
    <Page title="政策参数">
      <WholeList
        name="policy"
        label="政策参数"
        columns={columns}
        rows={items}
        rowKey={({ key }) => key}
        exportTo={exportTo}
        empty="还没有政策参数。"
      />
    </Page>
  );
}
