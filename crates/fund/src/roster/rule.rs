//! What a roster's lines and its month are held against. Pure.
//!
//! A row is judged twice. [`line::read`](super::line::read) needs nothing but the row;
//! [`against_account`] holds what it read against the account that the person already has.

use db::Lookup;
use kernel::{Date, EmployerId, Month, Refusal};

use super::model::{AccountFacts, Change, Finding, Line, Note, Start};
use super::{columns, error};
use crate::account::AccountStatus;
use crate::employer::EmployerStatus;
use crate::remittance::ActiveRemittance;

/// Holds a line against the account that its person already has.
///
/// Regulation article 13: one account a person. Where it is, other than with this employer, is not
/// this employer's to know. `name` is `None` where the row's couldn't be read.
pub(crate) fn against_account(
    line: &Line,
    name: Option<Lookup>,
    employer: EmployerId,
    month: Month,
    facts: &AccountFacts,
) -> (Change, Vec<Finding>) {
    let mut findings = Vec::new();
    if name.is_some_and(|name| name != facts.name_lookup) {
        findings.push(Finding::new(
            columns::NAME,
            NAME_DIFFERS,
            "姓名与该证件号码已开立账户的姓名不一致，请核对证件；确已更名的，先办理个人信息变更",
        ));
    }
    let is_strange = !findings.is_empty() && facts.employer_id != employer;
    let change = match standing(facts, employer, month) {
        // Of somebody whom the employer can't name it isn't told where the account is.
        Ok(Standing::SealedElsewhere) if is_strange => Change::Continue,
        Ok(Standing::Contributing) if unchanged(line, facts) => Change::Continue,
        Ok(Standing::Contributing) => Change::Rebase,
        Ok(Standing::Served) => Change::Continue,
        Ok(Standing::SealedHere) => Change::Unseal,
        Ok(Standing::SealedElsewhere) => Change::Transfer,
        Err(finding) => {
            findings.push(finding);
            Change::Continue
        }
    };
    if facts.paid_entry.is_some() {
        let sentence = format!("该职工 {month} 的住房公积金已入账，同一月份不能重复汇缴");
        findings.push(Finding::new(
            columns::ID_NUMBER,
            "month_already_paid",
            sentence,
        ));
    }
    (change, findings)
}

fn unchanged(line: &Line, facts: &AccountFacts) -> bool {
    line.base_fen == Some(facts.base_fen)
        && line.employer_rate == Some(facts.employer_rate)
        && line.member_rate == Some(facts.member_rate)
        && line.employer_fen == Some(facts.employer_monthly_fen)
        && line.member_fen == Some(facts.member_monthly_fen)
}

/// How an account stands to an employer that has its person in a month's roster.
enum Standing {
    /// The employer contributes.
    Contributing,
    /// It did in that month, and has sealed the account later: the month is paid, the account stays
    /// as it is.
    Served,
    /// The employer had sealed it by then.
    SealedHere,
    /// Another employer had sealed it by then.
    SealedElsewhere,
}

fn standing(facts: &AccountFacts, employer: EmployerId, month: Month) -> Result<Standing, Finding> {
    let here = facts.employer_id == employer;
    let sealed_by_then = facts.sealed_from.is_some_and(|from| from <= month);
    let elsewhere =
        |sentence: String| Err(Finding::new(columns::ID_NUMBER, ACTIVE_ELSEWHERE, sentence));
    match facts.status {
        // 冻结 keeps money from going out; contributions go on.
        AccountStatus::Normal | AccountStatus::Frozen if here && facts.first_month <= month => {
            Ok(Standing::Contributing)
        }
        AccountStatus::Normal | AccountStatus::Frozen | AccountStatus::Sealed
            if facts.served > 0 =>
        {
            Ok(Standing::Served)
        }
        AccountStatus::Normal | AccountStatus::Frozen | AccountStatus::Sealed
            if here && month < facts.first_month =>
        {
            let first = facts.first_month;
            Err(Finding::new(
                columns::ID_NUMBER,
                "month_before_begun",
                format!("该职工自 {first} 起在本单位缴存，{month} 不由本单位缴存"),
            ))
        }
        AccountStatus::Frozen => Err(Finding::new(
            columns::ID_NUMBER,
            FROZEN_ELSEWHERE,
            "该职工的账户在其他单位缴存且已冻结，须先解除冻结，再由原单位封存",
        )),
        AccountStatus::Normal => elsewhere(
            "该职工的账户在其他单位处于缴存状态；请对本清册发起转移催办，待其封存或由中心凭证明强制封存后重新上传"
                .to_owned(),
        ),
        AccountStatus::Sealed if here && sealed_by_then => Ok(Standing::SealedHere),
        AccountStatus::Sealed if here => Ok(Standing::Served),
        AccountStatus::Sealed if sealed_by_then => Ok(Standing::SealedElsewhere),
        AccountStatus::Sealed => {
            let from = facts.sealed_from.map_or_else(String::new, |from| from.to_string());
            Err(Finding::new(
                columns::ID_NUMBER,
                "sealed_elsewhere_later",
                format!("该职工 {month} 仍由其他单位缴存，自 {from} 起方可由本单位缴存"),
            ))
        }
        AccountStatus::Merged
        | AccountStatus::TransferredOut
        | AccountStatus::Withdrawn
        | AccountStatus::Other => Err(Finding::new(
            columns::ID_NUMBER,
            "account_closed",
            "该职工的账户已销户或处于其他状态，不能汇缴，须先重新开户",
        )),
    }
}

/// Whether an employer contributes for an account in a month, as [`COUNT_CONTRIBUTING`] counts them.
///
/// [`COUNT_CONTRIBUTING`]: super::store::COUNT_CONTRIBUTING
pub(crate) fn serves(facts: &AccountFacts, employer: EmployerId, month: Month) -> bool {
    let here = facts.employer_id == employer && facts.first_month <= month;
    let contributes = matches!(facts.status, AccountStatus::Normal | AccountStatus::Frozen);
    here && contributes || facts.served > 0
}

/// The code of the finding that the person contributes with another employer.
pub(crate) const ACTIVE_ELSEWHERE: &str = "active_elsewhere";
/// The code of the finding that the person's account with another employer is frozen.
const FROZEN_ELSEWHERE: &str = "frozen_elsewhere";

/// The code of the finding that the person of the number is called otherwise.
const NAME_DIFFERS: &str = "name_differs";

/// Codes of findings about an account that may be with another employer.
const OF_ACCOUNTS_ELSEWHERE: [&str; 5] = [
    ACTIVE_ELSEWHERE,
    FROZEN_ELSEWHERE,
    "sealed_elsewhere_later",
    "account_closed",
    "month_already_paid",
];

/// The findings of a line as they are told to the employer's own agents, who may know of a person that
/// works elsewhere only that it does: nothing where they can't name the person, and not that a court
/// has frozen the account.
pub(crate) fn told_outside(mut findings: Vec<Finding>) -> Vec<Finding> {
    if findings.iter().any(|finding| finding.code == NAME_DIFFERS) {
        findings.retain(|finding| !OF_ACCOUNTS_ELSEWHERE.contains(&finding.code.as_str()));
    }
    for finding in &mut findings {
        if [ACTIVE_ELSEWHERE, FROZEN_ELSEWHERE].contains(&finding.code.as_str()) {
            ACTIVE_ELSEWHERE.clone_into(&mut finding.code);
            finding.sentence =
                "该职工的账户在其他单位，现在不能由本单位缴存；请职工联系原单位封存，\
                                或凭证明到中心柜台办理后重新上传"
                    .to_owned();
        }
    }
    findings
}

/// Whether the account of a line is the employer's own, as far as its findings and what would become of
/// it tell.
pub(crate) fn is_own(change: Change, findings: &[Finding]) -> bool {
    let strange = |finding: &Finding| {
        finding.code == NAME_DIFFERS || OF_ACCOUNTS_ELSEWHERE.contains(&finding.code.as_str())
    };
    change != Change::Transfer && !findings.iter().any(strange)
}

/// The month from which the employer contributes for a person it takes on, by Regulation article
/// 17: who begins to work at all, from the second month of work; who comes from elsewhere, from the
/// month of joining. Not before `earliest`: the employer's own first month, or the one from which
/// the former employer no longer contributes.
///
/// Without a day of joining it is the roster's month: a day of first work alone, years ago with
/// somebody else as likely as not, only tells what would be too early.
pub(crate) fn first_month(start: Start, month: Month, earliest: Month) -> Result<Month, Finding> {
    let second = |day: Date| day.month().next();
    let (column, by_regulation) = match (start.started_work, start.joined) {
        (None, None) => return Ok(month),
        (Some(started), None) => (columns::STARTED_WORK, second(started)),
        (Some(started), Some(joined)) if started.month() == joined.month() => {
            (columns::STARTED_WORK, second(started))
        }
        (_, Some(joined)) => (columns::JOINED, joined.month()),
    };
    if month < by_regulation {
        let sentence = format!(
            "{}，最早自 {by_regulation} 起缴存，不能列入 {month} 的清册",
            match column {
                columns::JOINED => "调入的职工自调入单位发放工资之日起缴存（条例第十七条）",
                _ => "新参加工作的职工自参加工作的第二个月起缴存（条例第十七条）",
            }
        );
        return Err(Finding::new(column, "before_first_month", sentence));
    }
    Ok(match start.joined {
        Some(_) => by_regulation.max(earliest).min(month),
        None => month,
    })
}

/// What is told of the ID numbers of 15 digits that were brought to 18: how many, and the first.
pub(crate) fn upgraded(count: i64, rows: &[u32]) -> Note {
    let listed: Vec<String> = rows.iter().map(u32::to_string).collect();
    let more = if usize::try_from(count).is_ok_and(|count| count > rows.len()) {
        "等"
    } else {
        ""
    };
    Note {
        code: "id_number_upgraded".to_owned(),
        sentence: format!(
            "有 {count} 人的身份证号码是15位的旧号码，已升为18位（第 {} 行{more}）；旧号码没有校验位，请与现行身份证核对",
            listed.join("、")
        ),
    }
}

/// The finding of a person who stands in the file twice, as told on either row.
pub(crate) fn duplicate(sheet_row: i64, other_row: i64) -> Finding {
    Finding::new(
        columns::ID_NUMBER,
        "duplicate_in_file",
        format!("第 {sheet_row} 行与第 {other_row} 行的证件号码相同，同一职工只能列一行"),
    )
}

/// The earliest month from `first` on that isn't among `remitted`: 应汇缴年月 of those that are
/// posted. A month reversed after later ones were remitted comes first again. `remitted` is strictly
/// increasing.
pub(crate) fn month_due(first: Month, remitted: &[Month]) -> Month {
    let mut due = first;
    for month in remitted.iter().skip_while(|month| **month < first) {
        if *month != due {
            break;
        }
        due = due.next();
    }
    due
}

/// What decides whether an employer may remit a month.
#[derive(Clone, Debug)]
pub(crate) struct MonthFacts {
    /// 单位账户状态.
    pub(crate) status: EmployerStatus,
    /// 应汇缴年月.
    pub(crate) due: Month,
    /// The calendar's month.
    pub(crate) current: Month,
    /// The month's remittance that is assessed, being posted or posted.
    pub(crate) active: Option<ActiveRemittance>,
    /// The remittance of the due month that is assessed and waits for its money.
    pub(crate) due_waits: Option<ActiveRemittance>,
}

/// One remittance a month, month after month, none ahead; by an employer that contributes.
///
/// # Errors
/// `employer_cannot_remit`, `remittance_exists`, `month_ahead`, `month_not_due`.
pub(crate) fn check_month(month: Month, facts: &MonthFacts) -> Result<(), Refusal> {
    if !may_remit(facts.status) {
        return Err(error::employer_cannot_remit(facts.status));
    }
    if let Some(active) = &facts.active {
        return Err(error::remittance_exists(month, active));
    }
    if month > facts.current {
        return Err(error::month_ahead(month, facts.current));
    }
    if month != facts.due {
        return Err(match &facts.due_waits {
            Some(waits) if month > facts.due => error::month_before_waits(month, facts.due, waits),
            _ => error::month_not_due(month, facts.due),
        });
    }
    Ok(())
}

/// 正常, 开户 and 缓缴: an employer with a deferral may still pay.
pub(crate) const fn may_remit(status: EmployerStatus) -> bool {
    matches!(
        status,
        EmployerStatus::Normal | EmployerStatus::Opened | EmployerStatus::Deferred
    )
}
