//! `/api/rosters`: 清册.

mod confirm;
mod discard;
mod findings_workbook;
mod line_totals;
mod lines;
mod lines_workbook;
mod list;
mod missing;
mod missing_totals;
mod show;
mod template;
mod totals;

pub(crate) use confirm::RemittanceAssessed;
pub(crate) use findings_workbook::FindingsAsked;
pub(crate) use lines::RosterLine;
pub(crate) use list::RosterSummary;
pub(crate) use missing::{MissingAsked, MissingMember};
pub(crate) use show::Roster;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;
use crate::workbook::Workbook;
use fund::roster;
use kernel::{Result, RosterId};
use platform::{App, Caller};

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(template::roster_template))
        .routes(routes!(list::list_rosters))
        .routes(routes!(totals::total_rosters))
        .routes(routes!(list::export_rosters))
        .routes(routes!(show::show_roster))
        .routes(routes!(lines::list_roster_lines))
        .routes(routes!(line_totals::total_roster_lines))
        .routes(routes!(lines::export_roster_line_list))
        .routes(routes!(missing::list_missing_members))
        .routes(routes!(missing_totals::total_missing_members))
        .routes(routes!(missing::export_missing_members))
        .routes(routes!(confirm::confirm_roster))
        .routes(routes!(discard::discard_roster))
        .routes(routes!(findings_workbook::export_roster_findings))
        .routes(routes!(lines_workbook::export_roster_lines))
}

/// A roster that leaves the system.
pub(crate) fn workbook(exported: fund::roster::Exported) -> Workbook {
    Workbook {
        name: exported.name,
        plain_name: "roster",
        bytes: exported.bytes,
    }
}

/// The empty roster.
pub(crate) fn template_workbook(bytes: Vec<u8>) -> Workbook {
    Workbook {
        name: "汇缴清册模板".to_owned(),
        plain_name: "roster",
        bytes,
    }
}

/// What people call a roster.
async fn in_words(app: &App, caller: &Caller, roster_id: RosterId) -> Result<String> {
    let of = roster::roster(app, caller, roster_id).await?.summary;
    Ok(format!("{}　{} 清册", of.employer_name, of.month))
}

crate::wire::code_schema! {
    RosterStatusCode = fund::roster::RosterStatus;
    RosterChangeCode = fund::roster::Change;
    RosterPartCode = fund::roster::Part;
}
