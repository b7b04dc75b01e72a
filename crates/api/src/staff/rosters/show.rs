//! One roster.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::roster::{self, RosterView};
use kernel::RosterId;
use serde::Serialize;
use utoipa::ToSchema;

use super::list::RosterSummary;
use crate::Api;
use crate::extract::Named;
use crate::problem::{Answer, ReadOneRefusals};
use crate::session::Staff;

/// 清册.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Roster {
    #[serde(flatten)]
    summary: RosterSummary,
    /// The uploaded file.
    file: String,
    /// Titles of columns that nothing was read from.
    unknown_columns: Vec<String>,
    skipped_rows: Vec<SkippedRow>,
    /// What to know of how the file was read: hidden rows, several sheets, old ID numbers.
    notes: Vec<RosterNote>,
    /// How amounts were rounded, in words.
    rounding: &'static str,
    /// What the caller may do with it: `confirm`, `discard`, `export`.
    can: Vec<&'static str>,
}

/// A row of the file that is no line of the roster.
#[derive(Debug, Serialize, ToSchema)]
struct SkippedRow {
    /// As the spreadsheet program numbers it.
    row: i64,
    reason: String,
}

impl From<roster::SkippedRow> for SkippedRow {
    fn from(roster::SkippedRow { row, reason }: roster::SkippedRow) -> SkippedRow {
        SkippedRow { row, reason }
    }
}

/// Something to know of how a file was read; it keeps nothing back.
#[derive(Debug, Serialize, ToSchema)]
struct RosterNote {
    code: String,
    sentence: String,
}

impl From<roster::Note> for RosterNote {
    fn from(roster::Note { code, sentence }: roster::Note) -> RosterNote {
        RosterNote { code, sentence }
    }
}

impl From<RosterView> for Roster {
    fn from(view: RosterView) -> Roster {
        Roster {
            summary: view.summary.into(),
            file: view.file.hex(),
            unknown_columns: view.unknown_columns,
            skipped_rows: view.skipped_rows.into_iter().map(Into::into).collect(),
            notes: view.notes.into_iter().map(Into::into).collect(),
            rounding: view.rounding.label(),
            can: view.can,
        }
    }
}

/// One roster.
#[utoipa::path(
    get,
    path = "/api/rosters/{id}",
    tag = "rosters",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = Roster), ReadOneRefusals)
)]
pub(crate) async fn show_roster(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(roster_id): Named<RosterId>,
) -> Answer<Json<Roster>> {
    Ok(Json(
        roster::roster(&api.app, &staff.caller, roster_id)
            .await?
            .into(),
    ))
}
