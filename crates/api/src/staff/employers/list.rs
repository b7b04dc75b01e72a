//! The list of employers.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::employer::{self, EmployerStatus};
use kernel::{EmployerId, EmployerNo, Fen, Month};
use serde::Serialize;
use utoipa::ToSchema;

use super::EmployerStatusCode;
use crate::Api;
use crate::extract::Asked;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Id, Listing, Number, YearMonth, asked};

/// 缴存单位 as its list shows it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EmployerSummary {
    #[schema(value_type = Id)]
    employer_id: EmployerId,
    /// 单位账号.
    #[schema(value_type = Number)]
    employer_no: EmployerNo,
    /// 单位名称.
    name: String,
    /// 统一社会信用代码.
    credit_code: Option<String>,
    #[schema(value_type = EmployerStatusCode)]
    status: EmployerStatus,
    /// 管理部.
    branch_name: String,
    /// 缴存人数.
    people: i64,
    /// 封存人数.
    sealed_people: i64,
    /// 缴至年月.
    #[schema(value_type = Option<YearMonth>)]
    paid_through: Option<Month>,
    /// 欠缴月数.
    months_owed: i64,
    /// 单位账户余额.
    #[schema(value_type = i64)]
    balance_fen: Fen,
    /// What the caller may do with it, such as `upload_roster`.
    can: Vec<&'static str>,
}

impl From<employer::EmployerSummary> for EmployerSummary {
    fn from(row: employer::EmployerSummary) -> EmployerSummary {
        EmployerSummary {
            employer_id: row.employer_id,
            employer_no: row.employer_no,
            name: row.name,
            credit_code: row.credit_code,
            status: row.status,
            branch_name: row.branch_name,
            people: row.people,
            sealed_people: row.sealed_people,
            paid_through: row.paid_through,
            months_owed: row.months_owed,
            balance_fen: row.balance_fen,
            can: row.can,
        }
    }
}

asked!(EmployersAsked: employer::EMPLOYERS.info().0);

/// The employers that the caller may see.
#[utoipa::path(
    get,
    path = "/api/employers",
    tag = "employers",
    params(EmployersAsked),
    responses((status = 200, body = Listing<EmployerSummary>), ReadRefusals)
)]
pub(crate) async fn list_employers(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Listing<EmployerSummary>>> {
    Ok(Json(
        employer::list(&api.app, &staff.caller, &query)
            .await?
            .into(),
    ))
}
