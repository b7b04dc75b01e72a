-- What was uploaded, named by the SM3 of its bytes. A roster holds personal data: content is sealed.
-- class: centre
CREATE TABLE file (
    centre_id {int} NOT NULL,
    sm3 {bytes} NOT NULL,
    name {text} NOT NULL,
    media_type {text} NOT NULL,
    size_bytes {int} NOT NULL,
    branch_id {id},
    stored_by {text} NOT NULL,
    stored_at {instant} NOT NULL,
    content {bytes} NOT NULL,
    PRIMARY KEY (centre_id, sm3)
);
