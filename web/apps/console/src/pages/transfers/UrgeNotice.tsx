import type { TransferCase, TransferParty } from '@anju/api';
import { dateInBeijing, dayInWords, monthInWords } from '@anju/ui';
import { useSession } from '../../app/session';
import './transfer.css';

type Props = {
  transfer: TransferCase;
  old: TransferParty;
  /** The member's whole name: the notice goes to the member's own employer. */
  name: string;
};

/** 催办通知, as it is printed for the old employer; the new one isn't named. Seen on paper alone. */
export function UrgeNotice({ transfer, old, name }: Props) {
  const session = useSession();
  return (
    <article className="paper print-only" aria-label="催办通知">
      <h2>{session?.centre.name}</h2>
      <h3>办理住房公积金账户封存催办通知</h3>
      <p className="paper-line">
        <span>{old.employer_name}：</span>
        <span>业务流水：{transfer.serial}</span>
      </p>
      <table>
        <tbody>
          <tr>
            <th>职工</th>
            <td>{name}</td>
            <th>证件号码</th>
            <td>{transfer.id_number}</td>
          </tr>
          <tr>
            <th>个人账号</th>
            <td>{transfer.account_no}</td>
            <th>封存年月</th>
            <td>{monthInWords(transfer.seal_from ?? transfer.month)}</td>
          </tr>
          <tr>
            <th>办理期限</th>
            <td colSpan={3}>至 {dayInWords(transfer.due_on)}止</td>
          </tr>
        </tbody>
      </table>
      <p>
        该职工已由其他单位列入住房公积金汇缴清册，须自上列年月起在贵单位封存。依据《住房公积金管理条例》第十五条，单位与职工终止劳动关系的，应当自劳动关系终止之日起30日内办理变更登记和账户转移或者封存。请在办理期限内封存该账户；职工仍在本单位工作的，请在期限内书面说明并附证明。逾期未办理也未说明的，中心凭劳动关系终止的证明封存。
      </p>
      <p className="paper-line">
        <span>经办：{session?.name}</span>
        <span>{session?.centre.name}（业务专用章）</span>
      </p>
      <p className="paper-line">
        <span>打印日期：{dayInWords(dateInBeijing(new Date()))}</span>
        <span>通知日期：{dayInWords(transfer.opened_on)}</span>
      </p>
      <p className="paper-line receipt-line">
        <span>单位签收（盖章）：</span>
        <span>签收日期：　　　　年　　月　　日</span>
      </p>
    </article>
  );
}
