//! Opening a business day.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::Date;
use platform::business_day;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;
use crate::wire::Day;

/// A business day to be opened.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DayOpening {
    #[schema(value_type = Day)]
    date: Date,
}

/// An opened business day.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DayOpened {
    #[schema(value_type = Day)]
    pub(super) date: Date,
}

/// Opens a business day: the first, or one after a close that opened none.
#[utoipa::path(
    post,
    path = "/api/business-days/open",
    tag = "business-days",
    params(Key),
    request_body = DayOpening,
    responses((status = 200, body = DayOpened), ChangeRefusals)
)]
pub(crate) async fn open_business_day(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Key(key): Key,
    Body(DayOpening { date }): Body<DayOpening>,
) -> Answer<Json<DayOpened>> {
    business_day::open(&api.app, &staff.caller, &key, date).await?;
    Ok(Json(DayOpened { date }))
}
