import type { ApprovalSummary } from '@anju/api';
import {
  approvalStatus,
  DataList,
  type Filter,
  formatCount,
  type Search,
  type Selection,
  statusOptions,
} from '@anju/ui';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useMay } from '../../app/actions';
import { useActions, useBranchOptions } from '../../app/codes';
import { useList, useUrlSearch } from '../../app/list';
import { Page } from '../../app/Page';
import { PageTabs } from '../../app/PageTabs';
import { useSession } from '../../app/session';
import { useWaiting } from '../../app/waiting';
import { ApproveMany } from './ApproveMany';
import { chosenWith, keptOf, type Seen } from './chosen';
import { columns } from './columns';
import { approvalList } from './queries';

/** 审批: what waits for me first, by its deadline; what I asked; everything. */
export function ApprovalList() {
  const [{ tab }] = useUrlSearch();
  const mayDecide = useMay('approval.decide');
  const mayRead = useMay('approval.read');
  const waiting = useWaiting()?.waiting ?? 0;
  const me = useSession()?.staff_id ?? '';
  const [chosen, setChosen] = useState<readonly ApprovalSummary[]>([]);
  const inbox = {
    key: 'waiting',
    label: waiting > 0 ? `待我办理（${formatCount(waiting)}）` : '待我办理',
    children: <Inbox chosen={chosen} onChoose={setChosen} />,
  };
  const mine = {
    key: 'mine',
    label: '我提交的',
    children: (
      <Requests
        fixed={{ maker_id: me }}
        filters={[SERIAL, useBusiness(), STATUS]}
        empty="您还没有提交过审批。按审批流程办理的业务，提交后列在这里。"
      />
    ),
  };
  const all = { key: 'all', label: '全部', children: <All /> };
  // Who may read none sees what it asked itself.
  const tabs = [...(mayDecide ? [inbox] : []), mine, ...(mayRead ? [all] : [])];
  const isInbox = (tabs.find(({ key }) => key === tab) ?? tabs[0])?.key === 'waiting';
  return (
    <Page
      title="审批"
      actions={isInbox && <ApproveMany chosen={chosen} onClear={() => setChosen([])} />}
    >
      <PageTabs tabs={tabs} />
    </Page>
  );
}

const SERIAL: Filter = { kind: 'fixed', name: 'serial', label: '限一笔' };
const STATUS: Filter = {
  kind: 'choice',
  name: 'status',
  label: '状态',
  options: statusOptions(approvalStatus),
};
const DUE: Filter = { kind: 'dates', name: 'due_on', label: '办理期限' };

/** The businesses that may need approval. */
function useBusiness(): Filter {
  const businesses = useActions().filter(({ approvable }) => approvable);
  const options = businesses.map(({ code, label }) => ({ value: code, label }));
  return { kind: 'choice', name: 'business', label: '业务', options };
}

type InboxProps = {
  chosen: readonly ApprovalSummary[];
  onChoose: (rows: readonly ApprovalSummary[]) => void;
};

function Inbox({ chosen, onChoose }: InboxProps) {
  const selection = (shown: readonly ApprovalSummary[]): Selection<ApprovalSummary> => ({
    chosen: chosen.map(({ approval_id }) => approval_id),
    onChoose: (rows) => onChoose(chosenWith(chosen, shown, rows)),
    label: ({ serial }) => serial,
  });
  const before = useRef<Seen>(undefined);
  const onSeen = (now: Seen) => {
    const kept = before.current ? keptOf(chosen, before.current, now) : chosen;
    before.current = now;
    if (kept !== chosen) onChoose(kept);
  };
  return (
    <Requests
      fixed={{ waits_for_me: 'true' }}
      sort="due_on"
      filters={[SERIAL, useBusiness(), DUE]}
      selection={selection}
      onSeen={onSeen}
      empty="没有等您办理的审批。"
    />
  );
}

function All() {
  const branches = useBranchOptions();
  const filters: Filter[] = [
    SERIAL,
    { kind: 'fixed', name: 'subject_id', label: '限一件事项' },
    { kind: 'fixed', name: 'maker_id', label: '限一名提交人' },
    useBusiness(),
    STATUS,
    { kind: 'choice', name: 'branch_id', label: '管理部', options: branches },
    DUE,
  ];
  return (
    <Requests filters={filters} empty="还没有审批。业务是否要审批、由谁审批，在审批流程里设置。" />
  );
}

type RequestsProps = {
  /** Filters that stand whatever the address says. */
  fixed?: Search;
  /** The order unless the address says another. */
  sort?: string;
  filters: Filter[];
  selection?: (shown: readonly ApprovalSummary[]) => Selection<ApprovalSummary>;
  /** Told what is before the eyes whenever that has been read anew. */
  onSeen?: (seen: Seen) => void;
  empty: ReactNode;
};

/** A tab's list; the tab stands in the address beside the filters. */
function Requests({ fixed = {}, sort, filters, selection, onSeen, empty }: RequestsProps) {
  const [{ tab, ...written }, onSearch] = useUrlSearch();
  const search: Search = sort === undefined ? written : { sort, ...written };
  const page = useList(approvalList, search, fixed);
  const tell = useRef(onSeen);
  useEffect(() => {
    tell.current = onSeen;
  });
  const [filtered, place] = apartOf(search);
  const rows = page.loading ? undefined : page.listing?.items;
  useEffect(() => {
    // While the next page is on its way the rows are still those of the last.
    if (rows) tell.current?.({ filters: filtered, page: place, rows });
  }, [rows, filtered, place]);
  return (
    <DataList
      name="approvals"
      label="审批"
      columns={columns}
      rowKey={({ approval_id }) => approval_id}
      rowClass={({ overdue }) => (overdue ? 'faulty' : '')}
      {...(selection ? { selection: selection(page.listing?.items ?? []) } : {})}
      filters={filters}
      search={search}
      onSearch={(next) => onSearch(tab === undefined ? next : { tab, ...next })}
      page={page}
      empty={empty}
    />
  );
}

/** What filters a list, and where in it one is, each as a text to compare. */
function apartOf({ sort, limit, after, ...filters }: Search): [string, string] {
  return [JSON.stringify(filters), JSON.stringify([sort, limit, after])];
}
