//! Searching the audit trail.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{AuditId, Instant};
use platform::audit::{self, Outcome};
use serde::Serialize;
use utoipa::ToSchema;

use super::OutcomeCode;
use crate::Api;
use crate::extract::Asked;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Id, Listing, Moment, asked};

/// 审计记录: who did what to what, when and from where.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AuditEvent {
    #[schema(value_type = Id)]
    audit_id: AuditId,
    #[schema(value_type = Moment)]
    at: Instant,
    /// The actor's label, as `staff:` with an id or `system:` with a job.
    actor: String,
    /// The actor's name then.
    actor_name: String,
    /// 网络地址.
    address: Option<String>,
    /// The action's code; `GET /api/actions` has its words.
    action: String,
    #[schema(value_type = OutcomeCode)]
    outcome: Outcome,
    /// The kind of thing it was about.
    subject_kind: String,
    /// Its id.
    subject_id: String,
    /// Ids and figures of the act, by name.
    #[schema(value_type = Object)]
    detail: serde_json::Value,
}

impl From<audit::Event> for AuditEvent {
    fn from(event: audit::Event) -> AuditEvent {
        AuditEvent {
            audit_id: event.audit_id,
            at: event.at,
            actor: event.actor,
            actor_name: event.actor_name,
            address: event.address,
            action: event.action,
            outcome: event.outcome,
            subject_kind: event.subject_kind,
            subject_id: event.subject_id,
            // What can't be read any more is shown as it is: `anju verify` tells why.
            detail: serde_json::from_str(&event.detail)
                .unwrap_or_else(|_| serde_json::json!({ "text": event.detail })),
        }
    }
}

asked!(AuditAsked: audit::EVENTS.info().0, also ["day.from", "day.to"]);

/// The audit trail, the latest first. `day.from` and `day.to` are calendar days in China.
#[utoipa::path(
    get,
    path = "/api/audit-events",
    tag = "audit",
    params(AuditAsked),
    responses((status = 200, body = Listing<AuditEvent>), ReadRefusals)
)]
pub(crate) async fn list_audit_events(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Listing<AuditEvent>>> {
    Ok(Json(
        audit::events(&api.app, &staff.caller, &query).await?.into(),
    ))
}
