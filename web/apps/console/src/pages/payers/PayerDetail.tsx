import type { PaidEmployer, PayerSummary } from '@anju/api';
import {
  type Column,
  DataList,
  type Filter,
  formatCount,
  formatInstant,
  payerKind,
  payerStatus,
  StatusTag,
} from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useMemo, useState } from 'react';
import { ButtonLink } from '../../app/links';
import { useList, useUrlSearch } from '../../app/list';
import { type Fact, Page } from '../../app/Page';
import { arrangementColumns } from './arrangements';
import { AddEmployers, EndArrangement, EndPayer } from './Changes';
import { arrangementList, payerQuery } from './queries';

function factsOf(payer: PayerSummary): Fact[] {
  return [
    { label: '代付类型', value: <StatusTag status={payer.kind} words={payerKind} /> },
    { label: '今日代付单位数', value: formatCount(payer.employers) },
    { label: '付款账户', value: payer.account_number },
    { label: '统一社会信用代码', value: payer.credit_code },
    { label: '代付依据', value: payer.basis },
    { label: '登记', value: `${payer.registered_by} ${formatInstant(payer.registered_at)}` },
  ];
}

const filters: Filter[] = [
  {
    kind: 'choice',
    name: 'stands',
    label: '今日代付',
    options: [
      { value: 'true', label: '是' },
      { value: 'false', label: '否' },
    ],
  },
];

/** One payer: who it is, for whom it pays, and what may be changed. */
export function PayerDetail() {
  const { payerId } = useParams({ from: '/desk/payers/$payerId' });
  const payer = useSuspenseQuery(payerQuery(payerId)).data;
  const [search, onSearch] = useUrlSearch();
  const list = useMemo(() => arrangementList(payerId), [payerId]);
  const page = useList(list, search);
  const [open, setOpen] = useState<'add' | 'end' | PaidEmployer>();
  const close = () => setOpen(undefined);
  const may = (verb: string) => payer.can.includes(verb);
  const next: Column<PaidEmployer> = {
    key: 'next',
    title: '办理',
    render: (row) =>
      row.can_end && (
        <Button type="link" size="small" className="row-action" onClick={() => setOpen(row)}>
          终止代付
        </Button>
      ),
  };
  return (
    <Page
      title={payer.name}
      tag={<StatusTag status={payer.status} words={payerStatus} />}
      facts={factsOf(payer)}
      actions={
        <>
          {may('end') && (
            <Button danger onClick={() => setOpen('end')}>
              终止
            </Button>
          )}
          {may('change') && (
            <Button type="primary" onClick={() => setOpen('add')}>
              增加代付的单位
            </Button>
          )}
          <ButtonLink to="/payers">返回列表</ButtonLink>
        </>
      }
    >
      {payer.ended_reason && (
        <Alert className="outcome" type="warning" title={`已终止：${payer.ended_reason}`} />
      )}
      <DataList
        name="payer-arrangements"
        label="代付范围"
        columns={may('change') ? [...arrangementColumns, next] : arrangementColumns}
        rowKey={({ arrangement_id }) => arrangement_id}
        rowClass={({ lasts }) => (lasts ? '' : 'past')}
        filters={filters}
        search={search}
        onSearch={onSearch}
        page={page}
        empty="还没有登记代付的单位。"
      />
      {open === 'add' && <AddEmployers payer={payer} close={close} />}
      {open === 'end' && <EndPayer payer={payer} close={close} />}
      {typeof open === 'object' && <EndArrangement payer={payer} paid={open} close={close} />}
    </Page>
  );
}
