//! Step 3: people, accounts, employers and months held against each other, by set.

use std::collections::HashMap;

use db::ReadTx;
use kernel::{EmployerId, Fen, Month, Result};

use super::MAX_ROWS;
use super::differences::{Difference, DifferenceKind, Differences};
use super::money::Books;
use super::store;
use super::tables::{ACCOUNTS, PAID_MONTHS, PEOPLE, SUSPENSE, UNIT_ACCOUNTS};
use super::units::Units;

fn line(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

/// Suspense names employers that come along.
pub(super) fn payers(books: &mut Books, units: &Units, differences: &mut Differences) {
    for item in &mut books.suspense {
        let Some(number) = item.employer_no else {
            continue;
        };
        item.employer_id = units.known.get(&number).map(|unit| unit.employer_id);
        if units.lacks(number) {
            let sentence = "缴存单位信息（表4.0.2）中没有这个单位";
            let told = Difference::told("employer_missing", number.to_string(), sentence);
            let told = told.in_line(SUSPENSE.file, item.line, "单位账号");
            differences.add(DifferenceKind::Rows, told);
        }
    }
}

/// How many months the first month of the books lies after the month that most employers have paid
/// through. Half a year behind is a city in hardship; beyond it, or the other way, the files are of
/// another day or the month is a slip.
const FIRST_MONTH_AFTER: std::ops::RangeInclusive<i32> = 0..=6;

/// How many months an employer may have paid ahead.
const MONTHS_AHEAD: i32 = 12;

/// The files are those of the day before the first month.
pub(super) fn first_month(
    books: &Books,
    units: &Units,
    first_month: Month,
    differences: &mut Differences,
) {
    if let Some(most) = commonest(units)
        && !FIRST_MONTH_AFTER.contains(&most.months_between(first_month))
    {
        let sentence = format!(
            "多数单位缴至{most}，与启用年月{first_month}不符：启用年月一般是其次月，请核对 --first-month 和文件"
        );
        let told = Difference::told("first_month_far", first_month.to_string(), sentence);
        let told = told.in_line(UNIT_ACCOUNTS.file, 0, "缴至年月");
        differences.add(DifferenceKind::Months, told);
    }
    for (number, unit) in units.in_order() {
        if let Some(paid) = unit.paid_through
            && first_month.months_between(paid) > MONTHS_AHEAD
        {
            let sentence = format!("缴至年月{paid}比启用年月{first_month}晚一年以上");
            let told = Difference::told("paid_through_far_ahead", number.to_string(), sentence);
            let told = told.in_line(UNIT_ACCOUNTS.file, unit.line, "缴至年月");
            differences.add(DifferenceKind::Months, told);
        }
    }
    for item in &books.suspense {
        if item.arrived_on >= first_month.first_day() {
            let sentence = format!(
                "到账日期{}不在启用年月{first_month}之前，应在启用后录入",
                item.arrived_on
            );
            let told = Difference::told("arrived_on_after_opening", &item.bank_serial, sentence);
            let told = told.in_line(SUSPENSE.file, item.line, "到账日期");
            differences.add(DifferenceKind::Rows, told);
        }
    }
}

/// The month that most employers have paid through; of several the latest.
fn commonest(units: &Units) -> Option<Month> {
    let mut employers: HashMap<Month, usize> = HashMap::new();
    for month in units.known.values().filter_map(|unit| unit.paid_through) {
        *employers.entry(month).or_default() += 1;
    }
    let most = employers
        .into_iter()
        .max_by_key(|(month, count)| (*count, *month));
    most.map(|(month, _)| month)
}

/// One person, one account (Regulation article 13).
pub(super) async fn people_in(tx: &mut ReadTx, differences: &mut Differences) -> Result<()> {
    let questions = [
        (
            &store::PEOPLE_TWICE,
            PEOPLE.file,
            "person_twice",
            "个人信息中个人账号重复",
        ),
        (
            &store::ACCOUNTS_TWICE,
            ACCOUNTS.file,
            "account_twice",
            "个人账户信息中个人账号重复",
        ),
        (
            &store::PEOPLE_WITHOUT_ACCOUNT,
            PEOPLE.file,
            "person_without_account",
            "个人账户信息（表5.0.4）中没有这个个人账号",
        ),
        (
            &store::ACCOUNTS_WITHOUT_PERSON,
            ACCOUNTS.file,
            "account_without_person",
            "个人信息（表4.0.3）中没有这个个人账号",
        ),
    ];
    for (question, file, code, sentence) in questions {
        for (account_no, number) in tx.all(question, (MAX_ROWS,)).await? {
            let told = Difference::told(code, account_no.to_string(), sentence);
            let told = told.in_line(file, line(number), "个人账号");
            differences.add(DifferenceKind::People, told);
        }
    }
    for (first, last, number) in tx.all(&store::ONE_PERSON_TWICE, (MAX_ROWS,)).await? {
        let sentence = format!("与个人账号{first}是同一人：一人只能有一个账户，请先合并");
        let told = Difference::told("one_person_twice", last.to_string(), sentence);
        let told = told.in_line(PEOPLE.file, line(number), "证件号码");
        differences.add(DifferenceKind::People, told);
    }
    Ok(())
}

/// What an employer's account says, and its members' accounts come to.
pub(super) async fn employers_in(
    tx: &mut ReadTx,
    units: &Units,
    differences: &mut Differences,
) -> Result<()> {
    let mut sums: HashMap<EmployerId, (i64, i64, Fen)> = HashMap::new();
    tx.for_each(
        &store::EMPLOYER_SUMS,
        (),
        |(id, people, sealed, balance)| {
            sums.insert(id, (people, sealed, balance));
            Ok(())
        },
    )
    .await?;
    for (number, unit) in units.in_order() {
        let (people, sealed, balance) = sums.remove(&unit.employer_id).unwrap_or_default();
        let counts = [
            (
                "employer_people_differ",
                "单位缴存人数",
                unit.people,
                people,
                "正常和冻结",
            ),
            (
                "employer_sealed_differ",
                "单位封存人数",
                unit.sealed_people,
                sealed,
                "封存",
            ),
        ];
        for (code, column, told, found, which) in counts {
            if told != found {
                let sentence = format!("{column}为{told}人，其{which}的个人账户有{found}户");
                let told = Difference::told(code, number.to_string(), sentence);
                let told = told.in_line(UNIT_ACCOUNTS.file, unit.line, column);
                differences.add(DifferenceKind::Employers, told);
            }
        }
        if unit.balance != balance {
            let sentence = "单位账户余额应等于其个人账户余额合计";
            let subject = number.to_string();
            let told = Difference::between(
                "employer_balance_differs",
                subject,
                unit.balance,
                balance,
                sentence,
            );
            let told = told.in_line(UNIT_ACCOUNTS.file, unit.line, "单位账户余额");
            differences.add(DifferenceKind::Employers, told);
        }
    }
    Ok(())
}

/// Months are paid once, and not after the employer's paid-through month.
pub(super) async fn months_in(tx: &mut ReadTx, differences: &mut Differences) -> Result<()> {
    let questions = [
        (
            &store::RANGES_WITHOUT_ACCOUNT,
            "个人账号",
            "months_without_account",
            "个人账户信息（表5.0.4）中没有这个个人账号",
        ),
        (
            &store::RANGES_OVERLAPPING,
            "起始年月",
            "months_twice",
            "与该账户的另一区间重叠：同一月份不能缴存两次",
        ),
    ];
    for (question, column, code, sentence) in questions {
        for (account_no, number) in tx.all(question, (MAX_ROWS,)).await? {
            let told = Difference::told(code, account_no.to_string(), sentence);
            let told = told.in_line(PAID_MONTHS.file, line(number), column);
            differences.add(DifferenceKind::Months, told);
        }
    }
    for (account_no, number, last, paid_through) in
        tx.all(&store::RANGES_AHEAD, (MAX_ROWS,)).await?
    {
        let sentence = match paid_through {
            Some(month) => format!("终止年月{last}晚于单位缴至年月{month}"),
            None => format!("终止年月为{last}，而单位尚无缴至年月"),
        };
        let told = Difference::told(
            "months_after_paid_through",
            account_no.to_string(),
            sentence,
        );
        let told = told.in_line(PAID_MONTHS.file, line(number), "终止年月");
        differences.add(DifferenceKind::Months, told);
    }
    Ok(())
}
