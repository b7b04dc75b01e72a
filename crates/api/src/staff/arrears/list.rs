//! The list of employers that owe a month.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::arrears;
use fund::employer::EmployerStatus;
use kernel::{EmployerId, EmployerNo, Fen, Month};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::extract::Asked;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::staff::employers::EmployerStatusCode;
use crate::wire::{Id, Listing, Number, YearMonth, asked};

/// 欠缴单位.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Arrears {
    #[schema(value_type = Id)]
    employer_id: EmployerId,
    /// 单位账号.
    #[schema(value_type = Number)]
    employer_no: EmployerNo,
    /// 单位名称.
    name: String,
    #[schema(value_type = EmployerStatusCode)]
    status: EmployerStatus,
    /// 管理部.
    branch_name: String,
    /// 发薪日.
    payday: i64,
    /// 缴至年月.
    #[schema(value_type = Option<YearMonth>)]
    paid_through: Option<Month>,
    /// 欠缴起始年月.
    #[schema(value_type = YearMonth)]
    from: Month,
    /// The last month that has fallen due.
    #[schema(value_type = YearMonth)]
    due: Month,
    /// 欠缴月数.
    months_owed: i64,
    /// 缴存人数 now.
    people: i64,
    /// What its contributing accounts come to a month now.
    #[schema(value_type = i64)]
    monthly_fen: Fen,
    /// 估计欠缴额: the months owed at what a month comes to now.
    #[schema(value_type = i64)]
    estimate_fen: Fen,
    /// What the caller may do with it, such as `upload_roster`.
    can: Vec<&'static str>,
}

impl From<arrears::Arrears> for Arrears {
    fn from(row: arrears::Arrears) -> Arrears {
        Arrears {
            employer_id: row.employer_id,
            employer_no: row.employer_no,
            name: row.name,
            status: row.status,
            branch_name: row.branch_name,
            payday: row.payday,
            paid_through: row.paid_through,
            from: row.from,
            due: row.due,
            months_owed: row.months_owed,
            people: row.people,
            monthly_fen: row.monthly_fen,
            estimate_fen: row.estimate_fen,
            can: row.can,
        }
    }
}

asked!(ArrearsAsked: arrears::ARREARS.info().0);

/// The employers that owe a month, as of today.
#[utoipa::path(
    get,
    path = "/api/arrears",
    tag = "arrears",
    params(ArrearsAsked),
    responses((status = 200, body = Listing<Arrears>), ReadRefusals)
)]
pub(crate) async fn list_arrears(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Listing<Arrears>>> {
    Ok(Json(
        arrears::list(&api.app, &staff.caller, &query).await?.into(),
    ))
}
