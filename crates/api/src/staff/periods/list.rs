//! The accounting months.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{Instant, Month};
use ledger::period::{self, PeriodStatus};
use serde::Serialize;
use settlement::books;
use utoipa::ToSchema;

use super::PeriodStatusCode;
use crate::Api;
use crate::export::{Export, ExportAsked, ListSheet, count, text};
use crate::extract::Question;
use crate::problem::{Answer, ExportRefusals, ReadRefusals};
use crate::session::Staff;
use crate::staff::balances::{BookAsked, BookExportAsked};
use crate::wire::{Items, Moment, YearMonth};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// 会计期间.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Period {
    #[schema(value_type = YearMonth)]
    month: Month,
    #[schema(value_type = PeriodStatusCode)]
    status: PeriodStatus,
    /// How many vouchers it had when it closed.
    vouchers: Option<i64>,
    #[schema(value_type = Option<Moment>)]
    closed_at: Option<Instant>,
}

impl From<period::Period> for Period {
    fn from(row: period::Period) -> Period {
        let period::Period {
            month,
            status,
            vouchers,
            closed_at,
            ..
        } = row;
        let vouchers = (status == PeriodStatus::Closed).then_some(vouchers);
        Period {
            month,
            status,
            vouchers,
            closed_at,
        }
    }
}

/// The accounting months of a book, the latest first.
#[utoipa::path(
    get,
    path = "/api/periods",
    tag = "ledger",
    params(BookAsked),
    responses((status = 200, body = Items<Period>), ReadRefusals)
)]
pub(crate) async fn list_periods(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Question(asked): Question<BookAsked>,
) -> Answer<Json<Items<Period>>> {
    Ok(Json(Items::of(
        books::periods(&api.app, &staff.caller, asked.book()).await?,
    )))
}

static SHEET: ListSheet<Period> = ListSheet {
    name: "periods",
    title: "会计期间",
    columns: &[
        text("month", "期间", 10, |row| row.month.to_string()),
        text("status", "状态", 10, |row| row.status.label().to_owned()),
        count("vouchers", "凭证", |row| row.vouchers),
        text("closed_at", "结账时间", 20, |row| {
            row.closed_at.map_or_else(String::new, Instant::in_china)
        }),
    ],
    filters: &[],
};

/// The accounting months of a book as an `.xlsx` file. Audited.
#[utoipa::path(
    get,
    path = "/api/periods/list.xlsx",
    tag = "ledger",
    params(BookExportAsked),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_periods(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Question(asked): Question<BookExportAsked>,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    let rows = books::periods(&export.app, &staff.caller, asked.book()).await?;
    let rows = rows.into_iter().map(Period::from).collect();
    export
        .whole(&SHEET, ExportAsked::of(asked.columns, &[]), rows)
        .await
}
