//! Closing an accounting month.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::Month;
use ledger::period::PeriodStatus;
use serde::Serialize;
use settlement::books;
use utoipa::ToSchema;

use super::PeriodStatusCode;
use crate::Api;
use crate::extract::{Key, Named, Question};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;
use crate::staff::balances::BookAsked;
use crate::wire::YearMonth;

/// A closed month.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PeriodClosed {
    #[schema(value_type = YearMonth)]
    month: Month,
    #[schema(value_type = PeriodStatusCode)]
    status: PeriodStatus,
}

/// 月末结账: all its vouchers are numbered, and none can join them.
#[utoipa::path(
    post,
    path = "/api/periods/{month}/close",
    tag = "ledger",
    params(("month" = String, Path, description = "会计期间"), BookAsked, Key),
    responses((status = 200, body = PeriodClosed), ChangeRefusals)
)]
pub(crate) async fn close_period(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(month): Named<Month>,
    Question(asked): Question<BookAsked>,
    Key(key): Key,
) -> Answer<Json<PeriodClosed>> {
    books::close_period(&api.app, &staff.caller, &key, asked.book(), month).await?;
    Ok(Json(PeriodClosed {
        month,
        status: PeriodStatus::Closed,
    }))
}
