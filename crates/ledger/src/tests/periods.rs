//! Months: opened by postings, closed in order, closed for good.

use super::*;

const fn remittance(date: &'static str) -> [&'static str; 3] {
    [
        "日期|摘要|科目|借方|贷方\n",
        date,
        "|汇缴|10101|10|\n||201||10",
    ]
}

async fn code_of(result: Result<()>) -> &'static str {
    result
        .unwrap_err()
        .refusal()
        .expect("refused, not broken")
        .code()
}

#[tokio::test]
async fn months_close_in_order_and_take_nothing_afterwards() {
    let books = Books::open().await;
    assert_eq!(
        code_of(books.close_month("2026-01").await).await,
        "period_not_opened"
    );
    books.post(&remittance("2026-01-31").concat()).await;
    books.post(&remittance("2026-02-01").concat()).await;
    assert_eq!(
        code_of(books.close_month("2026-01").await).await,
        "period_tail_not_empty"
    );
    books.keep().await;
    assert_eq!(
        code_of(books.close_month("2026-02").await).await,
        "period_earlier_open"
    );
    books.close_month("2026-01").await.unwrap();
    assert_eq!(
        code_of(books.close_month("2026-01").await).await,
        "period_closed_already"
    );
    assert_eq!(
        books.refused(&remittance("2026-01-31").concat()).await,
        "period_closed"
    );
    books.post(&remittance("2026-02-02").concat()).await;

    let periods = period::all(&mut books.read().await, BookCode::Fund)
        .await
        .unwrap();
    let row = |period: &period::Period| {
        format!(
            "{} | {} | {}",
            period.month,
            period.status.label(),
            period.vouchers
        )
    };
    same(
        &periods.iter().map(row).collect::<Vec<_>>().join("\n"),
        "2026-02 | 未结账 | 0
         2026-01 | 已结账 | 1",
    );
    assert_eq!(books.verify().await, []);
}

#[tokio::test]
async fn a_month_passed_over_stays_shut_behind_a_closed_one() {
    let books = Books::open().await;
    books.post(&remittance("2026-03-02").concat()).await;
    books.keep().await;
    books.close_month("2026-03").await.unwrap();
    for date in ["2026-01-05", "2026-02-05", "2026-03-05"] {
        assert_eq!(
            books.refused(&remittance(date).concat()).await,
            "period_closed",
            "{date}"
        );
    }
    books.post(&remittance("2026-04-01").concat()).await;
}

#[tokio::test]
async fn a_tail_of_the_next_month_does_not_hold_up_the_close() {
    let books = Books::open().await;
    books.post(&remittance("2026-01-31").concat()).await;
    books.keep().await;
    books.post(&remittance("2026-02-01").concat()).await;
    books.close_month("2026-01").await.unwrap();
}

#[tokio::test]
async fn a_posting_under_way_and_a_close_never_both_succeed_unseen() {
    let books = std::sync::Arc::new(Books::open().await);
    books.post(&remittance("2026-01-05").concat()).await;
    books.keep().await;
    let posting = async {
        let mut posted = 0;
        for _ in 0..50 {
            let voucher = vouchers(&remittance("2026-01-06").concat()).remove(0);
            match books.post_one(voucher).await {
                Ok(_) => posted += 1,
                Err(error) => assert_eq!(error.refusal().unwrap().code(), "period_closed"),
            }
            tokio::task::yield_now().await;
        }
        posted
    };
    let closing = async {
        while books.close_month("2026-01").await.is_err() {
            bookkeeper::keep_books(&books.db, books.centre, &books.clock, 3)
                .await
                .unwrap();
            tokio::task::yield_now().await;
        }
    };
    let (posted, ()) = tokio::join!(posting, closing);
    let periods = period::all(&mut books.read().await, BookCode::Fund)
        .await
        .unwrap();
    assert_eq!(periods[0].vouchers, posted + 1);
    assert_eq!(books.keep().await, 0);
    assert_eq!(books.verify().await, []);
}
