//! The list of employers that owe a month.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::arrears;
use fund::employer::EmployerStatus;
use kernel::{EmployerId, EmployerNo, Fen, Month, RemittanceId};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::export::{
    Chosen, Export, ExportAsked, ListSheet, Words, amount, code_words, count, or_none, summed, text,
};
use crate::extract::Asked;
use crate::problem::{Answer, ExportRefusals, ReadRefusals};
use crate::session::Staff;
use crate::staff::employers::EmployerStatusCode;
use crate::wire::{Id, Listing, Number, YearMonth, asked};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// 欠缴单位.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Arrears {
    #[schema(value_type = Id)]
    employer_id: EmployerId,
    /// 单位账号.
    #[schema(value_type = Number)]
    employer_no: EmployerNo,
    /// 单位名称.
    name: String,
    #[schema(value_type = EmployerStatusCode)]
    status: EmployerStatus,
    /// 管理部.
    branch_name: String,
    /// 发薪日.
    payday: i64,
    /// 缴至年月.
    #[schema(value_type = Option<YearMonth>)]
    paid_through: Option<Month>,
    /// 欠缴起始年月.
    #[schema(value_type = YearMonth)]
    from: Month,
    /// The last month that has fallen due.
    #[schema(value_type = YearMonth)]
    due: Month,
    /// 欠缴月数.
    months_owed: i64,
    /// How many of them are assessed and await their money.
    awaited_months: i64,
    /// The first of those; null without any.
    awaited: Option<AwaitedMonth>,
    /// 缴存人数 now.
    people: i64,
    /// What its contributing accounts come to a month now.
    #[schema(value_type = i64)]
    monthly_fen: Fen,
    /// 估计欠缴额: the months owed at what a month comes to now.
    #[schema(value_type = i64)]
    estimate_fen: Fen,
    /// What the caller may do with it, such as `upload_roster`.
    can: Vec<&'static str>,
}

/// A month that is assessed and awaits its money.
#[derive(Debug, Serialize, ToSchema)]
struct AwaitedMonth {
    #[schema(value_type = YearMonth)]
    month: Month,
    #[schema(value_type = Id)]
    remittance_id: RemittanceId,
}

impl From<arrears::Arrears> for Arrears {
    fn from(row: arrears::Arrears) -> Arrears {
        Arrears {
            employer_id: row.employer_id,
            employer_no: row.employer_no,
            name: row.name,
            status: row.status,
            branch_name: row.branch_name,
            payday: row.payday,
            paid_through: row.paid_through,
            from: row.from,
            due: row.due,
            months_owed: row.months_owed,
            awaited_months: row.awaited_months,
            awaited: row.awaited.map(|(month, remittance_id)| AwaitedMonth {
                month,
                remittance_id,
            }),
            people: row.people,
            monthly_fen: row.monthly_fen,
            estimate_fen: row.estimate_fen,
            can: row.can,
        }
    }
}

asked!(ArrearsAsked: arrears::ARREARS.info().0);

/// The employers that owe a month, as of today.
#[utoipa::path(
    get,
    path = "/api/arrears",
    tag = "arrears",
    params(ArrearsAsked),
    responses((status = 200, body = Listing<Arrears>), ReadRefusals)
)]
pub(crate) async fn list_arrears(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Listing<Arrears>>> {
    Ok(Json(
        arrears::list(&api.app, &staff.caller, &query).await?.into(),
    ))
}

static SHEET: ListSheet<Arrears> = ListSheet {
    name: "arrears",
    title: "欠缴单位",
    columns: &[
        text("employer_no", "单位账号", 14, |row| {
            row.employer_no.to_string()
        }),
        text("name", "单位名称", 36, |row| row.name.clone()),
        text("status", "状态", 10, |row| row.status.label().to_owned()),
        text("branch", "管理部", 18, |row| row.branch_name.clone()),
        text("payday", "发薪日", 8, |row| row.payday.to_string()),
        text("paid_through", "缴至年月", 10, |row| {
            or_none(row.paid_through)
        }),
        text("owed", "欠缴起止", 22, |row| {
            if row.from == row.due {
                row.from.to_string()
            } else {
                format!("{} 至 {}", row.from, row.due)
            }
        }),
        summed(count("months_owed", "欠缴月数", |row| {
            Some(row.months_owed)
        })),
        summed(count("awaited_months", "其中待到账", |row| {
            Some(row.awaited_months)
        })),
        summed(count("people", "缴存人数", |row| Some(row.people))),
        amount("monthly_fen", "现月缴存额", |row| {
            Some(row.monthly_fen)
        }),
        summed(amount("estimate_fen", "估计欠缴额", |row| {
            Some(row.estimate_fen)
        })),
    ],
    filters: &[
        ("status", code_words!(EmployerStatus)),
        ("branch_id", Words::OfRow(|row| row.branch_name.clone())),
    ],
};

/// The employers that owe a month and that the filters select, as an `.xlsx` file: what the list shows. Audited.
#[utoipa::path(
    get,
    path = "/api/arrears/list.xlsx",
    tag = "arrears",
    params(ArrearsAsked, Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_arrears(
    State(api): State<Arc<Api>>,
    staff: Staff,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    export
        .list(&SHEET, asked, |app, caller, query| {
            Box::pin(arrears::list(app, caller, query))
        })
        .await
}
