//! Proving the business days: who opened and who closed each, and when, is as it was recorded.

use db::{Digest, Digest32, ReadTx};
use kernel::{CentreId, Date, Finding, Instant, OrBroken as _, Result};

use super::{BUSINESS_DAY_CLOSE, BUSINESS_DAY_OPEN, BusinessDay, DayStatus, store};
use crate::Action;
use crate::audit::{Difference, Recorded, compare_facts};

/// What is recorded of a day's opening.
pub(super) fn opening_facts(centre: CentreId, date: Date, at: Instant, by: &str) -> Digest32 {
    facts(&BUSINESS_DAY_OPEN, centre, date, at, by)
}

/// What is recorded of its close.
pub(super) fn closing_facts(centre: CentreId, date: Date, at: Instant, by: &str) -> Digest32 {
    facts(&BUSINESS_DAY_CLOSE, centre, date, at, by)
}

fn facts(action: &Action, centre: CentreId, date: Date, at: Instant, by: &str) -> Digest32 {
    Digest::new(action.code)
        .column(centre)
        .column(date)
        .column(at)
        .text(by)
        .finish()
}

/// Holds every day against the events of its opening and its close: `business_day_facts_differ` at
/// `/business_day/<date>`.
///
/// # Errors
/// Broken when the database fails.
pub async fn verify(tx: &mut ReadTx) -> Result<Vec<Finding>> {
    let (centre, nil) = (
        tx.centre(),
        Date::new(1900, 1, 1).or_broken("the first of all days")?,
    );
    let mut findings = Vec::new();
    let mut found = |what: &str, date: &str, difference: Difference| {
        let field = format!("/business_day/{date}");
        let sentence = difference.sentence_of_act(what);
        findings.push(Finding::new(field, "business_day_facts_differ", sentence));
    };
    let opened = |day: &BusinessDay| {
        let (at, by) = (day.opened_at, &day.opened_by);
        Some(opening_facts(centre, day.date, at, by))
    };
    let opening = Recorded {
        action: &BUSINESS_DAY_OPEN,
        rows_after: &store::DAYS_AFTER,
        nil,
    };
    compare_facts(tx, &opening, opened, |date, difference| {
        found("营业日的开启人或时间", date, difference);
    })
    .await?;
    let closed = |day: &BusinessDay| closing_of(centre, day);
    let closing = Recorded {
        action: &BUSINESS_DAY_CLOSE,
        rows_after: &store::CLOSED_DAYS_AFTER,
        nil,
    };
    compare_facts(tx, &closing, closed, |date, difference| {
        found("营业日的日终办理人或时间", date, difference);
    })
    .await?;
    Ok(findings)
}

/// The facts of a close; none when the row says by halves that there was one.
fn closing_of(centre: CentreId, day: &BusinessDay) -> Option<Digest32> {
    let (at, by) = (day.closed_at?, day.closed_by.as_deref()?);
    let closed = day.status == DayStatus::Closed;
    closed.then(|| closing_facts(centre, day.date, at, by))
}
