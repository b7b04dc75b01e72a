//! A member's mobile, and its changes.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use fund::member::change_mobile::{
    self, MobileChangeView, MobileReason, NewMobile, SeenDocument, change_mobile,
};
use kernel::{AccountNo, Instant};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{MobileReasonCode, SeenDocumentCode};
use crate::Api;
use crate::extract::{Body, Key, Named};
use crate::problem::{Answer, ChangeRefusals, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::{Items, Moment};

/// A new mobile of an account's member.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MobileChange {
    /// 新手机号码.
    mobile: String,
    /// 变更原因.
    #[schema(value_type = MobileReasonCode)]
    reason: String,
    /// 核验材料: what was seen.
    #[schema(value_type = SeenDocumentCode)]
    document: String,
    /// 说明; needed where the reason is another.
    #[schema(max_length = 120)]
    note: Option<String>,
}

/// Changes the mobile of an account's member, at the counter. The member's sessions end, and both
/// numbers are told.
#[utoipa::path(
    post,
    path = "/api/accounts/{no}/change-mobile",
    tag = "accounts",
    params(("no" = String, Path, description = "个人账号"), Key),
    request_body = MobileChange,
    responses((status = 204), ChangeRefusals)
)]
pub(crate) async fn change_member_mobile(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(account_no): Named<AccountNo>,
    Key(key): Key,
    Body(asked): Body<MobileChange>,
) -> Answer<StatusCode> {
    let new = NewMobile {
        mobile: asked.mobile,
        reason: asked.reason,
        document: asked.document,
        note: asked.note,
    };
    change_mobile(&api.app, &staff.caller, &key, account_no, new).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// 手机号码变更: both numbers are masked.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MobileChanged {
    /// None where there was none on file.
    old_mobile: Option<String>,
    new_mobile: String,
    #[schema(value_type = MobileReasonCode)]
    reason: MobileReason,
    #[schema(value_type = SeenDocumentCode)]
    document: SeenDocument,
    note: Option<String>,
    #[schema(value_type = Moment)]
    made_at: Instant,
    /// By whom.
    made_by_name: String,
}

impl From<MobileChangeView> for MobileChanged {
    fn from(change: MobileChangeView) -> MobileChanged {
        MobileChanged {
            old_mobile: change.old_mobile,
            new_mobile: change.new_mobile,
            reason: change.reason,
            document: change.document,
            note: change.note,
            made_at: change.made_at,
            made_by_name: change.made_by_name,
        }
    }
}

/// The changes of the mobile of an account's member, the latest first.
#[utoipa::path(
    get,
    path = "/api/accounts/{no}/mobile-changes",
    tag = "accounts",
    params(("no" = String, Path, description = "个人账号")),
    responses((status = 200, body = Items<MobileChanged>), ReadOneRefusals)
)]
pub(crate) async fn list_mobile_changes(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(account_no): Named<AccountNo>,
) -> Answer<Json<Items<MobileChanged>>> {
    let changes = change_mobile::changes(&api.app, &staff.caller, account_no).await?;
    Ok(Json(Items::of(changes)))
}
