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
use crate::extract::Question;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::staff::balances::BookAsked;
use crate::wire::{Items, Moment, YearMonth};

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
