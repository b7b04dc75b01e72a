import type { Period } from '@anju/api';
import { formatCount, formatInstant, periodStatus, StatusTag } from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App, Button, Table } from 'antd';
import { useMay } from '../../app/actions';
import { useChange } from '../../app/change';
import { Page, Panel } from '../../app/Page';
import { closePeriod, periodsQuery } from './queries';

/** 会计期间: the months of the books, closed one after another. */
export function PeriodList() {
  const periods = useSuspenseQuery(periodsQuery).data.items;
  const mayClose = useMay('period.close');
  // Months close in their order: the next is the earliest that is open.
  const next = periods
    .filter(({ status }) => status === 'open')
    .map(({ month }) => month)
    .sort()[0];
  const columns = [
    {
      title: '期间',
      key: 'month',
      render: ({ month }: Period) => (
        <Link to="/balances" search={{ month }}>
          {month}
        </Link>
      ),
    },
    {
      title: '状态',
      key: 'status',
      render: ({ status }: Period) => <StatusTag status={status} words={periodStatus} />,
    },
    {
      title: '凭证',
      key: 'vouchers',
      render: ({ month, vouchers }: Period) => (
        <Link to="/vouchers" search={{ month }}>
          {vouchers ? `${formatCount(vouchers)} 张` : '查看'}
        </Link>
      ),
    },
    {
      title: '结账时间',
      key: 'closed_at',
      render: ({ closed_at }: Period) => (closed_at ? formatInstant(closed_at) : '–'),
    },
  ];
  return (
    <Page title="会计期间" actions={mayClose && next && <ClosePeriod month={next} />}>
      <Panel>
        <Table<Period>
          size="small"
          aria-label="会计期间"
          columns={columns}
          dataSource={periods}
          rowKey="month"
          pagination={false}
          locale={{ emptyText: '还没有会计期间。第一张凭证入账后自动出现。' }}
        />
      </Panel>
    </Page>
  );
}

function ClosePeriod({ month }: { month: string }) {
  const { modal, message } = App.useApp();
  const close = useChange(closePeriod);
  const ask = () =>
    modal.confirm({
      title: `结账 ${month}？`,
      content: '结账后这个月不能再入账，更正只能记在以后的月份。还有待编号的凭证时不能结账。',
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
