import { useSession } from './session';

/** The actions of the server's role matrix that decide what a person finds in the console. */
export type Action =
  | 'home.read'
  | 'list.export'
  | 'branch.read'
  | 'employer.read'
  | 'employer.register'
  | 'account.read'
  | 'account.seal'
  | 'account.statement'
  | 'roster.read'
  | 'roster.upload'
  | 'roster.export'
  | 'remittance.read'
  | 'remittance.allocate'
  | 'payer.read'
  | 'payer.register'
  | 'arrival.read'
  | 'bank_account.read'
  | 'arrival.record'
  | 'suspense.read'
  | 'suspense.return'
  | 'recovery.read'
  | 'recovery.record'
  | 'transfer.open'
  | 'transfer.read'
  | 'voucher.read'
  | 'balance.read'
  | 'ledger_account.read'
  | 'period.read'
  | 'period.close'
  | 'business_day.read'
  | 'business_day.open'
  | 'business_day.close'
  | 'policy.read'
  | 'policy.change'
  | 'meeting.read'
  | 'meeting.record'
  | 'resolution.read'
  | 'department.read'
  | 'staff.read'
  | 'staff.add'
  | 'staff.assign'
  | 'session.read'
  | 'role.read'
  | 'audit.read';

/** Whether the person before the screen may do something at all; the server decides each time. */
export function useMay(action: Action): boolean {
  return useSession()?.actions.includes(action) ?? false;
}
