//! The books read by two programs that others wrote: they accept them, and come to our balances.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use kernel::Fen;
use ledger::chart::Side;
use ledger::export::Format;
use ledger::{BookCode, balance};

use crate::support::centre;
use crate::year::{self, TestYear};

testkit::both! {
    /// A lived year proves itself on either database.
    async fn a_lived_year_proves_itself(year: TestYear) {
        assert_eq!(year.findings().await, vec![]);
    }

    /// hledger finds the journal sound and adds up what we add up.
    async fn hledger_agrees(year: TestYear) {
        if lacks("hledger") {
            return;
        }
        let journal = exported(&year, Format::Hledger, "journal").await;
        ran(Command::new("hledger").arg("-f").arg(&journal.path).args(["check", "--strict"]));
        let mut balances = Command::new("hledger");
        balances.arg("-f").arg(&journal.path);
        balances.args(["balance", "-N", "--flat", "--layout=bare", "-O", "csv"]);
        let theirs = hledger_balances(&ran(&mut balances));
        assert_eq!(theirs, ours(&year).await);
    }

    /// beancount accepts the ledger, whose last lines assert our balances.
    async fn beancount_agrees(year: TestYear) {
        if lacks("bean-check") {
            return;
        }
        let ledger = exported(&year, Format::Beancount, "beancount").await;
        ran(Command::new("bean-check").arg(&ledger.path));
        let text = std::fs::read_to_string(&ledger.path).unwrap();
        let asserted = text.lines().filter(|line| line.contains(" balance ")).count();
        assert!(asserted >= ours(&year).await.len(), "{asserted} assertions");
        // Another amount in an assertion, and it says no: the check is one that can fail.
        let wrong = text.replacen(" ~ 0.00 CNY", "1 ~ 0.00 CNY", 1);
        assert_ne!(wrong, text);
        std::fs::write(&ledger.path, wrong).unwrap();
        let refused = Command::new("bean-check").arg(&ledger.path).output().unwrap();
        assert!(!refused.status.success(), "a wrong balance is noticed");
    }
}

/// A file in a folder that goes with it.
struct Exported {
    path: std::path::PathBuf,
    _folder: tempfile::TempDir,
}

async fn exported(year: &TestYear, format: Format, extension: &str) -> Exported {
    let folder = tempfile::tempdir().unwrap();
    let path = folder
        .path()
        .join(Path::new("books").with_extension(extension));
    let mut file = std::fs::File::create(&path).unwrap();
    let mut tx = year.app.db.read(centre()).await.unwrap();
    ledger::export::export(&mut tx, BookCode::Fund, format, &mut file)
        .await
        .unwrap();
    file.flush().unwrap();
    Exported {
        path,
        _folder: folder,
    }
}

/// The balance of every ledger account that has one, debit positive, by its code.
async fn ours(year: &TestYear) -> BTreeMap<String, Fen> {
    let mut tx = year.app.db.read(centre()).await.unwrap();
    let month = year::last_day().month();
    let table = balance::trial_balance(&mut tx, BookCode::Fund, month, month)
        .await
        .unwrap();
    let leaves = table.rows.iter().filter(|row| !row.is_summary);
    leaves
        .map(|row| {
            let debit = match row.side {
                Side::Debit => Some(row.closing),
                Side::Credit => row.closing.checked_neg(),
            };
            (row.code.to_string(), debit.unwrap())
        })
        .filter(|(_, amount)| !amount.is_zero())
        .collect()
}

/// `"资产:101 住房公积金存款:10101 …","CNY","1234.56"` by the code of its last part.
fn hledger_balances(csv: &str) -> BTreeMap<String, Fen> {
    csv.lines()
        .skip(1)
        .map(|line| {
            let fields: Vec<&str> = line.trim_matches('"').split("\",\"").collect();
            let last = fields[0].rsplit(':').next().unwrap();
            let code = last.split(' ').next().unwrap().to_owned();
            (code, Fen::parse(fields.last().unwrap()).unwrap())
        })
        .collect()
}

/// Runs a command that must succeed, and returns what it printed.
fn ran(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{command:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

/// Whether a program is missing here; said past the harness, and a failure in CI.
fn lacks(program: &str) -> bool {
    if Command::new(program).arg("--version").output().is_ok() {
        return false;
    }
    assert!(
        std::env::var_os("CI").is_none(),
        "in CI nothing is skipped: no {program}"
    );
    let _ = writeln!(
        std::io::stdout(),
        "skipped: the books in {program}, which isn't here"
    );
    true
}
