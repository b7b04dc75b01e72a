//! Changing what employers a payer pays for.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use fund::payer;
use kernel::{ArrangementId, PayerId};
use serde::Deserialize;
use utoipa::ToSchema;

use super::NewArrangement;
use crate::Api;
use crate::extract::{Body, Key, Named};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id};

/// How what a payer pays for changes.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PayerChange {
    /// 变更依据: the document.
    #[schema(max_length = 120)]
    basis: String,
    /// Arrangements that end.
    end: Vec<ArrangementEnd>,
    /// Employers that it pays for from now on; at most 500 at once.
    add: Vec<NewArrangement>,
}

/// An arrangement that is to end.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ArrangementEnd {
    #[schema(value_type = Id)]
    arrangement_id: ArrangementId,
    /// Its last day; the day before its first when it never was.
    #[schema(value_type = Day)]
    last_day: String,
}

/// Changes what employers a payer pays for: ends first, then what is added.
#[utoipa::path(
    post,
    path = "/api/payers/{id}/change",
    tag = "payers",
    params(("id" = String, Path, format = "uuid"), Key),
    request_body = PayerChange,
    responses((status = 204), ChangeRefusals)
)]
pub(crate) async fn change_payer(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(payer_id): Named<PayerId>,
    Key(key): Key,
    Body(form): Body<PayerChange>,
) -> Answer<StatusCode> {
    let end = form.end.into_iter().map(|end| payer::NewEnd {
        arrangement_id: end.arrangement_id,
        last_day: end.last_day,
    });
    let change = payer::PayerChange {
        basis: form.basis,
        end: end.collect(),
        add: form
            .add
            .into_iter()
            .map(payer::NewArrangement::from)
            .collect(),
    };
    payer::change(&api.app, &staff.caller, &key, payer_id, change).await?;
    Ok(StatusCode::NO_CONTENT)
}
