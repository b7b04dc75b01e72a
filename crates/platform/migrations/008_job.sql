-- Work that is done apart from the request that asked for it. It names what it is about and holds
-- nothing of it, so that no row here tells anything of a person. `due_at` is when a runner may take it:
-- the moment that it waits for; while it runs, the end of its runner's lease.
-- class: centre
CREATE TABLE job (
    centre_id {int} NOT NULL,
    job_id {id} NOT NULL,
    kind {text} NOT NULL,
    subject {text} NOT NULL,
    status {text} NOT NULL CHECK (status IN ('waiting', 'running', 'done', 'dead', 'cancelled')),
    again {bool} NOT NULL,
    run_no {int} NOT NULL,
    attempts {int} NOT NULL,
    due_at {instant} NOT NULL,
    lease_id {id},
    problem {text},
    problem_detail {text},
    asked_by {text} NOT NULL,
    asked_by_name {text} NOT NULL,
    asked_at {instant} NOT NULL,
    ended_at {instant},
    cancel_reason {text},
    PRIMARY KEY (centre_id, job_id)
);
-- One open job of a kind about a thing: asking again while it waits adds none, and no two runners ever
-- work on the same.
CREATE UNIQUE INDEX job_one_open ON job (centre_id, kind, subject)
    WHERE status IN ('waiting', 'running');
CREATE INDEX job_due ON job (centre_id, due_at, job_id) WHERE status IN ('waiting', 'running');
CREATE INDEX job_by_status ON job (centre_id, status, job_id);
CREATE INDEX job_by_kind ON job (centre_id, kind, job_id);
CREATE INDEX job_by_subject ON job (centre_id, subject, job_id);

-- The steps that a job has begun. One that ended isn't done again.
-- class: centre
CREATE TABLE job_step (
    centre_id {int} NOT NULL,
    job_id {id} NOT NULL,
    step_no {int} NOT NULL,
    done {int} NOT NULL,
    total {int} NOT NULL,
    told {text},
    begun_at {instant} NOT NULL,
    ended_at {instant},
    PRIMARY KEY (centre_id, job_id, step_no),
    FOREIGN KEY (centre_id, job_id) REFERENCES job (centre_id, job_id)
);

-- What happened and hasn't been told to those who wait for it.
-- class: centre
CREATE TABLE outbox (
    centre_id {int} NOT NULL,
    event_id {id} NOT NULL,
    event {text} NOT NULL,
    subject {text} NOT NULL,
    emitted_by {text} NOT NULL,
    emitted_by_name {text} NOT NULL,
    emitted_at {instant} NOT NULL,
    PRIMARY KEY (centre_id, event_id)
);
