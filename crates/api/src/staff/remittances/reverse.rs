//! Reversing a posted remittance.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use fund::remittance;
use kernel::{Fen, RemittanceId, VoucherId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key, Named};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;
use crate::wire::{Id, PendingApproval, Reply};

/// Why a remittance is reversed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RemittanceReversal {
    /// On one line.
    #[schema(max_length = 120)]
    reason: String,
    /// What the preview told that accounts lack together, and that becomes receivable; nothing when
    /// they lack nothing.
    #[schema(value_type = Option<i64>)]
    shortfall_fen: Option<Fen>,
}

/// A reversed remittance.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RemittanceReversed {
    /// The vouchers that take it back.
    #[schema(value_type = Vec<Id>)]
    voucher_ids: Vec<VoucherId>,
}

/// Takes a posted remittance back from every account; its money waits in suspense, and what accounts
/// lack becomes receivable from their members. It may need approval.
#[utoipa::path(
    post,
    path = "/api/remittances/{id}/reverse",
    tag = "remittances",
    params(("id" = String, Path, format = "uuid"), Key),
    request_body = RemittanceReversal,
    responses(
        (status = 200, body = RemittanceReversed),
        (status = 202, body = PendingApproval),
        ChangeRefusals
    )
)]
pub(crate) async fn reverse_remittance(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(remittance_id): Named<RemittanceId>,
    Key(key): Key,
    Body(form): Body<RemittanceReversal>,
) -> Answer<Reply<RemittanceReversed>> {
    let (app, caller) = (&api.app, &staff.caller);
    let accepted = form.shortfall_fen.unwrap_or(Fen::ZERO);
    let outcome =
        remittance::reverse(app, caller, &key, remittance_id, &form.reason, accepted).await?;
    Ok(Reply::of(StatusCode::OK, outcome, |voucher_ids| {
        RemittanceReversed { voucher_ids }
    }))
}
