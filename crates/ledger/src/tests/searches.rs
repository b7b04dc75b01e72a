//! Voucher search.

use db::{Count, ListQuery};

use super::*;

async fn books() -> Books {
    let books = Books::open().await;
    books
        .post(
            "日期       | 摘要   | 科目  | 借方 | 贷方
             2026-01-05 | 汇缴甲 | 10101 | 10   |
                        |        | 201   |      | 10
             2026-01-06 | 汇缴乙 | 10102 | 20   |
                        |        | 201   |      | 20
             2026-02-02 | 调拨   | 10101 | 5    |
                        |        | 10101 | 7    |
                        |        | 10102 |      | 12",
        )
        .await;
    books.keep().await;
    books
        .post("日期|摘要|科目|借方|贷方\n2026-02-03|未编号|10101|30|\n||201||30")
        .await;
    books
}

async fn search(books: &Books, filters: &[(&str, &str)], sort: Option<&str>) -> Vec<String> {
    let query = ListQuery {
        given: Vec::new(),
        filters: filters
            .iter()
            .map(|(n, v)| ((*n).to_owned(), (*v).to_owned()))
            .collect(),
        sort: sort.map(str::to_owned),
        after: None,
        limit: 50,
    };
    let found = voucher::search(&mut books.read().await, BookCode::Fund, &query)
        .await
        .unwrap();
    assert_eq!(
        found.count,
        Count::Exact(i64::try_from(found.items.len()).unwrap())
    );
    found
        .items
        .into_iter()
        .map(|voucher| voucher.summary)
        .collect()
}

#[tokio::test]
async fn vouchers_are_found_by_each_filter() {
    let books = books().await;
    let reversed = {
        let filters = [("number", "2"), ("month", "2026-01")];
        assert_eq!(search(&books, &filters, None).await, ["汇缴乙"]);
        let query = ListQuery {
            limit: 1,
            ..ListQuery::default()
        };
        let mut tx = books.read().await;
        voucher::search(&mut tx, BookCode::Fund, &query)
            .await
            .unwrap()
            .items[0]
            .voucher_id
    };
    books.reverse(reversed, "2026-02-03", "REV").await.unwrap();
    const RED: &str = "冲销2026-02-03未编号凭证：记错单位";
    type Case = (
        &'static [(&'static str, &'static str)],
        &'static [&'static str],
    );
    let cases: &[Case] = &[
        (&[], &[RED, "未编号", "调拨", "汇缴乙", "汇缴甲"]),
        (&[("month", "2026-01")], &["汇缴乙", "汇缴甲"]),
        (&[("number", "1")], &["调拨", "汇缴甲"]),
        (
            &[
                ("business_date.from", "2026-01-06"),
                ("business_date.to", "2026-02-02"),
            ],
            &["调拨", "汇缴乙"],
        ),
        (&[("amount_fen", "2000")], &["汇缴乙"]),
        (
            &[("amount_fen.from", "1200"), ("amount_fen.to", "2000")],
            &["调拨", "汇缴乙"],
        ),
        (&[("kind", "reversal")], &[RED]),
        (&[("book", "centre")], &[]),
        (&[("number.from", "2"), ("number.to", "2")], &["汇缴乙"]),
        (&[("source_kind", "arrival")], &[]),
        (&[("account", "10102")], &["调拨", "汇缴乙"]),
        (
            &[("account", "10101"), ("month", "2026-02")],
            &[RED, "未编号", "调拨"],
        ),
        (
            &[("account", "10101"), ("number", "1"), ("book", "fund")],
            &["调拨", "汇缴甲"],
        ),
    ];
    for (filters, expected) in cases {
        assert_eq!(
            search(&books, filters, None).await,
            *expected,
            "{filters:?}"
        );
    }
    assert_eq!(
        search(&books, &[("month", "2026-01")], Some("business_date")).await,
        ["汇缴甲", "汇缴乙"]
    );
}

#[tokio::test]
async fn a_voucher_and_its_reversal_name_each_other() {
    let books = books().await;
    let query = ListQuery {
        limit: 1,
        ..ListQuery::default()
    };
    let first = voucher::search(&mut books.read().await, BookCode::Fund, &query)
        .await
        .unwrap()
        .items
        .remove(0);
    let reversal = books
        .reverse(first.voucher_id, "2026-02-03", "REV")
        .await
        .unwrap();
    let query = ListQuery {
        limit: 2,
        ..ListQuery::default()
    };
    let found = voucher::search(&mut books.read().await, BookCode::Fund, &query)
        .await
        .unwrap()
        .items;
    assert_eq!(
        (found[0].voucher_id, found[0].reverses),
        (reversal, Some(first.voucher_id))
    );
    assert_eq!(found[1].reversed_by, Some(reversal));
    let totals = voucher::search_totals(&mut books.read().await, BookCode::Fund, &query)
        .await
        .unwrap();
    assert_eq!(totals, [("amount_fen", 1_000 + 2_000 + 1_200)]);
}

#[tokio::test]
async fn unknown_filters_and_values_are_refused() {
    let books = books().await;
    for (name, value) in [
        ("summary", "x"),
        ("month", "2026-13"),
        ("amount_fen", "ten"),
    ] {
        let query = ListQuery {
            filters: vec![(name.to_owned(), value.to_owned())],
            limit: 10,
            ..ListQuery::default()
        };
        let error = voucher::search(&mut books.read().await, BookCode::Fund, &query)
            .await
            .unwrap_err();
        assert!(error.refusal().is_some(), "{name}");
    }
}
