-- 手机号码变更: that a member's mobile became another, at the counter, with the document that was seen.
-- Both numbers are sealed with the keys of the row. Never updated, never deleted: the event of each
-- holds the digest of what was recorded, and the member's mobile is the last one's new number.
-- class: centre
CREATE TABLE mobile_change (
    centre_id {int} NOT NULL,
    change_id {id} NOT NULL,
    member_id {id} NOT NULL,
    account_no {int} NOT NULL,
    old_mobile {bytes},
    new_mobile {bytes} NOT NULL,
    reason {text} NOT NULL CHECK (reason IN ('replaced', 'recorded', 'corrected', 'other')),
    document {text} NOT NULL CHECK (document IN ('resident_id', 'other_id', 'proxy')),
    note {text},
    made_at {instant} NOT NULL,
    made_by {text} NOT NULL,
    made_by_name {text} NOT NULL,
    PRIMARY KEY (centre_id, change_id),
    FOREIGN KEY (centre_id, member_id) REFERENCES member (centre_id, member_id)
);
CREATE INDEX mobile_change_by_member ON mobile_change (centre_id, member_id, change_id);
