/**
 * What the halls ask of the server, and what it answers: the one file that knows the addresses.
 *
 * The shapes stand here by hand until the generated schema knows the halls; each call then becomes
 * the typed one of `api`, and the types names of `Wire`.
 */

import {
  api,
  call,
  type Fen,
  follow,
  type Listing,
  type ListQuery,
  type Maybe,
  type MissingMember,
  type Roster,
  type RosterLine,
  type RosterSummary,
  rememberCsrfToken,
  upload,
  type Wire,
} from '@anju/api';

type Asked = {
  params?: { path?: Record<string, string>; query?: ListQuery; header?: Once['header'] };
  body?: unknown;
  headers?: Record<string, string>;
  parseAs?: 'stream';
};
type Ask = <T>(
  path: string,
  asked?: Asked,
) => Promise<{ data?: T; error?: unknown; response: Response }>;

const hall = api as unknown as { GET: Ask; POST: Ask; DELETE: Ask };

/** What a state change is sent with: the key under which the server does it at most once. */
export type Once = { header: { 'Idempotency-Key': string } };

// ---- Everyone

/** People of a demo, each with what they sign in with. */
export type HallDemo = {
  members: { name: string; id_number: string; mobile: string }[];
  agents: { mobile: string; password: string; employer_name: string }[];
};

export type Centre = Wire<'Centre'> & { hall_demo?: Maybe<HallDemo> };

export const readCentre = () => call(hall.GET<Centre>('/api/centre'));

export type Session = {
  kind: 'member' | 'agent';
  name: string;
  csrf_token: string;
  /** When it ends, whatever is done meanwhile. */
  ends_at: string;
};

/**
 * How long a session lasts that isn't used, a minute less than the server keeps it: the server
 * moves the end at most once a minute.
 */
const IDLE_MS: Record<Session['kind'], number> = { member: 14 * 60_000, agent: 29 * 60_000 };

/** When a session ends, by the clock of this device. */
export type SessionEnd = {
  endsAt: number;
  /** Whether it ends then whatever is done; else using it moves the end. */
  isLast: boolean;
};

/** The session and when it ends by the clock of this device, which may stand wrong. */
export async function readSession(): Promise<Session & SessionEnd> {
  const asked = hall.GET<Session>('/api/hall/session');
  const session = await call(asked);
  rememberCsrfToken(session.csrf_token);
  const told = Date.parse((await asked).response.headers.get('Date') ?? '');
  const now = Date.now();
  const leftMs = Date.parse(session.ends_at) - (Number.isNaN(told) ? now : told);
  const idleMs = IDLE_MS[session.kind];
  return { ...session, endsAt: now + Math.min(leftMs, idleMs), isLast: leftMs <= idleMs };
}

export const endSession = () => call(hall.DELETE('/api/hall/session'));

/** What a certificate says, to whoever holds its code. */
export type VerifiedCertificate = {
  kind: string;
  kind_label: string;
  centre_name: string;
  issued_at: string;
  holder_masked: string;
  id_number_masked: Maybe<string>;
  facts: { label: string; value: string }[];
  is_valid: boolean;
  void_reason: Maybe<string>;
};

export const verifyCertificate = (code: string) =>
  call(hall.POST<VerifiedCertificate>('/api/hall/certificates/verify', { body: { code } }));

/** A certificate or receipt just made. */
export type Issued = { certificate_id: string; code: string };

/** That a one-time code is on its way. */
export type CodeSent = {
  resend_after_s: number;
  /** The code itself, in a demo. */
  demo_code: Maybe<string>;
};

type SignedIn = { csrf_token: string };

// ---- Member

/** Who asks to sign in, as the centre has them on file. */
export type MemberIdentity = { id_number: string; name: string; mobile: string };

export const sendMemberCode = (body: MemberIdentity, once: Once) =>
  call(hall.POST<CodeSent>('/api/hall/member/codes', { params: once, body }));

export const signInMember = (body: MemberIdentity & { code: string }, once: Once) =>
  call(hall.POST<SignedIn>('/api/hall/member/session', { params: once, body }));

export type MemberAccount = {
  account_no: string;
  status: string;
  status_label: string;
  balance_fen: Fen;
  /** 上年结转 and 当年归集: together the balance. */
  carried_fen: Fen;
  current_fen: Fen;
  base_fen: Fen;
  /** Parts per billion. */
  employer_rate: number;
  member_rate: number;
  employer_monthly_fen: Fen;
  member_monthly_fen: Fen;
  opened_on: string;
  paid_through: Maybe<string>;
};

export type Member = {
  name: string;
  id_number_masked: string;
  mobile_masked: string;
  employer_name: string;
  account: MemberAccount;
  as_of: string;
};

export const readMember = () => call(hall.GET<Member>('/api/hall/member'));

export type MemberEntry = {
  entry_no: number;
  posted_on: string;
  value_date: string;
  kind: string;
  kind_label: string;
  month: Maybe<string>;
  in_fen: Fen;
  out_fen: Fen;
  balance_fen: Fen;
  employer_name: Maybe<string>;
  explanation: string;
};

/** How many entries a page of them has. */
const ENTRIES = 20;

type EntryPage = { items: MemberEntry[]; next_cursor: Maybe<string> };

export const listEntries = (cursor: string | undefined) => {
  const query = { limit: ENTRIES, ...(cursor === undefined ? {} : { cursor }) };
  return call(hall.GET<EntryPage>('/api/hall/member/entries', { params: { query } }));
};

export type MemberYearMonth = {
  month: string;
  employer_fen: Fen;
  member_fen: Fen;
  posted_on: Maybe<string>;
};

export type MemberYear = {
  year: number;
  employer_fen: Fen;
  member_fen: Fen;
  total_fen: Fen;
  months: MemberYearMonth[];
};

export const listYears = () => call(hall.GET<{ years: MemberYear[] }>('/api/hall/member/years'));

export type MemberCertificate = Issued & {
  kind: string;
  kind_label: string;
  issued_at: string;
  title: string;
};

export const listCertificates = () =>
  call(hall.GET<{ items: MemberCertificate[] }>('/api/hall/member/certificates'));

export const issueCertificate = (_: undefined, once: Once) =>
  call(hall.POST<Issued>('/api/hall/member/certificates', { params: once, body: {} }));

export const issueEntryReceipt = (entry_no: number, once: Once) =>
  call(hall.POST<Issued>('/api/hall/member/receipts', { params: once, body: { entry_no } }));

/** A member's certificate or receipt as a PDF. */
export const memberPdf = (id: string) => `/api/hall/member/certificates/${id}/pdf`;

// ---- Employer's agent: signing in

type Invited = { mobile: string; invitation_code: string; password: string };

export const acceptInvitation = (body: Invited, once: Once) =>
  call(hall.POST('/api/hall/agent/invitations/accept', { params: once, body }));

/** The first factor of an agent. */
export type AgentSecret = { mobile: string; password: string };

export const sendAgentCode = (body: AgentSecret, once: Once) =>
  call(hall.POST<CodeSent>('/api/hall/agent/codes', { params: once, body }));

export const signInAgent = (body: AgentSecret & { code: string }, once: Once) =>
  call(hall.POST<SignedIn>('/api/hall/agent/session', { params: once, body }));

// ---- Employer's agent: the employer

export type HallEmployerSummary = {
  employer_id: string;
  employer_no: string;
  name: string;
  is_lead: boolean;
  months_owed: number;
  unpaid_remittances: number;
};

export const listEmployers = () =>
  call(hall.GET<{ items: HallEmployerSummary[] }>('/api/hall/employers'));

/** Where an employer pays. */
export type PayTo = { account_name: string; bank_name: string; account_number: string };

export type HallEmployer = {
  employer_id: string;
  employer_no: string;
  name: string;
  status_label: string;
  members: number;
  monthly_fen: Fen;
  /** Parts per billion. */
  employer_rate: number;
  member_rate: number;
  paid_through: Maybe<string>;
  /** The month that the next roster is for. */
  next_month: Maybe<string>;
  months_owed: string[];
  open_roster: Maybe<{ roster_id: string; month: string }>;
  pay_to: Maybe<PayTo>;
  /** What the agent may do: `upload_roster`, `manage_agents`. */
  can: string[];
};

const ofEmployer = (employer_id: string) => ({ path: { employer_id } });

export const readEmployer = (employerId: string) =>
  call(
    hall.GET<HallEmployer>('/api/hall/employers/{employer_id}', { params: ofEmployer(employerId) }),
  );

// ---- Employer's agent: rosters

const ROSTERS = '/api/hall/employers/{employer_id}/rosters';
const ROSTER = `${ROSTERS}/{roster_id}`;

const addressOf = (employerId: string, path: string) => `/api/hall/employers/${employerId}/${path}`;
const ofRoster = (employer_id: string, roster_id: string) => ({ path: { employer_id, roster_id } });

/** How many rows a page of a list has. */
const ROWS = 20;
const page = (after: string | undefined): ListQuery => ({
  limit: ROWS,
  ...(after === undefined ? {} : { after }),
});

/** The workbook to fill in, and the employer's contributing members in it. */
export const rosterTemplate = (employerId: string) => addressOf(employerId, 'roster-template');
export const rosterExport = (employerId: string) => addressOf(employerId, 'roster-export');

/** A roster's rows with what is wrong in them: all of them come back corrected. */
export const faultyWorkbook = (employerId: string, rosterId: string, rows: 'all' | 'faulty') =>
  `${addressOf(employerId, `rosters/${rosterId}/faulty`)}?rows=${rows}`;

export const listRosters = (employerId: string, after: string | undefined) =>
  call(
    hall.GET<Listing<RosterSummary>>(ROSTERS, {
      params: { ...ofEmployer(employerId), query: page(after) },
    }),
  );

/** How far the server has come with a roster's rows. */
export type ReadingProgress = { rows: number; rows_expected: number };

type NewRoster = {
  employerId: string;
  month: string;
  file: File;
  /** How much of the file has gone, from 0 to 1. */
  onSent: (part: number) => void;
  onRead: (progress: ReadingProgress) => void;
};

/** Sends the workbook and has the server read it into a preview. */
export async function uploadRoster(
  { employerId, month, file, onSent, onRead }: NewRoster,
  once: Once,
): Promise<{ roster_id: string }> {
  const stored = await upload(file, onSent, addressOf(employerId, 'files'));
  return follow(
    hall.POST<ReadableStream<Uint8Array>>(ROSTERS, {
      params: { ...ofEmployer(employerId), ...once },
      body: { month, file: stored.file },
      headers: { Accept: 'text/event-stream' },
      parseAs: 'stream',
    }),
    onRead,
  );
}

export const readRoster = (employerId: string, rosterId: string) =>
  call(hall.GET<Roster>(ROSTER, { params: ofRoster(employerId, rosterId) }));

export const listRosterLines = (
  employerId: string,
  rosterId: string,
  faultyOnly: boolean,
  after: string | undefined,
) => {
  const query = { ...page(after), ...(faultyOnly ? { faulty: 'true' } : {}) };
  return call(
    hall.GET<Listing<RosterLine>>(`${ROSTER}/lines`, {
      params: { ...ofRoster(employerId, rosterId), query },
    }),
  );
};

/** The contributing members whom a roster leaves out. */
export const listMissingMembers = (
  employerId: string,
  rosterId: string,
  after: string | undefined,
) =>
  call(
    hall.GET<Listing<MissingMember>>(`${ROSTER}/missing-members`, {
      params: { ...ofRoster(employerId, rosterId), query: page(after) },
    }),
  );

type OneRoster = { employerId: string; rosterId: string };

export const confirmRoster = ({ employerId, rosterId }: OneRoster, once: Once) =>
  call(
    hall.POST<{ remittance_id: string }>(`${ROSTER}/confirm`, {
      params: { ...ofRoster(employerId, rosterId), ...once },
    }),
  );

export const discardRoster = ({ employerId, rosterId }: OneRoster, once: Once) =>
  call(hall.POST(`${ROSTER}/discard`, { params: { ...ofRoster(employerId, rosterId), ...once } }));

// ---- Employer's agent: remittances

const REMITTANCES = '/api/hall/employers/{employer_id}/remittances';
const REMITTANCE = `${REMITTANCES}/{remittance_id}`;

const ofRemittance = (employer_id: string, remittance_id: string) => ({
  path: { employer_id, remittance_id },
});

export type HallRemittanceSummary = Pick<
  Wire<'RemittanceSummary'>,
  'remittance_id' | 'serial' | 'month' | 'status' | 'people' | 'expected_fen' | 'payment_code'
> & { posted_on?: Maybe<string> };

export type HallRemittance = HallRemittanceSummary & {
  due_on?: Maybe<string>;
  employer_fen: Fen;
  member_fen: Fen;
  /** What has come and waits: too little yet, or too much for the month before. */
  waiting_fen: Fen;
  fundings: { arrival_serial: string; amount_fen: Fen; payer_name: string; value_date: string }[];
  ended_reason?: Maybe<string>;
};

type RemittanceStatus = HallRemittanceSummary['status'];

/** The employer's remittances, newest first; those of one status when it is given. */
export const listRemittances = (
  employerId: string,
  after: string | undefined,
  status?: RemittanceStatus,
) => {
  const query = { ...page(after), ...(status === undefined ? {} : { status }) };
  return call(
    hall.GET<Listing<HallRemittanceSummary>>(REMITTANCES, {
      params: { ...ofEmployer(employerId), query },
    }),
  );
};

export const readRemittance = (employerId: string, remittanceId: string) =>
  call(hall.GET<HallRemittance>(REMITTANCE, { params: ofRemittance(employerId, remittanceId) }));

type OneRemittance = { employerId: string; remittanceId: string };

export const issueRemittanceReceipt = ({ employerId, remittanceId }: OneRemittance, once: Once) =>
  call(
    hall.POST<Issued>(`${REMITTANCE}/receipt`, {
      params: { ...ofRemittance(employerId, remittanceId), ...once },
      body: {},
    }),
  );

/** A receipt of the employer as a PDF. */
export const employerPdf = (employerId: string, certificateId: string) =>
  addressOf(employerId, `certificates/${certificateId}/pdf`);

// ---- Employer's agent: the agents, for their lead

export type HallAgent = {
  agent_id: string;
  name: string;
  mobile_masked: string;
  is_lead: boolean;
  /** When the invitation was accepted; not yet while null. */
  accepted_at: Maybe<string>;
  /** What the lead may do: `end`. */
  can: string[];
};

const AGENTS = '/api/hall/employers/{employer_id}/agents';

export const listAgents = (employerId: string) =>
  call(hall.GET<{ items: HallAgent[] }>(AGENTS, { params: ofEmployer(employerId) }));

type NewAgent = { employerId: string; name: string; mobile: string; is_lead: boolean };

export const inviteAgent = ({ employerId, ...body }: NewAgent, once: Once) =>
  call(
    hall.POST<{ agent_id: string; invitation_code_sent: boolean }>(AGENTS, {
      params: { ...ofEmployer(employerId), ...once },
      body,
    }),
  );

export const endAgent = (
  { employerId, agentId }: { employerId: string; agentId: string },
  once: Once,
) =>
  call(
    hall.DELETE(`${AGENTS}/{agent_id}`, {
      params: { path: { employer_id: employerId, agent_id: agentId }, ...once },
    }),
  );
