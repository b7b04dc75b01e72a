import type { AccountSummary } from '@anju/api';
import {
  accountStatus,
  type Column,
  DataList,
  type Filter,
  MaskedId,
  Money,
  residentIdFault,
  type Search,
  StatusTag,
  statusOptions,
} from '@anju/ui';
import type { ReactNode } from 'react';
import { Way } from '../../app/links';
import { useList } from '../../app/list';
import { accountList } from './queries';

const columns: Column<AccountSummary>[] = [
  {
    key: 'account_no',
    title: '个人账号',
    sortable: true,
    render: ({ account_no }) => (
      <Way to="/accounts/$accountNo" params={{ accountNo: account_no }}>
        {account_no}
      </Way>
    ),
  },
  { key: 'name', title: '姓名', render: ({ name }) => name },
  {
    key: 'id_number',
    title: '证件号码',
    render: ({ id_number }) => <MaskedId value={id_number} />,
  },
  {
    key: 'employer_name',
    title: '缴存单位',
    render: ({ employer_id, employer_name }) => (
      <Way to="/employers/$employerId" params={{ employerId: employer_id }}>
        {employer_name}
      </Way>
    ),
  },
  {
    key: 'status',
    title: '状态',
    render: ({ status }) => <StatusTag status={status} words={accountStatus} />,
  },
  {
    key: 'base_fen',
    title: '缴存基数',
    align: 'right',
    total: 'base_fen',
    render: ({ base_fen }) => <Money fen={base_fen} />,
  },
  {
    key: 'monthly_fen',
    title: '月缴存额',
    align: 'right',
    total: 'monthly_fen',
    render: ({ monthly_fen }) => <Money fen={monthly_fen} />,
  },
  { key: 'paid_through', title: '缴至年月', render: ({ paid_through }) => paid_through ?? '未缴' },
  {
    key: 'balance_fen',
    title: '账户余额',
    align: 'right',
    total: 'balance_fen',
    render: ({ balance_fen }) => <Money fen={balance_fen} />,
  },
];

type Props = {
  name: string;
  search: Search;
  onSearch: (search: Search) => void;
  /** Filters that stand whatever the search says: the accounts of one employer. */
  fixed?: Search;
  empty: ReactNode;
};

/** Accounts as a list: of the centre, or of one employer. */
export function AccountTable({ name, search, onSearch, fixed = {}, empty }: Props) {
  const page = useList(accountList, search, fixed);
  const isOfOneEmployer = fixed.employer_id !== undefined || search.employer_id !== undefined;
  // Names are sealed: a part of one can be looked for among one employer's people only.
  const nameHint = isOfOneEmployer ? '全名或一部分' : '全名';
  const filters: Filter[] = [
    { kind: 'text', name: 'account_no', label: '个人账号', width: 124 },
    {
      kind: 'text',
      name: 'id_number',
      label: '证件号码',
      hint: '完整号码',
      width: 184,
      personal: true,
      fault: residentIdFault,
    },
    { kind: 'text', name: 'name', label: '姓名', hint: nameHint, width: 116, personal: true },
    { kind: 'choice', name: 'status', label: '状态', options: statusOptions(accountStatus) },
    { kind: 'fixed', name: 'employer_id', label: '限一个单位' },
    { kind: 'fixed', name: 'contributes', label: '限缴存中的账户' },
  ];
  return (
    <DataList
      name={name}
      label="个人账户"
      columns={fixed.employer_id ? columns.filter(({ key }) => key !== 'employer_name') : columns}
      rowKey={({ account_no }) => account_no}
      filters={filters}
      search={search}
      onSearch={onSearch}
      page={page}
      empty={empty}
    />
  );
}
