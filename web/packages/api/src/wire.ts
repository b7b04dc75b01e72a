/**
 * The nouns of the wire by their names, as the generated schema has them.
 *
 * Amounts are whole fen, rates parts per billion, months `2026-11`, dates `2026-11-22`, instants
 * RFC 3339 in UTC, ids and numbers of accounts text. Personal data arrive masked. What the caller
 * may do with a record stands in its `can`.
 */

import type { WithAmounts } from './fen';
import type { components } from './schema';

/** A body of the API by its name: `Wire<'Session'>`. */
export type Wire<Name extends keyof components['schemas']> = WithAmounts<
  components['schemas'][Name]
>;

/** What may be absent: the server leaves it out or sends null. */
export type Maybe<T> = T | null | undefined;

/** One page of a list and where the next begins. */
export type Listing<Row> = { items: Row[]; next?: string | null; count: Wire<'RowCount'> };

/** Paging, order and filters of a list; a filter is a column's name, with `.contains`, `.from` or `.to`. */
export type ListQuery = {
  limit?: number;
  after?: string;
  sort?: string;
  [filter: string]: string | number | undefined;
};

export type Account = Wire<'Account'>;
export type AccountChange = Wire<'AccountChange'>;
export type AccountStatement = Wire<'AccountStatement'>;
export type AccountSummary = Wire<'AccountSummary'>;
export type AgentEnd = Wire<'AgentEnd'>;
export type AgentInvitation = Wire<'AgentInvitation'>;
export type AgentShown = Wire<'AgentShown'>;
export type AgentStatus = Wire<'AgentStatusCode'>;
export type AllocationCandidate = Wire<'AllocationCandidate'>;
export type ArrangementEnd = Wire<'ArrangementEnd'>;
export type ApprovableBusiness = Wire<'ApprovableBusiness'>;
export type Approval = Wire<'Approval'>;
export type ApprovalFlow = Wire<'ApprovalFlow'>;
export type ApprovalFlowChange = Wire<'ApprovalFlowChange'>;
export type ApprovalFlowStep = Wire<'ApprovalFlowStep'>;
export type ApprovalStep = Wire<'ApprovalStep'>;
export type ApprovalSummary = Wire<'ApprovalSummary'>;
export type ApprovalTried = Wire<'ApprovalTried'>;
export type Arrears = Wire<'Arrears'>;
export type Arrival = Wire<'Arrival'>;
export type ArrivalOutcome = Wire<'ArrivalOutcome'>;
export type ArrivalTakeBack = Wire<'ArrivalTakeBack'>;
export type ArrivalTakenBack = Wire<'ArrivalTakenBack'>;
export type AuditEvent = Wire<'AuditEvent'>;
export type BalanceRow = Wire<'BalanceRow'>;
export type Balances = Wire<'Balances'>;
export type BankAccount = Wire<'BankAccount'>;
export type Branch = Wire<'Branch'>;
export type BusinessDay = Wire<'BusinessDay'>;
export type Code = Wire<'Code'>;
export type CertificateIssued = Wire<'CertificateIssued'>;
export type CertificateSummary = Wire<'CertificateSummary'>;
export type Delegation = Wire<'Delegation'>;
export type DelegationChange = Wire<'DelegationChange'>;
export type Deputies = Wire<'Deputies'>;
export type Employer = Wire<'Employer'>;
export type EmployerAgent = Wire<'EmployerAgent'>;
export type EmployerChange = Wire<'EmployerChange'>;
export type EmployerFieldChange = Wire<'EmployerFieldChange'>;
export type EmployerMonth = Wire<'EmployerMonth'>;
export type EmployerRegistration = Wire<'EmployerRegistration'>;
export type EmployerSummary = Wire<'EmployerSummary'>;
export type EntryItem = Wire<'EntryItem'>;
export type Hired = Wire<'Hired'>;
export type Hiring = Wire<'Hiring'>;
export type Home = Wire<'Home'>;
export type Job = Wire<'Job'>;
export type JobStatus = Wire<'JobStatusCode'>;
export type JobStep = Wire<'JobStep'>;
export type JobSummary = Wire<'JobSummary'>;
export type LedgerAccount = Wire<'LedgerAccount'>;
export type LedgerLine = Wire<'LedgerLine'>;
export type Matter = Wire<'MatterCode'>;
export type Meeting = Wire<'Meeting'>;
export type MeetingRecord = Wire<'MeetingRecord'>;
export type MeetingSummary = Wire<'MeetingSummary'>;
export type MemberMonth = Wire<'MemberMonth'>;
export type MissingMember = Wire<'MissingMember'>;
export type MonthAvailability = Wire<'MonthAvailability'>;
export type NewAllocationLine = Wire<'NewAllocationLine'>;
export type NewArrangement = Wire<'NewArrangement'>;
export type MobileChange = Wire<'MobileChange'>;
export type MobileChanged = Wire<'MobileChanged'>;
export type NewArrival = Wire<'NewArrival'>;
export type NewPayer = Wire<'NewPayer'>;
export type NewRole = Wire<'NewRole'>;
export type NewRecovered = Wire<'NewRecovered'>;
export type NewSealing = Wire<'NewSealing'>;
export type OwedMonth = Wire<'OwedMonth'>;
export type Outage = Wire<'Outage'>;
export type Owner = Wire<'Owner'>;
export type PaidEmployer = Wire<'PaidEmployer'>;
export type PayerChange = Wire<'PayerChange'>;
export type PayerSummary = Wire<'PayerSummary'>;
export type Period = Wire<'Period'>;
export type PolicyChange = Wire<'PolicyChange'>;
export type PolicyItem = Wire<'PolicyItem'>;
export type PolicyVersion = Wire<'PolicyVersion'>;
export type Recovery = Wire<'Recovery'>;
export type Remittance = Wire<'Remittance'>;
export type RemittanceLine = Wire<'RemittanceLine'>;
export type RemittanceSummary = Wire<'RemittanceSummary'>;
export type ReversalPreview = Wire<'ReversalPreview'>;
export type Resolution = Wire<'Resolution'>;
export type ResolutionRecord = Wire<'ResolutionRecord'>;
export type ResolutionSummary = Wire<'ResolutionSummary'>;
export type Role = Wire<'Role'>;
export type Roster = Wire<'Roster'>;
export type RosterLine = Wire<'RosterLine'>;
export type RosterSummary = Wire<'RosterSummary'>;
export type RuleLine = Wire<'RuleLine'>;
export type ShortMember = Wire<'ShortMember'>;
export type StaffMember = Wire<'StaffMember'>;
export type SystemStatus = Wire<'SystemStatus'>;
export type StaffAssignment = Wire<'StaffAssignment'>;
export type StoredFile = Wire<'StoredFile'>;
export type Suspense = Wire<'Suspense'>;
export type SuspenseMovement = Wire<'SuspenseMovement'>;
export type SuspenseReturn = Wire<'SuspenseReturn'>;
export type Totals = Wire<'Totals'>;
export type TimelineEvent = Wire<'TimelineEvent'>;
export type TransferCase = Wire<'TransferCase'>;
export type TransferCaseSummary = Wire<'TransferCaseSummary'>;
export type TransferNotice = Wire<'TransferNotice'>;
export type TransferParty = Wire<'TransferParty'>;
export type UnmaskedMember = Wire<'UnmaskedMember'>;
export type Unmasking = Wire<'Unmasking'>;
export type Voucher = Wire<'Voucher'>;
export type VoucherLine = Wire<'VoucherLine'>;
export type VoucherSummary = Wire<'VoucherSummary'>;

// The closed sets of codes.
export type AccountChangeKind = Wire<'AccountChangeKindCode'>;
export type AccountStatus = Wire<'AccountStatusCode'>;
export type ApprovalStatus = Wire<'ApprovalStatusCode'>;
export type ApprovalVerdict = Wire<'ApprovalVerdictCode'>;
export type ArrivalStatus = Wire<'ArrivalStatusCode'>;
export type AuditOutcome = Wire<'OutcomeCode'>;
export type BusinessDayStatus = Wire<'DayStatusCode'>;
export type CertificateKind = Wire<'CertificateKindCode'>;
export type CertificateStatus = Wire<'CertificateStatusCode'>;
export type DataScope = Wire<'DataScopeCode'>;
export type DelegationState = Wire<'DelegationStateCode'>;
export type EmployerMonthStatus = Wire<'MonthStatusCode'>;
export type EmployerStatus = Wire<'EmployerStatusCode'>;
export type EventKind = Wire<'EventKindCode'>;
export type EmployerField = Wire<'EmployerFieldCode'>;
export type MemberMonthKind = Wire<'MemberMonthKindCode'>;
export type MobileReason = Wire<'MobileReasonCode'>;
export type MovementKind = Wire<'MovementKindCode'>;
export type PaidBy = Wire<'PaidByCode'>;
export type PayerKind = Wire<'PayerKindCode'>;
export type PayerStatus = Wire<'PayerStatusCode'>;
export type PeriodStatus = Wire<'PeriodStatusCode'>;
export type RecoveryStatus = Wire<'RecoveryStatusCode'>;
export type RemittanceStatus = Wire<'RemittanceStatusCode'>;
export type RosterChange = Wire<'RosterChangeCode'>;
export type RosterStatus = Wire<'RosterStatusCode'>;
export type SealReason = Wire<'SealReasonCode'>;
export type SeenDocument = Wire<'SeenDocumentCode'>;
export type RecoveryKind = Wire<'RecoveryKindCode'>;
export type Side = Wire<'SideCode'>;
export type StaffStatus = Wire<'StaffStatusCode'>;
export type SuspenseStatus = Wire<'SuspenseStatusCode'>;
export type TransferCaseStatus = Wire<'TransferCaseStatusCode'>;
export type ValueKind = Wire<'ValueKindCode'>;
export type VersionState = Wire<'VersionStateCode'>;
export type VoucherKind = Wire<'VoucherKindCode'>;
