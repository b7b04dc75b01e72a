import type { ReversalPreview, ShortMember } from '@anju/api';
import { accountStatus, formatCount, formatFen, Money, StatusTag } from '@anju/ui';
import { Alert, Table, type TableColumnsType } from 'antd';
import { Way } from '../../app/links';

const columns: TableColumnsType<ShortMember> = [
  {
    title: '个人账号',
    render: (_, { account_no }) => (
      <Way to="/accounts/$accountNo" params={{ accountNo: account_no }}>
        {account_no}
      </Way>
    ),
  },
  { title: '姓名', dataIndex: 'name' },
  {
    title: '账户状态',
    render: (_, { status }) => <StatusTag status={status} words={accountStatus} />,
  },
  { title: '应冲销', align: 'right', render: (_, { amount_fen }) => <Money fen={amount_fen} /> },
  { title: '当年余额', align: 'right', render: (_, { held_fen }) => <Money fen={held_fen} /> },
  {
    title: '记入待追回',
    align: 'right',
    render: (_, { short_fen }) => (
      <strong>
        <Money fen={short_fen} />
      </strong>
    ),
  },
];

/** What a reversal takes from whom, and whose money has left, before a person confirms it. */
export function Shortfalls({ preview }: { preview: ReversalPreview }) {
  const { people, amount_fen, short_people, short_fen, members } = preview;
  if (short_people === 0) {
    return (
      <p>
        {formatCount(people)} 人余额充足，共冲销 {formatFen(amount_fen)} 元。
      </p>
    );
  }
  return (
    <>
      <Alert
        className="outcome"
        type="warning"
        showIcon
        title={`${formatCount(people - short_people)} 人足额冲销；${formatCount(short_people)} 人余额不足或已冻结、销户，共差 ${formatFen(short_fen)} 元`}
        description="所差金额记入错缴待追回款（11902），逐人登记追款，由其补缴后在“追款”中抵销；冻结的余额不动用。"
      />
      <Table<ShortMember>
        className="outcome"
        size="small"
        aria-label="余额不足的职工"
        columns={columns}
        dataSource={members}
        rowKey="account_no"
        pagination={members.length > 10 ? { pageSize: 10, showSizeChanger: false } : false}
        footer={
          short_people > members.length
            ? () =>
                `只列出前 ${members.length} 人，其余 ${short_people - members.length} 人一并登记`
            : undefined
        }
      />
    </>
  );
}
