//! Payers from their registration to the money they send.

use kernel::{EmployerId, Fen, PayerId, RemittanceId, Result, SuspenseId};
use settlement::arrival::NewArrival;

use super::{NewArrangement, NewEnd, NewPayer, PaidBy, PayerChange, PayerKind, PayerStatus};
use super::{PaidEmployer, PayerSummary, arrangements, change, end, list, register, show, totals};
use crate::remittance::testing::{House, house, key, page, people};
use crate::remittance::{AllocationLine, Outcome, allocate, candidates};
use crate::testing::{credit_code, refused};

const ACCOUNT: &str = "5199 0000 1111 2222";

fn from(employer_id: EmployerId, first_day: &str) -> NewArrangement {
    NewArrangement {
        employer_id,
        first_day: first_day.to_owned(),
        last_day: None,
    }
}

fn treasury(employers: Vec<NewArrangement>) -> NewPayer {
    NewPayer {
        name: "安居市财政局（国库支付中心）".to_owned(),
        kind: "fiscal".to_owned(),
        credit_code: credit_code(900),
        account_number: ACCOUNT.to_owned(),
        basis: "安财库〔2026〕3号".to_owned(),
        employers,
    }
}

impl House {
    async fn payer(&self, new: NewPayer) -> PayerId {
        register(&self.app, &self.system, &key("payer"), new)
            .await
            .unwrap()
    }

    async fn shown(&self, payer_id: PayerId) -> (PayerSummary, Vec<PaidEmployer>) {
        let (app, system) = (&self.app, &self.system);
        let payer = show(app, system, payer_id).await.unwrap();
        let paid_for = arrangements(app, system, payer_id, &page()).await.unwrap();
        (payer, paid_for.items)
    }

    async fn changed(&self, word: &str, payer_id: PayerId, of: PayerChange) -> Result<()> {
        change(&self.app, &self.system, &key(word), payer_id, of).await
    }

    /// A wire of the treasury's without payment code.
    fn of_treasury(&self, serial: &str, fen: i64) -> NewArrival {
        NewArrival {
            payer_name: "安居市财政局(国库支付中心)".to_owned(),
            payer_account: "5199000011112222".to_owned(),
            ..self.wire(serial, fen, "10月公积金")
        }
    }

    async fn waits(&self, wire: NewArrival) -> SuspenseId {
        let received = self.receive(wire).await.unwrap();
        assert_eq!(
            received.outcome,
            Outcome::Suspense,
            "nothing posts by payer alone"
        );
        received.suspense_id.unwrap()
    }

    /// What is offered for an item: of whom, whether as paid for, and whether as a split.
    async fn offered(&self, item: SuspenseId) -> (Vec<(RemittanceId, bool)>, bool) {
        let found = candidates(&self.app, &self.system, item).await.unwrap();
        let rows = found.remittances.iter();
        let rows = rows.map(|one| (one.remittance_id, one.is_paid_for));
        (rows.collect(), found.is_split)
    }
}

/// The house with October assessed for two employers: 1,920 and 960 yuan.
async fn two_employers() -> (House, [EmployerId; 2], [RemittanceId; 2]) {
    let house = house().await;
    let other = house.another_employer(2).await;
    let first = house
        .assess(house.employer_id, "2026-10", &people(1..=2, "6000"))
        .await;
    let second = house.assess(other, "2026-10", &people(3..=3, "6000")).await;
    let employers = [house.employer_id, other];
    (house, employers, [first, second])
}

#[tokio::test]
async fn a_payer_is_registered_changed_and_ended() {
    let house = house().await;
    let other = house.another_employer(2).await;
    let payer = house
        .payer(treasury(vec![from(house.employer_id, "2026-01-01")]))
        .await;
    let again = house
        .payer(treasury(vec![from(house.employer_id, "2026-01-01")]))
        .await;
    assert_eq!(again, payer, "the same key again");
    let (shown, employers) = house.shown(payer).await;
    assert_eq!(
        (shown.kind, shown.employers, shown.can),
        (PayerKind::Fiscal, 1, vec!["change", "end"])
    );
    assert_eq!(shown.account_number, "5199********2222");
    assert_eq!(employers[0].employer_name, "安居第1机械厂");

    let added = PayerChange {
        basis: "安财库〔2026〕9号".to_owned(),
        end: vec![NewEnd {
            arrangement_id: employers[0].arrangement_id,
            last_day: "2026-10-31".to_owned(),
        }],
        add: vec![
            from(other, "2026-11-01"),
            from(house.employer_id, "2026-12-01"),
        ],
    };
    house.changed("change", payer, added.clone()).await.unwrap();
    house.changed("change", payer, added.clone()).await.unwrap();
    assert_eq!(
        refused(house.changed("twice", payer, added).await),
        "arrangement_ended"
    );
    let (shown, employers) = house.shown(payer).await;
    let lasting: Vec<_> = employers
        .iter()
        .map(|one| (one.lasts, one.can_end))
        .collect();
    assert_eq!(lasting, [(true, true), (true, true), (false, false)]);
    assert_eq!(shown.employers, 1, "one has ended, one hasn't begun");
    let sums = totals(&house.app, &house.system, &page()).await.unwrap();
    assert_eq!(sums, [("employers", 1)]);

    end(&house.app, &house.system, &key("end"), payer, "国库改革")
        .await
        .unwrap();
    let twice = end(&house.app, &house.system, &key("end-2"), payer, "再次").await;
    assert_eq!(refused(twice), "payer_ended");
    let (shown, employers) = house.shown(payer).await;
    assert_eq!((shown.status, shown.can), (PayerStatus::Ended, vec![]));
    assert!(employers.iter().all(|one| !one.can_end));
    assert_eq!(house.findings().await, []);

    let anew = register(&house.app, &house.system, &key("anew"), treasury(vec![])).await;
    assert_ne!(anew.unwrap(), payer, "the account is free again");
    let listed = list(&house.app, &house.system, &page())
        .await
        .unwrap()
        .items;
    assert_eq!(listed.len(), 2);
    assert_eq!(house.findings().await, []);
}

#[tokio::test]
async fn what_is_wrong_with_a_payer_is_told_field_by_field() {
    let house = house().await;
    let mut reversed = from(house.employer_id, "2026-02-01");
    reversed.last_day = Some("2026-01-31".to_owned());
    let new = NewPayer {
        name: " ".to_owned(),
        kind: "bank".to_owned(),
        credit_code: "1".to_owned(),
        account_number: "--".to_owned(),
        basis: "一".repeat(121),
        employers: vec![
            from(house.employer_id, "2026-02-30"),
            reversed,
            from(house.employer_id, "2026-03-01"),
            from(house.employer_id, "2026-04-01"),
        ],
    };
    let told = register(&house.app, &house.system, &key("bad"), new)
        .await
        .unwrap_err();
    let told = told.refusal().unwrap();
    assert_eq!(told.code(), "payer_invalid");
    let fields: Vec<_> = told.findings().iter().map(|f| f.field.as_ref()).collect();
    let expected = [
        "name",
        "kind",
        "credit_code",
        "account_number",
        "basis",
        "/employers/0/first_day",
        "/employers/1/last_day",
        "/employers/3/employer_id",
    ];
    assert_eq!(fields, expected);
}

#[tokio::test]
async fn what_a_payer_cannot_be_or_do_is_refused() {
    let house = house().await;
    let payer = house
        .payer(treasury(vec![from(house.employer_id, "2026-01-01")]))
        .await;
    let stranger = house.stranger();
    let (app, system) = (&house.app, &house.system);
    for told in [
        register(app, &stranger, &key("s-1"), treasury(vec![]))
            .await
            .map(drop),
        end(app, &stranger, &key("s-2"), payer, "试").await,
        show(app, &stranger, payer).await.map(drop),
        list(app, &stranger, &page()).await.map(drop),
    ] {
        assert_eq!(refused(told), "action_forbidden");
    }
    let same = register(app, system, &key("same"), treasury(vec![])).await;
    assert_eq!(refused(same), "payer_account_exists");
    let nobody = PayerId::new(&app.clock);
    assert_eq!(refused(show(app, system, nobody).await), "payer_unknown");
    assert_eq!(
        refused(end(app, system, &key("n"), nobody, "试").await),
        "payer_unknown"
    );

    let arrangement_id = house.shown(payer).await.1[0].arrangement_id;
    let of = |end: Vec<(kernel::ArrangementId, &str)>, add: Vec<NewArrangement>| PayerChange {
        basis: "安财库〔2026〕9号".to_owned(),
        end: end
            .into_iter()
            .map(|(arrangement_id, last_day)| NewEnd {
                arrangement_id,
                last_day: last_day.to_owned(),
            })
            .collect(),
        add,
    };
    let stray = kernel::ArrangementId::new(&app.clock);
    for (word, change, code) in [
        ("c-1", of(vec![], vec![]), "payer_change_empty"),
        (
            "c-2",
            of(vec![(stray, "2026-10-31")], vec![]),
            "arrangement_unknown",
        ),
        (
            "c-3",
            of(vec![(arrangement_id, "2025-12-30")], vec![]),
            "arrangement_end_out_of_days",
        ),
        (
            "c-4",
            of(vec![], vec![from(house.employer_id, "2026-06-01")]),
            "arrangement_overlaps",
        ),
        (
            "c-5",
            of(
                vec![],
                vec![from(EmployerId::new(&app.clock), "2026-06-01")],
            ),
            "employer_unknown",
        ),
    ] {
        assert_eq!(
            refused(house.changed(word, payer, change).await),
            code,
            "{word}"
        );
    }
    assert_eq!(house.findings().await, [], "nothing of it stays");
}

#[tokio::test]
async fn one_wire_over_all_employers_is_proposed_and_posts_when_confirmed() {
    let (house, employers, [first, second]) = two_employers().await;
    let covered = employers.map(|id| from(id, "2026-11-19")).to_vec();
    house.payer(treasury(covered)).await;
    let item = house.waits(house.of_treasury("C001", 288_000)).await;
    let (offered, is_split) = house.offered(item).await;
    assert_eq!(
        (offered, is_split),
        (vec![(first, true), (second, true)], true)
    );
    let line = |remittance_id, fen| AllocationLine {
        suspense_id: item,
        remittance_id,
        amount_fen: Fen::new(fen),
    };
    let lines = [line(first, 192_000), line(second, 96_000)];
    allocate(&house.app, &house.system, &key("split"), &lines)
        .await
        .unwrap();
    for id in [first, second] {
        let funding = house.remittance(id).await.fundings.pop().unwrap();
        assert_eq!(funding.paid_by, PaidBy::Registered);
        assert_eq!(funding.payer_name, "安居市财政局(国库支付中心)");
    }
    assert_eq!(
        (house.books("201").await, house.books("21901").await),
        (288_000, 0)
    );
    assert_eq!(house.findings().await, []);
}

#[tokio::test]
async fn what_is_not_the_exact_sum_is_offered_and_not_proposed() {
    let (house, employers, [first, second]) = two_employers().await;
    let covered = employers.map(|id| from(id, "2026-01-01")).to_vec();
    house.payer(treasury(covered)).await;
    for (serial, fen) in [("C001", 288_001), ("C002", 192_000)] {
        let item = house.waits(house.of_treasury(serial, fen)).await;
        let (mut offered, is_split) = house.offered(item).await;
        offered.sort();
        assert_eq!(
            (offered, is_split),
            (vec![(first, true), (second, true)], false),
            "{fen}"
        );
    }
}

#[tokio::test]
async fn a_payer_is_known_by_its_account_else_by_its_name_on_its_days_alone() {
    let (house, [one, other], [first, _]) = two_employers().await;
    let mut ended = from(one, "2026-01-01");
    ended.last_day = Some("2026-11-18".to_owned());
    house
        .payer(treasury(vec![ended, from(other, "2026-11-20")]))
        .await;
    let agency = NewPayer {
        name: "安居人力资源服务有限公司".to_owned(),
        kind: "dispatch".to_owned(),
        account_number: "5199000033334444".to_owned(),
        ..treasury(vec![from(one, "2026-11-19")])
    };
    register(&house.app, &house.system, &key("agency"), agency)
        .await
        .unwrap();
    // The wires are of 2026-11-19: the treasury's days are over, or still to come.
    let item = house.waits(house.of_treasury("C001", 7)).await;
    assert_eq!(house.offered(item).await, (vec![], false));
    for (serial, name, account, expected) in [
        ("C002", "某人", "5199-0000-3333-4444", vec![(first, true)]),
        (
            "C003",
            "安居人力资源服务 有限公司",
            "62220000",
            vec![(first, true)],
        ),
        // The account says who it is, whatever it is called.
        ("C004", "安居人力资源服务有限公司", ACCOUNT, vec![]),
        ("C005", "安居人力资源服务公司", "62220000", vec![]),
    ] {
        let wire = NewArrival {
            payer_name: name.to_owned(),
            payer_account: account.to_owned(),
            ..house.wire(serial, 7, "")
        };
        let item = house.waits(wire).await;
        assert_eq!(house.offered(item).await.0, expected, "{serial}");
    }
}

#[tokio::test]
async fn a_wire_with_a_code_posts_whoever_pays_and_tells_who_did() {
    let (house, [one, other], [first, second]) = two_employers().await;
    let last = house.another_employer(3).await;
    let third = house.assess(last, "2026-10", &people(4..=4, "6000")).await;
    house.payer(treasury(vec![from(other, "2026-01-01")])).await;
    for (id, serial, expected) in [
        (first, "C001", PaidBy::Unregistered),
        (second, "C002", PaidBy::Registered),
    ] {
        let due = house.remittance(id).await.remittance;
        let wire = NewArrival {
            remark: due.payment_code,
            ..house.of_treasury(serial, due.expected_fen.get())
        };
        assert_eq!(house.receive(wire).await.unwrap().outcome, Outcome::Posted);
        assert_eq!(house.remittance(id).await.fundings[0].paid_by, expected);
    }
    // The first employer's own account pays for the third: it is not registered as doing so.
    house.pay(third, "C003").await;
    let paid = &house.remittance(third).await.fundings[0];
    assert_eq!(
        (paid.paid_by, paid.payer_name.as_str()),
        (PaidBy::Unregistered, "安居第1机械厂")
    );
    let due = house.assess(one, "2026-11", &people(1..=2, "6000")).await;
    house.pay(due, "C004").await;
    assert_eq!(
        house.remittance(due).await.fundings[0].paid_by,
        PaidBy::Employer
    );
    assert_eq!(house.findings().await, []);
}

/// Banks write figures in either width, and leave blanks where a line ended.
#[tokio::test]
async fn an_employer_is_known_by_its_name_however_the_bank_writes_it() {
    let (house, _, [first, _]) = two_employers().await;
    let wire = NewArrival {
        payer_name: "安居第１ 机械厂".to_owned(),
        ..house.wire("W-1", 12_345, "公积金")
    };
    let item = house.waits(wire).await;
    let found = candidates(&house.app, &house.system, item).await.unwrap();
    let found: Vec<_> = found.remittances.iter().collect();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].remittance_id, found[0].is_payer), (first, true));
}
