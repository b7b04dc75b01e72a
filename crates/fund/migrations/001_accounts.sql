-- Employers, members, their accounts, and the entries that make up every balance.
-- Field numbers (4.0.2 and so on) are those of JGJ/T 320-2014, the national data standard.

-- 4.0.2 缴存单位信息 and the standing part of 5.0.2 单位账户信息. People and balance are read from the
-- accounts: kept here, they would make every posting update a row that all of the employer's
-- postings share. `paid_through` (缴至年月: everything up to it is posted) and `last_paid` (the latest
-- month that is) change once a remittance, when its last line is posted or it is taken back; they
-- are what the list of arrears is found by. `verify` makes them again from the remittances.
-- `name_compared` is the name as names on wires are compared. `change_count` is how often what was
-- registered has been changed, see `employer_change`.
-- class: centre
CREATE TABLE employer (
    centre_id {int} NOT NULL,
    employer_id {id} NOT NULL,
    employer_no {int} NOT NULL,
    name {text} NOT NULL,
    name_compared {text} NOT NULL,
    credit_code {text},
    organisation_code {text},
    address {text} NOT NULL,
    postcode {text},
    email {text},
    payday {int} NOT NULL,
    affiliation {text} NOT NULL,
    economic_type {text} NOT NULL,
    industry {text} NOT NULL,
    established_on {date} NOT NULL,
    opened_on {date} NOT NULL,
    first_month {month} NOT NULL,
    branch_id {id} NOT NULL,
    bank_code {text} NOT NULL,
    employer_rate {rate} NOT NULL,
    member_rate {rate} NOT NULL,
    status {text} NOT NULL CHECK (status IN ('normal', 'opened', 'deferred', 'closed', 'sealed', 'other')),
    legal_person_name {bytes} NOT NULL,
    legal_person_id_kind {text} NOT NULL,
    legal_person_id_number {bytes} NOT NULL,
    agent_name {bytes} NOT NULL,
    agent_id_kind {text} NOT NULL,
    agent_id_number {bytes} NOT NULL,
    agent_mobile {bytes} NOT NULL,
    agent_phone {bytes},
    change_count {int} NOT NULL,
    paid_through {month},
    last_paid {month},
    PRIMARY KEY (centre_id, employer_id)
);
CREATE UNIQUE INDEX employer_by_no ON employer (centre_id, employer_no);
CREATE UNIQUE INDEX employer_by_credit_code ON employer (centre_id, credit_code) WHERE credit_code IS NOT NULL;
CREATE INDEX employer_by_name ON employer (centre_id, name);
CREATE INDEX employer_by_status ON employer (centre_id, status, employer_no);
CREATE INDEX employer_by_branch ON employer (centre_id, branch_id, employer_no);

-- 4.0.3 个人信息. Names, numbers and mobiles are sealed, bound to their row; the look-up columns are keyed digests that
-- carry uniqueness and exact search, the last six of the ID number included.
-- class: centre
CREATE TABLE member (
    centre_id {int} NOT NULL,
    member_id {id} NOT NULL,
    name {bytes} NOT NULL,
    name_lookup {bytes} NOT NULL,
    id_kind {text} NOT NULL,
    id_number {bytes} NOT NULL,
    id_number_lookup {bytes} NOT NULL,
    id_tail_lookup {bytes} NOT NULL,
    mobile {bytes},
    mobile_lookup {bytes},
    sex {text} NOT NULL,
    born_on {date},
    PRIMARY KEY (centre_id, member_id)
);
CREATE UNIQUE INDEX member_by_id_number ON member (centre_id, id_kind, id_number_lookup);
CREATE INDEX member_by_number ON member (centre_id, id_number_lookup);
CREATE INDEX member_by_name ON member (centre_id, name_lookup);
CREATE INDEX member_by_id_tail ON member (centre_id, id_tail_lookup);
CREATE INDEX member_by_mobile ON member (centre_id, mobile_lookup);

-- People on their way into `member`: loaded in bulk, then moved with ON CONFLICT so that a person
-- who already has an account is a refusal and not a broken transaction. Empty between transactions.
-- class: centre
CREATE TABLE member_opening (
    centre_id {int} NOT NULL,
    opening_id {id} NOT NULL,
    line_no {int} NOT NULL,
    member_id {id} NOT NULL,
    name {bytes} NOT NULL,
    name_lookup {bytes} NOT NULL,
    id_kind {text} NOT NULL,
    id_number {bytes} NOT NULL,
    id_number_lookup {bytes} NOT NULL,
    id_tail_lookup {bytes} NOT NULL,
    mobile {bytes},
    mobile_lookup {bytes},
    sex {text} NOT NULL,
    born_on {date},
    PRIMARY KEY (centre_id, opening_id, line_no)
);

-- 5.0.4 个人账户信息. The branch is the employer's, kept here so that a branch's accounts are a list of
-- their own. Half of each page is left free and nothing that a posting changes is indexed,
-- so that an update of the balance stays on its page.
-- class: centre
CREATE TABLE account (
    centre_id {int} NOT NULL,
    account_no {int} NOT NULL,
    member_id {id} NOT NULL,
    employer_id {id} NOT NULL,
    branch_id {id} NOT NULL,
    status {text} NOT NULL CHECK (status IN ('normal', 'sealed', 'merged', 'transferred_out', 'withdrawn', 'frozen', 'other')),
    opened_on {date} NOT NULL,
    first_month {month} NOT NULL,
    sealed_from {month},
    base_fen {fen} NOT NULL,
    employer_rate {rate} NOT NULL,
    member_rate {rate} NOT NULL,
    employer_monthly_fen {fen} NOT NULL,
    member_monthly_fen {fen} NOT NULL,
    carried_fen {fen} NOT NULL,
    current_fen {fen} NOT NULL,
    balance_fen {fen} NOT NULL,
    entry_count {int} NOT NULL,
    change_count {int} NOT NULL,
    PRIMARY KEY (centre_id, account_no),
    FOREIGN KEY (centre_id, member_id) REFERENCES member (centre_id, member_id),
    FOREIGN KEY (centre_id, employer_id) REFERENCES employer (centre_id, employer_id)
)
-- pg: WITH (fillfactor = 50)
;
CREATE UNIQUE INDEX account_by_member ON account (centre_id, member_id);
CREATE INDEX account_by_employer ON account (centre_id, employer_id, account_no);
CREATE INDEX account_by_status ON account (centre_id, status, account_no);
CREATE INDEX account_by_branch ON account (centre_id, branch_id, account_no);
-- Of those that contribute, and of the others, in the order of the list: over one index of all by
-- status the list would sort every contributing account for each page.
CREATE INDEX account_contributing ON account (centre_id, account_no) WHERE status IN ('normal', 'frozen');
CREATE INDEX account_not_contributing ON account (centre_id, account_no) WHERE NOT (status IN ('normal', 'frozen'));

-- 个人账户变更: what became of an account apart from its money, numbered from 1 in the account, each
-- with everything that stands after it: the account's row is its last change. Never updated, never
-- deleted. What came of a roster or of a sealing names it, and the event of that act holds a digest
-- over all that came of it, by account.
-- class: centre
CREATE TABLE account_change (
    centre_id {int} NOT NULL,
    account_no {int} NOT NULL,
    change_no {int} NOT NULL,
    kind {text} NOT NULL,
    member_id {id} NOT NULL,
    employer_id {id} NOT NULL,
    branch_id {id} NOT NULL,
    status {text} NOT NULL,
    opened_on {date} NOT NULL,
    first_month {month} NOT NULL,
    sealed_from {month},
    base_fen {fen} NOT NULL,
    employer_rate {rate} NOT NULL,
    member_rate {rate} NOT NULL,
    employer_monthly_fen {fen} NOT NULL,
    member_monthly_fen {fen} NOT NULL,
    made_at {instant} NOT NULL,
    made_by {text} NOT NULL,
    made_by_name {text} NOT NULL,
    roster_id {id},
    sealing_id {id},
    PRIMARY KEY (centre_id, account_no, change_no)
);
CREATE INDEX account_change_by_roster ON account_change (centre_id, roster_id, account_no);
CREATE INDEX account_change_of_sealed ON account_change (centre_id, employer_id, sealed_from) WHERE status = 'sealed';
CREATE INDEX account_change_by_sealing ON account_change (centre_id, sealing_id, account_no);

-- 5.0.5 个人业务明细信息: what moved an account, numbered from 1 in the account, with what both buckets
-- and the balance were afterwards. Never updated, never deleted. No foreign keys: `verify` proves
-- the references, and they would cost more than the insert.
-- class: centre
CREATE TABLE entry (
    centre_id {int} NOT NULL,
    account_no {int} NOT NULL,
    entry_no {int} NOT NULL,
    kind {text} NOT NULL,
    business_date {date} NOT NULL,
    value_date {date} NOT NULL,
    carried_fen {fen} NOT NULL,
    current_fen {fen} NOT NULL,
    carried_after_fen {fen} NOT NULL,
    current_after_fen {fen} NOT NULL,
    balance_after_fen {fen} NOT NULL,
    voucher_id {id} NOT NULL,
    batch_id {id},
    month {month},
    reverses_entry_no {int},
    PRIMARY KEY (centre_id, account_no, entry_no)
);
CREATE INDEX entry_by_voucher ON entry (centre_id, voucher_id);

-- One row a month that money came in for: paid-through month, months owed and continuous months
-- are read off these. A month paid before the centre moved in is `taken_over`: it names the entry of
-- the opening balance and tells no amount. A month whose entry was reversed keeps its row, as `reversed`, and may be paid
-- again; any other month may not.
-- class: centre
CREATE TABLE member_month (
    centre_id {int} NOT NULL,
    account_no {int} NOT NULL,
    month {month} NOT NULL,
    kind {text} NOT NULL CHECK (kind IN ('remittance', 'back_payment', 'prepayment', 'taken_over', 'reversed')),
    employer_id {id} NOT NULL,
    amount_fen {fen} NOT NULL,
    entry_no {int} NOT NULL,
    PRIMARY KEY (centre_id, account_no, month)
);
CREATE INDEX member_month_by_employer ON member_month (centre_id, employer_id, month);

-- The lines of a batch, read set-based by the bulk posting. An account stands in a batch once; the
-- index that says so also keeps a planner without statistics, as after a load, from comparing every
-- account of an employer with every line.
-- class: centre
CREATE TABLE batch_line (
    centre_id {int} NOT NULL,
    batch_id {id} NOT NULL,
    line_no {int} NOT NULL,
    account_no {int} NOT NULL,
    base_fen {fen} NOT NULL,
    employer_fen {fen} NOT NULL,
    member_fen {fen} NOT NULL,
    PRIMARY KEY (centre_id, batch_id, line_no)
);
CREATE UNIQUE INDEX batch_line_by_account ON batch_line (centre_id, batch_id, account_no);
