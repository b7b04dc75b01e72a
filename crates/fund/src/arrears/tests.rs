use kernel::Deadline;

use super::*;
use crate::remittance::reverse;
use crate::remittance::testing::{house, people};
use crate::testing::{key, month, page, today};

#[test]
fn a_day_has_at_most_two_last_months_due() {
    let [september, october, november] = ["2026-09", "2026-10", "2026-11"].map(month);
    let days = |runs: &[(usize, Month)]| -> Vec<Option<Month>> {
        let run = |(days, month): &(usize, Month)| vec![Some(*month); *days];
        runs.iter().flat_map(run).collect()
    };
    let of = |runs: &[(usize, Month)]| {
        let due = DueMonths::of(&days(runs)).ok()?;
        Some((due.until, due.up_to?, due.after?))
    };
    assert_eq!(of(&[(31, october)]), Some((31, october, october)));
    let two = of(&[(15, november), (16, october)]);
    assert_eq!(two, Some((15, november, october)));
    let three = of(&[(2, november), (28, october), (1, september)]);
    assert_eq!(three, None);
    assert_eq!(of(&[]), None);
}

/// What no statement asks for is proved here of every day: two months at most, whatever the
/// deadline.
#[test]
fn no_day_has_three_last_months_due() {
    let calendar = WorkingDays::national();
    for deadline in [0, 5, 30, 45].map(Deadline::CalendarDays) {
        let first = Date::new(2026, 1, 1).unwrap();
        for day in (0..365).filter_map(|n| first.add_days(n)) {
            let due = |payday| rule::month_due(payday, deadline, day, calendar).unwrap();
            let months: Vec<Option<Month>> = (1..=31).map(due).collect();
            assert!(DueMonths::of(&months).is_ok(), "{day}, {deadline:?}");
        }
    }
}

/// The house's employer begins with 2026-10, and its clock stands at 2026-11-20.
#[tokio::test]
async fn an_employer_owes_what_has_fallen_due_and_isn_t_posted() {
    let house = house().await;
    let owing = async || {
        let rows = list(&house.app, &house.system, &page(&[])).await.unwrap();
        let count = rows.count;
        let of = |row: Arrears| {
            (
                row.from,
                row.due,
                row.months_owed,
                row.people,
                row.estimate_fen,
            )
        };
        (count, rows.items.into_iter().map(of).collect::<Vec<_>>())
    };
    let october = house
        .assess(house.employer_id, "2026-10", &people(1..=3, "6000"))
        .await;
    // 6,000 at 8 % and 8 %, three people, two months.
    let estimate = Fen::from_yuan(2 * 3 * 2 * 480);
    let (count, rows) = owing().await;
    let both = (month("2026-10"), month("2026-11"), 2, 3, estimate);
    assert_eq!((count, rows), (db::Count::Exact(1), vec![both]));
    let first = list(&house.app, &house.system, &page(&[]))
        .await
        .unwrap()
        .items;
    let awaited = (first[0].awaited_months, first[0].awaited);
    assert_eq!(awaited, (1, Some((month("2026-10"), october))));
    assert_eq!(first[0].can, ["upload_roster"], "November isn't assessed");
    let all = totals(&house.app, &house.system, &page(&[])).await.unwrap();
    let expected = ArrearsTotals {
        months_owed: 2,
        awaited_months: 1,
        people: 3,
        estimate_fen: estimate,
    };
    assert_eq!(all, expected);
    let later = db::ListQuery {
        after: Some("39~39".to_owned()),
        limit: 1,
        ..page(&[])
    };
    let whole = totals(&house.app, &house.system, &later).await.unwrap();
    assert_eq!(whole, expected, "of the list and not of a page");
    let longer = page(&[("months_owed.from", "3")]);
    let none = list(&house.app, &house.system, &longer).await.unwrap();
    assert_eq!(none.items, []);

    house.pay(october, "B001").await;
    let november = house
        .assess(house.employer_id, "2026-11", &people(1..=3, "6000"))
        .await;
    let then = list(&house.app, &house.system, &page(&[]))
        .await
        .unwrap()
        .items;
    assert_eq!(then[0].awaited, Some((month("2026-11"), november)));
    assert_eq!(then[0].can, [""; 0], "nothing is left to be assessed");
    let (_, rows) = owing().await;
    let one = (
        month("2026-11"),
        month("2026-11"),
        1,
        3,
        Fen::from_yuan(3 * 2 * 480),
    );
    assert_eq!(rows, [one]);
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    assert_eq!(count_in(&mut tx, today(), None).await.unwrap(), 1);
    let elsewhere = BranchId::new(&house.app.clock);
    let there = count_in(&mut tx, today(), Some(elsewhere)).await;
    assert_eq!(there.unwrap(), 0);
}

/// A month taken back is owed though a later one is paid, and only that one.
#[tokio::test]
async fn a_month_paid_beyond_a_gap_is_not_owed() {
    let house = house().await;
    let owing = async || {
        let rows = list(&house.app, &house.system, &page(&[])).await.unwrap();
        let rows = rows.items.into_iter();
        rows.map(|row| (row.paid_through, row.months_owed))
            .collect::<Vec<_>>()
    };
    let mut paid = Vec::new();
    for (of, serial) in [("2026-10", "B001"), ("2026-11", "B002")] {
        let rows = people(1..=3, "6000");
        let remittance = house.assess(house.employer_id, of, &rows).await;
        house.pay(remittance, serial).await;
        paid.push(remittance);
    }
    assert_eq!(owing().await, []);
    let back = key("back");
    let reversed = reverse(&house.app, &house.system, &back, paid[0], "重报", Fen::ZERO);
    reversed.await.unwrap();
    assert_eq!(owing().await, [(None, 1)]);
    assert_eq!(house.findings().await, []);
    let again = house
        .assess(house.employer_id, "2026-10", &people(1..=2, "6000"))
        .await;
    house.pay(again, "B003").await;
    assert_eq!(owing().await, []);
    assert_eq!(house.findings().await, []);
}
