//! Using suspense for what a bank took back.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{Fen, RecoveryId, SuspenseId, VoucherId};
use serde::{Deserialize, Serialize};
use settlement::recovery;
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key, Named};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;
use crate::wire::Id;

/// So much of an item of suspense is what was to come back.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewRecovered {
    #[schema(value_type = Id)]
    suspense_id: SuspenseId,
    #[schema(value_type = i64)]
    amount_fen: Fen,
}

/// Money that came back.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Recovered {
    #[schema(value_type = Id)]
    voucher_id: VoucherId,
}

/// Uses money that waits for what is to come back.
#[utoipa::path(
    post,
    path = "/api/recoveries/{id}/recover",
    tag = "recoveries",
    params(("id" = String, Path, format = "uuid"), Key),
    request_body = NewRecovered,
    responses((status = 200, body = Recovered), ChangeRefusals)
)]
pub(crate) async fn recover(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(recovery_id): Named<RecoveryId>,
    Key(key): Key,
    Body(form): Body<NewRecovered>,
) -> Answer<Json<Recovered>> {
    let (app, caller) = (&api.app, &staff.caller);
    let NewRecovered {
        suspense_id,
        amount_fen,
    } = form;
    let voucher_id =
        recovery::recover(app, caller, &key, recovery_id, suspense_id, amount_fen).await?;
    Ok(Json(Recovered { voucher_id }))
}
