-- A meeting of the management committee. Added, never changed.
-- class: centre
CREATE TABLE meeting (
    centre_id {int} NOT NULL,
    meeting_id {id} NOT NULL,
    title {text} NOT NULL,
    held_on {date} NOT NULL,
    chair {text} NOT NULL,
    members_due {int} NOT NULL,
    members_present {int} NOT NULL,
    minutes {bytes},
    recorded_at {instant} NOT NULL,
    recorded_by {text} NOT NULL,
    recorded_by_name {text} NOT NULL,
    PRIMARY KEY (centre_id, meeting_id),
    UNIQUE (centre_id, title),
    FOREIGN KEY (centre_id, minutes) REFERENCES file (centre_id, sm3)
);
CREATE INDEX meeting_by_day ON meeting (centre_id, held_on, meeting_id);

-- What it resolved. Added, never changed; only that it was recorded by mistake is noted on it.
-- class: centre
CREATE TABLE resolution (
    centre_id {int} NOT NULL,
    resolution_id {id} NOT NULL,
    meeting_id {id} NOT NULL,
    number {text} NOT NULL,
    title {text} NOT NULL,
    matter {text} NOT NULL,
    content {text} NOT NULL,
    in_favour {int} NOT NULL,
    against {int} NOT NULL,
    abstained {int} NOT NULL,
    adopted {bool} NOT NULL,
    document {bytes},
    recorded_at {instant} NOT NULL,
    recorded_by {text} NOT NULL,
    recorded_by_name {text} NOT NULL,
    voided_at {instant},
    voided_by {text},
    voided_by_name {text},
    void_reason {text},
    PRIMARY KEY (centre_id, resolution_id),
    FOREIGN KEY (centre_id, meeting_id) REFERENCES meeting (centre_id, meeting_id),
    FOREIGN KEY (centre_id, document) REFERENCES file (centre_id, sm3)
);
-- The number of what was recorded by mistake is free for what it should have been.
CREATE UNIQUE INDEX resolution_number ON resolution (centre_id, number) WHERE voided_at IS NULL;
CREATE INDEX resolution_of_meeting ON resolution (centre_id, meeting_id, resolution_id);
CREATE INDEX resolution_by_matter ON resolution (centre_id, matter, resolution_id);

-- What rests on it, written by whoever cites it, in the transaction of its own; released when what
-- cited it was withdrawn before it held.
-- class: centre
CREATE TABLE resolution_citation (
    centre_id {int} NOT NULL,
    resolution_id {id} NOT NULL,
    subject_kind {text} NOT NULL,
    subject_id {text} NOT NULL,
    released_at {instant},
    PRIMARY KEY (centre_id, resolution_id, subject_kind, subject_id),
    FOREIGN KEY (centre_id, resolution_id) REFERENCES resolution (centre_id, resolution_id)
);
