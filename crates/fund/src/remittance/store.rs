//! The statements over remittances, their rules and their vouchers.

use db::{Bulk, Digest, Digest32, Joined, Kind, List, ListColumn, ListInfo, Op, Sealed};
use kernel::{
    AccountNo, ArrivalId, BatchId, CentreId, Date, EmployerId, Fen, Instant, MemberId, Month,
    PolicyVersionId, RemittanceId, RunId, SuspenseId, VoucherId,
};

use platform::audit::Parts;

use super::model::{
    ActiveRemittance, Funding, PostedChunk, Remittance, RemittanceStatus, RemittanceSummary,
    RuleVerdict, Verdict,
};
use crate::account::takes_month;

/// The columns of a [`Remittance`], in its order.
macro_rules! remittance_columns {
    () => {
        "remittance_id, serial, employer_id, branch_id, roster_id, month, status, people, employer_fen, \
         member_fen, expected_fen, payment_code, batch_id, assessed_at, assessed_by, \
         assessed_by_name, policy_versions, value_date, posted_on, run_id, \
         posted_lines, preparer, ended_at, ended_by, ended_reason"
    };
}

db::row! {
    /// A rule's verdict as it is written.
    pub(crate) struct RuleRow {
        pub(crate) remittance_id: RemittanceId,
        pub(crate) rule_no: i64,
        pub(crate) rule: String,
        pub(crate) input: String,
        pub(crate) limit_text: String,
        pub(crate) source: String,
        pub(crate) verdict: Verdict,
        pub(crate) policy_version_id: Option<PolicyVersionId>,
    }
}

impl RuleRow {
    pub(crate) fn of(remittance_id: RemittanceId, verdict: RuleVerdict) -> RuleRow {
        let RuleVerdict {
            rule_no,
            rule,
            input,
            limit_text,
            source,
            verdict,
            policy_version_id,
        } = verdict;
        RuleRow {
            remittance_id,
            rule_no,
            rule,
            input,
            limit_text,
            source,
            verdict,
            policy_version_id,
        }
    }
}

impl RuleRow {
    /// Adds the rule to the facts of the assessment.
    fn digested(&self, digest: Digest) -> Digest {
        digest
            .column(self.remittance_id)
            .int(self.rule_no)
            .text(&self.rule)
            .text(&self.input)
            .text(&self.limit_text)
            .text(&self.source)
            .column(self.verdict)
            .column(self.policy_version_id)
    }
}

/// The rules that were held against remittances, recorded with the assessment of each.
pub(crate) const RULES_OF_ASSESSMENTS: Parts<'static, RemittanceId, RuleRow> = Parts {
    between: &RULES_BETWEEN,
    of: |rule| rule.remittance_id,
    add: |digest, rule| rule.digested(digest),
};

db::row! {
    /// What the money leaves on the remittance that it fills.
    pub(crate) struct Claim {
        pub(crate) remittance_id: RemittanceId,
        pub(crate) value_date: Date,
        pub(crate) run_id: RunId,
        pub(crate) preparer: String,
    }
}

db::row! {
    /// A chunk as it is written.
    pub(crate) struct NewChunk {
        pub(crate) remittance_id: RemittanceId,
        pub(crate) chunk_no: i64,
        pub(crate) from_line: i64,
        pub(crate) to_line: i64,
        pub(crate) amount_fen: Fen,
        pub(crate) voucher_id: VoucherId,
    }
}

db::row! {
    /// How far a run got.
    pub(crate) struct Advance {
        pub(crate) remittance_id: RemittanceId,
        pub(crate) from_line: i64,
        pub(crate) to_line: i64,
        pub(crate) status: RemittanceStatus,
        pub(crate) posted_on: Option<Date>,
    }
}

db::row! {
    /// How a remittance ends other than by being posted.
    pub(crate) struct Ending {
        pub(crate) remittance_id: RemittanceId,
        pub(crate) before: RemittanceStatus,
        pub(crate) after: RemittanceStatus,
        pub(crate) ended_at: Instant,
        pub(crate) ended_by: String,
        pub(crate) ended_reason: String,
    }
}

db::row! {
    /// How a remittance says it ended; what it doesn't say is missing.
    pub(crate) struct Ended {
        pub(crate) remittance_id: RemittanceId,
        pub(crate) status: RemittanceStatus,
        pub(crate) ended_at: Option<Instant>,
        pub(crate) ended_by: Option<String>,
        pub(crate) ended_reason: Option<String>,
    }
}

impl Ended {
    /// The digest of how it ended. See [`audit::compare_facts`](platform::audit::compare_facts).
    pub(crate) fn facts(&self, centre: CentreId) -> Digest32 {
        Digest::new("remittance.ended")
            .column(centre)
            .column(self.remittance_id)
            .column(self.status)
            .column(self.ended_at)
            .text_or_none(self.ended_by.as_deref())
            .text_or_none(self.ended_reason.as_deref())
            .finish()
    }
}

impl From<&Ending> for Ended {
    fn from(ending: &Ending) -> Ended {
        Ended {
            remittance_id: ending.remittance_id,
            status: ending.after,
            ended_at: Some(ending.ended_at),
            ended_by: Some(ending.ended_by.clone()),
            ended_reason: Some(ending.ended_reason.clone()),
        }
    }
}

db::row! {
    /// A line as the list shows it, still sealed.
    pub(crate) struct SealedLine {
        pub(crate) line_no: i64,
        pub(crate) account_no: AccountNo,
        pub(crate) member_id: MemberId,
        pub(crate) name: Sealed,
        pub(crate) base_fen: Fen,
        pub(crate) employer_fen: Fen,
        pub(crate) member_fen: Fen,
    }
}

db::row! {
    /// A funding as it is written.
    pub(crate) struct FundingRow {
        pub(crate) remittance_id: RemittanceId,
        pub(crate) funding_no: i64,
        pub(crate) arrival_id: ArrivalId,
        pub(crate) suspense_id: Option<SuspenseId>,
        pub(crate) amount_fen: Fen,
    }
}

/// What filled a remittance.
pub(crate) const FUNDINGS: Bulk<FundingRow> = Bulk::of("remittance_funding");

/// The rules of an assessment.
pub(crate) const RULES: Bulk<RuleRow> = Bulk::of("remittance_rule");

db::statements! {
    /// A new remittance; no row when the month has an active one.
    INSERT_REMITTANCE: Remittance => () =
        concat!("INSERT INTO remittance (centre_id, ", remittance_columns!(), ") \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, \
                 $18, $19, $20, $21, $22, $23, $24, $25, $26) ON CONFLICT DO NOTHING");

    /// A remittance.
    REMITTANCE_BY_ID: (RemittanceId,) => Remittance =
        concat!("SELECT ", remittance_columns!(), " FROM remittance \
          WHERE centre_id = $1 AND remittance_id = $2");

    /// The next remittances after one, in the order of their ids.
    REMITTANCES_AFTER: (RemittanceId, i64) => Remittance =
        concat!("SELECT ", remittance_columns!(), " FROM remittance \
          WHERE centre_id = $1 AND remittance_id > $2 ORDER BY remittance_id LIMIT $3");

    /// A remittance that is about to change. Locked before its arrival, its vouchers, its accounts.
    REMITTANCE_LOCKED [for update]: (RemittanceId,) => Remittance =
        concat!("SELECT ", remittance_columns!(), " FROM remittance \
          WHERE centre_id = $1 AND remittance_id = $2");

    /// The remittance of a payment code. Of two arrivals that name it one waits here.
    REMITTANCE_BY_CODE_LOCKED [for update]: (String,) => Remittance =
        concat!("SELECT ", remittance_columns!(), " FROM remittance \
          WHERE centre_id = $1 AND payment_code = $2");

    /// How many remittances have a payment code: one or none.
    COUNT_OF_CODE: (String,) => (i64,) =
        "SELECT CAST(COUNT(*) AS BIGINT) FROM remittance \
          WHERE centre_id = $1 AND payment_code = $2";

    /// The months of an employer that are remitted or being posted, in order.
    REMITTED_MONTHS: (EmployerId,) => (Month,) =
        "SELECT month FROM remittance \
          WHERE centre_id = $1 AND employer_id = $2 AND status IN ('posting', 'posted') \
          ORDER BY month";

    /// The months of which an employer has an active remittance.
    ACTIVE_MONTHS: (EmployerId,) => (Month,) =
        "SELECT month FROM remittance \
          WHERE centre_id = $1 AND employer_id = $2 AND status IN ('assessed', 'posting', 'posted') \
          ORDER BY month";

    /// The active remittance of a month.
    ACTIVE_OF_MONTH: (EmployerId, Month) => ActiveRemittance =
        "SELECT remittance_id, serial, status FROM remittance \
          WHERE centre_id = $1 AND employer_id = $2 AND month = $3 \
            AND status IN ('assessed', 'posting', 'posted')";

    /// The rules of an assessment, in order.
    RULES_OF: (RemittanceId,) => RuleVerdict =
        "SELECT rule_no, rule, input, limit_text, source, verdict, policy_version_id \
           FROM remittance_rule WHERE centre_id = $1 AND remittance_id = $2 ORDER BY rule_no";

    /// The rules of remittances, from one to another, both included, in order.
    RULES_BETWEEN: (RemittanceId, RemittanceId) => RuleRow =
        "SELECT remittance_id, rule_no, rule, input, limit_text, source, verdict, policy_version_id \
           FROM remittance_rule WHERE centre_id = $1 AND remittance_id BETWEEN $2 AND $3 \
          ORDER BY remittance_id, rule_no";

    /// Lines whose account can't take the month's money: it never was the employer's, is closed or
    /// sealed by that month, or the month is paid.
    NOT_POSTABLE: (BatchId, EmployerId, Month) => (i64,) = concat!(
        "WITH l AS MATERIALIZED \
             (SELECT centre_id, account_no FROM batch_line WHERE centre_id = $1 AND batch_id = $2) \
         SELECT CAST(COUNT(*) AS BIGINT) FROM l \
           LEFT JOIN account a ON a.centre_id = l.centre_id AND a.account_no = l.account_no \
           LEFT JOIN member_month paid \
                  ON paid.centre_id = l.centre_id AND paid.account_no = l.account_no \
                 AND paid.month = $4 AND paid.kind <> 'reversed' \
          WHERE a.account_no IS NULL OR paid.entry_no IS NOT NULL \
             OR NOT ", takes_month!("$3", "$4")
    );

    /// The money takes the remittance: exactly once.
    CLAIM: Claim => () =
        "UPDATE remittance SET status = 'posting', value_date = $3, run_id = $4, preparer = $5 \
          WHERE centre_id = $1 AND remittance_id = $2 AND status = 'assessed'";

    /// The accounts that the first chunks of the remittances just claimed post to, chunks of so many
    /// lines. No other transaction shows a claim of which nothing is posted: both come at once.
    LOCK_CLAIMED [in order]: (i64,) => (i64,) =
        "WITH l AS MATERIALIZED \
             (SELECT DISTINCT b.centre_id, b.account_no FROM remittance r \
                JOIN batch_line b ON b.centre_id = r.centre_id AND b.batch_id = r.batch_id \
               WHERE r.centre_id = $1 AND r.status = 'posting' AND r.posted_lines = 0 \
                 AND b.line_no <= $2) \
         SELECT a.account_no FROM l \
           JOIN account a ON a.centre_id = l.centre_id AND a.account_no = l.account_no \
          ORDER BY a.account_no";

    /// An employer that has remitted is no longer merely opened (A.4: 02 开户 becomes 01 正常).
    EMPLOYER_HAS_REMITTED: (EmployerId,) => () =
        "UPDATE employer SET status = 'normal' \
          WHERE centre_id = $1 AND employer_id = $2 AND status = 'opened'";

    /// A chunk is posted.
    INSERT_CHUNK: NewChunk => () =
        "INSERT INTO remittance_chunk (centre_id, remittance_id, chunk_no, from_line, to_line, \
                                       amount_fen, voucher_id) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)";

    /// The run has come so far: only from where it was.
    ADVANCE: Advance => () =
        "UPDATE remittance SET posted_lines = $4, status = $5, posted_on = $6 \
          WHERE centre_id = $1 AND remittance_id = $2 AND status = 'posting' \
            AND posted_lines = $3 - 1";

    /// The vouchers of a remittance, in order.
    CHUNKS_OF: (RemittanceId,) => PostedChunk =
        "SELECT chunk_no, from_line, to_line, amount_fen, voucher_id, reversal_voucher_id \
           FROM remittance_chunk WHERE centre_id = $1 AND remittance_id = $2 ORDER BY chunk_no";

    /// A chunk is taken back.
    REVERSE_CHUNK: (RemittanceId, i64, VoucherId) => () =
        "UPDATE remittance_chunk SET reversal_voucher_id = $4 \
          WHERE centre_id = $1 AND remittance_id = $2 AND chunk_no = $3 \
            AND reversal_voucher_id IS NULL";

    /// A remittance ends: only from the state it was seen in.
    END_REMITTANCE: Ending => () =
        "UPDATE remittance SET status = $4, ended_at = $5, ended_by = $6, ended_reason = $7 \
          WHERE centre_id = $1 AND remittance_id = $2 AND status = $3";

    /// The next remittances cancelled after one, in the order of their ids.
    CANCELLED_AFTER: (RemittanceId, i64) => Ended =
        "SELECT remittance_id, status, ended_at, ended_by, ended_reason FROM remittance \
          WHERE centre_id = $1 AND remittance_id > $2 AND status = 'cancelled' \
          ORDER BY remittance_id LIMIT $3";

    /// The next remittances reversed after one, in the order of their ids.
    REVERSED_AFTER: (RemittanceId, i64) => Ended =
        "SELECT remittance_id, status, ended_at, ended_by, ended_reason FROM remittance \
          WHERE centre_id = $1 AND remittance_id > $2 AND status = 'reversed' \
          ORDER BY remittance_id LIMIT $3";

    /// The remittance that a wire filled, or completed, when it came.
    REMITTANCE_OF_ARRIVAL: (ArrivalId,) => (RemittanceId,) =
        "SELECT remittance_id FROM remittance_funding \
          WHERE centre_id = $1 AND arrival_id = $2 AND suspense_id IS NULL";

    /// What filled a remittance, in order.
    FUNDINGS_OF: (RemittanceId,) => Funding =
        "SELECT f.funding_no, f.arrival_id, a.serial, f.suspense_id, f.amount_fen \
           FROM remittance_funding f \
           JOIN arrival a ON a.centre_id = f.centre_id AND a.arrival_id = f.arrival_id \
          WHERE f.centre_id = $1 AND f.remittance_id = $2 ORDER BY f.funding_no";

    /// The voucher that a posting key was used for.
    VOUCHER_OF_KEY: (String,) => (VoucherId,) =
        "SELECT voucher_id FROM voucher WHERE centre_id = $1 AND posting_key = $2";
}

/// Remittances, newest first.
pub static REMITTANCES: List<RemittanceSummary> = List::new(ListInfo {
    name: "remittances",
    given: &[],
    select: "r.remittance_id, r.serial, r.employer_id, e.name, r.month, r.status, r.people, \
             r.expected_fen, r.payment_code, r.posted_on",
    from: "remittance r",
    joined: Some(Joined {
        row: "r",
        tables: "LEFT JOIN employer e ON e.centre_id = r.centre_id AND e.employer_id = r.employer_id",
    }),
    filter: "r.centre_id = $1",
    key: ListColumn {
        name: "serial",
        sql: "r.serial",
        kind: Kind::Int,
        ops: &[Op::Equal],
        sort: true,
    },
    columns: &[
        ListColumn::new("employer_id", "r.employer_id", Kind::Id, &[Op::Equal]),
        ListColumn::new(
            "month",
            "r.month",
            Kind::Month,
            &[Op::Equal, Op::AtLeast, Op::AtMost],
        ),
        ListColumn::new("status", "r.status", Kind::Text, &[Op::Equal]),
        ListColumn::new("payment_code", "r.payment_code", Kind::Text, &[Op::Equal]),
        ListColumn::new("branch_id", "r.branch_id", Kind::Id, &[Op::Equal]),
    ],
    default_sort: "-serial",
    totals: &[
        ("expected_fen", "CAST(SUM(r.expected_fen) AS BIGINT)"),
        ("people", "CAST(SUM(r.people) AS BIGINT)"),
    ],
});

/// The lines of remittances. Always asked for one batch, within which `line_no` is unique.
pub(crate) static REMITTANCE_LINES: List<SealedLine> = List::new(ListInfo {
    name: "remittance_lines",
    given: &[],
    select: "l.line_no, l.account_no, m.member_id, m.name, l.base_fen, l.employer_fen, l.member_fen",
    from: "batch_line l",
    joined: Some(Joined {
        row: "l",
        tables: "LEFT JOIN account a ON a.centre_id = l.centre_id AND a.account_no = l.account_no \
                 LEFT JOIN member m ON m.centre_id = a.centre_id AND m.member_id = a.member_id",
    }),
    filter: "l.centre_id = $1",
    key: ListColumn {
        name: "line_no",
        sql: "l.line_no",
        kind: Kind::Int,
        ops: &[Op::Equal],
        sort: true,
    },
    columns: &[ListColumn::new(
        "batch_id",
        "l.batch_id",
        Kind::Id,
        &[Op::Equal],
    )],
    default_sort: "line_no",
    totals: &[
        ("base_fen", "CAST(SUM(l.base_fen) AS BIGINT)"),
        ("employer_fen", "CAST(SUM(l.employer_fen) AS BIGINT)"),
        ("member_fen", "CAST(SUM(l.member_fen) AS BIGINT)"),
    ],
});
