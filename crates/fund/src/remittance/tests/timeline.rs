//! What the timelines of an employer and of its members tell.

use kernel::EmployerId;

use crate::remittance::testing::{House, house, key, page, people};
use crate::remittance::{cancel, reverse};
use crate::timeline::{Event, EventKind};
use crate::{account, employer};

async fn of_employer(house: &House, employer_id: EmployerId) -> Vec<Event> {
    let told = employer::timeline(&house.app, &house.system, employer_id, &page()).await;
    told.unwrap().items
}

fn kinds(events: &[Event]) -> Vec<EventKind> {
    events.iter().map(|event| event.kind).collect()
}

#[tokio::test]
async fn everything_that_happened_is_told_the_latest_first() {
    let house = house().await;
    let october = house
        .assess(house.employer_id, "2026-10", &people(1..=2, "6000"))
        .await;
    house
        .receive(house.wire(
            "B1",
            100,
            &house.remittance(october).await.remittance.payment_code,
        ))
        .await
        .unwrap();
    cancel(
        &house.app,
        &house.system,
        &key("cancel"),
        october,
        "单位要求重报",
    )
    .await
    .unwrap();
    // The clock stands: at one instant the kinds have their order.
    let told = of_employer(&house, house.employer_id).await;
    assert_eq!(
        kinds(&told),
        [
            EventKind::Cancelled,
            EventKind::Waiting,
            EventKind::Assessed,
            EventKind::Registered,
        ]
    );
    assert_eq!(
        told[0].sentence,
        "取消 2026-10 汇缴的核定，2 人 1,920.00 元（单位要求重报）"
    );
    assert!(
        told[1].sentence.starts_with("1.00 元转入暂收（"),
        "{}",
        told[1].sentence
    );
    assert_eq!(
        told[2].sentence,
        "确认 2026-10 清册，核定汇缴 2 人 1,920.00 元"
    );
    assert_eq!(told[3].sentence, "登记为缴存单位，开户日期 2026-10-08");

    let another = house.another_employer(2).await;
    assert_eq!(
        kinds(&of_employer(&house, another).await),
        [EventKind::Registered]
    );
}

#[tokio::test]
async fn a_reversal_stands_in_the_member_s_timeline_too() {
    let house = house().await;
    let october = house
        .assess(house.employer_id, "2026-10", &people(1..=1, "6000"))
        .await;
    house.pay(october, "B1").await;
    let none = kernel::Fen::ZERO;
    reverse(
        &house.app,
        &house.system,
        &key("back"),
        october,
        "重复缴存",
        none,
    )
    .await
    .unwrap();
    let accounts = account::list(&house.app, &house.system, &page())
        .await
        .unwrap();
    let no = accounts.items[0].account_no;
    let told = account::timeline(&house.app, &house.system, no, &page()).await;
    let told = told.unwrap().items;
    assert_eq!(
        kinds(&told),
        [EventKind::TakenBack, EventKind::Entered, EventKind::Opened]
    );
    assert_eq!(told[0].amount_fen, Some(kernel::Fen::new(-96_000)));
    assert_eq!(told[0].sentence, "冲销 2026-10 汇缴，减少 960.00 元");
    assert_eq!(
        told[2].sentence,
        "在安居第1机械厂开户，自 2026-10 起缴，月缴存额 960.00 元"
    );
    let stranger = house.stranger();
    let refused = account::timeline(&house.app, &stranger, no, &page()).await;
    assert_eq!(
        refused.unwrap_err().refusal().unwrap().code(),
        "action_forbidden"
    );
}

#[tokio::test]
async fn new_terms_are_told_with_those_before() {
    let house = house().await;
    let october = house
        .assess(house.employer_id, "2026-10", &people(1..=1, "5600"))
        .await;
    house.pay(october, "B1").await;
    house
        .assess(house.employer_id, "2026-11", &people(1..=1, "5850"))
        .await;
    let accounts = account::list(&house.app, &house.system, &page())
        .await
        .unwrap();
    let no = accounts.items[0].account_no;
    let told = account::timeline(&house.app, &house.system, no, &page())
        .await
        .unwrap()
        .items;
    let rebased = told
        .iter()
        .find(|event| event.kind == EventKind::Rebased)
        .unwrap();
    assert_eq!(
        rebased.sentence,
        "缴存基数 5,600.00 元调为 5,850.00 元，月缴存额 896.00 元调为 936.00 元"
    );
}
