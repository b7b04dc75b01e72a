//! The books as people use them: the ledger's functions with permission, idempotency and audit
//! around them.
//!
//! Vouchers, accounts and balances belong to the centre, no branch has its own: reading them takes
//! the permission in whatever scope, changing them in the whole centre's.

use db::{Digest, Digest32, ListQuery, Listing, ReadTx};
use kernel::{Month, OrBroken, Refusal, Result, VoucherId};
use ledger::balance::{Detail, TrialBalance};
use ledger::chart::{self, Account};
use ledger::opening::OpeningBalances;
use ledger::period::Period;
use ledger::voucher::{RunLine, Voucher, VoucherSummary};
use ledger::{AccountCode, BookCode, Line, balance, book, opening, period, voucher};
use platform::audit::{self, Subject};
use platform::{Action, App, Caller, IdempotencyKey, Once, Scope, business_day, policy, staff};
use serde_json::json;

/// Opening a book.
pub const BOOKS_OPEN: Action = Action {
    code: "books.open",
    label: "建立账套",
};
/// Looking at vouchers.
pub const VOUCHER_READ: Action = Action {
    code: "voucher.read",
    label: "查看凭证",
};
/// Looking at the chart of accounts.
pub const LEDGER_ACCOUNT_READ: Action = Action {
    code: "ledger_account.read",
    label: "查看会计科目",
};
/// Looking at balances and at the detail of accounts.
pub const BALANCE_READ: Action = Action {
    code: "balance.read",
    label: "查看科目余额",
};
/// Looking at accounting months.
pub const PERIOD_READ: Action = Action {
    code: "period.read",
    label: "查看会计期间",
};
/// Closing an accounting month.
pub const PERIOD_CLOSE: Action = Action {
    code: "period.close",
    label: "月末结账",
};
/// Posting the opening balances.
pub const OPENING_POST: Action = Action {
    code: "opening.post",
    label: "录入期初余额",
};

/// Opens the fund's book from a month on, with the chart of 财会字〔1999〕33号.
///
/// # Errors
/// `action_forbidden`, `book_open_already` and those of [`App::write_once`].
pub async fn open_fund_book(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    first_month: Month,
) -> Result<()> {
    app.enforce(caller, &BOOKS_OPEN, Scope::Centre).await?;
    let hash = Digest::new("books.open").column(first_month).finish();
    match app.write_once(caller, &BOOKS_OPEN, key, hash).await? {
        Once::Replay(_) => Ok(()),
        Once::Fresh(mut tx) => {
            let fund = BookCode::Fund;
            book::open_in(&mut tx, &app.clock, fund, first_month, chart::HOUSING_FUND).await?;
            let (subject, detail) = (Subject::new("book", fund), json!({ "from": first_month }));
            audit::record(&mut tx, &app.clock, caller, &BOOKS_OPEN, subject, detail).await?;
            tx.finish(fund).await
        }
    }
}

/// Searches vouchers; see [`voucher::search`] for filters and orders. The filter `book` picks the
/// book, the fund's when it is left out. Preparers are named as people know them; the books keep
/// their labels.
///
/// # Errors
/// `action_forbidden`, and what a list refuses.
pub async fn vouchers(
    app: &App,
    caller: &Caller,
    query: &ListQuery,
) -> Result<Listing<VoucherSummary>> {
    app.enforce_widest(caller, &VOUCHER_READ).await?;
    let (book, query) = book_of(query)?;
    let mut tx = app.db.read(caller.centre()).await?;
    let mut found = voucher::search(&mut tx, book, &query).await?;
    let names = staff::names_in(&mut tx).await?;
    for voucher in &mut found.items {
        voucher.preparer = names.of(&voucher.preparer);
    }
    Ok(found)
}

/// The totals (合计) over what [`vouchers`] finds: `amount_fen`.
///
/// # Errors
/// As [`vouchers`].
pub async fn voucher_totals(
    app: &App,
    caller: &Caller,
    query: &ListQuery,
) -> Result<Vec<(&'static str, i64)>> {
    app.enforce_widest(caller, &VOUCHER_READ).await?;
    let (book, query) = book_of(query)?;
    voucher::search_totals(&mut app.db.read(caller.centre()).await?, book, &query).await
}

/// The book that a query asks for, and the rest of the query.
fn book_of(query: &ListQuery) -> Result<(BookCode, ListQuery)> {
    let mut book = BookCode::Fund;
    let mut rest = query.clone();
    rest.filters.clear();
    for (name, value) in &query.filters {
        if name == "book" {
            let unknown = || Refusal::invalid("filter_invalid", "没有这个账套").at("book");
            book = value.parse().map_err(|_| unknown())?;
        } else {
            rest.filters.push((name.clone(), value.clone()));
        }
    }
    Ok((book, rest))
}

/// A voucher with its lines, preparer and authority named as people know them, and the summary voucher
/// (汇总凭证) of its run, when it is a chunk of one.
///
/// # Errors
/// `action_forbidden`, `voucher_unknown`.
pub async fn voucher(
    app: &App,
    caller: &Caller,
    voucher_id: VoucherId,
) -> Result<(Voucher, Vec<RunLine>)> {
    app.enforce_widest(caller, &VOUCHER_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let mut voucher = voucher::get(&mut tx, voucher_id).await?;
    voucher.head.preparer = staff::names_in(&mut tx).await?.of(&voucher.head.preparer);
    voucher.head.authority = policy::documents_in(&mut tx, &voucher.head.authority).await?;
    let run = match voucher.head.run_id {
        Some(run_id) => voucher::run_lines(&mut tx, voucher.head.book, run_id).await?,
        None => Vec::new(),
    };
    Ok((voucher, run))
}

/// The chart of accounts, each right before its sub-accounts.
///
/// # Errors
/// `action_forbidden`.
pub async fn accounts(app: &App, caller: &Caller, book: BookCode) -> Result<Vec<Account>> {
    app.enforce_widest(caller, &LEDGER_ACCOUNT_READ).await?;
    chart::all(&mut app.db.read(caller.centre()).await?, book).await
}

/// The trial balance from one month to another, both included.
///
/// # Errors
/// `action_forbidden`.
pub async fn trial_balance(
    app: &App,
    caller: &Caller,
    book: BookCode,
    (first, last): (Month, Month),
) -> Result<TrialBalance> {
    app.enforce_widest(caller, &BALANCE_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    balance::trial_balance(&mut tx, book, first, last).await
}

/// A page of an account's detail (明细账) from one month to another.
///
/// # Errors
/// `action_forbidden`, `account_unknown`, and a cursor that isn't one.
pub async fn account_detail(
    app: &App,
    caller: &Caller,
    book: BookCode,
    code: AccountCode,
    months: (Month, Month),
    after: Option<&str>,
    limit: u32,
) -> Result<Detail> {
    app.enforce_widest(caller, &BALANCE_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    balance::detail(&mut tx, book, code, months, after, limit).await
}

/// The accounting months of a book, the latest first.
///
/// # Errors
/// `action_forbidden`.
pub async fn periods(app: &App, caller: &Caller, book: BookCode) -> Result<Vec<Period>> {
    app.enforce_widest(caller, &PERIOD_READ).await?;
    period::all(&mut app.db.read(caller.centre()).await?, book).await
}

/// Closes an accounting month (月末结账), once the days of it are closed.
///
/// # Errors
/// `action_forbidden`, those of [`period::close_in`] and of [`App::write_once`]; `period_day_open` (a
/// conflict) while a day of the month, or an earlier one, is open.
pub async fn close_period(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    book: BookCode,
    month: Month,
) -> Result<()> {
    app.enforce(caller, &PERIOD_CLOSE, Scope::Centre).await?;
    let hash = Digest::new("period.close")
        .column(book)
        .column(month)
        .finish();
    match app.write_once(caller, &PERIOD_CLOSE, key, hash).await? {
        Once::Replay(_) => Ok(()),
        Once::Fresh(mut tx) => {
            let closed_by = caller.actor.label();
            period::close_in(&mut tx, &app.clock, book, month, &closed_by).await?;
            check_days_in(&mut tx, month).await?;
            let (subject, detail) = (Subject::new("period", month), json!({ "book": book }));
            audit::record(&mut tx, &app.clock, caller, &PERIOD_CLOSE, subject, detail).await?;
            tx.finish(month).await
        }
    }
}

/// What is done on the open day is posted on it: its month can't be closed before.
async fn check_days_in(tx: &mut ReadTx, month: Month) -> Result<()> {
    let open = business_day::current(tx).await?;
    match open.filter(|day| day.date <= month.last_day()) {
        Some(day) => {
            let sentence = format!(
                "营业日 {} 尚未日终，{month}还不能结账；请在当月最后一个营业日日终后结账",
                day.date
            );
            Err(Refusal::conflict("period_day_open", sentence).into())
        }
        None => Ok(()),
    }
}

/// The opening balances of a book as an accountant hands them in.
#[derive(Clone, Debug)]
pub struct NewOpening {
    /// 账套.
    pub book: BookCode,
    /// One line an account that has a balance.
    pub lines: Vec<Line>,
    /// The document that the balances were taken from.
    pub authority: String,
    /// 附件单据数.
    pub attachments: i64,
}

impl NewOpening {
    fn request_hash(&self) -> Digest32 {
        let head = Digest::new("opening.post")
            .column(self.book)
            .text(&self.authority)
            .int(self.attachments);
        let lines = self.lines.iter().fold(head, |digest, line| {
            digest
                .column(line.account)
                .column(line.debit)
                .column(line.credit)
                .text(&line.memo)
        });
        lines.finish()
    }
}

/// Posts the opening balances of a book, once.
///
/// # Errors
/// `action_forbidden`, those of [`opening::post_in`] and of [`App::write_once`].
pub async fn post_opening(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    new: NewOpening,
) -> Result<VoucherId> {
    app.enforce(caller, &OPENING_POST, Scope::Centre).await?;
    let hash = new.request_hash();
    match app.write_once(caller, &OPENING_POST, key, hash).await? {
        Once::Replay(id) => id.parse().or_broken("a replayed voucher"),
        Once::Fresh(mut tx) => {
            let NewOpening {
                book,
                lines,
                authority,
                attachments,
            } = new;
            let preparer = caller.actor.label();
            let balances = OpeningBalances {
                book,
                lines,
                preparer,
                authority,
                attachments,
                part: 1,
                detail_digest: None,
            };
            let id = opening::post_in(&mut tx, &app.clock, balances).await?;
            let (subject, detail) = (Subject::new("voucher", id), json!({ "book": book }));
            audit::record(&mut tx, &app.clock, caller, &OPENING_POST, subject, detail).await?;
            tx.finish(id).await?;
            Ok(id)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, key};
    use kernel::{Error, Fen};

    fn month(text: &str) -> Month {
        text.parse().unwrap()
    }

    fn code_of(error: &Error) -> &'static str {
        error.refusal().map_or("broken", kernel::Refusal::code)
    }

    fn opening(debit: &str, credit: &str) -> NewOpening {
        let account = |code: &str| code.parse().unwrap();
        NewOpening {
            book: BookCode::Fund,
            lines: vec![
                Line::debit(account("102"), Fen::parse(debit).unwrap()),
                Line::credit(account("21901"), Fen::parse(credit).unwrap()),
            ],
            authority: "移交清册".to_owned(),
            attachments: 1,
        }
    }

    #[tokio::test]
    async fn nobody_without_the_permission_sees_or_closes_anything() {
        let house = testing::house().await;
        let (app, clerk, fund) = (&house.app, house.clerk(), BookCode::Fund);
        let now = month("2026-11");
        let refused = [
            vouchers(app, &clerk, &testing::page()).await.map(drop),
            voucher_totals(app, &clerk, &testing::page())
                .await
                .map(drop),
            accounts(app, &clerk, fund).await.map(drop),
            trial_balance(app, &clerk, fund, (now, now)).await.map(drop),
            periods(app, &clerk, fund).await.map(drop),
            close_period(app, &clerk, &key("close"), fund, now).await,
            post_opening(app, &clerk, &key("opening"), opening("1", "1"))
                .await
                .map(drop),
            open_fund_book(app, &clerk, &key("book"), now).await,
        ];
        for (n, result) in refused.iter().enumerate() {
            assert_eq!(
                code_of(result.as_ref().unwrap_err()),
                "action_forbidden",
                "call {n}"
            );
        }
    }

    #[tokio::test]
    async fn opening_balances_that_do_not_balance_or_come_twice_are_refused() {
        let house = testing::house().await;
        let (app, system) = (&house.app, &house.system);
        let crooked = post_opening(app, system, &key("crooked"), opening("10", "9")).await;
        assert_eq!(code_of(&crooked.unwrap_err()), "voucher_unbalanced");
        let id = post_opening(app, system, &key("opening"), opening("10", "10"))
            .await
            .unwrap();
        let replay = post_opening(app, system, &key("opening"), opening("10", "10")).await;
        assert_eq!(replay.unwrap(), id);
        let twice = post_opening(app, system, &key("again"), opening("10", "10")).await;
        assert_eq!(code_of(&twice.unwrap_err()), "voucher_posted_twice");
        let other = post_opening(app, system, &key("opening"), opening("11", "11")).await;
        assert_eq!(code_of(&other.unwrap_err()), "idempotency_key_reused");

        let of = |book: &str| {
            let filters = vec![("book".to_owned(), book.to_owned())];
            let query = ListQuery {
                filters,
                ..testing::page()
            };
            async move { vouchers(app, system, &query).await }
        };
        assert_eq!(
            vouchers(app, system, &testing::page())
                .await
                .unwrap()
                .items
                .len(),
            1
        );
        assert_eq!(of("fund").await.unwrap().items.len(), 1);
        assert_eq!(of("centre").await.unwrap().items.len(), 0);
        assert_eq!(code_of(&of("moon").await.unwrap_err()), "filter_invalid");
        let (found, run) = voucher(app, system, id).await.unwrap();
        assert_eq!((found.lines.len(), run.len()), (2, 0));
        let now = month("2026-11");
        let balances = trial_balance(app, system, BookCode::Fund, (now, now))
            .await
            .unwrap();
        let suspense = balances
            .rows
            .iter()
            .find(|row| row.code.as_str() == "21901")
            .unwrap();
        assert_eq!(
            (suspense.opening, suspense.credit),
            (Fen::from_yuan(10), Fen::ZERO)
        );
    }

    #[tokio::test]
    async fn a_month_without_vouchers_is_not_closed() {
        let house = testing::house().await;
        let (app, system) = (&house.app, &house.system);
        let empty =
            close_period(app, system, &key("close"), BookCode::Fund, month("2026-11")).await;
        assert_eq!(code_of(&empty.unwrap_err()), "period_not_opened");
        assert_eq!(periods(app, system, BookCode::Fund).await.unwrap().len(), 0);
    }

    #[tokio::test]
    async fn a_book_is_opened_once() {
        let house = testing::house().await;
        let again =
            open_fund_book(&house.app, &house.system, &key("twice"), month("2026-12")).await;
        assert_eq!(code_of(&again.unwrap_err()), "book_open_already");
        let accounts = accounts(&house.app, &house.system, BookCode::Fund)
            .await
            .unwrap();
        assert!(
            accounts
                .iter()
                .any(|account| account.code.as_str() == "201")
        );
    }
}
