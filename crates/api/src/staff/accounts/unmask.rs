//! A member's data, whole, for a reason.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::account::{self, UnmaskPurpose, WholeMember};
use kernel::AccountNo;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Named};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;

/// What somebody needs to see a member's data whole for.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Unmasking {
    #[schema(value_type = super::UnmaskPurposeCode)]
    purpose: UnmaskPurpose,
    /// On one line.
    #[schema(max_length = 120)]
    reason: String,
}

/// A member's data as they are.
#[derive(Serialize, ToSchema)]
pub(crate) struct UnmaskedMember {
    /// 姓名.
    name: String,
    /// 证件类型, a code.
    id_kind: &'static str,
    /// 证件号码.
    id_number: String,
    /// 手机号码.
    mobile: Option<String>,
}

impl From<WholeMember> for UnmaskedMember {
    fn from(whole: WholeMember) -> UnmaskedMember {
        UnmaskedMember {
            name: whole.name,
            id_kind: whole.id_kind.code(),
            id_number: whole.id_number,
            mobile: whole.mobile,
        }
    }
}

/// Shows the data of the member behind an account whole. It takes no key: each look is one of its own,
/// and stands in the trail with its reason.
#[utoipa::path(
    post,
    path = "/api/accounts/{no}/unmask",
    tag = "accounts",
    params(("no" = String, Path, description = "个人账号")),
    request_body = Unmasking,
    responses((status = 200, body = UnmaskedMember), ChangeRefusals)
)]
pub(crate) async fn unmask_member(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(account_no): Named<AccountNo>,
    Body(Unmasking { purpose, reason }): Body<Unmasking>,
) -> Answer<Json<UnmaskedMember>> {
    let whole = account::unmask(&api.app, &staff.caller, account_no, purpose, &reason).await?;
    Ok(Json(whole.into()))
}
