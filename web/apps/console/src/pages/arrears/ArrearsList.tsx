import type { Arrears } from '@anju/api';
import {
  type Column,
  DataList,
  employerStatus,
  type Filter,
  formatCount,
  Money,
  StatusTag,
  statusOptions,
} from '@anju/ui';
import { Space } from 'antd';
import { useBranchOptions } from '../../app/codes';
import { Way } from '../../app/links';
import { useList, useUrlSearch } from '../../app/list';
import { Page } from '../../app/Page';
import { arrearsList } from './queries';

const columns: Column<Arrears>[] = [
  {
    key: 'employer_no',
    title: '单位账号',
    sortable: true,
    render: ({ employer_id, employer_no }) => (
      <Way to="/employers/$employerId" params={{ employerId: employer_id }}>
        {employer_no}
      </Way>
    ),
  },
  { key: 'name', title: '单位名称', render: ({ name }) => name },
  {
    key: 'status',
    title: '状态',
    render: ({ status }) => <StatusTag status={status} words={employerStatus} />,
  },
  { key: 'branch', title: '管理部', render: ({ branch_name }) => branch_name },
  { key: 'payday', title: '发薪日', align: 'right', spare: true, render: ({ payday }) => payday },
  { key: 'paid_through', title: '缴至年月', render: ({ paid_through }) => paid_through ?? '未缴' },
  {
    key: 'owed',
    title: '欠缴起止',
    render: ({ from, due }) => (from === due ? from : `${from} 至 ${due}`),
  },
  {
    key: 'months_owed',
    title: '欠缴月数',
    align: 'right',
    sortable: true,
    total: 'months_owed',
    render: ({ months_owed }) => <span className="due">{months_owed}</span>,
  },
  {
    key: 'awaited_months',
    title: '其中待到账',
    align: 'right',
    total: 'awaited_months',
    render: ({ awaited_months }) => awaited_months,
  },
  {
    key: 'people',
    title: '缴存人数',
    align: 'right',
    total: 'people',
    render: ({ people }) => formatCount(people),
  },
  {
    key: 'monthly_fen',
    title: '现月缴存额',
    align: 'right',
    render: ({ monthly_fen }) => <Money fen={monthly_fen} />,
  },
  {
    key: 'estimate_fen',
    title: '估计欠缴额',
    align: 'right',
    total: 'estimate_fen',
    render: ({ estimate_fen }) => <Money fen={estimate_fen} />,
  },
  {
    key: 'next',
    screenOnly: true,
    title: '办理',
    render: (row) => <Next {...row} />,
  },
];

/** The money of a month that is assessed is awaited; of another the roster is. */
function Next({ employer_id, awaited, can }: Pick<Arrears, 'employer_id' | 'awaited' | 'can'>) {
  return (
    <Space size={12}>
      {awaited && (
        <Way
          to="/remittances/$remittanceId"
          params={{ remittanceId: awaited.remittance_id }}
          instead={`${awaited.month} 待到账`}
        >
          {awaited.month} 待到账
        </Way>
      )}
      {can.includes('upload_roster') && (
        <Way to="/rosters/new" search={{ employer_id }} instead={null}>
          上传清册
        </Way>
      )}
    </Space>
  );
}

/** Nothing falls due for an employer in any other state. */
const owing = statusOptions(employerStatus).filter(({ value }) =>
  ['normal', 'opened', 'deferred'].includes(value),
);

/** 欠缴: the employers that owe a month today, those that owe most first. */
export function ArrearsList() {
  const [search, onSearch] = useUrlSearch();
  const page = useList(arrearsList, search);
  const branches = useBranchOptions();
  const filters: Filter[] = [
    { kind: 'text', name: 'name.contains', label: '单位名称', hint: '其中几个字' },
    { kind: 'text', name: 'employer_no', label: '单位账号', width: 124 },
    { kind: 'text', name: 'months_owed.from', label: '欠缴月数不少于', width: 80 },
    { kind: 'choice', name: 'status', label: '状态', options: owing },
  ];
  if (branches.length > 0) {
    filters.push({ kind: 'choice', name: 'branch_id', label: '管理部', options: branches });
  }
  return (
    <Page title="欠缴单位">
      <p className="hint">
        已到缴存期限而没有入账的月份算作欠缴，其中已核定的待到账；估计欠缴额按现在的月缴存额乘以欠缴月数，实际应缴以逐月清册核定为准。
      </p>
      <DataList
        name="arrears"
        label="欠缴单位"
        columns={columns}
        rowKey={({ employer_id }) => employer_id}
        filters={filters}
        search={search}
        onSearch={onSearch}
        page={page}
        empty="没有欠缴的单位。"
      />
    </Page>
  );
}
