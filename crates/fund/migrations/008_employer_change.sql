-- 单位信息变更: a field of an employer that was changed, with what stood before and after. Changes are
-- numbered from 1 in the employer; the fields changed at once share the number. What is personal is
-- sealed in the row, anything else stands as text; nothing where the field was or became empty. Never
-- updated, never deleted: `verify` takes an employer back through them to what was registered.
-- class: centre
CREATE TABLE employer_change (
    centre_id {int} NOT NULL,
    change_id {id} NOT NULL,
    employer_id {id} NOT NULL,
    change_no {int} NOT NULL,
    field {text} NOT NULL,
    before_text {text},
    after_text {text},
    before_sealed {bytes},
    after_sealed {bytes},
    basis {text} NOT NULL,
    made_at {instant} NOT NULL,
    made_by {text} NOT NULL,
    made_by_name {text} NOT NULL,
    PRIMARY KEY (centre_id, change_id),
    FOREIGN KEY (centre_id, employer_id) REFERENCES employer (centre_id, employer_id)
);
CREATE UNIQUE INDEX employer_change_by_no ON employer_change (centre_id, employer_id, change_no, field);
