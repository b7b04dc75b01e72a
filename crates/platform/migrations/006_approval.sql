-- How a business is approved from a day on. Added, never changed: the flow of a day is the latest that
-- begins by then.
-- class: centre
CREATE TABLE approval_flow (
    centre_id {int} NOT NULL,
    flow_id {id} NOT NULL,
    business {text} NOT NULL,
    effective_from {date} NOT NULL,
    source {text} NOT NULL,
    reason {text} NOT NULL,
    recorded_at {instant} NOT NULL,
    recorded_by {text} NOT NULL,
    recorded_by_name {text} NOT NULL,
    PRIMARY KEY (centre_id, flow_id),
    UNIQUE (centre_id, business, effective_from)
);

-- Its steps, in order; a flow without one asks for no approval.
-- class: centre
CREATE TABLE approval_flow_step (
    centre_id {int} NOT NULL,
    flow_id {id} NOT NULL,
    step_no {int} NOT NULL,
    role_id {id} NOT NULL,
    from_fen {int} NOT NULL,
    term_days {int} NOT NULL,
    PRIMARY KEY (centre_id, flow_id, step_no),
    FOREIGN KEY (centre_id, flow_id) REFERENCES approval_flow (centre_id, flow_id),
    FOREIGN KEY (centre_id, role_id) REFERENCES role (centre_id, role_id)
);

-- What somebody asks to be done. What is asked is sealed: it may name people.
-- class: centre
CREATE TABLE approval (
    centre_id {int} NOT NULL,
    approval_id {id} NOT NULL,
    serial {int} NOT NULL,
    business {text} NOT NULL,
    subject_kind {text} NOT NULL,
    subject_id {text} NOT NULL,
    branch_id {id},
    amount_fen {int},
    summary {text} NOT NULL,
    command {bytes} NOT NULL,
    flow_id {id} NOT NULL,
    maker_id {id} NOT NULL,
    maker_name {text} NOT NULL,
    asked_at {instant} NOT NULL,
    status {text} NOT NULL
        CHECK (status IN ('pending', 'approved', 'done', 'refused', 'returned', 'withdrawn')),
    step_no {int} NOT NULL,
    due_on {date} NOT NULL,
    ended_at {instant},
    outcome {text},
    PRIMARY KEY (centre_id, approval_id),
    UNIQUE (centre_id, serial),
    FOREIGN KEY (centre_id, flow_id) REFERENCES approval_flow (centre_id, flow_id),
    FOREIGN KEY (centre_id, branch_id) REFERENCES branch (centre_id, branch_id),
    FOREIGN KEY (centre_id, maker_id) REFERENCES staff (centre_id, staff_id)
);
-- One thing waits for one approval of a kind at a time.
CREATE UNIQUE INDEX approval_one_open ON approval (centre_id, business, subject_kind, subject_id)
    WHERE status IN ('pending', 'approved');
CREATE INDEX approval_by_status ON approval (centre_id, status, due_on, approval_id);
CREATE INDEX approval_by_maker ON approval (centre_id, maker_id, approval_id);
CREATE INDEX approval_by_subject ON approval (centre_id, subject_kind, subject_id, approval_id);

-- The steps that it takes, as the flow had them for its amount, and who decided each.
-- class: centre
CREATE TABLE approval_step (
    centre_id {int} NOT NULL,
    step_id {id} NOT NULL,
    approval_id {id} NOT NULL,
    step_no {int} NOT NULL,
    role_id {id} NOT NULL,
    term_days {int} NOT NULL,
    verdict {text} CHECK (verdict IN ('approved', 'returned')),
    decided_at {instant},
    decided_by {id},
    decided_by_name {text},
    instead_of {id},
    note {text},
    PRIMARY KEY (centre_id, step_id),
    UNIQUE (centre_id, approval_id, step_no),
    FOREIGN KEY (centre_id, approval_id) REFERENCES approval (centre_id, approval_id),
    FOREIGN KEY (centre_id, role_id) REFERENCES role (centre_id, role_id),
    FOREIGN KEY (centre_id, decided_by) REFERENCES staff (centre_id, staff_id),
    FOREIGN KEY (centre_id, instead_of) REFERENCES staff (centre_id, staff_id)
);

-- Who decides instead of whom, from one day to another, both included.
-- class: centre
CREATE TABLE delegation (
    centre_id {int} NOT NULL,
    delegation_id {id} NOT NULL,
    from_staff {id} NOT NULL,
    to_staff {id} NOT NULL,
    first_day {date} NOT NULL,
    last_day {date} NOT NULL,
    reason {text} NOT NULL,
    recorded_at {instant} NOT NULL,
    recorded_by {text} NOT NULL,
    ended_at {instant},
    PRIMARY KEY (centre_id, delegation_id),
    FOREIGN KEY (centre_id, from_staff) REFERENCES staff (centre_id, staff_id),
    FOREIGN KEY (centre_id, to_staff) REFERENCES staff (centre_id, staff_id)
);
CREATE INDEX delegation_by_deputy ON delegation (centre_id, to_staff, first_day);
CREATE INDEX delegation_by_principal ON delegation (centre_id, from_staff, first_day);
