import type { PolicyItem, PolicyVersion } from '@anju/api';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { Page, Panel } from '../../app/Page';
import { policyQuery } from './queries';

const columns = [
  { title: '参数', dataIndex: 'label' },
  {
    title: '现行值',
    key: 'value',
    align: 'right' as const,
    render: ({ value, unit }: PolicyItem) =>
      value === null || value === undefined ? '未设定' : `${value}${unit ? ` ${unit}` : ''}`,
  },
  { title: '生效日期', dataIndex: 'effective_from' },
  { title: '依据', dataIndex: 'source' },
  {
    title: '历次',
    key: 'history',
    align: 'right' as const,
    render: ({ history }: PolicyItem) => history.length,
  },
];

/** 政策参数: what the rules go by today, where it comes from, and what held before. */
export function PolicyList() {
  const items = useSuspenseQuery(policyQuery).data.items;
  return (
    <Page title="政策参数">
      <Panel>
        <Table<PolicyItem>
          size="small"
          aria-label="政策参数"
          columns={columns}
          dataSource={items}
          rowKey="key"
          pagination={false}
          expandable={{
            rowExpandable: ({ history }) => history.length > 0,
            expandedRowRender: ({ history, unit }) => <History history={history} unit={unit} />,
          }}
          locale={{ emptyText: '还没有政策参数。' }}
        />
      </Panel>
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
