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
    status {text} NOT NULL CHECK (status IN ('received', 'posted', 'suspense')),
    purpose {text},
    purpose_id {text},
    voucher_id {id},
    recorded_at {instant} NOT NULL,
    recorded_by {text} NOT NULL,
    PRIMARY KEY (centre_id, arrival_id),
    FOREIGN KEY (centre_id, bank_account_id) REFERENCES bank_account (centre_id, bank_account_id)
);
CREATE UNIQUE INDEX arrival_by_serial ON arrival (centre_id, serial);
CREATE UNIQUE INDEX arrival_by_bank_serial ON arrival (centre_id, bank_account_id, bank_serial);
CREATE INDEX arrival_by_value_date ON arrival (centre_id, value_date, serial);
CREATE INDEX arrival_by_business_date ON arrival (centre_id, business_date, serial);
CREATE INDEX arrival_by_payment_code ON arrival (centre_id, payment_code, serial);
CREATE INDEX arrival_by_status ON arrival (centre_id, status, serial);
CREATE INDEX arrival_by_purpose ON arrival (centre_id, purpose, purpose_id);

-- 暂收: arrived money that waits for what it is meant for, and why.
-- class: centre
CREATE TABLE suspense (
    centre_id {int} NOT NULL,
    suspense_id {id} NOT NULL,
    serial {int} NOT NULL,
    arrival_id {id} NOT NULL,
    amount_fen {fen} NOT NULL,
    reason_code {text} NOT NULL,
    reason_sentence {text} NOT NULL,
    status {text} NOT NULL CHECK (status IN ('waiting', 'allocated', 'returned')),
    business_date {date} NOT NULL,
    voucher_id {id} NOT NULL,
    opened_at {instant} NOT NULL,
    PRIMARY KEY (centre_id, suspense_id),
    FOREIGN KEY (centre_id, arrival_id) REFERENCES arrival (centre_id, arrival_id)
);
CREATE UNIQUE INDEX suspense_by_serial ON suspense (centre_id, serial);
CREATE UNIQUE INDEX suspense_waiting ON suspense (centre_id, arrival_id) WHERE status = 'waiting';
CREATE INDEX suspense_by_arrival ON suspense (centre_id, arrival_id, serial);
CREATE INDEX suspense_by_status ON suspense (centre_id, status, serial);
