//! Opening accounts, and posting to them in bulk.

use super::*;

#[tokio::test]
async fn a_person_gets_one_account_in_the_centre() {
    let School {
        house, employer_id, ..
    } = school().await;
    let numbers = reserve_numbers(&house.app, house.centre, 2).await.unwrap();
    let known = house.newcomer(employer_id, numbers[0], "张三", 101);
    let fresh = house.newcomer(employer_id, numbers[1], "赵六", 140);
    let mut tx = house.write().await;
    let opened = open_many_in(
        &mut tx,
        &house.app.clock,
        &house.maker(),
        vec![fresh.clone(), known],
    )
    .await;
    assert_eq!(refused(opened), "member_exists");
    drop(tx);
    let mut tx = house.write().await;
    assert_eq!(
        refused(get_in(&mut tx, numbers[1]).await),
        "account_unknown",
        "none is opened"
    );
    let twice = house.newcomer(employer_id, numbers[0], "赵六", 140);
    let opened = open_many_in(
        &mut tx,
        &house.app.clock,
        &house.maker(),
        vec![fresh.clone(), twice],
    )
    .await;
    assert_eq!(refused(opened), "member_exists", "twice in one list");
    drop(tx);
    let mut tx = house.write().await;
    open_many_in(&mut tx, &house.app.clock, &house.maker(), vec![fresh])
        .await
        .unwrap();
}

#[tokio::test]
async fn accounts_are_opened_in_bounded_bites() {
    let house = testing::house().await;
    let employer_id = house.employer(1).await.employer_id;
    let no = reserve_numbers(&house.app, house.centre, 1).await.unwrap()[0];
    let many = vec![house.newcomer(employer_id, no, "张三", 101); MAX_OPENING + 1];
    let mut tx = house.write().await;
    assert_eq!(
        refused(open_many_in(&mut tx, &house.app.clock, &house.maker(), many).await),
        "broken"
    );
}

#[tokio::test]
async fn a_chunk_with_a_closed_foreign_or_unknown_account_posts_nothing() {
    let school = school().await;
    let [a, b, c] = school.members[..] else {
        panic!("three members")
    };
    let other = school.house.employer(2).await.employer_id;
    let foreign = school.house.accounts(other, &["外人"], 150).await[0];
    let nobody = AccountNo::new(9_999_999_999).unwrap();
    school.set_status(c, AccountStatus::Sealed).await;
    for (what, lines) in [
        ("sealed", [(a, 600, 600), (c, 600, 600)]),
        ("another employer's", [(a, 600, 600), (foreign, 600, 600)]),
        ("unknown", [(b, 600, 600), (nobody, 600, 600)]),
    ] {
        let batch = school.house.batch(&lines).await;
        let error = school
            .post(&school.posting(batch, 2, "2026-01"))
            .await
            .unwrap_err();
        let refusal = error.refusal().unwrap();
        assert_eq!(refusal.code(), "accounts_not_open", "{what}");
        assert!(refusal.sentence().contains("有1个"), "{what}: {refusal}");
        assert_eq!(school.balances().await, [0, 0, 0], "{what}");
    }
}

#[tokio::test]
async fn an_account_stands_in_a_batch_once() {
    let school = school().await;
    let batch_id = BatchId::new(&school.house.app.clock);
    let line = |line_no| BatchLine {
        batch_id,
        line_no,
        account_no: school.members[0],
        base_fen: Fen::from_yuan(5_000),
        employer_fen: Fen::from_yuan(600),
        member_fen: Fen::from_yuan(600),
    };
    let mut tx = school.house.write().await;
    let loaded = bulk::load_lines_in(&mut tx, [line(1), line(2)].into_iter()).await;
    assert_eq!(refused(loaded), "broken");
}

#[tokio::test]
async fn a_chunk_is_as_long_as_its_lines() {
    let school = school().await;
    let batch = school.house.batch(&[(school.members[0], 600, 600)]).await;
    for (from_line, to_line) in [(1, 2), (2, 1), (1, MAX_CHUNK + 1), (2, 2)] {
        let chunk = Chunk {
            batch_id: batch,
            from_line,
            to_line,
        };
        let (kind, of) = (MonthKind::Remittance, month("2026-01"));
        let mut tx = school.house.write().await;
        let summary = bulk::summarise_in(&mut tx, chunk, kind, of, today(), Direction::Post).await;
        assert_eq!(refused(summary), "broken", "{from_line} to {to_line}");
    }
    let mut reversed = school.posting(batch, 1, "2026-01");
    reversed.kind = MonthKind::Reversed;
    assert_eq!(
        refused(school.post(&reversed).await),
        "broken",
        "a reversed month pays nothing"
    );
}

#[tokio::test]
async fn a_month_is_paid_once_until_it_is_reversed() {
    let school = school().await;
    let posted = school.pay("2026-01").await;
    let [a, b, _] = school.members[..] else {
        panic!("three members")
    };
    let batch = school.house.batch(&[(b, 100, 100)]).await;
    let again = school.posting(batch, 1, "2026-01");
    let error = school.post(&again).await.unwrap_err();
    assert_eq!(error.refusal().unwrap().code(), "member_month_already_paid");
    assert_eq!(
        school.balances().await,
        [1200, 1200, 1200],
        "nothing of the second stayed"
    );

    school.reverse(&posted).await.unwrap();
    assert_eq!(school.balances().await, [0, 0, 0]);
    school.post(&again).await.unwrap();
    assert_eq!(school.balances().await, [0, 200, 0]);
    let mut tx = school.house.write().await;
    assert_eq!(paid_months_in(&mut tx, a).await.unwrap(), []);
    assert_eq!(
        paid_months_in(&mut tx, b).await.unwrap(),
        [month("2026-01")]
    );
}

/// The entries of one account as an accountant reads them.
async fn ledger_card(house: &House, no: AccountNo) -> String {
    let mut tx = house.write().await;
    let mut card = String::new();
    for entry in tx.all(&CARD, (no,)).await.unwrap() {
        let reverses = entry
            .reverses_entry_no
            .map(|n| format!(" 冲{n}"))
            .unwrap_or_default();
        let of = entry.month.unwrap();
        card.push_str(&format!(
            "{} {} {} {} {}{}\n",
            entry.entry_no,
            entry.kind.label(),
            of,
            entry.current_fen,
            entry.balance_after_fen,
            reverses
        ));
    }
    card
}

#[tokio::test]
async fn entries_count_up_with_the_balance_after_each() {
    let school = school().await;
    let january = school.pay("2026-01").await;
    school.pay("2026-02").await;
    school.reverse(&january).await.unwrap();
    school.pay("2026-01").await;
    assert_eq!(
        ledger_card(&school.house, school.members[0]).await,
        "1 汇缴 2026-01 1200.00 1200.00\n\
         2 汇缴 2026-02 1200.00 2400.00\n\
         3 汇缴 2026-01 -1200.00 1200.00 冲1\n\
         4 汇缴 2026-01 1200.00 2400.00\n"
    );
}

#[tokio::test]
async fn money_is_taken_back_only_while_every_account_holds_it() {
    let school = school().await;
    let posted = school.pay("2026-01").await;
    let [a, b, c] = school.members[..] else {
        panic!("three members")
    };
    let mut tx = school.house.write().await;
    tx.execute_one(&TAKE_OUT, (a, Fen::from_yuan(1)))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    school.set_status(b, AccountStatus::Frozen).await;
    let error = school.reverse(&posted).await.unwrap_err();
    let refusal = error.refusal().unwrap();
    assert_eq!(refusal.code(), "accounts_hold_too_little");
    assert!(
        refusal.sentence().contains("有2个"),
        "names how many: {refusal}"
    );
    assert_eq!(school.balances().await, [1199, 1200, 1200]);

    let mut tx = school.house.write().await;
    tx.execute_one(&TAKE_OUT, (a, Fen::from_yuan(-1)))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    school.set_status(b, AccountStatus::Normal).await;
    school.set_status(c, AccountStatus::Sealed).await;
    school.reverse(&posted).await.unwrap();
    assert_eq!(
        school.balances().await,
        [0, 0, 0],
        "sealed ones give it back too"
    );
}

#[tokio::test]
async fn what_is_taken_back_is_not_taken_back_again() {
    let school = school().await;
    let january = school.pay("2026-01").await;
    school.pay("2026-02").await;
    school.reverse(&january).await.unwrap();
    assert_eq!(
        refused(school.reverse(&january).await),
        "batch_already_reversed"
    );
    let again = school.pay("2026-01").await;
    assert_eq!(
        refused(school.reverse(&january).await),
        "batch_already_reversed",
        "the month is another batch's now"
    );
    school.reverse(&again).await.unwrap();
    assert_eq!(school.balances().await, [1200, 1200, 1200]);
}

#[tokio::test]
async fn the_digest_of_a_chunk_is_that_of_the_entries_it_writes() {
    let school = school().await;
    // Not in the order of the accounts: the digest puts them into it.
    let [a, b, c] = school.members[..] else {
        panic!("three members")
    };
    let batch = school
        .house
        .batch(&[(c, 600, 601), (a, 500, 501), (b, 400, 401)])
        .await;
    let posting = school.posting(batch, 3, "2026-01");
    let summary = |direction| {
        let (house, chunk, value_date) = (&school.house, posting.chunk, posting.value_date);
        async move {
            let mut tx = house.write().await;
            let (kind, of) = (MonthKind::Remittance, month("2026-01"));
            bulk::summarise_in(&mut tx, chunk, kind, of, value_date, direction)
                .await
                .unwrap()
        }
    };
    let expected = summary(Direction::Post).await;
    assert_eq!(expected.lines, 3);
    assert_eq!(expected.employer_fen, Fen::from_yuan(1500));
    assert_eq!(expected.member_fen, Fen::from_yuan(1503));
    assert_eq!(expected.total_fen, Fen::from_yuan(3003));
    school.post(&posting).await.unwrap();
    assert_eq!(
        stored_digest(&school.house, posting.voucher_id).await,
        expected.digest
    );

    let reversal = Reversal {
        chunk: posting.chunk,
        month: posting.month,
        business_date: today(),
        value_date: posting.value_date,
        voucher_id: school.house.voucher_id(),
        advance: None,
    };
    let expected = summary(Direction::Reverse).await;
    let mut tx = school.house.write().await;
    bulk::reverse_in(&mut tx, &reversal).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(
        stored_digest(&school.house, reversal.voucher_id).await,
        expected.digest
    );
}

async fn stored_digest(house: &House, voucher_id: VoucherId) -> db::Digest32 {
    let mut digest = EntryDigest::new();
    let mut tx = house.write().await;
    entries_of_voucher_in(&mut tx, voucher_id, |e| {
        digest.add(
            e.account_no,
            e.kind,
            e.carried_fen,
            e.current_fen,
            e.month,
            e.value_date,
        );
        Ok(())
    })
    .await
    .unwrap();
    digest.finish()
}
