//! Registering a payer.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use fund::payer;
use kernel::PayerId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::NewArrangement;
use crate::Api;
use crate::extract::{Body, Key};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;
use crate::wire::Id;

/// A payer to be registered.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewPayer {
    /// 代付单位名称.
    #[schema(max_length = 120)]
    name: String,
    /// 代付类型.
    #[schema(value_type = super::PayerKindCode)]
    kind: String,
    /// 统一社会信用代码.
    #[schema(max_length = 18)]
    credit_code: String,
    /// 付款账户号码.
    #[schema(max_length = 30)]
    account_number: String,
    /// 代付依据: the document.
    #[schema(max_length = 120)]
    basis: String,
    /// For whom it pays; at most 500 at once.
    employers: Vec<NewArrangement>,
}

/// A registered payer.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PayerRegistered {
    #[schema(value_type = Id)]
    payer_id: PayerId,
}

/// Registers a payer with the employers it pays for.
#[utoipa::path(
    post,
    path = "/api/payers",
    tag = "payers",
    params(Key),
    request_body = NewPayer,
    responses((status = 201, body = PayerRegistered), ChangeRefusals)
)]
pub(crate) async fn register_payer(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Key(key): Key,
    Body(form): Body<NewPayer>,
) -> Answer<(StatusCode, Json<PayerRegistered>)> {
    let employers = form.employers.into_iter();
    let new = payer::NewPayer {
        name: form.name,
        kind: form.kind,
        credit_code: form.credit_code,
        account_number: form.account_number,
        basis: form.basis,
        employers: employers.map(payer::NewArrangement::from).collect(),
    };
    let payer_id = payer::register(&api.app, &staff.caller, &key, new).await?;
    Ok((StatusCode::CREATED, Json(PayerRegistered { payer_id })))
}
