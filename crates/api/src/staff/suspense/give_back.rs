//! Returning suspense to its payer.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use kernel::{Fen, SuspenseId, VoucherId};
use serde::{Deserialize, Serialize};
use settlement::suspense;
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key, Named};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id, PendingApproval, Reply};

/// A return as the accountant writes it off the bank's advice.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SuspenseReturn {
    /// All that is left, or a part.
    #[schema(value_type = i64)]
    amount_fen: Fen,
    /// 银行流水号 of the payment.
    #[schema(max_length = 40)]
    bank_serial: String,
    /// The day the bank paid it.
    #[schema(value_type = Day)]
    value_date: String,
    #[schema(max_length = 200)]
    reason: String,
}

/// Money that went back.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SuspenseReturned {
    #[schema(value_type = Id)]
    voucher_id: VoucherId,
}

/// Returns money that waits to its payer. It may need approval.
#[utoipa::path(
    post,
    path = "/api/suspense/{id}/return",
    tag = "suspense",
    params(("id" = String, Path, format = "uuid"), Key),
    request_body = SuspenseReturn,
    responses(
        (status = 200, body = SuspenseReturned),
        (status = 202, body = PendingApproval),
        ChangeRefusals
    )
)]
pub(crate) async fn return_suspense(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(suspense_id): Named<SuspenseId>,
    Key(key): Key,
    Body(form): Body<SuspenseReturn>,
) -> Answer<Reply<SuspenseReturned>> {
    let new = suspense::Return {
        amount_fen: form.amount_fen,
        bank_serial: form.bank_serial,
        value_date: form.value_date,
        reason: form.reason,
    };
    let (app, caller) = (&api.app, &staff.caller);
    let outcome = suspense::give_back(app, caller, &key, suspense_id, new).await?;
    Ok(Reply::of(StatusCode::OK, outcome, |voucher_id| {
        SuspenseReturned { voucher_id }
    }))
}
