//! Runs that stop, reversals and cancellations.

use std::time::Duration;

use kernel::Fen;
use platform::job::{self, Job, Jobs, Step};

use super::{SPEND, paper};
use crate::remittance::testing::{house, key, page, people};
use crate::remittance::{
    Outcome, Received, RemittanceStatus, cancel, receive, remittance_lines, reverse, run,
};

/// The product's step, with vouchers of two lines.
const IN_TWOS: &[Step] = &[Step {
    code: "post",
    label: "逐批入账",
    run: |job| Box::pin(run::go_on(job, 2)),
}];

#[tokio::test]
async fn a_run_that_was_stopped_goes_on_where_it_was() {
    let house = house().await;
    let id = house
        .assess(house.employer_id, "2026-10", &people(1..=5, "6000"))
        .await;
    let remittance = house.remittance(id).await.remittance;
    let wire = house.wire(
        "B001",
        remittance.expected_fen.get(),
        &remittance.payment_code,
    );
    // The first transaction alone: the server stops before the second.
    let (arrival_id, left) =
        receive::record(&house.app, &house.system, &key("stopped"), wire.clone(), 2)
            .await
            .unwrap();
    assert_eq!(left, Some(id));
    let stopped = house.remittance(id).await;
    assert_eq!(
        (stopped.remittance.status, stopped.remittance.posted_lines),
        (RemittanceStatus::Posting, 2)
    );
    assert_eq!(
        (house.books("10101").await, house.books("21902").await),
        (480_000, 288_000)
    );
    assert_eq!(house.findings().await, []);
    let told = receive::receive_in_chunks(&house.app, &house.system, &key("stopped"), wire, 2)
        .await
        .unwrap();
    assert_eq!((told.arrival_id, told.people_left), (arrival_id, 3));

    let reversal = reverse(
        &house.app,
        &house.system,
        &key("too-early"),
        id,
        "试",
        Fen::ZERO,
    )
    .await
    .unwrap_err();
    assert_eq!(reversal.refusal().unwrap().code(), "remittance_not_posted");
    let jobs = Jobs {
        jobs: vec![Job {
            kind: &run::POST_REST,
            steps: IN_TWOS,
        }],
        ..Jobs::default()
    };
    let go_on = async || job::run_due(&house.app, &jobs, house.centre).await;
    assert_eq!(
        go_on().await.unwrap(),
        0,
        "whoever began may still be at it"
    );
    house.app.clock.advance(Duration::from_secs(30));
    assert_eq!(go_on().await.unwrap(), 1);
    house.app.clock.advance(Duration::from_secs(20));
    assert_eq!(go_on().await.unwrap(), 0);

    let posted = house.remittance(id).await;
    assert_eq!(posted.remittance.status, RemittanceStatus::Posted);
    let lines: Vec<_> = posted
        .chunks
        .iter()
        .map(|c| (c.from_line, c.to_line))
        .collect();
    assert_eq!(lines, [(1, 2), (3, 4), (5, 5)]);
    let received = Received {
        voucher_ids: posted.voucher_ids(),
        ..told
    };
    assert_eq!(
        paper(&house, &received).await,
        [
            "安居第1机械厂 2026-10汇缴2人（第1批）",
            "借 10101 4,800.00",
            "贷 201 1,920.00",
            "贷 21902 2,880.00",
            "安居第1机械厂 2026-10汇缴2人（第2批）",
            "借 21902 1,920.00",
            "贷 201 1,920.00",
            "安居第1机械厂 2026-10汇缴1人（第3批）",
            "借 21902 960.00",
            "贷 201 960.00",
        ]
    );
    assert_eq!(
        (house.books("201").await, house.books("21902").await),
        (480_000, 0)
    );
    assert_eq!(house.findings().await, []);

    reverse(
        &house.app,
        &house.system,
        &key("reverse"),
        id,
        "批次试验",
        Fen::ZERO,
    )
    .await
    .unwrap();
    assert_eq!(
        (house.books("201").await, house.books("21901").await),
        (0, 480_000)
    );
    assert_eq!(house.findings().await, []);
}

#[tokio::test]
async fn a_reversed_remittance_leaves_the_money_in_suspense_and_the_month_free() {
    let house = house().await;
    let id = house
        .assess(house.employer_id, "2026-10", &people(1..=2, "6000"))
        .await;
    let paid = house.pay(id, "B001").await;
    for reason in ["", "  ", "一\n二"] {
        let refused = reverse(
            &house.app,
            &house.system,
            &key("bad"),
            id,
            reason,
            Fen::ZERO,
        )
        .await;
        assert_eq!(
            refused.unwrap_err().refusal().unwrap().code(),
            "reason_invalid"
        );
    }
    let vouchers = reverse(
        &house.app,
        &house.system,
        &key("reverse"),
        id,
        "单位报错月份",
        Fen::ZERO,
    )
    .await
    .unwrap();
    let replayed = reverse(
        &house.app,
        &house.system,
        &key("reverse"),
        id,
        "单位报错月份",
        Fen::ZERO,
    )
    .await
    .unwrap();
    assert_eq!(replayed, vouchers);
    let vouchers = vouchers.done().unwrap();
    let received = Received {
        voucher_ids: vouchers,
        ..paid.clone()
    };
    let paper = paper(&house, &received).await;
    assert!(
        paper[0].starts_with("冲销") && paper[0].ends_with("单位报错月份"),
        "{paper:?}"
    );
    assert_eq!(paper[1..3], ["借 10101 -1,920.00", "贷 201 -1,920.00"]);
    assert_eq!(paper[4..6], ["借 10101 1,920.00", "贷 21901 1,920.00"]);
    assert_eq!(house.books("10101").await, 192_000);
    assert_eq!(house.books("201").await, 0);
    assert_eq!(
        house.reason_of(paid.arrival_id).await.as_deref(),
        Some("remittance_reversed")
    );
    assert_eq!(house.findings().await, []);

    let twice = reverse(
        &house.app,
        &house.system,
        &key("twice"),
        id,
        "再冲",
        Fen::ZERO,
    )
    .await
    .unwrap_err();
    assert_eq!(twice.refusal().unwrap().code(), "remittance_not_posted");
    let late = house.pay(id, "B002").await;
    assert_eq!(late.reason.unwrap().0, "remittance_already_reversed");
    // The month is assessed anew, with another base, and paid.
    let anew = house
        .assess(house.employer_id, "2026-10", &people(1..=2, "7000"))
        .await;
    assert_eq!(house.pay(anew, "B003").await.outcome, Outcome::Posted);
    assert_eq!(house.books("201").await, 224_000);
    assert_eq!(house.findings().await, []);
}

#[tokio::test]
async fn a_reversal_is_refused_when_an_account_holds_the_money_no_more() {
    let house = house().await;
    let id = house
        .assess(house.employer_id, "2026-10", &people(1..=2, "6000"))
        .await;
    house.pay(id, "B001").await;
    let lines = remittance_lines(&house.app, &house.system, id, &page())
        .await
        .unwrap()
        .items;
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    tx.execute_one(&SPEND, (lines[1].account_no, Fen::new(1)))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let refused = reverse(
        &house.app,
        &house.system,
        &key("reverse"),
        id,
        "试",
        Fen::ZERO,
    )
    .await
    .unwrap_err();
    assert_eq!(
        refused.refusal().unwrap().code(),
        "accounts_hold_too_little"
    );
    assert_eq!(
        house.remittance(id).await.remittance.status,
        RemittanceStatus::Posted
    );
    assert_eq!(house.books("201").await, 192_000, "nothing of it stays");
}

#[tokio::test]
async fn a_cancelled_remittance_takes_no_money_and_frees_the_month() {
    let house = house().await;
    let id = house
        .assess(house.employer_id, "2026-10", &people(1..=2, "6000"))
        .await;
    cancel(&house.app, &house.system, &key("cancel"), id, "基数报错")
        .await
        .unwrap();
    cancel(&house.app, &house.system, &key("cancel"), id, "基数报错")
        .await
        .unwrap();
    let twice = cancel(&house.app, &house.system, &key("twice"), id, "再撤")
        .await
        .unwrap_err();
    assert_eq!(twice.refusal().unwrap().code(), "remittance_not_assessed");
    assert_eq!(
        house.pay(id, "B001").await.reason.unwrap().0,
        "remittance_cancelled"
    );
    let anew = house
        .assess(house.employer_id, "2026-10", &people(1..=2, "6000"))
        .await;
    assert_eq!(house.pay(anew, "B002").await.outcome, Outcome::Posted);
    assert_eq!(house.findings().await, []);
}
