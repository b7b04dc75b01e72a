import type { Remittance } from '@anju/api';
import { dateInBeijing, fenInWords, formatFen } from '@anju/ui';
import { useFundAccounts } from '../../app/bank-accounts';
import { useSession } from '../../app/session';
import { PaperRows } from './PaperRows';
import { toPay } from './to-pay';

/** 缴款通知, as it is printed for the employer: seen on paper alone. */
export function PaymentNotice({ remittance }: { remittance: Remittance }) {
  const session = useSession();
  const accounts = useFundAccounts();
  const today = dateInBeijing(new Date());
  const { waiting_fen } = remittance;
  const due = toPay(remittance);
  return (
    <article className="paper print-only" aria-label="缴款通知">
      <h2>{session?.centre.name}</h2>
      <h3>住房公积金缴款通知</h3>
      <p className="paper-line">
        <span>缴存单位：{remittance.employer_name}</span>
        <span>业务流水：{remittance.serial}</span>
      </p>
      <table>
        <tbody>
          <tr>
            <th>单位账号</th>
            <td colSpan={3}>{remittance.employer_no}</td>
          </tr>
          <PaperRows remittance={remittance} words={{ month: '汇缴年月', amount: '应缴金额' }} />
          {waiting_fen > 0 && (
            <tr>
              <th>已有暂收</th>
              <td className="figure">{formatFen(waiting_fen)}</td>
              <th>尚需缴款</th>
              <td>
                ¥ {formatFen(due)}　{fenInWords(due)}
              </td>
            </tr>
          )}
          <tr>
            <th>缴款码</th>
            <td colSpan={3} className="paper-code">
              {remittance.payment_code}
            </td>
          </tr>
          {remittance.due_on && (
            <tr>
              <th>缴款期限</th>
              <td colSpan={3}>
                {remittance.due_on} 止{remittance.due_on < today && '，已逾期，请立即缴款'}
              </td>
            </tr>
          )}
          {accounts.map((account) => (
            <tr key={account.bank_account_id}>
              <th>收款账户</th>
              <td colSpan={3}>
                {account.name}　{account.bank_name}　{account.account_number}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {`请按${waiting_fen > 0 ? '尚需缴款' : '应缴'}金额汇入${payInto(accounts.length)}，并在附言中写明缴款码。`}
        款项不足时先转暂收，补足后入账；多出的部分留待下次汇缴抵用。缴款码不符的款项将转入暂收。
      </p>
      <p className="paper-line">
        <span>经办：{remittance.assessed_by}</span>
        <span>打印日期：{today}</span>
      </p>
    </article>
  );
}

/** Where to pay, in the words that fit the accounts printed above. */
function payInto(accounts: number): string {
  if (accounts === 0) return '本中心住房公积金存款户';
  return accounts === 1 ? '上列账户' : '上列任一账户';
}
