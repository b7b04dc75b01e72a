//! Step 4: everything holds, and is written.

use std::collections::HashMap;

use db::{Digest32, WriteTx};
use kernel::{BankAccountId, Date, Error, Fen, Month, OrBroken, Result, VoucherId};
use ledger::chart;
use ledger::opening::{self, OpeningBalances};
use ledger::{AccountCode, BookCode, Line};
use platform::{App, Caller};
use settlement::bank_account;
use settlement::suspense::{self, Carried, Reason, SUSPENSE_ACCOUNT};

use super::money::{Books, Item};
use super::{Figures, Files, Serials, loans, open_book_in, store};
use crate::account::{self, ChangeKind, EntryDigest, EntryKind, Maker};

/// The most items of suspense under one opening voucher: two lines each.
const ITEMS_A_VOUCHER: usize = 400;

/// Writes all of it. The number of employers is left to the caller, who registered them.
pub(super) async fn post_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    books: &Books,
    first_month: Month,
    files: &Files,
    serials: Serials,
) -> Result<Figures> {
    let business_date = first_month.first_day().prev();
    open_book_in(tx, app, caller, first_month).await?;
    let banks = register_banks_in(tx, app, caller, books).await?;
    add_accounts_in(tx, app, books).await?;

    tx.execute_bulk(&store::MOVE_PEOPLE, ()).await?;
    let moved = tx.execute_bulk(&store::MOVE_ACCOUNTS, ()).await?;
    let maker = Maker::new(&app.clock, caller, None);
    account::write_all_in(tx, ChangeKind::TakenOver, &maker).await?;

    let opening = Opening {
        app,
        caller,
        authority: format!("期初总账 {}", files.ledger.sm3.hex()),
        business_date,
    };
    let digest = digest_in(tx, business_date).await?;
    let voucher_id = opening.post_in(tx, 1, balances(books)?, digest).await?;
    tx.execute_bulk(&store::WRITE_ENTRIES, (business_date, voucher_id))
        .await?;
    let months = tx.execute_bulk(&store::WRITE_MONTHS, ()).await?;
    opening
        .suspend_in(tx, &books.suspense, &banks, serials)
        .await?;

    for clear in [
        &store::CLEAR_PEOPLE,
        &store::CLEAR_ACCOUNTS,
        &store::CLEAR_RANGES,
        &store::CLEAR_MONTHS,
    ] {
        tx.execute_bulk(clear, ()).await?;
    }
    let (last, accounts, balance) = tx.one(&store::TOTALS, ()).await?;
    if let Some(last) = last {
        account::number_after_in(tx, app, last).await?;
    }
    let accounts = u64::try_from(accounts).or_broken("a number of accounts")?;
    if accounts != moved {
        return Err(Error::broken(format!(
            "{moved} of {accounts} accounts moved in"
        )));
    }
    let (loan_balance,) = tx.one(&store::LOAN_SUM, ()).await?;
    Ok(Figures {
        employers: 0,
        accounts,
        balance_fen: balance.unwrap_or(Fen::ZERO),
        months,
        loans: loans::count_in(tx).await?,
        loan_balance_fen: loan_balance.unwrap_or(Fen::ZERO),
        banks: u64::try_from(books.banks.len()).or_broken("a number of banks")?,
        suspense: u64::try_from(books.suspense.len()).or_broken("a number of items")?,
        business_date,
        voucher_id,
    })
}

async fn register_banks_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    books: &Books,
) -> Result<HashMap<AccountCode, BankAccountId>> {
    let mut ids = HashMap::new();
    for bank in &books.banks {
        let kept = bank_account::carry_in(tx, app, caller, &bank.new, bank.code).await?;
        ids.insert(bank.code, kept.bank_account_id);
    }
    Ok(ids)
}

/// Adds the centre's own sub-accounts that the standard chart hasn't got.
async fn add_accounts_in(tx: &mut WriteTx, app: &App, books: &Books) -> Result<()> {
    let known = chart::all(tx, BookCode::Fund).await?;
    for (code, balance) in &books.balances {
        if known.iter().all(|account| account.code != *code) {
            let name = match balance.name.is_empty() {
                true => format!("科目{code}"),
                false => balance.name.clone(),
            };
            chart::add_in(tx, &app.clock, BookCode::Fund, *code, &name).await?;
        }
    }
    Ok(())
}

/// The digest over the first entries; none when nobody came along.
async fn digest_in(tx: &mut WriteTx, value_date: Date) -> Result<Option<Digest32>> {
    let (mut digest, mut any) = (EntryDigest::new(), false);
    tx.for_each(&store::HELD, (), |(account_no, carried, current)| {
        any = true;
        digest.add(
            account_no,
            EntryKind::TakenOver,
            carried,
            current,
            None,
            value_date,
        );
        Ok(())
    })
    .await?;
    Ok(any.then(|| digest.finish()))
}

/// A line an account that has a balance, without what waits: that comes with vouchers of its own.
fn balances(books: &Books) -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    for (code, balance) in &books.balances {
        let bank = books.banks.iter().find(|bank| bank.code == *code);
        let waiting = match bank {
            Some(bank) => bank.waiting,
            None if *code == SUSPENSE_ACCOUNT => balance.net,
            None => Fen::ZERO,
        };
        let net = balance
            .net
            .checked_sub(waiting)
            .or_broken("a balance without what waits")?;
        if net.is_positive() {
            lines.push(Line::debit(*code, net));
        } else if net.is_negative() {
            lines.push(Line::credit(
                *code,
                net.checked_neg().or_broken("a balance's opposite")?,
            ));
        }
    }
    Ok(lines)
}

/// How the opening vouchers are posted.
struct Opening<'a> {
    app: &'a App,
    caller: &'a Caller,
    authority: String,
    business_date: Date,
}

impl Opening<'_> {
    async fn post_in(
        &self,
        tx: &mut WriteTx,
        part: u32,
        lines: Vec<Line>,
        detail_digest: Option<Digest32>,
    ) -> Result<VoucherId> {
        let balances = OpeningBalances {
            book: BookCode::Fund,
            lines,
            preparer: self.caller.actor.label(),
            authority: self.authority.clone(),
            attachments: 1,
            part,
            detail_digest,
        };
        opening::post_in(tx, &self.app.clock, balances).await
    }

    /// What waits: a debit of the bank account and a credit of 21901 each.
    async fn suspend_in(
        &self,
        tx: &mut WriteTx,
        items: &[Item],
        banks: &HashMap<AccountCode, BankAccountId>,
        serials: Serials,
    ) -> Result<()> {
        let mut numbers = serials.arrivals.into_iter().zip(serials.suspense);
        for (part, items) in (2..).zip(items.chunks(ITEMS_A_VOUCHER)) {
            let numbered: Vec<(&Item, (i64, i64))> = items.iter().zip(&mut numbers).collect();
            let lines = numbered.iter().flat_map(|(item, (_, serial))| {
                let memo = suspense::serial_text(*serial);
                [
                    Line::debit(item.bank, item.amount),
                    Line::credit(SUSPENSE_ACCOUNT, item.amount).with_memo(memo),
                ]
            });
            let voucher_id = self.post_in(tx, part, lines.collect(), None).await?;
            for (item, (arrival_serial, serial)) in numbered {
                let bank_account_id = *banks.get(&item.bank).or_broken("a bank account")?;
                let carried = carried(item, bank_account_id, arrival_serial, serial);
                let (clock, date) = (&self.app.clock, self.business_date);
                suspense::carry_in(tx, clock, self.caller, carried, date, voucher_id).await?;
            }
        }
        Ok(())
    }
}

fn carried(
    item: &Item,
    bank_account_id: BankAccountId,
    arrival_serial: i64,
    serial: i64,
) -> Carried {
    let from = item.employer_no.map_or_else(
        || "未载明单位".to_owned(),
        |number| format!("单位账号{number}"),
    );
    Carried {
        arrival_serial,
        serial,
        bank_account_id,
        bank_serial: item.bank_serial.clone(),
        amount_fen: item.amount,
        arrived_on: item.arrived_on,
        payer_name: item.payer_name.clone(),
        payer_account: item.payer_account.clone(),
        remark: item.remark.clone(),
        owner: item.employer_id.map(|id| id.to_string()),
        reason: Reason {
            code: "taken_over",
            sentence: format!("期初移入的暂收款，{from}，待分摊"),
        },
    }
}
