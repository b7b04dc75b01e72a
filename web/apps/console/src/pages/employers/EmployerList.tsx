import type { EmployerSummary } from '@anju/api';
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
import { useMay } from '../../app/actions';
import { useBranchOptions } from '../../app/codes';
import { ButtonLink, Way } from '../../app/links';
import { useList, useUrlSearch } from '../../app/list';
import { Page } from '../../app/Page';
import { employerList } from './queries';

const columns: Column<EmployerSummary>[] = [
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
  { key: 'name', title: '单位名称', sortable: true, render: ({ name }) => name },
  {
    key: 'credit_code',
    title: '统一社会信用代码',
    render: ({ credit_code }) => credit_code ?? '–',
  },
  {
    key: 'status',
    title: '状态',
    render: ({ status }) => <StatusTag status={status} words={employerStatus} />,
  },
  { key: 'branch', title: '管理部', render: ({ branch_name }) => branch_name },
  {
    key: 'people',
    title: '缴存人数',
    align: 'right',
    total: 'people',
    render: ({ people }) => formatCount(people),
  },
  {
    key: 'sealed_people',
    title: '封存人数',
    align: 'right',
    spare: true,
    total: 'sealed_people',
    render: ({ sealed_people }) => formatCount(sealed_people),
  },
  { key: 'paid_through', title: '缴至年月', render: ({ paid_through }) => paid_through ?? '未缴' },
  {
    key: 'months_owed',
    title: '欠缴月数',
    align: 'right',
    render: ({ months_owed }) =>
      months_owed > 0 ? <span className="due">{months_owed}</span> : '0',
  },
  {
    key: 'balance_fen',
    title: '账户余额',
    align: 'right',
    total: 'balance_fen',
    render: ({ balance_fen }) => <Money fen={balance_fen} />,
  },
  {
    key: 'next',
    screenOnly: true,
    title: '办理',
    render: ({ employer_id, can }) =>
      can.includes('upload_roster') ? (
        <Way to="/rosters/new" search={{ employer_id }}>
          上传清册
        </Way>
      ) : null,
  },
];

/** 缴存单位: every employer of the centre that the person may see. */
export function EmployerList() {
  const [search, onSearch] = useUrlSearch();
  const page = useList(employerList, search);
  const branches = useBranchOptions();
  const mayRegister = useMay('employer.register');
  const mayUpload = useMay('roster.upload');
  const filters: Filter[] = [
    { kind: 'text', name: 'name.contains', label: '单位名称', hint: '其中几个字' },
    { kind: 'text', name: 'employer_no', label: '单位账号', width: 124 },
    { kind: 'text', name: 'credit_code', label: '信用代码', hint: '18 位' },
    { kind: 'choice', name: 'status', label: '状态', options: statusOptions(employerStatus) },
    { kind: 'fixed', name: 'contributes', label: '限缴存中的单位' },
  ];
  if (branches.length > 0) {
    filters.push({ kind: 'choice', name: 'branch_id', label: '管理部', options: branches });
  }
  const register = mayRegister && (
    <ButtonLink to="/employers/new" look="primary">
      单位登记
    </ButtonLink>
  );
  return (
    <Page title="缴存单位" actions={register}>
      <DataList
        name="employers"
        label="缴存单位"
        columns={mayUpload ? columns : columns.filter(({ key }) => key !== 'next')}
        rowKey={({ employer_id }) => employer_id}
        filters={filters}
        search={search}
        onSearch={onSearch}
        page={page}
        empty={
          <>
            还没有缴存单位。
            {mayRegister && <Way to="/employers/new">登记第一个单位</Way>}
          </>
        }
      />
    </Page>
  );
}
