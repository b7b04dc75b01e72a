//! What an event says, and how it is chained.

use std::fmt;

use db::{Digest, Digest32};
use kernel::{AuditId, Instant};

use crate::Action;

db::codes! {
    /// 结果: how an audited act ended.
    pub enum Outcome {
        /// 完成: it was done.
        Done = "done", "完成";
        /// 拒绝: the caller may not do it.
        Denied = "denied", "越权拒绝";
        /// 失败: it was tried and failed, such as a wrong password.
        Failed = "failed", "失败";
    }
}

/// What an act was about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The kind of thing: the English noun of its table.
    pub kind: &'static str,
    /// Its id, as text.
    pub id: String,
}

impl Subject {
    /// The thing of this kind with this id.
    pub fn new(kind: &'static str, id: impl fmt::Display) -> Self {
        Self {
            kind,
            id: id.to_string(),
        }
    }
}

/// An event about to be recorded.
pub(crate) struct NewEvent<'a> {
    pub(crate) action: &'a Action,
    pub(crate) outcome: Outcome,
    pub(crate) subject: Subject,
    pub(crate) detail: serde_json::Value,
}

db::row! {
    /// An event of the trail.
    pub struct Event {
        /// Its id; ids grow with time.
        pub audit_id: AuditId,
        /// When it happened.
        pub at: Instant,
        /// The actor's label, such as `staff:<uuid>`.
        pub actor: String,
        /// The actor's name then.
        pub actor_name: String,
        /// The network address the request came from.
        pub address: Option<String>,
        /// The action's code.
        pub action: String,
        /// How it ended.
        pub outcome: Outcome,
        /// The kind of thing it was about.
        pub subject_kind: String,
        /// The id of that thing.
        pub subject_id: String,
        /// Figures and ids of the act, as JSON.
        pub detail: String,
    }
}

/// The hash of the event at a place of the chain, over the hash before it.
pub(crate) fn link(previous: Digest32, position: i64, event: &Event) -> Digest32 {
    Digest::new("audit_event")
        .bytes(previous.bytes())
        .int(position)
        .column(event.audit_id)
        .column(event.at)
        .text(&event.actor)
        .text(&event.actor_name)
        .text_or_none(event.address.as_deref())
        .text(&event.action)
        .text(event.outcome.code())
        .text(&event.subject_kind)
        .text(&event.subject_id)
        .text(&event.detail)
        .finish()
}
