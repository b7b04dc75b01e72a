//! The months of an employer.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::employer::{self, MonthStatus};
use kernel::{EmployerId, Fen, Month, RemittanceId};
use serde::Serialize;
use utoipa::ToSchema;

use super::MonthStatusCode;
use crate::Api;
use crate::export::{Chosen, Export, ExportAsked, ListSheet, amount, count, summed, text};
use crate::extract::Named;
use crate::problem::{Answer, ExportRefusals, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::{Id, Items, YearMonth};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// A month of an employer: remitted, assessed or owed.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EmployerMonth {
    #[schema(value_type = YearMonth)]
    month: Month,
    #[schema(value_type = MonthStatusCode)]
    status: MonthStatus,
    #[schema(value_type = Option<Id>)]
    remittance_id: Option<RemittanceId>,
    /// 汇缴人数; of a month owed those who contribute now.
    people: i64,
    /// What it comes to; of a month owed an estimate by what a month comes to now.
    #[schema(value_type = i64)]
    amount_fen: Fen,
    /// What waits for it already, of a month assessed.
    #[schema(value_type = i64)]
    waiting_fen: Fen,
}

impl EmployerMonth {
    /// What it comes to, where it stands so.
    fn amount_of(&self, status: MonthStatus) -> Option<Fen> {
        (self.status == status).then_some(self.amount_fen)
    }
}

impl From<employer::EmployerMonth> for EmployerMonth {
    fn from(row: employer::EmployerMonth) -> EmployerMonth {
        let employer::EmployerMonth {
            month,
            status,
            remittance_id,
            people,
            amount_fen,
            waiting_fen,
        } = row;
        EmployerMonth {
            month,
            status,
            remittance_id,
            people,
            amount_fen,
            waiting_fen,
        }
    }
}

/// The months of an employer, the latest first.
#[utoipa::path(
    get,
    path = "/api/employers/{id}/months",
    tag = "employers",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = Items<EmployerMonth>), ReadOneRefusals)
)]
pub(crate) async fn list_employer_months(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(employer_id): Named<EmployerId>,
) -> Answer<Json<Items<EmployerMonth>>> {
    Ok(Json(Items::of(
        employer::months(&api.app, &staff.caller, employer_id).await?,
    )))
}

static SHEET: ListSheet<EmployerMonth> = ListSheet {
    name: "employer_months",
    title: "单位缴存月份",
    columns: &[
        text("month", "月份", 10, |row| row.month.to_string()),
        text("status", "状态", 12, |row| row.status.label().to_owned()),
        count("people", "人数", |row| Some(row.people)),
        // What is paid, awaited and owed don't add up to anything together.
        summed(amount("paid_fen", "已缴", |row| {
            row.amount_of(MonthStatus::Paid)
        })),
        summed(amount("awaited_fen", "待到账", |row| {
            row.amount_of(MonthStatus::Assessed)
        })),
        summed(amount("owed_fen", "欠缴（估计）", |row| {
            row.amount_of(MonthStatus::Owed)
        })),
    ],
    filters: &[],
};

/// The months of an employer as an `.xlsx` file. Audited.
#[utoipa::path(
    get,
    path = "/api/employers/{id}/months/list.xlsx",
    tag = "employers",
    params(("id" = String, Path, format = "uuid"), Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_employer_months(
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
    let rows = employer::months(&export.app, &staff.caller, employer_id).await?;
    let rows = rows.into_iter().map(EmployerMonth::from).collect();
    export
        .of(&employer_id, words)
        .whole(&SHEET, asked, rows)
        .await
}
