-- The bytes of what was uploaded, once, named by their SM3. A roster holds personal data: sealed.
-- class: centre
CREATE TABLE file (
    centre_id {int} NOT NULL,
    sm3 {bytes} NOT NULL,
    size_bytes {int} NOT NULL,
    content {bytes} NOT NULL,
    PRIMARY KEY (centre_id, sm3)
);

-- Who uploaded them last in each branch, and in the centre for staff without a branch: two branches
-- that upload the same bytes each have their own name for them and their own right to read them.
-- class: centre
CREATE TABLE file_upload (
    centre_id {int} NOT NULL,
    sm3 {bytes} NOT NULL,
    scope {text} NOT NULL,
    name {text} NOT NULL,
    media_type {text} NOT NULL,
    uploaded_by {text} NOT NULL,
    uploaded_at {instant} NOT NULL,
    PRIMARY KEY (centre_id, sm3, scope),
    FOREIGN KEY (centre_id, sm3) REFERENCES file (centre_id, sm3)
);
