//! Confirming a roster.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use fund::roster;
use kernel::{RemittanceId, RosterId};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Key, Named};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;
use crate::wire::Id;

/// A remittance that was assessed.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RemittanceAssessed {
    #[schema(value_type = Id)]
    remittance_id: RemittanceId,
}

impl From<RemittanceId> for RemittanceAssessed {
    fn from(remittance_id: RemittanceId) -> RemittanceAssessed {
        RemittanceAssessed { remittance_id }
    }
}

/// Opens and adjusts the accounts of a roster and assesses its remittance.
#[utoipa::path(
    post,
    path = "/api/rosters/{id}/confirm",
    tag = "rosters",
    params(("id" = String, Path, format = "uuid"), Key),
    responses((status = 201, body = RemittanceAssessed), ChangeRefusals)
)]
pub(crate) async fn confirm_roster(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(roster_id): Named<RosterId>,
    Key(key): Key,
) -> Answer<(StatusCode, Json<RemittanceAssessed>)> {
    let remittance_id = roster::confirm(&api.app, &staff.caller, &key, roster_id).await?;
    Ok((StatusCode::CREATED, Json(remittance_id.into())))
}
