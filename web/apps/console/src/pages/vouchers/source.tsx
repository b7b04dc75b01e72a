import type { VoucherSummary } from '@anju/api';
import { Way } from '../../app/links';

/** The business that a voucher comes from, as a way there where it has a page. */
export function VoucherSource({
  source_kind,
  source_id,
}: Pick<VoucherSummary, 'source_kind' | 'source_id'>) {
  switch (source_kind) {
    case 'remittance':
      return (
        <Way to="/remittances/$remittanceId" params={{ remittanceId: source_id }}>
          汇缴
        </Way>
      );
    case 'arrival':
      return (
        <Way to="/arrivals" search={{ arrival_id: source_id }}>
          到账
        </Way>
      );
    case 'suspense':
      return (
        <Way to="/suspense/$suspenseId" params={{ suspenseId: source_id }}>
          暂收
        </Way>
      );
    case 'recovery':
      return (
        <Way to="/recoveries" search={{ recovery_id: source_id }}>
          追款
        </Way>
      );
    case 'opening':
      return <>期初建账</>;
    default:
      return <>{source_kind}</>;
  }
}
