//! The list of employers.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::employer::{self, EmployerStatus};
use kernel::{EmployerId, EmployerNo, Fen, Month};
use serde::Serialize;
use utoipa::ToSchema;

use super::EmployerStatusCode;
use crate::Api;
use crate::export::{
    Chosen, Export, ExportAsked, ListSheet, Words, amount, code_words, count, or_none, summed, text,
};
use crate::extract::Asked;
use crate::problem::{Answer, ExportRefusals, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Id, Listing, Number, YearMonth, asked};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// 缴存单位 as its list shows it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EmployerSummary {
    #[schema(value_type = Id)]
    employer_id: EmployerId,
    /// 单位账号.
    #[schema(value_type = Number)]
    employer_no: EmployerNo,
    /// 单位名称.
    name: String,
    /// 统一社会信用代码.
    credit_code: Option<String>,
    #[schema(value_type = EmployerStatusCode)]
    status: EmployerStatus,
    /// 管理部.
    branch_name: String,
    /// 缴存人数.
    people: i64,
    /// 封存人数.
    sealed_people: i64,
    /// 缴至年月.
    #[schema(value_type = Option<YearMonth>)]
    paid_through: Option<Month>,
    /// 欠缴月数.
    months_owed: i64,
    /// 单位账户余额.
    #[schema(value_type = i64)]
    balance_fen: Fen,
    /// What the caller may do with it, such as `upload_roster`.
    can: Vec<&'static str>,
}

impl From<employer::EmployerSummary> for EmployerSummary {
    fn from(row: employer::EmployerSummary) -> EmployerSummary {
        EmployerSummary {
            employer_id: row.employer_id,
            employer_no: row.employer_no,
            name: row.name,
            credit_code: row.credit_code,
            status: row.status,
            branch_name: row.branch_name,
            people: row.people,
            sealed_people: row.sealed_people,
            paid_through: row.paid_through,
            months_owed: row.months_owed,
            balance_fen: row.balance_fen,
            can: row.can,
        }
    }
}

asked!(EmployersAsked: employer::EMPLOYERS.info().0);

/// The employers that the caller may see.
#[utoipa::path(
    get,
    path = "/api/employers",
    tag = "employers",
    params(EmployersAsked),
    responses((status = 200, body = Listing<EmployerSummary>), ReadRefusals)
)]
pub(crate) async fn list_employers(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Listing<EmployerSummary>>> {
    Ok(Json(
        employer::list(&api.app, &staff.caller, &query)
            .await?
            .into(),
    ))
}

static SHEET: ListSheet<EmployerSummary> = ListSheet {
    name: "employers",
    title: "缴存单位",
    columns: &[
        text("employer_no", "单位账号", 14, |row| {
            row.employer_no.to_string()
        }),
        text("name", "单位名称", 36, |row| row.name.clone()),
        text("credit_code", "统一社会信用代码", 22, |row| {
            row.credit_code.clone().unwrap_or_default()
        }),
        text("status", "状态", 10, |row| row.status.label().to_owned()),
        text("branch", "管理部", 18, |row| row.branch_name.clone()),
        summed(count("people", "缴存人数", |row| Some(row.people))),
        summed(count("sealed_people", "封存人数", |row| {
            Some(row.sealed_people)
        })),
        text("paid_through", "缴至年月", 10, |row| {
            or_none(row.paid_through)
        }),
        count("months_owed", "欠缴月数", |row| Some(row.months_owed)),
        summed(amount("balance_fen", "账户余额", |row| {
            Some(row.balance_fen)
        })),
    ],
    filters: &[
        ("status", code_words!(EmployerStatus)),
        ("branch_id", Words::OfRow(|row| row.branch_name.clone())),
    ],
};

/// The employers that the filters select, as an `.xlsx` file: what the list shows. Audited.
#[utoipa::path(
    get,
    path = "/api/employers/list.xlsx",
    tag = "employers",
    params(EmployersAsked, Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_employers(
    State(api): State<Arc<Api>>,
    staff: Staff,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    export
        .list(&SHEET, asked, |app, caller, query| {
            Box::pin(employer::list(app, caller, query))
        })
        .await
}
