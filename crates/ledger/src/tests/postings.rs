//! What may be posted, what may be taken back, and what is refused.

use super::*;

/// Accounts, sides and amounts of a voucher's lines, as a table.
async fn lines_of(books: &Books, id: VoucherId) -> String {
    let voucher = voucher::get(&mut books.read().await, id).await.unwrap();
    let row = |line: &voucher::VoucherLine| {
        let (debit, credit) = (amount(line.debit), amount(line.credit));
        format!(
            "{} | {} | {debit} | {credit}",
            line.account, line.account_name
        )
    };
    voucher.lines.iter().map(row).collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn a_posted_voucher_reads_back_as_it_was_handed_in() {
    let books = Books::open().await;
    let ids = books
        .post(
            "日期       | 摘要         | 科目  | 借方     | 贷方
             2026-01-05 | 某单位汇缴   | 10101 | 1,000.00 |
                        |              | 201   |          | 1,000.00",
        )
        .await;
    let posted = voucher::get(&mut books.read().await, ids[0]).await.unwrap();
    assert_eq!(
        (posted.head.summary.as_str(), posted.head.total),
        ("某单位汇缴", fen("1000"))
    );
    assert_eq!((posted.head.number, posted.head.reversed_by), (None, None));
    same(
        &lines_of(&books, ids[0]).await,
        "10101 | 建行归集户 | 1,000.00 |
         201   | 住房公积金 |          | 1,000.00",
    );
    books.keep().await;
    let sealed = voucher::get(&mut books.read().await, ids[0]).await.unwrap();
    assert_eq!(
        (sealed.head.month, sealed.head.number),
        (Some(month("2026-01")), Some(1))
    );
}

#[tokio::test]
async fn what_does_not_balance_or_has_no_place_is_refused() {
    let books = Books::open().await;
    let cases = [
        (
            "voucher_unbalanced",
            "2026-01-05|汇缴|10101|10|\n||201||9.99",
        ),
        ("voucher_line_one_sided", "2026-01-05|汇缴|10101|10|10"),
        ("voucher_line_one_sided", "2026-01-05|汇缴|10101||\n||201||"),
        (
            "voucher_line_negative",
            "2026-01-05|汇缴|10101|-10|\n||201||-10",
        ),
        (
            "amount_overflow",
            "2026-01-05|汇缴|10101|90000000000000|\n||201||90000000000000",
        ),
        ("account_is_summary", "2026-01-05|汇缴|101|10|\n||201||10"),
        ("account_unknown", "2026-01-05|汇缴|10109|10|\n||201||10"),
        ("account_unknown", "2026-01-05|汇缴|10101|10|\n||202||10"),
        ("voucher_text_invalid", "2026-01-05||10101|10|\n||201||10"),
        ("period_before_book", "2025-12-31|汇缴|10101|10|\n||201||10"),
    ];
    for (refusal, lines) in cases {
        let table = format!("日期|摘要|科目|借方|贷方\n{lines}");
        assert_eq!(books.refused(&table).await, refusal, "{lines}");
    }
    same(
        &books.trial("2026-01").await,
        "科目 | 名称 | 期初 | 借方 | 贷方 | 期末",
    );
    assert_eq!(books.verify().await, []);
}

#[tokio::test]
async fn more_accounts_than_one_question_takes_are_all_looked_at() {
    let books = Books::open().await;
    books
        .post(
            "日期       | 摘要 | 科目    | 借方   | 贷方
             2026-01-05 | 还款 | 10101   | 100.00 |
                        |      | 12101   |        | 60.00
                        |      | 12201   |        | 20.00
                        |      | 11101   |        | 5.00
                        |      | 4010301 |        | 10.00
                        |      | 40105   |        | 5.00",
        )
        .await;
    let refused = books
        .refused(
            "日期       | 摘要 | 科目  | 借方   | 贷方
             2026-01-05 | 还款 | 10101 | 100.00 |
                        |      | 12101 |        | 60.00
                        |      | 12201 |        | 20.00
                        |      | 11101 |        | 5.00
                        |      | 40103 |        | 15.00",
        )
        .await;
    assert_eq!(refused, "account_is_summary");
}

#[tokio::test]
async fn one_key_posts_once() {
    let books = Books::open().await;
    let [voucher] = <[NewVoucher; 1]>::try_from(vouchers(
        "日期       | 摘要 | 科目  | 借方 | 贷方
         2026-01-05 | 汇缴 | 10101 | 10   |
                    |      | 201   |      | 10",
    ))
    .unwrap();
    books.post_one(voucher.clone()).await.unwrap();
    let error = books.post_one(voucher.clone()).await.unwrap_err();
    assert_eq!(error.refusal().unwrap().code(), "voucher_posted_twice");
    // Another centre has keys of its own.
    let other = CentreId::new(2).unwrap();
    books.open_for(other).await;
    let mut tx = books.db.write(other).await.unwrap();
    voucher::post(&mut tx, &books.clock, voucher).await.unwrap();
    tx.commit().await.unwrap();
    let twice = "科目  | 名称           | 期初 | 借方  | 贷方  | 期末
                 101   | 住房公积金存款 |      | 10.00 |       | 10.00
                 10101 | 建行归集户     |      | 10.00 |       | 10.00
                 201   | 住房公积金     |      |       | 10.00 | 10.00";
    same(&books.trial("2026-01").await, twice);
}

#[tokio::test]
async fn kinds_with_a_use_case_of_their_own_are_not_posted_as_ordinary() {
    let books = Books::open().await;
    for kind in [VoucherKind::Opening, VoucherKind::Reversal] {
        let mut voucher = voucher_of("2026-01-05".parse().unwrap(), "汇缴");
        voucher.kind = kind;
        voucher.lines = vec![
            Line::debit(code("10101"), fen("1")),
            Line::credit(code("201"), fen("1")),
        ];
        assert!(
            books
                .post_one(voucher)
                .await
                .unwrap_err()
                .refusal()
                .is_none()
        );
    }
}

#[tokio::test]
async fn a_reversal_takes_turnover_back_in_red_letters() {
    let books = Books::open().await;
    let ids = books
        .post(
            "日期       | 摘要 | 科目  | 借方     | 贷方
             2026-01-05 | 汇缴 | 10101 | 1,000.00 |
                        |      | 201   |          | 1,000.00
             2026-01-06 | 错记 | 10102 | 300.00   |
                        |      | 201   |          | 300.00",
        )
        .await;
    let reversal = books.reverse(ids[1], "2026-01-07", "REV-1").await.unwrap();
    same(
        &lines_of(&books, reversal).await,
        "10102 | 工行归集户 | -300.00 |
         201   | 住房公积金 |         | -300.00",
    );
    let as_if_it_had_never_been = "科目  | 名称           | 期初 | 借方     | 贷方     | 期末
                                   101   | 住房公积金存款 |      | 1,000.00 |          | 1,000.00
                                   10101 | 建行归集户     |      | 1,000.00 |          | 1,000.00
                                   201   | 住房公积金     |      |          | 1,000.00 | 1,000.00";
    same(&books.trial("2026-01").await, as_if_it_had_never_been);
    books.keep().await;
    same(&books.trial("2026-01").await, as_if_it_had_never_been);

    let mut tx = books.read().await;
    let original = voucher::get(&mut tx, ids[1]).await.unwrap().head;
    let reversing = voucher::get(&mut tx, reversal).await.unwrap().head;
    assert_eq!(original.reversed_by, Some(reversal));
    assert_eq!(
        (reversing.reverses, reversing.kind),
        (Some(ids[1]), VoucherKind::Reversal)
    );
    assert_eq!(reversing.source_id, original.source_id);
    assert_eq!(reversing.total, fen("-300"));
    assert_eq!(reversing.summary, "冲销2026-01-06未编号凭证：记错单位");
    drop(tx);
    assert_eq!(books.verify().await, []);
}

#[tokio::test]
async fn what_cannot_be_taken_back_says_why() {
    let books = Books::open().await;
    let opening = books
        .post_opening(
            "日期       | 摘要 | 科目  | 借方 | 贷方
             2025-12-31 | 期初 | 10101 | 500  |
                        |      | 201   |      | 500",
        )
        .await
        .unwrap();
    let ids = books
        .post(
            "日期       | 摘要 | 科目  | 借方 | 贷方
             2026-01-06 | 汇缴 | 10101 | 10   |
                        |      | 201   |      | 10",
        )
        .await;
    let code_of = |result: Result<VoucherId>| match result {
        Err(error) => error.refusal().expect("refused, not broken").code(),
        Ok(id) => panic!("{id} was posted"),
    };
    let unknown = VoucherId::new(&books.clock);
    assert_eq!(
        code_of(books.reverse(unknown, "2026-01-07", "A").await),
        "voucher_unknown"
    );
    assert_eq!(
        code_of(books.reverse(opening, "2026-01-07", "B").await),
        "voucher_is_opening"
    );
    assert_eq!(
        code_of(books.reverse(ids[0], "2026-01-05", "C").await),
        "reversal_before_voucher"
    );
    let reversal = books.reverse(ids[0], "2026-01-07", "D").await.unwrap();
    assert_eq!(
        code_of(books.reverse(ids[0], "2026-01-07", "E").await),
        "voucher_reversed_already"
    );
    assert_eq!(
        code_of(books.reverse(reversal, "2026-01-07", "F").await),
        "voucher_is_reversal"
    );
    books.keep().await;
    books.close_month("2026-01").await.unwrap();
    let late = books
        .post(
            "日期       | 摘要 | 科目  | 借方 | 贷方
             2026-02-02 | 汇缴 | 10101 | 10   |
                        |      | 201   |      | 10",
        )
        .await;
    assert_eq!(
        code_of(books.reverse(late[0], "2026-01-31", "G").await),
        "reversal_before_voucher"
    );
}

#[tokio::test]
async fn the_chunks_of_a_run_make_one_summary_voucher() {
    let books = Books::open().await;
    let run = kernel::RunId::new(&books.clock);
    for mut voucher in vouchers(
        "日期       | 摘要 | 科目  | 借方 | 贷方
         2026-01-05 | 汇缴 | 10101 | 10   |
                    |      | 201   |      | 10
         2026-01-05 | 汇缴 | 10102 | 25   |
                    |      | 201   |      | 25",
    ) {
        voucher.run_id = Some(run);
        books.post_one(voucher).await.unwrap();
    }
    let lines = voucher::run_lines(&mut books.read().await, BookCode::Fund, run)
        .await
        .unwrap();
    let row = |line: &voucher::RunLine| {
        let (debit, credit) = (amount(line.debit), amount(line.credit));
        format!(
            "{} | {} | {debit} | {credit}",
            line.account, line.account_name
        )
    };
    same(
        &lines.iter().map(row).collect::<Vec<_>>().join("\n"),
        "10101 | 建行归集户 | 10.00 |
         10102 | 工行归集户 | 25.00 |
         201   | 住房公积金 |       | 35.00",
    );
}
