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

/// 无服务时段: a time in which no server served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outage {
    /// When.
    pub span: Span,
    /// Whether the last server was told to stop; else it vanished.
    pub stopped: bool,
    /// Why, when the stop was announced before: then it isn't service time.
    pub planned: Option<String>,
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

    /// 服务分钟数: the minutes in which the system was to serve: all but those of announced stops.
    #[must_use]
    pub fn service_minutes(&self) -> u64 {
        minutes(self.service())
    }

    /// 无服务分钟数: the minutes of them, begun, in which nobody was served.
    #[must_use]
    pub fn unserved_minutes(&self) -> u64 {
        minutes(self.silent(false))
    }

    /// The minutes, begun, of announced stops in which nobody was served.
    #[must_use]
    pub fn planned_minutes(&self) -> u64 {
        minutes(self.silent(true))
    }

    /// What was served of the service time, in millionths rounded down: whole only without an outage.
    /// None when there was no service time.
    #[must_use]
    pub fn served_ppm(&self) -> Option<u64> {
        let service = self.service();
        let served = service.saturating_sub(self.silent(false));
        let ppm = (served.as_micros() * 1_000_000).checked_div(service.as_micros())?;
        u64::try_from(ppm).ok()
    }

    fn service(&self) -> Duration {
        self.span.length().saturating_sub(self.silent(true))
    }

    fn silent(&self, planned: bool) -> Duration {
        let of = |outage: &&Outage| outage.planned.is_some() == planned;
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
/// however many servers; `plans` the announced stops, by their begin.
pub(super) fn availability(
    span: Span,
    now: Instant,
    mut served: Vec<ServiceInterval>,
    plans: &[PlannedStop],
) -> Availability {
    served.sort_by_key(|interval| interval.began_at);
    let mut outages = Vec::new();
    let mut last: Option<(Instant, bool)> = None;
    let begins = served.iter().map(|interval| interval.began_at);
    // After the last beat it is silent up to now.
    let ends = begins.chain([now]);
    let intervals = served.iter().map(Some).chain([None]);
    for (interval, begins_again) in intervals.zip(ends) {
        if let Some((from, stopped)) = last
            && begins_again.since(from) > TOLERANCE
        {
            let gap = Span {
                from,
                to: begins_again,
            };
            let gap = gap.within(span);
            outages.extend(gap.into_iter().flat_map(|gap| split(gap, stopped, plans)));
        }
        if let Some(interval) = interval
            && last.is_none_or(|(until, _)| interval.beaten_at > until)
        {
            last = Some((interval.beaten_at, interval.stopped));
        }
    }
    Availability { span, outages }
}

/// A gap, cut where announced stops begin and end.
fn split(gap: Span, stopped: bool, plans: &[PlannedStop]) -> Vec<Outage> {
    let outage = |from, to, planned| Outage {
        span: Span { from, to },
        stopped,
        planned,
    };
    let (mut parts, mut at) = (Vec::new(), gap.from);
    for plan in plans {
        let rest = Span {
            from: at,
            to: gap.to,
        };
        let planned = Span {
            from: plan.from_at,
            to: plan.to_at,
        };
        let Some(planned) = planned.within(rest) else {
            continue;
        };
        if at < planned.from {
            parts.push(outage(at, planned.from, None));
        }
        parts.push(outage(planned.from, planned.to, Some(plan.reason.clone())));
        at = planned.to;
    }
    if at < gap.to {
        parts.push(outage(at, gap.to, None));
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
