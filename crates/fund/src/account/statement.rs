//! 缴存明细: the entries of an account over a period, as they are printed for the member.

use db::{ListQuery, ReadTx};
use kernel::{AccountNo, Date, Fen, OrBroken, Refusal, Result};
use platform::audit::{self, Subject};
use platform::{Action, App, Caller};
use serde_json::json;

use super::list::{ENTRIES, EntryItem};
use super::model::Account;
use super::{readable, scope_of};
use crate::member;

/// Printing a member's statement, which bears the whole name.
pub const ACCOUNT_STATEMENT: Action = Action {
    code: "account.statement",
    label: "打印缴存明细",
};

/// The most entries that a statement has: more than a working life of months.
pub const MAX_STATEMENT: usize = 2_000;

/// A statement. Not `Debug`: it is personal.
pub struct Statement {
    /// 个人账号.
    pub account_no: AccountNo,
    /// 姓名, whole: it is the member's own.
    pub name: String,
    /// 证件号码, masked: the paper may be left lying.
    pub id_number: String,
    /// 单位名称.
    pub employer_name: String,
    /// The first day: as asked, else that of the account's opening or of its first entry.
    pub from: Date,
    /// The last day: as asked, else today or that of the last entry.
    pub to: Date,
    /// 期初余额: what the account held before the first day.
    pub opening_fen: Fen,
    /// What moved in the period, all together.
    pub moved_fen: Fen,
    /// 期末余额.
    pub closing_fen: Fen,
    /// The entries, the earliest first.
    pub entries: Vec<EntryItem>,
}

/// The statement of an account over the days asked, both included; all its days where none is.
/// Audited.
///
/// # Errors
/// `account_unknown`, `action_forbidden`; `statement_period_invalid` where it ends before it begins;
/// `statement_too_long`.
pub async fn statement(
    app: &App,
    caller: &Caller,
    account_no: AccountNo,
    from: Option<Date>,
    to: Option<Date>,
) -> Result<Statement> {
    app.enforce_widest(caller, &ACCOUNT_STATEMENT).await?;
    let (account, employer) = readable(app, caller, account_no).await?;
    app.enforce(caller, &ACCOUNT_STATEMENT, scope_of(&account, &employer))
        .await?;
    if from.zip(to).is_some_and(|(from, to)| from > to) {
        return Err(ends_before_it_begins().into());
    }
    let mut tx = app.db.write(caller.centre()).await?;
    let entries = entries_in(&mut tx, account_no, from, to).await?;
    let opening_fen = match from {
        Some(from) => held_before_in(&mut tx, account_no, from).await?,
        None => Fen::ZERO,
    };
    let moved_fen = Fen::sum(entries.iter().map(EntryItem::amount_fen));
    let moved_fen = moved_fen.or_broken("what moved in a period")?;
    let closing_fen = opening_fen.checked_add(moved_fen);
    let person = member::of_account_in(&mut tx, account.member_id).await?;
    let row = tx.keys().of_row(tx.centre(), person.member_id);
    let name = row.open(member::NAME, &person.name)?;
    let id_number = member::masked_number(&row.open(member::ID_NUMBER, &person.id_number)?);
    let (first_day, last_day) = days(&account, &entries, (from, to), app.clock.today());
    let statement = Statement {
        account_no,
        name,
        id_number,
        employer_name: employer.name,
        from: first_day,
        to: last_day,
        opening_fen,
        moved_fen,
        closing_fen: closing_fen.or_broken("what an account held")?,
        entries,
    };
    let subject = Subject::new("account", account_no);
    let detail = json!({
        "first_day": statement.from.to_string(),
        "last_day": statement.to.to_string(),
        "entries": statement.entries.len(),
    });
    audit::record(
        &mut tx,
        &app.clock,
        caller,
        &ACCOUNT_STATEMENT,
        subject,
        detail,
    )
    .await?;
    tx.commit().await?;
    Ok(statement)
}

/// The first and the last day of a statement. What wasn't asked is the day on which the account
/// begins, or today, but never beyond the other end.
fn days(
    account: &Account,
    entries: &[EntryItem],
    (from, to): (Option<Date>, Option<Date>),
    today: Date,
) -> (Date, Date) {
    let begun = entries.first().map(|first| first.business_date);
    let begun = begun.map_or(account.opened_on, |first| first.min(account.opened_on));
    let ended = entries
        .last()
        .map_or(today, |last| last.business_date.max(today));
    let first = from.unwrap_or_else(|| to.map_or(begun, |to| begun.min(to)));
    let last = to.unwrap_or_else(|| ended.max(first));
    (first, last)
}

/// The entries of the days asked, the earliest first.
async fn entries_in(
    tx: &mut ReadTx,
    account_no: AccountNo,
    from: Option<Date>,
    to: Option<Date>,
) -> Result<Vec<EntryItem>> {
    let mut filters = vec![("account_no".to_owned(), account_no.to_string())];
    filters.extend(from.map(|day| ("business_date.from".to_owned(), day.to_string())));
    filters.extend(to.map(|day| ("business_date.to".to_owned(), day.to_string())));
    let query = ListQuery {
        filters,
        ..ListQuery::default()
    };
    let mut entries = Vec::new();
    tx.list_each(&ENTRIES, &query, |entry| {
        if entries.len() == MAX_STATEMENT {
            return Err(too_long().into());
        }
        entries.push(entry);
        Ok(())
    })
    .await?;
    Ok(entries)
}

/// What the account held when the day began.
async fn held_before_in(tx: &mut ReadTx, account_no: AccountNo, day: Date) -> Result<Fen> {
    let query = ListQuery {
        filters: vec![
            ("account_no".to_owned(), account_no.to_string()),
            ("business_date.to".to_owned(), day.prev().to_string()),
        ],
        sort: Some("-entry_no".to_owned()),
        limit: 1,
        ..ListQuery::default()
    };
    let last = tx.list(&ENTRIES, &query).await?.items.into_iter().next();
    Ok(last.map_or(Fen::ZERO, |entry| entry.balance_after_fen))
}

fn ends_before_it_begins() -> Refusal {
    let sentence = "缴存明细的止日早于起日，请核对期间";
    Refusal::invalid("statement_period_invalid", sentence).at("to")
}

fn too_long() -> Refusal {
    let sentence = format!("期间内的明细超过 {MAX_STATEMENT} 笔，请缩短期间分次打印");
    Refusal::invalid("statement_too_long", sentence)
}
