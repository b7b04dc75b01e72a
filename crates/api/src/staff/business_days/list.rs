//! The list of business days.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{Date, Instant};
use platform::business_day::{self, DayStatus};
use serde::Serialize;
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
    #[schema(value_type = Option<Moment>)]
    closed_at: Option<Instant>,
}

impl From<business_day::BusinessDay> for BusinessDay {
    fn from(row: business_day::BusinessDay) -> BusinessDay {
        let business_day::BusinessDay {
            date,
            status,
            opened_at,
            closed_at,
            ..
        } = row;
        BusinessDay {
            date,
            status,
            opened_at,
            closed_at,
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
        business_day::list(&api.app, &staff.caller, &query)
            .await?
            .into(),
    ))
}
