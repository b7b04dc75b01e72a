-- The trail itself: written in the transaction of what it tells, never updated or deleted.
-- No foreign keys: an event outlives what it is about, and a posting pays for every check.
-- class: centre
CREATE TABLE audit_event (
    centre_id {int} NOT NULL,
    audit_id {id} NOT NULL,
    at {instant} NOT NULL,
    actor {text} NOT NULL,
    actor_name {text} NOT NULL,
    address {text},
    action {text} NOT NULL,
    outcome {text} NOT NULL CHECK (outcome IN ('done', 'denied', 'failed')),
    subject_kind {text} NOT NULL,
    subject_id {text} NOT NULL,
    detail {text} NOT NULL,
    PRIMARY KEY (centre_id, audit_id)
);
CREATE INDEX audit_event_by_time ON audit_event (centre_id, at);
CREATE INDEX audit_event_by_actor ON audit_event (centre_id, actor, audit_id);
CREATE INDEX audit_event_by_action ON audit_event (centre_id, action, audit_id);
CREATE INDEX audit_event_by_outcome ON audit_event (centre_id, outcome, audit_id);
CREATE INDEX audit_event_by_kind ON audit_event (centre_id, subject_kind, audit_id);
CREATE INDEX audit_event_by_subject ON audit_event (centre_id, subject_id, audit_id);

-- Events that wait to be sealed.
-- class: centre
CREATE TABLE audit_tail (
    centre_id {int} NOT NULL,
    audit_id {id} NOT NULL,
    PRIMARY KEY (centre_id, audit_id)
);

-- The chain: each event's place and the hash over the hash before it.
-- class: centre
CREATE TABLE audit_seal (
    centre_id {int} NOT NULL,
    position {int} NOT NULL,
    audit_id {id} NOT NULL,
    hash {bytes} NOT NULL,
    PRIMARY KEY (centre_id, position),
    UNIQUE (centre_id, audit_id)
);

-- Where the chain ended at the close of a business day, under the centre's key. Days are numbered
-- without a gap, so that one taken away is missed; the heads are kept outside the database too.
-- class: centre
CREATE TABLE audit_day_head (
    centre_id {int} NOT NULL,
    business_date {date} NOT NULL,
    day_number {int} NOT NULL,
    position {int} NOT NULL,
    hash {bytes} NOT NULL,
    made_at {instant} NOT NULL,
    mac {bytes} NOT NULL,
    PRIMARY KEY (centre_id, business_date)
);

-- Where the chain ends; its lock keeps two keepers from extending it at once.
-- class: centre
CREATE TABLE audit_head (
    centre_id {int} NOT NULL,
    position {int} NOT NULL,
    hash {bytes} NOT NULL,
    PRIMARY KEY (centre_id)
);
