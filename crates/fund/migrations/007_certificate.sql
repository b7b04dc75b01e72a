-- 证明与回单: papers that the centre gave out, each with a code by which anybody checks it. The code
-- and what the paper says are sealed; the look-up key of the code finds it, so that who holds the
-- database can neither list codes nor make one. What was issued never changes; only that it no longer
-- stands is noted on it, once. Whose it is, is the member's or the employer's, never both:
-- `member_id` with `account_no` and `entry_no`, or `employer_id` with `remittance_id`.
-- class: centre
CREATE TABLE certificate (
    centre_id {int} NOT NULL,
    certificate_id {id} NOT NULL,
    kind {text} NOT NULL CHECK (kind IN ('contribution', 'remittance_receipt', 'entry_receipt')),
    status {text} NOT NULL CHECK (status IN ('standing', 'void')),
    code {bytes} NOT NULL,
    code_lookup {bytes} NOT NULL,
    branch_id {id} NOT NULL,
    employer_id {id},
    remittance_id {id},
    member_id {id},
    account_no {int},
    entry_no {int},
    facts {bytes} NOT NULL,
    issued_at {instant} NOT NULL,
    issued_by {text} NOT NULL,
    issued_by_name {text} NOT NULL,
    voided_at {instant},
    voided_by {text},
    voided_by_name {text},
    void_reason {text},
    PRIMARY KEY (centre_id, certificate_id),
    FOREIGN KEY (centre_id, employer_id) REFERENCES employer (centre_id, employer_id),
    FOREIGN KEY (centre_id, remittance_id) REFERENCES remittance (centre_id, remittance_id),
    FOREIGN KEY (centre_id, member_id) REFERENCES member (centre_id, member_id),
    FOREIGN KEY (centre_id, account_no) REFERENCES account (centre_id, account_no)
);
CREATE UNIQUE INDEX certificate_by_code ON certificate (centre_id, code_lookup);
CREATE INDEX certificate_by_kind ON certificate (centre_id, kind, certificate_id);
CREATE INDEX certificate_by_status ON certificate (centre_id, status, certificate_id);
CREATE INDEX certificate_by_branch ON certificate (centre_id, branch_id, certificate_id);
CREATE INDEX certificate_by_employer ON certificate (centre_id, employer_id, certificate_id);
CREATE INDEX certificate_by_remittance ON certificate (centre_id, remittance_id, certificate_id);
CREATE INDEX certificate_by_member ON certificate (centre_id, member_id, certificate_id);
CREATE INDEX certificate_by_account ON certificate (centre_id, account_no, certificate_id);
