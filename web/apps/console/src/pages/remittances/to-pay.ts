import { type Fen, fen, type Remittance } from '@anju/api';
import { formatFen } from '@anju/ui';

type Waiting = Pick<Remittance, 'expected_fen' | 'waiting_fen'>;

/** What an employer still has to pay: what waits for the remittance is paid already. */
export function toPay({ expected_fen, waiting_fen }: Waiting): Fen {
  return fen(Math.max(expected_fen - waiting_fen, 0));
}

/** What has come and what is still to come, in a sentence. */
export function waitingWords(remittance: Waiting): string {
  const due = toPay(remittance);
  const waiting = `已有暂收 ${formatFen(remittance.waiting_fen)} 元`;
  if (due === 0) return `${waiting}，足够缴款，不需再汇款`;
  return `${waiting}，尚需缴款 ${formatFen(due)} 元`;
}

/** Whether what waits for it and what else waits of the employer fills a remittance. */
export function isFilledByWaiting(
  remittance: Waiting & Pick<Remittance, 'employer_waiting_fen'>,
): boolean {
  const { expected_fen, waiting_fen, employer_waiting_fen } = remittance;
  return waiting_fen + employer_waiting_fen >= expected_fen;
}
