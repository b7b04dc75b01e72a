import type { VoucherSummary } from '@anju/api';
import { Link } from '@tanstack/react-router';

/** The business that a voucher comes from, as a way there where it has a page. */
export function VoucherSource({
  source_kind,
  source_id,
}: Pick<VoucherSummary, 'source_kind' | 'source_id'>) {
  switch (source_kind) {
    case 'remittance':
      return (
        <Link to="/remittances/$remittanceId" params={{ remittanceId: source_id }}>
          汇缴
        </Link>
      );
    case 'arrival':
      return <Link to="/arrivals">到账</Link>;
    case 'suspense':
      return <Link to="/suspense">暂收</Link>;
    case 'opening':
      return <>期初建账</>;
    default:
      return <>{source_kind}</>;
  }
}
