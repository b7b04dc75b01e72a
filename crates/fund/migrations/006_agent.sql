-- 单位经办人 who come in by the employers' hall: a person with a mobile number to sign in by, which is
-- one agent's at a time, and a password from the day an invitation is accepted. Name and mobile are
-- sealed; the look-up key finds the mobile. Ended with the last employer; whoever is invited later is
-- another row.
-- class: centre
CREATE TABLE agent (
    centre_id {int} NOT NULL,
    agent_id {id} NOT NULL,
    name {bytes} NOT NULL,
    mobile {bytes} NOT NULL,
    mobile_lookup {bytes} NOT NULL,
    status {text} NOT NULL CHECK (status IN ('invited', 'active', 'ended')),
    password_hash {text},
    password_set_at {instant},
    made_at {instant} NOT NULL,
    made_by {text} NOT NULL,
    made_by_name {text} NOT NULL,
    ended_at {instant},
    PRIMARY KEY (centre_id, agent_id)
);
CREATE UNIQUE INDEX agent_by_mobile ON agent (centre_id, mobile_lookup) WHERE status <> 'ended';

-- 经办授权: for which employer an agent acts, from the acceptance on, and whether it leads the
-- employer's agents (主办). Begun by an invitation, ended once. Whose it is, `verify` proves.
-- class: centre
CREATE TABLE agent_employer (
    centre_id {int} NOT NULL,
    link_id {id} NOT NULL,
    agent_id {id} NOT NULL,
    employer_id {id} NOT NULL,
    is_lead {bool} NOT NULL,
    status {text} NOT NULL CHECK (status IN ('invited', 'active', 'ended')),
    made_at {instant} NOT NULL,
    made_by {text} NOT NULL,
    made_by_name {text} NOT NULL,
    accepted_at {instant},
    ended_at {instant},
    ended_by {text},
    ended_by_name {text},
    ended_reason {text},
    PRIMARY KEY (centre_id, link_id),
    FOREIGN KEY (centre_id, employer_id) REFERENCES employer (centre_id, employer_id)
);
CREATE UNIQUE INDEX agent_employer_live ON agent_employer (centre_id, agent_id, employer_id) WHERE status <> 'ended';
CREATE INDEX agent_employer_by_employer ON agent_employer (centre_id, employer_id, link_id);

-- 邀请码: the one code by which an invited agent accepts, kept as a keyed hash, with how often
-- another was tried. Gone once it was used, replaced or its link ended.
-- class: centre
CREATE TABLE agent_invitation (
    centre_id {int} NOT NULL,
    link_id {id} NOT NULL,
    agent_id {id} NOT NULL,
    code_hash {bytes} NOT NULL,
    made_at {instant} NOT NULL,
    expires_at {instant} NOT NULL,
    tries {int} NOT NULL,
    PRIMARY KEY (centre_id, link_id)
);
CREATE INDEX agent_invitation_by_agent ON agent_invitation (centre_id, agent_id);
