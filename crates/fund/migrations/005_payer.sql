-- 代付单位: legal persons that pay contributions for employers, such as a treasury (财政统发) or a
-- labour dispatch agency, each with the bank account it pays from. The account is sealed, its look-up
-- key finds it; `name_compared` is the name as names on wires are compared.
-- class: centre
CREATE TABLE payer (
    centre_id {int} NOT NULL,
    payer_id {id} NOT NULL,
    serial {int} NOT NULL,
    name {text} NOT NULL,
    name_compared {text} NOT NULL,
    kind {text} NOT NULL CHECK (kind IN ('fiscal', 'dispatch', 'other')),
    credit_code {text} NOT NULL,
    account_number {bytes} NOT NULL,
    account_lookup {bytes} NOT NULL,
    basis {text} NOT NULL,
    status {text} NOT NULL CHECK (status IN ('paying', 'ended')),
    registered_at {instant} NOT NULL,
    registered_by {text} NOT NULL,
    registered_by_name {text} NOT NULL,
    ended_at {instant},
    ended_by {text},
    ended_by_name {text},
    ended_reason {text},
    PRIMARY KEY (centre_id, payer_id)
);
CREATE UNIQUE INDEX payer_by_serial ON payer (centre_id, serial);
CREATE UNIQUE INDEX payer_of_account ON payer (centre_id, account_lookup) WHERE status = 'paying';
CREATE INDEX payer_by_account ON payer (centre_id, account_lookup);
CREATE INDEX payer_by_name ON payer (centre_id, name, serial);
CREATE INDEX payer_by_name_compared ON payer (centre_id, name_compared);
CREATE INDEX payer_by_kind ON payer (centre_id, kind, serial);
CREATE INDEX payer_by_status ON payer (centre_id, status, serial);
CREATE INDEX payer_by_credit_code ON payer (centre_id, credit_code, serial);

-- 代付关系: for which employer a payer pays, from a day on and, when that was agreed, to a last one.
-- What was agreed never changes; an early end is written beside it, once.
-- class: centre
CREATE TABLE payer_arrangement (
    centre_id {int} NOT NULL,
    arrangement_id {id} NOT NULL,
    payer_id {id} NOT NULL,
    employer_id {id} NOT NULL,
    first_day {date} NOT NULL,
    last_day {date},
    basis {text} NOT NULL,
    made_at {instant} NOT NULL,
    made_by {text} NOT NULL,
    made_by_name {text} NOT NULL,
    ended_on {date},
    ended_at {instant},
    ended_by {text},
    ended_by_name {text},
    ended_reason {text},
    PRIMARY KEY (centre_id, arrangement_id),
    FOREIGN KEY (centre_id, payer_id) REFERENCES payer (centre_id, payer_id),
    FOREIGN KEY (centre_id, employer_id) REFERENCES employer (centre_id, employer_id)
);
CREATE INDEX payer_arrangement_by_payer ON payer_arrangement (centre_id, payer_id, arrangement_id);
CREATE INDEX payer_arrangement_by_employer ON payer_arrangement (centre_id, employer_id, payer_id);
