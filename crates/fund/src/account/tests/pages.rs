//! What a search, an account's page and its papers tell.

use super::*;

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
