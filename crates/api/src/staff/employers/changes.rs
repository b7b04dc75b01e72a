//! What was changed of an employer since it was registered.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::employer::{self, Change, Field};
use kernel::{EmployerId, Instant};
use serde::Serialize;
use utoipa::ToSchema;

use super::EmployerFieldCode;
use crate::Api;
use crate::export::{Chosen, Export, ExportAsked, ListSheet, count, sentence, text};
use crate::extract::Named;
use crate::problem::{Answer, ExportRefusals, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::{Items, Moment};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// A field of an employer that was changed. What is personal is masked.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EmployerFieldChange {
    /// Counts from 1 in the employer; fields changed at once share it.
    change_no: i64,
    #[schema(value_type = EmployerFieldCode)]
    field: Field,
    /// What it held, a code by its word; null where it was empty.
    before: Option<String>,
    /// What it holds since.
    after: Option<String>,
    /// 变更依据.
    basis: String,
    #[schema(value_type = Moment)]
    made_at: Instant,
    /// By whom.
    made_by_name: String,
}

impl From<Change> for EmployerFieldChange {
    fn from(row: Change) -> EmployerFieldChange {
        EmployerFieldChange {
            change_no: row.change_no,
            field: row.field,
            before: row.before,
            after: row.after,
            basis: row.basis,
            made_at: row.made_at,
            made_by_name: row.made_by_name,
        }
    }
}

/// What was changed of an employer since it was registered, the latest first.
#[utoipa::path(
    get,
    path = "/api/employers/{id}/changes",
    tag = "employers",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = Items<EmployerFieldChange>), ReadOneRefusals)
)]
pub(crate) async fn list_employer_changes(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(employer_id): Named<EmployerId>,
) -> Answer<Json<Items<EmployerFieldChange>>> {
    Ok(Json(Items::of(
        employer::changes(&api.app, &staff.caller, employer_id).await?,
    )))
}

static SHEET: ListSheet<EmployerFieldChange> = ListSheet {
    name: "employer_changes",
    title: "单位信息变更",
    columns: &[
        text("made_at", "时间", 20, |row| row.made_at.in_china()),
        count("change_no", "变更次序", |row| Some(row.change_no)),
        text("field", "变更项目", 20, |row| {
            row.field.label().to_owned()
        }),
        text("before", "变更前", 36, |row| {
            row.before.clone().unwrap_or_default()
        }),
        text("after", "变更后", 36, |row| {
            row.after.clone().unwrap_or_default()
        }),
        sentence("basis", "变更依据", |row| row.basis.clone()),
        text("made_by_name", "经办", 12, |row| row.made_by_name.clone()),
    ],
    filters: &[],
};

/// What was changed of an employer since it was registered, as an `.xlsx` file. Audited.
#[utoipa::path(
    get,
    path = "/api/employers/{id}/changes/list.xlsx",
    tag = "employers",
    params(("id" = String, Path, format = "uuid"), Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_employer_changes(
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
    let rows = employer::changes(&export.app, &staff.caller, employer_id).await?;
    let rows = rows.into_iter().map(EmployerFieldChange::from).collect();
    export
        .of(&employer_id, words)
        .whole(&SHEET, asked, rows)
        .await
}
