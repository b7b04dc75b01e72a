import type { AccountStatement, EntryItem } from '@anju/api';
import { dateInBeijing, fenInWords, formatFen, Money } from '@anju/ui';
import { useSession } from '../../app/session';
import './account.css';

/** 缴存明细, as it is printed for the member: every entry of a period, seen on paper alone. */
export function AccountPaper({ statement }: { statement: AccountStatement }) {
  const session = useSession();
  return (
    <article className="paper account-paper print-only" aria-label="缴存明细">
      <h2>{session?.centre.name}</h2>
      <h3>住房公积金缴存明细</h3>
      <p className="paper-line">
        <span>姓名：{statement.name}</span>
        <span>证件号码：{statement.id_number}</span>
        <span>个人账号：{statement.account_no}</span>
      </p>
      <p className="paper-line">
        <span>缴存单位：{statement.employer_name}</span>
        <span>
          期间：{statement.from} 至 {statement.to}
        </span>
        <span>单位：元</span>
      </p>
      <table>
        <thead>
          <tr>
            <th>记账日期</th>
            <th>业务类型</th>
            <th>汇补缴年月</th>
            <th>发生额</th>
            <th>账户余额</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td />
            <td colSpan={3}>期初余额</td>
            <td className="figure">
              <Money fen={statement.opening_fen} />
            </td>
          </tr>
          {statement.entries.map((entry) => (
            <Entry key={entry.entry_no} {...entry} />
          ))}
          <tr>
            <th>合计</th>
            <td colSpan={2}>{statement.entries.length} 笔</td>
            <td className="figure">
              <Money fen={statement.moved_fen} />
            </td>
            <td />
          </tr>
          <tr>
            <th>期末余额</th>
            <td colSpan={4}>
              ¥ {formatFen(statement.closing_fen)}　{fenInWords(statement.closing_fen)}
            </td>
          </tr>
        </tbody>
      </table>
      <p className="paper-line">
        <span>经办：{session?.name}</span>
        <span>打印日期：{dateInBeijing(new Date())}</span>
        <span>（业务专用章）</span>
      </p>
    </article>
  );
}

function Entry({ business_date, label, month, amount_fen, balance_after_fen }: EntryItem) {
  return (
    <tr>
      <td>{business_date}</td>
      <td>{label}</td>
      <td>{month}</td>
      <td className="figure">
        <Money fen={amount_fen} />
      </td>
      <td className="figure">
        <Money fen={balance_after_fen} />
      </td>
    </tr>
  );
}
