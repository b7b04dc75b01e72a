//! The lines of a roster.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::roster::{self, Change, Finding, LineView};
use kernel::{AccountNo, Fen, Month, Rate, RosterId};
use serde::Serialize;
use utoipa::ToSchema;

use super::RosterChangeCode;
use crate::Api;
use crate::extract::{Asked, Named};
use crate::problem::{Answer, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::{Listing, Number, YearMonth, asked, named};

/// A line of a roster. What is personal is masked; amounts are null where the row doesn't allow to
/// tell.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RosterLine {
    line_no: i64,
    /// The row in the file, as the spreadsheet program numbers it.
    sheet_row: i64,
    name: String,
    id_number: String,
    #[schema(value_type = Option<Number>)]
    account_no: Option<AccountNo>,
    #[schema(value_type = RosterChangeCode)]
    change: Change,
    #[schema(value_type = Option<i64>)]
    base_fen: Option<Fen>,
    #[schema(value_type = Option<i64>)]
    employer_rate_ppb: Option<Rate>,
    #[schema(value_type = Option<i64>)]
    member_rate_ppb: Option<Rate>,
    #[schema(value_type = Option<i64>)]
    employer_fen: Option<Fen>,
    #[schema(value_type = Option<i64>)]
    member_fen: Option<Fen>,
    /// 起缴年月, of a line by which the employer begins to contribute.
    #[schema(value_type = Option<YearMonth>)]
    first_month: Option<Month>,
    /// Everything wrong with it.
    findings: Vec<RosterFinding>,
}

/// One thing wrong with a line.
#[derive(Debug, Serialize, ToSchema)]
struct RosterFinding {
    code: String,
    /// The title of the column.
    column: String,
    /// What would be right.
    sentence: String,
}

impl From<Finding> for RosterFinding {
    fn from(
        Finding {
            code,
            column,
            sentence,
        }: Finding,
    ) -> RosterFinding {
        RosterFinding {
            code,
            column,
            sentence,
        }
    }
}

impl From<LineView> for RosterLine {
    fn from(line: LineView) -> RosterLine {
        RosterLine {
            line_no: line.line_no,
            sheet_row: line.sheet_row,
            name: line.name,
            id_number: line.id_number,
            account_no: line.account_no,
            change: line.change,
            base_fen: line.base_fen,
            employer_rate_ppb: line.employer_rate,
            member_rate_ppb: line.member_rate,
            employer_fen: line.employer_fen,
            member_fen: line.member_fen,
            first_month: line.first_month,
            findings: line.findings.into_iter().map(Into::into).collect(),
        }
    }
}

asked!(LinesAsked: named(fund::lists(), "roster_lines"), bound ["roster_id"]);

/// The lines of a roster.
#[utoipa::path(
    get,
    path = "/api/rosters/{id}/lines",
    tag = "rosters",
    params(("id" = String, Path, format = "uuid"), LinesAsked),
    responses((status = 200, body = Listing<RosterLine>), ReadOneRefusals)
)]
pub(crate) async fn list_roster_lines(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(roster_id): Named<RosterId>,
    Asked(query): Asked,
) -> Answer<Json<Listing<RosterLine>>> {
    Ok(Json(
        roster::lines(&api.app, &staff.caller, roster_id, &query)
            .await?
            .into(),
    ))
}
