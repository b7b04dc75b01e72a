import type { CertificateSummary } from '@anju/api';
import {
  type Column,
  certificateKind,
  certificateStatus,
  DataList,
  type Filter,
  formatInstant,
  StatusTag,
  statusOptions,
} from '@anju/ui';
import { Way } from '../../app/links';
import { useList, useUrlSearch } from '../../app/list';
import { Page } from '../../app/Page';
import { certificateList, pdfOf } from './queries';
import { Void } from './Void';

const columns: Column<CertificateSummary>[] = [
  {
    key: 'title',
    title: '名称',
    render: ({ certificate_id, title, can }) =>
      can.includes('print') ? (
        <a href={pdfOf(certificate_id)} target="_blank" rel="noopener">
          {title}
        </a>
      ) : (
        title
      ),
  },
  {
    key: 'kind',
    title: '类型',
    render: ({ kind }) => <StatusTag status={kind} words={certificateKind} />,
  },
  { key: 'holder', title: '持有人', wraps: true, render: holderOf },
  {
    key: 'account_no',
    title: '个人账号',
    spare: true,
    render: ({ account_no }) => account_no ?? '–',
  },
  {
    key: 'status',
    title: '状态',
    render: ({ status }) => <StatusTag status={status} words={certificateStatus} />,
  },
  { key: 'issued_at', title: '开具时间', render: ({ issued_at }) => formatInstant(issued_at) },
  { key: 'issued_by', title: '开具人', render: ({ issued_by }) => issued_by },
  {
    key: 'voided_at',
    title: '作废时间',
    spare: true,
    render: ({ voided_at }) => (voided_at ? formatInstant(voided_at) : '–'),
  },
  { key: 'voided_by', title: '作废人', spare: true, render: ({ voided_by }) => voided_by ?? '–' },
  {
    key: 'void_reason',
    title: '作废原因',
    wraps: true,
    render: ({ void_reason }) => void_reason ?? '–',
  },
  { key: 'can', title: '办理', screenOnly: true, render: (row) => <Void row={row} /> },
];

/** Whose it is, with the way to what it is of. */
function holderOf({ holder, account_no, remittance_id }: CertificateSummary) {
  if (account_no) {
    return (
      <Way to="/accounts/$accountNo" params={{ accountNo: account_no }}>
        {holder}
      </Way>
    );
  }
  if (remittance_id) {
    return (
      <Way to="/remittances/$remittanceId" params={{ remittanceId: remittance_id }}>
        {holder}
      </Way>
    );
  }
  return holder;
}

const filters: Filter[] = [
  { kind: 'fixed', name: 'remittance_id', label: '限一笔汇缴' },
  { kind: 'fixed', name: 'employer_id', label: '限一个单位' },
  { kind: 'choice', name: 'kind', label: '类型', options: statusOptions(certificateKind) },
  { kind: 'choice', name: 'status', label: '状态', options: statusOptions(certificateStatus) },
  { kind: 'text', name: 'account_no', label: '个人账号', width: 150 },
];

/** 证明与回单: papers that the centre gave out. They are issued where what they are of stands. */
export function CertificateList() {
  const [search, onSearch] = useUrlSearch();
  const page = useList(certificateList, search);
  return (
    <Page title="证明与回单">
      <DataList
        name="certificates"
        label="证明与回单"
        columns={columns}
        rowKey={({ certificate_id }) => certificate_id}
        filters={filters}
        search={search}
        onSearch={onSearch}
        page={page}
        empty="还没有开具过。缴存证明在个人账户页开具，收据在汇缴页打印，入账回单在账户明细中打印。"
      />
    </Page>
  );
}
