//! The list of business days.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{Date, Instant, JobId};
use platform::business_day::{self, DayStatus};
use serde::Serialize;
use settlement::day::{self, DayView};
use utoipa::ToSchema;

use super::DayStatusCode;
use crate::Api;
use crate::export::{Chosen, Export, ExportAsked, ListSheet, count, text};
use crate::extract::Asked;
use crate::problem::{Answer, ExportRefusals, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id, Listing, Moment, asked};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// 营业日.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct BusinessDay {
    #[schema(value_type = Day)]
    date: Date,
    #[schema(value_type = DayStatusCode)]
    status: DayStatus,
    #[schema(value_type = Moment)]
    opened_at: Instant,
    opened_by: String,
    #[schema(value_type = Option<Moment>)]
    closed_at: Option<Instant>,
    closed_by: Option<String>,
    /// The vouchers of the day.
    vouchers: i64,
    /// HMAC-SM3 of the head of the fund's chain at its close, as the close answered it.
    head: Option<String>,
    /// Of the open day the job that closes it, or that couldn't: `GET /api/jobs/{id}`.
    #[schema(value_type = Option<Id>)]
    closing_job_id: Option<JobId>,
}

impl From<DayView> for BusinessDay {
    fn from(view: DayView) -> BusinessDay {
        let DayView {
            day,
            vouchers,
            head,
            closing,
        } = view;
        BusinessDay {
            date: day.date,
            status: day.status,
            opened_at: day.opened_at,
            opened_by: day.opened_by,
            closed_at: day.closed_at,
            closed_by: day.closed_by,
            vouchers,
            head: head.map(|head| head.hex()),
            closing_job_id: closing,
        }
    }
}

asked!(DaysAsked: business_day::DAYS.info().0);

/// The business days, the latest first.
#[utoipa::path(
    get,
    path = "/api/business-days",
    tag = "business-days",
    params(DaysAsked),
    responses((status = 200, body = Listing<BusinessDay>), ReadRefusals)
)]
pub(crate) async fn list_business_days(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Listing<BusinessDay>>> {
    Ok(Json(
        day::list(&api.app, &staff.caller, &query).await?.into(),
    ))
}

static SHEET: ListSheet<BusinessDay> = ListSheet {
    name: "business_days",
    title: "营业日",
    columns: &[
        text("date", "会计日期", 12, |row| row.date.to_string()),
        text("status", "状态", 10, |row| row.status.label().to_owned()),
        text("opened_at", "开启", 30, |row| {
            format!("{} {}", row.opened_at.in_china(), row.opened_by)
        }),
        text("closed_at", "日终", 30, |row| {
            let closed = row.closed_at.zip(row.closed_by.as_deref());
            closed.map_or_else(String::new, |(at, by)| format!("{} {by}", at.in_china()))
        }),
        count("vouchers", "凭证", |row| Some(row.vouchers)),
        text("head", "凭证链末端", 68, |row| {
            row.head.clone().unwrap_or_default()
        }),
    ],
    filters: &[],
};

/// The business days that the filters select, as an `.xlsx` file: what the list shows. Audited.
#[utoipa::path(
    get,
    path = "/api/business-days/list.xlsx",
    tag = "business-days",
    params(DaysAsked, Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_business_days(
    State(api): State<Arc<Api>>,
    staff: Staff,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    export
        .list(&SHEET, asked, |app, caller, query| {
            Box::pin(day::list(app, caller, query))
        })
        .await
}
