//! The key by which everybody can check what the installation signed.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::problem::{Answer, AnyoneRefusals};

/// How exported files are signed, and the public key.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SigningKey {
    /// Of the signature: SM2 with SM3 (GB/T 32918.2), in DER.
    algorithm: &'static str,
    /// 用户标识, which both sides of SM2 must know.
    signer_id: &'static str,
    /// The public key, PEM.
    public_key: String,
}

/// The public key of the signatures that exports carry in the header `X-Signature-SM2`.
#[utoipa::path(
    get,
    path = "/api/centre/signing-key",
    tag = "public",
    security(()),
    responses((status = 200, body = SigningKey), AnyoneRefusals)
)]
pub(crate) async fn signing_key(State(api): State<Arc<Api>>) -> Answer<Json<SigningKey>> {
    Ok(Json(SigningKey {
        algorithm: "SM2-SM3",
        signer_id: db::SIGNER_ID,
        public_key: api.app.db.keys().public_key().pem(),
    }))
}
