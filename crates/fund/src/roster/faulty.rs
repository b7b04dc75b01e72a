//! A roster with what is wrong with it, to be corrected and sent again.
//!
//! The cells are read again from the stored file and stand as the employer wrote them: the preview
//! keeps what was understood, and nothing personal is kept twice. What is sent again is the whole
//! list of the month, so the workbook holds all rows unless only the faulty ones are asked for; a
//! workbook of those is for telling an employer, and is refused as a roster because everyone else
//! would be missing from it.

use std::borrow::Cow;

use db::ReadTx;
use kernel::{OrBroken, Result, RosterId};
use platform::audit::Subject;
use platform::{App, Caller, file};
use serde_json::json;
use sheet::{Heading, Record, Rows, Table, Value, Writer};

use super::chunks::CHUNK;
use super::export::{Exported, exportable, told};
use super::model::Finding;
use super::reading::{self, Money, blocking};
use super::template::{COLUMNS, text_width, unwritable};
use super::{columns, error, rule, store};

/// The sheet of a workbook of all rows.
const WHOLE: &str = "全部行";
/// The sheet of a workbook that holds only a part of the roster: what it is told by when somebody
/// uploads it.
pub(super) const PART: &str = "仅有误的行";

const NOTES: &[&str] = &[
    "标红的单元格有误，原因见最后一列“问题”。",
    "改好后把整份文件重新上传即可：“问题”和“行号”两列不读取，不必删除。",
    "“行号”是原文件中的行号。",
    "证件号码末尾显示为 * 的，在原文件中被表格按数字保存，末几位已丢失，请填写完整的号码。",
    "原文件中公式尚未计算的单元格在这里是空的；由公式算出且无误的月缴存额也不列出，上传后由中心核定。",
];
const NOTES_OF_PART: &[&str] = &[
    "本表只含有误的行，供通知单位更正之用，不能作为清册上传：上传的清册须包含全部职工。",
    "标红的单元格有误，原因见最后一列“问题”；“行号”是原文件中的行号。",
];

/// Excel keeps so many digits of a number.
const KEPT_DIGITS: usize = 15;

db::codes! {
    /// Which rows of a roster a workbook of its findings holds.
    pub enum Part {
        /// All of them: corrected, it is the roster to upload again.
        Whole = "all", "全部行";
        /// Those with findings alone.
        Faulty = "faulty", "仅有误的行";
    }
}

/// A roster's rows as the employer wrote them, in the template's columns, with what is wrong with
/// them beside and the cells in question marked. Audited: it leaves the system.
///
/// # Errors
/// `roster_unknown`, `action_forbidden`; `roster_discarded`; `roster_outdated` when this program
/// reads the file otherwise than the one that it was uploaded to.
pub async fn findings_workbook(
    app: &App,
    caller: &Caller,
    roster_id: RosterId,
    part: Part,
) -> Result<Exported> {
    let (roster, employer) = exportable(app, caller, roster_id).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let stored = file::load_in(&mut tx, roster.file).await?;
    let mut file = reading::open(stored.bytes)?;
    let mut table = reading::table(&mut file)?;
    let money = Money::of(&table);
    let mut writer = begin(part)?;
    let mut read = 0;
    loop {
        let records = blocking(|| next_chunk(&mut table))?;
        let Some(last) = records.len().checked_sub(1) else {
            break;
        };
        let first = read + 1;
        read = first + i64::try_from(last).or_broken("a chunk of rows")?;
        let mut findings = findings_in(&mut tx, roster_id, (first, read), &records).await?;
        if caller.is_visitor() {
            findings = findings.into_iter().map(rule::told_outside).collect();
        }
        blocking(|| {
            let rows = records.iter().zip(&findings);
            let mut wanted =
                rows.filter(|(_, findings)| part == Part::Whole || !findings.is_empty());
            wanted
                .try_for_each(|(record, findings)| write_row(&mut writer, &money, record, findings))
        })
        .map_err(unwritable)?;
    }
    if read != roster.line_count {
        return Err(error::read_otherwise());
    }
    drop(tx);
    let detail = json!({ "what": "findings", "rows": part.code(), "faulty": roster.faulty_rows });
    told(app, caller, Subject::new("roster", roster_id), detail).await?;
    let bytes = blocking(|| writer.finish()).map_err(unwritable)?;
    let name = format!("清册_{}_{}_{}", employer.name, roster.month, part.label());
    Ok(Exported { name, bytes })
}

fn next_chunk(table: &mut Table<Rows<'_>>) -> Result<Vec<Record>> {
    let records = table.by_ref().take(CHUNK);
    records
        .map(|record| record.map_err(reading::refused))
        .collect()
}

/// What is wrong with each of a stretch of lines, which are still those read from these records.
async fn findings_in(
    tx: &mut ReadTx,
    roster_id: RosterId,
    (first, last): (i64, i64),
    records: &[Record],
) -> Result<Vec<Vec<Finding>>> {
    let stretch = (roster_id, first, last);
    let rows = tx.all(&store::SHEET_ROWS, stretch).await?;
    let read_again = records.iter().map(|record| i64::from(record.row));
    if !rows.iter().map(|(row,)| *row).eq(read_again) {
        return Err(error::read_otherwise());
    }
    let mut findings = vec![Vec::new(); records.len()];
    tx.for_each(
        &store::FINDINGS_OF,
        stretch,
        |(line_no, code, column, sentence)| {
            let index = usize::try_from(line_no - first).or_broken("a line of the stretch")?;
            findings[index].push(Finding {
                code,
                column,
                sentence,
            });
            Ok(())
        },
    )
    .await?;
    Ok(findings)
}

/// A workbook with its header: everything is text, so that what was written stays as it was.
fn begin(part: Part) -> Result<Writer> {
    let (sheet, notes) = match part {
        Part::Whole => (WHOLE, NOTES),
        Part::Faulty => (PART, NOTES_OF_PART),
    };
    let mut headings = vec![Heading::text(columns::title(columns::ROW_NUMBER), 8)];
    headings.extend(COLUMNS.map(|key| Heading::text(columns::title(key), text_width(key))));
    headings.push(Heading::sentences(columns::title(columns::PROBLEMS), 70));
    let begun = Writer::new(sheet, &headings).and_then(|mut writer| {
        writer.notes("说明", notes)?;
        Ok(writer)
    });
    begun.map_err(unwritable)
}

fn write_row(
    writer: &mut Writer,
    money: &Money,
    record: &Record,
    findings: &[Finding],
) -> std::result::Result<(), sheet::Error> {
    let row = record.row.to_string();
    let texts = COLUMNS.map(|key| {
        if is_left_to_compute(record, key, findings) {
            return Cow::Borrowed("");
        }
        written(money, record, key)
    });
    let sentences: Vec<String> = findings.iter().map(Finding::told).collect();
    let sentences = sentences.join("\n");
    let mut values = vec![Value::Text(&row)];
    values.extend(texts.iter().map(|text| text_or_nothing(text)));
    values.push(text_or_nothing(&sentences));
    writer.row_marked(&values, |place| {
        let key = place.checked_sub(1).and_then(|place| COLUMNS.get(place));
        key.is_some_and(|key| {
            let title = columns::title(key);
            findings.iter().any(|finding| finding.column == title)
        })
    })
}

/// Whether a formula computed the amount and nothing is wrong with it: as a fixed one it would be
/// wrong as soon as the row's base is corrected.
fn is_left_to_compute(record: &Record, key: &'static str, findings: &[Finding]) -> bool {
    let title = columns::title(key);
    columns::is_assessed(key)
        && record.cell(key).is_some_and(|cell| cell.formula)
        && !findings.iter().any(|finding| finding.column == title)
}

fn text_or_nothing(text: &str) -> Value<'_> {
    if text.is_empty() {
        Value::Empty
    } else {
        Value::Text(text)
    }
}

/// A cell as written. Digits that the spreadsheet lost are stars and not the zeros that it put in
/// their place: written as text those would pass for digits when the file comes back.
fn written<'a>(money: &Money, record: &'a Record, key: &'static str) -> Cow<'a, str> {
    let text = money.text(record, key);
    let lost = record.cell(key).is_some_and(|cell| cell.precision_lost);
    match text.get(..KEPT_DIGITS) {
        Some(kept) if lost => Cow::Owned(format!("{kept}{}", "*".repeat(text.len() - kept.len()))),
        _ => text,
    }
}
