//! Money that arrives.

use kernel::{Fen, Month};
use ledger::voucher;
use platform::business_day;
use settlement::arrival::{self, NewArrival};
use settlement::suspense;

use super::{SEAL, paper};
use crate::account::{self, EntryKind};
use crate::employer::{self, EmployerStatus};
use crate::remittance::testing::{TITLES, date, house, key, page, people};
use crate::remittance::{
    Outcome, PaymentCode, RemittanceStatus, Verdict, cancel, receive, remittance, remittance_lines,
    remittances, reverse,
};
use crate::roster;

#[tokio::test]
async fn the_exact_amount_is_posted_to_every_account_and_to_the_books() {
    let house = house().await;
    let id = house
        .assess(house.employer_id, "2026-10", &people(1..=3, "6000"))
        .await;
    let assessed = house.remittance(id).await;
    assert_eq!(assessed.remittance.status, RemittanceStatus::Assessed);
    // 6,000 × 8 % = 480 a side.
    assert_eq!(assessed.remittance.expected_fen, Fen::from_yuan(2_880));
    assert_eq!(assessed.can, ["cancel", "allocate"]);
    assert!(
        assessed
            .rules
            .iter()
            .all(|rule| rule.verdict == Verdict::Met)
    );
    let by_policy = assessed
        .rules
        .iter()
        .filter(|rule| rule.policy_version_id.is_some());
    assert_eq!(by_policy.count(), 7);

    let received = house.pay(id, "B001").await;
    assert_eq!(
        (received.outcome, received.people),
        (Outcome::Posted, Some(3))
    );
    assert_eq!(
        paper(&house, &received).await,
        [
            "安居第1机械厂 2026-10汇缴3人",
            "借 10101 2,880.00",
            "贷 201 2,880.00"
        ]
    );
    let posted = house.remittance(id).await;
    assert_eq!(posted.remittance.status, RemittanceStatus::Posted);
    assert_eq!(posted.can, ["reverse"]);
    let lines = remittance_lines(&house.app, &house.system, id, &page())
        .await
        .unwrap()
        .items;
    assert_eq!(lines.len(), 3);
    let account_no = lines[0].account_no;
    let entries = account::entries(&house.app, &house.system, account_no, &page())
        .await
        .unwrap()
        .items;
    assert_eq!(entries.len(), 1);
    let view = account::show(&house.app, &house.system, account_no)
        .await
        .unwrap();
    assert_eq!(view.account.balance_fen, Fen::from_yuan(960));
    assert_eq!(view.paid_through, Some("2026-10".parse::<Month>().unwrap()));
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    let employer = employer::require_in(&mut tx, house.employer_id)
        .await
        .unwrap();
    assert_eq!(employer.status, EmployerStatus::Normal);
    let mut kinds = Vec::new();
    account::entries_of_voucher_in(&mut tx, received.voucher_ids[0], |entry| {
        kinds.push((
            entry.kind,
            entry.value_date.to_string(),
            entry.business_date.to_string(),
        ));
        Ok(())
    })
    .await
    .unwrap();
    let entry = (
        EntryKind::Remittance,
        "2026-11-19".to_owned(),
        "2026-11-20".to_owned(),
    );
    assert_eq!(kinds, vec![entry; 3]);
    drop(tx);
    assert_eq!(house.findings().await, []);
}

/// What the payer wrote is never refused, what the clerk copied wrongly is; and what is refused uses
/// no number up.
#[tokio::test]
async fn a_payment_code_that_the_clerk_mistypes_is_refused() {
    let house = house().await;
    let id = house
        .assess(house.employer_id, "2026-10", &people(1..=2, "6000"))
        .await;
    let code = house.remittance(id).await.remittance.payment_code;
    let given = |serial: &str, code: &str| NewArrival {
        payment_code: Some(code.to_owned()),
        ..house.wire(serial, 192_000, "十月公积金")
    };
    let unknown = PaymentCode::of_serial(77_777).unwrap().to_string();
    for (wrong, refused) in [
        ("1234567890", "payment_code_invalid"),
        (unknown.as_str(), "payment_code_unknown"),
    ] {
        let error = house.receive(given("B001", wrong)).await.unwrap_err();
        let refusal = error.refusal().unwrap();
        assert_eq!(
            (refusal.code(), refusal.field()),
            (refused, Some("payment_code"))
        );
    }
    assert_eq!(house.books("10101").await, 0);
    let paid = house.receive(given("B001", &code)).await.unwrap();
    assert_eq!(paid.outcome, Outcome::Posted);

    let twice = NewArrival {
        payment_code: None,
        ..house.wire("B001", 192_000, "又一次")
    };
    let once_more = receive(&house.app, &house.system, &key("again"), twice).await;
    assert!(once_more.is_err());
    let waits = house.receive(house.wire("B002", 100, "")).await.unwrap();
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    let arrival = arrival::require_in(&mut tx, waits.arrival_id)
        .await
        .unwrap();
    let items = suspense::of_arrival_in(&mut tx, waits.arrival_id)
        .await
        .unwrap();
    assert_eq!((arrival.serial, items[0].serial), (2, 1));
}

#[tokio::test]
async fn money_that_fits_no_remittance_waits_and_says_why() {
    let house = house().await;
    let id = house
        .assess(house.employer_id, "2026-10", &people(1..=2, "6000"))
        .await;
    let code = house.remittance(id).await.remittance.payment_code;
    let wrong_digit = format!("{}{}", &code[..9], (code.as_bytes()[9] - b'0' + 1) % 10);
    let unknown = PaymentCode::of_serial(77_777).unwrap().to_string();
    let cases = [
        (192_000, "十月公积金".to_owned(), "payment_code_missing"),
        (192_000, wrong_digit, "payment_code_missing"),
        (192_000, unknown.clone(), "payment_code_unknown"),
        (
            192_000,
            format!("{code}、{unknown}"),
            "payment_code_ambiguous",
        ),
    ];
    for (nth, (fen, remark, reason)) in (1..).zip(cases) {
        let received = house
            .receive(house.wire(&format!("B{nth:03}"), fen, &remark))
            .await
            .unwrap();
        assert_eq!(received.outcome, Outcome::Suspense, "{remark}");
        let (found, sentence) = received.reason.clone().unwrap();
        assert_eq!(found, reason, "{sentence}");
        let paper = paper(&house, &received).await;
        let amount = Fen::new(fen).grouped();
        assert_eq!(
            paper[1..],
            [format!("借 10101 {amount}"), format!("贷 21901 {amount}")]
        );
    }
    assert_eq!(
        house.remittance(id).await.remittance.status,
        RemittanceStatus::Assessed
    );
    // The exact amount still pays; the same again is a duplicate.
    assert_eq!(house.pay(id, "B200").await.outcome, Outcome::Posted);
    let again = house.pay(id, "B201").await;
    assert_eq!(again.reason.unwrap().0, "remittance_already_posted");
    assert_eq!(house.findings().await, []);
}

#[tokio::test]
async fn one_wire_is_recorded_once_and_one_key_posts_once() {
    let house = house().await;
    let id = house
        .assess(house.employer_id, "2026-10", &people(1..=2, "6000"))
        .await;
    let first = house.pay(id, "B001").await;
    assert_eq!(house.pay(id, "B001").await, first);
    let wire = house.wire("B001", 192_000, "另一个请求");
    let other = receive::receive(&house.app, &house.system, &key("other-key"), wire).await;
    assert_eq!(
        other.unwrap_err().refusal().unwrap().code(),
        "arrival_recorded_twice"
    );
    let changed = house.wire("B001", 1, "同一标识");
    let changed = house.receive(changed).await.unwrap_err();
    assert_eq!(changed.refusal().unwrap().code(), "idempotency_key_reused");
    assert_eq!(house.books("10101").await, 192_000);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_clerks_posting_one_remittance_one_wins_and_the_other_is_told() {
    let house = std::sync::Arc::new(house().await);
    let id = house
        .assess(house.employer_id, "2026-10", &people(1..=50, "6000"))
        .await;
    let clerks: Vec<_> = (0..6)
        .map(|nth| {
            let house = std::sync::Arc::clone(&house);
            tokio::spawn(async move { house.pay(id, &format!("B{nth}")).await })
        })
        .collect();
    let mut outcomes = Vec::new();
    for clerk in clerks {
        let received = clerk.await.unwrap();
        outcomes.push((received.outcome, received.reason.map(|(code, _)| code)));
    }
    let won = outcomes
        .iter()
        .filter(|(outcome, _)| *outcome == Outcome::Posted)
        .count();
    assert_eq!(won, 1, "{outcomes:?}");
    let told = Some("remittance_already_posted".to_owned());
    assert_eq!(
        outcomes
            .iter()
            .filter(|(_, reason)| *reason == told)
            .count(),
        5
    );
    assert_eq!(house.books("201").await, 4_800_000);
    assert_eq!(house.books("21901").await, 5 * 4_800_000);
    assert_eq!(house.findings().await, []);
}

#[tokio::test]
async fn accounts_that_changed_after_the_assessment_keep_the_money_waiting() {
    let house = house().await;
    let id = house
        .assess(house.employer_id, "2026-10", &people(1..=2, "6000"))
        .await;
    let lines = remittance_lines(&house.app, &house.system, id, &page())
        .await
        .unwrap()
        .items;
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    tx.execute_one(&SEAL, (lines[0].account_no,)).await.unwrap();
    tx.commit().await.unwrap();
    let received = house.pay(id, "B001").await;
    assert_eq!(received.reason.unwrap().0, "accounts_not_postable");
    assert_eq!(house.books("201").await, 0);
}

/// The business day that is open.
async fn open_day(house: &super::House) -> kernel::Date {
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    business_day::current(&mut tx).await.unwrap().unwrap().date
}

#[tokio::test]
async fn what_arrives_after_the_close_takes_the_next_business_date() {
    let house = house().await;
    let id = house
        .assess(house.employer_id, "2026-10", &people(1..=2, "6000"))
        .await;
    settlement::day::close(
        &house.app,
        &house.system,
        &key("close"),
        open_day(&house).await,
    )
    .await
    .unwrap();
    let received = house.pay(id, "B001").await;
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    let voucher = voucher::get(&mut tx, received.voucher_ids[0])
        .await
        .unwrap();
    assert_eq!(voucher.head.business_date.to_string(), "2026-11-23");
    let open = business_day::current(&mut tx).await.unwrap().unwrap();
    assert_eq!(open.date, voucher.head.business_date);
    drop(tx);
    assert_eq!(house.findings().await, []);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_posting_slips_into_a_day_that_is_being_closed() {
    let house = std::sync::Arc::new(house().await);
    let id = house
        .assess(house.employer_id, "2026-10", &people(1..=20, "6000"))
        .await;
    let (payer, closer) = (std::sync::Arc::clone(&house), std::sync::Arc::clone(&house));
    let pay = tokio::spawn(async move { payer.pay(id, "B001").await });
    let day = open_day(&house).await;
    let close = tokio::spawn(async move {
        settlement::day::close(&closer.app, &closer.system, &key("close"), day)
            .await
            .unwrap()
    });
    let (received, closed) = (pay.await.unwrap(), close.await.unwrap());
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    let head = voucher::get(&mut tx, received.voucher_ids[0])
        .await
        .unwrap()
        .head;
    // Whichever was first: the closed day counts the voucher, or the next day has it.
    let expected = if closed.vouchers == 1 {
        closed.date
    } else {
        date("2026-11-23")
    };
    assert_eq!(head.business_date, expected);
    drop(tx);
    assert_eq!(house.findings().await, []);
}

#[tokio::test]
async fn a_stranger_may_do_nothing_and_leaves_no_trace_but_the_denial() {
    let house = house().await;
    let id = house
        .assess(house.employer_id, "2026-10", &people(1..=2, "6000"))
        .await;
    let (app, stranger) = (&house.app, house.stranger());
    let wire = house.wire("B001", 192_000, "");
    let denied = [
        receive::receive(app, &stranger, &key("s1"), wire)
            .await
            .unwrap_err(),
        cancel(app, &stranger, &key("s2"), id, "试")
            .await
            .unwrap_err(),
        reverse(app, &stranger, &key("s3"), id, "试", Fen::ZERO)
            .await
            .unwrap_err(),
        remittance(app, &stranger, id).await.unwrap_err(),
        remittances(app, &stranger, &page()).await.unwrap_err(),
        roster::rosters(app, &stranger, &page()).await.unwrap_err(),
        roster::template(app, &stranger).await.unwrap_err(),
    ];
    for error in denied {
        assert_eq!(error.refusal().unwrap().code(), "action_forbidden");
    }
    let rows = people(1..=1, "6000");
    let upload = house
        .upload("again", house.employer_id, "2026-10", TITLES, &rows)
        .await;
    assert_eq!(
        upload.unwrap_err().refusal().unwrap().code(),
        "remittance_exists"
    );
}
