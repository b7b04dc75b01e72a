// Generated from openapi.json by `npm run generate`; not edited by hand.

/** The longest texts that the server takes, in characters. */
export const maxLengths = {
  Agent: {
    name: 120,
    id_number: 18,
    phone: 20,
  },
  AgentChange: {
    name: 120,
    id_number: 18,
    phone: 20,
  },
  AgentEnd: {
    reason: 120,
  },
  ApprovalFlowChange: {
    source: 100,
    reason: 100,
  },
  ApprovalNote: {
    note: 200,
  },
  ApprovalReturn: {
    note: 200,
  },
  ArrivalTakeBack: {
    bank_serial: 40,
    reason: 200,
  },
  Cancellation: {
    reason: 120,
  },
  CertificateVoiding: {
    reason: 120,
  },
  DelegationChange: {
    reason: 100,
  },
  EmployerChange: {
    basis: 120,
    name: 255,
    credit_code: 18,
    address: 255,
    postcode: 6,
    email: 120,
  },
  EmployerRegistration: {
    name: 255,
    credit_code: 18,
    address: 255,
    postcode: 6,
    email: 120,
  },
  Hiring: {
    sign_in_name: 32,
    name: 100,
    phone: 20,
  },
  JobCancellation: {
    reason: 200,
  },
  LegalPerson: {
    name: 120,
    id_number: 18,
  },
  LegalPersonChange: {
    name: 120,
    id_number: 18,
  },
  MeetingRecord: {
    title: 100,
    chair: 40,
  },
  MobileChange: {
    note: 120,
  },
  NewArrival: {
    bank_serial: 40,
    payer_name: 120,
    payer_account: 30,
    remark: 255,
    payment_code: 32,
  },
  NewPayer: {
    name: 120,
    credit_code: 18,
    account_number: 30,
    basis: 120,
  },
  NewRole: {
    code: 32,
    name: 100,
  },
  NewSealing: {
    note: 200,
  },
  PayerChange: {
    basis: 120,
  },
  PayerEnd: {
    reason: 120,
  },
  PolicyChange: {
    source_title: 120,
    source_number: 60,
    note: 200,
    reason: 200,
  },
  RemittanceReversal: {
    reason: 120,
  },
  ResolutionRecord: {
    number: 60,
    title: 100,
    content: 500,
  },
  ResolutionVoiding: {
    reason: 200,
  },
  SuspenseReturn: {
    bank_serial: 40,
    reason: 200,
  },
  TransferDeclined: {
    reason: 120,
  },
  TransferForced: {
    reason: 120,
  },
  TransferWithdrawn: {
    reason: 120,
  },
  Unmasking: {
    reason: 120,
  },
  VersionWithdrawal: {
    reason: 200,
  },
} as const;
