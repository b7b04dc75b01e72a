//! The months of an employer.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::employer::{self, MonthStatus};
use kernel::{EmployerId, Fen, Month, RemittanceId};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::extract::Named;
use crate::problem::{Answer, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::{Id, Items, YearMonth, code_schema};

code_schema! {
    MonthStatusCode = MonthStatus;
}

/// A month of an employer: remitted, assessed or owed.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EmployerMonth {
    #[schema(value_type = YearMonth)]
    month: Month,
    #[schema(value_type = MonthStatusCode)]
    status: MonthStatus,
    #[schema(value_type = Option<Id>)]
    remittance_id: Option<RemittanceId>,
    /// 汇缴人数.
    people: i64,
    #[schema(value_type = i64)]
    amount_fen: Fen,
}

impl From<employer::EmployerMonth> for EmployerMonth {
    fn from(row: employer::EmployerMonth) -> EmployerMonth {
        let employer::EmployerMonth {
            month,
            status,
            remittance_id,
            people,
            amount_fen,
        } = row;
        EmployerMonth {
            month,
            status,
            remittance_id,
            people,
            amount_fen,
        }
    }
}

/// The months of an employer, the latest first.
#[utoipa::path(
    get,
    path = "/api/employers/{id}/months",
    tag = "employers",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = Items<EmployerMonth>), ReadOneRefusals)
)]
pub(crate) async fn list_employer_months(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(employer_id): Named<EmployerId>,
) -> Answer<Json<Items<EmployerMonth>>> {
    Ok(Json(Items::of(
        employer::months(&api.app, &staff.caller, employer_id).await?,
    )))
}
