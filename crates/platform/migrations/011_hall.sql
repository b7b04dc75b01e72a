-- Sessions of the halls: of employers' agents and of members. The holder is an actor's label.
-- class: centre
CREATE TABLE hall_session (
    centre_id {int} NOT NULL,
    session_id {id} NOT NULL,
    token_hash {bytes} NOT NULL,
    holder {text} NOT NULL,
    address {text},
    device {text},
    signed_in_at {instant} NOT NULL,
    idle_expires_at {instant} NOT NULL,
    expires_at {instant} NOT NULL,
    PRIMARY KEY (centre_id, session_id),
    UNIQUE (centre_id, token_hash)
);
CREATE INDEX hall_session_by_holder ON hall_session (centre_id, holder, session_id);

-- Messages (短信) to people's mobiles. The number and the text are sealed with the keys of the row; the
-- text is taken away once nothing sends it any more. One of `withheld` goes to nobody: it is written
-- so that who asks for a code can't tell by the time whether there is such a person.
-- class: centre
CREATE TABLE message (
    centre_id {int} NOT NULL,
    message_id {id} NOT NULL,
    mobile {bytes} NOT NULL,
    text {bytes},
    status {text} NOT NULL CHECK (status IN ('queued', 'sent', 'failed', 'expired', 'withheld')),
    queued_at {instant} NOT NULL,
    expires_at {instant},
    ended_at {instant},
    PRIMARY KEY (centre_id, message_id)
);
CREATE INDEX message_by_time ON message (centre_id, queued_at);

-- Codes sent to mobiles (验证码), the latest of a purpose and of what was said with it, which is kept as a
-- keyed hash, like the code itself.
-- class: centre
CREATE TABLE one_time_code (
    centre_id {int} NOT NULL,
    purpose {text} NOT NULL,
    subject {bytes} NOT NULL,
    code_id {id} NOT NULL,
    code_hash {bytes} NOT NULL,
    tries {int} NOT NULL,
    made_at {instant} NOT NULL,
    expires_at {instant} NOT NULL,
    PRIMARY KEY (centre_id, purpose, subject)
);
CREATE INDEX one_time_code_by_time ON one_time_code (centre_id, expires_at);
