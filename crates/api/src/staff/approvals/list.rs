//! The list of requests for approval: the inbox, one's own, all.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{ApprovalId, BranchId, Date, Fen, Instant, StaffId};
use platform::Action;
use platform::approval::{self, APPROVALS, ApprovalRow, ApprovalStatus};
use serde::Serialize;
use utoipa::ToSchema;

use super::ApprovalStatusCode;
use crate::Api;
use crate::export::{
    Chosen, Export, ExportAsked, ListSheet, Words, amount, code_words, or_none, sentence, text,
};
use crate::extract::Asked;
use crate::problem::{Answer, ExportRefusals, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id, Listing, Moment, asked};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// 审批: what somebody asks and others approve before it is done.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ApprovalSummary {
    #[schema(value_type = Id)]
    approval_id: ApprovalId,
    /// 审批流水号.
    serial: String,
    /// The business: an action's code.
    business: String,
    /// What people call it.
    business_label: String,
    /// What kind of thing it is about, as the trail names its subjects.
    subject_kind: String,
    /// Which.
    subject_id: String,
    #[schema(value_type = Option<Id>)]
    branch_id: Option<BranchId>,
    /// 管理部; the centre's where it is missing.
    branch_name: Option<String>,
    /// How much money it moves.
    #[schema(value_type = Option<i64>)]
    amount_fen: Option<Fen>,
    /// What is asked, in a sentence.
    summary: String,
    #[schema(value_type = Id)]
    maker_id: StaffId,
    /// 提交人.
    maker_name: String,
    #[schema(value_type = Moment)]
    asked_at: Instant,
    #[schema(value_type = ApprovalStatusCode)]
    status: ApprovalStatus,
    /// The step that it stands at, from 1.
    step_no: i64,
    /// The role that decides that step.
    role_name: String,
    /// The day by which that step should be decided.
    #[schema(value_type = Day)]
    due_on: Date,
    /// Whether it is past that day and still waits.
    overdue: bool,
    #[schema(value_type = Option<Moment>)]
    ended_at: Option<Instant>,
    /// What came of it.
    outcome: Option<String>,
}

impl ApprovalSummary {
    /// A row of the list; `today` tells what is overdue.
    pub(super) fn of(row: ApprovalRow, actions: &[&Action], today: Date) -> ApprovalSummary {
        let known = actions.iter().find(|action| action.code == row.business);
        ApprovalSummary {
            approval_id: row.approval_id,
            serial: approval::serial_text(row.serial),
            business_label: known.map_or_else(|| row.business.clone(), |one| one.label.to_owned()),
            business: row.business,
            subject_kind: row.subject_kind,
            subject_id: row.subject_id,
            branch_id: row.branch_id,
            branch_name: row.branch_name,
            amount_fen: row.amount_fen,
            summary: row.summary,
            maker_id: row.maker_id,
            maker_name: row.maker_name,
            asked_at: row.asked_at,
            overdue: row.status == ApprovalStatus::Pending && row.due_on < today,
            status: row.status,
            step_no: row.step_no,
            role_name: row.role_name,
            due_on: row.due_on,
            ended_at: row.ended_at,
            outcome: row.outcome,
        }
    }
}

asked!(ApprovalsAsked: APPROVALS.info().0);

/// The requests that the caller may see, the latest first; `waits_for_me=true` is the inbox.
#[utoipa::path(
    get,
    path = "/api/approvals",
    tag = "approvals",
    params(ApprovalsAsked),
    responses((status = 200, body = Listing<ApprovalSummary>), ReadRefusals)
)]
pub(crate) async fn list_approvals(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Listing<ApprovalSummary>>> {
    let today = api.app.clock.today();
    let page = approval::approvals(&api.app, &staff.caller, &query).await?;
    Ok(Json(Listing::of(page, |row| {
        ApprovalSummary::of(row, &api.actions, today)
    })))
}

static SHEET: ListSheet<ApprovalSummary> = ListSheet {
    name: "approvals",
    title: "审批",
    columns: &[
        text("serial", "审批流水", 16, |row| row.serial.clone()),
        text("business_label", "业务", 16, |row| {
            row.business_label.clone()
        }),
        sentence("summary", "事项", |row| row.summary.clone()),
        amount("amount_fen", "金额", |row| row.amount_fen),
        text("branch", "管理部", 16, |row| {
            or_none(row.branch_name.as_ref())
        }),
        text("maker_name", "提交人", 12, |row| row.maker_name.clone()),
        text("asked_at", "提交时间", 18, |row| {
            row.asked_at.in_china()
        }),
        text("role_name", "当前环节", 16, |row| row.role_name.clone()),
        text("due_on", "办理期限", 12, |row| row.due_on.to_string()),
        text("status", "状态", 12, |row| row.status.label().to_owned()),
        sentence("outcome", "结果", |row| or_none(row.outcome.as_ref())),
    ],
    filters: &[
        ("status", code_words!(ApprovalStatus)),
        ("maker_id", Words::OfRow(|row| row.maker_name.clone())),
    ],
};

/// The requests that the filters select, as an `.xlsx` file: what the list shows. Audited.
#[utoipa::path(
    get,
    path = "/api/approvals/list.xlsx",
    tag = "approvals",
    params(ApprovalsAsked, Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_approvals(
    State(api): State<Arc<Api>>,
    staff: Staff,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    export
        .list(&SHEET, asked, |app, caller, query| {
            let api = Arc::clone(&api);
            Box::pin(async move {
                let page = approval::approvals(app, caller, query).await?;
                let today = app.clock.today();
                let row = |row| ApprovalSummary::of(row, &api.actions, today);
                Ok(db::Listing {
                    items: page.items.into_iter().map(row).collect(),
                    next: page.next,
                    count: page.count,
                })
            })
        })
        .await
}
