//! Trial balances and details, by the standard entries of 财会字〔1999〕33号.

use super::*;

const JANUARY: &str = "
    日期       | 摘要                 | 科目    | 借方       | 贷方
    2026-01-05 | 甲单位汇缴           | 10101   | 120,000.00 |
               |                      | 201     |            | 120,000.00
    2026-01-06 | 未匹配到账           | 10101   | 8,000.00   |
               |                      | 21901   |            | 8,000.00
    2026-01-07 | 暂收分摊至乙单位     | 21901   | 7,500.00   |
               |                      | 201     |            | 7,500.00
    2026-01-12 | 职工购房提取         | 201     | 30,000.00  |
               |                      | 10101   |            | 30,000.00
    2026-01-15 | 发放个人住房贷款     | 12101   | 60,000.00  |
               |                      | 10102   |            | 60,000.00
    2026-01-20 | 借款人还款           | 10102   | 1,250.30   |
               |                      | 12101   |            | 1,000.00
               |                      | 4010301 |            | 250.30
    2026-01-31 | 计提应付利息         | 41101   | 900.01     |
               |                      | 211     |            | 900.01";

const OPENING: &str = "
    日期       | 摘要 | 科目  | 借方       | 贷方
    2025-12-31 | 期初 | 10101 | 500,000.00 |
               |      | 10102 | 200,000.00 |
               |      | 201   |            | 690,000.00
               |      | 30101 |            | 10,000.00";

const JANUARY_BALANCE: &str = "
    科目    | 名称                   | 期初       | 借方       | 贷方       | 期末
    101     | 住房公积金存款         | 700,000.00 | 129,250.30 | 90,000.00  | 739,250.30
    10101   | 建行归集户             | 500,000.00 | 128,000.00 | 30,000.00  | 598,000.00
    10102   | 工行归集户             | 200,000.00 | 1,250.30   | 60,000.00  | 141,250.30
    121     | 委托贷款               |            | 60,000.00  | 1,000.00   | 59,000.00
    12101   | 个人住房贷款           |            | 60,000.00  | 1,000.00   | 59,000.00
    201     | 住房公积金             | 690,000.00 | 30,000.00  | 127,500.00 | 787,500.00
    211     | 应付利息               |            |            | 900.01     | 900.01
    219     | 其他应付款             |            | 7,500.00   | 8,000.00   | 500.00
    21901   | 暂收款                 |            | 7,500.00   | 8,000.00   | 500.00
    301     | 贷款风险准备           | 10,000.00  |            |            | 10,000.00
    30101   | 个人贷款风险准备       | 10,000.00  |            |            | 10,000.00
    401     | 业务收入               |            |            | 250.30     | 250.30
    40103   | 委托贷款利息收入       |            |            | 250.30     | 250.30
    4010301 | 个人贷款利息收入       |            |            | 250.30     | 250.30
    411     | 业务支出               |            | 900.01     |            | 900.01
    41101   | 住房公积金利息支出     |            | 900.01     |            | 900.01";

#[tokio::test]
async fn a_month_adds_up_whether_the_bookkeeper_came_or_not() {
    let books = Books::open().await;
    books.post_opening(OPENING).await.unwrap();
    books.post(JANUARY).await;
    same(&books.trial("2026-01").await, JANUARY_BALANCE);
    // Half sealed, half waiting.
    bookkeeper::keep_books(&books.db, books.centre, &books.clock, 4)
        .await
        .unwrap();
    same(&books.trial("2026-01").await, JANUARY_BALANCE);
    assert_eq!(books.keep().await, 4);
    same(&books.trial("2026-01").await, JANUARY_BALANCE);
    assert_eq!(books.verify().await, []);
}

#[tokio::test]
async fn one_month_s_closing_is_the_next_one_s_opening() {
    let books = Books::open().await;
    books.post_opening(OPENING).await.unwrap();
    books.post(JANUARY).await;
    books.keep().await;
    books.close_month("2026-01").await.unwrap();
    books
        .post(
            "日期       | 摘要                 | 科目    | 借方   | 贷方
             2026-02-28 | 结转业务收入         | 4010301 | 250.30 |
                        |                      | 311     |        | 250.30
             2026-02-28 | 结转业务支出         | 311     | 900.01 |
                        |                      | 41101   |        | 900.01",
        )
        .await;
    same(
        &books.trial("2026-02").await,
        "科目    | 名称                   | 期初       | 借方       | 贷方       | 期末
         101     | 住房公积金存款         | 739,250.30 |            |            | 739,250.30
         10101   | 建行归集户             | 598,000.00 |            |            | 598,000.00
         10102   | 工行归集户             | 141,250.30 |            |            | 141,250.30
         121     | 委托贷款               | 59,000.00  |            |            | 59,000.00
         12101   | 个人住房贷款           | 59,000.00  |            |            | 59,000.00
         201     | 住房公积金             | 787,500.00 |            |            | 787,500.00
         211     | 应付利息               | 900.01     |            |            | 900.01
         219     | 其他应付款             | 500.00     |            |            | 500.00
         21901   | 暂收款                 | 500.00     |            |            | 500.00
         301     | 贷款风险准备           | 10,000.00  |            |            | 10,000.00
         30101   | 个人贷款风险准备       | 10,000.00  |            |            | 10,000.00
         311     | 增值收益               |            | 900.01     | 250.30     | -649.71
         401     | 业务收入               | 250.30     | 250.30     |            |
         40103   | 委托贷款利息收入       | 250.30     | 250.30     |            |
         4010301 | 个人贷款利息收入       | 250.30     | 250.30     |            |
         411     | 业务支出               | 900.01     |            | 900.01     |
         41101   | 住房公积金利息支出     | 900.01     |            | 900.01     |",
    );
    same(&books.trial("2026-01").await, JANUARY_BALANCE);
    let mut tx = books.read().await;
    let of = async |tx: &mut ReadTx, text| {
        balance::of_account(tx, BookCode::Fund, code(text))
            .await
            .unwrap()
    };
    assert_eq!(of(&mut tx, "201").await, fen("787500"));
    assert_eq!(of(&mut tx, "101").await, fen("739250.30"));
    assert_eq!(of(&mut tx, "311").await, fen("-649.71"));
    assert_eq!(of(&mut tx, "124").await, Fen::ZERO);
}

async fn detail(books: &Books, account: &str, pages_of: u32) -> String {
    let (span, mut after) = ((month("2026-01"), month("2026-01")), None::<String>);
    let mut rows = Vec::new();
    loop {
        let mut tx = books.read().await;
        let (book, account) = (BookCode::Fund, code(account));
        let page = balance::detail(&mut tx, book, account, span, after.as_deref(), pages_of);
        let page = page.await.unwrap();
        if rows.is_empty() {
            rows.push("日期 | 号 | 摘要 | 科目 | 借方 | 贷方 | 余额".to_owned());
            rows.push(format!(" | | 期初余额 | | | | {}", amount(page.opening)));
        }
        rows.extend(page.lines.iter().map(|line| {
            let number = line
                .number
                .map_or(String::new(), |number| number.to_string());
            let (debit, credit) = (amount(line.debit), amount(line.credit));
            let (date, summary, balance) =
                (line.business_date, &line.summary, amount(line.balance));
            format!(
                "{date} | {number} | {summary} | {} | {debit} | {credit} | {balance}",
                line.account
            )
        }));
        if page.next.is_none() {
            let (debit, credit) = (amount(page.debit), amount(page.credit));
            rows.push(format!(
                " | | 合计 | | {debit} | {credit} | {}",
                amount(page.closing)
            ));
            return rows.join("\n");
        }
        after = page.next;
    }
}

#[tokio::test]
async fn an_account_s_detail_runs_from_opening_to_closing() {
    let books = Books::open().await;
    books.post_opening(OPENING).await.unwrap();
    books.post(JANUARY).await;
    bookkeeper::keep_books(&books.db, books.centre, &books.clock, 5)
        .await
        .unwrap();
    let fund = "日期       | 号 | 摘要             | 科目 | 借方      | 贷方       | 余额
                           |    | 期初余额         |      |           |            | 690,000.00
                2026-01-05 | 1  | 甲单位汇缴       | 201  |           | 120,000.00 | 810,000.00
                2026-01-07 | 3  | 暂收分摊至乙单位 | 201  |           | 7,500.00   | 817,500.00
                2026-01-12 | 4  | 职工购房提取     | 201  | 30,000.00 |            | 787,500.00
                           |    | 合计             |      | 30,000.00 | 127,500.00 | 787,500.00";
    same(&detail(&books, "201", 100).await, fund);
    same(&detail(&books, "201", 1).await, fund);
    let bank = "日期       | 号 | 摘要             | 科目  | 借方       | 贷方      | 余额
                           |    | 期初余额         |       |            |           | 700,000.00
                2026-01-05 | 1  | 甲单位汇缴       | 10101 | 120,000.00 |           | 820,000.00
                2026-01-06 | 2  | 未匹配到账       | 10101 | 8,000.00   |           | 828,000.00
                2026-01-12 | 4  | 职工购房提取     | 10101 |            | 30,000.00 | 798,000.00
                2026-01-15 |    | 发放个人住房贷款 | 10102 |            | 60,000.00 | 738,000.00
                2026-01-20 |    | 借款人还款       | 10102 | 1,250.30   |           | 739,250.30
                           |    | 合计             |       | 129,250.30 | 90,000.00 | 739,250.30";
    same(&detail(&books, "101", 100).await, bank);
    same(&detail(&books, "101", 2).await, bank);
}

#[tokio::test]
async fn a_cursor_of_another_list_is_refused() {
    let books = Books::open().await;
    let span = (month("2026-01"), month("2026-01"));
    for cursor in ["", "x", "2026-01-05~x~1", "2026-01-05"] {
        let mut tx = books.read().await;
        let page = balance::detail(&mut tx, BookCode::Fund, code("201"), span, Some(cursor), 10);
        assert!(page.await.unwrap_err().refusal().is_some(), "{cursor}");
    }
}

#[tokio::test]
async fn opening_balances_are_posted_once_and_balance() {
    let books = Books::open().await;
    let unbalanced = OPENING.replace("10,000.00", "9,999.99");
    let error = books.post_opening(&unbalanced).await.unwrap_err();
    assert_eq!(error.refusal().unwrap().code(), "voucher_unbalanced");
    let id = books.post_opening(OPENING).await.unwrap();
    let error = books.post_opening(OPENING).await.unwrap_err();
    assert_eq!(error.refusal().unwrap().code(), "voucher_posted_twice");
    books.keep().await;
    let head = voucher::get(&mut books.read().await, id)
        .await
        .unwrap()
        .head;
    assert_eq!(head.business_date.to_string(), "2025-12-31");
    assert_eq!((head.month, head.number), (Some(month("2025-12")), Some(1)));
    assert_eq!(books.verify().await, []);
}

#[tokio::test]
async fn opening_balances_of_a_closed_month_are_refused() {
    let books = Books::open().await;
    books.post(JANUARY).await;
    books.keep().await;
    books.close_month("2026-01").await.unwrap();
    let error = books.post_opening(OPENING).await.unwrap_err();
    assert_eq!(error.refusal().unwrap().code(), "period_closed");
}
