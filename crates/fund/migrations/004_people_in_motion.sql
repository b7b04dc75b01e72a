-- 封存: one act by which members of an employer stop contributing, from a month on (Regulation
-- article 15). What became of each account is its change, which names the sealing; never updated.
-- class: centre
CREATE TABLE sealing (
    centre_id {int} NOT NULL,
    sealing_id {id} NOT NULL,
    employer_id {id} NOT NULL,
    branch_id {id} NOT NULL,
    from_month {month} NOT NULL,
    reason {text} NOT NULL,
    note {text},
    accounts {int} NOT NULL,
    roster_id {id},
    made_at {instant} NOT NULL,
    made_by {text} NOT NULL,
    made_by_name {text} NOT NULL,
    PRIMARY KEY (centre_id, sealing_id),
    FOREIGN KEY (centre_id, employer_id) REFERENCES employer (centre_id, employer_id)
);
CREATE INDEX sealing_by_employer ON sealing (centre_id, employer_id, sealing_id);

-- The accounts that a sealing is to seal, loaded before they are judged and changed by set.
-- class: centre
CREATE TABLE sealing_line (
    centre_id {int} NOT NULL,
    sealing_id {id} NOT NULL,
    account_no {int} NOT NULL,
    PRIMARY KEY (centre_id, sealing_id, account_no)
);

-- 转移催办: a member stands in a new employer's roster while another employer still contributes, or
-- should. The other is asked to seal the account by a day; after that the centre seals it on proof.
-- Neither employer is told who the other is. A member has one case that waits, at most.
-- class: centre
CREATE TABLE transfer_case (
    centre_id {int} NOT NULL,
    case_id {id} NOT NULL,
    serial {int} NOT NULL,
    account_no {int} NOT NULL,
    old_employer_id {id} NOT NULL,
    old_branch_id {id} NOT NULL,
    new_employer_id {id} NOT NULL,
    new_branch_id {id} NOT NULL,
    roster_id {id} NOT NULL,
    month {month} NOT NULL,
    opened_on {date} NOT NULL,
    due_on {date} NOT NULL,
    policy_version_id {id} NOT NULL,
    opened_at {instant} NOT NULL,
    opened_by {text} NOT NULL,
    opened_by_name {text} NOT NULL,
    status {text} NOT NULL CHECK (status IN ('waiting', 'sealed', 'forced', 'declined', 'withdrawn')),
    ended_at {instant},
    ended_by {text},
    ended_by_name {text},
    ended_reason {text},
    proof {bytes},
    sealing_id {id},
    PRIMARY KEY (centre_id, case_id),
    FOREIGN KEY (centre_id, proof) REFERENCES file (centre_id, sm3),
    FOREIGN KEY (centre_id, old_employer_id) REFERENCES employer (centre_id, employer_id),
    FOREIGN KEY (centre_id, new_employer_id) REFERENCES employer (centre_id, employer_id)
);
CREATE UNIQUE INDEX transfer_case_waiting ON transfer_case (centre_id, account_no) WHERE status = 'waiting';
CREATE INDEX transfer_case_by_proof ON transfer_case (centre_id, proof);
CREATE UNIQUE INDEX transfer_case_by_serial ON transfer_case (centre_id, serial);
CREATE INDEX transfer_case_by_account ON transfer_case (centre_id, account_no, serial);
CREATE INDEX transfer_case_by_old_employer ON transfer_case (centre_id, old_employer_id, serial);
CREATE INDEX transfer_case_by_new_employer ON transfer_case (centre_id, new_employer_id, serial);
CREATE INDEX transfer_case_by_old_branch ON transfer_case (centre_id, old_branch_id, case_id);
CREATE INDEX transfer_case_by_new_branch ON transfer_case (centre_id, new_branch_id, case_id);
CREATE INDEX transfer_case_by_status ON transfer_case (centre_id, status, serial);
