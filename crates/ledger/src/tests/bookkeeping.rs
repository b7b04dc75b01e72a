//! Numbers, places, turns and days.

use super::*;

fn remittances(dates: &[&str]) -> String {
    let rows = dates
        .iter()
        .map(|date| format!("{date}|汇缴|10101|10|\n||201||10"));
    let header = "日期|摘要|科目|借方|贷方".to_owned();
    std::iter::once(header)
        .chain(rows)
        .collect::<Vec<_>>()
        .join("\n")
}

async fn numbers(books: &Books, ids: &[VoucherId]) -> Vec<String> {
    let mut labels = Vec::new();
    for id in ids {
        let head = voucher::get(&mut books.read().await, *id)
            .await
            .unwrap()
            .head;
        labels.push(match (head.month, head.number) {
            (Some(month), Some(number)) => voucher::number_label(month, number),
            _ => "-".to_owned(),
        });
    }
    labels
}

#[tokio::test]
async fn numbers_run_without_a_gap_within_each_month() {
    let books = Books::open().await;
    let dates = [
        "2026-01-30",
        "2026-02-02",
        "2026-01-31",
        "2026-02-03",
        "2026-02-03",
    ];
    let ids = books.post(&remittances(&dates)).await;
    assert_eq!(numbers(&books, &ids).await, ["-"; 5]);
    for sealed in [2, 2, 1, 0] {
        let turn = bookkeeper::keep_books(&books.db, books.centre, &books.clock, 2).await;
        assert_eq!(turn.unwrap(), sealed);
    }
    assert_eq!(
        numbers(&books, &ids).await,
        [
            "2026-01 记-0001",
            "2026-02 记-0001",
            "2026-01 记-0002",
            "2026-02 记-0002",
            "2026-02 记-0003"
        ]
    );
    assert_eq!(books.verify().await, []);
}

#[tokio::test]
async fn a_refused_posting_leaves_no_gap() {
    let books = Books::open().await;
    let first = books.post(&remittances(&["2026-01-05"])).await;
    assert_eq!(
        books
            .refused("日期|摘要|科目|借方|贷方\n2026-01-05|汇缴|10101|10|\n||201||9")
            .await,
        "voucher_unbalanced"
    );
    let second = books.post(&remittances(&["2026-01-05"])).await;
    books.keep().await;
    assert_eq!(
        numbers(&books, &[first, second].concat()).await,
        ["2026-01 记-0001", "2026-01 记-0002"]
    );
}

#[tokio::test]
async fn each_centre_and_each_book_has_a_chain_of_its_own() {
    let books = Books::open().await;
    let other = CentreId::new(2).unwrap();
    books.open_for(other).await;
    books
        .post(&remittances(&["2026-01-05", "2026-01-06"]))
        .await;
    let mut tx = books.db.write(other).await.unwrap();
    for voucher in vouchers(&remittances(&["2026-01-05"])) {
        voucher::post(&mut tx, &books.clock, voucher).await.unwrap();
    }
    tx.commit().await.unwrap();
    assert_eq!(books.keep().await, 2);
    let mut tx = books.db.read(other).await.unwrap();
    assert_eq!(
        bookkeeper::tail(&mut tx, BookCode::Fund).await.unwrap().0,
        1
    );
    drop(tx);
    let sealed = bookkeeper::keep_books(&books.db, other, &books.clock, MAX_TURN)
        .await
        .unwrap();
    assert_eq!(sealed, 1);
    assert_eq!(books.verify().await, []);
    let mut tx = books.db.read(other).await.unwrap();
    assert_eq!(verify::verify(&mut tx, &books.clock).await.unwrap(), []);
}

#[tokio::test]
async fn a_day_s_head_is_taken_once_and_only_when_nothing_waits() {
    let books = Books::open().await;
    books
        .post(&remittances(&["2026-01-05", "2026-01-05"]))
        .await;
    let error = books.close_day("2026-01-05").await.unwrap_err();
    assert_eq!(error.refusal().unwrap().code(), "day_tail_not_empty");
    books.keep().await;
    let first = books.close_day("2026-01-05").await.unwrap();
    assert_eq!((first.day_number, first.sequence), (1, 2));
    let error = books.close_day("2026-01-05").await.unwrap_err();
    assert_eq!(error.refusal().unwrap().code(), "day_head_taken");
    // A day without a voucher has the head of the day before, and another seal.
    let second = books.close_day("2026-01-06").await.unwrap();
    assert_eq!(
        (second.day_number, second.sequence, second.hash),
        (2, 2, first.hash)
    );
    assert_ne!(second.mac, first.mac);
    assert_eq!(books.verify().await, []);
}

#[tokio::test]
async fn what_a_minute_has_waited_is_reported() {
    let books = Books::open().await;
    let ids = books.post(&remittances(&["2026-01-05"])).await;
    books.clock.advance(verify::TAIL_LIMIT);
    assert_eq!(books.verify().await, []);
    books.clock.advance(std::time::Duration::from_micros(1));
    let findings = books.verify().await;
    assert_eq!(findings.len(), 1);
    assert_eq!(
        (findings[0].code, findings[0].key.clone()),
        ("tail_too_old", ids[0].to_string())
    );
}

#[tokio::test]
async fn all_of_a_day_is_sealed_in_its_close() {
    let books = Books::open().await;
    let many: Vec<&str> = std::iter::repeat_n("2026-01-05", MAX_TURN + 3).collect();
    let mut tx = books.write().await;
    for voucher in vouchers(&remittances(&many)) {
        voucher::post(&mut tx, &books.clock, voucher).await.unwrap();
    }
    let (book, clock) = (BookCode::Fund, &books.clock);
    assert_eq!(
        bookkeeper::keep_all_in(&mut tx, clock, book).await.unwrap(),
        MAX_TURN + 3
    );
    let date = "2026-01-05".parse().unwrap();
    let head = bookkeeper::close_day_in(&mut tx, clock, book, date)
        .await
        .unwrap();
    assert_eq!(head.sequence, i64::try_from(MAX_TURN + 3).unwrap());
    tx.commit().await.unwrap();
    assert_eq!(books.verify().await, []);
}
