import type { PayTo } from '../../api';
import { Fact, Facts } from '../../parts/Page';

/** Where an employer pays. */
export function PayToFacts({ payTo }: { payTo: PayTo }) {
  return (
    <Facts>
      <Fact label="户名">{payTo.account_name}</Fact>
      <Fact label="开户银行">{payTo.bank_name}</Fact>
      <Fact label="账号">
        <span className="account-number">{payTo.account_number}</span>
      </Fact>
    </Facts>
  );
}
