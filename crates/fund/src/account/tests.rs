use super::bulk::{Chunk, Direction, MAX_CHUNK, Posting, Reversal};
use super::*;
use crate::remittance;
use crate::testing::{self, House, id_number, month, page, refused, today};
use kernel::{BatchId, Fen};
use ledger::{BookCode, Line, NewVoucher, VoucherKind};

/// One employer with three members.
struct School {
    house: House,
    employer_id: EmployerId,
    members: Vec<AccountNo>,
}

async fn school() -> School {
    let house = testing::house().await;
    let employer_id = house.employer(1).await.employer_id;
    let members = house
        .accounts(employer_id, &["张三", "李四", "张小五"], 101)
        .await;
    School {
        house,
        employer_id,
        members,
    }
}

impl School {
    /// The whole batch as one chunk.
    fn chunk(batch_id: BatchId, lines: i64) -> Chunk {
        Chunk {
            batch_id,
            from_line: 1,
            to_line: lines,
        }
    }

    fn posting(&self, batch_id: BatchId, lines: i64, of: &str) -> Posting {
        Posting {
            chunk: Self::chunk(batch_id, lines),
            employer_id: self.employer_id,
            kind: MonthKind::Remittance,
            month: month(of),
            business_date: today(),
            value_date: today().prev(),
            voucher_id: self.house.voucher_id(),
        }
    }

    async fn post(&self, posting: &Posting) -> Result<()> {
        let mut tx = self.house.write().await;
        bulk::post_in(&mut tx, posting).await?;
        tx.commit().await
    }

    /// Posts 600 and 600 yuan to each member for a month.
    async fn pay(&self, of: &str) -> Posting {
        let lines: Vec<_> = self.members.iter().map(|no| (*no, 600, 600)).collect();
        let batch = self.house.batch(&lines).await;
        let posting = self.posting(batch, 3, of);
        self.post(&posting).await.unwrap();
        posting
    }

    async fn reverse(&self, posted: &Posting) -> Result<()> {
        let mut tx = self.house.write().await;
        let reversal = Reversal {
            chunk: posted.chunk,
            month: posted.month,
            business_date: today(),
            value_date: posted.value_date,
            voucher_id: self.house.voucher_id(),
            advance: None,
        };
        bulk::reverse_in(&mut tx, &reversal).await?;
        tx.commit().await
    }

    async fn balances(&self) -> Vec<i64> {
        let mut tx = self.house.write().await;
        let mut balances = Vec::new();
        for no in &self.members {
            let account = get_in(&mut tx, *no).await.unwrap();
            assert_eq!(
                account.balance_fen, account.current_fen,
                "nothing is carried forward"
            );
            balances.push(account.balance_fen.get() / 100);
        }
        balances
    }

    async fn set_status(&self, no: AccountNo, status: AccountStatus) {
        let mut tx = self.house.write().await;
        tx.execute_one(&SET_STATUS, (no, status)).await.unwrap();
        tx.commit().await.unwrap();
    }
}

db::statements! {
    /// What sealing and freezing, which come later, will do.
    SET_STATUS: (AccountNo, AccountStatus) => () =
        "UPDATE account SET status = $3 WHERE centre_id = $1 AND account_no = $2";
    /// What a withdrawal, which comes later, will do to the balance.
    TAKE_OUT: (AccountNo, Fen) => () =
        "UPDATE account SET current_fen = current_fen - $3, balance_fen = balance_fen - $3 \
          WHERE centre_id = $1 AND account_no = $2";
    /// The entries of an account in order.
    CARD: (AccountNo,) => Entry =
        "SELECT account_no, entry_no, kind, business_date, value_date, carried_fen, current_fen, \
                carried_after_fen, current_after_fen, balance_after_fen, voucher_id, batch_id, \
                month, reverses_entry_no \
           FROM entry WHERE centre_id = $1 AND account_no = $2 ORDER BY entry_no";
}

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

#[tokio::test]
async fn people_are_found_by_exact_keys_and_shown_masked() {
    let School {
        house,
        employer_id,
        members,
    } = school().await;
    let (app, system) = (&house.app, &house.system);
    let id = id_number(101);
    let found = |filters: &'static [(&'static str, &'static str)]| async {
        let rows = list(app, system, &page(filters)).await.unwrap().items;
        rows.into_iter()
            .map(|row| row.account_no)
            .collect::<Vec<_>>()
    };
    assert_eq!(found(&[("name", "张三")]).await, members[..1]);
    assert_eq!(
        found(&[("name", " 张　三 ")]).await,
        members[..1],
        "however it is spaced"
    );
    assert_eq!(
        found(&[("name", "张")]).await,
        [],
        "never by part without an employer"
    );
    assert_eq!(found(&[("mobile", "13800138000")]).await, []);
    for (filter, value) in [("id_number", id.as_str()), ("id_tail", id.last_six())] {
        let rows = list(app, system, &page(&[(filter, value)]))
            .await
            .unwrap()
            .items;
        assert_eq!(rows[0].account_no, members[0], "{filter}");
        assert_eq!(
            (rows[0].name.as_str(), rows[0].id_number.as_str()),
            ("张*", &*id.masked())
        );
    }
    let employer = employer_id.to_string();
    let part = |part| {
        let query = page(&[("employer_id", &employer), ("name", part)]);
        async move { list(app, system, &query).await.unwrap().items.len() }
    };
    assert_eq!(
        (part("张").await, part("五").await, part("王").await),
        (2, 1, 0)
    );
    let sealed = page(&[
        ("employer_id", &employer),
        ("name", "张"),
        ("status", "sealed"),
    ]);
    assert_eq!(list(app, system, &sealed).await.unwrap().items.len(), 0);
    let both = page(&[("name", "张三"), ("account_no", &members[1].to_string())]);
    assert_eq!(
        list(app, system, &both).await.unwrap().items.len(),
        0,
        "another's number"
    );
    let total = totals(app, system, &page(&[("name", "张三")]))
        .await
        .unwrap();
    assert_eq!(
        total,
        [
            ("base_fen", 500_000),
            ("monthly_fen", 120_000),
            ("balance_fen", 0)
        ]
    );
    let unknown = list(app, system, &page(&[("salary", "1")])).await;
    assert_eq!(refused(unknown), "filter_unknown");
}

#[tokio::test]
async fn a_person_is_found_by_its_document_and_has_one_account() {
    let School { house, members, .. } = school().await;
    let mut tx = house.write().await;
    let document = member::IdDocument::resident(id_number(102));
    let person = member::find_in(&mut tx, &document).await.unwrap().unwrap();
    let account = of_member_in(&mut tx, person.member_id)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(account.account_no, members[1]);
    let stranger = member::IdDocument::resident(id_number(199));
    assert!(member::find_in(&mut tx, &stranger).await.unwrap().is_none());
    let (kind, today) = (IdKind::Other, today());
    let other = member::IdDocument::parse(kind, id_number(102).as_str(), today).unwrap();
    let found = member::find_in(&mut tx, &other).await.unwrap();
    assert!(
        found.is_none(),
        "the same number on another kind of document is another person"
    );
}

#[tokio::test]
async fn a_branch_sees_its_own_accounts_alone() {
    let School {
        house,
        employer_id,
        members,
    } = school().await;
    let (app, read) = (&house.app, &[ACCOUNT_READ.code]);
    let elsewhere = house.clerk(Some(kernel::BranchId::new(&app.clock)), read);
    let here = house.clerk(Some(house.branch), read);
    let nobody = house.clerk(Some(house.branch), &[]);
    assert_eq!(list(app, &here, &page(&[])).await.unwrap().items.len(), 3);
    assert_eq!(
        list(app, &elsewhere, &page(&[])).await.unwrap().items.len(),
        0
    );
    assert_eq!(
        refused(list(app, &nobody, &page(&[])).await),
        "action_forbidden"
    );
    assert_eq!(
        refused(show(app, &elsewhere, members[0]).await),
        "action_forbidden"
    );
    assert_eq!(
        refused(months(app, &elsewhere, members[0]).await),
        "action_forbidden"
    );
    let entries = entries(app, &elsewhere, members[0], &page(&[])).await;
    assert_eq!(refused(entries), "action_forbidden");
    let by_part = page(&[("employer_id", &employer_id.to_string()), ("name", "张")]);
    assert_eq!(
        refused(list(app, &elsewhere, &by_part).await),
        "employer_unknown"
    );
    assert!(show(app, &here, members[0]).await.is_ok());
}

#[tokio::test]
async fn an_account_page_tells_what_is_paid_and_owed() {
    let school = school().await;
    for of in ["2026-01", "2026-02", "2026-04"] {
        school.pay(of).await;
    }
    let (app, system) = (&school.house.app, &school.house.system);
    let view = show(app, system, school.members[0]).await.unwrap();
    assert_eq!(view.paid_through, Some(month("2026-02")));
    // Payday 10: on 20 November the month of November has fallen due.
    assert_eq!((view.months_owed, view.continuous_months), (8, 1));
    assert_eq!(view.account.balance_fen, Fen::from_yuan(3_600));
    assert_eq!(
        (view.name.as_str(), view.employer_name.as_str()),
        ("张*", "安居市第1中学")
    );
    let rows = list(app, system, &page(&[])).await.unwrap().items;
    assert_eq!(
        rows[0].paid_through,
        Some(month("2026-02")),
        "the list tells the same"
    );
    let shown = months(app, system, school.members[0]).await.unwrap();
    let shown: Vec<_> = shown.iter().map(|m| (m.month, m.entry_no)).collect();
    assert_eq!(
        shown,
        [
            (month("2026-04"), 3),
            (month("2026-02"), 2),
            (month("2026-01"), 1)
        ]
    );
    assert_eq!(
        refused(show(app, system, AccountNo::new(7).unwrap()).await),
        "account_unknown"
    );
}

#[tokio::test]
async fn an_entry_leads_to_its_voucher() {
    let school = school().await;
    let house = &school.house;
    house.bank_account().await;
    let batch = house.batch(&[(school.members[0], 600, 600)]).await;
    let mut posting = school.posting(batch, 1, "2026-01");
    let mut tx = house.write().await;
    let amount = Fen::from_yuan(1_200);
    let voucher = NewVoucher {
        book: BookCode::Fund,
        business_date: today(),
        kind: VoucherKind::Automatic,
        summary: "安居市第1中学汇缴2026-01".to_owned(),
        preparer: "system:trial".to_owned(),
        authority: "trial".to_owned(),
        attachments: 1,
        source_kind: "remittance",
        source_id: batch.to_string(),
        posting_key: "trial".to_owned(),
        run_id: None,
        detail_digest: None,
        lines: vec![
            Line::debit("10101".parse().unwrap(), amount),
            Line::credit("201".parse().unwrap(), amount),
        ],
    };
    posting.voucher_id = ledger::voucher::post(&mut tx, &house.app.clock, voucher)
        .await
        .unwrap();
    bulk::post_in(&mut tx, &posting).await.unwrap();
    tx.commit().await.unwrap();
    let number = |rows: &[EntryItem]| rows[0].voucher_number;
    let (app, system, no) = (&house.app, &house.system, school.members[0]);
    let rows = entries(app, system, no, &page(&[])).await.unwrap().items;
    assert_eq!(number(&rows), None, "it waits for the bookkeeper");
    ledger::bookkeeper::keep_books(&app.db, house.centre, &app.clock, 10)
        .await
        .unwrap();
    let rows = entries(app, system, no, &page(&[])).await.unwrap().items;
    assert_eq!(number(&rows), Some(1));
    assert_eq!(rows[0].remittance_serial, None, "a batch of no remittance");
    assert_eq!(
        (rows[0].amount_fen(), rows[0].label().as_str()),
        (amount, "汇缴")
    );
    let withdrawals = page(&[("kind", "partial_withdrawal")]);
    assert_eq!(
        entries(app, system, no, &withdrawals)
            .await
            .unwrap()
            .items
            .len(),
        0
    );
}

/// Each month owed names its employer and what it comes to; assessed, its remittance.
#[tokio::test]
async fn months_owed_are_told_one_by_one() {
    let school = school().await;
    for of in ["2026-01", "2026-02", "2026-04"] {
        school.pay(of).await;
    }
    let (app, system, no) = (&school.house.app, &school.house.system, school.members[0]);
    let months = owed(app, system, no).await.unwrap();
    let told: Vec<String> = months.iter().map(|one| one.month.to_string()).collect();
    let expected = ["03", "05", "06", "07", "08", "09", "10", "11"].map(|m| format!("2026-{m}"));
    assert_eq!(told, expected);
    let view = show(app, system, no).await.unwrap();
    assert!(months.iter().all(|one| {
        one.employer_name == view.employer_name
            && one.amount_fen == view.account.monthly_fen()
            && one.remittance_id.is_none()
    }));

    let house = remittance::testing::house().await;
    let rows = remittance::testing::people(1..=1, "6000");
    let october = house.assess(house.employer_id, "2026-10", &rows).await;
    let accounts = list(&house.app, &house.system, &page(&[])).await.unwrap();
    let no = accounts.items[0].account_no;
    let months = owed(&house.app, &house.system, no).await.unwrap();
    let told: Vec<_> = months
        .iter()
        .map(|one| (one.month, one.amount_fen, one.remittance_id))
        .collect();
    let monthly = Fen::from_yuan(960);
    let expected = [
        (month("2026-10"), monthly, Some(october)),
        (month("2026-11"), monthly, None),
    ];
    assert_eq!(told, expected);
}

/// A statement begins with what was held before its first day and ends with what is held after its
/// last; it bears the whole name and is in the trail.
#[tokio::test]
async fn a_statement_adds_up_over_its_period() {
    let school = school().await;
    let (app, system, no) = (&school.house.app, &school.house.system, school.members[0]);
    for of in ["2026-01", "2026-02"] {
        school.pay(of).await;
    }
    let whole = statement(app, system, no, None, None).await.unwrap();
    assert_eq!(whole.name, "张三");
    assert!(
        whole.id_number.contains("**********"),
        "{}",
        whole.id_number
    );
    let twice = Fen::from_yuan(2_400);
    let sums = (whole.opening_fen, whole.moved_fen, whole.closing_fen);
    assert_eq!(sums, (Fen::ZERO, twice, twice));
    let numbers: Vec<i64> = whole.entries.iter().map(|one| one.entry_no).collect();
    assert_eq!(numbers, [1, 2], "the earliest first");
    assert_eq!(whole.to, today());

    let after = statement(app, system, no, Some(today().next()), None)
        .await
        .unwrap();
    let sums = (after.opening_fen, after.moved_fen, after.closing_fen);
    assert_eq!(sums, (twice, Fen::ZERO, twice));
    assert_eq!(after.entries.len(), 0);
    assert_eq!((after.from, after.to), (today().next(), today().next()));
    let before = statement(app, system, no, None, Some(today().prev()))
        .await
        .unwrap();
    assert_eq!((before.entries.len(), before.closing_fen), (0, Fen::ZERO));
    assert!(before.from <= before.to, "{} {}", before.from, before.to);
    let long_before = "1999-12-31".parse().unwrap();
    let never = statement(app, system, no, None, Some(long_before));
    let never = never.await.unwrap();
    assert_eq!((never.from, never.to), (long_before, long_before));

    let reversed = statement(app, system, no, Some(today()), Some(today().prev())).await;
    assert_eq!(refused(reversed.map(|_| ())), "statement_period_invalid");
    let reader = school.house.clerk(None, &["account.read"]);
    let unmasked = statement(app, &reader, no, None, None).await;
    assert_eq!(refused(unmasked.map(|_| ())), "action_forbidden");
}
