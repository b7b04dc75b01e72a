use super::*;
use crate::suspense::{self, NewSuspense, Reason};
use crate::testing::{self, House, key, today};

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// A wire that goes into suspense: one voucher of the day.
async fn post(house: &House, bank_serial: &str) {
    let bank = house.bank_account().await;
    let arrival = house
        .record(house.wire(bank, bank_serial, 100))
        .await
        .unwrap();
    let serial = suspense::next_serial(&house.app, house.centre)
        .await
        .unwrap();
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    let reason = Reason {
        code: "payment_code_missing",
        sentence: "未填缴款码".to_owned(),
    };
    let business_date = business_day::posting_date(&mut tx).await.unwrap();
    let new = NewSuspense {
        serial,
        arrival: &arrival,
        amount: arrival.amount_fen,
        owner: None,
        named: None,
        business_date,
        reason,
    };
    suspense::open_in(&mut tx, &house.app.clock, &house.system, new)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_day_is_closed_by_those_who_may_and_only_when_one_is_open() {
    let house = testing::house().await;
    let error = close(&house.app, &house.clerk(), &key("stranger"), today())
        .await
        .unwrap_err();
    assert_eq!(error.refusal().unwrap().code(), "action_forbidden");
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    business_day::mark_closed_in(&mut tx, &house.app.clock, &house.system, today())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let error = close(&house.app, &house.system, &key("no-day"), today())
        .await
        .unwrap_err();
    assert_eq!(error.refusal().unwrap().code(), "business_day_not_open");
}

#[tokio::test]
async fn a_close_seals_every_voucher_and_opens_the_next_working_day() {
    let house = testing::house().await;
    post(&house, "1").await;
    let closed = close(&house.app, &house.system, &key("close"), today())
        .await
        .unwrap();
    assert_eq!((closed.date, closed.vouchers), (today(), 1));
    assert_eq!(closed.opened, Some(date("2026-11-23")), "the Monday");
    let [head] = closed.heads.as_slice() else {
        panic!("one book is open")
    };
    assert_eq!((head.book, head.sequence), (BookCode::Fund, 1));

    let mut tx = house.app.db.write(house.centre).await.unwrap();
    assert_eq!(
        bookkeeper::tail(&mut tx, BookCode::Fund).await.unwrap().0,
        0
    );
    assert_eq!(
        business_day::posting_date(&mut tx).await.unwrap(),
        date("2026-11-23")
    );
    drop(tx);
    assert_eq!(
        audit::seal(&house.app.db, house.centre, 10).await.unwrap(),
        0,
        "all sealed"
    );
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    let trail = audit::verify(&mut tx).await.unwrap();
    assert_eq!(trail.findings, []);
    let end = audit::head(&mut tx).await.unwrap();
    let taken = &closed.audit_head;
    assert_eq!((taken.position, taken.hash), (end.position, end.hash));
    assert_eq!(trail.sealed, end.position, "the close itself included");
}

#[tokio::test]
async fn a_repeated_close_tells_the_first_one_and_closes_nothing_more() {
    let house = testing::house().await;
    let first = close(&house.app, &house.system, &key("close"), today())
        .await
        .unwrap();
    post(&house, "1").await;
    let replay = close(&house.app, &house.system, &key("close"), today())
        .await
        .unwrap();
    assert_eq!((replay.date, replay.opened), (first.date, first.opened));
    assert_eq!(replay.heads[0].mac, first.heads[0].mac);
    assert_eq!(replay.audit_head.mac, first.audit_head.mac);
    // Someone else who still sees the first day on the page doesn't close the second.
    let late = close(&house.app, &house.system, &key("late"), today())
        .await
        .unwrap_err();
    assert_eq!(late.refusal().unwrap().code(), "business_day_changed");
    let second = close(&house.app, &house.system, &key("next"), date("2026-11-23"))
        .await
        .unwrap();
    assert_eq!((second.date, second.vouchers), (date("2026-11-23"), 1));
    assert_eq!(second.heads[0].sequence, 1);
}

#[tokio::test]
async fn a_day_closes_even_when_next_years_holidays_are_unknown() {
    let house = testing::house().await;
    close(&house.app, &house.system, &key("first"), today())
        .await
        .unwrap();
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    let clock = &house.app.clock;
    business_day::mark_closed_in(&mut tx, clock, &house.system, date("2026-11-23"))
        .await
        .unwrap();
    clock.set("2099-12-31T00:30:00.000000Z".parse().unwrap());
    business_day::open_in(&mut tx, clock, &house.system, date("2099-12-31"))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let closed = close(&house.app, &house.system, &key("last"), date("2099-12-31"))
        .await
        .unwrap();
    assert_eq!((closed.date, closed.opened), (date("2099-12-31"), None));
}
