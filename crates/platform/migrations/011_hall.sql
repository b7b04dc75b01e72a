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
