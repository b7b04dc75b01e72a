import type { Employer, PaidEmployer, PayerSummary } from '@anju/api';
import { type Column, DataList, payerKind, type Search, StatusTag } from '@anju/ui';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Way } from '../../app/links';
import { useList } from '../../app/list';
import { Panel } from '../../app/Page';
import { arrangementColumns } from './arrangements';
import { arrangementList, payersOfEmployer, payersWithCode } from './queries';

/** 代付 as one employer sees it: who pays for it, and for whom it pays itself. */
export function EmployerPayers({ employer }: { employer: Employer }) {
  const itself = useQuery(payersWithCode(employer.credit_code)).data ?? [];
  return (
    <>
      <Panel title="由谁代付">
        <PaidBy id={employer.employer_id} />
      </Panel>
      {itself.map((payer) => (
        <Panel key={payer.payer_id} title={<PaysFor payer={payer} />}>
          <PaidFor payer={payer} />
        </Panel>
      ))}
    </>
  );
}

function PaysFor({ payer }: { payer: PayerSummary }) {
  return (
    <>
      代付给谁：
      <Way to="/payers/$payerId" params={{ payerId: payer.payer_id }}>
        {payer.serial}
      </Way>
    </>
  );
}

const columns: Column<PaidEmployer>[] = [
  {
    key: 'payer_name',
    title: '代付单位',
    wraps: true,
    render: ({ payer_id, payer_name }) => (
      <Way to="/payers/$payerId" params={{ payerId: payer_id }}>
        {payer_name}
      </Way>
    ),
  },
  {
    key: 'payer_kind',
    title: '代付类型',
    render: ({ payer_kind }) => <StatusTag status={payer_kind} words={payerKind} />,
  },
  ...arrangementColumns.filter(({ key }) =>
    ['first_day', 'last_day', 'basis', 'ended_reason'].includes(key),
  ),
];

function PaidBy({ id }: { id: string }) {
  const [search, onSearch] = useState<Search>({});
  const list = useMemo(() => payersOfEmployer(id), [id]);
  const page = useList(list, search);
  return (
    <DataList
      name="employer-payers"
      label="由谁代付"
      columns={columns}
      rowKey={({ arrangement_id }) => arrangement_id}
      rowClass={({ lasts }) => (lasts ? '' : 'past')}
      search={search}
      onSearch={onSearch}
      page={page}
      empty="没有代付：该单位自己缴款。"
    />
  );
}

function PaidFor({ payer }: { payer: PayerSummary }) {
  const [search, onSearch] = useState<Search>({});
  const list = useMemo(() => arrangementList(payer.payer_id), [payer.payer_id]);
  const page = useList(list, search);
  return (
    <DataList
      name="employer-pays-for"
      label="代付给谁"
      columns={arrangementColumns}
      rowKey={({ arrangement_id }) => arrangement_id}
      rowClass={({ lasts }) => (lasts ? '' : 'past')}
      search={search}
      onSearch={onSearch}
      page={page}
      empty="还没有登记代付的单位。"
    />
  );
}
