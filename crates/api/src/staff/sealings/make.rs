//! Sealing accounts.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use fund::sealing::{self, SealReason, Who};
use kernel::{AccountNo, EmployerId, Month, RosterId, SealingId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::SealReasonCode;
use crate::Api;
use crate::extract::{Body, Key};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;
use crate::wire::{Id, Number, YearMonth};

/// Whose accounts are sealed.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum SealedMembers {
    /// These.
    #[schema(value_type = Vec<Number>)]
    Accounts(Vec<AccountNo>),
    /// Everyone who contributes with the employer and doesn't stand in this roster of it.
    #[schema(value_type = Id)]
    MissingFrom(RosterId),
}

/// Members of an employer who stop contributing.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewSealing {
    #[schema(value_type = Id)]
    employer_id: EmployerId,
    /// 封存年月: the first month that the employer no longer contributes for.
    #[schema(value_type = YearMonth)]
    from_month: Month,
    /// `forced` is the end of a transfer case and can't be asked for here.
    #[schema(value_type = SealReasonCode)]
    reason: SealReason,
    /// Must be there when the reason is `other`.
    #[schema(max_length = 200)]
    note: Option<String>,
    members: SealedMembers,
}

/// Accounts that were sealed.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SealingMade {
    #[schema(value_type = Id)]
    sealing_id: SealingId,
}

/// Seals accounts, all or none.
#[utoipa::path(
    post,
    path = "/api/sealings",
    tag = "sealings",
    params(Key),
    request_body = NewSealing,
    responses((status = 201, body = SealingMade), ChangeRefusals)
)]
pub(crate) async fn seal_accounts(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Key(key): Key,
    Body(form): Body<NewSealing>,
) -> Answer<(StatusCode, Json<SealingMade>)> {
    let new = sealing::NewSealing {
        employer_id: form.employer_id,
        from_month: form.from_month,
        reason: form.reason,
        note: form.note,
        who: match form.members {
            SealedMembers::Accounts(accounts) => Who::Accounts(accounts),
            SealedMembers::MissingFrom(roster) => Who::MissingFrom(roster),
        },
    };
    let sealing_id = sealing::seal(&api.app, &staff.caller, &key, new).await?;
    Ok((StatusCode::CREATED, Json(SealingMade { sealing_id })))
}
