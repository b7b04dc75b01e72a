import type { AuditEvent } from '@anju/api';
import {
  auditOutcome,
  type Column,
  DataList,
  type Filter,
  formatInstant,
  StatusTag,
  statusOptions,
} from '@anju/ui';
import { useActions } from '../../app/codes';
import { useList, useUrlSearch } from '../../app/list';
import { Page } from '../../app/Page';
import { Thing } from '../../app/Thing';
import { useStaffOptions } from '../staff/queries';
import { Particulars } from './Particulars';
import { auditList } from './queries';
import { subjectLabel } from './subject';
import { SUBJECTS, subjectWord } from './words';
import './audit.css';

function columnsWith(actionWords: ReadonlyMap<string, string>): Column<AuditEvent>[] {
  return [
    { key: 'at', title: '时间', sortable: true, render: ({ at }) => formatInstant(at) },
    { key: 'actor_name', title: '操作者', render: ({ actor_name }) => actor_name },
    { key: 'address', title: '网络地址', render: ({ address }) => address ?? '–' },
    {
      key: 'action',
      title: '操作',
      render: ({ action }) => <span title={action}>{actionWords.get(action) ?? action}</span>,
    },
    {
      key: 'outcome',
      title: '结果',
      render: ({ outcome }) => <StatusTag status={outcome} words={auditOutcome} />,
    },
    {
      key: 'subject_kind',
      title: '对象',
      render: ({ subject_kind }) => subjectWord(subject_kind),
    },
    {
      key: 'subject_id',
      title: '对象编号',
      render: (event) => (
        <span title={event.subject_id}>
          <Thing kind={event.subject_kind} id={event.subject_id}>
            {subjectLabel(event)}
          </Thing>
        </span>
      ),
    },
  ];
}

/** 审计记录: who did what to what, when and from where. */
export function AuditList() {
  const [search, onSearch] = useUrlSearch();
  const page = useList(auditList, search);
  const actions = useActions();
  const staff = useStaffOptions();
  const words = new Map(actions.map(({ code, label }) => [code, label]));
  const subjects = Object.entries(SUBJECTS).map(([value, label]) => ({ value, label }));
  const actors = staff.map(({ value, label }) => ({ value: `staff:${value}`, label }));
  const filters: Filter[] = [
    { kind: 'dates', name: 'day', label: '日期' },
    actors.length > 0
      ? { kind: 'choice', name: 'actor', label: '操作者', options: actors }
      : { kind: 'fixed', name: 'actor', label: '限一名操作者' },
    {
      kind: 'choice',
      name: 'action',
      label: '操作',
      options: actions.map(({ code, label }) => ({ value: code, label })),
    },
    { kind: 'choice', name: 'outcome', label: '结果', options: statusOptions(auditOutcome) },
    { kind: 'choice', name: 'subject_kind', label: '对象', options: subjects },
    { kind: 'text', name: 'subject_id', label: '对象编号', width: 290 },
  ];
  return (
    <Page title="审计记录">
      <DataList
        name="audit-events"
        label="审计记录"
        columns={columnsWith(words)}
        rowKey={({ audit_id }) => audit_id}
        details={(event) => <Particulars event={event} />}
        filters={filters}
        search={search}
        onSearch={onSearch}
        page={page}
        empty="还没有审计记录。"
      />
    </Page>
  );
}
