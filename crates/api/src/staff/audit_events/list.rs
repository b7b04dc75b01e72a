//! Searching the audit trail.

use std::collections::HashMap;
use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{AuditId, Instant};
use platform::audit::{self, Outcome};
use serde::Serialize;
use utoipa::ToSchema;

use super::OutcomeCode;
use crate::Api;
use crate::export::{Chosen, Export, ExportAsked, ListSheet, code_words, sentence, text};
use crate::extract::Asked;
use crate::problem::{Answer, ExportRefusals, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Id, Listing, Moment, asked};
use crate::workbook::{MEDIA_TYPE, Workbook};

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

/// An event with its action's word.
struct Worded {
    event: AuditEvent,
    action: String,
}

static SHEET: ListSheet<Worded> = ListSheet {
    name: "audit_events",
    title: "审计记录",
    columns: &[
        text("at", "时间", 20, |row| row.event.at.in_china()),
        text("actor_name", "操作者", 12, |row| {
            row.event.actor_name.clone()
        }),
        text("address", "网络地址", 16, |row| {
            row.event.address.clone().unwrap_or_default()
        }),
        text("action", "操作", 18, |row| row.action.clone()),
        text("outcome", "结果", 10, |row| {
            row.event.outcome.label().to_owned()
        }),
        text("subject_kind", "对象", 16, |row| {
            row.event.subject_kind.clone()
        }),
        text("subject_id", "对象编号", 38, |row| {
            row.event.subject_id.clone()
        }),
        sentence("detail", "内容", |row| row.event.detail.to_string()),
        text("audit_id", "记录号", 38, |row| {
            row.event.audit_id.to_string()
        }),
    ],
    filters: &[("outcome", code_words!(Outcome))],
};

/// The audit trail that the filters select, as an `.xlsx` file: what the list shows, and what
/// unfolds beneath. Audited.
#[utoipa::path(
    get,
    path = "/api/audit-events/list.xlsx",
    tag = "audit",
    params(AuditAsked, Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_audit_events(
    State(api): State<Arc<Api>>,
    staff: Staff,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let actions = api.actions.iter().chain(&api.beyond_roles);
    let words: HashMap<&str, &str> = actions.map(|one| (one.code, one.label)).collect();
    let words = Arc::new(words);
    let worded = move |event: audit::Event| {
        let word = words.get(event.action.as_str()).copied();
        let action = word.unwrap_or(&event.action).to_owned();
        let event = AuditEvent::from(event);
        Worded { event, action }
    };
    let export = Export::begin(&api, &staff.caller).await?;
    export
        .list(&SHEET, asked, move |app, caller, query| {
            let worded = worded.clone();
            Box::pin(async move { Ok(audit::events(app, caller, query).await?.map(worded)) })
        })
        .await
}
