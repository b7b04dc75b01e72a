//! What happened with an employer or with a member's account, in the order of time: the rows of
//! their timelines and the sentence that each is told by.
//!
//! A timeline is read off the rows that the business wrote; nothing is kept for it. It is a list over
//! the union of them, each bounded by the one thing it is asked for: some hundreds of rows after
//! years. At one instant the order is that of the kinds, then of the things. What a caller may not
//! read elsewhere doesn't stand in it. See [`employer::timeline`](crate::employer::timeline) and
//! [`account::timeline`](crate::account::timeline).

use db::{Kind, ListColumn, Listing, Op, ReadTx};
use kernel::{
    Date, Fen, Instant, Month, PayerId, RecoveryId, RemittanceId, Result, SuspenseId,
    TransferCaseId,
};
use platform::staff;
use settlement::recovery::RecoveryKind;

use crate::account::EntryKind;
use crate::employer::Field;
use crate::sealing::SealReason;
use crate::transfer::CaseStatus;

db::codes! {
    /// What happened.
    pub enum EventKind {
        /// An employer was registered.
        Registered = "registered", "单位登记";
        /// What it had registered was changed.
        Changed = "changed", "单位信息变更";
        /// A payer begins to pay for it.
        PayerArranged = "payer_arranged", "建立代付关系";
        /// It no longer does.
        PayerEnded = "payer_ended", "终止代付关系";
        /// An account was opened.
        Opened = "opened", "开户";
        /// It came along when the centre moved in.
        TakenOver = "taken_over", "期初转入";
        /// Base, rates and monthly amounts became those of a roster.
        Rebased = "rebased", "基数调整";
        /// The employer stopped contributing.
        Sealed = "sealed", "封存";
        /// It contributes again.
        Unsealed = "unsealed", "启封";
        /// Another employer contributes from now on.
        Transferred = "transferred", "内部转移";
        /// A roster was confirmed and its remittance assessed.
        Assessed = "assessed", "核定汇缴";
        /// Money of the employer began to wait.
        Waiting = "waiting", "转入暂收";
        /// A remittance was posted.
        Posted = "posted", "汇缴入账";
        /// It was taken back.
        Reversed = "reversed", "冲销汇缴";
        /// It was given up before money came.
        Cancelled = "cancelled", "取消核定";
        /// Money came into an account.
        Entered = "entered", "入账";
        /// It was taken back.
        TakenBack = "taken_back", "冲销";
        /// A member is wanted by another employer: this one, or the account's, is asked to seal.
        TransferAsked = "transfer_asked", "转移催办";
        /// This employer wants a member whom another still has.
        TransferWanted = "transfer_wanted", "发起转移催办";
        /// A transfer case ended.
        TransferEnded = "transfer_ended", "转移催办办结";
        /// Money is to come back.
        Recovery = "recovery", "追款";
    }
}

db::row! {
    /// An event as it is read.
    pub struct EventRow {
        pub(crate) event_no: i64,
        pub(crate) kind: EventKind,
        pub(crate) at: Instant,
        pub(crate) by_label: Option<String>,
        pub(crate) by_name: Option<String>,
        pub(crate) month: Option<Month>,
        pub(crate) day: Option<Date>,
        pub(crate) people: Option<i64>,
        pub(crate) amount_fen: Option<Fen>,
        pub(crate) serial: Option<i64>,
        pub(crate) code: Option<String>,
        pub(crate) party: Option<String>,
        pub(crate) reason: Option<String>,
        pub(crate) remittance_id: Option<RemittanceId>,
        pub(crate) suspense_id: Option<SuspenseId>,
        pub(crate) recovery_id: Option<RecoveryId>,
        pub(crate) case_id: Option<TransferCaseId>,
        pub(crate) payer_id: Option<PayerId>,
        pub(crate) base_fen: Option<Fen>,
        pub(crate) base_before_fen: Option<Fen>,
        pub(crate) amount_before_fen: Option<Fen>,
        pub(crate) balance_fen: Option<Fen>,
    }
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Tells it from the thing's other events.
    pub event_no: i64,
    /// What.
    pub kind: EventKind,
    /// When.
    pub at: Instant,
    /// Who did it; nobody's name where that isn't told.
    pub by_name: Option<String>,
    /// The sentence that tells it.
    pub sentence: String,
    /// The month that it is about, or from which it holds.
    pub month: Option<Month>,
    /// How many members.
    pub people: Option<i64>,
    /// How much.
    pub amount_fen: Option<Fen>,
    /// The remittance that it is of.
    pub remittance_id: Option<RemittanceId>,
    /// The item of suspense.
    pub suspense_id: Option<SuspenseId>,
    /// The recovery.
    pub recovery_id: Option<RecoveryId>,
    /// The transfer case.
    pub case_id: Option<TransferCaseId>,
    /// The payer.
    pub payer_id: Option<PayerId>,
}

/// The columns that the events of employers and of accounts have in common, over the union `e`.
macro_rules! event_row {
    () => {
        "e.event_no, e.kind, e.at, e.by_label, e.by_name, e.month, e.day, e.people, \
         e.amount_fen, e.serial, e.code, e.party, e.reason, e.remittance_id, e.suspense_id, \
         e.recovery_id, e.case_id, e.payer_id"
    };
}

/// The columns of an [`EventRow`] of an employer: what stands in an account isn't told of it.
pub(crate) const EVENT_ROW_OF_EMPLOYER: &str = concat!(
    event_row!(),
    ", CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS BIGINT)"
);

/// The columns of an [`EventRow`] of an account: its base and monthly amount before and after, and
/// the balance that it came along with.
pub(crate) const EVENT_ROW_OF_ACCOUNT: &str = concat!(
    event_row!(),
    ", e.base_fen, e.base_before_fen, e.amount_before_fen, e.balance_fen"
);

/// The tie-breaker: the kind's rank, then a number that differs among the events of the kind.
pub(crate) const EVENT_NO: ListColumn = ListColumn {
    name: "event_no",
    sql: "e.event_no",
    kind: Kind::Int,
    ops: &[],
    sort: false,
};

/// The order, and what a timeline is filtered by. No index: the one thing bounds it.
pub(crate) const EVENT_COLUMNS: &[ListColumn] = &[
    ListColumn {
        name: "at",
        sql: "e.at",
        kind: Kind::Instant,
        ops: &[Op::AtLeast, Op::AtMost],
        sort: true,
    },
    ListColumn {
        name: "kind",
        sql: "e.kind",
        kind: Kind::Text,
        ops: &[Op::Equal],
        sort: false,
    },
];

/// A page of events, each told in its sentence.
///
/// # Errors
/// Broken only.
pub(crate) async fn told_in(tx: &mut ReadTx, page: Listing<EventRow>) -> Result<Listing<Event>> {
    let names = staff::names_in(tx).await?;
    Ok(page.map(|row| {
        let by_name = row.by_name.clone();
        let by_name = by_name.or_else(|| row.by_label.as_deref().map(|label| names.of(label)));
        Event {
            event_no: row.event_no,
            sentence: row.sentence(),
            kind: row.kind,
            at: row.at,
            by_name,
            month: row.month,
            people: row.people,
            amount_fen: row.amount_fen,
            remittance_id: row.remittance_id,
            suspense_id: row.suspense_id,
            recovery_id: row.recovery_id,
            case_id: row.case_id,
            payer_id: row.payer_id,
        }
    }))
}

impl EventRow {
    /// What happened, for people. An event without what its sentence needs tells the rest.
    fn sentence(&self) -> String {
        let told = self.told();
        match self.why() {
            Some(why) => format!("{told}（{why}）"),
            None => told,
        }
    }

    /// The sentence without its reason. Every kind stands here by name: a new one is given its words.
    fn told(&self) -> String {
        let month = shown(self.month);
        let day = shown(self.day);
        let people = shown(self.people);
        let party = self.party.as_deref().unwrap_or("–");
        let amount = grouped(self.amount_fen);
        match self.kind {
            EventKind::Registered => format!("登记为缴存单位，开户日期 {day}"),
            EventKind::Changed => self.changed(),
            EventKind::PayerArranged => format!("由{party}代付，自 {day} 起"),
            EventKind::PayerEnded => format!("{party}代付到 {day} 为止"),
            EventKind::Opened => format!("在{party}开户，自 {month} 起缴，月缴存额 {amount} 元"),
            EventKind::TakenOver => {
                let balance = grouped(self.balance_fen);
                format!("期初转入余额 {balance} 元，缴存单位{party}，月缴存额 {amount} 元")
            }
            EventKind::Rebased => self.rebased(),
            EventKind::Sealed => match self.people {
                Some(people) => format!("{people} 人自 {month} 起封存"),
                None => format!("由{party}封存，自 {month} 起不再汇缴"),
            },
            EventKind::Unsealed => format!("由{party}启封，自 {month} 起缴，月缴存额 {amount} 元"),
            EventKind::Transferred => {
                format!("转入{party}，自 {month} 起缴，月缴存额 {amount} 元")
            }
            EventKind::Assessed => {
                format!("确认 {month} 清册，核定汇缴 {people} 人 {amount} 元")
            }
            EventKind::Waiting => format!("{amount} 元转入暂收"),
            EventKind::Posted => format!("{month} 汇缴入账，{people} 人 {amount} 元"),
            EventKind::Reversed => format!("冲销 {month} 汇缴，{people} 人 {amount} 元"),
            EventKind::Cancelled => format!("取消 {month} 汇缴的核定，{people} 人 {amount} 元"),
            EventKind::Entered => self.entered(),
            EventKind::TakenBack => self.taken_back(),
            EventKind::TransferAsked => {
                format!("职工已列入其他单位的清册，请原单位于 {day} 前封存")
            }
            EventKind::TransferWanted => {
                format!("清册中有职工的账户仍在其他单位，已发起转移催办，原单位须在 {day} 前封存")
            }
            EventKind::TransferEnded => {
                let outcome = label(self.code.as_deref(), CaseStatus::label);
                format!("转移催办办结：{outcome}")
            }
            EventKind::Recovery => {
                let why = label(self.code.as_deref(), RecoveryKind::label);
                format!("{why}，待追回 {amount} 元")
            }
        }
    }

    /// Which fields were changed, in their order; the employer's page tells what they held.
    fn changed(&self) -> String {
        let codes = self.code.as_deref().unwrap_or_default().split(',');
        let mut fields: Vec<Field> = codes.filter_map(|code| code.parse().ok()).collect();
        fields.sort_unstable();
        let fields: Vec<&str> = fields.into_iter().map(Field::label).collect();
        format!("变更{}", fields.join("、"))
    }

    /// The terms before and after; the rates alone may have changed.
    fn rebased(&self) -> String {
        let base = match (self.base_before_fen, self.base_fen) {
            (Some(before), Some(after)) if before == after => {
                format!("缴存基数 {} 元不变", after.grouped())
            }
            (before, after) => format!("缴存基数 {} 元调为 {} 元", grouped(before), grouped(after)),
        };
        format!(
            "{base}，月缴存额 {} 元调为 {} 元",
            grouped(self.amount_before_fen),
            grouped(self.amount_fen)
        )
    }

    /// Money that came into an account: with the month it is for, where there is one.
    fn entered(&self) -> String {
        let what = label(self.code.as_deref(), EntryKind::label);
        let amount = grouped(self.amount_fen);
        match self.month {
            Some(month) => format!("{month} {what}入账 {amount} 元"),
            None => format!("{what}入账 {amount} 元"),
        }
    }

    /// Money taken back from an account, in words: no sign stands in a sentence.
    fn taken_back(&self) -> String {
        let what = label(self.code.as_deref(), EntryKind::label);
        let month = self.month.map(|month| format!("{month} "));
        let month = month.unwrap_or_default();
        let (moved, sum) = match self.amount_fen {
            Some(amount) if amount.is_negative() => ("减少", amount.checked_neg()),
            amount => ("增加", amount),
        };
        let sum = grouped(sum);
        format!("冲销 {month}{what}，{moved} {sum} 元")
    }

    /// Why: the reason of a sealing in its words, and what was noted.
    fn why(&self) -> Option<String> {
        let reason = match self.kind {
            EventKind::Sealed => self
                .code
                .as_deref()
                .map(|code| label(Some(code), SealReason::label)),
            _ => None,
        };
        let noted = self
            .reason
            .as_deref()
            .map(|text| text.trim_end_matches('。'));
        let parts: Vec<&str> = reason
            .into_iter()
            .chain(noted)
            .filter(|part| !part.is_empty())
            .collect();
        (!parts.is_empty()).then(|| parts.join("，"))
    }
}

fn grouped(amount: Option<Fen>) -> String {
    amount.map_or_else(|| "–".to_owned(), Fen::grouped)
}

fn shown<T: std::fmt::Display>(value: Option<T>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| value.to_string())
}

/// The word of a code.
fn label<T: std::str::FromStr>(code: Option<&str>, label: fn(T) -> &'static str) -> &'static str {
    code.and_then(|code| code.parse().ok()).map_or("–", label)
}
