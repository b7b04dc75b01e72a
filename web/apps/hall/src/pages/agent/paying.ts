import { type Fen, fen } from '@anju/api';
import { formatFen } from '@anju/ui';
import type { HallRemittance } from '../../api';

type Paid = Pick<HallRemittance, 'status' | 'expected_fen' | 'waiting_fen' | 'fundings'>;

/** What has come of a remittance's money. */
export function cameFor({ status, waiting_fen, fundings }: Paid): Fen {
  if (status === 'assessed') return waiting_fen;
  return fen(fundings.reduce((sum, { amount_fen }) => sum + amount_fen, 0));
}

/** What an employer still has to pay; nothing once it is posted or takes no money any more. */
export function toPay(remittance: Paid): Fen {
  if (remittance.status !== 'assessed') return fen(0);
  return fen(Math.max(remittance.expected_fen - remittance.waiting_fen, 0));
}

/** What has come and what is still to come, in a sentence. */
export function paidInWords(remittance: Paid): string {
  const { status } = remittance;
  const came = cameFor(remittance);
  switch (status) {
    case 'assessed':
      if (came === 0) return '款项还没有到账。银行转账一般当天到，到账后自动入账。';
      return toPay(remittance) === 0
        ? `已到账 ${formatFen(came)} 元，足够缴款，等待入账，不用再汇款。`
        : `已到账 ${formatFen(came)} 元，还差 ${formatFen(toPay(remittance))} 元，补足后入账。`;
    case 'posting':
      return '款项已经到账，正在记入职工账户。';
    case 'posted':
      return `已到账 ${formatFen(came)} 元，全部记入职工账户。`;
    case 'reversed':
      return '这笔汇缴已被冲销。';
    case 'cancelled':
      return '这笔汇缴已经取消，缴款码不能再用。';
    default: {
      const forgotten: never = status;
      return forgotten;
    }
  }
}
