//! Who doesn't stand in a roster.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::roster;
use kernel::{AccountNo, Fen, PageRequest, RosterId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::Api;
use crate::extract::{Named, Question};
use crate::problem::{Answer, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::{Listing, Number};

/// Which page of the members is asked for.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct MissingAsked {
    /// 每页行数.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u32>,
    /// 上一页的 next.
    after: Option<String>,
}

/// A contributing member of the employer who doesn't stand in the roster. What is personal is
/// masked.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MissingMember {
    /// 个人账号.
    #[schema(value_type = Number)]
    account_no: AccountNo,
    name: String,
    id_number: String,
    /// 缴存基数.
    #[schema(value_type = i64)]
    base_fen: Fen,
    /// 月缴存额, both sides.
    #[schema(value_type = i64)]
    monthly_fen: Fen,
}

impl From<roster::MissingMember> for MissingMember {
    fn from(row: roster::MissingMember) -> MissingMember {
        MissingMember {
            account_no: row.account_no,
            name: row.name,
            id_number: row.id_number,
            base_fen: row.base_fen,
            monthly_fen: row.monthly_fen,
        }
    }
}

/// The employer's contributing members who don't stand in the roster, by account number.
#[utoipa::path(
    get,
    path = "/api/rosters/{id}/missing-members",
    tag = "rosters",
    params(("id" = String, Path, format = "uuid"), MissingAsked),
    responses((status = 200, body = Listing<MissingMember>), ReadOneRefusals)
)]
pub(crate) async fn list_missing_members(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(roster_id): Named<RosterId>,
    Question(asked): Question<MissingAsked>,
) -> Answer<Json<Listing<MissingMember>>> {
    let page = PageRequest::new(asked.after, asked.limit)?;
    Ok(Json(
        roster::missing(&api.app, &staff.caller, roster_id, &page)
            .await?
            .into(),
    ))
}
