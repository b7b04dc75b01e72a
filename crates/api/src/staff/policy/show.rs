//! One policy parameter.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::policy::PARAMETERS;
use platform::policy::{self, ParameterKey};

use super::list::{Onlooker, PolicyItem};
use crate::Api;
use crate::extract::Named;
use crate::problem::{Answer, ReadOneRefusals};
use crate::session::Staff;

/// One policy parameter with its history.
#[utoipa::path(
    get,
    path = "/api/policy/{key}",
    tag = "policy",
    params(("key" = String, Path)),
    responses((status = 200, body = PolicyItem), ReadOneRefusals)
)]
pub(crate) async fn show_policy(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(key): Named<ParameterKey>,
) -> Answer<Json<PolicyItem>> {
    let caller = &staff.caller;
    let (state, mentioned) = policy::show(&api.app, caller, PARAMETERS, &key).await?;
    let mentioned = &mentioned;
    Ok(Json(PolicyItem::of(
        &state,
        &Onlooker { caller, mentioned },
    )?))
}
