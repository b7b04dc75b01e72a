//! For whom a payer pays.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::payer::{self, PayerKind};
use kernel::{ArrangementId, Date, EmployerId, EmployerNo, Instant, PayerId};
use serde::Serialize;
use utoipa::ToSchema;

use super::PayerKindCode;
use crate::Api;
use crate::export::{Chosen, Export, ExportAsked, ListSheet, Words, or_none, sentence, text};
use crate::extract::{Asked, Named};
use crate::problem::{Answer, ExportRefusals, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id, Listing, Moment, Number, asked};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// 代付关系: that a payer pays for an employer.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PaidEmployer {
    #[schema(value_type = Id)]
    arrangement_id: ArrangementId,
    #[schema(value_type = Id)]
    payer_id: PayerId,
    /// 代付单位名称.
    pub(in crate::staff) payer_name: String,
    #[schema(value_type = PayerKindCode)]
    pub(in crate::staff) payer_kind: PayerKind,
    #[schema(value_type = Id)]
    employer_id: EmployerId,
    /// 单位账号.
    #[schema(value_type = Number)]
    employer_no: EmployerNo,
    /// 单位名称.
    employer_name: String,
    /// From when.
    #[schema(value_type = Day)]
    pub(in crate::staff) first_day: Date,
    /// Until when, the day included: as agreed, or as it was ended before.
    #[schema(value_type = Option<Day>)]
    pub(in crate::staff) last_day: Option<Date>,
    /// The document that it stands on.
    pub(in crate::staff) basis: String,
    #[schema(value_type = Moment)]
    made_at: Instant,
    made_by: String,
    /// Why it was ended, when it was.
    pub(in crate::staff) ended_reason: Option<String>,
    /// Whether its last day is still to come.
    lasts: bool,
    /// Whether the caller may end it.
    can_end: bool,
}

impl From<payer::PaidEmployer> for PaidEmployer {
    fn from(row: payer::PaidEmployer) -> PaidEmployer {
        PaidEmployer {
            arrangement_id: row.arrangement_id,
            payer_id: row.payer_id,
            payer_name: row.payer_name,
            payer_kind: row.payer_kind,
            employer_id: row.employer_id,
            employer_no: row.employer_no,
            employer_name: row.employer_name,
            first_day: row.first_day,
            last_day: row.last_day,
            basis: row.basis,
            made_at: row.made_at,
            made_by: row.made_by_name,
            ended_reason: row.ended_reason,
            lasts: row.lasts,
            can_end: row.can_end,
        }
    }
}

asked!(ArrangementsAsked: payer::ARRANGEMENTS.info().0, bound ["payer_id"]);

/// For whom a payer pays, paid or will pay, the latest first.
#[utoipa::path(
    get,
    path = "/api/payers/{id}/arrangements",
    tag = "payers",
    params(("id" = String, Path, format = "uuid"), ArrangementsAsked),
    responses((status = 200, body = Listing<PaidEmployer>), ReadOneRefusals)
)]
pub(crate) async fn list_arrangements(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(payer_id): Named<PayerId>,
    Asked(query): Asked,
) -> Answer<Json<Listing<PaidEmployer>>> {
    let (app, caller) = (&api.app, &staff.caller);
    Ok(Json(
        payer::arrangements(app, caller, payer_id, &query)
            .await?
            .into(),
    ))
}

static SHEET: ListSheet<PaidEmployer> = ListSheet {
    name: "payer_arrangements",
    title: "代付范围",
    columns: &[
        text("employer_no", "单位账号", 14, |row| {
            row.employer_no.to_string()
        }),
        text("employer_name", "缴存单位", 32, |row| {
            row.employer_name.clone()
        }),
        text("first_day", "代付起日", 12, |row| {
            row.first_day.to_string()
        }),
        text("last_day", "代付止日", 12, |row| or_none(row.last_day)),
        sentence("basis", "依据", |row| row.basis.clone()),
        text("made_by", "经办", 12, |row| row.made_by.clone()),
        text("made_at", "办理时间", 20, |row| row.made_at.in_china()),
        sentence("ended_reason", "终止依据", |row| {
            or_none(row.ended_reason.as_ref())
        }),
    ],
    filters: &[("employer_id", Words::OfRow(|row| row.employer_name.clone()))],
};

/// For whom a payer pays, as an `.xlsx` file: what the list shows. Audited.
#[utoipa::path(
    get,
    path = "/api/payers/{id}/arrangements/list.xlsx",
    tag = "payers",
    params(("id" = String, Path, format = "uuid"), ArrangementsAsked, Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_arrangements(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(payer_id): Named<PayerId>,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    let payer = payer::show(&export.app, &staff.caller, payer_id).await?;
    let export = export.of(&payer_id, payer.name);
    export
        .list(&SHEET, asked, move |app, caller, query| {
            Box::pin(payer::arrangements(app, caller, payer_id, query))
        })
        .await
}
