//! What a roster's rows are held against. Pure: a row's text and the month's terms in, the line
//! and everything wrong with it out.
//!
//! A row is judged twice. [`read`] needs nothing but the row; [`against_account`] holds what it
//! read against the account that the person already has. Every finding names its column and says
//! what would be right, because the clerk corrects the file by it.

use db::{Digest, Digest32, Lookup};
use kernel::{Date, EmployerId, Fen, MobileNumber, Month, PersonName, Rate, Refusal, Rounding};

use super::model::{AccountFacts, Change, Finding, Line, Note, Person, Start};
use super::{columns, error};
use crate::account::AccountStatus;
use crate::employer::EmployerStatus;
use crate::member::{IdDocument, IdKind};

/// What policy and the employer's registration ask of every line of a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Terms {
    /// The month whose policy this is.
    pub(crate) month: Month,
    /// The calendar's date, after which nobody is born.
    pub(crate) today: Date,
    /// 缴存基数下限: not below the local minimum wage (建金管〔2005〕5号).
    pub(crate) base_floor: Fen,
    /// 缴存基数上限: three times the city's average wage (建金〔2018〕45号).
    pub(crate) base_ceiling: Fen,
    /// 缴存比例下限: 5 % (Regulation article 18).
    pub(crate) rate_floor: Rate,
    /// 缴存比例上限: 12 % (建金管〔2005〕5号).
    pub(crate) rate_ceiling: Rate,
    /// How the centre rounds each side's monthly amount.
    pub(crate) rounding: Rounding,
    /// The employer's registered rate, taken where a row names none.
    pub(crate) employer_rate: Rate,
    /// The registered rate of its members.
    pub(crate) member_rate: Rate,
}

impl Terms {
    /// Over everything the lines were judged by, so that a confirmation notices a change.
    pub(crate) fn digest(&self) -> Digest32 {
        Digest::new("roster.terms")
            .column(self.month)
            .column(self.base_floor)
            .column(self.base_ceiling)
            .column(self.rate_floor)
            .column(self.rate_ceiling)
            .text(self.rounding.code())
            .column(self.employer_rate)
            .column(self.member_rate)
            .finish()
    }
}

/// The cells of one row as text, empty where the file has none.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cells<'a> {
    pub(crate) name: &'a str,
    pub(crate) id_kind: &'a str,
    pub(crate) id_number: &'a str,
    /// The spreadsheet holds the ID number as a number and has lost its last digits.
    pub(crate) id_number_lost: bool,
    pub(crate) base: &'a str,
    pub(crate) employer_rate: &'a str,
    pub(crate) member_rate: &'a str,
    pub(crate) employer_amount: &'a str,
    pub(crate) member_amount: &'a str,
    pub(crate) total: &'a str,
    pub(crate) mobile: &'a str,
    pub(crate) started_work: &'a str,
    pub(crate) joined: &'a str,
}

/// Reads a row and collects everything wrong with it.
pub(crate) fn read(cells: &Cells<'_>, terms: &Terms) -> Line {
    let mut findings = Vec::new();
    let person = read_person(cells, terms.today, &mut findings);
    let base_fen = read_base(cells.base, terms, &mut findings);
    let employer = Side::EMPLOYER.read(
        cells.employer_rate,
        terms.employer_rate,
        terms,
        &mut findings,
    );
    let member = Side::MEMBER.read(cells.member_rate, terms.member_rate, terms, &mut findings);
    let owed = |rate: Option<Rate>| rate?.of(base_fen?, terms.rounding);
    let (employer_fen, member_fen) = (owed(employer), owed(member));
    let amounts = [
        (
            columns::EMPLOYER_AMOUNT,
            cells.employer_amount,
            employer_fen,
        ),
        (columns::MEMBER_AMOUNT, cells.member_amount, member_fen),
        (
            columns::TOTAL,
            cells.total,
            together(employer_fen, member_fen),
        ),
    ];
    for (column, text, expected) in amounts {
        check_amount(column, text, expected, terms.rounding, &mut findings);
    }
    Line {
        person,
        base_fen,
        employer_rate: employer,
        member_rate: member,
        employer_fen,
        member_fen,
        start: read_start(cells, terms.today),
        findings,
    }
}

fn read_start(cells: &Cells<'_>, today: Date) -> Result<Start, Vec<Finding>> {
    let mut wrong = Vec::new();
    let mut day = |column, text| read_day(column, text, today, &mut wrong);
    let start = Start {
        started_work: day(columns::STARTED_WORK, cells.started_work),
        joined: day(columns::JOINED, cells.joined),
    };
    if wrong.is_empty() {
        Ok(start)
    } else {
        Err(wrong)
    }
}

/// A day that has been, where the row tells one.
fn read_day(
    column: &'static str,
    text: &str,
    today: Date,
    findings: &mut Vec<Finding>,
) -> Option<Date> {
    if text.trim().is_empty() {
        return None;
    }
    let day = match Date::parse(text) {
        Ok(day) => day,
        Err(fault) => {
            findings.push(Finding::of(column, &fault));
            return None;
        }
    };
    if day > today {
        let sentence = format!("{} {day} 晚于今天", columns::title(column));
        findings.push(Finding::new(column, "date_in_future", sentence));
        return None;
    }
    Some(day)
}

fn together(employer: Option<Fen>, member: Option<Fen>) -> Option<Fen> {
    employer?.checked_add(member?)
}

fn read_person(cells: &Cells<'_>, today: Date, findings: &mut Vec<Finding>) -> Person {
    let name = PersonName::parse(cells.name);
    let name = name
        .map_err(|fault| findings.push(Finding::of(columns::NAME, &fault)))
        .ok();
    let kind = read_id_kind(cells.id_kind)
        .map_err(|finding| findings.push(finding))
        .ok();
    let document = kind.and_then(|kind| {
        let read = read_document(kind, cells, today);
        read.map_err(|finding| findings.push(finding)).ok()
    });
    let mobile = (!cells.mobile.trim().is_empty()).then(|| MobileNumber::parse(cells.mobile));
    let mobile = mobile.and_then(|mobile| {
        mobile
            .map_err(|fault| findings.push(Finding::of(columns::MOBILE, &fault)))
            .ok()
    });
    Person {
        name,
        name_written: cells.name.trim().to_owned(),
        number_upgraded: document.as_ref().is_some_and(|document| {
            document.kind() == IdKind::ResidentId && cells.id_number.trim().chars().count() == 15
        }),
        document,
        number_written: cells.id_number.trim().to_owned(),
        mobile,
    }
}

/// A row that names no kind of document means the resident ID card. What people call the kinds
/// goes beyond the standard's words; residence permits of Hong Kong, Macau and Taiwan people carry
/// a resident ID number, their travel permits don't.
fn read_id_kind(text: &str) -> Result<IdKind, Finding> {
    match text.trim() {
        ""
        | "01"
        | "1"
        | "身份证"
        | "居民身份证"
        | "二代身份证"
        | "港澳台居民居住证"
        | "港澳居民居住证"
        | "台湾居民居住证" => Ok(IdKind::ResidentId),
        "02" | "2" | "军官证" | "军人证" => Ok(IdKind::Officer),
        "03" | "3" | "护照" => Ok(IdKind::Passport),
        "04" | "4" | "外国人永久居留证" | "外国人永久居留身份证" => {
            Ok(IdKind::PermanentResidence)
        }
        "港澳居民来往内地通行证" | "回乡证" => Ok(IdKind::HongKongMacauPermit),
        "台湾居民来往大陆通行证" | "台胞证" => Ok(IdKind::TaiwanPermit),
        "99" | "其他" | "其他证件" => Ok(IdKind::Other),
        _ => {
            let known: Vec<&str> = IdKind::ALL.iter().map(|kind| kind.label()).collect();
            let sentence = format!("证件类型应为：{}；留空视为居民身份证", known.join("、"));
            Err(Finding::new(columns::ID_KIND, "id_kind_unknown", sentence))
        }
    }
}

fn read_document(kind: IdKind, cells: &Cells<'_>, today: Date) -> Result<IdDocument, Finding> {
    if cells.id_number_lost {
        // The zeros that stand for the lost digits pass the checksum once in eleven, and would
        // then be another person.
        return Err(Finding::new(
            columns::ID_NUMBER,
            "id_number_precision_lost",
            "证件号码被表格按数字保存，末尾几位已丢失；请将该列设为“文本”格式后重新填写完整号码",
        ));
    }
    IdDocument::parse(kind, cells.id_number, today)
        .map_err(|fault| Finding::of(columns::ID_NUMBER, &fault))
}

/// 缴存基数 within the limits of the month's policy.
fn read_base(text: &str, terms: &Terms, findings: &mut Vec<Finding>) -> Option<Fen> {
    let base = match Fen::parse(text) {
        Ok(base) => base,
        Err(fault) => {
            findings.push(Finding::of(columns::BASE, &fault));
            return None;
        }
    };
    let limit = if base < terms.base_floor {
        Some(("base_below_floor", "低于", "下限", terms.base_floor))
    } else if base > terms.base_ceiling {
        Some(("base_above_ceiling", "高于", "上限", terms.base_ceiling))
    } else {
        None
    };
    if let Some((code, beyond, name, limit)) = limit {
        let sentence = format!(
            "缴存基数 {} 元{beyond} {} 执行的{name} {} 元",
            base.grouped(),
            terms.month,
            limit.grouped()
        );
        findings.push(Finding::new(columns::BASE, code, sentence));
    }
    Some(base)
}

/// One of the two who contribute.
struct Side {
    rate_column: &'static str,
    who: &'static str,
}

impl Side {
    const EMPLOYER: Side = Side {
        rate_column: columns::EMPLOYER_RATE,
        who: "单位",
    };
    const MEMBER: Side = Side {
        rate_column: columns::MEMBER_RATE,
        who: "个人",
    };

    /// The rate of a row: within the statutory bounds, and the one the employer registered, since
    /// an employer contributes at one rate for all of its members.
    fn read(
        &self,
        text: &str,
        registered: Rate,
        terms: &Terms,
        findings: &mut Vec<Finding>,
    ) -> Option<Rate> {
        if text.trim().is_empty() {
            return Some(registered);
        }
        // `8` in a column of rates can only be percent; `0.08` and `8%` say what they are.
        let rate = match Rate::parse(text).or_else(|_| Rate::parse_percent(text)) {
            Ok(rate) => rate,
            Err(fault) => {
                findings.push(Finding::of(self.rate_column, &fault));
                return None;
            }
        };
        if rate < terms.rate_floor || rate > terms.rate_ceiling {
            let sentence = format!(
                "{}缴存比例 {rate} 不在 {}—{} 之间",
                self.who, terms.rate_floor, terms.rate_ceiling
            );
            findings.push(Finding::new(
                self.rate_column,
                "rate_out_of_range",
                sentence,
            ));
        } else if rate != registered {
            let sentence = format!(
                "{}缴存比例 {rate} 与单位登记的 {registered} 不一致",
                self.who
            );
            findings.push(Finding::new(self.rate_column, "rate_differs", sentence));
        }
        Some(rate)
    }
}

/// An amount that the file states is the one assessed. Files without amounts are assessed alike.
fn check_amount(
    column: &'static str,
    text: &str,
    expected: Option<Fen>,
    rounding: Rounding,
    findings: &mut Vec<Finding>,
) {
    if text.trim().is_empty() {
        return;
    }
    let stated = match Fen::parse(text) {
        Ok(stated) => stated,
        Err(fault) => {
            findings.push(Finding::of(column, &fault));
            return;
        }
    };
    let Some(expected) = expected.filter(|expected| *expected != stated) else {
        return;
    };
    let sentence = format!(
        "{}填写 {} 元，按缴存基数乘以缴存比例（{}）应为 {} 元",
        columns::title(column),
        stated.grouped(),
        rounding.label(),
        expected.grouped()
    );
    findings.push(Finding::new(column, "amount_differs", sentence));
}

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
            "name_differs",
            "姓名与该证件号码已开立账户的姓名不一致，请核对证件；确已更名的，先办理个人信息变更",
        ));
    }
    let change = match standing(facts, employer, month) {
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
            "frozen_elsewhere",
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

/// What a cell can't be read for, whatever is expected of its column. It takes the place of what
/// else was found there, which would speak of a text that the clerk doesn't see.
pub(crate) fn unreadable(column: &'static str, cell: &sheet::Cell) -> Option<Finding> {
    let (code, sentence) = match cell.kind {
        // Programs that write spreadsheets leave the calculating to Excel.
        sheet::Kind::Uncalculated => (
            "cell_uncalculated",
            "单元格中的公式尚未计算，请用 Excel 或 WPS 打开文件并保存后再上传".to_owned(),
        ),
        sheet::Kind::Error => (
            "cell_error",
            format!("单元格显示的是公式错误 {}，请改正公式或直接填写", cell.text),
        ),
        sheet::Kind::Date if columns::holds_days(column) => return None,
        sheet::Kind::Date => (
            "cell_is_date",
            format!(
                "单元格的格式是日期，显示为 {}；请将格式改为“常规”或“文本”后核对内容",
                cell.text
            ),
        ),
        sheet::Kind::Text | sheet::Kind::Number | sheet::Kind::Percent | sheet::Kind::Bool => {
            return None;
        }
    };
    Some(Finding::new(column, code, sentence))
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

/// 应汇缴年月: the earliest month from `first` on that is not remitted. A month reversed after later
/// ones were remitted comes first again. `remitted` is strictly increasing.
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
#[derive(Clone, Copy, Debug)]
pub(crate) struct MonthFacts {
    /// 单位账户状态.
    pub(crate) status: EmployerStatus,
    /// 应汇缴年月.
    pub(crate) due: Month,
    /// The calendar's month.
    pub(crate) current: Month,
    /// A remittance of the month is assessed, being posted or posted.
    pub(crate) active: bool,
}

/// One remittance a month, month after month, none ahead; by an employer that contributes.
///
/// # Errors
/// `employer_cannot_remit`, `remittance_exists`, `month_ahead`, `month_not_due`.
pub(crate) fn check_month(month: Month, facts: &MonthFacts) -> Result<(), Refusal> {
    if !may_remit(facts.status) {
        return Err(error::employer_cannot_remit(facts.status));
    }
    if facts.active {
        return Err(error::remittance_exists(month));
    }
    if month > facts.current {
        return Err(error::month_ahead(month, facts.current));
    }
    if month != facts.due {
        return Err(error::month_not_due(month, facts.due));
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
