//! The chart of accounts and its growth.

use super::*;

async fn add(books: &Books, text: &str, name: &str) -> Result<()> {
    let mut tx = books.write().await;
    chart::add_in(&mut tx, &books.clock, BookCode::Fund, code(text), name).await?;
    tx.commit().await
}

async fn add_next(books: &Books, parent: &str) -> Result<AccountCode> {
    let mut tx = books.write().await;
    let book = BookCode::Fund;
    let added = chart::add_next_in(&mut tx, &books.clock, book, code(parent), "明细").await?;
    tx.commit().await?;
    Ok(added)
}

fn refusal<T: std::fmt::Debug>(result: Result<T>) -> &'static str {
    result
        .unwrap_err()
        .refusal()
        .expect("refused, not broken")
        .code()
}

#[tokio::test]
async fn the_chart_is_a_tree_with_sides() {
    let books = Books::open().await;
    let accounts = chart::all(&mut books.read().await, BookCode::Fund)
        .await
        .unwrap();
    let row = |account: &&chart::Account| {
        let kind = if account.is_summary {
            "汇总"
        } else {
            "明细"
        };
        format!(
            "{} | {} | {} | {kind}",
            account.code,
            account.name,
            account.side.label()
        )
    };
    let of_101_and_401 = accounts.iter().filter(|a| {
        ["101", "401"]
            .iter()
            .any(|root| a.code.is_within(code(root)))
    });
    same(
        &of_101_and_401
            .map(|account| row(&account))
            .collect::<Vec<_>>()
            .join("\n"),
        "101     | 住房公积金存款       | 借 | 汇总
         10101   | 建行归集户           | 借 | 明细
         10102   | 工行归集户           | 借 | 明细
         401     | 业务收入             | 贷 | 汇总
         40101   | 住房公积金利息收入   | 贷 | 明细
         40102   | 增值收益利息收入     | 贷 | 明细
         40103   | 委托贷款利息收入     | 贷 | 汇总
         4010301 | 个人贷款利息收入     | 贷 | 明细
         4010302 | 项目贷款利息收入     | 贷 | 明细
         40104   | 国家债券利息收入     | 贷 | 明细
         40105   | 其他收入             | 贷 | 明细",
    );
    assert_eq!(books.verify().await, []);
}

#[tokio::test]
async fn sub_accounts_go_four_levels_deep() {
    let books = Books::open().await;
    add(&books, "1010101", "活期").await.unwrap();
    add(&books, "101010109", "协定存款").await.unwrap();
    assert_eq!(
        add_next(&books, "1010101").await.unwrap(),
        code("101010110")
    );
    assert_eq!(
        refusal(add_next(&books, "101010109").await),
        "account_children_full"
    );
    assert_eq!(add_next(&books, "101").await.unwrap(), code("10103"));
    let posted = "日期|摘要|科目|借方|贷方\n2026-01-05|汇缴|101010109|10|\n||201||10";
    books.post(posted).await;
    let refused = "日期|摘要|科目|借方|贷方\n2026-01-05|汇缴|10101|10|\n||201||10";
    assert_eq!(books.refused(refused).await, "account_is_summary");
    same(
        &books.trial("2026-01").await,
        "科目      | 名称           | 期初 | 借方  | 贷方  | 期末
         101       | 住房公积金存款 |      | 10.00 |       | 10.00
         10101     | 建行归集户     |      | 10.00 |       | 10.00
         1010101   | 活期           |      | 10.00 |       | 10.00
         101010109 | 协定存款       |      | 10.00 |       | 10.00
         201       | 住房公积金     |      |       | 10.00 | 10.00",
    );
    assert_eq!(books.verify().await, []);
}

#[tokio::test]
async fn what_may_not_be_added() {
    let books = Books::open().await;
    books
        .post("日期|摘要|科目|借方|贷方\n2026-01-05|汇缴|10101|10|\n||201||10")
        .await;
    assert_eq!(
        refusal(add(&books, "125", "政策性金融债").await),
        "account_level_fixed"
    );
    assert_eq!(
        refusal(add(&books, "20201", "没有上级").await),
        "account_unknown"
    );
    assert_eq!(
        refusal(add(&books, "20101", "按单位").await),
        "account_has_postings"
    );
    assert_eq!(
        refusal(add(&books, "1010101", "活期").await),
        "account_has_postings"
    );
    assert_eq!(
        refusal(add_next(&books, "201").await),
        "account_has_postings"
    );
    assert_eq!(
        refusal(add(&books, "10102", "换名").await),
        "account_code_taken"
    );
    assert_eq!(
        refusal(add(&books, "10103", " ").await),
        "account_name_invalid"
    );
    assert_eq!(
        refusal(add(&books, "10103", &"长".repeat(21)).await),
        "account_name_invalid"
    );
    assert_eq!(books.verify().await, []);
}

#[tokio::test]
async fn a_book_opens_once_and_is_missed_when_it_is_not() {
    let books = Books::open().await;
    let mut tx = books.write().await;
    let again = book::open_in(
        &mut tx,
        &books.clock,
        BookCode::Fund,
        month("2026-02"),
        HOUSING_FUND,
    );
    assert_eq!(refusal(again.await), "book_open_already");
    drop(tx);
    let mut voucher = voucher_of("2026-01-05".parse().unwrap(), "工资");
    voucher.book = BookCode::Centre;
    voucher.lines = vec![
        Line::debit(code("101"), fen("1")),
        Line::credit(code("201"), fen("1")),
    ];
    assert_eq!(refusal(books.post_one(voucher).await), "book_not_open");
    let mut tx = books.write().await;
    let turn = bookkeeper::keep_books_in(&mut tx, &books.clock, BookCode::Centre, 10);
    assert_eq!(refusal(turn.await), "book_not_open");
}
