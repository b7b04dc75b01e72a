-- A set of accounts (账套). The row is the lock of everything that changes the book's frame:
-- a period is opened under a share lock on it; closing a period and adding a ledger account take
-- it for update. A posting into a period that is open never touches it.
-- class: centre
CREATE TABLE book (
    centre_id {int} NOT NULL,
    book {text} NOT NULL CHECK (book IN ('fund', 'centre')),
    first_month {month} NOT NULL,
    opened_at {instant} NOT NULL,
    mac {bytes} NOT NULL,
    PRIMARY KEY (centre_id, book)
);

-- The end of the chain of a book: what the bookkeeper locks, so that one turn runs at a time.
-- Apart from `book`, whose lock postings may wait for.
-- class: centre
CREATE TABLE chain_head (
    centre_id {int} NOT NULL,
    book {text} NOT NULL,
    sequence {int} NOT NULL,
    hash {bytes} NOT NULL,
    PRIMARY KEY (centre_id, book),
    FOREIGN KEY (centre_id, book) REFERENCES book (centre_id, book)
);

-- The chart of accounts (科目). The code carries the tree: three digits at the first level, two
-- more at each of the next three. `is_summary` follows from having children and is kept because
-- every posting asks for it; `mac` covers what never changes (code, name, side).
-- class: centre
CREATE TABLE ledger_account (
    centre_id {int} NOT NULL,
    book {text} NOT NULL,
    code {text} NOT NULL,
    name {text} NOT NULL,
    side {text} NOT NULL CHECK (side IN ('debit', 'credit')),
    is_summary {bool} NOT NULL,
    opened_at {instant} NOT NULL,
    mac {bytes} NOT NULL,
    PRIMARY KEY (centre_id, book, code),
    FOREIGN KEY (centre_id, book) REFERENCES book (centre_id, book)
);

-- An accounting month (会计期间). `vouchers` is how many numbers the month had when it closed.
-- class: centre
CREATE TABLE period (
    centre_id {int} NOT NULL,
    book {text} NOT NULL,
    month {month} NOT NULL,
    status {text} NOT NULL CHECK (status IN ('open', 'closed')),
    vouchers {int} NOT NULL,
    opened_at {instant} NOT NULL,
    closed_at {instant},
    closed_by {text} NOT NULL,
    mac {bytes} NOT NULL,
    PRIMARY KEY (centre_id, book, month),
    FOREIGN KEY (centre_id, book) REFERENCES book (centre_id, book)
);
