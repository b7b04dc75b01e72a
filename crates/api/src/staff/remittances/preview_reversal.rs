//! What a reversal would do.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::account::AccountStatus;
use fund::remittance;
use kernel::{AccountNo, Fen, RemittanceId};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::extract::Named;
use crate::problem::{Answer, ReadOneRefusals};
use crate::session::Staff;
use crate::staff::accounts::AccountStatusCode;
use crate::wire::Number;

/// What a reversal would do to the members.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReversalPreview {
    /// Members of the remittance.
    people: i64,
    /// What it brought them, and the reversal takes.
    #[schema(value_type = i64)]
    amount_fen: Fen,
    /// Members whose accounts don't hold what it takes, or are frozen or closed.
    short_people: i64,
    /// What they lack together: it becomes receivable, and the reversal must name it.
    #[schema(value_type = i64)]
    short_fen: Fen,
    /// The first of them, by account; at most 200.
    members: Vec<ShortMember>,
}

/// A member whose account doesn't hold what a reversal takes. What is personal is masked.
#[derive(Debug, Serialize, ToSchema)]
struct ShortMember {
    #[schema(value_type = Number)]
    account_no: AccountNo,
    name: String,
    #[schema(value_type = AccountStatusCode)]
    status: AccountStatus,
    /// 当年归集余额.
    #[schema(value_type = i64)]
    held_fen: Fen,
    /// What the reversal takes.
    #[schema(value_type = i64)]
    amount_fen: Fen,
    /// What of it becomes a claim on the member.
    #[schema(value_type = i64)]
    short_fen: Fen,
}

impl From<remittance::ShortMember> for ShortMember {
    fn from(row: remittance::ShortMember) -> ShortMember {
        ShortMember {
            account_no: row.account_no,
            name: row.name,
            status: row.status,
            held_fen: row.held_fen,
            amount_fen: row.amount_fen,
            short_fen: row.short_fen,
        }
    }
}

/// What a reversal would do: from how many members it takes the whole, and what others lack.
#[utoipa::path(
    get,
    path = "/api/remittances/{id}/reversal",
    tag = "remittances",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = ReversalPreview), ReadOneRefusals)
)]
pub(crate) async fn preview_reversal(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(remittance_id): Named<RemittanceId>,
) -> Answer<Json<ReversalPreview>> {
    let told = remittance::reversal_preview(&api.app, &staff.caller, remittance_id).await?;
    Ok(Json(ReversalPreview {
        people: told.people,
        amount_fen: told.amount_fen,
        short_people: told.short_people,
        short_fen: told.short_fen,
        members: told.members.into_iter().map(ShortMember::from).collect(),
    }))
}
