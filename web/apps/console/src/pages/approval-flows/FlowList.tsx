import type { ApprovalFlow } from '@anju/api';
import { type Column, formatInstant, StatusTag, versionState, WholeList } from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useMay } from '../../app/actions';
import { useWorkbook } from '../../app/list';
import { Page, Panel } from '../../app/Page';
import { PendingApproval } from '../approvals/PendingApproval';
import { type FlowsOf, flowState, flowsOf, SETTING, stepsSaid } from './flow';
import { flowsQuery } from './queries';
import { SetFlow } from './SetFlow';

const columns: Column<FlowsOf>[] = [
  { key: 'label', title: '业务', render: ({ label }) => label },
  { key: 'steps', title: '现行流程', wraps: true, render: ({ inForce }) => stepsSaid(inForce) },
  {
    key: 'effective_from',
    title: '生效日期',
    render: ({ inForce }) => inForce?.effective_from ?? '–',
  },
  { key: 'source', title: '依据', wraps: true, render: ({ inForce }) => inForce?.source ?? '–' },
  {
    key: 'upcoming',
    title: '待生效',
    wraps: true,
    render: ({ upcoming }) =>
      upcoming.map((flow) => `${flow.effective_from} 起 ${stepsSaid(flow)}`).join('；') || '–',
  },
  { key: 'history', title: '历次', align: 'right', render: ({ history }) => history.length },
];

/** 审批流程: which business needs whose approval, now and from days to come. */
export function FlowList() {
  const { businesses, flows } = useSuspenseQuery(flowsQuery).data;
  const rows = flowsOf(businesses, flows);
  const exportTo = useWorkbook('/api/approval-flows/businesses.xlsx');
  const maySet = useMay('approval_flow.set');
  const [setting, setSetting] = useState<FlowsOf>();
  const next: Column<FlowsOf> = {
    key: 'next',
    screenOnly: true,
    title: '办理',
    render: (row) => (
      <Button type="link" size="small" className="row-action" onClick={() => setSetting(row)}>
        设置流程
      </Button>
    ),
  };
  return (
    <Page title="审批流程">
      <Panel>
        列出可以设置审批的业务。经办人提交后由各环节的角色依次办理，提交人不能审批本人提交的业务，一人只办理一个环节；最后环节通过后自动办理。
        <div className="hint">
          新流程只用于生效日期起提交的业务，已经提交的仍按提交时的流程办理。
        </div>
      </Panel>
      <PendingApproval of={{ business: SETTING }} />
      <WholeList
        name="approval-flows"
        label="审批流程"
        columns={maySet ? [...columns, next] : columns}
        rows={rows}
        rowKey={({ business }) => business}
        exportTo={exportTo}
        details={(row) => row.history.length > 0 && <History of={row} />}
        empty="没有可以设置审批的业务。"
      />
      {setting && (
        <SetFlow
          of={setting}
          setting={rows.find(({ business }) => business === SETTING)?.inForce}
          close={() => setSetting(undefined)}
        />
      )}
    </Page>
  );
}

/** Every flow of a business, the latest first. */
function History({ of }: { of: FlowsOf }) {
  const history: TableColumnsType<ApprovalFlow> = [
    { title: '生效日期', dataIndex: 'effective_from', className: 'nowrap' },
    {
      title: '状态',
      className: 'nowrap',
      render: (_, flow) => <StatusTag status={flowState(flow, of)} words={versionState} />,
    },
    { title: '环节', render: (_, flow) => stepsSaid(flow) },
    { title: '依据', dataIndex: 'source' },
    { title: '原因', dataIndex: 'reason' },
    {
      title: '登记',
      render: (_, { recorded_at, recorded_by }) => `${formatInstant(recorded_at)} ${recorded_by}`,
    },
  ];
  return (
    <Table<ApprovalFlow>
      size="small"
      aria-label={`${of.label}的历次流程`}
      columns={history}
      dataSource={of.history}
      rowKey="flow_id"
      rowClassName={(flow) => (flowState(flow, of) === 'past' ? 'passed' : '')}
      pagination={false}
    />
  );
}
