//! What counts as unserved. Pure.

use std::time::Duration;

use kernel::{Instant, Refusal};

use super::store::{PlannedStop, ServiceInterval};
use crate::Decision;

/// How long servers may be silent before nobody is taken to be served: two beats, so that a late one,
/// or a restart within them, is none. Of a longer gap all counts.
pub const TOLERANCE: Duration = Duration::from_mins(2);
/// The longest stop that can be announced: a slip of the pen doesn't excuse a year.
pub const MAX_PLANNED: Duration = Duration::from_hours(7 * 24);
/// The longest reason, in characters.
const LONGEST_REASON: usize = 200;

/// A time from a moment up to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// From.
    pub from: Instant,
    /// Up to.
    pub to: Instant,
}

impl Span {
    fn length(self) -> Duration {
        self.to.since(self.from)
    }

    /// What both have of time; none when they have none.
    fn within(self, other: Span) -> Option<Span> {
        let (from, to) = (self.from.max(other.from), self.to.min(other.to));
        (from < to).then_some(Span { from, to })
    }
}

db::codes! {
    /// Why no server served.
    pub enum Cause {
        /// The last server vanished.
        Vanished = "vanished", "意外中断";
        /// The last server was told to stop, and nobody had announced it.
        Stopped = "stopped", "未经登记的停止";
        /// The stop was announced before it began: no service time.
        Planned = "planned", "计划停机";
        /// The database was restored from a backup made before, so nobody knows: no service time.
        Unknown = "unknown", "恢复备份，情况不明";
    }
}

/// 无服务时段: a time in which no server served, as far as is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outage {
    /// When.
    pub span: Span,
    /// Why.
    pub cause: Cause,
    /// The reason that was announced for a planned one.
    pub reason: Option<String>,
}

/// A time that isn't service time where nobody served in it.
#[derive(Clone, Debug)]
pub(super) struct Excused {
    pub(super) span: Span,
    pub(super) cause: Cause,
    pub(super) reason: Option<String>,
}

impl From<PlannedStop> for Excused {
    fn from(stop: PlannedStop) -> Excused {
        Excused {
            span: Span {
                from: stop.from_at,
                to: stop.to_at,
            },
            cause: Cause::Planned,
            reason: Some(stop.reason),
        }
    }
}

impl Outage {
    /// How long, in minutes begun.
    #[must_use]
    pub fn minutes(&self) -> u64 {
        minutes(self.span.length())
    }
}

/// 可用率: how available a centre was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Availability {
    /// The time that it is told of.
    pub span: Span,
    /// When nobody was served, in order.
    pub outages: Vec<Outage>,
}

impl Availability {
    /// Of a time in which there was nothing to serve with yet.
    pub(super) fn none(asked: Span) -> Availability {
        Availability {
            span: Span {
                from: asked.from,
                to: asked.from,
            },
            outages: Vec::new(),
        }
    }

    /// 服务分钟数: the minutes in which the system was to serve: all but those of announced stops and
    /// those of which nothing is known.
    #[must_use]
    pub fn service_minutes(&self) -> u64 {
        let excused = self.silent(&[Cause::Planned, Cause::Unknown]);
        minutes(self.span.length().saturating_sub(excused))
    }

    /// 无服务分钟数: the minutes of them, begun, in which nobody was served.
    #[must_use]
    pub fn unserved_minutes(&self) -> u64 {
        minutes(self.silent(&[Cause::Vanished, Cause::Stopped]))
    }

    /// The minutes, begun, of announced stops in which nobody was served.
    #[must_use]
    pub fn planned_minutes(&self) -> u64 {
        minutes(self.silent(&[Cause::Planned]))
    }

    /// The minutes, begun, of which nothing is known.
    #[must_use]
    pub fn unknown_minutes(&self) -> u64 {
        minutes(self.silent(&[Cause::Unknown]))
    }

    /// What was served of the service time, in millionths rounded down: 1 − unserved ÷ service, of the
    /// minutes that are told, so that whoever reads them comes to the same. None when there was no
    /// service time.
    #[must_use]
    pub fn served_ppm(&self) -> Option<u64> {
        let service = self.service_minutes();
        let served = service.saturating_sub(self.unserved_minutes());
        (served * 1_000_000).checked_div(service)
    }

    fn silent(&self, causes: &[Cause]) -> Duration {
        let of = |outage: &&Outage| causes.contains(&outage.cause);
        let lengths = self.outages.iter().filter(of);
        lengths.map(|outage| outage.span.length()).sum()
    }
}

fn minutes(length: Duration) -> u64 {
    let whole = length.as_secs() + u64::from(length.subsec_nanos() > 0);
    whole.div_ceil(60)
}

/// How available a centre was in `span`, which doesn't end after `now` nor begin before it was first
/// served. `served` are the times of service that reach into it and the nearest on either side, of
/// however many servers; `excused` what isn't service time, by its begin.
pub(super) fn availability(
    span: Span,
    now: Instant,
    served: Vec<ServiceInterval>,
    excused: &[Excused],
) -> Availability {
    let served = believed(served, now);
    // Where nobody is known to have served at the beginning, it is silent from there on.
    let silent_since = match served.first() {
        Some(first) if first.began_at <= span.from => first.began_at,
        _ => span.from,
    };
    let mut last = (silent_since, Cause::Vanished);
    let mut outages = Vec::new();
    let begins = served.iter().map(|interval| interval.began_at);
    // After the last beat it is silent up to now.
    let ends = begins.chain([now]);
    let intervals = served.iter().map(Some).chain([None]);
    for (interval, begins_again) in intervals.zip(ends) {
        let (from, cause) = last;
        if begins_again.since(from) > TOLERANCE {
            let gap = Span {
                from,
                to: begins_again,
            };
            let gap = gap.within(span);
            outages.extend(gap.into_iter().flat_map(|gap| split(gap, cause, excused)));
        }
        if let Some(interval) = interval
            && interval.beaten_at > from
        {
            let cause = match interval.stopped {
                true => Cause::Stopped,
                false => Cause::Vanished,
            };
            last = (interval.beaten_at, cause);
        }
    }
    Availability { span, outages }
}

/// The times of service that say something, by their begin. What a clock that stood ahead has left
/// hasn't been yet. A single beat is the latest server's first, or that of one that didn't live to
/// its second.
fn believed(mut served: Vec<ServiceInterval>, now: Instant) -> Vec<ServiceInterval> {
    served.retain(|interval| interval.began_at <= now);
    served.sort_by_key(|interval| interval.began_at);
    let latest = served.last().map(|interval| interval.began_at);
    served.retain(|interval| {
        let fresh = latest == Some(interval.began_at) && now.since(interval.beaten_at) <= TOLERANCE;
        interval.beaten_at > interval.began_at || fresh
    });
    served
}

/// A gap, cut where what is excused begins and ends.
fn split(gap: Span, cause: Cause, excused: &[Excused]) -> Vec<Outage> {
    let unexcused = |from, to| Outage {
        span: Span { from, to },
        cause,
        reason: None,
    };
    let (mut parts, mut at) = (Vec::new(), gap.from);
    for part in excused {
        let rest = Span {
            from: at,
            to: gap.to,
        };
        let Some(span) = part.span.within(rest) else {
            continue;
        };
        if at < span.from {
            parts.push(unexcused(at, span.from));
        }
        at = span.to;
        parts.push(Outage {
            span,
            cause: part.cause,
            reason: part.reason.clone(),
        });
    }
    if at < gap.to {
        parts.push(unexcused(at, gap.to));
    }
    parts
}

/// That a stop may be announced now; the reason without surrounding space.
pub(super) fn plan(now: Instant, span: Span, reason: &str) -> Decision<String> {
    let invalid = |sentence: &str| Refusal::invalid("planned_stop_invalid", sentence.to_owned());
    if span.from <= now {
        return Err(invalid("计划停机要在开始之前登记，开始时间已过").at("from"));
    }
    if span.to <= span.from || span.length() > MAX_PLANNED {
        return Err(invalid("计划停机的结束时间应在开始之后，最长7天").at("to"));
    }
    let reason = reason.trim();
    if !(1..=LONGEST_REASON).contains(&reason.chars().count()) {
        let sentence = format!("请填写停机原因，不超过{LONGEST_REASON}字");
        return Err(Refusal::invalid("planned_stop_reason_invalid", sentence).at("reason"));
    }
    Ok(reason.to_owned())
}
