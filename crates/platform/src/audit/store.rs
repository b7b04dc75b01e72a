//! The statements of the audit trail.

use db::{Bulk, Digest32, Kind, List, ListColumn, ListInfo, Op};
use kernel::{AuditId, Date, Instant};

use super::day::DayHead;
use super::model::{Event, Outcome};

db::row! {
    /// A place of the chain.
    pub(crate) struct SealRow {
        pub position: i64,
        pub audit_id: AuditId,
        pub hash: Digest32,
    }
}

db::row! {
    /// A place of the chain with its event, whose columns are missing when the event is.
    pub(crate) struct SealedEventRow {
        pub position: i64,
        pub audit_id: AuditId,
        pub hash: Digest32,
        pub at: Option<Instant>,
        pub actor: Option<String>,
        pub actor_name: Option<String>,
        pub address: Option<String>,
        pub action: Option<String>,
        pub outcome: Option<Outcome>,
        pub subject_kind: Option<String>,
        pub subject_id: Option<String>,
        pub detail: Option<String>,
    }
}

impl SealedEventRow {
    /// The event, unless it is missing.
    pub(crate) fn event(self) -> Option<Event> {
        Some(Event {
            audit_id: self.audit_id,
            at: self.at?,
            actor: self.actor?,
            actor_name: self.actor_name?,
            address: self.address,
            action: self.action?,
            outcome: self.outcome?,
            subject_kind: self.subject_kind?,
            subject_id: self.subject_id?,
            detail: self.detail?,
        })
    }
}

db::statements! {
    /// An event of the trail.
    INSERT_EVENT: Event => () =
        "INSERT INTO audit_event (centre_id, audit_id, at, actor, actor_name, address, action,
             outcome, subject_kind, subject_id, detail)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    /// It waits to be sealed.
    INSERT_TAIL: (AuditId,) => () =
        "INSERT INTO audit_tail (centre_id, audit_id) VALUES ($1, $2)";
    /// Whether any event waits.
    TAIL_FIRST: () => (AuditId,) =
        "SELECT audit_id FROM audit_tail WHERE centre_id = $1 ORDER BY audit_id LIMIT 1";
    /// How many events wait.
    TAIL_LENGTH: () => (i64,) =
        "SELECT CAST(COUNT(*) AS BIGINT) FROM audit_tail WHERE centre_id = $1";
    /// When the event that waits longest happened.
    TAIL_OLDEST: () => (Instant,) =
        "SELECT e.at FROM audit_tail t
         JOIN audit_event e ON e.centre_id = t.centre_id AND e.audit_id = t.audit_id
         WHERE t.centre_id = $1 ORDER BY t.audit_id LIMIT 1";
    /// The events that wait, oldest first.
    TAIL: (i64,) => Event =
        "SELECT e.audit_id, e.at, e.actor, e.actor_name, e.address, e.action, e.outcome,
             e.subject_kind, e.subject_id, e.detail
         FROM audit_tail t
         JOIN audit_event e ON e.centre_id = t.centre_id AND e.audit_id = t.audit_id
         WHERE t.centre_id = $1 ORDER BY t.audit_id LIMIT $2";
    /// The first seal of a centre finds a head to lock.
    BEGIN_CHAIN: (Digest32,) => () =
        "INSERT INTO audit_head (centre_id, position, hash) VALUES ($1, 0, $2)
         ON CONFLICT (centre_id) DO NOTHING";
    /// The end of the chain, kept from other keepers.
    HEAD_LOCKED [for update]: () => (i64, Digest32) =
        "SELECT position, hash FROM audit_head WHERE centre_id = $1";
    /// The end of the chain.
    HEAD: () => (i64, Digest32) =
        "SELECT position, hash FROM audit_head WHERE centre_id = $1";
    /// The chain is longer now.
    MOVE_HEAD: (i64, Digest32) => () =
        "UPDATE audit_head SET position = $2, hash = $3 WHERE centre_id = $1";
    /// What has been sealed between two places waits no longer.
    CLEAR_TAIL: (i64, i64) => () =
        "DELETE FROM audit_tail WHERE centre_id = $1 AND audit_id IN (
             SELECT s.audit_id FROM audit_seal s
             WHERE s.centre_id = $1 AND s.position BETWEEN $2 AND $3)";
    /// The whole chain with its events, in order.
    CHAIN: () => SealedEventRow =
        "SELECT s.position, s.audit_id, s.hash, e.at, e.actor, e.actor_name, e.address, e.action,
             e.outcome, e.subject_kind, e.subject_id, e.detail
         FROM audit_seal s
         LEFT JOIN audit_event e ON e.centre_id = s.centre_id AND e.audit_id = s.audit_id
         WHERE s.centre_id = $1 ORDER BY s.position";
    /// Events that neither wait nor are sealed: slipped in, or cut off with the chain's end.
    STRAY_EVENTS: (i64,) => (AuditId,) =
        "SELECT e.audit_id FROM audit_event e
         WHERE e.centre_id = $1
             AND NOT EXISTS (SELECT 1 FROM audit_seal s
                 WHERE s.centre_id = $1 AND s.audit_id = e.audit_id)
             AND NOT EXISTS (SELECT 1 FROM audit_tail t
                 WHERE t.centre_id = $1 AND t.audit_id = e.audit_id)
         ORDER BY e.audit_id LIMIT $2";
    /// Tail rows whose event is gone.
    LOST_TAIL: (i64,) => (AuditId,) =
        "SELECT t.audit_id FROM audit_tail t
         WHERE t.centre_id = $1
             AND NOT EXISTS (SELECT 1 FROM audit_event e
                 WHERE e.centre_id = $1 AND e.audit_id = t.audit_id)
         ORDER BY t.audit_id LIMIT $2";
    /// How many days have been closed.
    LAST_DAY_NUMBER: () => (i64,) =
        "SELECT CAST(COALESCE(MAX(day_number), 0) AS BIGINT) FROM audit_day_head
         WHERE centre_id = $1";
    /// A day's head is taken once.
    INSERT_DAY_HEAD: DayHead => () =
        "INSERT INTO audit_day_head
             (centre_id, business_date, day_number, position, hash, made_at, mac)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (centre_id, business_date) DO NOTHING";
    /// The head of a day.
    DAY_HEAD: (Date,) => DayHead =
        "SELECT business_date, day_number, position, hash, made_at, mac
         FROM audit_day_head WHERE centre_id = $1 AND business_date = $2";
    /// The heads of all days, in order.
    DAY_HEADS: () => DayHead =
        "SELECT business_date, day_number, position, hash, made_at, mac
         FROM audit_day_head WHERE centre_id = $1 ORDER BY business_date";
    /// Closed days whose head is gone.
    DAYS_WITHOUT_HEAD: (i64,) => (Date,) =
        "SELECT d.business_date FROM business_day d
         WHERE d.centre_id = $1 AND d.status = 'closed'
             AND NOT EXISTS (SELECT 1 FROM audit_day_head h
                 WHERE h.centre_id = $1 AND h.business_date = d.business_date)
         ORDER BY d.business_date LIMIT $2";
    /// How many events wait.
    WAITING: () => (i64,) =
        "SELECT CAST(COUNT(*) AS BIGINT) FROM audit_tail WHERE centre_id = $1";
    /// Since when the oldest of them does.
    OLDEST_WAITING: () => (Instant,) =
        "SELECT e.at FROM audit_tail t
         JOIN audit_event e ON e.centre_id = t.centre_id AND e.audit_id = t.audit_id
         WHERE t.centre_id = $1 ORDER BY t.audit_id LIMIT 1";
    /// When an action was last done.
    LAST_DONE: (String,) => (Instant,) =
        "SELECT at FROM audit_event WHERE centre_id = $1 AND action = $2 AND outcome = 'done'
         ORDER BY audit_id DESC LIMIT 1";
    /// What an action did to the subjects after one and up to another.
    DONE_BETWEEN: (String, String, String) => (String, String) =
        "SELECT subject_id, detail FROM audit_event
         WHERE centre_id = $1 AND subject_id > $3 AND subject_id <= $4
             AND action = $2 AND outcome = 'done'
         ORDER BY subject_id, audit_id";
}

/// Seals being written.
pub(crate) const SEALS: Bulk<SealRow> = Bulk::of("audit_seal");

/// The trail, newest first.
pub static EVENTS: List<Event> = List::new(ListInfo {
    name: "audit_events",
    joined: None,
    given: &[],
    select: "e.audit_id, e.at, e.actor, e.actor_name, e.address, e.action, e.outcome, \
             e.subject_kind, e.subject_id, e.detail",
    from: "audit_event e",
    filter: "e.centre_id = $1",
    key: ListColumn {
        name: "audit_id",
        sql: "e.audit_id",
        kind: Kind::Id,
        ops: &[Op::Equal],
        sort: true,
    },
    columns: &[
        ListColumn {
            name: "at",
            sql: "e.at",
            kind: Kind::Instant,
            ops: &[Op::AtLeast, Op::AtMost],
            sort: true,
        },
        ListColumn {
            name: "actor",
            sql: "e.actor",
            kind: Kind::Text,
            ops: &[Op::Equal],
            sort: false,
        },
        ListColumn {
            name: "action",
            sql: "e.action",
            kind: Kind::Text,
            ops: &[Op::Equal],
            sort: false,
        },
        ListColumn {
            name: "outcome",
            sql: "e.outcome",
            kind: Kind::Text,
            ops: &[Op::Equal],
            sort: false,
        },
        ListColumn {
            name: "subject_kind",
            sql: "e.subject_kind",
            kind: Kind::Text,
            ops: &[Op::Equal],
            sort: false,
        },
        ListColumn {
            name: "subject_id",
            sql: "e.subject_id",
            kind: Kind::Text,
            ops: &[Op::Equal],
            sort: false,
        },
    ],
    default_sort: "-audit_id",
    totals: &[],
});
