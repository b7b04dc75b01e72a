//! Opening accounts, many at once.

use db::WriteTx;
use kernel::{
    AccountNo, BranchId, CentreId, Clock, Date, EmployerId, Fen, Month, OrBroken, Rate, Result,
};
use platform::App;

use super::change::{self, ChangeKind, ChangeRow, Maker};
use super::model::{Account, AccountStatus};
use super::store;
use crate::member::{self, Member};

/// The series that account numbers come from.
const SERIES: &str = "account_no";

/// Ten digits, of which the first is 1: what the first serial is counted from.
const FIRST_DIGIT: i64 = 1_000_000_000;

/// The most accounts of one call of [`open_many_in`]: what keeps its memory flat. More are opened
/// by several calls in one transaction.
pub const MAX_OPENING: usize = 10_000;

/// Someone who gets an account.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// A number from [`reserve_numbers`].
    pub account_no: AccountNo,
    /// The person, sealed under a new id; see [`Member::seal`].
    pub member: Member,
    /// The employer that contributes.
    pub employer_id: EmployerId,
    /// 管理部: the employer's.
    pub branch_id: BranchId,
    /// 开户日期.
    pub opened_on: Date,
    /// 起缴年月.
    pub first_month: Month,
    /// 缴存基数.
    pub base_fen: Fen,
    /// 单位缴存比例.
    pub employer_rate: Rate,
    /// 个人缴存比例.
    pub member_rate: Rate,
    /// 单位月缴存额.
    pub employer_monthly_fen: Fen,
    /// 个人月缴存额.
    pub member_monthly_fen: Fen,
}

/// Takes so many account numbers, ten digits each, ascending. Before the transaction: see
/// [`platform::Serials`].
///
/// # Errors
/// Broken only.
pub async fn reserve_numbers(app: &App, centre: CentreId, count: usize) -> Result<Vec<AccountNo>> {
    let serials = app.serials.reserve(centre, SERIES, count).await?;
    serials.map(number_of).collect()
}

fn number_of(serial: i64) -> Result<AccountNo> {
    FIRST_DIGIT
        .checked_add(serial)
        .and_then(AccountNo::new)
        .or_broken("account numbers run out")
}

/// Accounts opened from now on get numbers after `last`.
pub(crate) async fn number_after_in(tx: &mut WriteTx, app: &App, last: AccountNo) -> Result<()> {
    let serial = (last.get() - FIRST_DIGIT).max(0);
    app.serials.continue_after_in(tx, SERIES, serial).await
}

/// Opens accounts with nothing in them, all or none: a person comes in with its account (一人一户,
/// Regulation article 13), and the account with its first change.
///
/// # Errors
/// `member_exists` when one of the people has an account already, or stands in the list twice; the
/// caller drops the transaction. Broken beyond [`MAX_OPENING`].
pub async fn open_many_in(
    tx: &mut WriteTx,
    clock: &Clock,
    maker: &Maker,
    new: Vec<NewAccount>,
) -> Result<()> {
    if new.len() > MAX_OPENING {
        return Err(kernel::Error::broken(format!(
            "{} accounts opened at once",
            new.len()
        )));
    }
    let (people, accounts): (Vec<_>, Vec<_>) = new.into_iter().map(split).unzip();
    member::admit_in(tx, clock, people.into_iter()).await?;
    let changes: Vec<_> = accounts
        .iter()
        .map(|account| ChangeRow::of(account, ChangeKind::Opened, maker))
        .collect();
    tx.insert_many(&store::ACCOUNTS, accounts).await?;
    tx.insert_many(&change::CHANGES, changes).await?;
    Ok(())
}

/// The person and the empty account.
fn split(new: NewAccount) -> (Member, Account) {
    let account = Account {
        account_no: new.account_no,
        member_id: new.member.member_id,
        employer_id: new.employer_id,
        branch_id: new.branch_id,
        status: AccountStatus::Normal,
        opened_on: new.opened_on,
        first_month: new.first_month,
        sealed_from: None,
        base_fen: new.base_fen,
        employer_rate: new.employer_rate,
        member_rate: new.member_rate,
        employer_monthly_fen: new.employer_monthly_fen,
        member_monthly_fen: new.member_monthly_fen,
        carried_fen: Fen::ZERO,
        current_fen: Fen::ZERO,
        balance_fen: Fen::ZERO,
        entry_count: 0,
        change_count: 1,
    };
    (new.member, account)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn account_numbers_have_ten_digits_from_the_first_on() {
        assert_eq!(number_of(1).unwrap().to_string(), "1000000001");
        assert_eq!(number_of(8_999_999_999).unwrap().to_string(), "9999999999");
        assert!(number_of(i64::MAX).is_err());
    }
}
