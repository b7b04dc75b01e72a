//! A lived year's books, proved by ourselves and by two programs that others wrote.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use kernel::{Fen, Month};
use ledger::BookCode;
use ledger::balance::{self, TrialRow};
use ledger::chart::Side;
use ledger::export::{self, Format};
use tempfile::TempDir;

use crate::year::TestYear;

/// The year's months: the last holds what was posted after its last day.
const MONTHS: [&str; 2] = ["2025-11", "2026-11"];

/// Runs a checker on a file; `None`, said loudly, when this machine doesn't have it.
fn run(program: &str, arguments: &[&str], file: &Path) -> Option<Output> {
    let mut command = Command::new(program);
    // hledger reads files in the encoding of the locale.
    let command = command.args(arguments).arg(file).env("LC_ALL", "C.UTF-8");
    if let Ok(output) = command.output() {
        return Some(output);
    }
    assert!(
        std::env::var_os("CI").is_none(),
        "{program} is missing, and in CI no test is skipped"
    );
    // Past the harness, which keeps what a passing test prints.
    let _ = writeln!(
        std::io::stdout(),
        "skipped: {program} is missing (apt-get install hledger beancount)"
    );
    None
}

fn told(output: &Output) -> String {
    [&output.stdout, &output.stderr]
        .map(|bytes| String::from_utf8_lossy(bytes))
        .concat()
}

async fn exported(year: &TestYear, format: Format, folder: &TempDir) -> (PathBuf, String) {
    let mut text = Vec::new();
    let mut tx = year.app.db.read(year.centre).await.unwrap();
    export::export(&mut tx, BookCode::Fund, format, &mut text)
        .await
        .unwrap();
    let path = folder.path().join(format.code());
    std::fs::write(&path, &text).unwrap();
    (path, String::from_utf8(text).unwrap())
}

/// Our closing balances of the accounts that hold something and have no sub-accounts, debits
/// less credits as the other programs have it.
async fn balances(year: &TestYear) -> BTreeMap<String, Fen> {
    let mut tx = year.app.db.read(year.centre).await.unwrap();
    let [first, last] = MONTHS.map(|month| month.parse::<Month>().unwrap());
    let trial = balance::trial_balance(&mut tx, BookCode::Fund, first, last).await;
    let net = |row: &TrialRow| match row.side {
        Side::Debit => row.closing,
        Side::Credit => Fen::new(-row.closing.get()),
    };
    let leaves = trial.unwrap().rows.into_iter();
    let leaves = leaves.filter(|row| !row.is_summary && row.closing != Fen::ZERO);
    leaves
        .map(|row| (row.code.to_string(), net(&row)))
        .collect()
}

/// What hledger adds up: lines as `"资产:101 住房公积金存款:10101 建行","CNY 12.34"`.
fn read_hledger(csv: &str) -> BTreeMap<String, Fen> {
    let row = |line: &str| {
        let (account, amount) = line.trim_matches('"').split_once("\",\"").unwrap();
        let (_, last) = account.rsplit_once(':').unwrap();
        let code = last.split(' ').next().unwrap().to_owned();
        let amount = amount.trim_start_matches("CNY ");
        (code, Fen::parse(amount).unwrap())
    };
    csv.lines().skip(1).map(row).collect()
}

testkit::both! {
    /// 账账相符: the proof finds nothing to say about a year in which everything happened.
    async fn a_lived_year_proves_itself(year: TestYear) {
        let proof = server::command::prove(&year.app, year.centre).await.unwrap();
        assert!(proof.findings.is_empty(), "{:#?}", proof.findings);
        let held = balances(&year).await;
        for code in ["10101", "10102", "201", "21901"] {
            assert!(held.contains_key(code), "{code} in {held:?}");
        }
        assert_eq!(held.values().map(|fen| fen.get()).sum::<i64>(), 0);
    }

    /// hledger accepts the journal and adds it up to our balances.
    async fn hledger_agrees(year: TestYear) {
        let folder = tempfile::tempdir().unwrap();
        let (path, journal) = exported(&year, Format::Hledger, &folder).await;
        let Some(checked) = run("hledger", &["check", "--strict", "-f"], &path) else {
            return;
        };
        assert!(checked.status.success(), "{}", told(&checked));
        let flat = ["balance", "--no-total", "--flat", "--output-format", "csv", "-f"];
        let output = run("hledger", &flat, &path).unwrap();
        assert!(output.status.success(), "{}", told(&output));
        let theirs = read_hledger(&String::from_utf8(output.stdout).unwrap());
        assert_eq!(theirs, balances(&year).await);

        // And it would notice one fen.
        let (paid, more) = one_fen_more(&journal, "CNY ");
        std::fs::write(&path, journal.replacen(&paid, &more, 1)).unwrap();
        let checked = run("hledger", &["check", "--strict", "-f"], &path).unwrap();
        assert!(!checked.status.success(), "a fen too much was not noticed");
    }

    /// bean-check accepts the ledger, whose last lines assert every one of our balances.
    async fn beancount_agrees(year: TestYear) {
        let folder = tempfile::tempdir().unwrap();
        let (path, ledger) = exported(&year, Format::Beancount, &folder).await;
        let Some(checked) = run("bean-check", &[], &path) else {
            return;
        };
        assert!(checked.status.success() && told(&checked).is_empty(), "{}", told(&checked));
        for (code, net) in balances(&year).await {
            let of_code = |line: &&str| line.contains(" balance ") && line.contains(&format!("A{code} "));
            let line = ledger.lines().find(of_code).unwrap();
            assert!(line.ends_with(&format!("  {net} ~ 0.00 CNY")), "{line}: {net}");
        }

        let (paid, more) = one_fen_more(&ledger, "A10101  ");
        std::fs::write(&path, ledger.replacen(&paid, &more, 1)).unwrap();
        let checked = run("bean-check", &[], &path).unwrap();
        assert!(!checked.status.success(), "a fen too much was not noticed");
    }
}

/// The first amount after `before` in a posting, and the same with a fen more.
fn one_fen_more(journal: &str, before: &str) -> (String, String) {
    let mut postings = journal.lines().filter(|line| line.starts_with("  "));
    let amount = postings.find_map(|line| line.split_once(before));
    let amount = amount.unwrap().1.trim_end_matches(" CNY");
    let fen = Fen::parse(amount).unwrap();
    let more = Fen::new(fen.get() + 1);
    (format!("{before}{amount}"), format!("{before}{more}"))
}
