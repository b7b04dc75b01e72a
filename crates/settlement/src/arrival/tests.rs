use super::*;
use crate::suspense::{self, NewSuspense, Reason};
use crate::testing::{self, House, page, today};
use ledger::BookCode;

async fn suspend(house: &House, arrival: &Arrival) -> Result<suspense::Suspense> {
    let serial = suspense::next_serial(&house.app, house.centre).await?;
    let mut tx = house.app.db.write(house.centre).await?;
    let reason = Reason {
        code: "payment_code_unknown",
        sentence: "没有这个缴款码，请核对".to_owned(),
    };
    let new = NewSuspense {
        serial,
        arrival,
        amount: arrival.amount_fen,
        owner: None,
        named: None,
        business_date: today(),
        reason,
    };
    let suspense = suspense::open_in(&mut tx, &house.app.clock, &house.system, new).await?;
    tx.commit().await?;
    Ok(suspense)
}

async fn balance(house: &House, code: &str) -> Fen {
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    let code = code.parse().unwrap();
    ledger::balance::of_account(&mut tx, BookCode::Fund, code)
        .await
        .unwrap()
}

#[tokio::test]
async fn an_unknown_bank_account_takes_nothing() {
    let house = testing::house().await;
    let nowhere = BankAccountId::new(&house.app.clock);
    let error = house
        .record(house.wire(nowhere, "1", 100))
        .await
        .unwrap_err();
    assert_eq!(error.refusal().unwrap().code(), "bank_account_unknown");
    assert_eq!(error.refusal().unwrap().field(), Some("bank_account_id"));
}

#[tokio::test]
async fn one_wire_is_recorded_once() {
    let house = testing::house().await;
    let bank = house.bank_account().await;
    let first = house
        .record(house.wire(bank, "20261119-7", 100))
        .await
        .unwrap();
    let error = house
        .record(house.wire(bank, " 20261119-7 ", 100))
        .await
        .unwrap_err();
    let refusal = error.refusal().unwrap();
    assert_eq!(refusal.code(), "arrival_recorded_twice");
    assert!(
        refusal.sentence().contains(&serial_text(first.serial)),
        "{refusal}"
    );
    assert!(
        house
            .record(house.wire(bank, "20261119-8", 100))
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn what_nobody_matches_waits_in_the_books_and_says_why() {
    let house = testing::house().await;
    let bank = house.bank_account().await;
    let arrival = house.record(house.wire(bank, "1", 100)).await.unwrap();
    let suspended = suspend(&house, &arrival).await.unwrap();
    // Its age is counted up to the open day, whatever the calendar says meanwhile.
    house
        .app
        .clock
        .set("2026-11-25T00:30:00.000000Z".parse().unwrap());

    assert_eq!(balance(&house, "10101").await, Fen::from_yuan(100));
    assert_eq!(balance(&house, "21901").await, Fen::from_yuan(100));
    let waiting = suspense::list(&house.app, &house.system, &page())
        .await
        .unwrap();
    let [item] = waiting.items.as_slice() else {
        panic!("one item waits")
    };
    assert_eq!(item.reason_sentence, "没有这个缴款码，请核对");
    assert_eq!(item.payer_name, "安居市第一中学");
    assert_eq!(
        (item.status, item.age_days),
        (suspense::SuspenseStatus::Waiting, 0)
    );
    let arrivals = list(&house.app, &house.system, &page()).await.unwrap();
    let [item] = arrivals.items.as_slice() else {
        panic!("one arrival")
    };
    assert_eq!(item.status, ArrivalStatus::Suspense);
    assert_eq!(item.suspense_id, Some(suspended.suspense_id));
    assert_eq!(item.voucher_id, Some(suspended.voucher_id));
    assert_eq!(item.payer_account, "5100********7777");
    assert_eq!(item.payment_code.as_deref(), Some("HJ0001"));

    let mut tx = house.app.db.read(house.centre).await.unwrap();
    let found = suspense::of_arrival_in(&mut tx, arrival.arrival_id)
        .await
        .unwrap();
    let found: Vec<SuspenseId> = found.iter().map(|item| item.suspense_id).collect();
    assert_eq!(found, [suspended.suspense_id]);
    assert_eq!(
        suspense::waiting_in(&mut tx).await.unwrap(),
        (1, Fen::from_yuan(100))
    );
}

#[tokio::test]
async fn money_that_waits_cannot_wait_twice() {
    let house = testing::house().await;
    let bank = house.bank_account().await;
    let arrival = house.record(house.wire(bank, "1", 100)).await.unwrap();
    suspend(&house, &arrival).await.unwrap();
    assert!(
        suspend(&house, &arrival)
            .await
            .unwrap_err()
            .refusal()
            .is_none(),
        "a breakage"
    );
    assert_eq!(
        balance(&house, "21901").await,
        Fen::from_yuan(100),
        "nothing of it stayed"
    );
}

#[tokio::test]
async fn money_taken_back_from_its_purpose_waits_again() {
    let house = testing::house().await;
    let bank = house.bank_account().await;
    let arrival = house.record(house.wire(bank, "1", 100)).await.unwrap();
    let purpose = Purpose {
        kind: "remittance",
        id: "R-1".to_owned(),
    };
    let voucher = VoucherId::new(&house.app.clock);
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    post_in(&mut tx, arrival.arrival_id, purpose.clone(), voucher)
        .await
        .unwrap();
    assert!(
        post_in(&mut tx, arrival.arrival_id, purpose.clone(), voucher)
            .await
            .is_err(),
        "only once"
    );
    tx.commit().await.unwrap();
    let filters = vec![("status".to_owned(), "posted".to_owned())];
    let query = ListQuery { filters, ..page() };
    let posted = list(&house.app, &house.system, &query).await.unwrap();
    assert_eq!(posted.items[0].purpose_id.as_deref(), Some("R-1"));

    let mut tx = house.app.db.write(house.centre).await.unwrap();
    forget_in(&mut tx, arrival.arrival_id, purpose)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    suspend(&house, &arrival).await.unwrap();
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    let stored = require_in(&mut tx, arrival.arrival_id).await.unwrap();
    assert_eq!(
        (stored.status, stored.purpose),
        (ArrivalStatus::Suspense, None)
    );
}

#[tokio::test]
async fn totals_follow_the_filter_and_strangers_see_nothing() {
    let house = testing::house().await;
    let bank = house.bank_account().await;
    for (serial, yuan) in [("1", 100), ("2", 250)] {
        house.record(house.wire(bank, serial, yuan)).await.unwrap();
    }
    let all = totals(&house.app, &house.system, &page()).await.unwrap();
    assert_eq!(all, [("amount_fen", 35_000)]);
    let filters = vec![("bank_serial".to_owned(), "2".to_owned())];
    let one = ListQuery { filters, ..page() };
    assert_eq!(
        totals(&house.app, &house.system, &one).await.unwrap(),
        [("amount_fen", 25_000)]
    );
    let clerk = house.clerk();
    for refused in [
        list(&house.app, &clerk, &page()).await.map(drop),
        totals(&house.app, &clerk, &page()).await.map(drop),
        suspense::list(&house.app, &clerk, &page()).await.map(drop),
    ] {
        assert_eq!(
            refused.unwrap_err().refusal().unwrap().code(),
            "action_forbidden"
        );
    }
}

#[test]
fn a_payers_account_is_masked_whatever_its_length() {
    for (number, masked) in [
        ("6222000011112222", "6222********2222"),
        ("12345", "***45"),
        ("1", "1"),
        ("", ""),
    ] {
        assert_eq!(masked_account(number), masked);
    }
}
