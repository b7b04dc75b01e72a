import type { BalanceRow, Balances, Side } from '@anju/api';
import { DateInput, ExportButton, formatCount, Money, monthInWords } from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Button, Space, Table } from 'antd';
import { useExport, useUrlSearch } from '../../app/list';
import { Page, Panel } from '../../app/Page';
import { useBusinessMonth } from '../../app/session';
import { balancesQuery } from './queries';
import './books.css';
import { Way } from '../../app/links';

/** 科目余额表: opening, turnover and closing of every account in a month. */
export function TrialBalance() {
  const [search, onSearch] = useUrlSearch();
  const businessMonth = useBusinessMonth();
  const balances = useSuspenseQuery(balancesQuery(search.month ?? businessMonth)).data;
  const exportTo = useExport('/api/balances', { month: balances.month });
  const actions = (
    <Space>
      <DateInput
        picker="month"
        value={balances.month}
        onChange={(month) => onSearch(month ? { month } : {})}
      />
      <Button onClick={() => window.print()}>打印</Button>
      {exportTo && <ExportButton columns={COLUMN_KEYS} exportTo={exportTo} />}
    </Space>
  );
  return (
    <Page title={`科目余额表　${monthInWords(balances.month)}`} actions={actions}>
      <BalanceCheck balances={balances} />
      <Panel>
        <Table<BalanceRow>
          size="small"
          aria-label="科目余额表"
          columns={columnsOf(balances.month)}
          dataSource={balances.rows.filter(hasMoved)}
          rowKey="code"
          pagination={false}
          rowClassName={({ level }) => (level === 1 ? 'level-one' : '')}
          locale={{ emptyText: <p className="plain">这个月还没有余额和发生额。</p> }}
          summary={() => <Totals totals={balances.totals} />}
        />
      </Panel>
    </Page>
  );
}

/** What the workbook takes: every column. */
const COLUMN_KEYS: readonly string[] = [];

/** An account that never held anything would only be noise between those that did. */
function hasMoved(row: BalanceRow): boolean {
  return [row.opening_fen, row.debit_fen, row.credit_fen, row.closing_fen].some((fen) => fen !== 0);
}

const SIDES: Record<Side, string> = { debit: '借', credit: '贷' };

const figure = (
  title: string,
  key: 'opening_fen' | 'debit_fen' | 'credit_fen' | 'closing_fen',
) => ({
  title,
  key,
  align: 'right' as const,
  render: (row: BalanceRow) => <Money fen={row[key]} />,
});

function columnsOf(month: string) {
  return [
    {
      title: '科目编码',
      key: 'code',
      render: ({ code }: BalanceRow) => (
        <Way to="/balances/$code" params={{ code }} search={{ month }}>
          {code}
        </Way>
      ),
    },
    {
      title: '科目名称',
      key: 'name',
      render: ({ name, level }: BalanceRow) => (
        <span style={{ paddingInlineStart: (level - 1) * 20 }}>{name}</span>
      ),
    },
    { title: '方向', key: 'side', render: ({ side }: BalanceRow) => SIDES[side] },
    figure('期初余额', 'opening_fen'),
    figure('本期借方', 'debit_fen'),
    figure('本期贷方', 'credit_fen'),
    figure('期末余额', 'closing_fen'),
  ];
}

function Totals({ totals }: Pick<Balances, 'totals'>) {
  const cells = [
    ['借方', totals.opening_debit_fen, totals.debit_fen, null, totals.closing_debit_fen],
    ['贷方', totals.opening_credit_fen, null, totals.credit_fen, totals.closing_credit_fen],
  ] as const;
  return cells.map(([side, opening, debit, credit, closing]) => (
    <Table.Summary.Row key={side} className="totals-row">
      <Table.Summary.Cell index={0} colSpan={3}>
        {side}合计
      </Table.Summary.Cell>
      {[opening, debit, credit, closing].map((fen, index) => (
        // The cells of one row differ by their place alone.
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
        <Table.Summary.Cell key={index} index={index + 3} align="right">
          {fen === null ? '' : <Money fen={fen} />}
        </Table.Summary.Cell>
      ))}
    </Table.Summary.Row>
  ));
}

/** Says whether the books balance, in words and not in colour alone. */
function BalanceCheck({ balances }: { balances: Balances }) {
  const { totals, tail_vouchers } = balances;
  const isBalanced =
    totals.debit_fen === totals.credit_fen &&
    totals.opening_debit_fen === totals.opening_credit_fen &&
    totals.closing_debit_fen === totals.closing_credit_fen;
  return (
    <p className={isBalanced ? 'balance-check' : 'balance-check unbalanced'} role="status">
      <strong>{isBalanced ? '✓ 借贷平衡' : '✕ 借贷不平，请立即告知系统管理员'}</strong>
      <span>
        本期借方 <Money fen={totals.debit_fen} /> {isBalanced ? '＝' : '≠'} 本期贷方{' '}
        <Money fen={totals.credit_fen} />
      </span>
      {tail_vouchers > 0 && <span>含 {formatCount(tail_vouchers)} 张待编号凭证</span>}
    </p>
  );
}
