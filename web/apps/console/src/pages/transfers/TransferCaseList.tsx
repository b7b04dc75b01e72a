import type { TransferCaseSummary, TransferParty } from '@anju/api';
import {
  type Column,
  DataList,
  type Filter,
  MaskedId,
  StatusTag,
  statusOptions,
  transferCaseStatus,
} from '@anju/ui';
import { Way } from '../../app/links';
import { useList, useUrlSearch } from '../../app/list';
import { Page } from '../../app/Page';
import { useSession } from '../../app/session';
import { transferCaseList } from './queries';

const columns: Column<TransferCaseSummary>[] = [
  {
    key: 'serial',
    title: '业务流水',
    sortable: true,
    render: ({ case_id, serial }) => (
      <Way to="/transfer-cases/$caseId" params={{ caseId: case_id }}>
        {serial}
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
    key: 'account_no',
    title: '个人账号',
    render: ({ account_no }) => (
      <Way to="/accounts/$accountNo" params={{ accountNo: account_no }}>
        {account_no}
      </Way>
    ),
  },
  { key: 'old', title: '原单位', wraps: true, render: ({ old }) => <Party party={old} /> },
  { key: 'new', title: '新单位', wraps: true, render: (row) => <Party party={row.new} /> },
  { key: 'month', title: '转入年月', render: ({ month }) => month },
  { key: 'opened_on', title: '发起日期', render: ({ opened_on }) => opened_on },
  { key: 'due_on', title: '办理期限', render: (row) => <Due {...row} /> },
  {
    key: 'status',
    title: '状态',
    render: ({ status }) => <StatusTag status={status} words={transferCaseStatus} />,
  },
];

const filters: Filter[] = [
  { kind: 'fixed', name: 'account_no', label: '限一个账户' },
  { kind: 'fixed', name: 'old_employer_id', label: '限一个原单位' },
  { kind: 'fixed', name: 'new_employer_id', label: '限一个新单位' },
  { kind: 'choice', name: 'status', label: '状态', options: statusOptions(transferCaseStatus) },
];

/** 转移催办: whom another employer still has. */
export function TransferCaseList() {
  const [search, onSearch] = useUrlSearch();
  const page = useList(transferCaseList, search);
  return (
    <Page title="转移催办">
      <DataList
        name="transfer-cases"
        label="转移催办"
        columns={columns}
        rowKey={({ case_id }) => case_id}
        filters={filters}
        search={search}
        onSearch={onSearch}
        page={page}
        empty={
          <>
            没有转移催办。职工列入新单位的清册、账户还在原单位缴存时，在
            <Way to="/rosters">清册</Way>
            里发起。
          </>
        }
      />
    </Page>
  );
}

/** An employer, where it is the reader's to know. */
export function Party({ party }: { party?: TransferParty | null | undefined }) {
  if (!party) return <>–</>;
  return (
    <Way to="/employers/$employerId" params={{ employerId: party.employer_id }}>
      {party.employer_name}
    </Way>
  );
}

/** The last day of the term, in warning colour once it is over and nothing was done. */
export function Due({ due_on, status }: Pick<TransferCaseSummary, 'due_on' | 'status'>) {
  const today = useSession()?.business_day?.date;
  const over = status === 'waiting' && today !== undefined && today > due_on;
  return <span className={over ? 'due' : undefined}>{due_on}</span>;
}
