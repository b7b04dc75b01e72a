//! Closing the business day.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::Date;
use ledger::BookCode;
use serde::{Deserialize, Serialize};
use settlement::day::{self, ClosedDay};
use utoipa::ToSchema;

use super::open::DayOpened;
use crate::Api;
use crate::extract::{Body, Key};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;
use crate::wire::Day;

/// A day that was closed and the one that follows it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DayClosed {
    closed: DaySealed,
    /// Null when the next year's holidays aren't known yet: then one is opened by hand.
    opened: Option<DayOpened>,
}

/// A closed day, as the day sheet shows it.
#[derive(Debug, Serialize, ToSchema)]
struct DaySealed {
    #[schema(value_type = Day)]
    date: Date,
    /// Its vouchers in all books.
    vouchers: i64,
    /// HMAC-SM3 of the head of the fund's chain; empty when it has no book.
    head: String,
}

impl From<ClosedDay> for DayClosed {
    fn from(day: ClosedDay) -> DayClosed {
        let fund = day.heads.iter().find(|head| head.book == BookCode::Fund);
        let head = fund.map(|head| head.mac.hex()).unwrap_or_default();
        DayClosed {
            closed: DaySealed {
                date: day.date,
                vouchers: day.vouchers,
                head,
            },
            opened: day.opened.map(|date| DayOpened { date }),
        }
    }
}

/// Which day is closed: the one that the page shows, so that nobody closes the next by mistake.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CloseDay {
    #[schema(value_type = Day)]
    date: Date,
}

/// 日终: every voucher of the day is sealed, and the next working day is open.
#[utoipa::path(
    post,
    path = "/api/business-days/close",
    tag = "business-days",
    params(Key),
    request_body = CloseDay,
    responses((status = 200, body = DayClosed), ChangeRefusals)
)]
pub(crate) async fn close_business_day(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Key(key): Key,
    Body(request): Body<CloseDay>,
) -> Answer<Json<DayClosed>> {
    Ok(Json(
        day::close(&api.app, &staff.caller, &key, request.date)
            .await?
            .into(),
    ))
}
