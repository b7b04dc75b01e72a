//! Everything that can be permitted.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::wire::Items;

/// 权限操作.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Action {
    code: &'static str,
    label: &'static str,
}

impl From<&&'static platform::Action> for Action {
    fn from(action: &&'static platform::Action) -> Action {
        Action {
            code: action.code,
            label: action.label,
        }
    }
}

/// Every action with its words. They are the program's own: the same for everyone who signed in.
#[utoipa::path(
    get,
    path = "/api/actions",
    tag = "roles",
    responses((status = 200, body = Items<Action>), ReadRefusals)
)]
pub(crate) async fn list_actions(
    State(api): State<Arc<Api>>,
    _: Staff,
) -> Answer<Json<Items<Action>>> {
    Ok(Json(Items::of(&api.actions)))
}
