import type { PaidEmployer } from '@anju/api';
import { type Column, formatInstant } from '@anju/ui';
import { Way } from '../../app/links';

/** The columns of those that a payer pays for, on its own page and on an employer's. */
export const arrangementColumns: Column<PaidEmployer>[] = [
  { key: 'employer_no', title: '单位账号', render: ({ employer_no }) => employer_no },
  {
    key: 'employer_name',
    title: '缴存单位',
    wraps: true,
    render: ({ employer_id, employer_name }) => (
      <Way to="/employers/$employerId" params={{ employerId: employer_id }}>
        {employer_name}
      </Way>
    ),
  },
  { key: 'first_day', title: '代付起日', render: ({ first_day }) => first_day },
  { key: 'last_day', title: '代付止日', render: ({ last_day }) => last_day ?? '未约定' },
  { key: 'basis', title: '依据', wraps: true, render: ({ basis }) => basis },
  { key: 'made_by', title: '经办', render: ({ made_by }) => made_by },
  { key: 'made_at', title: '办理时间', render: ({ made_at }) => formatInstant(made_at) },
  {
    key: 'ended_reason',
    title: '终止依据',
    wraps: true,
    render: ({ ended_reason }) => ended_reason ?? '–',
  },
];
