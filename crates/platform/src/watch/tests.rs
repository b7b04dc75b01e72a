use std::time::Duration;

use super::*;
use crate::testing::{self, House};

/// 10:05:30 of 23 November in China, or `22 ` before it for the day before.
fn at(text: &str) -> Instant {
    let (day, time) = text.split_once(' ').unwrap_or(("23", text));
    format!("2026-11-{day}T{time}+08:00").parse().unwrap()
}

/// `10:00:00-10:30:00`, and `!` after it when the server was told to stop.
fn served(text: &str) -> ServiceInterval {
    let (from, to) = text.trim_end_matches('!').split_once('-').unwrap();
    ServiceInterval {
        began_at: at(from),
        beaten_at: at(to),
        stopped: text.ends_with('!'),
    }
}

fn plan(text: &str) -> PlannedStop {
    let (from, to) = text.split_once('-').unwrap();
    PlannedStop {
        planned_stop_id: PlannedStopId::new(&Clock::manual(at(from))),
        from_at: at(from),
        to_at: at(to),
        reason: "升级".to_owned(),
    }
}

/// An outage as the tables below write it.
fn told(outage: &Outage) -> String {
    let shown = |at: Instant| at.in_china()[8..].to_owned();
    let (from, to) = (shown(outage.span.from), shown(outage.span.to));
    let stopped = if outage.stopped { " stopped" } else { "" };
    let planned = if outage.planned.is_some() {
        " planned"
    } else {
        ""
    };
    format!("{from} {to}{stopped}{planned}")
}

/// From 10:00 to 12:00 of the 23rd, which were over at 13:00.
fn of_the_morning(intervals: &[&str], plans: &[&str]) -> Availability {
    let span = Span {
        from: at("10:00:00"),
        to: at("12:00:00"),
    };
    let intervals = intervals.iter().map(|text| served(text)).collect();
    let plans: Vec<PlannedStop> = plans.iter().map(|text| plan(text)).collect();
    rule::availability(span, at("13:00:00"), intervals, &plans)
}

#[test]
fn gaps_beyond_the_tolerance_are_outages() {
    let cases: &[(&str, &[&str], &[&str])] = &[
        ("served throughout", &["09:00:00-12:30:00"], &[]),
        (
            "a restart within the tolerance",
            &["09:00:00-10:30:00", "10:32:00-12:30:00"],
            &[],
        ),
        (
            "a second more, of which all counts",
            &["09:00:00-10:30:00", "10:32:01-12:30:00"],
            &["23 10:30:00 23 10:32:01"],
        ),
        (
            "a server that was told to stop",
            &["09:00:00-10:30:00!", "10:40:00-12:30:00"],
            &["23 10:30:00 23 10:40:00 stopped"],
        ),
        (
            "two servers of which one always serves",
            &["09:00:00-11:00:00", "10:50:00-12:30:00"],
            &[],
        ),
        (
            "one that comes and goes while another serves",
            &[
                "09:00:00-12:30:00",
                "10:10:00-10:20:00!",
                "10:40:00-10:50:00",
            ],
            &[],
        ),
        (
            "the one that went last says how",
            &[
                "09:00:00-11:00:00",
                "09:30:00-10:30:00!",
                "11:10:00-12:30:00",
            ],
            &["23 11:00:00 23 11:10:00"],
        ),
        (
            "a clock set back begins a row that overlaps",
            &["09:00:00-11:00:00", "10:40:00-12:30:00"],
            &[],
        ),
        (
            "out over the beginning and over the end",
            &[
                "09:00:00-09:30:00",
                "10:10:00-11:50:00",
                "12:20:00-12:30:00",
            ],
            &["23 10:00:00 23 10:10:00", "23 11:50:00 23 12:00:00"],
        ),
        (
            "a short gap over an end is none, though a part of a long one counts",
            &[
                "09:00:00-09:59:00",
                "10:00:30-11:58:30",
                "12:01:00-12:30:00",
            ],
            &["23 11:58:30 23 12:00:00"],
        ),
        (
            "silent since",
            &["09:00:00-11:30:00"],
            &["23 11:30:00 23 12:00:00"],
        ),
        (
            "silent throughout",
            &["09:00:00-09:30:00!"],
            &["23 10:00:00 23 12:00:00 stopped"],
        ),
    ];
    for (case, intervals, expected) in cases {
        let outages: Vec<String> = of_the_morning(intervals, &[])
            .outages
            .iter()
            .map(told)
            .collect();
        assert_eq!(outages, *expected, "{case}");
        // Rows come in any order.
        let mut reversed = intervals.to_vec();
        reversed.reverse();
        let outages: Vec<String> = of_the_morning(&reversed, &[])
            .outages
            .iter()
            .map(told)
            .collect();
        assert_eq!(outages, *expected, "{case}, reversed");
    }
}

#[test]
fn a_gap_over_midnight_falls_into_both_days() {
    let intervals = || {
        vec![
            served("22 08:00:00-22 23:50:00"),
            served("00:20:00-13:00:00"),
        ]
    };
    let day = |from, to| Span {
        from: at(from),
        to: at(to),
    };
    let before = day("22 00:00:00", "23 00:00:00");
    let before = rule::availability(before, at("13:00:00"), intervals(), &[]);
    assert_eq!(
        before.outages.iter().map(told).collect::<Vec<_>>(),
        ["22 23:50:00 23 00:00:00"]
    );
    let after = day("23 00:00:00", "23 12:00:00");
    let after = rule::availability(after, at("13:00:00"), intervals(), &[]);
    assert_eq!(
        after.outages.iter().map(told).collect::<Vec<_>>(),
        ["23 00:00:00 23 00:20:00"]
    );
}

#[test]
fn the_present_is_served_until_the_tolerance_is_over() {
    let until = |now: &str| {
        let span = Span {
            from: at("10:00:00"),
            to: at(now),
        };
        let outages =
            rule::availability(span, at(now), vec![served("09:00:00-11:00:00")], &[]).outages;
        outages.iter().map(told).collect::<Vec<_>>()
    };
    assert_eq!(until("11:02:00"), Vec::<String>::new());
    assert_eq!(until("11:03:00"), ["23 11:00:00 23 11:03:00"]);
}

/// Plans; service, unserved and planned minutes; the outages.
type Announced = (
    &'static [&'static str],
    (u64, u64, u64),
    &'static [&'static str],
);

#[test]
fn what_was_announced_is_listed_apart_and_is_no_service_time() {
    // silent 10:30 to 11:10
    let intervals = ["09:00:00-10:30:00!", "11:10:00-12:30:00"];
    let cases: &[Announced] = &[
        (&[], (120, 40, 0), &["23 10:30:00 23 11:10:00 stopped"]),
        (
            &["10:20:00-11:20:00"],
            (80, 0, 40),
            &["23 10:30:00 23 11:10:00 stopped planned"],
        ),
        (
            &["10:40:00-11:00:00"],
            (100, 20, 20),
            &[
                "23 10:30:00 23 10:40:00 stopped",
                "23 10:40:00 23 11:00:00 stopped planned",
                "23 11:00:00 23 11:10:00 stopped",
            ],
        ),
        (
            &["10:20:00-10:40:00", "10:35:00-10:50:00"],
            (100, 20, 20),
            &[
                "23 10:30:00 23 10:40:00 stopped planned",
                "23 10:40:00 23 10:50:00 stopped planned",
                "23 10:50:00 23 11:10:00 stopped",
            ],
        ),
        // Announced and served all the same: service time.
        (
            &["11:20:00-11:40:00"],
            (120, 40, 0),
            &["23 10:30:00 23 11:10:00 stopped"],
        ),
    ];
    for (plans, (service, unserved, planned), expected) in cases {
        let of = of_the_morning(&intervals, plans);
        assert_eq!(
            of.outages.iter().map(told).collect::<Vec<_>>(),
            *expected,
            "{plans:?}"
        );
        let minutes = (
            of.service_minutes(),
            of.unserved_minutes(),
            of.planned_minutes(),
        );
        assert_eq!(minutes, (*service, *unserved, *planned), "{plans:?}");
    }
}

#[test]
fn minutes_are_those_begun_and_a_rate_is_never_rounded_up() {
    let whole = of_the_morning(&["09:00:00-12:30:00"], &[]);
    assert_eq!(whole.served_ppm(), Some(1_000_000));
    let gap = of_the_morning(&["09:00:00-10:30:00", "10:32:01-12:30:00"], &[]);
    assert_eq!((gap.unserved_minutes(), gap.outages[0].minutes()), (3, 3));
    // 7079 s of 7200.
    assert_eq!(gap.served_ppm(), Some(983_194));
    let none = of_the_morning(&["09:00:00-09:30:00"], &[]);
    assert_eq!((none.served_ppm(), none.unserved_minutes()), (Some(0), 120));
    let off = of_the_morning(&["09:00:00-09:30:00"], &["09:30:00-12:30:00"]);
    assert_eq!((off.served_ppm(), off.service_minutes()), (None, 0));
}

/// The beats of a house from now on: one a minute.
async fn beats(house: &House, count: u32) -> ServiceIntervalId {
    let mut running = None;
    for _ in 0..count {
        running = Some(beat(&house.app, house.centre, running).await.unwrap());
        house.app.clock.advance(Duration::from_mins(1));
    }
    running.unwrap()
}

async fn today(house: &House) -> Availability {
    let today = house.app.clock.today();
    availability(&house.app, &house.system, (today, today))
        .await
        .unwrap()
}

#[tokio::test]
async fn beats_make_one_row_and_a_stop_ends_it() {
    let house = testing::house().await;
    assert_eq!(
        today(&house).await.served_ppm(),
        None,
        "nothing has served yet"
    );
    let first = beats(&house, 30).await;
    stop(&house.app, house.centre, first).await.unwrap();
    house.app.clock.advance(Duration::from_mins(10));
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    assert_eq!(serving_in(&mut tx, &house.app.clock).await.unwrap(), []);
    drop(tx);
    let second = beats(&house, 3).await;
    assert_ne!(first, second);
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    let rows = tx
        .all(&store::WITHIN, (at("01 00:00:00"), at("30 00:00:00")))
        .await
        .unwrap();
    let serving = serving_in(&mut tx, &house.app.clock).await.unwrap();
    drop(tx);
    assert_eq!(rows.len(), 2);
    assert_eq!(serving, rows[1..]);
    // Beaten from 08:30; the first row ends where the stop was written.
    let of = today(&house).await;
    assert_eq!(
        of.outages.iter().map(told).collect::<Vec<_>>(),
        ["20 09:00:00 20 09:10:00 stopped"]
    );
    assert_eq!((of.service_minutes(), of.unserved_minutes()), (43, 10));
    // What was stopped is over: a late beat of it begins another row.
    let third = beat(&house.app, house.centre, Some(first)).await.unwrap();
    assert_ne!(third, first);
}

#[tokio::test]
async fn a_clock_that_jumps_begins_a_row_of_its_own() {
    let house = testing::house().await;
    let first = beats(&house, 5).await;
    let set_back = house
        .app
        .clock
        .now()
        .checked_sub(Duration::from_hours(1))
        .unwrap();
    house.app.clock.set(set_back);
    let second = beat(&house.app, house.centre, Some(first)).await.unwrap();
    assert_ne!(second, first);
    house.app.clock.advance(Duration::from_mins(3));
    let third = beat(&house.app, house.centre, Some(second)).await.unwrap();
    assert_ne!(third, second, "longer than the tolerance");
}

#[tokio::test]
async fn a_stop_is_announced_before_it_begins_and_audited() {
    let house = testing::house().await;
    let span = |from: &str, to: &str| Span {
        from: at(from),
        to: at(to),
    };
    let cases = [
        (
            span("20 08:30:00", "20 09:00:00"),
            "升级",
            "planned_stop_invalid",
        ),
        (
            span("20 10:00:00", "20 10:00:00"),
            "升级",
            "planned_stop_invalid",
        ),
        (
            span("20 10:00:00", "27 10:00:01"),
            "升级",
            "planned_stop_invalid",
        ),
        (
            span("20 10:00:00", "20 11:00:00"),
            " ",
            "planned_stop_reason_invalid",
        ),
    ];
    for (span, reason, code) in cases {
        let error = plan_stop(&house.app, &house.system, span, reason)
            .await
            .unwrap_err();
        assert_eq!(error.refusal().unwrap().code(), code);
    }
    let hour = span("20 08:35:00", "20 09:35:00");
    let id = plan_stop(&house.app, &house.system, hour, " 升级 ")
        .await
        .unwrap();
    let events = house.audit_events().await;
    let event = events.last().unwrap();
    assert_eq!(
        (event.action.as_str(), event.subject_id.as_str()),
        ("status.plan_stop", id.to_string().as_str())
    );
    beats(&house, 6).await;
    house.app.clock.advance(Duration::from_mins(30));
    beats(&house, 2).await;
    let of = today(&house).await;
    assert_eq!((of.unserved_minutes(), of.planned_minutes()), (0, 31));
    assert_eq!(of.outages[0].planned.as_deref(), Some("升级"));
}

#[tokio::test]
async fn who_has_no_role_learns_nothing_and_plans_nothing() {
    let house = testing::house().await;
    let clerk = house.clerk_without_roles().await;
    let day = house.app.clock.today();
    let read = availability(&house.app, &clerk, (day, day)).await;
    let span = Span {
        from: at("10:00:00"),
        to: at("11:00:00"),
    };
    let planned = plan_stop(&house.app, &clerk, span, "升级").await;
    for error in [read.unwrap_err(), planned.unwrap_err()] {
        assert_eq!(error.refusal().unwrap().code(), "action_forbidden");
    }
}
