import type { PolicyItem, PolicyVersion } from '@anju/api';
import { type Column, WholeList } from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Page } from '../../app/Page';
import { policyQuery } from './queries';

const columns: Column<PolicyItem>[] = [
  { key: 'label', title: '参数', render: ({ label }) => label },
  {
    key: 'value',
    title: '现行值',
    align: 'right',
    render: ({ value, unit }) =>
      value === null || value === undefined ? '未设定' : `${value}${unit ? ` ${unit}` : ''}`,
  },
  {
    key: 'effective_from',
    title: '生效日期',
    render: ({ effective_from }) => effective_from ?? '–',
  },
  { key: 'source', title: '依据', wraps: true, render: ({ source }) => source ?? '–' },
  { key: 'history', title: '历次', align: 'right', render: ({ history }) => history.length },
];

/** 政策参数: what the rules go by today, where it comes from, and what held before. */
export function PolicyList() {
  const items = useSuspenseQuery(policyQuery).data.items;
  return (
    <Page title="政策参数">
      <WholeList
        name="policy"
        label="政策参数"
        columns={columns}
        rows={items}
        rowKey={({ key }) => key}
        details={({ history, unit }) =>
          history.length > 0 && <History history={history} unit={unit} />
        }
        empty="还没有政策参数。"
      />
    </Page>
  );
}

function History({ history, unit }: Pick<PolicyItem, 'history' | 'unit'>) {
  return (
    <ul className="plain">
      {history.map(({ value, effective_from, source }: PolicyVersion) => (
        <li key={`${effective_from}${source}`}>
          {effective_from} 起　{value}
          {unit && ` ${unit}`}　{source}
        </li>
      ))}
    </ul>
  );
}
