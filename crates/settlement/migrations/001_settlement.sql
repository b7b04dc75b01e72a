-- Money at the banks: the centre's accounts, what arrived in them, what waits to be matched.

-- 9.0.3 银行专户信息 (JGJ/T 320-2014).
-- class: centre
CREATE TABLE bank_account (
    centre_id {int} NOT NULL,
    bank_account_id {id} NOT NULL,
    bank_code {text} NOT NULL,
    account_number {text} NOT NULL,
    name {text} NOT NULL,
    nature {text} NOT NULL CHECK (nature IN ('fund', 'surplus', 'entrusted')),
    ledger_account {text} NOT NULL,
    opened_on {date} NOT NULL,
    PRIMARY KEY (centre_id, bank_account_id)
);
CREATE UNIQUE INDEX bank_account_by_number ON bank_account (centre_id, bank_code, account_number);
CREATE UNIQUE INDEX bank_account_by_ledger_account ON bank_account (centre_id, ledger_account);

-- One wire that a bank reported. What the wire says never changes; where its money went does. The
-- payer may be a person, so that its name and account are sealed.
-- class: centre
CREATE TABLE arrival (
    centre_id {int} NOT NULL,
    arrival_id {id} NOT NULL,
    serial {int} NOT NULL,
    bank_account_id {id} NOT NULL,
    bank_serial {text} NOT NULL,
    amount_fen {fen} NOT NULL,
    value_date {date} NOT NULL,
    business_date {date} NOT NULL,
    payer_name {bytes} NOT NULL,
    payer_account {bytes} NOT NULL,
    remark {text} NOT NULL,
    payment_code {text},
    status {text} NOT NULL CHECK (status IN ('received', 'posted', 'suspense', 'settled')),
    purpose {text},
    purpose_id {text},
    voucher_id {id},
    recorded_at {instant} NOT NULL,
    recorded_by {text} NOT NULL,
    PRIMARY KEY (centre_id, arrival_id),
    FOREIGN KEY (centre_id, bank_account_id) REFERENCES bank_account (centre_id, bank_account_id)
);
CREATE UNIQUE INDEX arrival_by_serial ON arrival (centre_id, serial);
-- The bank's serial first: people look for it without naming the account.
CREATE UNIQUE INDEX arrival_by_bank_serial ON arrival (centre_id, bank_serial, bank_account_id);
CREATE INDEX arrival_by_value_date ON arrival (centre_id, value_date, serial);
CREATE INDEX arrival_by_business_date ON arrival (centre_id, business_date, serial);
CREATE INDEX arrival_by_payment_code ON arrival (centre_id, payment_code, serial);
CREATE INDEX arrival_by_status ON arrival (centre_id, status, serial);
CREATE INDEX arrival_by_purpose ON arrival (centre_id, purpose, purpose_id);

-- 暂收: arrived money that waits for what it is meant for, and why. `left_fen` is what still does:
-- the amount less the movements. `owner` is the id of whose money it is and `named` that of what its
-- payment code named, both in the words of the crate above.
-- class: centre
CREATE TABLE suspense (
    centre_id {int} NOT NULL,
    suspense_id {id} NOT NULL,
    serial {int} NOT NULL,
    arrival_id {id} NOT NULL,
    amount_fen {fen} NOT NULL,
    left_fen {fen} NOT NULL,
    owner {text},
    named {text},
    reason_code {text} NOT NULL,
    reason_sentence {text} NOT NULL,
    status {text} NOT NULL CHECK (status IN ('waiting', 'settled')),
    business_date {date} NOT NULL,
    voucher_id {id} NOT NULL,
    opened_at {instant} NOT NULL,
    PRIMARY KEY (centre_id, suspense_id),
    FOREIGN KEY (centre_id, arrival_id) REFERENCES arrival (centre_id, arrival_id)
);
CREATE UNIQUE INDEX suspense_by_serial ON suspense (centre_id, serial);
CREATE INDEX suspense_by_arrival ON suspense (centre_id, arrival_id, serial);
CREATE INDEX suspense_by_status ON suspense (centre_id, status, serial);
CREATE INDEX suspense_by_owner ON suspense (centre_id, owner, serial);
CREATE INDEX suspense_by_named ON suspense (centre_id, named, serial);

-- 暂收变动: money that left an item of suspense, numbered from 1 in the item, each with the voucher
-- that debits 21901. A return names the bank's serial and day. Never updated, never deleted.
-- class: centre
CREATE TABLE suspense_movement (
    centre_id {int} NOT NULL,
    suspense_id {id} NOT NULL,
    movement_no {int} NOT NULL,
    kind {text} NOT NULL CHECK (kind IN ('allocated', 'returned', 'taken_back', 'recovered')),
    amount_fen {fen} NOT NULL,
    purpose {text},
    purpose_id {text},
    bank_serial {text},
    value_date {date},
    reason {text} NOT NULL,
    business_date {date} NOT NULL,
    voucher_id {id} NOT NULL,
    made_at {instant} NOT NULL,
    made_by {text} NOT NULL,
    made_by_name {text} NOT NULL,
    PRIMARY KEY (centre_id, suspense_id, movement_no)
);
CREATE INDEX suspense_movement_by_purpose ON suspense_movement (centre_id, purpose, purpose_id);
CREATE INDEX suspense_movement_by_voucher ON suspense_movement (centre_id, voucher_id);

-- 追款: what is to come back, until it has: a wire that the bank credited and took back while its
-- money was already with the members (11901), or what a reversal found no longer in an account
-- (11902). What is still to come back is `left_fen`. `owner` is the id of from whom and `debtor` the
-- number of whose account, both in the words of the crate above.
-- class: centre
CREATE TABLE recovery (
    centre_id {int} NOT NULL,
    recovery_id {id} NOT NULL,
    serial {int} NOT NULL,
    kind {text} NOT NULL CHECK (kind IN ('taken_back', 'shortfall')),
    arrival_id {id},
    amount_fen {fen} NOT NULL,
    left_fen {fen} NOT NULL,
    owner {text},
    debtor {text},
    status {text} NOT NULL CHECK (status IN ('open', 'recovered')),
    bank_serial {text},
    value_date {date},
    reason {text} NOT NULL,
    business_date {date} NOT NULL,
    voucher_id {id} NOT NULL,
    opened_at {instant} NOT NULL,
    opened_by {text} NOT NULL,
    opened_by_name {text} NOT NULL,
    PRIMARY KEY (centre_id, recovery_id),
    FOREIGN KEY (centre_id, arrival_id) REFERENCES arrival (centre_id, arrival_id)
);
CREATE UNIQUE INDEX recovery_by_serial ON recovery (centre_id, serial);
CREATE UNIQUE INDEX recovery_by_arrival ON recovery (centre_id, arrival_id);
CREATE INDEX recovery_by_status ON recovery (centre_id, status, serial);
CREATE INDEX recovery_by_kind ON recovery (centre_id, kind, serial);
CREATE INDEX recovery_by_owner ON recovery (centre_id, owner, serial);
CREATE INDEX recovery_by_debtor ON recovery (centre_id, debtor, serial);
