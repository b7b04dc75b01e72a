import { api, call, type RemittanceSummary } from '@anju/api';
import { type Column, formatCount, Money, remittanceStatus, StatusTag } from '@anju/ui';
import { Way } from '../../app/links';
import type { ServerList } from '../../app/list';

export const remittanceList: ServerList<RemittanceSummary> = {
  name: 'remittances',
  path: '/api/remittances',
  page: (query) => call(api.GET('/api/remittances', { params: { query } })),
  totals: (query) => call(api.GET('/api/remittances/totals', { params: { query } })),
};

/** The columns of remittances, on their own page and on an employer's. */
export const remittanceColumns: Column<RemittanceSummary>[] = [
  {
    key: 'serial',
    title: '业务流水',
    sortable: true,
    render: ({ remittance_id, serial }) => (
      <Way to="/remittances/$remittanceId" params={{ remittanceId: remittance_id }}>
        {serial}
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
    render: ({ status }) => <StatusTag status={status} words={remittanceStatus} />,
  },
  {
    key: 'people',
    title: '人数',
    align: 'right',
    total: 'people',
    render: ({ people }) => formatCount(people),
  },
  {
    key: 'expected_fen',
    title: '应缴金额',
    align: 'right',
    total: 'expected_fen',
    render: ({ expected_fen }) => <Money fen={expected_fen} />,
  },
  {
    key: 'payment_code',
    title: '缴款码',
    render: ({ payment_code }) => payment_code,
  },
  { key: 'posted_on', title: '入账日期', render: ({ posted_on }) => posted_on ?? '–' },
];
