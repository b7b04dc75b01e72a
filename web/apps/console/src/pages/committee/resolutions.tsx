import type { ResolutionSummary } from '@anju/api';
import { type Column, formatCount, matter, resolutionStanding, StatusTag } from '@anju/ui';
import { Way } from '../../app/links';

/** Whether it may be cited, in a word. */
export function Standing({ row }: { row: Pick<ResolutionSummary, 'adopted' | 'voided_at'> }) {
  const standing = row.voided_at ? 'voided' : row.adopted ? 'adopted' : 'rejected';
  return <StatusTag status={standing} words={resolutionStanding} />;
}

/** What a list of resolutions shows of each. */
export const resolutionColumns: Column<ResolutionSummary>[] = [
  {
    key: 'number',
    title: '决议文号',
    render: ({ resolution_id, number }) => (
      <Way to="/resolutions/$resolutionId" params={{ resolutionId: resolution_id }}>
        {number}
      </Way>
    ),
  },
  { key: 'title', title: '决议名称', wraps: true, render: ({ title }) => title },
  {
    key: 'matter',
    title: '决议事项',
    render: (row) => <StatusTag status={row.matter} words={matter} />,
  },
  {
    key: 'in_favour',
    title: '同意',
    align: 'right',
    render: ({ in_favour }) => formatCount(in_favour),
  },
  { key: 'against', title: '反对', align: 'right', render: ({ against }) => formatCount(against) },
  {
    key: 'abstained',
    title: '弃权',
    align: 'right',
    render: ({ abstained }) => formatCount(abstained),
  },
  { key: 'standing', title: '结果', render: (row) => <Standing row={row} /> },
];
