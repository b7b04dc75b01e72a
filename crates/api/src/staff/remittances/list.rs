//! The list of remittances.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::remittance::{self, Remittance, RemittanceStatus};
use kernel::{Date, EmployerId, Fen, Month, RemittanceId};
use serde::Serialize;
use utoipa::ToSchema;

use super::RemittanceStatusCode;
use crate::Api;
use crate::export::{
    Chosen, Export, ExportAsked, ListSheet, Words, amount, code_words, count, or_none, summed, text,
};
use crate::extract::Asked;
use crate::problem::{Answer, ExportRefusals, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id, Listing, YearMonth, asked};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// 汇缴 as its list shows it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RemittanceSummary {
    #[schema(value_type = Id)]
    pub(super) remittance_id: RemittanceId,
    /// 汇缴流水号.
    pub(super) serial: String,
    #[schema(value_type = Id)]
    pub(super) employer_id: EmployerId,
    pub(super) employer_name: String,
    /// 缴存年月.
    #[schema(value_type = YearMonth)]
    pub(super) month: Month,
    #[schema(value_type = RemittanceStatusCode)]
    pub(super) status: RemittanceStatus,
    /// 汇缴人数.
    pub(super) people: i64,
    /// 应缴金额: what has to arrive, exactly.
    #[schema(value_type = i64)]
    pub(super) expected_fen: Fen,
    /// 缴款码.
    pub(super) payment_code: String,
    /// 记账日期.
    #[schema(value_type = Option<Day>)]
    pub(super) posted_on: Option<Date>,
}

impl RemittanceSummary {
    /// Of a remittance of the employer of this name.
    pub(crate) fn of(row: Remittance, employer_name: String) -> RemittanceSummary {
        RemittanceSummary {
            remittance_id: row.remittance_id,
            serial: remittance::serial_text(row.serial),
            employer_id: row.employer_id,
            employer_name,
            month: row.month,
            status: row.status,
            people: row.people,
            expected_fen: row.expected_fen,
            payment_code: row.payment_code,
            posted_on: row.posted_on,
        }
    }
}

impl From<remittance::RemittanceSummary> for RemittanceSummary {
    fn from(row: remittance::RemittanceSummary) -> RemittanceSummary {
        RemittanceSummary {
            remittance_id: row.remittance_id,
            serial: remittance::serial_text(row.serial),
            employer_id: row.employer_id,
            employer_name: row.employer_name,
            month: row.month,
            status: row.status,
            people: row.people,
            expected_fen: row.expected_fen,
            payment_code: row.payment_code,
            posted_on: row.posted_on,
        }
    }
}

asked!(RemittancesAsked: remittance::REMITTANCES.info().0);

/// The remittances that the caller may see, newest first.
#[utoipa::path(
    get,
    path = "/api/remittances",
    tag = "remittances",
    params(RemittancesAsked),
    responses((status = 200, body = Listing<RemittanceSummary>), ReadRefusals)
)]
pub(crate) async fn list_remittances(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Listing<RemittanceSummary>>> {
    Ok(Json(
        remittance::remittances(&api.app, &staff.caller, &query)
            .await?
            .into(),
    ))
}

static SHEET: ListSheet<RemittanceSummary> = ListSheet {
    name: "remittances",
    title: "汇缴",
    columns: &[
        text("serial", "业务流水", 20, |row| row.serial.clone()),
        text("employer_name", "缴存单位", 36, |row| {
            row.employer_name.clone()
        }),
        text("month", "汇缴年月", 10, |row| row.month.to_string()),
        text("status", "状态", 12, |row| row.status.label().to_owned()),
        summed(count("people", "人数", |row| Some(row.people))),
        summed(amount("expected_fen", "应缴金额", |row| {
            Some(row.expected_fen)
        })),
        text("payment_code", "缴款码", 14, |row| {
            row.payment_code.clone()
        }),
        text("posted_on", "入账日期", 12, |row| {
            or_none(row.posted_on)
        }),
    ],
    filters: &[
        ("status", code_words!(RemittanceStatus)),
        ("employer_id", Words::OfRow(|row| row.employer_name.clone())),
    ],
};

/// The remittances that the filters select, as an `.xlsx` file: what the list shows. Audited.
#[utoipa::path(
    get,
    path = "/api/remittances/list.xlsx",
    tag = "remittances",
    params(RemittancesAsked, Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_remittances(
    State(api): State<Arc<Api>>,
    staff: Staff,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    export
        .list(&SHEET, asked, |app, caller, query| {
            Box::pin(remittance::remittances(app, caller, query))
        })
        .await
}
