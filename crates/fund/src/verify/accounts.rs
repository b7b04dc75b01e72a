//! Accounts and their entries.

use db::ReadTx;
use kernel::{AccountNo, Result};
use ledger::BookCode;

use super::store::{self, AccountEntry};
use super::{MAX_ROWS, Report, yuan};
use crate::remittance::MEMBERS;

/// Walks every account's entries and holds the sums against the books.
pub(super) async fn check(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    let mut walk = Walk::default();
    tx.for_each(&store::ACCOUNT_ENTRIES, (), |row| {
        walk.step(&row, report);
        Ok(())
    })
    .await?;
    walk.end(report);
    for (account_no, entry_no) in tx.all(&store::STRAY_ENTRIES, (MAX_ROWS,)).await? {
        let key = format!("{account_no}/{entry_no}");
        report.add(
            "entry_without_account",
            "entry",
            &key,
            "明细所属的个人账户不存在",
        );
    }
    for (account_no,) in tx.all(&store::STRAY_ACCOUNTS, (MAX_ROWS,)).await? {
        let sentence = "个人账户所属的缴存人或缴存单位不存在";
        report.add("account_without_owner", "account", &account_no, sentence);
    }
    report.verification.accounts = walk.accounts;
    report.verification.entries = walk.entries;
    let books = ledger::verify::credit_balance(tx, BookCode::Fund, MEMBERS).await?;
    walk.compare(books, report);
    Ok(())
}

/// The walk along accounts and entries. After a wrong entry it goes on from what is stored, so
/// that each wrong row is named once.
#[derive(Default)]
struct Walk {
    account: Option<Open>,
    accounts: i64,
    entries: i64,
    balances: i128,
    moved: i128,
}

/// The account at hand: as its row says, and as its entries add up.
struct Open {
    account_no: AccountNo,
    stored: [i128; 3],
    entry_count: i64,
    after: [i128; 3],
    last_no: i64,
}

impl Walk {
    fn step(&mut self, row: &AccountEntry, report: &mut Report) {
        if self
            .account
            .as_ref()
            .is_none_or(|open| open.account_no != row.account_no)
        {
            self.end(report);
            self.begin(row);
        }
        let Some(open) = &mut self.account else {
            return;
        };
        let (Some(entry_no), Some(carried), Some(current)) =
            (row.entry_no, row.carried_moved, row.current_moved)
        else {
            return;
        };
        let key = || format!("{}/{entry_no}", row.account_no);
        if entry_no != open.last_no + 1 {
            let sentence = format!("明细序号应为{}，其间有缺失", open.last_no + 1);
            report.add("entry_number_gap", "entry", &key(), sentence);
        }
        let (carried, current) = (i128::from(carried.get()), i128::from(current.get()));
        let expected = [
            open.after[0] + carried,
            open.after[1] + current,
            open.after[2] + carried + current,
        ];
        let stored = [row.carried_after, row.current_after, row.balance_after]
            .map(|fen| i128::from(fen.unwrap_or_default().get()));
        if stored != expected {
            let sentence = format!(
                "明细之后的余额应为 {} 元，记录为 {} 元",
                yuan(expected[2]),
                yuan(stored[2])
            );
            report.add("entry_balance_wrong", "entry", &key(), sentence);
        }
        (open.after, open.last_no) = (stored, entry_no);
        self.entries += 1;
        self.moved += carried + current;
    }

    fn begin(&mut self, row: &AccountEntry) {
        let stored = [row.carried, row.current, row.balance].map(|fen| i128::from(fen.get()));
        self.accounts += 1;
        self.balances += stored[2];
        self.account = Some(Open {
            account_no: row.account_no,
            stored,
            entry_count: row.entry_count,
            after: [0; 3],
            last_no: 0,
        });
    }

    fn end(&mut self, report: &mut Report) {
        let Some(open) = self.account.take() else {
            return;
        };
        if open.stored != open.after || open.stored[2] != open.stored[0] + open.stored[1] {
            let sentence = format!(
                "账户余额 {} 元（上年结转 {} 元、当年归集 {} 元），最后一笔明细之后为 {} 元",
                yuan(open.stored[2]),
                yuan(open.stored[0]),
                yuan(open.stored[1]),
                yuan(open.after[2])
            );
            report.add(
                "account_balance_wrong",
                "account",
                &open.account_no,
                sentence,
            );
        }
        if open.entry_count != open.last_no {
            let sentence = format!(
                "账户记有{}笔明细，最后一笔的序号是{}",
                open.entry_count, open.last_no
            );
            report.add(
                "account_entry_count_wrong",
                "account",
                &open.account_no,
                sentence,
            );
        }
    }

    /// 201 in the books against the accounts and their entries.
    fn compare(&self, books: i128, report: &mut Report) {
        for (code, what, sum) in [
            ("members_accounts_differ", "个人账户余额合计", self.balances),
            ("members_entries_differ", "个人账户明细合计", self.moved),
        ] {
            if books != sum {
                let sentence = format!(
                    "科目201余额为 {} 元，{what}为 {} 元，相差 {} 元",
                    yuan(books),
                    yuan(sum),
                    yuan(books - sum)
                );
                report.add(code, "account", &"201", sentence);
            }
        }
    }
}
