import type { AllocationCandidate, Suspense, SuspenseMovement } from '@anju/api';
import {
  type Column,
  formatInstant,
  Money,
  movementKind,
  StatusTag,
  suspenseStatus,
  WholeList,
} from '@anju/ui';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, App } from 'antd';
import { useState } from 'react';
import { useMay } from '../../app/actions';
import { draftOf } from '../../app/draft';
import { ButtonLink, VoucherLink, Way } from '../../app/links';
import { useExport, useUrlSearch } from '../../app/list';
import { type Fact, Page, Panel } from '../../app/Page';
import { PageTabs } from '../../app/PageTabs';
import { PendingApproval } from '../approvals/PendingApproval';
import { arrivalQuery } from '../arrivals/queries';
import { Allocation, type Choice } from './Allocation';
import { codesIn } from './plan';
import { candidatesQuery, movementsQuery, suspenseQuery } from './queries';
import { ReturnForm } from './ReturnForm';
import { Age, OwnerOf, Purpose, reasonOf } from './SuspenseList';

/** One item of suspense: whose and how much, why it waits, and what may be done with it. */
export function SuspenseDetail() {
  const { suspenseId } = useParams({ strict: false }) as { suspenseId: string };
  const item = useSuspenseQuery(suspenseQuery(suspenseId)).data;
  const [, onSearch] = useUrlSearch();
  const mayAllocate = useMay('remittance.allocate') && isAllocatable(item);
  const mayReturn = useMay('suspense.return') && item.status === 'waiting';
  const toMovements = () => onSearch({ tab: 'movements' });
  const allocation = {
    key: 'allocate',
    label: '分摊',
    children: <ItemAllocation key={item.suspense_id} item={item} onDone={toMovements} />,
  };
  const giveBack = {
    key: 'return',
    label: '退回',
    children: <ReturnForm key={item.suspense_id} item={item} onDone={toMovements} />,
  };
  const movements = {
    key: 'movements',
    label: '变动',
    children: <Movements id={item.suspense_id} />,
  };
  return (
    <Page
      title={`暂收 ${item.serial}`}
      tag={<StatusTag status={item.status} words={suspenseStatus} />}
      facts={useFacts(item)}
      actions={<Next item={item} mayAllocate={mayAllocate} mayReturn={mayReturn} />}
    >
      <PendingApproval of={{ subject_id: suspenseId }} />
      {item.status === 'waiting' && (
        <Alert
          className="outcome"
          type={item.freed ? 'info' : 'warning'}
          showIcon
          title={reasonOf(item)}
        />
      )}
      <PageTabs
        tabs={[...(mayAllocate ? [allocation] : []), ...(mayReturn ? [giveBack] : []), movements]}
      />
    </Page>
  );
}

/** What came into another account of the centre than one for contributions can't become members'. */
function isAllocatable({ status, reason }: Suspense): boolean {
  return status === 'waiting' && reason.code !== 'bank_account_not_for_contributions';
}

function useFacts(item: Suspense): Fact[] {
  const arrival = useQuery({
    ...arrivalQuery(item.arrival_id),
    enabled: useMay('arrival.read'),
  }).data;
  return [
    {
      label: '余额（元）',
      value: (
        <strong>
          <Money fen={item.left_fen} />
        </strong>
      ),
    },
    { label: '转入金额（元）', value: <Money fen={item.amount_fen} /> },
    { label: '付款人', value: item.payer_name },
    {
      label: '归属单位',
      value: <OwnerOf item={item} none="未确定" />,
    },
    ...(item.named ? [{ label: '指定用途', value: <Purpose {...item.named} /> }] : []),
    {
      label: '到账',
      value: (
        <Way to="/arrivals" search={{ arrival_id: item.arrival_id }}>
          {arrival?.serial ?? '查看'}
        </Way>
      ),
    },
    { label: '附言', value: item.remark || '–' },
    { label: '入账日期', value: item.business_date },
    {
      label: '账龄（天）',
      value: <Age {...item} />,
    },
  ];
}

/** What to do next, as ways to the tabs that do it. */
function Next(props: { item: Suspense; mayAllocate: boolean; mayReturn: boolean }) {
  const { item, mayAllocate, mayReturn } = props;
  const params = { suspenseId: item.suspense_id };
  return (
    <>
      {mayReturn && (
        <ButtonLink to="/suspense/$suspenseId" params={params} search={{ tab: 'return' }}>
          退回付款人
        </ButtonLink>
      )}
      {mayAllocate && (
        <ButtonLink to="/suspense/$suspenseId" params={params} search={{ tab: 'allocate' }}>
          分摊到汇缴
        </ButtonLink>
      )}
      <ButtonLink to="/vouchers/$voucherId" params={{ voucherId: item.voucher_id }}>
        转入凭证
      </ButtonLink>
    </>
  );
}

function ItemAllocation({ item, onDone }: { item: Suspense; onDone: () => void }) {
  const candidates = useQuery(candidatesQuery(item.suspense_id));
  // What is proposed stands ticked when the form appears: it waits for it.
  if (candidates.isPending) return <Panel>正在查找待到账的汇缴…</Panel>;
  return (
    <ItemForm
      item={item}
      rows={candidates.data?.items ?? []}
      isSplit={candidates.data?.is_split ?? false}
      hasMore={candidates.data?.more_paid_for ?? false}
      loading={candidates.isFetching}
      onDone={onDone}
    />
  );
}

type ItemFormProps = {
  item: Suspense;
  rows: readonly AllocationCandidate[];
  /** Whether the item is exactly what the remittances that its payer pays for come to. */
  isSplit: boolean;
  /** Whether the payer pays for more remittances than are here. */
  hasMore: boolean;
  loading: boolean;
  onDone: () => void;
};

function ItemForm({ item, rows, isSplit, hasMore, loading, onDone }: ItemFormProps) {
  const { message } = App.useApp();
  const [draft] = useState(() => draftOf<Choice>(`allocate-${item.suspense_id}`));
  const paidFor = rows.filter(({ is_paid_for }) => is_paid_for);
  const [first] = useState((): Choice => {
    // What a person has chosen since stands as they left it.
    const dues = isSplit && !draft.kept ? paidFor.map(({ remittance_id }) => remittance_id) : [];
    return { sources: [item.suspense_id], dues, typed: {} };
  });
  return (
    <Panel>
      {isSplit && (
        <Alert
          className="outcome"
          type="info"
          showIcon
          title={`付款人是登记的代付单位，余额正好等于其代付的 ${paidFor.length} 笔待到账汇缴之和，请核对后分摊入账。`}
        />
      )}
      {hasMore && (
        <Alert
          className="outcome"
          type="warning"
          showIcon
          title={`付款人代付的待到账汇缴超过一次能分摊的笔数，这里只列出 ${paidFor.length} 笔，未与余额核对，请分次办理。`}
        />
      )}
      <Allocation
        first={first}
        draft={draft}
        candidates={{ rows, loading }}
        codes={codesIn(item.remark).join(' ')}
        onDone={(filled) => {
          message.success(`已分摊入账 ${filled} 笔汇缴`);
          onDone();
        }}
      />
    </Panel>
  );
}

const columns: Column<SuspenseMovement>[] = [
  { key: 'movement_no', title: '序号', align: 'right', render: ({ movement_no }) => movement_no },
  { key: 'business_date', title: '记账日期', render: ({ business_date }) => business_date },
  {
    key: 'kind',
    title: '变动',
    render: ({ kind }) => <StatusTag status={kind} words={movementKind} />,
  },
  {
    key: 'amount_fen',
    title: '金额',
    align: 'right',
    total: 'amount_fen',
    render: ({ amount_fen }) => <Money fen={amount_fen} />,
  },
  {
    key: 'purpose',
    screenOnly: true,
    title: '去向',
    render: (movement) => <WentTo {...movement} />,
  },
  { key: 'bank_serial', title: '银行流水号', render: ({ bank_serial }) => bank_serial ?? '–' },
  { key: 'value_date', title: '银行日期', render: ({ value_date }) => value_date ?? '–' },
  { key: 'reason', title: '原因', wraps: true, render: ({ reason }) => reason || '–' },
  { key: 'made_by', title: '经办', render: ({ made_by }) => made_by },
  {
    key: 'made_at',
    title: '办理时间',
    spare: true,
    render: ({ made_at }) => formatInstant(made_at),
  },
  {
    key: 'voucher',
    screenOnly: true,
    title: '凭证',
    render: ({ voucher_id }) => <VoucherLink id={voucher_id}>查看</VoucherLink>,
  },
];

function WentTo({ purpose, purpose_id }: SuspenseMovement) {
  if (!purpose_id) return <>–</>;
  switch (purpose) {
    case 'remittance':
      return (
        <Way to="/remittances/$remittanceId" params={{ remittanceId: purpose_id }}>
          汇缴
        </Way>
      );
    case 'recovery':
      return (
        <Way to="/recoveries" search={{ recovery_id: purpose_id }}>
          追款
        </Way>
      );
    default:
      return <>{purpose}</>;
  }
}

function Movements({ id }: { id: string }) {
  const rows = useSuspenseQuery(movementsQuery(id)).data.items;
  const mayReadVouchers = useMay('voucher.read');
  const exportTo = useExport(`/api/suspense/${id}/movements`);
  return (
    <WholeList
      name="suspense-movements"
      label="暂收变动"
      columns={mayReadVouchers ? columns : columns.filter(({ key }) => key !== 'voucher')}
      rows={rows}
      rowKey={({ movement_no }) => movement_no}
      sums={{ amount_fen: rows.reduce((sum, { amount_fen }) => sum + amount_fen, 0) }}
      exportTo={exportTo}
      empty="还没有变动：款项全部在等待处理。"
    />
  );
}
