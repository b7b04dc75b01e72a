//! What hledger and beancount say of an exported book. Both are other people's programs, so their
//! agreement proves more than our own sums; without them these tests say so and, in CI, fail.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::*;
use crate::export::{self, Format};

/// A book with everything that a journal can hold: opening balances, four levels, red letters,
/// unnumbered vouchers, and texts that mean something to the other programs.
async fn books() -> Books {
    let books = Books::open().await;
    let mut tx = books.write().await;
    let (book, clock) = (BookCode::Fund, &books.clock);
    chart::add_in(&mut tx, clock, book, code("10103"), "农行  户; 旧:\"一\"")
        .await
        .unwrap();
    chart::add_in(&mut tx, clock, book, code("1010301"), "活期")
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let opening = "日期|摘要|科目|借方|贷方\n2025-12-31|期初|1010301|90.05|\n||201||90.05";
    books.post_opening(opening).await.unwrap();
    let ids = books
        .post(
            "日期       | 摘要                          | 科目    | 借方     | 贷方
             2026-01-05 | 汇缴; date:2026-99-99 (括号)  | 10101   | 1,000.01 |
                        |                               | 201     |          | 1,000.01
             2026-01-06 | \"引号\" \\反斜杠 [2026-99-99]  | 10101   | 300.00   |
                        |                               | 4010301 |          | 300.00
             2026-02-28 | 计提                          | 41101   | 12.34    |
                        |                               | 211     |          | 12.34",
        )
        .await;
    books.reverse(ids[1], "2026-01-07", "REV").await.unwrap();
    books.keep().await;
    let mut waiting = voucher_of("2026-03-01".parse().unwrap(), "提取");
    waiting.lines = vec![
        Line::debit(code("201"), fen("0.01")).with_memo("备注; date:x [2026-99-99] \"\\"),
        Line::credit(code("1010301"), fen("0.01")),
    ];
    books.post_one(waiting).await.unwrap();
    books
}

async fn exported(books: &Books, format: Format) -> (PathBuf, String) {
    let mut text = Vec::new();
    let mut tx = books.read().await;
    export::export(&mut tx, BookCode::Fund, format, &mut text)
        .await
        .unwrap();
    let path = books.folder.path().join(format.code());
    std::fs::write(&path, &text).unwrap();
    (path, String::from_utf8(text).unwrap())
}

/// Runs a checker; `None` when this machine doesn't have it.
fn run(program: &str, arguments: &[&str], file: &Path) -> Option<Output> {
    let mut command = Command::new(program);
    // hledger reads files in the encoding of the locale.
    let output = command
        .args(arguments)
        .arg(file)
        .env("LC_ALL", "C.UTF-8")
        .output();
    if output.is_err() {
        let unwanted = std::env::var_os("CI").is_some();
        assert!(!unwanted, "{program} is missing");
        eprintln!("SKIPPED: {program} isn't installed (apt install hledger beancount)");
    }
    output.ok()
}

fn told(output: &Output) -> String {
    [&output.stdout, &output.stderr]
        .map(|bytes| String::from_utf8_lossy(bytes))
        .concat()
}

const HLEDGER_STRICT: [&str; 3] = ["check", "--strict", "-f"];

#[tokio::test]
async fn hledger_agrees_with_every_balance() {
    let books = books().await;
    let (path, journal) = exported(&books, Format::Hledger).await;
    let Some(output) = run("hledger", &HLEDGER_STRICT, &path) else {
        return;
    };
    assert!(output.status.success(), "{}\n{journal}", told(&output));
    let wrong = journal.replace("= CNY 1000.01\n", "= CNY 1000.02\n");
    assert_ne!(wrong, journal);
    std::fs::write(&path, wrong).unwrap();
    let output = run("hledger", &HLEDGER_STRICT, &path).unwrap();
    assert!(!output.status.success(), "a fen too much was not noticed");
}

#[tokio::test]
async fn bean_check_agrees_with_every_balance() {
    let books = books().await;
    let (path, ledger) = exported(&books, Format::Beancount).await;
    let Some(output) = run("bean-check", &[], &path) else {
        return;
    };
    assert!(
        output.status.success() && told(&output).is_empty(),
        "{}\n{ledger}",
        told(&output)
    );
    let wrong = ledger.replace("A10101  1000.01 ~", "A10101  1000.02 ~");
    assert_ne!(wrong, ledger);
    std::fs::write(&path, wrong).unwrap();
    let output = run("bean-check", &[], &path).unwrap();
    assert!(!output.status.success(), "a fen too much was not noticed");
}

#[tokio::test]
async fn the_journal_reads_like_a_journal() {
    let books = Books::open().await;
    books
        .post("日期|摘要|科目|借方|贷方\n2026-01-05|汇缴|10101|10|\n||201||10")
        .await;
    books.keep().await;
    let (_, journal) = exported(&books, Format::Hledger).await;
    let voucher = journal.split("\n\n").nth(2).unwrap();
    let (head, lines) = voucher.split_once('\n').unwrap();
    assert!(
        head.starts_with("2026-01-05 * (2026-01 记-0001) 汇缴  ; voucher: "),
        "{head}"
    );
    assert_eq!(
        lines,
        "    资产:101 住房公积金存款:10101 建行归集户  CNY 10.00\n    负债:201 住房公积金  CNY -10.00"
    );
    let (_, ledger) = exported(&books, Format::Beancount).await;
    assert!(ledger.contains("\n  Assets:A101:A10101  10.00 CNY\n  Liabilities:A201  -10.00 CNY\n"));
}

#[tokio::test]
async fn a_book_longer_than_a_chunk_is_exported_whole() {
    let books = Books::open().await;
    let mut tx = books.write().await;
    for _ in 0..1_005 {
        let mut voucher = voucher_of("2026-01-05".parse().unwrap(), "汇缴");
        voucher.lines = vec![
            Line::debit(code("10101"), fen("1")),
            Line::credit(code("201"), fen("1")),
        ];
        voucher::post(&mut tx, &books.clock, voucher).await.unwrap();
    }
    tx.commit().await.unwrap();
    books.keep().await;
    let (_, ledger) = exported(&books, Format::Beancount).await;
    assert_eq!(ledger.matches("\n  voucher: ").count(), 1_005);
    assert!(ledger.contains("balance Assets:A101:A10101  1005.00 ~ 0.00 CNY"));
}
