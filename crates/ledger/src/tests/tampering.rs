//! Alters each kind of row behind the ledger's back, column by column, and sees it found and named.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::*;
use crate::seal::{self, Contents, Place};

/// A book with one of everything: opening balances, a detail digest, a run, a reversal, a closed
/// month, two closed days, a voucher that waits. In the chain the third voucher is the one altered,
/// the fourth takes the second back.
async fn books() -> Books {
    let books = Books::open().await;
    let opening = "日期|摘要|科目|借方|贷方\n2025-12-31|期初|10101|500|\n||201||500";
    books.post_opening(opening).await.unwrap();
    let taken_back = "日期|摘要|科目|借方|贷方\n2026-01-05|错记|10102|7|\n||201||7";
    let taken_back = books.post(taken_back).await[0];
    let mut voucher = voucher_of("2026-01-06".parse().unwrap(), "汇缴");
    voucher.run_id = Some(kernel::RunId::new(&books.clock));
    voucher.detail_digest = Some(db::Digest32::of(b"entries"));
    voucher.lines = vec![
        Line::debit(code("10101"), fen("30")).with_memo("一月"),
        Line::credit(code("201"), fen("30")),
    ];
    books.post_one(voucher).await.unwrap();
    books
        .reverse(taken_back, "2026-01-06", "REV")
        .await
        .unwrap();
    books.keep().await;
    books.close_day("2026-01-06").await.unwrap();
    books.close_month("2026-01").await.unwrap();
    books
        .post("日期|摘要|科目|借方|贷方\n2026-02-02|汇缴|10101|40|\n||201||40")
        .await;
    books.keep().await;
    books.close_day("2026-02-02").await.unwrap();
    books
        .post("日期|摘要|科目|借方|贷方\n2026-02-03|汇缴|10102|50|\n||201||50")
        .await;
    assert_eq!(books.verify().await, []);
    books
}

/// What the database holds, as a file to copy.
fn settle(books: &Books) -> PathBuf {
    let path = books.folder.path().join("books.db");
    let raw = Connection::open(&path).unwrap();
    raw.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        .unwrap();
    path
}

/// The findings on a copy of the books that was altered by `alter`.
async fn altered(books: &Books, alter: impl FnOnce(&Connection)) -> Vec<Finding> {
    let copy = books.folder.path().join("altered.db");
    for suffix in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{suffix}", copy.display()));
    }
    std::fs::copy(settle(books), &copy).unwrap();
    {
        let raw = Connection::open(&copy).unwrap();
        raw.pragma_update(None, "foreign_keys", false).unwrap();
        alter(&raw);
    }
    let db = open_file(copy, books.keys.clone());
    let mut tx = db.read(books.centre).await.unwrap();
    verify::verify(&mut tx, &books.clock).await.unwrap()
}

fn codes(findings: &[Finding]) -> String {
    let codes: BTreeSet<&str> = findings.iter().map(|finding| finding.code).collect();
    codes.into_iter().collect::<Vec<_>>().join(" ")
}

/// The one row of each table that is altered.
fn row_of(table: &str) -> &'static str {
    match table {
        "book" | "chain_head" => "book = 'fund'",
        "ledger_account" => "code = '10101'",
        "period" => "month = 202601",
        "voucher" => "voucher_id = (SELECT voucher_id FROM voucher_seal WHERE sequence = 3)",
        "voucher_line" => {
            "line_no = 1 AND voucher_id = (SELECT voucher_id FROM voucher_seal WHERE sequence = 3)"
        }
        "voucher_tail" => "book = 'fund'",
        "voucher_seal" => "sequence = 3",
        "period_balance" => "month = 202601 AND account = '10101'",
        "day_head" => "business_date = '2026-01-06'",
        other => panic!("no row of {other}"),
    }
}

/// Each column, what it is set to, and what is found.
const COLUMNS: &str = "
    book           | centre_id     | 2                              | book_incomplete period_missing
    book           | book          | 'centre'                       | book_altered book_incomplete period_missing
    book           | first_month   | 202512                         | book_altered period_missing
    book           | opened_at     | '2026-01-01T00:00:00.000000Z'  | book_altered
    book           | mac           | zeroblob(32)                   | book_altered
    chain_head     | centre_id     | 2                              | book_incomplete chain_head_wrong
    chain_head     | book          | 'centre'                       | book_incomplete chain_head_wrong
    chain_head     | sequence      | 4                              | chain_head_wrong
    chain_head     | hash          | zeroblob(32)                   | chain_head_wrong
    ledger_account | centre_id     | 2                              | voucher_line_account
    ledger_account | book          | 'centre'                       | account_altered account_orphaned voucher_line_account
    ledger_account | code          | '10109'                        | account_altered voucher_line_account
    ledger_account | name          | '别人的户'                     | account_altered
    ledger_account | side          | 'credit'                       | account_altered
    ledger_account | is_summary    | 1                              | account_summary_wrong voucher_line_account
    ledger_account | opened_at     | '2026-01-01T00:00:00.000000Z'  | account_altered
    ledger_account | mac           | zeroblob(32)                   | account_altered
    period         | centre_id     | 2                              | period_missing
    period         | book          | 'centre'                       | period_altered period_missing period_vouchers_differ
    period         | month         | 202603                         | period_altered period_missing period_vouchers_differ
    period         | status        | 'open'                         | period_altered
    period         | vouchers      | 9                              | period_altered period_vouchers_differ
    period         | opened_at     | '2026-01-01T00:00:00.000000Z'  | period_altered
    period         | closed_at     | NULL                           | period_altered
    period         | closed_by     | 'staff:别人'                   | period_altered
    period         | mac           | zeroblob(32)                   | period_altered
    voucher        | centre_id     | 2                              | balance_differs line_without_voucher seal_without_voucher
    voucher        | voucher_id    | randomblob(16)                 | balance_differs line_without_voucher seal_without_voucher voucher_unsealed
    voucher        | book          | 'centre'                       | chain_broken voucher_book_wrong voucher_line_strays
    voucher        | business_date | '2026-01-07'                   | chain_broken voucher_line_strays
    voucher        | kind          | 'manual'                       | chain_broken
    voucher        | summary       | '补缴'                         | chain_broken
    voucher        | preparer      | 'staff:别人'                   | chain_broken
    voucher        | authority     | ''                             | chain_broken
    voucher        | attachments   | 3                              | chain_broken
    voucher        | source_kind   | 'arrival'                      | chain_broken
    voucher        | source_id     | 'R'                            | chain_broken
    voucher        | posting_key   | 'another'                      | chain_broken
    voucher        | run_id        | NULL                           | chain_broken
    voucher        | detail_digest | zeroblob(32)                   | chain_broken
    voucher        | reverses      | randomblob(16)                 | chain_broken reversal_astray reversal_not_mirrored voucher_reversal_wrong
    voucher        | total_fen     | 3001                           | chain_broken voucher_total_wrong
    voucher        | line_count    | 3                              | chain_broken voucher_lines_missing
    voucher        | recorded_at   | '2026-01-01T00:00:00.000000Z'  | chain_broken
    voucher_line   | centre_id     | 2                              | balance_differs chain_broken voucher_line_strays voucher_lines_missing voucher_total_wrong voucher_unbalanced
    voucher_line   | voucher_id    | randomblob(16)                 | balance_differs chain_broken line_without_voucher voucher_line_strays voucher_lines_missing voucher_total_wrong voucher_unbalanced
    voucher_line   | line_no       | 3                              | chain_broken voucher_line_strays
    voucher_line   | book          | 'centre'                       | chain_broken voucher_line_strays
    voucher_line   | account       | '10102'                        | balance_differs chain_broken
    voucher_line   | business_date | '2026-01-07'                   | chain_broken voucher_line_strays
    voucher_line   | debit_fen     | 9223372036854775807            | balance_differs chain_broken voucher_total_wrong voucher_unbalanced
    voucher_line   | credit_fen    | -9223372036854775808           | balance_differs chain_broken voucher_line_negative voucher_line_one_sided voucher_unbalanced
    voucher_line   | memo          | '二月'                         | chain_broken
    voucher_tail   | centre_id     | 2                              | voucher_unsealed
    voucher_tail   | book          | 'centre'                       | tail_without_voucher voucher_book_wrong voucher_line_account voucher_unsealed
    voucher_tail   | voucher_id    | randomblob(16)                 | tail_without_voucher voucher_unsealed
    voucher_tail   | recorded_at   | '2026-01-05T01:00:00.000001Z'  | tail_without_voucher
    voucher_seal   | centre_id     | 2                              | balance_differs chain_gap number_gap voucher_unsealed
    voucher_seal   | book          | 'centre'                       | balance_differs chain_gap chain_head_wrong number_gap period_missing voucher_book_wrong voucher_line_account
    voucher_seal   | sequence      | 9                              | chain_gap chain_head_wrong number_gap period_vouchers_differ
    voucher_seal   | voucher_id    | randomblob(16)                 | balance_differs seal_without_voucher voucher_unsealed
    voucher_seal   | month         | 202602                         | chain_broken number_gap seal_month_wrong
    voucher_seal   | number        | 7                              | chain_broken number_gap
    voucher_seal   | hash          | zeroblob(32)                   | chain_broken
    voucher_seal   | sealed_at     | '2026-01-01T00:00:00.000000Z'  | chain_broken
    period_balance | centre_id     | 2                              | balance_differs
    period_balance | book          | 'centre'                       | balance_differs
    period_balance | month         | 202605                         | balance_differs
    period_balance | account       | '10103'                        | balance_differs
    period_balance | debit_fen     | debit_fen + 1                  | balance_differs
    period_balance | credit_fen    | 9223372036854775807            | balance_differs
    day_head       | centre_id     | 2                              | day_head_gap
    day_head       | book          | 'centre'                       | day_head_altered day_head_beyond day_head_gap
    day_head       | business_date | '2026-01-07'                   | day_head_altered
    day_head       | day_number    | 3                              | day_head_altered day_head_gap
    day_head       | sequence      | 3                              | day_head_altered day_head_differs
    day_head       | hash          | zeroblob(32)                   | day_head_altered day_head_differs
    day_head       | made_at       | '2026-01-01T00:00:00.000000Z'  | day_head_altered
    day_head       | mac           | zeroblob(32)                   | day_head_altered";

#[tokio::test]
async fn every_altered_column_is_found_and_named() {
    let books = books().await;
    let mut tried = BTreeSet::new();
    let mut wrong = Vec::new();
    for row in COLUMNS.lines().map(str::trim).filter(|row| !row.is_empty()) {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let [table, column, value, expected] = cells[..] else {
            panic!("four columns: {row}")
        };
        let findings = altered(&books, |raw| {
            let sql = format!(
                "UPDATE {table} SET {column} = {value} WHERE {}",
                row_of(table)
            );
            assert_eq!(raw.execute(&sql, []).unwrap(), 1, "{sql}");
        })
        .await;
        if codes(&findings) != expected {
            wrong.push(format!(
                "{table} | {column} | {value} | {}",
                codes(&findings)
            ));
        }
        tried.insert((table.to_owned(), column.to_owned()));
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
    assert_eq!(
        tried,
        all_columns(&settle(&books)),
        "every column has its line"
    );
}

/// Every column of every table of this crate.
fn all_columns(path: &std::path::Path) -> BTreeSet<(String, String)> {
    let raw = Connection::open(path).unwrap();
    let mut statement = raw
        .prepare(
            "SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
             WHERE m.type = 'table' AND m.name <> 'migration'",
        )
        .unwrap();
    let rows = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    rows.map(std::result::Result::unwrap).collect()
}

#[tokio::test]
async fn every_row_taken_away_is_missed() {
    let books = books().await;
    let cases = [
        ("book", "book_incomplete"),
        ("chain_head", "chain_head_wrong"),
        ("ledger_account", "voucher_line_account"),
        ("period", "period_missing"),
        ("voucher", "seal_without_voucher"),
        ("voucher_line", "chain_broken"),
        ("voucher_tail", "voucher_unsealed"),
        ("voucher_seal", "chain_gap"),
        ("period_balance", "balance_differs"),
        ("day_head", "day_head_gap"),
    ];
    for (table, expected) in cases {
        let findings = altered(&books, |raw| {
            let sql = format!("DELETE FROM {table} WHERE {}", row_of(table));
            assert_eq!(raw.execute(&sql, []).unwrap(), 1, "{sql}");
        })
        .await;
        let found = findings.iter().any(|finding| finding.code == expected);
        assert!(found, "{table}: {}", codes(&findings));
    }
}

#[tokio::test]
async fn the_first_broken_voucher_is_named_exactly() {
    let books = books().await;
    let ids: Vec<VoucherId> = {
        let mut tx = books.read().await;
        let seals = tx
            .all(&crate::verify::SEALS_AFTER, (BookCode::Fund, 0, 100))
            .await
            .unwrap();
        seals.into_iter().map(|seal| seal.voucher_id).collect()
    };
    for (sequence, id) in (1..).zip(&ids) {
        let findings = altered(&books, |raw| {
            let sql = format!(
                "UPDATE voucher SET summary = '改' WHERE voucher_id IN
                 (SELECT voucher_id FROM voucher_seal WHERE sequence >= {sequence})"
            );
            assert_eq!(raw.execute(&sql, []).unwrap(), ids.len() + 1 - sequence);
        })
        .await;
        assert_eq!(findings.len(), 1);
        let named = (findings[0].code, findings[0].table, findings[0].key.clone());
        assert_eq!(named, ("chain_broken", "voucher", id.to_string()));
    }
    let third = altered(&books, |raw| {
        raw.execute(
            "UPDATE voucher SET summary = '改' WHERE summary = '汇缴' AND run_id IS NOT NULL",
            [],
        )
        .unwrap();
    });
    assert_eq!(
        third.await[0].sentence,
        "凭证链自2026-01 记-0002起断裂：凭证、分录或编号曾被改动"
    );
}

#[tokio::test]
async fn rows_slipped_in_are_found() {
    let books = books().await;
    let copy_of_third = |raw: &Connection, table: &str, set: &str| {
        let sql = format!(
            "CREATE TEMP TABLE forged AS SELECT * FROM {table} WHERE {};
             UPDATE forged SET {set};
             INSERT INTO {table} SELECT * FROM forged;",
            row_of(table)
        );
        raw.execute_batch(&sql).unwrap();
    };
    let cases = [
        (
            "voucher",
            "voucher_id = zeroblob(16), posting_key = 'forged', run_id = NULL",
            "voucher_unsealed",
        ),
        ("voucher_line", "line_no = 3", "chain_broken"),
        (
            "voucher_line",
            "voucher_id = zeroblob(16)",
            "line_without_voucher",
        ),
        (
            "voucher_tail",
            "voucher_id = zeroblob(16)",
            "tail_without_voucher",
        ),
        (
            "voucher_tail",
            "voucher_id = (SELECT voucher_id FROM voucher_seal WHERE sequence = 3)",
            "tail_sealed_already",
        ),
        (
            "voucher_seal",
            "sequence = 6, number = 9, voucher_id = zeroblob(16)",
            "seal_without_voucher",
        ),
        ("period_balance", "account = '124'", "balance_differs"),
        ("ledger_account", "code = '10105'", "account_altered"),
        (
            "period",
            "month = 202603, status = 'open'",
            "period_altered",
        ),
        (
            "day_head",
            "business_date = '2026-02-03', day_number = 3",
            "day_head_altered",
        ),
    ];
    for (table, set, expected) in cases {
        let findings = altered(&books, |raw| copy_of_third(raw, table, set)).await;
        let found = findings.iter().any(|finding| finding.code == expected);
        assert!(found, "{table} {set}: {}", codes(&findings));
    }
}

#[tokio::test]
async fn a_voucher_slipped_into_a_closed_month_is_found() {
    let books = books().await;
    let findings = altered(&books, |raw| {
        raw.execute_batch(
            "UPDATE voucher SET business_date = '2026-01-31' WHERE business_date = '2026-02-03';
             UPDATE voucher_line SET business_date = '2026-01-31'
             WHERE business_date = '2026-02-03';",
        )
        .unwrap();
    });
    assert_eq!(codes(&findings.await), "voucher_in_closed_period");
}

/// Whoever knows how the chain is made can make it anew, balances and all; the days' heads are
/// under a key that isn't in the database.
#[tokio::test]
async fn a_chain_made_anew_is_found_by_the_day_heads() {
    let books = books().await;
    let path = settle(&books);
    let raw = Connection::open(&path).unwrap();
    raw.execute_batch(
        "UPDATE voucher_line SET debit_fen = debit_fen * 100, credit_fen = credit_fen * 100
         WHERE voucher_id = (SELECT voucher_id FROM voucher_seal WHERE sequence = 3);
         UPDATE voucher SET total_fen = total_fen * 100
         WHERE voucher_id = (SELECT voucher_id FROM voucher_seal WHERE sequence = 3);
         UPDATE period_balance SET debit_fen = debit_fen + 297000
         WHERE month = 202601 AND account = '10101';
         UPDATE period_balance SET credit_fen = credit_fen + 297000
         WHERE month = 202601 AND account = '201';",
    )
    .unwrap();
    assert_eq!(codes(&books.verify().await), "chain_broken");

    let mut tx = books.read().await;
    let seals = tx
        .all(&crate::verify::SEALS_AFTER, (BookCode::Fund, 0, 100))
        .await
        .unwrap();
    let mut contents = Contents::of(books.centre);
    let each = |row: seal::ContentRow| {
        contents.push(&row);
        Ok(())
    };
    tx.for_each(&seal::CONTENTS_OF_SEALS, (BookCode::Fund, 0, 100), each)
        .await
        .unwrap();
    drop(tx);
    let mut hash = db::Digest32::ZERO;
    for (seal, content) in seals.iter().zip(contents.finish()) {
        let place = Place {
            book: BookCode::Fund,
            sequence: seal.sequence,
            month: seal.month,
            number: seal.number,
            sealed_at: seal.sealed_at,
        };
        hash = seal::link(hash, place, content.digest);
        let sql = "UPDATE voucher_seal SET hash = ?1 WHERE sequence = ?2";
        raw.execute(sql, (hash.bytes(), seal.sequence)).unwrap();
    }
    raw.execute("UPDATE chain_head SET hash = ?1", [hash.bytes()])
        .unwrap();
    let findings = books.verify().await;
    assert_eq!(codes(&findings), "day_head_differs");
    assert_eq!(findings[0].key, "fund/2026-01-06");
}

#[tokio::test]
async fn an_end_cut_off_is_found_by_the_day_heads() {
    let books = books().await;
    let findings = altered(&books, |raw| {
        raw.execute_batch(
            "DELETE FROM voucher_line WHERE business_date = '2026-02-02';
             DELETE FROM voucher WHERE business_date = '2026-02-02';
             DELETE FROM voucher_seal WHERE sequence = 5;
             DELETE FROM period_balance WHERE month = 202602;
             UPDATE chain_head SET (sequence, hash) =
                 (SELECT sequence, hash FROM voucher_seal WHERE sequence = 4);",
        )
        .unwrap();
    });
    assert_eq!(codes(&findings.await), "day_head_beyond");
}

#[tokio::test]
async fn another_key_proves_nothing() {
    let books = books().await;
    let db = open_file(settle(&books), Keys::random().unwrap());
    let mut tx = db.read(books.centre).await.unwrap();
    let findings = verify::verify(&mut tx, &books.clock).await.unwrap();
    assert_eq!(
        codes(&findings),
        "account_altered book_altered day_head_altered period_altered"
    );
}

#[tokio::test]
async fn findings_beyond_the_limit_are_counted() {
    let mut report = verify::Report::default();
    for number in 0..verify::MAX_FINDINGS + 2 {
        report.add("number_gap", "voucher_seal", &number, "缺号");
    }
    let findings = report.finish();
    assert_eq!(findings.len(), verify::MAX_FINDINGS + 1);
    assert_eq!(findings.last().unwrap().sentence, "另有2项问题未列出");
}
