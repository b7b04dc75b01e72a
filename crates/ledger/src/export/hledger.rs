//! The journal format of hledger.

use std::io::{self, Write};

use kernel::{Date, Fen};

use super::store::ExportRow;
use super::{Class, class_of, name_of, net, number, one_line};
use crate::balance::TrialRow;
use crate::book::Book;
use crate::chart::{Account, AccountCode};

type Out<'a> = &'a mut (dyn Write + Send);

pub(super) fn head(out: Out<'_>, book: &Book, accounts: &[Account]) -> io::Result<()> {
    writeln!(out, "; {}，自{}起", book.book.label(), book.first_month)?;
    writeln!(out, "commodity CNY 1000.00\n")?;
    for account in accounts {
        let kind = match class_of(accounts, account.code) {
            Class::Assets => 'A',
            Class::Liabilities => 'L',
            Class::NetAssets => 'E',
            Class::Income => 'R',
            Class::Expenses => 'X',
        };
        writeln!(
            out,
            "account {}  ; type: {kind}",
            full_name(accounts, account.code)
        )?;
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
        let (date, number, summary) = (row.business_date, number(row), plain(&row.summary));
        writeln!(
            out,
            "\n{date} * ({number}) {summary}  ; voucher: {}",
            row.voucher_id
        )?;
    }
    write!(
        out,
        "    {}  CNY {amount}",
        full_name(accounts, row.account)
    )?;
    if row.memo.is_empty() {
        writeln!(out)
    } else {
        writeln!(out, "  ; {}", plain(&row.memo))
    }
}

pub(super) fn assertions(
    out: Out<'_>,
    accounts: &[Account],
    last: Date,
    rows: &[TrialRow],
) -> io::Result<()> {
    writeln!(out, "\n{last} * (核对) 余额核对")?;
    for row in rows {
        // `=*` asserts the balance with all sub-accounts.
        let sign = if row.is_summary { "=*" } else { "=" };
        let name = full_name(accounts, row.code);
        writeln!(out, "    {name}  CNY 0.00 {sign} CNY {}", net(row))?;
    }
    Ok(())
}

/// `资产:101 住房公积金存款:10101 某银行活期`.
fn full_name(accounts: &[Account], code: AccountCode) -> String {
    let root = match class_of(accounts, code) {
        Class::Assets => "资产",
        Class::Liabilities => "负债",
        Class::NetAssets => "净资产",
        Class::Income => "收入",
        Class::Expenses => "支出",
    };
    let mut lineage: Vec<AccountCode> = code.lineage().collect();
    lineage.reverse();
    let parts = lineage
        .iter()
        .map(|code| format!("{code} {}", plain(name_of(accounts, *code))));
    std::iter::once(root.to_owned())
        .chain(parts)
        .collect::<Vec<_>>()
        .join(":")
}

/// Text without what has a meaning to hledger: comments, sub-accounts, tags, dates in brackets.
fn plain(text: &str) -> String {
    let text = one_line(text);
    let wide = text.chars().map(|c| match c {
        ';' => '；',
        ':' => '：',
        '|' => '｜',
        '[' => '［',
        ']' => '］',
        c => c,
    });
    wide.collect()
}
