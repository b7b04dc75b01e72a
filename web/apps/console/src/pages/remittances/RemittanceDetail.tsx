import type { Remittance, RemittanceLine, RuleLine, VoucherSummary } from '@anju/api';
import {
  type Column,
  DataList,
  dateInBeijing,
  fenInWords,
  formatCount,
  formatFen,
  formatInstant,
  Money,
  paidBy,
  remittanceStatus,
  type Search,
  StatusTag,
} from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Button, Table } from 'antd';
import { useMemo, useState } from 'react';
import { ButtonLink, VoucherLink, Way } from '../../app/links';
import { useList } from '../../app/list';
import { Page, Panel } from '../../app/Page';
import { PageTabs } from '../../app/PageTabs';
import { PendingApproval } from '../approvals/PendingApproval';
import { PrintReceipt } from '../certificates/PrintReceipt';
import { FillFromSuspense } from './FillFromSuspense';
import { PaymentNotice } from './PaymentNotice';
import { remittanceLineList, remittanceQuery, useVouchersOf } from './queries';
import { Receipt } from './Receipt';
import { toPay, waitingWords } from './to-pay';
import { Undo } from './Undo';
import './remittance.css';

/** One remittance: what is to be paid under which code, why so much, and what became of it. */
export function RemittanceDetail() {
  const { remittanceId } = useParams({ strict: false }) as { remittanceId: string };
  const remittance = useSuspenseQuery(remittanceQuery(remittanceId)).data;
  const isWaiting = remittance.status === 'assessed';
  const tabs = [
    { key: 'lines', label: '职工明细', children: <Lines id={remittanceId} /> },
    { key: 'rules', label: '核定依据', children: <Rules rules={remittance.rules} /> },
    { key: 'vouchers', label: '到账与凭证', children: <Postings remittance={remittance} /> },
  ];
  return (
    <Page
      title={`${remittance.employer_name}　${remittance.month} 汇缴`}
      tag={<StatusTag status={remittance.status} words={remittanceStatus} />}
      actions={
        <>
          <Undo remittance={remittance} />
          <FillFromSuspense remittance={remittance} />
          {isWaiting && (
            <Button type="primary" onClick={() => window.print()}>
              打印缴款通知
            </Button>
          )}
          {remittance.status === 'posted' && (
            <Button onClick={() => window.print()}>打印回单</Button>
          )}
          <PrintReceipt remittance={remittance} />
          {isVoid(remittance) && (
            <ButtonLink
              look="primary"
              to="/rosters/new"
              search={{ employer_id: remittance.employer_id, month: remittance.month }}
            >
              重新上传清册
            </ButtonLink>
          )}
        </>
      }
    >
      <div className="beside-paper">
        <PendingApproval of={{ subject_id: remittanceId }} />
        {remittance.ended_reason && (
          <Alert className="outcome" type="warning" title={`原因：${remittance.ended_reason}`} />
        )}
        <ReversalShortfall remittance={remittance} />
        <Due remittance={remittance} />
        <Waiting remittance={remittance} />
        <PageTabs tabs={tabs} />
      </div>
      {isWaiting && <PaymentNotice remittance={remittance} />}
      {remittance.status === 'posted' && <Receipt remittance={remittance} />}
    </Page>
  );
}

/** Whether it takes no money any more, so that its month may be remitted anew. */
const isVoid = ({ status }: Pick<Remittance, 'status'>) =>
  status === 'reversed' || status === 'cancelled';

/** What its reversal found no longer in the accounts. */
function ReversalShortfall({ remittance: { shortfall, employer_id } }: { remittance: Remittance }) {
  if (!shortfall) return null;
  return (
    <Alert
      className="outcome"
      type="info"
      showIcon
      title={
        <>
          冲销时 {formatCount(shortfall.people)} 人余额不足，{formatFen(shortfall.amount_fen)}{' '}
          元记入错缴待追回款，见
          <Way to="/recoveries" search={{ kind: 'shortfall', owner: employer_id }}>
            追款
          </Way>
          。
        </>
      }
    />
  );
}

/** The two things an employer must have right: the code and the amount. */
function Due({ remittance }: { remittance: Remittance }) {
  return (
    <section className="due-box" aria-label="应缴">
      <PaymentCode {...remittance} />
      <div>
        <h2>应缴金额</h2>
        <p className="due-amount">
          ¥ <Money fen={remittance.expected_fen} />
        </p>
        <p className="hint">{fenInWords(remittance.expected_fen)}</p>
        {remittance.status === 'assessed' && remittance.waiting_fen > 0 && (
          <p>
            尚需缴款 <Money fen={toPay(remittance)} /> 元
          </p>
        )}
      </div>
      <dl>
        <dt>人数</dt>
        <dd>{formatCount(remittance.people)}</dd>
        <dt>单位部分</dt>
        <dd>
          <Money fen={remittance.employer_fen} />
        </dd>
        <dt>个人部分</dt>
        <dd>
          <Money fen={remittance.member_fen} />
        </dd>
      </dl>
      <dl>
        <dt>业务流水</dt>
        <dd>{remittance.serial}</dd>
        {remittance.status === 'assessed' && remittance.due_on && (
          <>
            <dt>缴款期限</dt>
            <dd>
              <DueOn day={remittance.due_on} />
            </dd>
          </>
        )}
        <dt>核定</dt>
        <dd>
          {remittance.assessed_by} {formatInstant(remittance.assessed_at)}
        </dd>
        <dt>清册</dt>
        <dd>
          <Way to="/rosters/$rosterId" params={{ rosterId: remittance.roster_id }}>
            查看
          </Way>
        </dd>
      </dl>
    </section>
  );
}

/** The last day in time, in warning colour once it is over. */
function DueOn({ day }: { day: string }) {
  return day < dateInBeijing(new Date()) ? <span className="due">{day}（已逾期）</span> : day;
}

/** What has come already and what is still to come; and what else of the employer's waits. */
function Waiting({ remittance }: { remittance: Remittance }) {
  const { employer_id, status, waiting_fen, employer_waiting_fen } = remittance;
  if (status !== 'assessed' || waiting_fen + employer_waiting_fen === 0) return null;
  return (
    <Alert
      className="waiting-money"
      type="info"
      showIcon
      title={waiting_fen > 0 ? waitingWords(remittance) : null}
      description={
        employer_waiting_fen > 0 && (
          <>
            该单位{waiting_fen > 0 && '另'}有{' '}
            <Way to="/suspense" search={{ owner: employer_id, status: 'waiting' }}>
              暂收款 {formatFen(employer_waiting_fen)} 元
            </Way>
            ，没有指定用途，可用来分摊入账。
          </>
        )
      }
    />
  );
}

/** The code that leads the money here, and the one of a remittance that takes no money any more. */
function PaymentCode({ payment_code, status }: Pick<Remittance, 'payment_code' | 'status'>) {
  const voided = isVoid({ status });
  return (
    <div>
      <h2>缴款码</h2>
      <p className={voided ? 'void-code' : 'payment-code'}>{payment_code}</p>
      {status === 'assessed' && <p className="hint">汇款时写在附言里，到账后自动对应入账</p>}
      {voided && <p className="hint">已失效，不能再用来汇款</p>}
    </div>
  );
}

const columns: Column<RemittanceLine>[] = [
  { key: 'line_no', title: '序号', align: 'right', render: ({ line_no }) => line_no },
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
    key: 'base_fen',
    title: '缴存基数',
    align: 'right',
    total: 'base_fen',
    render: ({ base_fen }) => <Money fen={base_fen} />,
  },
  {
    key: 'employer_fen',
    title: '单位缴存额',
    align: 'right',
    total: 'employer_fen',
    render: ({ employer_fen }) => <Money fen={employer_fen} />,
  },
  {
    key: 'member_fen',
    title: '个人缴存额',
    align: 'right',
    total: 'member_fen',
    render: ({ member_fen }) => <Money fen={member_fen} />,
  },
];

function Lines({ id }: { id: string }) {
  const [search, onSearch] = useState<Search>({});
  const list = useMemo(() => remittanceLineList(id), [id]);
  const page = useList(list, search);
  return (
    <DataList
      name="remittance-lines"
      label="职工明细"
      columns={columns}
      rowKey={({ line_no }) => line_no}
      search={search}
      onSearch={onSearch}
      page={page}
      empty="没有明细。"
    />
  );
}

const ruleColumns = [
  { title: '规则', dataIndex: 'rule', className: 'nowrap' },
  { title: '取值', dataIndex: 'input' },
  { title: '限值', dataIndex: 'limit' },
  { title: '依据', dataIndex: 'source' },
  {
    title: '结论',
    dataIndex: 'verdict',
    className: 'nowrap',
    render: (verdict: RuleLine['verdict']) => <Verdict verdict={verdict} />,
  },
];

function Verdict({ verdict }: Pick<RuleLine, 'verdict'>) {
  switch (verdict) {
    case 'met':
      return <span className="passed">✓ 符合</span>;
    case 'broken':
      return <span className="due">✕ 不符合</span>;
    default: {
      const forgotten: never = verdict;
      return forgotten;
    }
  }
}

function Rules({ rules }: Pick<Remittance, 'rules'>) {
  return (
    <Panel>
      <Table<RuleLine>
        size="small"
        aria-label="核定依据"
        columns={ruleColumns}
        dataSource={rules}
        rowKey="rule"
        pagination={false}
      />
    </Panel>
  );
}

function Postings({ remittance }: { remittance: Remittance }) {
  const { fundings, payment_code, voucher_ids, status } = remittance;
  const vouchers = useVouchersOf(remittance.remittance_id);
  if (status === 'cancelled') return <Panel>核定已取消，没有到账和凭证。</Panel>;
  if (voucher_ids.length === 0) {
    return <Panel>款项还没有到账。会计录入附言为 {payment_code} 的到账后自动入账。</Panel>;
  }
  return (
    <Panel>
      <ul className="plain">
        {fundings.map(({ arrival_id, arrival_serial, suspense_id, amount_fen, ...who }) => (
          <li key={`${arrival_id}${suspense_id ?? ''}`}>
            <Way to="/arrivals" search={{ arrival_id }}>
              到账 {arrival_serial}
            </Way>
            {suspense_id && (
              <>
                ，经
                <Way to="/suspense/$suspenseId" params={{ suspenseId: suspense_id }}>
                  暂收
                </Way>
              </>
            )}
            ，{formatFen(amount_fen)} 元，付款人 {who.payer_name}{' '}
            {who.paid_by !== 'employer' && <StatusTag status={who.paid_by} words={paidBy} />}
          </li>
        ))}
        {voucher_ids.map((id, index) => (
          <li key={id}>
            <VoucherLink id={id}>{voucherWords(vouchers.get(id), index)}</VoucherLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** A voucher by its number; by its place for those who may not read vouchers. */
function voucherWords(voucher: VoucherSummary | undefined, index: number): string {
  if (voucher === undefined) return `凭证 ${index + 1}`;
  const what = voucher.kind === 'reversal' ? '冲销凭证' : '凭证';
  return `${what} ${voucher.number ?? '待编号'}`;
}
