import type { RosterSummary } from '@anju/api';
import {
  type Column,
  DataList,
  type Filter,
  formatCount,
  formatInstant,
  Money,
  rosterStatus,
  type Search,
  StatusTag,
  statusOptions,
} from '@anju/ui';
import { useMay } from '../../app/actions';
import { ButtonLink, Way } from '../../app/links';
import { useList, useUrlSearch } from '../../app/list';
import { Page } from '../../app/Page';
import { rosterList } from './queries';

const columns: Column<RosterSummary>[] = [
  {
    key: 'created_at',
    title: '上传时间',
    render: ({ roster_id, created_at }) => (
      <Way to="/rosters/$rosterId" params={{ rosterId: roster_id }}>
        {formatInstant(created_at)}
      </Way>
    ),
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
  { key: 'month', title: '汇缴年月', render: ({ month }) => month },
  {
    key: 'status',
    title: '状态',
    render: ({ status }) => <StatusTag status={status} words={rosterStatus} />,
  },
  {
    key: 'rows',
    title: '人数',
    align: 'right',
    total: 'rows',
    render: ({ rows }) => formatCount(rows),
  },
  {
    key: 'faulty_rows',
    title: '有误',
    align: 'right',
    render: ({ faulty_rows }) =>
      faulty_rows > 0 ? <span className="due">{formatCount(faulty_rows)}</span> : '0',
  },
  {
    key: 'total_fen',
    title: '金额',
    align: 'right',
    total: 'total_fen',
    render: ({ total_fen }) => <Money fen={total_fen} />,
  },
  { key: 'created_by', title: '上传人', render: ({ created_by }) => created_by },
  {
    key: 'remittance',
    screenOnly: true,
    title: '汇缴',
    render: ({ remittance_id }) =>
      remittance_id ? (
        <Way to="/remittances/$remittanceId" params={{ remittanceId: remittance_id }} instead="–">
          查看
        </Way>
      ) : (
        '–'
      ),
  },
];

const filters: Filter[] = [
  { kind: 'month', name: 'month', label: '汇缴年月' },
  { kind: 'choice', name: 'status', label: '状态', options: statusOptions(rosterStatus) },
  { kind: 'fixed', name: 'employer_id', label: '限一个单位' },
];

type TableProps = {
  name: string;
  search: Search;
  onSearch: (search: Search) => void;
  fixed: Search;
  empty: string;
};

/** The rosters of one employer, on its page. */
export function RosterTable({ fixed, ...rest }: TableProps) {
  const page = useList(rosterList, rest.search, fixed);
  return (
    <DataList
      {...rest}
      label="清册"
      columns={columns.filter(({ key }) => key !== 'employer_name')}
      rowKey={({ roster_id }) => roster_id}
      page={page}
    />
  );
}

/** 清册: what employers sent, waiting, confirmed and discarded. */
export function RosterList() {
  const [search, onSearch] = useUrlSearch();
  const page = useList(rosterList, search);
  const mayUpload = useMay('roster.upload');
  const upload = mayUpload && (
    <ButtonLink look="primary" to="/rosters/new">
      上传清册
    </ButtonLink>
  );
  return (
    <Page title="清册" actions={upload}>
      <DataList
        name="rosters"
        label="清册"
        columns={columns}
        rowKey={({ roster_id }) => roster_id}
        filters={filters}
        search={search}
        onSearch={onSearch}
        page={page}
        empty={
          <>
            还没有清册。
            {mayUpload && <Way to="/rosters/new">上传第一份清册</Way>}
          </>
        }
      />
    </Page>
  );
}
