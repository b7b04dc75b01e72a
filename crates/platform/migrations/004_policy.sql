-- class: centre
CREATE TABLE policy_version (
    centre_id {int} NOT NULL,
    policy_version_id {id} NOT NULL,
    parameter {text} NOT NULL,
    effective_from {date} NOT NULL,
    value {text} NOT NULL,
    source_title {text} NOT NULL,
    source_number {text} NOT NULL,
    note {text} NOT NULL,
    recorded_at {instant} NOT NULL,
    recorded_by {text} NOT NULL,
    PRIMARY KEY (centre_id, policy_version_id),
    UNIQUE (centre_id, parameter, effective_from)
);
