//! Who pays for an employer.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::employer;
use fund::payer;
use kernel::EmployerId;

use crate::Api;
use crate::export::{Chosen, Export, ExportAsked, ListSheet, or_none, sentence, text};
use crate::extract::{Asked, Named};
use crate::problem::{Answer, ExportRefusals, ReadOneRefusals};
use crate::session::Staff;
use crate::staff::payers::PaidEmployer;
use crate::wire::{Listing, asked};
use crate::workbook::{MEDIA_TYPE, Workbook};

asked!(PayersOfAsked: payer::ARRANGEMENTS.info().0, bound ["employer_id"]);

/// Who pays, paid or will pay for an employer, the latest first.
#[utoipa::path(
    get,
    path = "/api/employers/{id}/payers",
    tag = "employers",
    params(("id" = String, Path, format = "uuid"), PayersOfAsked),
    responses((status = 200, body = Listing<PaidEmployer>), ReadOneRefusals)
)]
pub(crate) async fn list_employer_payers(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(employer_id): Named<EmployerId>,
    Asked(query): Asked,
) -> Answer<Json<Listing<PaidEmployer>>> {
    Ok(Json(
        payer::payers_of(&api.app, &staff.caller, employer_id, &query)
            .await?
            .into(),
    ))
}

static SHEET: ListSheet<PaidEmployer> = ListSheet {
    name: "employer_payers",
    title: "由谁代付",
    columns: &[
        text("payer_name", "代付单位", 32, |row| {
            row.payer_name.clone()
        }),
        text("payer_kind", "代付类型", 12, |row| {
            row.payer_kind.label().to_owned()
        }),
        text("first_day", "代付起日", 12, |row| {
            row.first_day.to_string()
        }),
        text("last_day", "代付止日", 12, |row| or_none(row.last_day)),
        sentence("basis", "依据", |row| row.basis.clone()),
        sentence("ended_reason", "终止依据", |row| {
            or_none(row.ended_reason.as_ref())
        }),
    ],
    filters: &[],
};

/// Who pays for an employer, as an `.xlsx` file: what the list shows. Audited.
#[utoipa::path(
    get,
    path = "/api/employers/{id}/payers/list.xlsx",
    tag = "employers",
    params(("id" = String, Path, format = "uuid"), PayersOfAsked, Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_employer_payers(
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
            Box::pin(payer::payers_of(app, caller, employer_id, query))
        })
        .await
}
