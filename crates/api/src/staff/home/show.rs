//! The figures of the first page.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::home::{self, home};
use kernel::{Date, Fen, Month};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Day, YearMonth};

/// The figures of the first page.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Home {
    /// 会计日期.
    #[schema(value_type = Day)]
    business_date: Date,
    /// The branch that employers, accounts and remittances are of; the whole centre's without one.
    branch_name: Option<String>,
    /// 住房公积金余额.
    #[schema(value_type = i64)]
    fund_balance_fen: Fen,
    /// 缴存单位.
    employers: i64,
    /// 缴存职工.
    accounts: i64,
    month: HomeMonth,
    today: HomeToday,
    waiting: HomeWaiting,
    /// The twelve months up to that of the business date, by the month that is paid for.
    trend: Vec<HomeMonth>,
    tail: HomeTail,
}

/// What was remitted for a month.
#[derive(Debug, Clone, Serialize, ToSchema)]
struct HomeMonth {
    #[schema(value_type = YearMonth)]
    month: Month,
    #[schema(value_type = i64)]
    remitted_fen: Fen,
    remittances: i64,
}

/// What the business date brought.
#[derive(Debug, Serialize, ToSchema)]
struct HomeToday {
    arrivals: i64,
    #[schema(value_type = i64)]
    arrivals_fen: Fen,
    /// What of them was posted to accounts.
    #[schema(value_type = i64)]
    posted_fen: Fen,
    vouchers: i64,
}

/// What waits for someone.
#[derive(Debug, Serialize, ToSchema)]
struct HomeWaiting {
    suspense: i64,
    #[schema(value_type = i64)]
    suspense_fen: Fen,
    /// Remittances that await their money.
    remittances_assessed: i64,
    /// Employers that owe a month.
    employers_in_arrears: i64,
}

/// The vouchers that wait for the bookkeeper.
#[derive(Debug, Serialize, ToSchema)]
struct HomeTail {
    vouchers: i64,
    oldest_age_s: u64,
}

impl From<home::RemittedMonth> for HomeMonth {
    fn from(row: home::RemittedMonth) -> HomeMonth {
        let home::RemittedMonth {
            month,
            remittances,
            remitted_fen,
        } = row;
        HomeMonth {
            month,
            remitted_fen,
            remittances,
        }
    }
}

impl From<home::Home> for Home {
    fn from(home: home::Home) -> Home {
        let month = home.present().into();
        Home {
            business_date: home.business_date,
            branch_name: home.branch_name,
            fund_balance_fen: home.fund_balance_fen,
            employers: home.employers,
            accounts: home.accounts,
            month,
            today: HomeToday {
                arrivals: home.arrivals,
                arrivals_fen: home.arrivals_fen,
                posted_fen: home.posted_fen,
                vouchers: home.vouchers,
            },
            waiting: HomeWaiting {
                suspense: home.suspense,
                suspense_fen: home.suspense_fen,
                remittances_assessed: home.remittances_assessed,
                employers_in_arrears: home.employers_in_arrears,
            },
            trend: home.trend.into_iter().map(HomeMonth::from).collect(),
            tail: HomeTail {
                vouchers: home.tail_vouchers,
                oldest_age_s: home.tail_age_s,
            },
        }
    }
}

/// The figures of the first page.
#[utoipa::path(
    get,
    path = "/api/home",
    tag = "home",
    responses((status = 200, body = Home), ReadRefusals)
)]
pub(crate) async fn show_home(State(api): State<Arc<Api>>, staff: Staff) -> Answer<Json<Home>> {
    Ok(Json(home(&api.app, &staff.caller).await?.into()))
}
