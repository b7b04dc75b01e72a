import type { PolicyItem, PolicyVersion } from '@anju/api';
import { type Column, formatInstant, StatusTag, versionState, WholeList } from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { Way } from '../../app/links';
import { useWorkbook } from '../../app/list';
import { type Fact, Page, Panel } from '../../app/Page';
import { PendingApproval } from '../approvals/PendingApproval';
import { ChangePolicy } from './ChangePolicy';
import { parameterQuery } from './queries';
import { WithdrawVersion } from './WithdrawVersion';

function columnsOf(withdraw: (version: PolicyVersion) => void): Column<PolicyVersion>[] {
  return [
    { key: 'effective_from', title: '生效日期', render: ({ effective_from }) => effective_from },
    {
      key: 'state',
      title: '状态',
      render: ({ state }) => <StatusTag status={state} words={versionState} />,
    },
    { key: 'value', title: '值', align: 'right', render: ({ value }) => value },
    {
      key: 'source_title',
      title: '依据文件',
      wraps: true,
      render: ({ source_title, note }) => (note ? `${source_title}　${note}` : source_title),
    },
    { key: 'source_number', title: '文号', render: ({ source_number }) => source_number || '–' },
    {
      key: 'resolution',
      title: '管委会决议',
      render: ({ resolution }) =>
        resolution ? (
          <Way to="/resolutions/$resolutionId" params={{ resolutionId: resolution.resolution_id }}>
            {resolution.number}
          </Way>
        ) : (
          '–'
        ),
    },
    { key: 'source_date', title: '文件日期', render: ({ source_date }) => source_date ?? '–' },
    {
      key: 'reason',
      title: '原因',
      wraps: true,
      render: ({ reason, withdrawal }) =>
        withdrawal ? <Withdrawal {...withdrawal} /> : reason || '–',
    },
    {
      key: 'recorded_at',
      title: '登记',
      render: ({ recorded_at, recorded_by }) => `${formatInstant(recorded_at)} ${recorded_by}`,
    },
    {
      key: 'next',
      screenOnly: true,
      title: '办理',
      render: (version) =>
        version.can.includes('withdraw') ? (
          <Button type="link" size="small" danger onClick={() => withdraw(version)}>
            撤回
          </Button>
        ) : (
          '–'
        ),
    },
  ];
}

function Withdrawal({ at, by, reason }: NonNullable<PolicyVersion['withdrawal']>) {
  return (
    <>
      {formatInstant(at)} {by}撤回：{reason}
    </>
  );
}

function factsOf(item: PolicyItem): Fact[] {
  const current = item.history.find(({ state }) => state === 'in_force');
  const unit = item.unit && ` ${item.unit}`;
  return [
    { label: '现行值', value: item.value ? `${item.value}${unit}` : '未设定' },
    { label: '生效日期', value: item.effective_from ?? '–' },
    { label: '文号', value: current?.source_number || '–' },
    { label: '文件日期', value: current?.source_date ?? '–' },
  ];
}

/** One parameter: what reads it, every version, and a new one. */
export function PolicyDetail() {
  const { key } = useParams({ from: '/desk/policy/$key' });
  const item = useSuspenseQuery(parameterQuery(key)).data;
  const exportTo = useWorkbook(`/api/policy/${key}/versions.xlsx`);
  const [changing, setChanging] = useState(false);
  const [withdrawing, setWithdrawing] = useState<PolicyVersion>();
  const withdrawable = item.history.filter(({ state }) => state === 'upcoming');
  const change = item.can.includes('change') && (
    <Button type="primary" onClick={() => setChanging(true)}>
      登记新版本
    </Button>
  );
  return (
    <Page title={item.label} facts={factsOf(item)} actions={change}>
      <PendingApproval of={{ subject_id: key }} />
      {withdrawable.map(({ policy_version_id }) => (
        <PendingApproval key={policy_version_id} of={{ subject_id: policy_version_id }} />
      ))}
      <Panel title="用于">
        {item.used_for || '–'}
        <div className="hint">
          新版本只影响生效日期起办理的业务；已经核定的汇缴仍按核定时的版本，预览中的清册须重新上传。
        </div>
      </Panel>
      <WholeList
        name="policy-versions"
        label={`${item.label}的各个版本`}
        columns={columnsOf(setWithdrawing)}
        rows={item.history}
        rowKey={({ policy_version_id }) => policy_version_id}
        exportTo={exportTo}
        rowClass={({ state }) => (state === 'withdrawn' ? 'passed' : '')}
        empty="还没有版本。登记第一个版本后，依据它的业务才能办理。"
      />
      {changing && <ChangePolicy item={item} close={() => setChanging(false)} />}
      {withdrawing && (
        <WithdrawVersion
          item={item}
          version={withdrawing}
          close={() => setWithdrawing(undefined)}
        />
      )}
    </Page>
  );
}
