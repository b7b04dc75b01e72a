//! What happened with an employer.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::employer;
use fund::timeline::EventKind;
use kernel::EmployerId;

use crate::Api;
use crate::export::{Chosen, Export, ExportAsked, ListSheet, code_words};
use crate::extract::{Asked, Named};
use crate::problem::{Answer, ExportRefusals, ReadOneRefusals};
use crate::session::Staff;
use crate::staff::timeline::{COLUMNS, TimelineEvent};
use crate::wire::{Listing, asked};
use crate::workbook::{MEDIA_TYPE, Workbook};

asked!(TimelineAsked: employer::TIMELINE.info().0);

/// What happened with an employer, the latest first. What the caller may not read elsewhere isn't there.
#[utoipa::path(
    get,
    path = "/api/employers/{id}/timeline",
    tag = "employers",
    params(("id" = String, Path, format = "uuid"), TimelineAsked),
    responses((status = 200, body = Listing<TimelineEvent>), ReadOneRefusals)
)]
pub(crate) async fn list_employer_timeline(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(employer_id): Named<EmployerId>,
    Asked(query): Asked,
) -> Answer<Json<Listing<TimelineEvent>>> {
    Ok(Json(
        employer::timeline(&api.app, &staff.caller, employer_id, &query)
            .await?
            .into(),
    ))
}

static SHEET: ListSheet<TimelineEvent> = ListSheet {
    name: "employer_timeline",
    title: "单位时间线",
    columns: COLUMNS,
    filters: &[("kind", code_words!(EventKind))],
};

/// What happened with an employer, as an `.xlsx` file. Audited.
#[utoipa::path(
    get,
    path = "/api/employers/{id}/timeline/list.xlsx",
    tag = "employers",
    params(("id" = String, Path, format = "uuid"), TimelineAsked, Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_employer_timeline(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(employer_id): Named<EmployerId>,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    let of = employer::show(&export.app, &staff.caller, employer_id)
        .await?
        .summary;
    let words = format!("单位：{} {}", of.employer_no, of.name);
    export
        .of(&employer_id, words)
        .list(&SHEET, asked, move |app, caller, query| {
            Box::pin(employer::timeline(app, caller, employer_id, query))
        })
        .await
}
