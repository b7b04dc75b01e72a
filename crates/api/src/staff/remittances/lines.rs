//! The lines of a remittance.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::remittance;
use kernel::{AccountNo, Fen, RemittanceId};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Asked, Named};
use crate::problem::{Answer, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::{Listing, Number, asked, named};

/// A line of a remittance. What is personal is masked.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RemittanceLine {
    line_no: i64,
    #[schema(value_type = Number)]
    account_no: AccountNo,
    name: String,
    /// 缴存基数.
    #[schema(value_type = i64)]
    base_fen: Fen,
    #[schema(value_type = i64)]
    employer_fen: Fen,
    #[schema(value_type = i64)]
    member_fen: Fen,
}

impl From<remittance::RemittanceLine> for RemittanceLine {
    fn from(row: remittance::RemittanceLine) -> RemittanceLine {
        RemittanceLine {
            line_no: row.line_no,
            account_no: row.account_no,
            name: row.name,
            base_fen: row.base_fen,
            employer_fen: row.employer_fen,
            member_fen: row.member_fen,
        }
    }
}

asked!(LinesAsked: named(fund::lists(), "remittance_lines"), bound ["batch_id"]);

/// The lines of a remittance, by account.
#[utoipa::path(
    get,
    path = "/api/remittances/{id}/lines",
    tag = "remittances",
    params(("id" = String, Path, format = "uuid"), LinesAsked),
    responses((status = 200, body = Listing<RemittanceLine>), ReadOneRefusals)
)]
pub(crate) async fn list_remittance_lines(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(remittance_id): Named<RemittanceId>,
    Asked(query): Asked,
) -> Answer<Json<Listing<RemittanceLine>>> {
    let (app, caller) = (&api.app, &staff.caller);
    Ok(Json(
        remittance::remittance_lines(app, caller, remittance_id, &query)
            .await?
            .into(),
    ))
}
