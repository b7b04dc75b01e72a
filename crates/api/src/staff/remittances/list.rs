//! The list of remittances.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::remittance::{self, RemittanceStatus};
use kernel::{Date, EmployerId, Fen, Month, RemittanceId};
use serde::Serialize;
use utoipa::ToSchema;

use super::RemittanceStatusCode;
use crate::Api;
use crate::extract::Asked;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id, Listing, YearMonth, asked};

/// 汇缴 as its list shows it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RemittanceSummary {
    #[schema(value_type = Id)]
    pub(super) remittance_id: RemittanceId,
    /// 汇缴流水号.
    pub(super) serial: String,
    #[schema(value_type = Id)]
    pub(super) employer_id: EmployerId,
    pub(super) employer_name: String,
    /// 缴存年月.
    #[schema(value_type = YearMonth)]
    pub(super) month: Month,
    #[schema(value_type = RemittanceStatusCode)]
    pub(super) status: RemittanceStatus,
    /// 汇缴人数.
    pub(super) people: i64,
    /// 应缴金额: what has to arrive, exactly.
    #[schema(value_type = i64)]
    pub(super) expected_fen: Fen,
    /// 缴款码.
    pub(super) payment_code: String,
    /// 记账日期.
    #[schema(value_type = Option<Day>)]
    pub(super) posted_on: Option<Date>,
}

impl From<remittance::RemittanceSummary> for RemittanceSummary {
    fn from(row: remittance::RemittanceSummary) -> RemittanceSummary {
        RemittanceSummary {
            remittance_id: row.remittance_id,
            serial: remittance::serial_text(row.serial),
            employer_id: row.employer_id,
            employer_name: row.employer_name,
            month: row.month,
            status: row.status,
            people: row.people,
            expected_fen: row.expected_fen,
            payment_code: row.payment_code,
            posted_on: row.posted_on,
        }
    }
}

asked!(RemittancesAsked: remittance::REMITTANCES.info().0);

/// The remittances that the caller may see, newest first.
#[utoipa::path(
    get,
    path = "/api/remittances",
    tag = "remittances",
    params(RemittancesAsked),
    responses((status = 200, body = Listing<RemittanceSummary>), ReadRefusals)
)]
pub(crate) async fn list_remittances(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Listing<RemittanceSummary>>> {
    Ok(Json(
        remittance::remittances(&api.app, &staff.caller, &query)
            .await?
            .into(),
    ))
}
