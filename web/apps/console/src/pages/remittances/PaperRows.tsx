import type { Remittance } from '@anju/api';
import { fenInWords, formatCount, formatFen, monthInWords } from '@anju/ui';

type Props = {
  remittance: Pick<Remittance, 'month' | 'people' | 'employer_fen' | 'member_fen' | 'expected_fen'>;
  /** What the paper calls the month and the amount. */
  words: { month: string; amount: string };
};

/** What every paper of a remittance says: for which month and how many, both parts, the whole. */
export function PaperRows({ remittance, words }: Props) {
  return (
    <>
      <tr>
        <th>{words.month}</th>
        <td>{monthInWords(remittance.month)}</td>
        <th>缴存人数</th>
        <td>{formatCount(remittance.people)} 人</td>
      </tr>
      <tr>
        <th>单位部分</th>
        <td className="figure">{formatFen(remittance.employer_fen)}</td>
        <th>个人部分</th>
        <td className="figure">{formatFen(remittance.member_fen)}</td>
      </tr>
      <tr>
        <th>{words.amount}</th>
        <td colSpan={3}>
          ¥ {formatFen(remittance.expected_fen)}　{fenInWords(remittance.expected_fen)}
        </td>
      </tr>
    </>
  );
}
