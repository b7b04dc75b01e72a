import type { MissingMember, Roster } from '@anju/api';
import { type Column, DataList, MaskedId, Money, type Search } from '@anju/ui';
import { Alert, Button } from 'antd';
import { useMemo, useState } from 'react';
import { useMay } from '../../app/actions';
import { Way } from '../../app/links';
import { useList } from '../../app/list';
import { Seal } from '../sealings/Seal';
import { missingMemberList } from './queries';

const columns: Column<MissingMember>[] = [
  {
    key: 'account_no',
    title: '个人账号',
    render: ({ account_no }) => (
      <Way to="/accounts/$accountNo" params={{ accountNo: account_no }}>
        {account_no}
      </Way>
    ),
  },
  { key: 'name', title: '姓名', render: ({ name }) => name },
  {
    key: 'id_number',
    title: '证件号码',
    render: ({ id_number }) => <MaskedId value={id_number} />,
  },
  {
    key: 'base_fen',
    title: '缴存基数',
    align: 'right',
    total: 'base_fen',
    render: ({ base_fen }) => <Money fen={base_fen} />,
  },
  {
    key: 'monthly_fen',
    title: '月缴存额',
    align: 'right',
    total: 'monthly_fen',
    render: ({ monthly_fen }) => <Money fen={monthly_fen} />,
  },
];

/** The employer's contributing members whom a roster leaves out, and what comes of it for them. */
export function MissingMembers({ roster }: { roster: Roster }) {
  const { roster_id: id, month } = roster;
  const [search, onSearch] = useState<Search>({});
  const list = useMemo(() => missingMemberList(id), [id]);
  const page = useList(list, search);
  const count = page.listing?.count.value ?? 0;
  const maySeal = useMay('account.seal');
  const [sealing, setSealing] = useState(false);
  return (
    <>
      {count > 0 && (
        <Alert
          className="outcome"
          type="warning"
          showIcon
          title={consequence(roster)}
          action={
            maySeal &&
            roster.status !== 'discarded' && (
              <Button onClick={() => setSealing(true)}>封存这些职工</Button>
            )
          }
        />
      )}
      {sealing && (
        <Seal
          employerId={roster.employer_id}
          members={{ missing_from: id }}
          count={count}
          month={month}
          close={() => setSealing(false)}
        />
      )}
      <DataList
        name="missing-members"
        label="未列入清册的职工"
        columns={columns}
        rowKey={({ account_no }) => account_no}
        search={search}
        onSearch={onSearch}
        page={page}
        empty={`该单位 ${month} 应缴的职工都在清册里。`}
      />
    </>
  );
}

const LEAVERS = '已离职的，与单位核对后封存，自封存年月起不再记欠缴。';

function consequence({ status, month }: Pick<Roster, 'status' | 'month'>): string {
  switch (status) {
    case 'previewed':
      return `确认清册后，${month} 不为这些职工入账，他们这个月记为欠缴。漏报的请补进清册重新上传；${LEAVERS}`;
    case 'confirmed':
      return `这份清册没有为这些职工核定汇缴，${month} 没有另外缴过的记为欠缴；${LEAVERS}名单按账户目前的状态列出。`;
    case 'discarded':
      return '这份清册已失效，对任何职工都没有影响。名单按账户目前的状态列出。';
    default: {
      const forgotten: never = status;
      return forgotten;
    }
  }
}
