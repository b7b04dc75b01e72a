//! What a roster's row is held against by itself. Pure: its text and the month's terms in, the line
//! and everything wrong with it out.
//!
//! Every finding names its column and says what would be right, because the clerk corrects the file
//! by it.

use db::{Digest, Digest32};
use kernel::{Date, Fen, MobileNumber, Month, ParseAmountError, PersonName, Rate, Rounding};

use super::columns;
use super::model::{Finding, Line, Person, Start};
use crate::member::{IdDocument, IdKind};

/// The most characters that a finding repeats of a cell.
const MOST_QUOTED: usize = 20;

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

/// When the person of a row began; of a day that isn't one, what is wrong with it.
pub(crate) fn read_start(cells: &Cells<'_>, today: Date) -> Result<Start, Vec<Finding>> {
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
            findings.push(no_amount(columns::BASE, text, fault));
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

/// What is wrong with an amount; of a text that is none, with the text that was read.
fn no_amount(column: &'static str, text: &str, fault: ParseAmountError) -> Finding {
    let finding = Finding::of(column, &fault);
    if fault != ParseAmountError::Malformed {
        return finding;
    }
    let read: String = text.trim().chars().take(MOST_QUOTED).collect();
    let sentence = format!("“{read}”{}", finding.sentence);
    Finding {
        sentence,
        ..finding
    }
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
            findings.push(no_amount(column, text, fault));
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

/// What a cell can't be read for, whatever is expected of its column. It takes the place of what
/// else was found there, which would speak of a text that the clerk doesn't see.
pub(crate) fn unreadable(column: &'static str, cell: &sheet::Cell) -> Option<Finding> {
    let (code, sentence) = match cell.kind {
        // Programs that write spreadsheets leave the calculating to Excel. An amount that nobody
        // calculated states nothing, and the centre assesses it.
        sheet::Kind::Uncalculated if columns::is_assessed(column) => return None,
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
