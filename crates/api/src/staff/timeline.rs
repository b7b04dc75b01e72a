//! What the timelines of employers and accounts have in common on the wire.

use fund::timeline::{self, EventKind};
use kernel::{Fen, Instant, Month, PayerId, RecoveryId, RemittanceId, SuspenseId, TransferCaseId};
use serde::Serialize;
use utoipa::ToSchema;

use crate::export::{Column, amount, count, or_none, sentence, text};
use crate::wire::{Id, Moment, YearMonth, code_schema};

code_schema! {
    EventKindCode = EventKind;
}

/// Something that happened.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TimelineEvent {
    /// Tells it from the thing's other events.
    event_no: i64,
    #[schema(value_type = EventKindCode)]
    kind: EventKind,
    #[schema(value_type = Moment)]
    at: Instant,
    /// By whom; nobody's name where that isn't told.
    by: Option<String>,
    /// What happened, in a sentence.
    sentence: String,
    /// The month that it is about, or from which it holds.
    #[schema(value_type = Option<YearMonth>)]
    month: Option<Month>,
    /// How many members.
    people: Option<i64>,
    #[schema(value_type = Option<i64>)]
    amount_fen: Option<Fen>,
    /// The remittance that it is of.
    #[schema(value_type = Option<Id>)]
    remittance_id: Option<RemittanceId>,
    #[schema(value_type = Option<Id>)]
    suspense_id: Option<SuspenseId>,
    #[schema(value_type = Option<Id>)]
    recovery_id: Option<RecoveryId>,
    #[schema(value_type = Option<Id>)]
    case_id: Option<TransferCaseId>,
    #[schema(value_type = Option<Id>)]
    payer_id: Option<PayerId>,
}

impl From<timeline::Event> for TimelineEvent {
    fn from(event: timeline::Event) -> TimelineEvent {
        TimelineEvent {
            event_no: event.event_no,
            kind: event.kind,
            at: event.at,
            by: event.by_name,
            sentence: event.sentence,
            month: event.month,
            people: event.people,
            amount_fen: event.amount_fen,
            remittance_id: event.remittance_id,
            suspense_id: event.suspense_id,
            recovery_id: event.recovery_id,
            case_id: event.case_id,
            payer_id: event.payer_id,
        }
    }
}

/// The columns of a timeline's workbook.
pub(super) const COLUMNS: &[Column<TimelineEvent>] = &[
    text("at", "时间", 20, |row| row.at.in_china()),
    text("kind", "事项", 12, |row| row.kind.label().to_owned()),
    sentence("sentence", "内容", |row| row.sentence.clone()),
    text("month", "年月", 10, |row| or_none(row.month)),
    count("people", "人数", |row| row.people),
    amount("amount_fen", "金额", |row| row.amount_fen),
    text("by", "经办", 12, |row| row.by.clone().unwrap_or_default()),
];
