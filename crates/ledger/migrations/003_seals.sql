-- The place of a voucher in the chain and its number in the month (记-0001). Written by the
-- bookkeeper alone.
-- class: centre
CREATE TABLE voucher_seal (
    centre_id {int} NOT NULL,
    book {text} NOT NULL,
    sequence {int} NOT NULL,
    voucher_id {id} NOT NULL,
    month {month} NOT NULL,
    number {int} NOT NULL,
    hash {bytes} NOT NULL,
    sealed_at {instant} NOT NULL,
    PRIMARY KEY (centre_id, book, sequence),
    UNIQUE (centre_id, voucher_id),
    UNIQUE (centre_id, book, month, number)
);
CREATE INDEX voucher_seal_by_number ON voucher_seal (centre_id, book, number);

-- Turnover of an account in a month over the sealed vouchers (科目余额的发生额).
-- class: centre
CREATE TABLE period_balance (
    centre_id {int} NOT NULL,
    book {text} NOT NULL,
    month {month} NOT NULL,
    account {text} NOT NULL,
    debit_fen {fen} NOT NULL,
    credit_fen {fen} NOT NULL,
    PRIMARY KEY (centre_id, book, month, account)
);

-- The head of the chain at the close of a business day, under the centre's key. Days are numbered
-- without a gap, so that one taken away is missed; the last one is kept outside the database too.
-- class: centre
CREATE TABLE day_head (
    centre_id {int} NOT NULL,
    book {text} NOT NULL,
    business_date {date} NOT NULL,
    day_number {int} NOT NULL,
    sequence {int} NOT NULL,
    hash {bytes} NOT NULL,
    made_at {instant} NOT NULL,
    mac {bytes} NOT NULL,
    PRIMARY KEY (centre_id, book, business_date)
);
