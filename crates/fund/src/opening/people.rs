//! People, their accounts and the months that are paid: read, sealed and laid by set.

use db::WriteTx;
use kernel::{MemberId, MobileNumber, Month, OrBroken, PersonName, Result};
use platform::App;

use super::differences::Differences;
use super::reading::Reading;
use super::source::Source;
use super::store::{self, AccountLine, MonthRange, PersonLine};
use super::units::{Unit, Units};
use super::{Progress, load, national};
use crate::account::AccountStatus;
use crate::member::{IdDocument, Member};

/// Reads 个人信息.
pub(super) async fn load_people_in(
    tx: &mut WriteTx,
    app: &App,
    source: &Source,
    differences: &mut Differences,
    progress: &mut Progress<'_>,
) -> Result<()> {
    let (keys, centre, clock) = (tx.keys().clone(), tx.centre(), app.clock.clone());
    let today = clock.today();
    load(
        tx,
        &store::PEOPLE,
        source,
        differences,
        progress,
        |reading| {
            let account_no = reading.account_no("GRZH");
            let name = reading.value("XingMing", PersonName::parse);
            let kind = reading.code("ZJLX", national::ID_KINDS);
            let document = kind.and_then(|kind| {
                reading.value("ZJHM", |text| IdDocument::parse(kind, text, today))
            });
            let mobile = reading.maybe("SJHM", MobileNumber::parse);
            let (Some(account_no), Some(name), Some(document), Some(mobile)) =
                (account_no, name, document, mobile)
            else {
                return Ok(None);
            };
            let id = MemberId::new(&clock);
            let member = Member::seal(&keys, centre, id, &name, &document, mobile.as_ref())?;
            Ok(Some(PersonLine {
                account_no,
                line_no: reading.line_no(),
                member,
            }))
        },
    )
    .await
}

/// Reads 个人账户信息.
pub(super) async fn load_accounts_in(
    tx: &mut WriteTx,
    source: &Source,
    units: &Units,
    differences: &mut Differences,
    progress: &mut Progress<'_>,
) -> Result<()> {
    load(
        tx,
        &store::ACCOUNTS,
        source,
        differences,
        progress,
        |reading| Ok(read_account(reading, units)),
    )
    .await
}

fn read_account(reading: &mut Reading<'_>, units: &Units) -> Option<AccountLine> {
    let account_no = reading.account_no("GRZH");
    let unit = unit(reading, units);
    let base_fen = reading.sum("GRJCJS");
    let status = status(reading);
    let opened_on = reading.date("KHRQ");
    let carried_fen = reading.sum("GRZHSNJZYE");
    let current_fen = reading.sum("GRZHDNGJYE");
    let balance = reading.sum("GRZHYE");
    let member_monthly_fen = reading.sum("GRYJCE");
    let employer_monthly_fen = reading.sum("DWYJCE");
    let first_month = reading.maybe_month("QJNY");
    let (carried_fen, current_fen, balance) = (carried_fen?, current_fen?, balance?);
    if carried_fen.checked_add(current_fen) != Some(balance) {
        let sentence = format!(
            "个人账户余额{}元不等于上年结转余额{}元与当年归集余额{}元之和",
            balance.grouped(),
            carried_fen.grouped(),
            current_fen.grouped()
        );
        reading.find("GRZHYE", "account_buckets_differ", sentence);
    }
    let unit = unit?;
    Some(AccountLine {
        account_no: account_no?,
        line_no: reading.line_no(),
        employer_id: unit.employer_id,
        branch_id: unit.branch_id,
        status: status?,
        opened_on: opened_on?,
        first_month: first_month?,
        due_month: unit.due,
        paid_through: unit.paid_through,
        base_fen: base_fen?,
        employer_rate: unit.employer_rate,
        member_rate: unit.member_rate,
        employer_monthly_fen: employer_monthly_fen?,
        member_monthly_fen: member_monthly_fen?,
        carried_fen,
        current_fen,
    })
}

fn unit(reading: &mut Reading<'_>, units: &Units) -> Option<Unit> {
    let number = reading.employer_no("DWZH")?;
    units.named(reading, number)
}

/// An account that is closed stays in the system before: nobody has two here, and it holds nothing.
fn status(reading: &mut Reading<'_>) -> Option<AccountStatus> {
    let status = reading.code("GRZHZT", national::ACCOUNT_STATUSES)?;
    let closed = matches!(
        status,
        AccountStatus::Merged | AccountStatus::TransferredOut | AccountStatus::Withdrawn
    );
    if closed {
        let sentence = "已销户的个人账户不移入，请从个人信息和个人账户信息两表中去掉";
        reading.find("GRZHZT", "account_closed", sentence);
        return None;
    }
    Some(status)
}

/// Reads the runs of paid months.
pub(super) async fn load_months_in(
    tx: &mut WriteTx,
    source: &Source,
    units: &Units,
    differences: &mut Differences,
    progress: &mut Progress<'_>,
) -> Result<()> {
    let mut reach: Option<(Month, Month)> = None;
    let ranges = load(
        tx,
        &store::RANGES,
        source,
        differences,
        progress,
        |reading| {
            let range = read_range(reading, units);
            if let Some(range) = &range {
                let (first, last) = reach.unwrap_or((range.first_month, range.last_month));
                reach = Some((first.min(range.first_month), last.max(range.last_month)));
            }
            Ok(range)
        },
    );
    ranges.await?;
    let Some((first, last)) = reach else {
        return Ok(());
    };
    let months = i64::from(first.months_between(last)) + 1;
    let all = (0..months).map(|n| i32::try_from(n).ok().and_then(|n| first.plus(n)));
    let all: Option<Vec<_>> = all.map(|month| month.map(|month| (month,))).collect();
    let all = all.or_broken("the months between two months")?;
    tx.insert_many(&store::MONTHS, all).await?;
    Ok(())
}

fn read_range(reading: &mut Reading<'_>, units: &Units) -> Option<MonthRange> {
    let account_no = reading.account_no("GRZH");
    let (first_month, last_month) = (reading.month("QSNY"), reading.month("ZZNY"));
    let payer = reading.maybe_employer_no("DWZH")?;
    let payer = match payer {
        None => None,
        Some(_) => Some(unit(reading, units)?),
    };
    let (first_month, last_month) = (first_month?, last_month?);
    if first_month > last_month {
        let sentence = format!("起始年月{first_month}晚于终止年月{last_month}");
        reading.find("QSNY", "month_range_reversed", sentence);
        return None;
    }
    Some(MonthRange {
        account_no: account_no?,
        line_no: reading.line_no(),
        first_month,
        last_month,
        employer_id: payer.map(|unit| unit.employer_id),
        paid_through: payer.and_then(|unit| unit.paid_through),
    })
}
