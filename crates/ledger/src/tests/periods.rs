//! Months: opened by postings, closed in order, closed for good.

use std::sync::Arc;

use super::*;
use crate::period::PeriodStatus;

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

/// Posts `count` vouchers one after another; each is posted or refused as `refusal`. Says how many
/// were posted.
async fn post_many(books: &Books, count: usize, refusal: &str) -> i64 {
    let mut posted = 0;
    for _ in 0..count {
        let voucher = vouchers(&remittance("2026-01-06").concat()).remove(0);
        match books.post_one(voucher).await {
            Ok(_) => posted += 1,
            Err(error) => assert_eq!(error.refusal().unwrap().code(), refusal),
        }
    }
    posted
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn postings_two_bookkeepers_and_a_close_at_once_lose_nothing() {
    let books = Arc::new(Books::open().await);
    let posters: Vec<_> = (0..3)
        .map(|_| {
            let books = Arc::clone(&books);
            tokio::spawn(async move { post_many(&books, 40, "period_closed").await })
        })
        .collect();
    // Two bookkeepers at once, as two servers would have them, and an accountant who insists.
    let keepers: Vec<_> = (0..2)
        .map(|_| {
            let books = Arc::clone(&books);
            tokio::spawn(async move {
                while period_status(&books).await != Some(PeriodStatus::Closed) {
                    let turn = bookkeeper::keep_books(&books.db, books.centre, &books.clock, 7);
                    turn.await.unwrap();
                }
            })
        })
        .collect();
    while books.close_month("2026-01").await.is_err() {
        tokio::task::yield_now().await;
    }
    let mut posted = 0;
    for poster in posters {
        posted += poster.await.unwrap();
    }
    for keeper in keepers {
        keeper.await.unwrap();
    }
    let periods = period::all(&mut books.read().await, BookCode::Fund)
        .await
        .unwrap();
    assert_eq!(periods[0].vouchers, posted);
    assert_eq!(books.keep().await, 0);
    assert_eq!(books.verify().await, []);
}

async fn period_status(books: &Books) -> Option<PeriodStatus> {
    let periods = period::all(&mut books.read().await, BookCode::Fund)
        .await
        .unwrap();
    periods.first().map(|period| period.status)
}

/// Says what `waiting` came to, having seen that it waits for `tx` to commit.
async fn after_commit<T: Send + 'static>(
    tx: WriteTx,
    waiting: impl Future<Output = Result<T>> + Send + 'static,
) -> Result<T> {
    let waiting = tokio::spawn(waiting);
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    assert!(!waiting.is_finished(), "it didn't wait");
    tx.commit().await?;
    waiting.await.unwrap()
}

async fn posting_under_way(books: &Books, date: &'static str) -> WriteTx {
    let mut tx = books.write().await;
    let voucher = vouchers(&remittance(date).concat()).remove(0);
    voucher::post(&mut tx, &books.clock, voucher).await.unwrap();
    tx
}

#[tokio::test]
async fn a_close_waits_for_the_posting_under_way_and_sees_it() {
    let books = Arc::new(Books::open().await);
    books.post(&remittance("2026-01-05").concat()).await;
    books.keep().await;
    let tx = posting_under_way(&books, "2026-01-06").await;
    let closing = Arc::clone(&books);
    let closed = after_commit(tx, async move { closing.close_month("2026-01").await }).await;
    assert_eq!(code_of(closed).await, "period_tail_not_empty");
}

#[tokio::test]
async fn a_close_waits_for_the_posting_that_opens_an_earlier_month() {
    let books = Arc::new(Books::open().await);
    books.post(&remittance("2026-02-05").concat()).await;
    books.keep().await;
    let tx = posting_under_way(&books, "2026-01-06").await;
    let closing = Arc::clone(&books);
    let closed = after_commit(tx, async move { closing.close_month("2026-02").await }).await;
    assert_eq!(code_of(closed).await, "period_earlier_open");
}

#[tokio::test]
async fn a_posting_waits_for_the_close_under_way_and_is_refused() {
    let books = Arc::new(Books::open().await);
    books.post(&remittance("2026-01-05").concat()).await;
    books.keep().await;
    let mut tx = books.write().await;
    let (book, month) = (BookCode::Fund, month("2026-01"));
    period::close_in(&mut tx, &books.clock, book, month, "staff:会计")
        .await
        .unwrap();
    let posting = Arc::clone(&books);
    let voucher = vouchers(&remittance("2026-01-06").concat()).remove(0);
    let posted = after_commit(tx, async move { posting.post_one(voucher).await }).await;
    assert_eq!(code_of(posted.map(drop)).await, "period_closed");
    assert_eq!(books.verify().await, []);
}

#[tokio::test]
async fn a_leaf_gets_no_children_while_it_is_posted_to() {
    let books = Arc::new(Books::open().await);
    books
        .post(&remittance("2026-01-05").concat().replace("10101", "10102"))
        .await;
    let tx = posting_under_way(&books, "2026-01-06").await;
    let growing = Arc::clone(&books);
    let added = after_commit(tx, async move {
        let mut tx = growing.write().await;
        let (book, clock) = (BookCode::Fund, &growing.clock);
        chart::add_in(&mut tx, clock, book, code("1010101"), "活期").await
    });
    assert_eq!(code_of(added.await).await, "account_has_postings");
}

#[tokio::test]
async fn a_leaf_is_not_posted_to_while_it_gets_children() {
    let books = Arc::new(Books::open().await);
    books
        .post(&remittance("2026-01-05").concat().replace("10101", "10102"))
        .await;
    let mut tx = books.write().await;
    let (book, clock) = (BookCode::Fund, &books.clock);
    chart::add_in(&mut tx, clock, book, code("1010101"), "活期")
        .await
        .unwrap();
    let posting = Arc::clone(&books);
    let voucher = vouchers(&remittance("2026-01-06").concat()).remove(0);
    let posted = after_commit(tx, async move { posting.post_one(voucher).await }).await;
    assert_eq!(code_of(posted.map(drop)).await, "account_is_summary");
}
