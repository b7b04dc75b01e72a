-- A posted voucher (记账凭证). Never updated, never deleted: its number stands in `voucher_seal`.
-- No foreign keys here and below, they would make every posting lock rows that a whole centre
-- shares; `verify` proves the references.
-- class: centre
CREATE TABLE voucher (
    centre_id {int} NOT NULL,
    voucher_id {id} NOT NULL,
    book {text} NOT NULL,
    business_date {date} NOT NULL,
    kind {text} NOT NULL CHECK (kind IN ('automatic', 'manual', 'opening', 'reversal')),
    summary {text} NOT NULL,
    preparer {text} NOT NULL,
    authority {text} NOT NULL,
    attachments {int} NOT NULL,
    source_kind {text} NOT NULL,
    source_id {text} NOT NULL,
    posting_key {text} NOT NULL,
    run_id {id},
    detail_digest {bytes},
    reverses {id},
    total_fen {fen} NOT NULL,
    line_count {int} NOT NULL,
    recorded_at {instant} NOT NULL,
    PRIMARY KEY (centre_id, voucher_id),
    UNIQUE (centre_id, posting_key)
);
-- A voucher is reversed once. Of the reversals alone: an index that also holds every voucher without
-- one looks to SQLite's statistics as if it told no rows apart, and each row of a list of vouchers
-- then scans them all for its reversal.
CREATE UNIQUE INDEX voucher_by_reversed ON voucher (centre_id, reverses)
    WHERE reverses IS NOT NULL;
-- All but the first end in the list's order, so that a filtered page is one range of them.
CREATE INDEX voucher_by_source ON voucher (centre_id, book, source_id);
CREATE INDEX voucher_by_date ON voucher (centre_id, book, business_date, voucher_id);
CREATE INDEX voucher_by_source_kind
    ON voucher (centre_id, book, source_kind, business_date, voucher_id);
CREATE INDEX voucher_by_total ON voucher (centre_id, book, total_fen, business_date, voucher_id);
CREATE INDEX voucher_by_kind ON voucher (centre_id, book, kind, business_date, voucher_id);
CREATE INDEX voucher_by_run ON voucher (centre_id, book, run_id, business_date, voucher_id)
    WHERE run_id IS NOT NULL;

-- A line (分录). Book and date are the voucher's, repeated so that an account's detail is one
-- range of one index.
-- class: centre
CREATE TABLE voucher_line (
    centre_id {int} NOT NULL,
    voucher_id {id} NOT NULL,
    line_no {int} NOT NULL,
    book {text} NOT NULL,
    account {text} NOT NULL,
    business_date {date} NOT NULL,
    debit_fen {fen} NOT NULL,
    credit_fen {fen} NOT NULL,
    memo {text} NOT NULL,
    PRIMARY KEY (centre_id, voucher_id, line_no)
);
CREATE INDEX voucher_line_by_account
    ON voucher_line (centre_id, book, account, business_date, voucher_id, line_no);

-- What is posted and not yet sealed: the bookkeeper's queue, short by design.
-- class: centre
CREATE TABLE voucher_tail (
    centre_id {int} NOT NULL,
    book {text} NOT NULL,
    voucher_id {id} NOT NULL,
    recorded_at {instant} NOT NULL,
    PRIMARY KEY (centre_id, book, voucher_id)
);
