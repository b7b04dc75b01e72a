//! The commands beside `serve`: each opens the database, does one thing and says what it did.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use kernel::{CentreId, Clock, Error, OrBroken as _, Result};
use ledger::export::Format;
use ledger::verify::Finding;
use platform::App;

use crate::config::Config;
use crate::{readable, serve};

/// What `verify` found out.
#[derive(Debug, Default)]
pub struct Proof {
    /// One line for each thing that was proved, with how much of it.
    pub proved: Vec<String>,
    /// Everything that can't be right.
    pub findings: Vec<Finding>,
}

/// Proves a centre's books from the rows alone: the ledger, the audit trail, the accounts, and
/// that what is sealed of members, employers, payers and staff lies where it was sealed. First of
/// all that every cell can be read; what follows goes by the rows that can. The people of rosters
/// and the contents of files are not opened here: whoever opens them finds what was altered.
///
/// # Errors
/// Broken when the database fails; what is wrong in the rows is a finding, not an error.
pub async fn prove(app: &App, centre: CentreId) -> Result<Proof> {
    let mut tx = app.db.read(centre).await?.skipping_unreadable();
    let mut proof = Proof {
        findings: readable::verify(&mut tx).await?,
        ..Proof::default()
    };
    let unreadable: BTreeSet<&str> = proof.findings.iter().map(|f| f.table).collect();
    proof
        .findings
        .extend(ledger::verify::verify(&mut tx, &app.clock).await?);
    let trail = platform::audit::verify(&mut tx).await?;
    proof.proved.push(format!(
        "审计轨迹 {} 条已封存，{} 条待封存",
        trail.sealed, trail.waiting
    ));
    proof
        .findings
        .extend(trail.findings.into_iter().map(of_platform));
    let staff = platform::staff::verify(&mut tx).await?;
    proof.findings.extend(staff.into_iter().map(of_platform));
    let policy = platform::policy::verify(&mut tx).await?;
    proof.findings.extend(policy.into_iter().map(of_platform));
    let committee = platform::resolution::verify(&mut tx).await?;
    proof
        .findings
        .extend(committee.into_iter().map(of_platform));
    let approvals = platform::approval::verify(&mut tx).await?;
    proof
        .findings
        .extend(approvals.into_iter().map(of_platform));
    let days = platform::business_day::verify(&mut tx).await?;
    proof.findings.extend(days.into_iter().map(of_platform));
    let banks = settlement::verify::verify(&mut tx).await?;
    proof.findings.extend(banks);
    let fund = fund::verify::verify(&mut tx).await?;
    proof.proved.push(format!(
        "缴存人 {} 人，个人账户 {} 户，明细 {} 笔，凭证 {} 张，汇缴 {} 笔",
        fund.members, fund.accounts, fund.entries, fund.vouchers, fund.remittances
    ));
    proof.findings.extend(fund.findings);
    proof.findings.extend(readable::skipped(&tx, &unreadable));
    Ok(proof)
}

/// A finding of `platform`, whose field is `/table/key`. One that names no table of its crate is
/// told of none, under the whole of what it names.
fn of_platform(finding: kernel::Finding) -> Finding {
    let pointer = finding.field.trim_start_matches('/');
    let (named, key) = pointer.split_once('/').unwrap_or((pointer, ""));
    let (table, key) = match table_of_platform(named) {
        Some(table) => (table, key),
        None => ("", pointer),
    };
    Finding {
        code: finding.code,
        table,
        key: key.to_owned(),
        sentence: finding.sentence,
    }
}

fn table_of_platform(named: &str) -> Option<&'static str> {
    let steps = platform::MIGRATIONS.steps.iter();
    let lines = steps.flat_map(|step| step.sql.lines());
    let mut tables = lines.filter_map(|line| {
        let name = line.strip_prefix("CREATE TABLE ")?;
        name.strip_suffix(" (")
    });
    tables.find(|table| *table == named)
}

/// `anju verify`: prints the proof. Says whether everything held. Changes nothing.
///
/// # Errors
/// Those of [`serve::open_up_to_date`]; broken when the database fails or the output can't be written.
pub async fn verify(config: &Config, out: &mut (dyn Write + Send)) -> Result<bool> {
    let app = serve::open_up_to_date(config, &Clock::system()).await?;
    let mut whole = true;
    for centre in platform::centre::all(&app).await? {
        let proof = prove(&app, centre.centre_id).await?;
        print_proof(out, &centre.name, &proof).or_broken("printing the proof")?;
        whole &= proof.findings.is_empty();
    }
    Ok(whole)
}

fn print_proof(out: &mut dyn Write, centre: &str, proof: &Proof) -> io::Result<()> {
    writeln!(out, "{centre}")?;
    for line in &proof.proved {
        writeln!(out, "  {line}")?;
    }
    for finding in &proof.findings {
        writeln!(
            out,
            "  ✗ {} {} [{}] {}",
            finding.code, finding.table, finding.key, finding.sentence
        )?;
    }
    match proof.findings.len() {
        0 => writeln!(out, "  ✓ 账账相符、账实相符，链条完整"),
        count => writeln!(out, "  发现 {count} 处问题"),
    }
}

/// `anju export`: writes the fund's book as plain-text accounting, to a file or to `terminal`.
///
/// # Errors
/// `book_not_open`; those of [`serve::open_up_to_date`]; broken when the file can't be written or the
/// database fails.
pub async fn export(
    config: &Config,
    format: Format,
    to: Option<&Path>,
    terminal: &mut (dyn Write + Send),
) -> Result<()> {
    let app = serve::open_up_to_date(config, &Clock::system()).await?;
    let mut tx = app.db.read(config.centre).await?;
    let mut out: Box<dyn Write + Send> = match to {
        Some(path) => {
            Box::new(BufWriter::new(File::create(path).map_err(|error| {
                Error::broken(format!("{}: {error}", path.display()))
            })?))
        }
        None => Box::new(BufWriter::new(terminal)),
    };
    ledger::export::export(&mut tx, ledger::BookCode::Fund, format, out.as_mut()).await?;
    out.flush().or_broken("writing the export")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_is_told_of_the_table_that_it_names() {
        for (field, table, key) in [
            ("/staff/7", "staff", "7"),
            ("/staff_second_factor/7", "staff_second_factor", "7"),
            ("/audit_event/1/2", "audit_event", "1/2"),
            ("/audit_event", "audit_event", ""),
            ("/no_such_table/7", "", "no_such_table/7"),
        ] {
            let finding = kernel::Finding::new(field.to_owned(), "altered", "被改动");
            let told = of_platform(finding);
            assert_eq!((told.table, told.key.as_str()), (table, key), "{field}");
        }
    }
}
