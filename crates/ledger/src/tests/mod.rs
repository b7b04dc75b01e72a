//! The ledger's tests: vouchers and balances as text tables that an accountant can read.
//!
//! A voucher begins at each row with a date:
//!
//! ```text
//! 日期       | 摘要 | 科目  | 借方     | 贷方
//! 2026-01-05 | 汇缴 | 10101 | 1,000.00 |
//!            |      | 201   |          | 1,000.00
//! ```

mod balances;
mod bookkeeping;
mod charts;
mod exports;
mod periods;
mod postings;
mod searches;
mod tampering;

use std::path::PathBuf;

use db::{Backend, Config, Db, Keys, ReadTx, WriteTx};
use kernel::{CentreId, Clock, Date, Fen, Month, Result, VoucherId};
use tempfile::TempDir;

use crate::balance::{self, TrialRow};
use crate::bookkeeper::{self, DayHead, MAX_TURN};
use crate::chart::{self, AccountCode, HOUSING_FUND};
use crate::opening::{self, OpeningBalances};
use crate::verify::{self, Finding};
use crate::voucher::{self, Line, NewVoucher, Reversal, VoucherKind};
use crate::{BookCode, MIGRATIONS, book, period};

/// A centre with its fund's book from January 2026, two accounts at banks among its accounts.
struct Books {
    db: Db,
    clock: Clock,
    centre: CentreId,
    keys: Keys,
    folder: TempDir,
}

impl Books {
    async fn open() -> Books {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keys::random().unwrap();
        let clock = Clock::manual("2026-01-05T01:00:00Z".parse().unwrap());
        let path = folder.path().join("books.db");
        let db = open_file(path, keys.clone());
        db.migrate(&[&MIGRATIONS], &clock).await.unwrap();
        let books = Books {
            db,
            clock,
            centre: CentreId::new(1).unwrap(),
            keys,
            folder,
        };
        books.open_for(books.centre).await;
        books
    }

    async fn open_for(&self, centre: CentreId) {
        let mut tx = self.db.write(centre).await.unwrap();
        let (book, first) = (BookCode::Fund, month("2026-01"));
        book::open_in(&mut tx, &self.clock, book, first, HOUSING_FUND)
            .await
            .unwrap();
        for name in ["建行归集户", "工行归集户"] {
            chart::add_next_in(&mut tx, &self.clock, book, code("101"), name)
                .await
                .unwrap();
        }
        tx.commit().await.unwrap();
    }

    async fn read(&self) -> ReadTx {
        self.db.read(self.centre).await.unwrap()
    }

    async fn write(&self) -> WriteTx {
        self.db.write(self.centre).await.unwrap()
    }

    /// Posts every voucher of a table, each in a transaction of its own.
    async fn post(&self, table: &str) -> Vec<VoucherId> {
        let mut ids = Vec::new();
        for voucher in vouchers(table) {
            ids.push(self.post_one(voucher).await.unwrap());
        }
        ids
    }

    async fn post_one(&self, voucher: NewVoucher) -> Result<VoucherId> {
        let mut tx = self.write().await;
        let id = voucher::post(&mut tx, &self.clock, voucher).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// The code that the vouchers of a table, posted one after another, are refused with.
    async fn refused(&self, table: &str) -> &'static str {
        for voucher in vouchers(table) {
            if let Err(error) = self.post_one(voucher).await {
                return error.refusal().expect("refused, not broken").code();
            }
        }
        panic!("nothing was refused");
    }

    async fn post_opening(&self, table: &str) -> Result<VoucherId> {
        let [voucher] = <[NewVoucher; 1]>::try_from(vouchers(table)).expect("one voucher");
        let opening = OpeningBalances {
            book: BookCode::Fund,
            lines: voucher.lines,
            preparer: "staff:会计".to_owned(),
            authority: "移交表".to_owned(),
            attachments: 1,
            part: 1,
            detail_digest: None,
        };
        let mut tx = self.write().await;
        let id = opening::post_in(&mut tx, &self.clock, opening).await?;
        tx.commit().await?;
        Ok(id)
    }

    async fn reverse(&self, voucher_id: VoucherId, date: &str, key: &str) -> Result<VoucherId> {
        let reversal = Reversal {
            voucher_id,
            business_date: date.parse().unwrap(),
            reason: "记错单位".to_owned(),
            preparer: "staff:会计".to_owned(),
            authority: "审批1".to_owned(),
            posting_key: key.to_owned(),
            run_id: None,
            detail_digest: None,
        };
        let mut tx = self.write().await;
        let id = voucher::reverse(&mut tx, &self.clock, reversal).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// The bookkeeper's turns until nothing waits.
    async fn keep(&self) -> usize {
        let mut sealed = 0;
        loop {
            match bookkeeper::keep_books(&self.db, self.centre, &self.clock, MAX_TURN).await {
                Ok(0) => return sealed,
                turn => sealed += turn.unwrap(),
            }
        }
    }

    async fn close_day(&self, date: &str) -> Result<DayHead> {
        let mut tx = self.write().await;
        let (book, date) = (BookCode::Fund, date.parse().unwrap());
        let head = bookkeeper::close_day_in(&mut tx, &self.clock, book, date).await?;
        tx.commit().await?;
        Ok(head)
    }

    async fn close_month(&self, text: &str) -> Result<()> {
        let mut tx = self.write().await;
        period::close_in(
            &mut tx,
            &self.clock,
            BookCode::Fund,
            month(text),
            "staff:会计",
        )
        .await?;
        tx.commit().await
    }

    /// The trial balance of a month without the accounts that never moved, as a table.
    async fn trial(&self, text: &str) -> String {
        let mut tx = self.read().await;
        let (book, month) = (BookCode::Fund, month(text));
        let balance = balance::trial_balance(&mut tx, book, month, month)
            .await
            .unwrap();
        let totals = balance.totals;
        assert_eq!(totals.opening_debit, totals.opening_credit);
        assert_eq!(totals.debit, totals.credit);
        assert_eq!(totals.closing_debit, totals.closing_credit);
        let moved = |row: &&TrialRow| {
            [row.opening, row.debit, row.credit, row.closing]
                .iter()
                .any(|fen| !fen.is_zero())
        };
        let cells = balance.rows.iter().filter(moved).map(|row| {
            let amounts = [row.opening, row.debit, row.credit, row.closing].map(amount);
            [
                vec![row.code.to_string(), row.name.clone()],
                amounts.to_vec(),
            ]
            .concat()
            .join(" | ")
        });
        std::iter::once("科目 | 名称 | 期初 | 借方 | 贷方 | 期末".to_owned())
            .chain(cells)
            .collect::<Vec<_>>()
            .join("\n")
    }

    async fn verify(&self) -> Vec<Finding> {
        verify::verify(&mut self.read().await, &self.clock)
            .await
            .unwrap()
    }
}

fn open_file(path: PathBuf, keys: Keys) -> Db {
    Db::open(
        &Config {
            backend: Backend::Sqlite { path },
            connections: 2,
        },
        keys,
    )
    .unwrap()
}

/// Compares two tables cell by cell, whatever blanks they are padded with.
#[track_caller]
fn same(actual: &str, expected: &str) {
    assert_eq!(trimmed(actual), trimmed(expected), "\n{actual}\n");
}

fn trimmed(table: &str) -> String {
    let rows = table.lines().map(str::trim).filter(|row| !row.is_empty());
    let cells = |row: &str| {
        row.split('|')
            .map(str::trim)
            .collect::<Vec<_>>()
            .join(" | ")
    };
    rows.map(cells).collect::<Vec<_>>().join("\n")
}

/// The vouchers of a table, each with a posting key of its own.
fn vouchers(table: &str) -> Vec<NewVoucher> {
    let mut vouchers: Vec<NewVoucher> = Vec::new();
    for row in table
        .lines()
        .map(str::trim)
        .filter(|row| !row.is_empty())
        .skip(1)
    {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let [date, summary, account, debit, credit] = cells[..] else {
            panic!("five columns: {row}")
        };
        if !date.is_empty() {
            vouchers.push(voucher_of(date.parse().unwrap(), summary));
        }
        let line = Line {
            account: code(account),
            debit: fen(debit),
            credit: fen(credit),
            memo: String::new(),
        };
        vouchers
            .last_mut()
            .expect("the first row has a date")
            .lines
            .push(line);
    }
    vouchers
}

fn voucher_of(business_date: Date, summary: &str) -> NewVoucher {
    use std::sync::atomic::{AtomicU32, Ordering};
    static KEY: AtomicU32 = AtomicU32::new(0);
    let key = KEY.fetch_add(1, Ordering::Relaxed);
    NewVoucher {
        book: BookCode::Fund,
        business_date,
        kind: VoucherKind::Automatic,
        summary: summary.to_owned(),
        preparer: "staff:经办".to_owned(),
        authority: "政策1".to_owned(),
        attachments: 0,
        source_kind: "remittance",
        source_id: format!("R{key}"),
        posting_key: format!("K{key}"),
        run_id: None,
        detail_digest: None,
        lines: Vec::new(),
    }
}

fn code(text: &str) -> AccountCode {
    text.parse().unwrap()
}

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn fen(text: &str) -> Fen {
    if text.is_empty() {
        Fen::ZERO
    } else {
        Fen::parse(text).unwrap()
    }
}

fn amount(fen: Fen) -> String {
    if fen.is_zero() {
        String::new()
    } else {
        fen.grouped()
    }
}

#[tokio::test]
async fn every_statement_is_one_that_sqlite_prepares() {
    let books = Books::open().await;
    for statement in crate::statements() {
        db::check_statement(&books.db, statement).await.unwrap();
    }
    let lists = [
        &voucher::VOUCHERS,
        &voucher::VOUCHERS_OF_ACCOUNT,
        &voucher::VOUCHERS_OF_NUMBER,
    ];
    for list in lists {
        let (info, columns) = list.info();
        db::check_list(&books.db, &info, columns).await.unwrap();
    }
    assert_eq!(db::check_migrations(&[&MIGRATIONS]), Vec::<String>::new());
}

/// Without statistics SQLite may begin a join at the wrong end; see `seal`.
#[tokio::test]
async fn no_statement_but_those_of_the_proof_walks_all_vouchers_or_lines() {
    let books = Books::open().await;
    let raw = rusqlite::Connection::open(books.folder.path().join("books.db")).unwrap();
    for statement in crate::statements() {
        if statement.name.contains("::verify::") {
            continue;
        }
        let mut plan = raw
            .prepare(&format!("EXPLAIN QUERY PLAN {}", statement.sqlite))
            .unwrap();
        let steps = plan
            .raw_query()
            .mapped(|row| row.get::<_, String>(3))
            .map(|step| step.unwrap());
        for step in steps {
            let large = [
                "voucher_line",
                "voucher_by",
                "autoindex_voucher_1",
                "voucher_seal",
            ];
            let is_large = large.iter().any(|index| step.contains(index));
            let walks = step.ends_with("(centre_id=?)") || step.starts_with("SCAN ");
            assert!(!(is_large && walks), "{}: {step}", statement.name);
        }
    }
}
