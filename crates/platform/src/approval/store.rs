//! The statements of approvals.

use db::{Bulk, Digest, Digest32, Joined, Kind, List, ListColumn, ListInfo, Op, Sealed};
use kernel::{
    ApprovalFlowId, ApprovalId, ApprovalStepId, BranchId, CentreId, Date, DelegationId, Fen,
    Instant, RoleId, StaffId,
};

use super::APPROVAL_ASK;
use super::delegation::Deputy;
use super::model::{ApprovalStatus, Step, Verdict};
use crate::DataScope;

/// The columns of an [`Approval`], in its order.
macro_rules! approval_columns {
    () => {
        "approval_id, serial, business, subject_kind, subject_id, branch_id, amount_fen, summary, \
         command, flow_id, maker_id, maker_name, asked_at, status, step_no, due_on, ended_at, outcome"
    };
}

db::row! {
    /// A request for approval as it is stored.
    pub(crate) struct Approval {
        pub(crate) approval_id: ApprovalId,
        pub(crate) serial: i64,
        pub(crate) business: String,
        pub(crate) subject_kind: String,
        pub(crate) subject_id: String,
        pub(crate) branch_id: Option<BranchId>,
        pub(crate) amount_fen: Option<Fen>,
        pub(crate) summary: String,
        pub(crate) command: Sealed,
        pub(crate) flow_id: ApprovalFlowId,
        pub(crate) maker_id: StaffId,
        pub(crate) maker_name: String,
        pub(crate) asked_at: Instant,
        pub(crate) status: ApprovalStatus,
        pub(crate) step_no: i64,
        pub(crate) due_on: Date,
        pub(crate) ended_at: Option<Instant>,
        pub(crate) outcome: Option<String>,
    }
}

impl Approval {
    /// The digest of what was asked: all that never changes. `command` is its plain text's, keyed.
    pub(super) fn facts(&self, centre: CentreId, command: Digest32) -> Digest32 {
        Digest::new(APPROVAL_ASK.code)
            .column(centre)
            .column(self.approval_id)
            .int(self.serial)
            .text(&self.business)
            .text(&self.subject_kind)
            .text(&self.subject_id)
            .column(self.branch_id)
            .column(self.amount_fen)
            .text(&self.summary)
            .column(command)
            .column(self.flow_id)
            .column(self.maker_id)
            .text(&self.maker_name)
            .column(self.asked_at)
            .finish()
    }
}

db::row! {
    /// A version of a flow.
    pub(crate) struct Flow {
        pub(crate) flow_id: ApprovalFlowId,
        pub(crate) business: String,
        pub(crate) effective_from: Date,
        pub(crate) source: String,
        pub(crate) reason: String,
        pub(crate) recorded_at: Instant,
        pub(crate) recorded_by: String,
        pub(crate) recorded_by_name: String,
    }
}

db::row! {
    /// A step of a flow.
    pub(crate) struct FlowStep {
        pub(crate) flow_id: ApprovalFlowId,
        pub(crate) step_no: i64,
        pub(crate) role_id: RoleId,
        pub(crate) from_fen: Fen,
        pub(crate) term_days: i64,
    }
}

db::row! {
    /// A step of a request being asked.
    pub(crate) struct NewStepRow {
        pub(crate) step_id: ApprovalStepId,
        pub(crate) approval_id: ApprovalId,
        pub(crate) step_no: i64,
        pub(crate) role_id: RoleId,
        pub(crate) term_days: i64,
    }
}

db::row! {
    /// A step being decided.
    pub(crate) struct Decided {
        pub(crate) step_id: ApprovalStepId,
        pub(crate) verdict: Verdict,
        pub(crate) decided_at: Instant,
        pub(crate) decided_by: StaffId,
        pub(crate) decided_by_name: String,
        pub(crate) instead_of: Option<StaffId>,
        pub(crate) note: Option<String>,
    }
}

db::row! {
    /// Who decides instead of whom.
    pub(crate) struct DelegationRow {
        pub(crate) delegation_id: DelegationId,
        pub(crate) from_staff: StaffId,
        pub(crate) to_staff: StaffId,
        pub(crate) first_day: Date,
        pub(crate) last_day: Date,
        pub(crate) reason: String,
        pub(crate) recorded_at: Instant,
        pub(crate) recorded_by: String,
        pub(crate) ended_at: Option<Instant>,
    }
}

/// The steps of a flow in bulk.
pub(super) const FLOW_STEPS_IN_BULK: Bulk<FlowStep> = Bulk::of("approval_flow_step");

/// Whether the staff member `f` has a role that decides approvals.
macro_rules! decides {
    () => {
        "EXISTS (SELECT 1 FROM staff_role g
             JOIN role_action c ON c.centre_id = g.centre_id AND c.role_id = g.role_id
             WHERE g.centre_id = f.centre_id AND g.staff_id = f.staff_id
                 AND c.action = 'approval.decide')"
    };
}

db::statements! {
    /// The flow of a business that holds on a day.
    FLOW_ON: (String, Date) => (ApprovalFlowId,) =
        "SELECT flow_id FROM approval_flow
         WHERE centre_id = $1 AND business = $2 AND effective_from <= $3
         ORDER BY effective_from DESC LIMIT 1";
    /// The steps of a flow.
    STEPS_OF_FLOW: (ApprovalFlowId,) => FlowStep =
        "SELECT flow_id, step_no, role_id, from_fen, term_days FROM approval_flow_step
         WHERE centre_id = $1 AND flow_id = $2 ORDER BY step_no";
    /// A flow; no row when the business has one from that day.
    INSERT_FLOW: Flow => () =
        "INSERT INTO approval_flow (centre_id, flow_id, business, effective_from, source, reason,
             recorded_at, recorded_by, recorded_by_name)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (centre_id, business, effective_from) DO NOTHING";
    /// Every flow, each business's latest first.
    ALL_FLOWS: () => Flow =
        "SELECT flow_id, business, effective_from, source, reason, recorded_at, recorded_by,
             recorded_by_name
         FROM approval_flow WHERE centre_id = $1 ORDER BY business, effective_from DESC";
    /// A request; no row when the thing waits for one already.
    INSERT_APPROVAL: Approval => () =
        concat!("INSERT INTO approval (centre_id, ", approval_columns!(), ")
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
             $19)
         ON CONFLICT (centre_id, business, subject_kind, subject_id)
             WHERE status IN ('pending', 'approved') DO NOTHING");
    /// A step of a request.
    INSERT_STEP: NewStepRow => () =
        "INSERT INTO approval_step (centre_id, step_id, approval_id, step_no, role_id, term_days)
         VALUES ($1, $2, $3, $4, $5, $6)";
    /// A request.
    APPROVAL_BY_ID: (ApprovalId,) => Approval =
        concat!("SELECT ", approval_columns!(), " FROM approval
         WHERE centre_id = $1 AND approval_id = $2");
    /// A request, kept from another decision.
    APPROVAL_LOCKED [for update]: (ApprovalId,) => Approval =
        concat!("SELECT ", approval_columns!(), " FROM approval
         WHERE centre_id = $1 AND approval_id = $2");
    /// What waits for approval of a thing, the latest first.
    OPEN_OF_SUBJECT: (String, String) => Approval =
        concat!("SELECT ", approval_columns!(), " FROM approval
         WHERE centre_id = $1 AND subject_kind = $2 AND subject_id = $3
             AND status IN ('pending', 'approved')
         ORDER BY approval_id DESC");
    /// The steps of a request, in order.
    STEPS_OF: (ApprovalId,) => Step =
        "SELECT s.step_id, s.step_no, s.role_id, r.name, s.term_days, s.verdict, s.decided_at,
             s.decided_by, s.decided_by_name, s.instead_of, s.note
         FROM approval_step s
         JOIN role r ON r.centre_id = s.centre_id AND r.role_id = s.role_id
         WHERE s.centre_id = $1 AND s.approval_id = $2 ORDER BY s.step_no";
    /// A step is decided.
    DECIDE_STEP: Decided => () =
        "UPDATE approval_step
         SET verdict = $3, decided_at = $4, decided_by = $5, decided_by_name = $6,
             instead_of = $7, note = $8
         WHERE centre_id = $1 AND step_id = $2 AND verdict IS NULL";
    /// A request goes on to its next step.
    GO_ON: (ApprovalId, i64, Date) => () =
        "UPDATE approval SET step_no = $3, due_on = $4
         WHERE centre_id = $1 AND approval_id = $2 AND status = 'pending'";
    /// Every step of a request is approved.
    MARK_APPROVED: (ApprovalId,) => () =
        "UPDATE approval SET status = 'approved'
         WHERE centre_id = $1 AND approval_id = $2 AND status = 'pending'";
    /// A request ends.
    END: (ApprovalId, ApprovalStatus, Instant, Option<String>) => () =
        "UPDATE approval SET status = $3, ended_at = $4, outcome = $5
         WHERE centre_id = $1 AND approval_id = $2 AND status IN ('pending', 'approved')";
    /// Who has a role, works here and may decide, and whether a deputy stands in for them on a day.
    HOLDERS: (RoleId, StaffId, Date) => (StaffId, String, Option<BranchId>, DataScope, bool) =
        concat!("SELECT f.staff_id, f.name, f.branch_id, r.data_scope, EXISTS (
             SELECT 1 FROM delegation d
             WHERE d.centre_id = f.centre_id AND d.from_staff = f.staff_id AND d.to_staff = $3
                 AND d.first_day <= $4 AND d.last_day >= $4 AND d.ended_at IS NULL)
         FROM staff_role sr
         JOIN role r ON r.centre_id = sr.centre_id AND r.role_id = sr.role_id
         JOIN staff f ON f.centre_id = sr.centre_id AND f.staff_id = sr.staff_id
         WHERE sr.centre_id = $1 AND sr.role_id = $2 AND f.status = 'active' AND ", decides!(), "
         ORDER BY f.sign_in_name");
    /// The role of a code.
    ROLE_OF_CODE: (String,) => (RoleId,) =
        "SELECT role_id FROM role WHERE centre_id = $1 AND code = $2";
    /// Whether a role decides approvals.
    ROLE_DECIDES: (RoleId,) => (RoleId,) =
        "SELECT role_id FROM role_action
         WHERE centre_id = $1 AND role_id = $2 AND action = 'approval.decide'";
    /// Whether somebody works here and may decide approvals.
    DECIDES: (StaffId,) => (StaffId,) =
        concat!("SELECT f.staff_id FROM staff f
         WHERE f.centre_id = $1 AND f.staff_id = $2 AND f.status = 'active' AND ", decides!());
    /// Who may decide approvals, with the names of their branches.
    DEPUTIES: () => Deputy =
        concat!("SELECT f.staff_id, f.name, b.name FROM staff f
         LEFT JOIN branch b ON b.centre_id = f.centre_id AND b.branch_id = f.branch_id
         WHERE f.centre_id = $1 AND f.status = 'active' AND ", decides!(), "
         ORDER BY f.sign_in_name");
    /// Somebody decides instead of somebody.
    INSERT_DELEGATION: DelegationRow => () =
        "INSERT INTO delegation (centre_id, delegation_id, from_staff, to_staff, first_day,
             last_day, reason, recorded_at, recorded_by, ended_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    /// Who decides instead of whom, the latest first.
    DELEGATIONS: () => DelegationRow =
        "SELECT delegation_id, from_staff, to_staff, first_day, last_day, reason, recorded_at,
             recorded_by, ended_at
         FROM delegation WHERE centre_id = $1 ORDER BY delegation_id DESC";
    /// A delegation, kept from another change.
    DELEGATION_LOCKED [for update]: (DelegationId,) => DelegationRow =
        "SELECT delegation_id, from_staff, to_staff, first_day, last_day, reason, recorded_at,
             recorded_by, ended_at
         FROM delegation WHERE centre_id = $1 AND delegation_id = $2";
    /// A delegation ends before its time.
    END_DELEGATION: (DelegationId, Instant) => () =
        "UPDATE delegation SET ended_at = $3
         WHERE centre_id = $1 AND delegation_id = $2 AND ended_at IS NULL";
    /// Requests in the order of their ids, a page of them.
    APPROVALS_AFTER: (ApprovalId, i64) => Approval =
        concat!("SELECT ", approval_columns!(), " FROM approval
         WHERE centre_id = $1 AND approval_id > $2 ORDER BY approval_id LIMIT $3");
    /// Flows in the order of their ids, a page of them.
    FLOWS_AFTER: (ApprovalFlowId, i64) => Flow =
        "SELECT flow_id, business, effective_from, source, reason, recorded_at, recorded_by,
             recorded_by_name
         FROM approval_flow WHERE centre_id = $1 AND flow_id > $2 ORDER BY flow_id LIMIT $3";
    /// The steps of flows, from one to another, both included.
    FLOW_STEPS_BETWEEN: (ApprovalFlowId, ApprovalFlowId) => FlowStep =
        "SELECT flow_id, step_no, role_id, from_fen, term_days FROM approval_flow_step
         WHERE centre_id = $1 AND flow_id BETWEEN $2 AND $3 ORDER BY flow_id, step_no";
    /// The steps of requests as they began, from one request to another, both included.
    STEPS_BETWEEN: (ApprovalId, ApprovalId) => NewStepRow =
        "SELECT step_id, approval_id, step_no, role_id, term_days FROM approval_step
         WHERE centre_id = $1 AND approval_id BETWEEN $2 AND $3 ORDER BY approval_id, step_no";
    /// Delegations in the order of their ids, a page of them.
    DELEGATIONS_AFTER: (DelegationId, i64) => DelegationRow =
        "SELECT delegation_id, from_staff, to_staff, first_day, last_day, reason, recorded_at,
             recorded_by, ended_at
         FROM delegation WHERE centre_id = $1 AND delegation_id > $2
         ORDER BY delegation_id LIMIT $3";
    /// Decided steps in the order of their ids, a page of them.
    DECIDED_AFTER: (ApprovalStepId, i64) => Decided =
        "SELECT step_id, verdict, decided_at, decided_by, decided_by_name, instead_of, note
         FROM approval_step
         WHERE centre_id = $1 AND step_id > $2 AND verdict IS NOT NULL
         ORDER BY step_id LIMIT $3";
}

db::row! {
    /// A request as the list shows it.
    pub struct ApprovalRow {
        /// Its id.
        pub approval_id: ApprovalId,
        /// 审批流水号, a plain counter; people see [`serial_text`](super::serial_text).
        pub serial: i64,
        /// The business: an action's code.
        pub business: String,
        /// What kind of thing it is about.
        pub subject_kind: String,
        /// Which.
        pub subject_id: String,
        /// The branch that it belongs to; the centre's without one.
        pub branch_id: Option<BranchId>,
        /// Its name.
        pub branch_name: Option<String>,
        /// How much money it moves.
        pub amount_fen: Option<Fen>,
        /// The sentence that an approver reads.
        pub summary: String,
        /// Who asked.
        pub maker_id: StaffId,
        /// The name then.
        pub maker_name: String,
        /// When.
        pub asked_at: Instant,
        /// How it stands.
        pub status: ApprovalStatus,
        /// The step that it stands at.
        pub step_no: i64,
        /// The role that decides that step.
        pub role_name: String,
        /// The day by which it should be decided.
        pub due_on: Date,
        /// When it ended.
        pub ended_at: Option<Instant>,
        /// What came of it.
        pub outcome: Option<String>,
    }
}

/// Whether a request waits for the staff member `$2`, whose id is `$6` as text, on the day `$3`: the same
/// rule as [`may_decide`](super::rule::may_decide), which has the last word. A deputy of whom a request
/// is about finds it here and is refused there: two forms of an id don't compare in SQL.
macro_rules! waits_for_me {
    () => {
        "(a.status = 'pending' AND a.maker_id <> $2 \
     AND (a.subject_kind <> 'staff' OR a.subject_id <> $6) \
     AND NOT EXISTS (SELECT 1 FROM approval_step o \
          WHERE o.centre_id = a.centre_id AND o.approval_id = a.approval_id AND o.decided_by = $2) \
     AND EXISTS (SELECT 1 FROM approval_step s \
          JOIN staff_role h ON h.centre_id = s.centre_id AND h.role_id = s.role_id \
          JOIN role r ON r.centre_id = h.centre_id AND r.role_id = h.role_id \
          JOIN staff f ON f.centre_id = h.centre_id AND f.staff_id = h.staff_id \
         WHERE s.centre_id = a.centre_id AND s.approval_id = a.approval_id AND s.step_no = a.step_no \
           AND f.status = 'active' AND (r.data_scope = 'centre' OR f.branch_id = a.branch_id) \
           AND (f.staff_id = $2 OR (f.staff_id <> a.maker_id \
                AND NOT EXISTS (SELECT 1 FROM approval_step p WHERE p.centre_id = a.centre_id \
                     AND p.approval_id = a.approval_id AND p.decided_by = f.staff_id) \
                AND EXISTS (SELECT 1 FROM delegation d \
                     WHERE d.centre_id = f.centre_id AND d.from_staff = f.staff_id \
                       AND d.to_staff = $2 AND d.first_day <= $3 AND d.last_day >= $3 \
                       AND d.ended_at IS NULL)))))"
    };
}

/// Requests for approval, those due first at the top: given who looks, the day, whether they see the
/// whole centre, else the branch that they see, and who looks once more as text. What one asks, and what waits for one, one sees.
pub static APPROVALS: List<ApprovalRow> = List::new(ListInfo {
    name: "approvals",
    given: &[Kind::Id, Kind::Date, Kind::Bool, Kind::Id, Kind::Text],
    select: "a.approval_id, a.serial, a.business, a.subject_kind, a.subject_id, a.branch_id, b.name, \
             a.amount_fen, a.summary, a.maker_id, a.maker_name, a.asked_at, a.status, a.step_no, \
             o.name, a.due_on, a.ended_at, a.outcome",
    from: "approval a",
    joined: Some(Joined {
        row: "a",
        tables: "LEFT JOIN branch b ON b.centre_id = a.centre_id AND b.branch_id = a.branch_id \
                 LEFT JOIN approval_step s ON s.centre_id = a.centre_id \
                       AND s.approval_id = a.approval_id AND s.step_no = a.step_no \
                 LEFT JOIN role o ON o.centre_id = s.centre_id AND o.role_id = s.role_id",
    }),
    filter: concat!(
        "a.centre_id = $1 AND ($4 OR a.branch_id = $5 OR a.maker_id = $2 OR ",
        waits_for_me!(),
        ")"
    ),
    key: ListColumn::new("approval_id", "a.approval_id", Kind::Id, &[Op::Equal]).sorted(),
    columns: &[
        ListColumn::new("due_on", "a.due_on", Kind::Date, &[Op::AtLeast, Op::AtMost]).sorted(),
        ListColumn::new("serial", "a.serial", Kind::Int, &[Op::Equal]),
        ListColumn::new("status", "a.status", Kind::Text, &[Op::Equal]),
        ListColumn::new("business", "a.business", Kind::Text, &[Op::Equal]),
        ListColumn::new("maker_id", "a.maker_id", Kind::Id, &[Op::Equal]),
        ListColumn::new("branch_id", "a.branch_id", Kind::Id, &[Op::Equal]),
        ListColumn::new("subject_id", "a.subject_id", Kind::Text, &[Op::Equal]),
        ListColumn::new("waits_for_me", waits_for_me!(), Kind::Bool, &[Op::Holds]),
    ],
    default_sort: "-approval_id",
    totals: &[],
});
