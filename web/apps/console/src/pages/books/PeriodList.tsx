import type { Period } from '@anju/api';
import {
  type Column,
  formatCount,
  formatInstant,
  periodStatus,
  StatusTag,
  WholeList,
} from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useMay } from '../../app/actions';
import { useChange } from '../../app/change';
import { Way } from '../../app/links';
import { useExport } from '../../app/list';
import { Page } from '../../app/Page';
import { closePeriod, periodsQuery } from './queries';

const columns: Column<Period>[] = [
  {
    key: 'month',
    title: '期间',
    render: ({ month }) => (
      <Way to="/balances" search={{ month }}>
        {month}
      </Way>
    ),
  },
  {
    key: 'status',
    title: '状态',
    render: ({ status }) => <StatusTag status={status} words={periodStatus} />,
  },
  {
    key: 'vouchers',
    title: '凭证',
    render: ({ month, vouchers }) => (
      <Way to="/vouchers" search={{ month }} instead={vouchers ? undefined : '–'}>
        {vouchers ? `${formatCount(vouchers)} 张` : '查看'}
      </Way>
    ),
  },
  {
    key: 'closed_at',
    title: '结账时间',
    render: ({ closed_at }) => (closed_at ? formatInstant(closed_at) : '–'),
  },
];

/** 会计期间: the months of the books, closed one after another. */
export function PeriodList() {
  const periods = useSuspenseQuery(periodsQuery).data.items;
  const mayClose = useMay('period.close');
  // Months close in their order: the next is the earliest that is open.
  const next = periods
    .filter(({ status }) => status === 'open')
    .map(({ month }) => month)
    .sort()[0];
  const exportTo = useExport('/api/periods');
  return (
    <Page title="会计期间" actions={mayClose && next && <ClosePeriod month={next} />}>
      <WholeList
        name="periods"
        label="会计期间"
        columns={columns}
        rows={periods}
        rowKey={({ month }) => month}
        exportTo={exportTo}
        empty="还没有会计期间。第一张凭证入账后自动出现。"
      />
    </Page>
  );
}

function ClosePeriod({ month }: { month: string }) {
  const { modal, message } = App.useApp();
  const close = useChange(closePeriod);
  const ask = () =>
    modal.confirm({
      title: `结账 ${month}？`,
      content:
        '结账后这个月不能再入账，更正只能记在以后的月份。当月营业日全部日终、凭证都已编号后才能结账。',
      okText: '结账',
      onOk: () =>
        close.mutateAsync(month).then(
          () => message.success(`${month} 已结账`),
          (error: Error) => message.error(error.message),
        ),
    });
  return (
    <Button type="primary" loading={close.isPending} onClick={ask}>
      结账 {month}
    </Button>
  );
}
