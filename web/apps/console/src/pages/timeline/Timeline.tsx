import type { TimelineEvent } from '@anju/api';
import {
  type Column,
  DataList,
  eventKind,
  type Filter,
  formatInstant,
  Money,
  type Search,
  StatusTag,
} from '@anju/ui';
import { useState } from 'react';
import { Way } from '../../app/links';
import { type ServerList, useList } from '../../app/list';

const columns: Column<TimelineEvent>[] = [
  { key: 'at', title: '时间', render: ({ at }) => formatInstant(at) },
  {
    key: 'kind',
    title: '事项',
    render: ({ kind }) => <StatusTag status={kind} words={eventKind} />,
  },
  { key: 'sentence', title: '内容', wraps: true, render: ({ sentence }) => sentence },
  { key: 'month', title: '年月', spare: true, render: ({ month }) => month ?? '–' },
  {
    key: 'amount_fen',
    title: '金额',
    align: 'right',
    spare: true,
    render: ({ amount_fen }) => (amount_fen == null ? '–' : <Money fen={amount_fen} />),
  },
  { key: 'by', title: '经办', render: ({ by }) => by ?? '–' },
  { key: 'thing', screenOnly: true, title: '办理记录', render: (event) => <About {...event} /> },
];

/** The way to what an event is about. */
function About(event: TimelineEvent) {
  const { remittance_id, suspense_id, recovery_id, case_id, payer_id } = event;
  if (remittance_id) {
    return (
      <Way to="/remittances/$remittanceId" params={{ remittanceId: remittance_id }} instead="–">
        汇缴
      </Way>
    );
  }
  if (suspense_id) {
    return (
      <Way to="/suspense/$suspenseId" params={{ suspenseId: suspense_id }} instead="–">
        暂收
      </Way>
    );
  }
  if (recovery_id) {
    return (
      <Way to="/recoveries" search={{ recovery_id }} instead="–">
        追款
      </Way>
    );
  }
  if (case_id) {
    return (
      <Way to="/transfer-cases/$caseId" params={{ caseId: case_id }} instead="–">
        转移催办
      </Way>
    );
  }
  if (payer_id) {
    return (
      <Way to="/payers/$payerId" params={{ payerId: payer_id }} instead="–">
        代付单位
      </Way>
    );
  }
  return <>–</>;
}

const filters: Filter[] = [
  {
    kind: 'choice',
    name: 'kind',
    label: '事项',
    options: Object.entries(eventKind).map(([value, { label }]) => ({ value, label })),
  },
];

/** What happened with one thing, the latest first. */
export function Timeline({ name, list }: { name: string; list: ServerList<TimelineEvent> }) {
  const [search, onSearch] = useState<Search>({});
  const page = useList(list, search);
  return (
    <DataList
      name={name}
      label="时间线"
      columns={columns}
      rowKey={({ event_no }) => event_no}
      filters={filters}
      search={search}
      onSearch={onSearch}
      page={page}
      empty="还没有发生过什么。"
    />
  );
}
