-- Added, never changed; only the withdrawal of a version that isn't in force yet is noted on it.
-- class: centre
CREATE TABLE policy_version (
    centre_id {int} NOT NULL,
    policy_version_id {id} NOT NULL,
    parameter {text} NOT NULL,
    effective_from {date} NOT NULL,
    value {text} NOT NULL,
    source_title {text} NOT NULL,
    source_number {text} NOT NULL,
    source_date {date},
    resolution_id {id},
    note {text} NOT NULL,
    reason {text} NOT NULL,
    recorded_at {instant} NOT NULL,
    recorded_by {text} NOT NULL,
    withdrawn_at {instant},
    withdrawn_by {text},
    withdrawal_reason {text},
    PRIMARY KEY (centre_id, policy_version_id)
);
-- A day withdrawn from is free for another version.
CREATE UNIQUE INDEX policy_version_in_turn ON policy_version (centre_id, parameter, effective_from)
    WHERE withdrawn_at IS NULL;
