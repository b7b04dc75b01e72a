//! Money in motion: too little, too much, one wire for many, many for one, back to the payer, taken
//! back by the bank.

use kernel::{EmployerId, Fen, RemittanceId, Result, SuspenseId};
use settlement::recovery::{self, NewTakenBack, RecoveryStatus};
use settlement::suspense::{self, MovementKind, Return};

use super::paper;
use crate::remittance::testing::{House, house, key, page, people};
use crate::remittance::{
    AllocationLine, Outcome, Received, RemittanceStatus, allocate, cancel, reverse, waiting,
};

/// The house with October assessed for two people: 2 × 2 × 480 yuan.
async fn october() -> (House, RemittanceId) {
    let house = house().await;
    let id = house
        .assess(house.employer_id, "2026-10", &people(1..=2, "6000"))
        .await;
    (house, id)
}

impl House {
    /// So many fen arrive with the payment code of a remittance.
    async fn wired(&self, id: RemittanceId, serial: &str, fen: i64) -> Received {
        let code = self.remittance(id).await.remittance.payment_code;
        self.receive(self.wire(serial, fen, &code)).await.unwrap()
    }

    async fn status(&self, id: RemittanceId) -> RemittanceStatus {
        self.remittance(id).await.remittance.status
    }

    async fn allocate(&self, word: &str, lines: &[(SuspenseId, RemittanceId, i64)]) -> Result<()> {
        let line =
            |(suspense_id, remittance_id, fen): &(SuspenseId, RemittanceId, i64)| AllocationLine {
                suspense_id: *suspense_id,
                remittance_id: *remittance_id,
                amount_fen: Fen::new(*fen),
            };
        let lines: Vec<AllocationLine> = lines.iter().map(line).collect();
        allocate(&self.app, &self.system, &key(word), &lines)
            .await
            .map(drop)
    }

    async fn give_back(&self, word: &str, item: SuspenseId, fen: i64) -> Result<()> {
        let new = Return {
            amount_fen: Fen::new(fen),
            bank_serial: format!("T{word}"),
            value_date: "2026-11-20".to_owned(),
            reason: "付款单位要求退回".to_owned(),
        };
        suspense::give_back(&self.app, &self.system, &key(word), item, new)
            .await
            .map(drop)
    }

    /// An unmatched wire of so many fen.
    async fn unmatched(&self, serial: &str, fen: i64) -> SuspenseId {
        let received = self.receive(self.wire(serial, fen, "公积金")).await;
        received.unwrap().suspense_id.unwrap()
    }

    /// The bank takes a wire back.
    async fn taken_back(&self, wire: &Received, word: &str) -> Result<recovery::TakenBack> {
        let new = NewTakenBack {
            arrival_id: wire.arrival_id,
            bank_serial: "CZ001".to_owned(),
            value_date: "2026-11-20".to_owned(),
            reason: "付款行错账冲正".to_owned(),
        };
        recovery::record(&self.app, &self.system, &key(word), new, None).await
    }
}

fn code<T: std::fmt::Debug>(result: Result<T>) -> &'static str {
    result.unwrap_err().refusal().unwrap().code()
}

#[tokio::test]
async fn too_little_waits_until_it_is_topped_up() {
    let (house, id) = october().await;
    let short = house.wired(id, "B001", 100_000).await;
    assert_eq!(short.outcome, Outcome::Suspense);
    let (reason, sentence) = short.reason.clone().unwrap();
    assert_eq!(reason, "amount_short");
    assert!(sentence.contains("少 920.00 元"), "{sentence}");
    assert_eq!(house.status(id).await, RemittanceStatus::Assessed);
    assert_eq!(house.books("201").await, 0, "nothing posts");
    assert_eq!(house.remittance(id).await.waiting_fen, Fen::new(100_000));

    let still = house.wired(id, "B002", 1).await;
    let (_, sentence) = still.reason.unwrap();
    assert!(sentence.contains("另有 1,000.00 元已到"), "{sentence}");
    let last = house.wired(id, "B003", 91_999).await;
    assert_eq!((last.outcome, last.suspense_id), (Outcome::Posted, None));
    assert_eq!(
        paper(&house, &last).await,
        [
            "安居第1机械厂 2026-10汇缴2人",
            "借 10101 919.99",
            "借 21901 1,000.00",
            "借 21901 0.01",
            "贷 201 1,920.00"
        ]
    );
    assert_eq!(house.books("21901").await, 0);
    let view = house.remittance(id).await;
    let filled: Vec<i64> = view.fundings.iter().map(|f| f.amount_fen.get()).collect();
    assert_eq!(filled, [100_000, 1, 91_999]);
    assert_eq!(house.findings().await, []);
}

#[tokio::test]
async fn too_little_can_be_assessed_anew_for_those_it_is_enough_for() {
    let (house, id) = october().await;
    let short = house.wired(id, "B001", 96_000).await;
    cancel(&house.app, &house.system, &key("cut"), id, "一人另行补缴")
        .await
        .unwrap();
    let cut = house
        .assess(house.employer_id, "2026-10", &people(1..=1, "6000"))
        .await;
    let item = short.suspense_id.unwrap();
    let waiting = house.remittance(cut).await.employer_waiting_fen;
    assert_eq!(waiting, Fen::new(96_000));
    house
        .allocate("allocate", &[(item, cut, 96_000)])
        .await
        .unwrap();
    assert_eq!(house.status(cut).await, RemittanceStatus::Posted);
    assert_eq!(house.findings().await, []);
}

#[tokio::test]
async fn too_much_posts_exactly_and_the_rest_is_kept_for_the_next_month() {
    let (house, id) = october().await;
    let over = house.wired(id, "B001", 200_000).await;
    assert_eq!(over.outcome, Outcome::Posted);
    assert_eq!(over.reason.clone().unwrap().0, "amount_over");
    assert_eq!(
        paper(&house, &over).await[1..],
        ["借 10101 2,000.00", "贷 201 1,920.00", "贷 21901 80.00"]
    );
    assert_eq!(house.findings().await, []);

    let november = house
        .assess(house.employer_id, "2026-11", &people(1..=2, "6000"))
        .await;
    let waiting = house.remittance(november).await.waiting_fen;
    assert_eq!(waiting, Fen::new(8_000));
    let rest = house.wired(november, "B002", 184_000).await;
    assert_eq!((rest.outcome, rest.suspense_id), (Outcome::Posted, None));
    assert_eq!(house.books("201").await, 384_000);
    assert_eq!(house.books("21901").await, 0);
    assert_eq!(house.findings().await, []);
}

#[tokio::test]
async fn one_wire_is_split_over_employers_and_months() {
    let (house, id) = october().await;
    let other: EmployerId = house.another_employer(2).await;
    let others = house
        .assess(other, "2026-10", &people(11..=13, "6000"))
        .await;
    // 财政统发: one sum for both, and 5 yuan too much.
    let item = house.unmatched("B001", 192_000 + 288_000 + 500).await;
    let both = [(item, id, 192_000), (item, others, 288_000)];
    house.allocate("both", &both).await.unwrap();
    house.allocate("both", &both).await.unwrap();
    for id in [id, others] {
        assert_eq!(house.status(id).await, RemittanceStatus::Posted);
    }
    assert_eq!(house.books("201").await, 480_000);
    assert_eq!(house.books("21901").await, 500);
    let movements = suspense::movements(&house.app, &house.system, item)
        .await
        .unwrap();
    assert!(movements.iter().all(|m| m.kind == MovementKind::Allocated));
    assert_eq!(movements.len(), 2, "the same key allocates once");
    // A reversal of one leaves the other.
    let (app, system) = (&house.app, &house.system);
    reverse(app, system, &key("reverse"), others, "单位报错", Fen::ZERO)
        .await
        .unwrap();
    assert_eq!(house.books("21901").await, 288_500);
    assert_eq!(house.status(id).await, RemittanceStatus::Posted);
    assert_eq!(house.findings().await, []);
}

#[tokio::test]
async fn many_wires_fill_one_remittance() {
    let (house, id) = october().await;
    let first = house.unmatched("B001", 100_000).await;
    let second = house.unmatched("B002", 92_001).await;
    let short = house.allocate("short", &[(first, id, 100_000)]).await;
    assert_eq!(code(short), "allocation_not_exact");
    let much = [(first, id, 100_001), (second, id, 91_999)];
    assert_eq!(
        code(house.allocate("much", &much).await),
        "suspense_too_small"
    );
    assert_eq!(house.books("201").await, 0, "nothing of it stays");
    let exact = [(first, id, 100_000), (second, id, 92_000)];
    house.allocate("exact", &exact).await.unwrap();
    assert_eq!(house.status(id).await, RemittanceStatus::Posted);
    let again = house.allocate("again", &exact).await;
    assert_eq!(code(again), "remittance_not_awaiting");
    assert_eq!(house.books("21901").await, 1);
    assert_eq!(house.findings().await, []);
}

/// What is said of the only item in suspense: whose it is, to whom it went, and whether it is free.
async fn told(house: &House, arrival_serial: &str) -> (Vec<String>, Option<String>) {
    let listed = waiting(&house.app, &house.system, &page()).await.unwrap();
    let mut items = listed.items.into_iter();
    let of = items.find(|of| of.item.arrival_serial == arrival_serial);
    let of = of.unwrap();
    let names = of.owner.into_iter().chain(of.allocated_to);
    (names.map(|owner| owner.employer_name).collect(), of.freed)
}

#[tokio::test]
async fn money_that_waits_for_what_other_money_paid_is_said_to_be_free() {
    let (house, id) = october().await;
    house.wired(id, "B001", 100_000).await;
    let (owner, freed) = told(&house, "DZ00000001").await;
    assert_eq!((owner.len(), freed), (1, None));
    let item = house.unmatched("B002", 192_000).await;
    assert_eq!(told(&house, "DZ00000002").await, (vec![], None));
    house
        .allocate("other", &[(item, id, 192_000)])
        .await
        .unwrap();
    let (_, freed) = told(&house, "DZ00000001").await;
    assert!(
        freed
            .unwrap()
            .starts_with("所等的 2026-10 汇缴已由其他款项足额入账")
    );
    // What nobody knew the owner of is whose remittance it filled.
    let (went_to, freed) = told(&house, "DZ00000002").await;
    assert_eq!((went_to, freed), (vec!["安居第1机械厂".to_owned()], None));
}

#[tokio::test]
async fn what_nobody_can_place_goes_back_to_its_payer() {
    let (house, _) = october().await;
    let item = house.unmatched("B001", 50_000).await;
    house.give_back("part", item, 20_000).await.unwrap();
    house.give_back("part", item, 20_000).await.unwrap();
    assert_eq!(house.books("10101").await, 30_000);
    let more = house.give_back("more", item, 30_001).await;
    assert_eq!(code(more), "suspense_too_small");
    house.give_back("rest", item, 30_000).await.unwrap();
    let gone = house.give_back("gone", item, 1).await;
    assert_eq!(code(gone), "suspense_settled");
    assert_eq!(house.books("21901").await, 0);
    assert_eq!(house.findings().await, []);
}

#[tokio::test]
async fn a_wire_that_the_bank_takes_back_while_it_waits_leaves_nothing_open() {
    let (house, _) = october().await;
    let wire = house.wire("B001", 50_000, "公积金");
    let received = house.receive(wire).await.unwrap();
    let taken = house.taken_back(&received, "first").await.unwrap();
    assert_eq!(taken.from_suspense_fen, Fen::new(50_000));
    assert_eq!(taken.recovery_id, None);
    assert_eq!(house.books("10101").await, 0);
    let twice = house.taken_back(&received, "twice").await;
    assert_eq!(code(twice), "arrival_taken_back_already");
    assert_eq!(house.findings().await, []);
}

#[tokio::test]
async fn a_wire_that_the_bank_takes_back_after_it_was_posted_is_recovered() {
    let (house, id) = october().await;
    let over = house.wired(id, "B001", 200_000).await;
    let taken = house.taken_back(&over, "taken").await.unwrap();
    assert_eq!(taken.from_suspense_fen, Fen::new(8_000));
    let recovery_id = taken.recovery_id.unwrap();
    assert_eq!(house.books("10101").await, 0);
    assert_eq!(house.books("11901").await, 192_000);
    assert_eq!(house.books("201").await, 192_000, "the members keep it");
    assert_eq!(house.findings().await, []);

    // The employer pays again, in two wires.
    let first = house.unmatched("B002", 100_000).await;
    let second = house.unmatched("B003", 100_000).await;
    let (app, system) = (&house.app, &house.system);
    let recover = async |word: &str, item, fen| {
        recovery::recover(app, system, &key(word), recovery_id, item, Fen::new(fen)).await
    };
    recover("one", first, 100_000).await.unwrap();
    let much = recover("much", second, 100_000).await;
    assert_eq!(code(much), "recovery_smaller");
    recover("two", second, 92_000).await.unwrap();
    assert_eq!(code(recover("three", second, 1).await), "recovery_done");
    let listed = recovery::list(app, system, &page()).await.unwrap();
    assert_eq!(listed.items[0].status, RecoveryStatus::Recovered);
    assert_eq!(house.books("11901").await, 0);
    assert_eq!(house.books("21901").await, 8_000);
    assert_eq!(house.findings().await, []);
}

#[tokio::test]
async fn reversing_what_the_bank_took_back_gives_the_money_for_the_recovery() {
    let (house, id) = october().await;
    let paid = house.pay(id, "B001").await;
    let taken = house.taken_back(&paid, "taken").await.unwrap();
    let (app, system) = (&house.app, &house.system);
    reverse(app, system, &key("reverse"), id, "银行冲正", Fen::ZERO)
        .await
        .unwrap();
    let waiting = suspense::list(app, system, &page()).await.unwrap();
    let item = waiting.items[0].suspense_id;
    let (recovery_id, all) = (taken.recovery_id.unwrap(), Fen::new(192_000));
    recovery::recover(app, system, &key("use"), recovery_id, item, all)
        .await
        .unwrap();
    for account in ["10101", "201", "21901", "11901"] {
        assert_eq!(house.books(account).await, 0, "{account}");
    }
    assert_eq!(house.findings().await, []);
}
