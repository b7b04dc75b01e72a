//! Having the business day closed.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use kernel::{Date, JobId};
use serde::{Deserialize, Serialize};
use settlement::day;
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id};

/// Which day is closed: the one that the page shows, so that nobody closes the next by mistake.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CloseDay {
    #[schema(value_type = Day)]
    date: Date,
}

/// The job that does what was asked; `GET /api/jobs/{id}` tells how it goes on.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct JobAsked {
    #[schema(value_type = Id)]
    job_id: JobId,
}

/// 日终: has every voucher of the day sealed, the day closed and the next working day opened. The job
/// goes on when nobody watches, and after a stop of the server at the step where it was.
#[utoipa::path(
    post,
    path = "/api/business-days/close",
    tag = "business-days",
    params(Key),
    request_body = CloseDay,
    responses((status = 202, body = JobAsked), ChangeRefusals)
)]
pub(crate) async fn close_business_day(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Key(key): Key,
    Body(request): Body<CloseDay>,
) -> Answer<(StatusCode, Json<JobAsked>)> {
    let job_id = day::ask_close(&api.app, &staff.caller, &key, request.date).await?;
    Ok((StatusCode::ACCEPTED, Json(JobAsked { job_id })))
}
