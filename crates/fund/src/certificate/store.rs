//! The statements over papers, and their list.

use db::{Kind, List, ListColumn, ListInfo, Lookup, Op, Sealed};
use kernel::{
    AccountNo, BranchId, CertificateId, Date, EmployerId, Instant, MemberId, RemittanceId,
};

use super::model::{Certificate, CertificateKind, CertificateStatus};

/// The columns of a [`Certificate`], in its order.
macro_rules! certificate_columns {
    () => {
        "certificate_id, kind, status, code, code_lookup, branch_id, employer_id, remittance_id, \
         member_id, account_no, entry_no, facts, issued_at, issued_by, issued_by_name, voided_at, \
         voided_by, voided_by_name, void_reason"
    };
}

db::row! {
    /// How a paper was voided.
    pub(crate) struct Voiding {
        pub(crate) certificate_id: CertificateId,
        pub(crate) voided_at: Option<Instant>,
        pub(crate) voided_by: Option<String>,
        pub(crate) voided_by_name: Option<String>,
        pub(crate) void_reason: Option<String>,
    }
}

db::row! {
    /// A line of the list of papers.
    pub struct CertificateRow {
        pub(crate) certificate_id: CertificateId,
        pub(crate) kind: CertificateKind,
        pub(crate) status: CertificateStatus,
        pub(crate) code: Sealed,
        pub(crate) branch_id: BranchId,
        pub(crate) employer_id: Option<EmployerId>,
        pub(crate) remittance_id: Option<RemittanceId>,
        pub(crate) member_id: Option<MemberId>,
        pub(crate) account_no: Option<AccountNo>,
        pub(crate) entry_no: Option<i64>,
        pub(crate) facts: Sealed,
        pub(crate) issued_at: Instant,
        pub(crate) issued_by_name: String,
        pub(crate) voided_at: Option<Instant>,
        pub(crate) voided_by_name: Option<String>,
        pub(crate) void_reason: Option<String>,
    }
}

db::statements! {
    /// A new paper.
    INSERT_CERTIFICATE: Certificate => () = concat!(
        "INSERT INTO certificate (centre_id, ", certificate_columns!(), ") \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, \
                 $19, $20)"
    );

    /// A paper.
    CERTIFICATE_BY_ID: (CertificateId,) => Certificate = concat!(
        "SELECT ", certificate_columns!(), " FROM certificate \
          WHERE centre_id = $1 AND certificate_id = $2"
    );

    /// A paper that is about to be voided.
    CERTIFICATE_LOCKED [for update]: (CertificateId,) => Certificate = concat!(
        "SELECT ", certificate_columns!(), " FROM certificate \
          WHERE centre_id = $1 AND certificate_id = $2"
    );

    /// The paper of a code.
    CERTIFICATE_BY_CODE: (Lookup,) => Certificate = concat!(
        "SELECT ", certificate_columns!(), " FROM certificate \
          WHERE centre_id = $1 AND code_lookup = $2"
    );

    /// A paper is void: once.
    VOID_CERTIFICATE: Voiding => () =
        "UPDATE certificate SET status = 'void', voided_at = $3, voided_by = $4, \
                                voided_by_name = $5, void_reason = $6 \
          WHERE centre_id = $1 AND certificate_id = $2 AND status = 'standing'";

    /// On which business date an entry was taken back.
    TAKEN_BACK: (AccountNo, i64) => (Date,) =
        "SELECT business_date FROM entry \
          WHERE centre_id = $1 AND account_no = $2 AND reverses_entry_no = $3 LIMIT 1";

    /// Papers whose subject isn't there, or isn't their holder's.
    CERTIFICATES_OF_NOTHING: () => (CertificateId,) =
        "SELECT c.certificate_id FROM certificate c \
           LEFT JOIN remittance r ON r.centre_id = c.centre_id AND r.remittance_id = c.remittance_id \
           LEFT JOIN account a ON a.centre_id = c.centre_id AND a.account_no = c.account_no \
           LEFT JOIN entry e ON e.centre_id = c.centre_id AND e.account_no = c.account_no \
                            AND e.entry_no = c.entry_no \
          WHERE c.centre_id = $1 \
            AND NOT ((c.kind = 'remittance_receipt' AND r.employer_id = c.employer_id \
                          AND c.member_id IS NULL) IS TRUE \
                  OR (c.kind = 'contribution' AND a.member_id = c.member_id \
                          AND c.employer_id IS NULL) IS TRUE \
                  OR (c.kind = 'entry_receipt' AND a.member_id = c.member_id \
                          AND e.entry_no IS NOT NULL AND c.employer_id IS NULL) IS TRUE)";

    /// The next papers after one, in the order of their ids.
    CERTIFICATES_AFTER: (CertificateId, i64) => Certificate = concat!(
        "SELECT ", certificate_columns!(), " FROM certificate \
          WHERE centre_id = $1 AND certificate_id > $2 ORDER BY certificate_id LIMIT $3"
    );

    /// The next papers that were voided after one, in the order of their ids.
    VOIDED_AFTER: (CertificateId, i64) => Certificate = concat!(
        "SELECT ", certificate_columns!(), " FROM certificate \
          WHERE centre_id = $1 AND certificate_id > $2 \
            AND (status = 'void' OR voided_at IS NOT NULL) ORDER BY certificate_id LIMIT $3"
    );
}

const fn id(name: &'static str, sql: &'static str) -> ListColumn {
    ListColumn::new(name, sql, Kind::Id, &[Op::Equal])
}

/// Papers, the latest first.
pub static CERTIFICATES: List<CertificateRow> = List::new(ListInfo {
    name: "certificates",
    given: &[],
    select: "c.certificate_id, c.kind, c.status, c.code, c.branch_id, c.employer_id, \
             c.remittance_id, c.member_id, c.account_no, c.entry_no, c.facts, c.issued_at, \
             c.issued_by_name, c.voided_at, c.voided_by_name, c.void_reason",
    from: "certificate c",
    joined: None,
    filter: "c.centre_id = $1",
    key: ListColumn {
        name: "certificate_id",
        sql: "c.certificate_id",
        kind: Kind::Id,
        ops: &[Op::Equal],
        sort: true,
    },
    columns: &[
        ListColumn::new("kind", "c.kind", Kind::Text, &[Op::Equal]),
        ListColumn::new("status", "c.status", Kind::Text, &[Op::Equal]),
        ListColumn::new("code_lookup", "c.code_lookup", Kind::Bytes, &[Op::Equal]),
        ListColumn::new("account_no", "c.account_no", Kind::Int, &[Op::Equal]),
        id("remittance_id", "c.remittance_id"),
        id("employer_id", "c.employer_id"),
        id("member_id", "c.member_id"),
        id("branch_id", "c.branch_id"),
    ],
    default_sort: "-certificate_id",
    totals: &[],
});
