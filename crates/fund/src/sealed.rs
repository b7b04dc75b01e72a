//! Where this crate keeps sealed values.

use db::{BoundTo, Kind, SealedColumn, SealedTable};

use crate::employer::change as of_change;
use crate::employer::sealed as of_employer;
use crate::member::change_mobile;
use crate::opening::sealed as of_contract;
use crate::{agent, certificate, member, payer};

const MEMBER_ID: BoundTo = BoundTo {
    column: "member_id",
    kind: Kind::Id,
};

const CHANGE_ID: BoundTo = BoundTo {
    column: "change_id",
    kind: Kind::Id,
};

/// A person's, in `member` and wherever people wait to come there.
const OF_PERSON: &[SealedColumn] = &[
    SealedColumn {
        name: "name",
        sealed_as: member::NAME,
    },
    SealedColumn {
        name: "id_number",
        sealed_as: member::ID_NUMBER,
    },
    SealedColumn {
        name: "mobile",
        sealed_as: member::MOBILE,
    },
];

const OF_EMPLOYER: &[SealedColumn] = &[
    SealedColumn {
        name: "legal_person_name",
        sealed_as: of_employer::LEGAL_PERSON_NAME,
    },
    SealedColumn {
        name: "legal_person_id_number",
        sealed_as: of_employer::LEGAL_PERSON_ID_NUMBER,
    },
    SealedColumn {
        name: "agent_name",
        sealed_as: of_employer::AGENT_NAME,
    },
    SealedColumn {
        name: "agent_id_number",
        sealed_as: of_employer::AGENT_ID_NUMBER,
    },
    SealedColumn {
        name: "agent_mobile",
        sealed_as: of_employer::AGENT_MOBILE,
    },
    SealedColumn {
        name: "agent_phone",
        sealed_as: of_employer::AGENT_PHONE,
    },
];

const OF_CONTRACT: &[SealedColumn] = &[
    SealedColumn {
        name: "borrower_name",
        sealed_as: of_contract::BORROWER_NAME,
    },
    SealedColumn {
        name: "borrower_id_number",
        sealed_as: of_contract::BORROWER_ID_NUMBER,
    },
    SealedColumn {
        name: "repayment_account",
        sealed_as: of_contract::REPAYMENT_ACCOUNT,
    },
    SealedColumn {
        name: "house_address",
        sealed_as: of_contract::HOUSE_ADDRESS,
    },
];

const OF_CERTIFICATE: &[SealedColumn] = &[
    SealedColumn {
        name: "code",
        sealed_as: certificate::CODE,
    },
    SealedColumn {
        name: "facts",
        sealed_as: certificate::FACTS,
    },
];

/// Every table of this crate with sealed columns.
pub const SEALED: &[SealedTable] = &[
    SealedTable {
        table: "member",
        key: &[("member_id", Kind::Id)],
        bound_to: MEMBER_ID,
        columns: OF_PERSON,
        at_once: 200,
    },
    SealedTable {
        table: "member_opening",
        key: &[("opening_id", Kind::Id), ("line_no", Kind::Int)],
        bound_to: MEMBER_ID,
        columns: OF_PERSON,
        at_once: 200,
    },
    SealedTable {
        table: "opening_person",
        key: &[("account_no", Kind::Int), ("line_no", Kind::Int)],
        bound_to: MEMBER_ID,
        columns: OF_PERSON,
        at_once: 200,
    },
    SealedTable {
        table: "roster_person",
        key: &[("roster_id", Kind::Id), ("line_no", Kind::Int)],
        bound_to: MEMBER_ID,
        columns: OF_PERSON,
        at_once: 200,
    },
    SealedTable {
        table: "employer",
        key: &[("employer_id", Kind::Id)],
        bound_to: BoundTo {
            column: "employer_id",
            kind: Kind::Id,
        },
        columns: OF_EMPLOYER,
        at_once: 200,
    },
    SealedTable {
        table: "opening_loan_contract",
        key: &[("contract_no", Kind::Text), ("line_no", Kind::Int)],
        bound_to: BoundTo {
            column: "contract_no",
            kind: Kind::Text,
        },
        columns: OF_CONTRACT,
        at_once: 200,
    },
    SealedTable {
        table: "certificate",
        key: &[("certificate_id", Kind::Id)],
        bound_to: BoundTo {
            column: "certificate_id",
            kind: Kind::Id,
        },
        columns: OF_CERTIFICATE,
        at_once: 200,
    },
    SealedTable {
        table: "payer",
        key: &[("payer_id", Kind::Id)],
        bound_to: BoundTo {
            column: "payer_id",
            kind: Kind::Id,
        },
        columns: &[SealedColumn {
            name: "account_number",
            sealed_as: payer::ACCOUNT_NUMBER,
        }],
        at_once: 200,
    },
    SealedTable {
        table: "agent",
        key: &[("agent_id", Kind::Id)],
        bound_to: BoundTo {
            column: "agent_id",
            kind: Kind::Id,
        },
        columns: &[
            SealedColumn {
                name: "name",
                sealed_as: agent::NAME,
            },
            SealedColumn {
                name: "mobile",
                sealed_as: agent::MOBILE,
            },
        ],
        at_once: 200,
    },
    SealedTable {
        table: "employer_change",
        key: &[("change_id", Kind::Id)],
        bound_to: CHANGE_ID,
        columns: &[
            SealedColumn {
                name: "before_sealed",
                sealed_as: of_change::BEFORE,
            },
            SealedColumn {
                name: "after_sealed",
                sealed_as: of_change::AFTER,
            },
        ],
        at_once: 200,
    },
    SealedTable {
        table: "mobile_change",
        key: &[("change_id", Kind::Id)],
        bound_to: CHANGE_ID,
        columns: &[
            SealedColumn {
                name: "old_mobile",
                sealed_as: change_mobile::OLD_MOBILE,
            },
            SealedColumn {
                name: "new_mobile",
                sealed_as: change_mobile::NEW_MOBILE,
            },
        ],
        at_once: 200,
    },
];
