-- class: centre
CREATE TABLE centre (
    centre_id {int} NOT NULL,
    name {text} NOT NULL,
    registered_at {instant} NOT NULL,
    PRIMARY KEY (centre_id)
);

-- class: centre
CREATE TABLE branch (
    centre_id {int} NOT NULL,
    branch_id {id} NOT NULL,
    code {text} NOT NULL,
    name {text} NOT NULL,
    added_at {instant} NOT NULL,
    PRIMARY KEY (centre_id, branch_id),
    UNIQUE (centre_id, code),
    FOREIGN KEY (centre_id) REFERENCES centre (centre_id)
);

-- class: centre
CREATE TABLE department (
    centre_id {int} NOT NULL,
    department_id {id} NOT NULL,
    code {text} NOT NULL,
    name {text} NOT NULL,
    added_at {instant} NOT NULL,
    PRIMARY KEY (centre_id, department_id),
    UNIQUE (centre_id, code),
    FOREIGN KEY (centre_id) REFERENCES centre (centre_id)
);

-- A name of staff is plain: it stands on every voucher. The phone is personal and sealed.
-- class: centre
CREATE TABLE staff (
    centre_id {int} NOT NULL,
    staff_id {id} NOT NULL,
    sign_in_name {text} NOT NULL,
    name {text} NOT NULL,
    branch_id {id},
    department_id {id},
    phone {bytes},
    password_hash {text} NOT NULL,
    password_set_at {instant} NOT NULL,
    password_initial {bool} NOT NULL,
    signed_in_at {instant},
    signed_in_from {text},
    status {text} NOT NULL CHECK (status IN ('active', 'left')),
    added_at {instant} NOT NULL,
    left_at {instant},
    PRIMARY KEY (centre_id, staff_id),
    UNIQUE (centre_id, sign_in_name),
    FOREIGN KEY (centre_id) REFERENCES centre (centre_id),
    FOREIGN KEY (centre_id, branch_id) REFERENCES branch (centre_id, branch_id),
    FOREIGN KEY (centre_id, department_id) REFERENCES department (centre_id, department_id)
);
CREATE INDEX staff_by_branch ON staff (centre_id, branch_id, sign_in_name);

-- class: centre
CREATE TABLE role (
    centre_id {int} NOT NULL,
    role_id {id} NOT NULL,
    code {text} NOT NULL,
    name {text} NOT NULL,
    data_scope {text} NOT NULL CHECK (data_scope IN ('centre', 'own_branch')),
    added_at {instant} NOT NULL,
    PRIMARY KEY (centre_id, role_id),
    UNIQUE (centre_id, code),
    FOREIGN KEY (centre_id) REFERENCES centre (centre_id)
);

-- The actions are the program's own, named by their codes: there is no table of them.
-- class: centre
CREATE TABLE role_action (
    centre_id {int} NOT NULL,
    role_id {id} NOT NULL,
    action {text} NOT NULL,
    PRIMARY KEY (centre_id, role_id, action),
    FOREIGN KEY (centre_id, role_id) REFERENCES role (centre_id, role_id)
);

-- class: centre
CREATE TABLE staff_role (
    centre_id {int} NOT NULL,
    staff_id {id} NOT NULL,
    role_id {id} NOT NULL,
    PRIMARY KEY (centre_id, staff_id, role_id),
    FOREIGN KEY (centre_id, staff_id) REFERENCES staff (centre_id, staff_id),
    FOREIGN KEY (centre_id, role_id) REFERENCES role (centre_id, role_id)
);
CREATE INDEX staff_role_by_role ON staff_role (centre_id, role_id);

-- Only a hash of the token is kept: who reads this table can't sign in with it. A session tells
-- what came before it: the sign-in before, and what failed meanwhile.
-- class: centre
CREATE TABLE staff_session (
    centre_id {int} NOT NULL,
    session_id {id} NOT NULL,
    token_hash {bytes} NOT NULL,
    staff_id {id} NOT NULL,
    address {text},
    device {text},
    signed_in_at {instant} NOT NULL,
    seen_at {instant} NOT NULL,
    second_factor_at {instant},
    before_at {instant},
    before_from {text},
    failures_before {int} NOT NULL,
    idle_expires_at {instant} NOT NULL,
    expires_at {instant} NOT NULL,
    PRIMARY KEY (centre_id, session_id),
    UNIQUE (centre_id, token_hash),
    FOREIGN KEY (centre_id, staff_id) REFERENCES staff (centre_id, staff_id)
);
CREATE INDEX staff_session_by_staff ON staff_session (centre_id, staff_id);
