//! The ledger format of beancount. Accounts go by their codes, which every version of it reads;
//! the names are metadata.

use std::io::{self, Write};

use kernel::{Date, Fen};

use super::store::ExportRow;
use super::{Class, class_of, net, number, one_line};
use crate::balance::TrialRow;
use crate::book::Book;
use crate::chart::{Account, AccountCode};

type Out<'a> = &'a mut (dyn Write + Send);

pub(super) fn head(out: Out<'_>, book: &Book, accounts: &[Account]) -> io::Result<()> {
    writeln!(out, "option \"title\" \"{}\"", book.book.label())?;
    writeln!(out, "option \"operating_currency\" \"CNY\"\n")?;
    // The opening voucher's date.
    let opened = book.first_month.first_day().prev();
    for account in accounts {
        writeln!(
            out,
            "{opened} open {} CNY",
            full_name(accounts, account.code)
        )?;
        writeln!(out, "  name: {}", quoted(&account.name))?;
    }
    Ok(())
}

pub(super) fn row(
    out: Out<'_>,
    accounts: &[Account],
    row: &ExportRow,
    amount: Fen,
    begins: bool,
) -> io::Result<()> {
    if begins {
        writeln!(out, "\n{} * {}", row.business_date, quoted(&row.summary))?;
        writeln!(out, "  number: {}", quoted(&number(row)))?;
        writeln!(out, "  voucher: \"{}\"", row.voucher_id)?;
    }
    writeln!(out, "  {}  {amount} CNY", full_name(accounts, row.account))?;
    if row.memo.is_empty() {
        Ok(())
    } else {
        writeln!(out, "    memo: {}", quoted(&row.memo))
    }
}

/// A balance is asserted for the morning of a date: that after the last one. Without the explicit
/// tolerance a difference of one fen would pass.
pub(super) fn assertions(
    out: Out<'_>,
    accounts: &[Account],
    last: Date,
    rows: &[TrialRow],
) -> io::Result<()> {
    writeln!(out)?;
    let morning = last.next();
    for row in rows {
        let name = full_name(accounts, row.code);
        writeln!(out, "{morning} balance {name}  {} ~ 0.00 CNY", net(row))?;
    }
    Ok(())
}

/// `Assets:A101:A10101`.
fn full_name(accounts: &[Account], code: AccountCode) -> String {
    let root = match class_of(accounts, code) {
        Class::Assets => "Assets",
        Class::Liabilities => "Liabilities",
        Class::NetAssets => "Equity",
        Class::Income => "Income",
        Class::Expenses => "Expenses",
    };
    let mut lineage: Vec<AccountCode> = code.lineage().collect();
    lineage.reverse();
    let parts = lineage.iter().map(|code| format!("A{code}"));
    std::iter::once(root.to_owned())
        .chain(parts)
        .collect::<Vec<_>>()
        .join(":")
}

fn quoted(text: &str) -> String {
    let escaped = one_line(text).replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{escaped}\"")
}
