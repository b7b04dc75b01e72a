import type { Remittance } from '@anju/api';
import { dateInBeijing, formatFen } from '@anju/ui';
import { useSession } from '../../app/session';
import { PaperRows } from './PaperRows';
import { useVouchersOf } from './queries';

/** 汇缴回单, as it is printed for the employer: of a posted remittance alone, seen on paper. */
export function Receipt({ remittance }: { remittance: Remittance }) {
  const session = useSession();
  const vouchers = useVouchersOf(remittance.remittance_id);
  const numbers = remittance.voucher_ids.map((id) => vouchers.get(id)?.number).filter(Boolean);
  return (
    <article className="paper print-only" aria-label="汇缴回单">
      <h2>{session?.centre.name}</h2>
      <h3>住房公积金汇缴回单</h3>
      <p className="paper-line">
        <span>记账日期：{remittance.posted_on}</span>
        <span>业务流水：{remittance.serial}</span>
      </p>
      <table>
        <tbody>
          <tr>
            <th>单位账号</th>
            <td>{remittance.employer_no}</td>
            <th>缴存单位</th>
            <td>{remittance.employer_name}</td>
          </tr>
          <PaperRows remittance={remittance} words={{ month: '缴存年月', amount: '汇缴金额' }} />
          {remittance.fundings.map(({ arrival_id, suspense_id, ...funding }) => (
            <tr key={`${arrival_id}${suspense_id ?? ''}`}>
              <th>缴款</th>
              <td colSpan={3}>
                {funding.value_date}　{funding.payer_name}　¥ {formatFen(funding.amount_fen)}　到账{' '}
                {funding.arrival_serial}
              </td>
            </tr>
          ))}
          {numbers.length > 0 && (
            <tr>
              <th>凭证号</th>
              <td colSpan={3}>{numbers.join('、')}</td>
            </tr>
          )}
        </tbody>
      </table>
      <p className="paper-line">
        <span>经办：{remittance.posted_by}</span>
        <span>打印日期：{dateInBeijing(new Date())}</span>
      </p>
    </article>
  );
}
