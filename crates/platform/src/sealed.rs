//! Where this crate keeps sealed values.

use db::{BoundTo, Kind, SealedColumn, SealedTable};

use crate::{approval, file, message, session, staff};

/// Every table of this crate with sealed columns.
pub const SEALED: &[SealedTable] = &[
    SealedTable {
        table: "staff",
        key: &[("staff_id", Kind::Id)],
        bound_to: BoundTo {
            column: "staff_id",
            kind: Kind::Id,
        },
        columns: &[SealedColumn {
            name: "phone",
            sealed_as: staff::PHONE,
        }],
        at_once: 200,
    },
    SealedTable {
        table: "staff_second_factor",
        key: &[("staff_id", Kind::Id)],
        bound_to: BoundTo {
            column: "staff_id",
            kind: Kind::Id,
        },
        columns: &[SealedColumn {
            name: "secret",
            sealed_as: session::SECOND_FACTOR_SECRET,
        }],
        at_once: 200,
    },
    SealedTable {
        table: "file",
        key: &[("sm3", Kind::Bytes)],
        bound_to: BoundTo {
            column: "sm3",
            kind: Kind::Bytes,
        },
        columns: &[SealedColumn {
            name: "content",
            sealed_as: file::SEALED_AS,
        }],
        // Each up to 32 MiB.
        at_once: 1,
    },
    SealedTable {
        table: "message",
        key: &[("message_id", Kind::Id)],
        bound_to: BoundTo {
            column: "message_id",
            kind: Kind::Id,
        },
        columns: &[
            SealedColumn {
                name: "mobile",
                sealed_as: message::MOBILE,
            },
            SealedColumn {
                name: "text",
                sealed_as: message::TEXT,
            },
        ],
        at_once: 200,
    },
    SealedTable {
        table: "approval",
        key: &[("approval_id", Kind::Id)],
        bound_to: BoundTo {
            column: "approval_id",
            kind: Kind::Id,
        },
        columns: &[SealedColumn {
            name: "command",
            sealed_as: approval::SEALED_AS,
        }],
        at_once: 100,
    },
];
