use super::*;
use crate::testing::{self, House, key};

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

async fn close(house: &House) -> Date {
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    let date = lock_for_close(&mut tx).await.unwrap();
    mark_closed_in(&mut tx, &house.app.clock, &house.system, date)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    date
}

async fn posted_on(house: &House) -> Result<Date> {
    posting_date(&mut house.app.db.write(house.centre).await.unwrap()).await
}

#[tokio::test]
async fn nothing_is_posted_or_closed_before_a_day_is_open() {
    let house = testing::house().await;
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    for error in [
        posting_date(&mut tx).await.unwrap_err(),
        lock_for_close(&mut tx).await.unwrap_err(),
        mark_closed_in(&mut tx, &house.app.clock, &house.system, date("2026-11-20"))
            .await
            .unwrap_err(),
    ] {
        assert_eq!(error.refusal().unwrap().code(), "business_day_not_open");
    }
    assert!(current(&mut tx).await.unwrap().is_none());
}

#[tokio::test]
async fn a_clerk_without_the_grant_opens_no_day() {
    let house = testing::house().await;
    let clerk = house.clerk_without_roles().await;
    let error = open(&house.app, &clerk, &key("open"), date("2026-11-20"))
        .await
        .unwrap_err();
    assert_eq!(error.refusal().unwrap().code(), "action_forbidden");
}

#[tokio::test]
async fn days_open_and_close_one_after_the_other() {
    let house = testing::house().await;
    let (app, system) = (&house.app, &house.system);
    open(app, system, &key("open-20"), date("2026-11-20"))
        .await
        .unwrap();
    open(app, system, &key("open-20"), date("2026-11-20"))
        .await
        .unwrap();
    assert_eq!(posted_on(&house).await.unwrap(), date("2026-11-20"));
    let second = open(app, system, &key("open-23"), date("2026-11-23"))
        .await
        .unwrap_err();
    assert_eq!(
        second.refusal().unwrap().code(),
        "business_day_already_open"
    );
    assert_eq!(close(&house).await, date("2026-11-20"));
    assert!(posted_on(&house).await.is_err());
    let back = open(app, system, &key("open-19"), date("2026-11-19"))
        .await
        .unwrap_err();
    assert_eq!(back.refusal().unwrap().code(), "business_day_not_later");
    let far = open(app, system, &key("open-2062"), date("2062-11-23"))
        .await
        .unwrap_err();
    assert_eq!(far.refusal().unwrap().code(), "business_day_too_far");
    open(app, system, &key("open-23"), date("2026-11-23"))
        .await
        .unwrap();
    let mut tx = app.db.read(house.centre).await.unwrap();
    let open_day = current(&mut tx).await.unwrap().unwrap();
    assert_eq!(
        (open_day.date, open_day.status),
        (date("2026-11-23"), DayStatus::Open)
    );
    drop(tx);
    let query = ListQuery {
        limit: 10,
        ..ListQuery::default()
    };
    let days = list(app, system, &query).await.unwrap().items;
    let told: Vec<_> = days
        .iter()
        .map(|day| (day.date.to_string(), day.status))
        .collect();
    assert_eq!(
        told,
        [
            ("2026-11-23".to_owned(), DayStatus::Open),
            ("2026-11-20".to_owned(), DayStatus::Closed)
        ]
    );
    assert_eq!(days[1].closed_by.as_deref(), Some("system:setup"));
}

#[tokio::test]
async fn a_close_that_rolls_back_leaves_the_day_open() {
    let house = testing::house().await;
    open(
        &house.app,
        &house.system,
        &key("open-20"),
        date("2026-11-20"),
    )
    .await
    .unwrap();
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    let day = lock_for_close(&mut tx).await.unwrap();
    mark_closed_in(&mut tx, &house.app.clock, &house.system, day)
        .await
        .unwrap();
    drop(tx);
    assert_eq!(posted_on(&house).await.unwrap(), day);
}

/// Two days: the first closed, the second open.
async fn two_days() -> House {
    let house = testing::house().await;
    for (nth, day) in ["2026-11-20", "2026-11-23"].into_iter().enumerate() {
        let (app, system) = (&house.app, &house.system);
        open(app, system, &key(day), date(day)).await.unwrap();
        if nth == 0 {
            close(&house).await;
        }
    }
    house
}

#[tokio::test]
async fn who_opened_and_closed_a_day_is_proved() {
    let house = two_days().await;
    let cases: &[(&db::Stmt<(), ()>, &[&str])] = &[
        (&OPENER, &["/business_day/2026-11-20"]),
        (&OPENED_AT, &["/business_day/2026-11-20"]),
        (&CLOSER, &["/business_day/2026-11-20"]),
        (&CLOSED_AT, &["/business_day/2026-11-20"]),
        (&NEVER_CLOSED, &["/business_day/2026-11-20"]),
        (&NEVER_CLOSED_BY, &["/business_day/2026-11-20"]),
        (&CLOSED_BEHIND, &["/business_day/2026-11-23"]),
        (
            &REMOVED,
            &["/business_day/2026-11-20", "/business_day/2026-11-20"],
        ),
        (
            &MOVED,
            &["/business_day/2026-11-23", "/business_day/2026-11-24"],
        ),
    ];
    for (alteration, expected) in cases {
        let mut tx = house.app.db.write(house.centre).await.unwrap();
        tx.execute_one(alteration, ()).await.unwrap();
        let findings = super::verify(&mut tx).await.unwrap();
        let mut named: Vec<&str> = findings.iter().map(|found| found.field.as_ref()).collect();
        named.sort_unstable();
        assert_eq!(named, *expected, "{:?}", alteration.info());
        assert!(
            findings
                .iter()
                .all(|found| found.code == "business_day_facts_differ")
        );
    }
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    assert_eq!(super::verify(&mut tx).await.unwrap(), []);
}

db::statements! {
    OPENER: () => () = "UPDATE business_day SET opened_by = 'staff:别人'
        WHERE centre_id = $1 AND business_date = '2026-11-20'";
    OPENED_AT: () => () = "UPDATE business_day SET opened_at = '2026-11-20T00:31:00.000000Z'
        WHERE centre_id = $1 AND business_date = '2026-11-20'";
    CLOSER: () => () = "UPDATE business_day SET closed_by = 'staff:别人'
        WHERE centre_id = $1 AND business_date = '2026-11-20'";
    CLOSED_AT: () => () = "UPDATE business_day SET closed_at = '2026-11-20T00:31:00.000000Z'
        WHERE centre_id = $1 AND business_date = '2026-11-20'";
    NEVER_CLOSED: () => () = "UPDATE business_day SET closed_at = NULL, closed_by = NULL
        WHERE centre_id = $1 AND business_date = '2026-11-20'";
    NEVER_CLOSED_BY: () => () = "UPDATE business_day SET closed_by = NULL
        WHERE centre_id = $1 AND business_date = '2026-11-20'";
    CLOSED_BEHIND: () => () = "UPDATE business_day SET closed_by = opened_by
        WHERE centre_id = $1 AND business_date = '2026-11-23'";
    REMOVED: () => () = "DELETE FROM business_day
        WHERE centre_id = $1 AND business_date = '2026-11-20'";
    MOVED: () => () = "UPDATE business_day SET business_date = '2026-11-24'
        WHERE centre_id = $1 AND business_date = '2026-11-23'";
}
