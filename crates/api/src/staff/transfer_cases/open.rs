//! Opening transfer cases for a roster.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use fund::transfer;
use kernel::RosterId;
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Key, Named};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;

/// Cases that were opened.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TransferCasesOpened {
    /// How many.
    opened: usize,
}

/// Opens a case for everyone of a roster whom another employer still has.
#[utoipa::path(
    post,
    path = "/api/rosters/{id}/transfer-cases",
    tag = "transfer-cases",
    params(("id" = String, Path, format = "uuid"), Key),
    responses((status = 201, body = TransferCasesOpened), ChangeRefusals)
)]
pub(crate) async fn open_transfer_cases(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(roster_id): Named<RosterId>,
    Key(key): Key,
) -> Answer<(StatusCode, Json<TransferCasesOpened>)> {
    let opened = transfer::open(&api.app, &staff.caller, &key, roster_id).await?;
    Ok((StatusCode::CREATED, Json(TransferCasesOpened { opened })))
}
