/**
 * What the API says, as types: the nouns of the wire and the `paths` that `openapi-fetch` is typed by.
 *
 * Conventions of the wire: amounts are whole fen, rates are parts per billion, months are
 * `2026-11`, dates `2026-11-22`, instants RFC 3339 in UTC, ids and numbers of accounts are strings.
 * Personal data arrive masked. What the caller may do with a record stands in its `can`.
 */

import type { Fen } from './fen';
import type { paths as generated } from './schema';

/** A rate in 10⁻⁹: 8 % is 80 000 000. */
export type Ppb = number;

type Nullable<T> = { [Key in keyof T]: T[Key] | null };

/** What may be absent: the server leaves it out or sends null. */
export type Maybe<T> = T | null | undefined;

/** A code with the trade's word for it. */
export interface Code {
  code: string;
  label: string;
}
/** Every closed set of codes, by the set's name. */
export type CodeSets = Record<string, Code[]>;

/** How many rows there are; not exact beyond the server's bound. */
export interface Count {
  value: number;
  exact: boolean;
}
/** One page of a list and where the next begins. */
export interface Listing<T> {
  items: T[];
  next?: string | null;
  count: Count;
}
export interface Items<T> {
  items: T[];
}
/** Paging, order and filters of a list; a filter is a column's name, with `.prefix`, `.from` or `.to`. */
export interface ListQuery {
  limit?: number;
  after?: string;
  sort?: string;
  [filter: string]: string | number | undefined;
}
/** Sums over everything a filter selects, by column. */
export type Totals = Record<string, Maybe<number>>;

export interface Home {
  business_date: string;
  fund_balance_fen: Fen;
  employers: number;
  accounts: number;
  month: { month: string; remitted_fen: Fen; remittances: number };
  today: { arrivals: number; arrivals_fen: Fen; posted_fen: Fen; vouchers: number };
  waiting: {
    suspense: number;
    suspense_fen: Fen;
    remittances_assessed: number;
    employers_behind: number;
  };
  trend: { month: string; remitted_fen: Fen }[];
  tail: { vouchers: number; oldest_age_s: number };
}
export interface Branch {
  branch_id: string;
  code: string;
  name: string;
}

/** 缴存单位账户状态, JGJ/T 320 A.4. */
export type EmployerStatus = 'normal' | 'opened' | 'deferred' | 'closed' | 'sealed' | 'other';
export interface EmployerSummary {
  employer_id: string;
  employer_no: string;
  name: string;
  credit_code?: string | null;
  status: EmployerStatus;
  branch_name: string;
  people: number;
  sealed_people: number;
  paid_through?: string | null;
  months_owed: number;
  balance_fen: Fen;
  can: string[];
}
export interface LegalPerson {
  name: string;
  id_kind: string;
  id_number: string;
}
export interface Agent extends LegalPerson {
  mobile: string;
  phone?: string | null;
}
/** 单位登记 (JGJ/T 320 table 4.0.2). */
export interface EmployerRegistration {
  name: string;
  credit_code: string;
  address: string;
  postcode?: string | null;
  email?: string | null;
  /** Day of the month, 1 to 31. */
  payday: number;
  affiliation: string;
  economic_type: string;
  industry: string;
  established_on: string;
  opened_on?: string | null;
  /** 应汇缴 from this month. */
  first_month: string;
  branch_id: string;
  bank_code: string;
  employer_rate_ppb: Ppb;
  member_rate_ppb: Ppb;
  legal_person: LegalPerson;
  agent: Agent;
}
export interface Employer extends EmployerRegistration, EmployerSummary {
  credit_code: string;
}
export type EmployerMonthStatus = 'paid' | 'assessed' | 'owed';
export interface EmployerMonth {
  month: string;
  status: EmployerMonthStatus;
  remittance_id?: string | null;
  people: number;
  amount_fen: Fen;
}

/** 个人账户状态, JGJ/T 320 A.6. */
export type AccountStatus =
  | 'normal'
  | 'sealed'
  | 'merged'
  | 'transferred_out'
  | 'withdrawn'
  | 'frozen'
  | 'other';
export interface AccountSummary {
  account_no: string;
  name: string;
  id_number: string;
  employer_id: string;
  employer_name: string;
  status: AccountStatus;
  base_fen: Fen;
  monthly_fen: Fen;
  balance_fen: Fen;
  paid_through?: string | null;
}
export interface Account extends AccountSummary {
  carried_fen: Fen;
  current_fen: Fen;
  employer_rate_ppb: Ppb;
  member_rate_ppb: Ppb;
  employer_monthly_fen: Fen;
  member_monthly_fen: Fen;
  opened_on: string;
  mobile?: string | null;
  months_owed: number;
  continuous_months: number;
}
/** One line of an account, JGJ/T 320 table 5.0.5. */
export interface EntryItem {
  entry_no: number;
  business_date: string;
  value_date: string;
  kind: string;
  label: string;
  amount_fen: Fen;
  carried_after_fen: Fen;
  current_after_fen: Fen;
  balance_after_fen: Fen;
  month?: string | null;
  voucher_id: string;
  voucher_number?: string | null;
  source: string;
}
export type MemberMonthKind = 'remittance' | 'back_payment' | 'prepayment' | 'reversed';
export interface MemberMonth {
  month: string;
  kind: MemberMonthKind;
  amount_fen: Fen;
  entry_no: number;
  employer_name: string;
}

/** A file kept by the server, named by its SM3. */
export interface StoredFile {
  file: string;
  size: number;
  name: string;
}
export type RosterStatus = 'previewed' | 'confirmed' | 'discarded';
export interface RosterSummary {
  roster_id: string;
  employer_id: string;
  employer_name: string;
  month: string;
  status: RosterStatus;
  rows: number;
  faulty_rows: number;
  total_fen: Fen;
  created_at: string;
  created_by: string;
  remittance_id?: string | null;
}
export interface Roster extends RosterSummary {
  new_accounts: number;
  changed_bases: number;
  missing_members: number;
  employer_amount_fen: Fen;
  member_amount_fen: Fen;
  unknown_columns: string[];
  skipped_rows: { row: number; reason: string }[];
  rounding: string;
  can: string[];
}
/** One thing wrong with one row, in a sentence for the clerk. */
export interface RosterFinding {
  code: string;
  /** The column's name in the uploaded sheet. */
  column?: string | null;
  sentence: string;
}
export type RosterChange = 'open' | 'continue' | 'rebase';
export interface RosterLine {
  line_no: number;
  /** The row in the uploaded sheet, as the spreadsheet program numbers it. */
  sheet_row: number;
  name: string;
  id_number: string;
  account_no?: string | null;
  change: RosterChange;
  base_fen?: Fen | null;
  employer_rate_ppb?: Ppb | null;
  member_rate_ppb?: Ppb | null;
  employer_fen?: Fen | null;
  member_fen?: Fen | null;
  findings: RosterFinding[];
}

export type RemittanceStatus = 'assessed' | 'posting' | 'posted' | 'reversed' | 'cancelled';
export interface RemittanceSummary {
  remittance_id: string;
  serial: string;
  employer_id: string;
  employer_name: string;
  month: string;
  status: RemittanceStatus;
  people: number;
  expected_fen: Fen;
  payment_code: string;
  posted_on?: string | null;
}
/** One rule of a decision with what it looked at. */
export interface RuleLine {
  rule: string;
  input: string;
  limit: string;
  source: string;
  verdict: 'met' | 'broken';
}
export interface Remittance extends RemittanceSummary {
  roster_id: string;
  employer_fen: Fen;
  member_fen: Fen;
  voucher_ids: string[];
  arrival_id?: string | null;
  rules: RuleLine[];
  can: string[];
  assessed_at: string;
  assessed_by: string;
  /** Why it was cancelled or reversed. */
  ended_reason?: string | null;
}
export interface RemittanceLine {
  line_no: number;
  account_no: string;
  name: string;
  base_fen: Fen;
  employer_fen: Fen;
  member_fen: Fen;
}

export interface BankAccount {
  bank_account_id: string;
  bank_code: string;
  bank_name: string;
  account_number: string;
  name: string;
  nature: string;
  ledger_account: string;
}
export type ArrivalStatus = 'received' | 'posted' | 'suspense';
export interface Arrival {
  arrival_id: string;
  serial: string;
  bank_account_name: string;
  bank_serial: string;
  amount_fen: Fen;
  value_date: string;
  business_date: string;
  payer_name: string;
  payer_account: string;
  remark: string;
  payment_code?: string | null;
  status: ArrivalStatus;
  remittance_id?: string | null;
  suspense_id?: string | null;
  voucher_id?: string | null;
}
export interface NewArrival {
  bank_account_id: string;
  bank_serial: string;
  amount_fen: Fen;
  value_date: string;
  payer_name: string;
  payer_account: string;
  remark: string;
  payment_code?: string | null;
}
/** Why money waits, or why something was refused. */
export interface Reason {
  code: string;
  sentence: string;
}
export interface ArrivalOutcome {
  arrival_id: string;
  outcome: 'posted' | 'suspense';
  remittance_id?: string | null;
  suspense_id?: string | null;
  reason?: Reason | null;
  people?: number | null;
  /** Members of a large remittance whose accounts are still being posted. */
  people_left: number;
  voucher_ids: string[];
}
export type SuspenseStatus = 'waiting' | 'allocated' | 'returned';
export interface Suspense {
  suspense_id: string;
  serial: string;
  arrival_id: string;
  amount_fen: Fen;
  reason: Reason;
  status: SuspenseStatus;
  payer_name: string;
  remark: string;
  business_date: string;
  age_days: number;
}

export type VoucherKind = 'automatic' | 'manual' | 'opening' | 'reversal';
export interface VoucherSummary {
  voucher_id: string;
  /** Given by the bookkeeper; absent while the voucher is in the tail. */
  number?: string | null;
  business_date: string;
  kind: VoucherKind;
  summary: string;
  debit_fen: Fen;
  source_kind: string;
  source_id: string;
  preparer: string;
  reverses?: string | null;
  reversed_by?: string | null;
}
export interface VoucherLine {
  line_no: number;
  account_code: string;
  account_name: string;
  debit_fen: Fen;
  credit_fen: Fen;
  memo: string;
}
export interface Voucher extends VoucherSummary {
  lines: VoucherLine[];
  attachments: number;
  amount_in_words: string;
  hash?: string | null;
  authority: string;
  run_id?: string | null;
  /** 汇总凭证 of the run that it is a part of: the turnover of each account over all its vouchers. */
  run_lines?: Omit<VoucherLine, 'line_no' | 'memo'>[];
}
export type Side = 'debit' | 'credit';
export interface LedgerAccount {
  code: string;
  name: string;
  side: Side;
  level: number;
  parent?: string | null;
  is_summary: boolean;
}
export interface BalanceRow {
  code: string;
  name: string;
  level: number;
  side: Side;
  opening_fen: Fen;
  debit_fen: Fen;
  credit_fen: Fen;
  closing_fen: Fen;
}
/** Totals of the first-level accounts; opening and closing by the side they stand on. */
export interface BalanceTotals {
  opening_debit_fen: Fen;
  opening_credit_fen: Fen;
  debit_fen: Fen;
  credit_fen: Fen;
  closing_debit_fen: Fen;
  closing_credit_fen: Fen;
}
export interface Balances {
  month: string;
  rows: BalanceRow[];
  totals: BalanceTotals;
  tail_vouchers: number;
}
/** One line of an account's running detail (明细账). */
export interface LedgerLine {
  business_date: string;
  number?: string | null;
  voucher_id: string;
  summary: string;
  debit_fen: Fen;
  credit_fen: Fen;
  balance_fen: Fen;
}
export type PeriodStatus = 'open' | 'closed';
export interface Period {
  month: string;
  status: PeriodStatus;
}

export type BusinessDayStatus = 'open' | 'closed';
export interface BusinessDay {
  date: string;
  status: BusinessDayStatus;
  opened_at: string;
  opened_by?: string | null;
  closed_at?: string | null;
  closed_by?: string | null;
  vouchers?: number | null;
  /** HMAC-SM3 of the chain's head when the day was closed. */
  head?: string | null;
}
export interface DayClosed {
  closed: { date: string; vouchers: number; head: string };
  /** Null when next year's holidays aren't known yet: then a day is opened by hand. */
  opened?: { date: string } | null;
}
export interface PolicyVersion {
  value: string;
  effective_from: string;
  source: string;
}
/** A parameter with the value that holds today, where one does. */
export interface PolicyItem extends Partial<Nullable<PolicyVersion>> {
  key: string;
  label: string;
  unit: string;
  history: PolicyVersion[];
}

// ---- paths, in the shape that openapi-typescript generates ----

/** `application/problem+json`: every refusal of the API. */
interface Refusal {
  status: number;
  code: string;
  detail: string;
}
type Refused = { default: { content: { 'application/problem+json': Refusal } } };
type Answer<Status extends number, T> = Record<
  Status,
  { content: T extends undefined ? never : { 'application/json': T } }
> &
  Refused;
type Read<T, Query = never, Path = never> = {
  parameters: ([Query] extends [never] ? unknown : { query?: Query }) &
    ([Path] extends [never] ? unknown : { path: Path });
  responses: Answer<200, T>;
};
type Change<Status extends number, T, Body = never, Path = never> = {
  parameters: [Path] extends [never] ? unknown : { path: Path };
  responses: Answer<Status, T>;
} & ([Body] extends [never] ? unknown : { requestBody: { content: { 'application/json': Body } } });
type List<T, Path = never> = { get: Read<Listing<T>, ListQuery, Path> };
type Sums = { get: Read<Totals, ListQuery> };
interface Id {
  id: string;
}

/** The generated paths, and those of the contract that the server doesn't have yet. */
export interface paths extends generated {
  '/api/home': { get: Read<Home> };
  '/api/branches': { get: Read<Items<Branch>> };
  '/api/codes': { get: Read<CodeSets> };
  '/api/employers': List<EmployerSummary> & {
    post: Change<201, { employer_id: string; employer_no: string }, EmployerRegistration>;
  };
  '/api/employers/totals': Sums;
  '/api/employers/{id}': { get: Read<Employer, never, Id> };
  '/api/employers/{id}/months': { get: Read<Items<EmployerMonth>, never, Id> };
  '/api/employers/{id}/rosters': {
    post: Change<201, { roster_id: string }, { file: string; month: string }, Id>;
  };
  '/api/accounts': List<AccountSummary>;
  '/api/accounts/totals': Sums;
  '/api/accounts/{no}': { get: Read<Account, never, { no: string }> };
  '/api/accounts/{no}/entries': List<EntryItem, { no: string }>;
  '/api/accounts/{no}/months': { get: Read<Items<MemberMonth>, never, { no: string }> };
  '/api/rosters': List<RosterSummary>;
  '/api/rosters/{id}': { get: Read<Roster, never, Id> };
  '/api/rosters/{id}/lines': List<RosterLine, Id>;
  '/api/rosters/{id}/confirm': { post: Change<201, { remittance_id: string }, never, Id> };
  '/api/rosters/{id}/discard': { post: Change<204, undefined, never, Id> };
  '/api/remittances': List<RemittanceSummary>;
  '/api/remittances/totals': Sums;
  '/api/remittances/{id}': { get: Read<Remittance, never, Id> };
  '/api/remittances/{id}/lines': List<RemittanceLine, Id>;
  '/api/remittances/{id}/cancel': { post: Change<204, undefined, { reason: string }, Id> };
  '/api/remittances/{id}/reverse': {
    post: Change<200, { voucher_ids: string[] }, { reason: string }, Id>;
  };
  '/api/bank-accounts': { get: Read<Items<BankAccount>> };
  '/api/arrivals': List<Arrival> & { post: Change<201, ArrivalOutcome, NewArrival> };
  '/api/arrivals/totals': Sums;
  '/api/suspense': List<Suspense>;
  '/api/suspense/totals': Sums;
  '/api/vouchers': List<VoucherSummary>;
  '/api/vouchers/totals': Sums;
  '/api/vouchers/{id}': { get: Read<Voucher, never, Id> };
  '/api/ledger-accounts': { get: Read<Items<LedgerAccount>> };
  '/api/ledger-accounts/{code}/lines': List<LedgerLine, { code: string }>;
  '/api/balances': { get: Read<Balances, { month?: string }> };
  '/api/periods': { get: Read<Items<Period>> };
  '/api/periods/{month}/close': { post: Change<200, Period, never, { month: string }> };
  '/api/business-days': List<BusinessDay>;
  '/api/business-days/open': { post: Change<200, BusinessDay, { date: string }> };
  '/api/business-days/close': { post: Change<200, DayClosed> };
  '/api/policy': { get: Read<Items<PolicyItem>> };
}
