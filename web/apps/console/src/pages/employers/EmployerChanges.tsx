import type { EmployerFieldChange } from '@anju/api';
import { type Column, employerField, formatInstant, WholeList } from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useExport } from '../../app/list';
import { employerChangesQuery } from './queries';

const columns: Column<EmployerFieldChange>[] = [
  { key: 'made_at', title: '时间', render: ({ made_at }) => formatInstant(made_at) },
  { key: 'change_no', title: '变更次序', align: 'right', render: ({ change_no }) => change_no },
  { key: 'field', title: '变更项目', render: ({ field }) => employerField[field].label },
  { key: 'before', title: '变更前', wraps: true, render: ({ before }) => before ?? '（空）' },
  { key: 'after', title: '变更后', wraps: true, render: ({ after }) => after ?? '（空）' },
  { key: 'basis', title: '变更依据', wraps: true, render: ({ basis }) => basis },
  { key: 'made_by_name', title: '经办', render: ({ made_by_name }) => made_by_name },
];

/** 变更记录: what was changed of an employer since it was registered, the latest first. */
export function EmployerChanges({ id }: { id: string }) {
  const changes = useSuspenseQuery(employerChangesQuery(id)).data.items;
  const exportTo = useExport(`/api/employers/${id}/changes`);
  return (
    <WholeList
      name="employer-changes"
      label="变更记录"
      columns={columns}
      rows={changes}
      rowKey={({ change_no, field }) => `${change_no}-${field}`}
      exportTo={exportTo}
      empty="登记以来没有变更过。"
    />
  );
}
