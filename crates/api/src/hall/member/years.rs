//! What was contributed for a member, year by year.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::member::hall::{self, OwnMonth, OwnYear};
use kernel::{Date, Fen, Month};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::hall::session::MemberCaller;
use crate::problem::{Answer, ReadRefusals};
use crate::wire::{Day, YearMonth};

/// What was contributed, by the year of the month, the latest first.
#[derive(Serialize, ToSchema)]
pub(crate) struct MemberYears {
    years: Vec<MemberYear>,
}

/// A calendar year.
#[derive(Serialize, ToSchema)]
pub(crate) struct MemberYear {
    year: i16,
    /// 单位缴存额.
    #[schema(value_type = i64)]
    employer_fen: Fen,
    /// 个人缴存额.
    #[schema(value_type = i64)]
    member_fen: Fen,
    /// Both together.
    #[schema(value_type = i64)]
    total_fen: Fen,
    /// The latest first.
    months: Vec<MemberYearMonth>,
}

/// A month that was contributed for.
#[derive(Serialize, ToSchema)]
pub(crate) struct MemberYearMonth {
    #[schema(value_type = YearMonth)]
    month: Month,
    /// 单位缴存额.
    #[schema(value_type = i64)]
    employer_fen: Fen,
    /// 个人缴存额.
    #[schema(value_type = i64)]
    member_fen: Fen,
    /// 记账日期.
    #[schema(value_type = Day)]
    posted_on: Date,
}

impl From<OwnMonth> for MemberYearMonth {
    fn from(month: OwnMonth) -> MemberYearMonth {
        MemberYearMonth {
            month: month.month,
            employer_fen: month.employer_fen,
            member_fen: month.member_fen,
            posted_on: month.posted_on,
        }
    }
}

impl From<OwnYear> for MemberYear {
    fn from(year: OwnYear) -> MemberYear {
        MemberYear {
            year: year.year,
            employer_fen: year.employer_fen,
            member_fen: year.member_fen,
            total_fen: year.total_fen,
            months: year.months.into_iter().map(MemberYearMonth::from).collect(),
        }
    }
}

/// What was contributed for the member, year by year. Not in the trail.
#[utoipa::path(
    get,
    path = "/api/hall/member/years",
    tag = "hall",
    security(("hall_session" = [], "csrf" = [])),
    responses((status = 200, body = MemberYears), ReadRefusals)
)]
pub(crate) async fn list_own_years(
    State(api): State<Arc<Api>>,
    MemberCaller(caller): MemberCaller,
) -> Answer<Json<MemberYears>> {
    let years = hall::years(&api.app, &caller).await?;
    Ok(Json(MemberYears {
        years: years.into_iter().map(MemberYear::from).collect(),
    }))
}
