-- 清册: an employer's list for one month as it was uploaded, read and judged. It is never changed
-- line by line: a wrong one is discarded and uploaded anew. `terms` is the digest of the policy and
-- the employer's rates it was judged by, so that a confirmation under others is noticed.
-- class: centre
CREATE TABLE roster (
    centre_id {int} NOT NULL,
    roster_id {id} NOT NULL,
    employer_id {id} NOT NULL,
    branch_id {id} NOT NULL,
    month {month} NOT NULL,
    status {text} NOT NULL CHECK (status IN ('previewed', 'confirmed', 'discarded')),
    file {bytes} NOT NULL,
    line_count {int} NOT NULL,
    faulty_rows {int} NOT NULL,
    new_accounts {int} NOT NULL,
    changed_bases {int} NOT NULL,
    unsealed_accounts {int} NOT NULL,
    transferred_accounts {int} NOT NULL,
    missing_members {int} NOT NULL,
    employer_amount_fen {fen} NOT NULL,
    member_amount_fen {fen} NOT NULL,
    unknown_columns {text} NOT NULL,
    skipped_rows {text} NOT NULL,
    notes {text} NOT NULL,
    rounding {text} NOT NULL,
    terms {bytes} NOT NULL,
    created_at {instant} NOT NULL,
    created_by {text} NOT NULL,
    created_by_name {text} NOT NULL,
    remittance_id {id},
    PRIMARY KEY (centre_id, roster_id),
    FOREIGN KEY (centre_id, file) REFERENCES file (centre_id, sm3),
    FOREIGN KEY (centre_id, employer_id) REFERENCES employer (centre_id, employer_id)
);
CREATE INDEX roster_by_employer ON roster (centre_id, employer_id, month);
CREATE INDEX roster_by_branch ON roster (centre_id, branch_id, roster_id);
CREATE INDEX roster_by_file ON roster (centre_id, file);
CREATE INDEX roster_by_month ON roster (centre_id, month);
CREATE INDEX roster_by_status ON roster (centre_id, status, roster_id);

-- Who stands in a roster, sealed as in `member`, so that a confirmation moves them there unopened.
-- What is sealed is bound to `member_id`, an id made for the line when it was read: the id of the
-- person's row in `member` if the confirmation opens an account, and of nobody otherwise.
-- Loaded before the lines are judged: the look-ups find everyone's account in one join. What can't
-- be read is sealed as it was written and its line is faulty.
-- class: centre
CREATE TABLE roster_person (
    centre_id {int} NOT NULL,
    roster_id {id} NOT NULL,
    line_no {int} NOT NULL,
    member_id {id} NOT NULL,
    name {bytes} NOT NULL,
    name_lookup {bytes} NOT NULL,
    id_kind {text} NOT NULL,
    id_number {bytes} NOT NULL,
    id_number_lookup {bytes} NOT NULL,
    id_tail_lookup {bytes} NOT NULL,
    mobile {bytes},
    mobile_lookup {bytes},
    sex {text} NOT NULL,
    born_on {date},
    PRIMARY KEY (centre_id, roster_id, line_no)
);

-- The judged lines. `account_change_no` is the last change of the person's account when the line was
-- judged: a confirmation that finds another judges the line outdated. `first_month` is the month from which the employer contributes, of a line that
-- opens, unseals or brings over an account. Amounts are what the centre assesses, not what the file says: where both are
-- known and differ the line is faulty. No index but the key: whatever is asked of a roster's lines is
-- bounded by the roster, and a second index that begins with the roster would be as good as the key
-- to a planner that has no statistics of lines just loaded.
-- class: centre
CREATE TABLE roster_line (
    centre_id {int} NOT NULL,
    roster_id {id} NOT NULL,
    line_no {int} NOT NULL,
    sheet_row {int} NOT NULL,
    account_no {int},
    account_change_no {int},
    change {text} NOT NULL CHECK (change IN ('open', 'continue', 'rebase', 'unseal', 'transfer')),
    base_fen {fen},
    employer_rate {rate},
    member_rate {rate},
    employer_fen {fen},
    member_fen {fen},
    first_month {month},
    faulty {bool} NOT NULL,
    PRIMARY KEY (centre_id, roster_id, line_no)
);

-- What is wrong with a line: a row of its own each, because a duplicate found later also speaks of
-- a line that was already written.
-- class: centre
CREATE TABLE roster_finding (
    centre_id {int} NOT NULL,
    roster_id {id} NOT NULL,
    line_no {int} NOT NULL,
    finding_no {int} NOT NULL,
    code {text} NOT NULL,
    column_title {text} NOT NULL,
    sentence {text} NOT NULL,
    PRIMARY KEY (centre_id, roster_id, line_no, finding_no)
);

-- 汇缴: what an employer owes for a month, assessed from a roster (先核后缴) and posted when the exact
-- amount has arrived. Its lines are the batch's `batch_line`s. `posted_lines` tells how far a run of
-- several vouchers got; the branch is the employer's at the assessment; business and value date are those of the arrival.
-- class: centre
CREATE TABLE remittance (
    centre_id {int} NOT NULL,
    remittance_id {id} NOT NULL,
    serial {int} NOT NULL,
    employer_id {id} NOT NULL,
    branch_id {id} NOT NULL,
    roster_id {id} NOT NULL,
    month {month} NOT NULL,
    status {text} NOT NULL CHECK (status IN ('assessed', 'posting', 'posted', 'reversed', 'cancelled')),
    people {int} NOT NULL,
    employer_fen {fen} NOT NULL,
    member_fen {fen} NOT NULL,
    expected_fen {fen} NOT NULL,
    payment_code {text} NOT NULL,
    batch_id {id} NOT NULL,
    assessed_at {instant} NOT NULL,
    assessed_by {text} NOT NULL,
    assessed_by_name {text} NOT NULL,
    policy_versions {text} NOT NULL,
    value_date {date},
    posted_on {date},
    run_id {id},
    posted_lines {int} NOT NULL,
    preparer {text},
    ended_at {instant},
    ended_by {text},
    ended_reason {text},
    PRIMARY KEY (centre_id, remittance_id),
    FOREIGN KEY (centre_id, employer_id) REFERENCES employer (centre_id, employer_id),
    FOREIGN KEY (centre_id, roster_id) REFERENCES roster (centre_id, roster_id)
);
CREATE UNIQUE INDEX remittance_by_serial ON remittance (centre_id, serial);
CREATE UNIQUE INDEX remittance_by_batch ON remittance (centre_id, batch_id);
CREATE UNIQUE INDEX remittance_by_payment_code ON remittance (centre_id, payment_code);
CREATE UNIQUE INDEX remittance_of_month ON remittance (centre_id, employer_id, month) WHERE status IN ('assessed', 'posting', 'posted');
CREATE INDEX remittance_by_employer ON remittance (centre_id, employer_id, month);
CREATE INDEX remittance_by_branch ON remittance (centre_id, branch_id, serial);
CREATE INDEX remittance_by_month ON remittance (centre_id, month, serial);
CREATE INDEX remittance_by_status ON remittance (centre_id, status, serial);

-- What filled a remittance: money of arrivals, straight from the wire or by way of suspense. Their
-- amounts together are what the remittance expects. Never updated, never deleted: a reversal leaves
-- them, and puts as much into suspense under the same arrivals.
-- class: centre
CREATE TABLE remittance_funding (
    centre_id {int} NOT NULL,
    remittance_id {id} NOT NULL,
    funding_no {int} NOT NULL,
    arrival_id {id} NOT NULL,
    suspense_id {id},
    amount_fen {fen} NOT NULL,
    PRIMARY KEY (centre_id, remittance_id, funding_no)
);
CREATE INDEX remittance_funding_by_arrival ON remittance_funding (centre_id, arrival_id);

-- Why it was assessed so, rule by rule, with the version of the policy that each rule used.
-- class: centre
CREATE TABLE remittance_rule (
    centre_id {int} NOT NULL,
    remittance_id {id} NOT NULL,
    rule_no {int} NOT NULL,
    rule {text} NOT NULL,
    input {text} NOT NULL,
    limit_text {text} NOT NULL,
    source {text} NOT NULL,
    verdict {text} NOT NULL CHECK (verdict IN ('met', 'broken')),
    policy_version_id {id},
    PRIMARY KEY (centre_id, remittance_id, rule_no)
);

-- The vouchers of a remittance and the lines that each one posted.
-- class: centre
CREATE TABLE remittance_chunk (
    centre_id {int} NOT NULL,
    remittance_id {id} NOT NULL,
    chunk_no {int} NOT NULL,
    from_line {int} NOT NULL,
    to_line {int} NOT NULL,
    amount_fen {fen} NOT NULL,
    voucher_id {id} NOT NULL,
    reversal_voucher_id {id},
    PRIMARY KEY (centre_id, remittance_id, chunk_no)
);

-- What a reversal found no longer in an account, or frozen in it: `short_fen` of the line's amount was
-- advanced to the account by the voucher (11902 / 201) before the whole line was taken back, and the
-- recovery is open for it; `recovery_facts` is the digest of what that was opened with. Never updated,
-- never deleted: the event of the reversal holds a digest over all of them.
-- class: centre
CREATE TABLE remittance_shortfall (
    centre_id {int} NOT NULL,
    remittance_id {id} NOT NULL,
    account_no {int} NOT NULL,
    account_status {text} NOT NULL,
    held_fen {fen} NOT NULL,
    amount_fen {fen} NOT NULL,
    short_fen {fen} NOT NULL,
    recovery_id {id} NOT NULL,
    recovery_facts {bytes} NOT NULL,
    voucher_id {id} NOT NULL,
    PRIMARY KEY (centre_id, remittance_id, account_no)
);
CREATE UNIQUE INDEX remittance_shortfall_by_recovery ON remittance_shortfall (centre_id, recovery_id);
