//! Everything that can be done, with its words.

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
    /// Whether roles give it; else it follows from other acts or is done at the terminal.
    by_role: bool,
    /// Whether it can be made to need approval.
    approvable: bool,
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
    let given = api.actions.iter().map(|action| (action, true));
    let beyond = api.beyond_roles.iter().map(|action| (action, false));
    let action = |(action, by_role): (&&platform::Action, bool)| Action {
        code: action.code,
        label: action.label,
        by_role,
        approvable: api
            .businesses
            .iter()
            .any(|known| known.business.code == action.code),
    };
    Ok(Json(Items::of(given.chain(beyond).map(action))))
}
