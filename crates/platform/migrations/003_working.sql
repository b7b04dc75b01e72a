-- One row a state change that was committed under a client's key.
-- class: centre
CREATE TABLE idempotency_key (
    centre_id {int} NOT NULL,
    principal {text} NOT NULL,
    operation {text} NOT NULL,
    request_key {text} NOT NULL,
    request_hash {bytes} NOT NULL,
    resource {text},
    taken_at {instant} NOT NULL,
    PRIMARY KEY (centre_id, principal, operation, request_key)
);

-- class: centre
CREATE TABLE business_day (
    centre_id {int} NOT NULL,
    business_date {date} NOT NULL,
    status {text} NOT NULL CHECK (status IN ('open', 'closed')),
    opened_at {instant} NOT NULL,
    opened_by {text} NOT NULL,
    closed_at {instant},
    closed_by {text},
    PRIMARY KEY (centre_id, business_date)
);
CREATE UNIQUE INDEX business_day_one_open ON business_day (centre_id) WHERE status = 'open';

-- The next number of each series that no block holds yet.
-- class: centre
CREATE TABLE serial (
    centre_id {int} NOT NULL,
    series {text} NOT NULL,
    next_number {int} NOT NULL,
    PRIMARY KEY (centre_id, series)
);
