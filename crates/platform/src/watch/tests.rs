use std::time::Duration;

use super::*;
use crate::testing::{self, House};

/// 10:05:30 of 23 November in China, or `22 ` before it for the day before.
pub(super) fn at(text: &str) -> Instant {
    let (day, time) = text.split_once(' ').unwrap_or(("23", text));
    format!("2026-11-{day}T{time}+08:00").parse().unwrap()
}

/// An outage as the tables write it.
pub(super) fn told(outage: &Outage) -> String {
    let shown = |at: Instant| at.in_china()[8..].to_owned();
    let (from, to) = (shown(outage.span.from), shown(outage.span.to));
    match outage.cause {
        Cause::Vanished => format!("{from} {to}"),
        cause => format!("{from} {to} {cause}"),
    }
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
        .all(
            &store::WITHIN,
            (at("01 00:00:00"), at("30 00:00:00"), at("01 00:00:00")),
        )
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

/// A server of which the clock stood ahead for a moment isn't there, neither now nor then.
#[tokio::test]
async fn one_beat_of_a_clock_that_stood_ahead_tells_nothing() {
    let house = testing::house().await;
    let first = beats(&house, 5).await;
    let now = house.app.clock.now();
    house
        .app
        .clock
        .set(now.checked_add(Duration::from_hours(3)).unwrap());
    let ahead = beat(&house.app, house.centre, Some(first)).await.unwrap();
    assert_ne!(ahead, first);
    house.app.clock.set(now);
    let mut running = beat(&house.app, house.centre, Some(ahead)).await.unwrap();
    for _ in 0..30 {
        house.app.clock.advance(Duration::from_mins(1));
        running = beat(&house.app, house.centre, Some(running)).await.unwrap();
    }
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    let serving = serving_in(&mut tx, &house.app.clock).await.unwrap();
    drop(tx);
    let begins: Vec<Instant> = serving.iter().map(|server| server.began_at).collect();
    assert_eq!(begins, [now]);
    assert_eq!(today(&house).await.served_ppm(), Some(1_000_000));
}

#[tokio::test]
async fn after_a_restore_nobody_knows_who_was_served_since_the_backup() {
    let house = testing::house().await;
    beats(&house, 10).await;
    // 40 s after the last beat.
    let back = Duration::from_secs(20);
    let made_at = house.app.clock.now().checked_sub(back).unwrap();
    house.app.clock.advance(Duration::from_mins(50));
    crate::backup::restored(&house.app, made_at, "anju 0.1.0")
        .await
        .unwrap();
    house.app.clock.advance(Duration::from_mins(3));
    beats(&house, 7).await;
    let of = today(&house).await;
    assert_eq!(
        of.outages.iter().map(told).collect::<Vec<_>>(),
        [
            "20 08:39:00 20 09:30:00 unknown",
            // The server wasn't started at once.
            "20 09:30:00 20 09:33:00",
        ]
    );
    let minutes = (of.service_minutes(), of.unserved_minutes());
    assert_eq!((minutes, of.unknown_minutes()), ((19, 3), 51));
    let events = house.audit_events().await;
    let event = events.last().unwrap();
    assert_eq!(event.action, "backup.restore");
    let detail: serde_json::Value = serde_json::from_str(&event.detail).unwrap();
    assert_eq!(detail["unknown_from"], "2026-11-20T00:39:00.000000Z");
    // Of a clock that stands before the backup nothing is unknown.
    let later = house.app.clock.now().checked_add(back).unwrap();
    crate::backup::restored(&house.app, later, "anju 0.1.0")
        .await
        .unwrap();
    assert_eq!(today(&house).await.unknown_minutes(), 51);
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
    assert_eq!(of.outages[0].reason.as_deref(), Some("升级"));
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
