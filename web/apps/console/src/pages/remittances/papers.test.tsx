import { fen, type Remittance } from '@anju/api';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { expect, test, vi } from 'vitest';
import { type Session, sessionQuery } from '../../app/session';
import { PaymentNotice } from './PaymentNotice';
import { Receipt } from './Receipt';

const remittance = {
  remittance_id: '01',
  serial: 'HJ00000288',
  employer_no: '2000000017',
  employer_name: '安居市住房和城乡建设局',
  month: '2026-11',
  status: 'assessed',
  people: 1025,
  employer_fen: fen(2_339_400),
  member_fen: fen(2_339_400),
  expected_fen: fen(4_678_800),
  payment_code: '1000028776',
  posted_on: '2026-11-17',
  posted_by: '王会芳',
  assessed_by: '李敏',
  due_on: '2026-11-12',
  waiting_fen: fen(0),
  fundings: [],
  voucher_ids: [],
} as unknown as Remittance;

/** What a paper says, printed by a clerk of the centre who may read neither vouchers nor banks. */
function printed(paper: ReactElement): string {
  const queries = new QueryClient();
  const session = { centre: { name: '安居市住房公积金管理中心' }, name: '李敏', actions: [] };
  queries.setQueryData(sessionQuery.queryKey, session as unknown as Session);
  const { container } = render(<QueryClientProvider client={queries}>{paper}</QueryClientProvider>);
  const cells = [...container.querySelectorAll('h2, h3, span, th, td, article > p')];
  return cells.map((cell) => cell.textContent).join('|');
}

const ROWS = '缴存人数|1,025 人|单位部分|23,394.00|个人部分|23,394.00|';
const AMOUNT = '¥ 46,788.00　人民币肆万陆仟柒佰捌拾捌元整';

test('a receipt says who paid what, in figures and in words', () => {
  const funding = {
    arrival_id: 'a',
    arrival_serial: 'DZ00000291',
    value_date: '2026-11-16',
    payer_name: '安居市财政局国库支付中心',
    amount_fen: fen(4_678_800),
  };
  const paid = { ...remittance, status: 'posted', fundings: [funding] } as unknown as Remittance;
  const words = printed(<Receipt remittance={paid} />);
  expect(words).toContain('安居市住房公积金管理中心|住房公积金汇缴回单');
  expect(words).toContain(`缴存年月|2026 年 11 月|${ROWS}汇缴金额|${AMOUNT}`);
  expect(words).toContain('2026-11-16　安居市财政局国库支付中心　¥ 46,788.00　到账 DZ00000291');
  expect(words).toContain('记账日期：2026-11-17');
  expect(words).toContain('经办：王会芳');
  expect(words).not.toContain('缴款期限');
});

test('a notice says how much, under which code and until when', () => {
  vi.setSystemTime('2026-11-12T10:00:00+08:00');
  const words = printed(<PaymentNotice remittance={remittance} />);
  expect(words).toContain(`汇缴年月|2026 年 11 月|${ROWS}应缴金额|${AMOUNT}`);
  expect(words).toContain('缴款码|1000028776|缴款期限|2026-11-12 止|');
  expect(words).toContain('请按应缴金额汇入本中心住房公积金存款户');
  expect(words).not.toContain('尚需缴款');
  vi.useRealTimers();
});

test('a notice says what is still to come, and that its day is over', () => {
  vi.setSystemTime('2026-11-13T10:00:00+08:00');
  const short = { ...remittance, waiting_fen: fen(4_600_000) };
  const words = printed(<PaymentNotice remittance={short} />);
  expect(words).toContain('已有暂收|46,000.00|尚需缴款|¥ 788.00　人民币柒佰捌拾捌元整');
  expect(words).toContain('2026-11-12 止，已逾期，请立即缴款');
  const unknown = printed(<PaymentNotice remittance={{ ...remittance, due_on: null }} />);
  expect(unknown).not.toContain('缴款期限');
  vi.useRealTimers();
});
