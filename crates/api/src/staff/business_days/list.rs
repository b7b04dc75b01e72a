//! The list of business days.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{Date, Instant};
use platform::business_day::{self, DayStatus};
use serde::Serialize;
use settlement::day::{self, DayView};
use utoipa::ToSchema;

use super::DayStatusCode;
use crate::Api;
use crate::extract::Asked;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Day, Listing, Moment, asked};

/// 会计日.
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
}

impl From<DayView> for BusinessDay {
    fn from(view: DayView) -> BusinessDay {
        let DayView {
            day,
            vouchers,
            head,
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
