//! The list of rosters.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::roster::{self, RosterStatus};
use kernel::{EmployerId, Fen, Instant, Month, RemittanceId, RosterId};
use serde::Serialize;
use utoipa::ToSchema;

use super::RosterStatusCode;
use crate::Api;
use crate::export::{
    Chosen, Export, ExportAsked, ListSheet, Words, amount, code_words, count, summed, text,
};
use crate::extract::Asked;
use crate::problem::{Answer, ExportRefusals, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Id, Listing, Moment, YearMonth, asked};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// 清册 as its list shows it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RosterSummary {
    #[schema(value_type = Id)]
    roster_id: RosterId,
    #[schema(value_type = Id)]
    employer_id: EmployerId,
    employer_name: String,
    /// 缴存年月.
    #[schema(value_type = YearMonth)]
    month: Month,
    #[schema(value_type = RosterStatusCode)]
    status: RosterStatus,
    rows: i64,
    /// Rows that keep it from being confirmed.
    faulty_rows: i64,
    /// 新开户.
    new_accounts: i64,
    /// 基数调整.
    changed_bases: i64,
    /// 启封: sealed here before, taken up again.
    unsealed_accounts: i64,
    /// 转入: sealed elsewhere before, brought over.
    transferred_accounts: i64,
    /// Contributing members of the employer who don't stand in it.
    missing_members: i64,
    #[schema(value_type = i64)]
    employer_amount_fen: Fen,
    #[schema(value_type = i64)]
    member_amount_fen: Fen,
    /// Both sides.
    #[schema(value_type = i64)]
    total_fen: Fen,
    #[schema(value_type = Moment)]
    created_at: Instant,
    created_by: String,
    /// The remittance assessed from it.
    #[schema(value_type = Option<Id>)]
    remittance_id: Option<RemittanceId>,
}

impl From<roster::RosterSummary> for RosterSummary {
    fn from(row: roster::RosterSummary) -> RosterSummary {
        RosterSummary {
            total_fen: row.total_fen(),
            roster_id: row.roster_id,
            employer_id: row.employer_id,
            employer_name: row.employer_name,
            month: row.month,
            status: row.status,
            rows: row.rows,
            faulty_rows: row.faulty_rows,
            new_accounts: row.new_accounts,
            changed_bases: row.changed_bases,
            unsealed_accounts: row.unsealed_accounts,
            transferred_accounts: row.transferred_accounts,
            missing_members: row.missing_members,
            employer_amount_fen: row.employer_amount_fen,
            member_amount_fen: row.member_amount_fen,
            created_at: row.created_at,
            created_by: row.created_by,
            remittance_id: row.remittance_id,
        }
    }
}

asked!(RostersAsked: roster::ROSTERS.info().0);

/// The rosters that the caller may see, newest first.
#[utoipa::path(
    get,
    path = "/api/rosters",
    tag = "rosters",
    params(RostersAsked),
    responses((status = 200, body = Listing<RosterSummary>), ReadRefusals)
)]
pub(crate) async fn list_rosters(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Listing<RosterSummary>>> {
    Ok(Json(
        roster::rosters(&api.app, &staff.caller, &query)
            .await?
            .into(),
    ))
}

static SHEET: ListSheet<RosterSummary> = ListSheet {
    name: "rosters",
    title: "清册",
    columns: &[
        text("created_at", "上传时间", 20, |row| {
            row.created_at.in_china()
        }),
        text("employer_name", "缴存单位", 36, |row| {
            row.employer_name.clone()
        }),
        text("month", "汇缴年月", 10, |row| row.month.to_string()),
        text("status", "状态", 12, |row| row.status.label().to_owned()),
        summed(count("rows", "人数", |row| Some(row.rows))),
        count("faulty_rows", "有误", |row| Some(row.faulty_rows)),
        summed(amount("total_fen", "金额", |row| Some(row.total_fen))),
        text("created_by", "上传人", 12, |row| row.created_by.clone()),
    ],
    filters: &[
        ("status", code_words!(RosterStatus)),
        ("employer_id", Words::OfRow(|row| row.employer_name.clone())),
    ],
};

/// The rosters that the filters select, as an `.xlsx` file: what the list shows. Audited.
#[utoipa::path(
    get,
    path = "/api/rosters/list.xlsx",
    tag = "rosters",
    params(RostersAsked, Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_rosters(
    State(api): State<Arc<Api>>,
    staff: Staff,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    export
        .list(&SHEET, asked, |app, caller, query| {
            Box::pin(roster::rosters(app, caller, query))
        })
        .await
}
