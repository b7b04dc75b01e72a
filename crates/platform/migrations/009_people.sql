-- Attempts at a secret that failed in a row, by what was tried: a sign-in name, known or not, from
-- one address (origin) and from all of them, the address itself, the second factor of somebody; in the
-- halls what a visitor says of itself, and its address; and codes asked for, by mobile, by person and by
-- address. What is counted is kept as a keyed hash: people type their password where the name belongs.
-- class: centre
CREATE TABLE sign_in_count (
    centre_id {int} NOT NULL,
    kind {text} NOT NULL CHECK (kind IN ('address', 'name', 'name_anywhere', 'second_factor', 'visitor', 'hall_address', 'code_mobile', 'code_person', 'code_address', 'guess')),
    subject {bytes} NOT NULL,
    origin {bytes} NOT NULL,
    failures {int} NOT NULL,
    failed_at {instant} NOT NULL,
    locked_until {instant},
    PRIMARY KEY (centre_id, kind, subject, origin)
);
CREATE INDEX sign_in_count_by_time ON sign_in_count (centre_id, failed_at);

-- The passwords before the present one, of which none may come back at once.
-- class: centre
CREATE TABLE staff_password_past (
    centre_id {int} NOT NULL,
    staff_id {id} NOT NULL,
    replaced_at {instant} NOT NULL,
    password_hash {text} NOT NULL,
    PRIMARY KEY (centre_id, staff_id, replaced_at),
    FOREIGN KEY (centre_id, staff_id) REFERENCES staff (centre_id, staff_id)
);

-- The secret is sealed with the keys of the row; it counts once a code has confirmed it. A code of
-- a step up to last_step is refused: it has been used.
-- class: centre
CREATE TABLE staff_second_factor (
    centre_id {int} NOT NULL,
    staff_id {id} NOT NULL,
    secret {bytes} NOT NULL,
    begun_at {instant} NOT NULL,
    confirmed_at {instant},
    last_step {int} NOT NULL,
    PRIMARY KEY (centre_id, staff_id),
    FOREIGN KEY (centre_id, staff_id) REFERENCES staff (centre_id, staff_id)
);

-- Codes for who has lost the device, each good once, kept as keyed hashes.
-- class: centre
CREATE TABLE staff_recovery_code (
    centre_id {int} NOT NULL,
    staff_id {id} NOT NULL,
    code_hash {bytes} NOT NULL,
    made_at {instant} NOT NULL,
    used_at {instant},
    PRIMARY KEY (centre_id, staff_id, code_hash),
    FOREIGN KEY (centre_id, staff_id) REFERENCES staff (centre_id, staff_id)
);
