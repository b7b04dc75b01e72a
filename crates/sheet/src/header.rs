//! Finds the header row and its columns by the names that people give them.

use crate::table::is_totals;
use crate::{Cell, Error, Row};

/// Titles, dates and notes above the header take fewer rows than this.
const ROWS_SEARCHED: usize = 20;
/// A refusal lists no more titles than these.
const TITLES_LISTED: usize = 30;
/// A refusal repeats no more characters of a title than these.
const TITLE_CHARS: usize = 20;

/// A column to look for.
///
/// Names are compared without spaces, line breaks, brackets and marks of being required (`*`),
/// full-width as half-width: `缴存 基数`, `*缴存基数` and `缴存基数（元）` are all `缴存基数`.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// What the program calls it.
    pub key: &'static str,
    /// What people call it; the first name is the one used when it is missing.
    pub names: &'static [&'static str],
    /// Whether a header without it is refused.
    pub required: bool,
}

/// The columns to look for, in any order.
#[derive(Clone, Copy, Debug)]
pub struct HeaderSpec<'a> {
    /// The columns; their keys and names are distinct.
    pub columns: &'a [Column],
}

/// A column of the specification that the sheet has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeaderColumn {
    /// Its key in the specification.
    pub key: &'static str,
    /// Whether the specification requires it.
    pub required: bool,
    /// Where it stands, counted from 0.
    pub column: u16,
    /// Its title as written, to point people to it and to read a unit from: `缴存基数（万元）`.
    pub title: String,
}

/// The header of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The row it stands in, from 1.
    pub row: u32,
    /// The columns recognised, from left to right.
    pub columns: Vec<HeaderColumn>,
    /// The titles of the columns that nothing was looked for in.
    pub unknown: Vec<String>,
    /// All keys looked for, so that a misspelt one is noticed.
    keys: Vec<&'static str>,
}

impl Header {
    /// The column of this key, if the sheet has it.
    ///
    /// # Panics
    /// In a debug build, if the specification has no such key.
    #[must_use]
    pub fn column(&self, key: &str) -> Option<&HeaderColumn> {
        debug_assert!(self.keys.contains(&key), "no column {key} was looked for");
        self.columns.iter().find(|column| column.key == key)
    }
}

/// A header found, and what was read beyond it.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) header: Header,
    /// The row below a header of one row, which was looked at for being part of it.
    pub(crate) below: Option<Result<Row, Error>>,
}

/// Reads rows up to and including the header: the first of the first 20 filled rows that has all
/// required columns. The rows above it are skipped.
///
/// A header may be two rows high, as forms with merged cells are: `月缴存额` over `单位`, `个人` and
/// `合计`. Of merged cells only the first holds the title, so a title spreads to the right over the
/// empty cells beside it, and a column is looked for by both titles together, in either order. Two
/// rows are a header if a cell of the lower one is needed to name a column.
///
/// A title that names a column exactly goes before one that does so only without its brackets.
///
/// # Errors
/// [`Error::ColumnsRepeated`] if that row names a column twice; if there is no such row,
/// [`Error::ColumnsMissing`] about the row that comes nearest, or [`Error::NoHeader`] if none
/// names any column; [`Error::NoData`] if there is no row at all; errors of reading.
pub(crate) fn find_header(
    rows: &mut impl Iterator<Item = Result<Row, Error>>,
    spec: &HeaderSpec<'_>,
) -> Result<Found, Error> {
    let mut nearest: Option<(usize, Error)> = None;
    let mut current = rows.next().transpose()?;
    if current.is_none() {
        return Err(Error::NoData);
    }
    for _ in 0..ROWS_SEARCHED {
        let Some(row) = current else { break };
        let below = rows.next();
        let alone = Candidate::new(row.number, titles(&row), spec);
        if let Some(Ok(lower)) = &below
            && let Some(both) = two_rows(&row, lower, spec)
        {
            let header = both.header(spec)?;
            return Ok(Found {
                header,
                below: None,
            });
        }
        if alone.is_complete() {
            let header = alone.header(spec)?;
            return Ok(Found { header, below });
        }
        if alone.named() > nearest.as_ref().map_or(0, |(most, _)| *most) {
            nearest = Some((alone.named(), alone.incomplete()));
        }
        current = below.transpose()?;
    }
    let required = spec.columns.iter().filter(|column| column.required);
    Err(nearest.map_or_else(
        || Error::NoHeader {
            wanted: required.map(|column| column.names[0]).collect(),
            hidden_sheets: Vec::new(),
        },
        |(_, error)| error,
    ))
}

/// Two rows as one header, if they are one.
fn two_rows<'a>(upper: &Row, lower: &Row, spec: &HeaderSpec<'a>) -> Option<Candidate<'a>> {
    if lower.number != upper.number + 1 {
        return None;
    }
    let both = Candidate::new(upper.number, titles_of_two(upper, lower), spec);
    let mut named = both.named_by.iter().flatten();
    let is_needed = named.any(|&index| both.titles[index].stacked);
    // What stands above a whole header is the table's title.
    let is_whole = |row| Candidate::new(row, titles(lower), spec).is_complete();
    (both.is_complete() && is_needed && !is_whole(lower.number)).then_some(both)
}

/// What a column is called: by one cell, or by two on top of each other.
struct Titled {
    column: u16,
    /// As it is shown to people.
    shown: String,
    /// Whether a cell of the lower row has a part in it.
    stacked: bool,
    /// What it may be looked for by; of two cells both together, in either order.
    names: Vec<Title>,
    /// The lower of two cells alone: under a title that only groups columns it says everything.
    lower: Option<Title>,
}

fn titles(row: &Row) -> Vec<Titled> {
    let titled = |cell: &Cell| Titled {
        column: cell.column,
        shown: cell.text.trim().to_owned(),
        stacked: false,
        names: vec![Title::new(&cell.text)],
        lower: None,
    };
    row.cells.iter().map(titled).collect()
}

fn titles_of_two(upper: &Row, lower: &Row) -> Vec<Titled> {
    let mut titled: Vec<Titled> = titles(upper)
        .into_iter()
        .filter(|title| lower.cell(title.column).is_none())
        .collect();
    for cell in &lower.cells {
        let text = &cell.text;
        let mut left = upper.cells.iter().rev();
        let above = left.find(|above| above.column <= cell.column);
        let above = above.map_or("", |above| above.text.trim());
        let together = [format!("{above}{text}"), format!("{text}{above}")];
        let together = together.iter().filter(|_| !above.is_empty());
        titled.push(Titled {
            column: cell.column,
            shown: format!("{above} {}", text.trim()).trim().to_owned(),
            stacked: true,
            names: together.map(|text| Title::new(text)).collect(),
            // 合计 is the sum of what stands above it, and no column of its own.
            lower: (!is_totals(&plain(text))).then(|| Title::new(text)),
        });
    }
    titled.sort_by_key(|title| title.column);
    titled
}

/// What may be the header: for each column of the specification the cells that name it.
struct Candidate<'a> {
    row: u32,
    titles: Vec<Titled>,
    columns: &'a [Column],
    /// Indices into the titles, in the order of the specification.
    named_by: Vec<Vec<usize>>,
}

impl<'a> Candidate<'a> {
    fn new(row: u32, titles: Vec<Titled>, spec: &HeaderSpec<'a>) -> Self {
        let whole_names: Vec<&str> = spec
            .columns
            .iter()
            .flat_map(|column| column.names)
            .copied()
            .collect();
        let named_by = spec.columns.iter().map(|column| {
            let matching = |matches: &dyn Fn(&Titled) -> bool| -> Vec<usize> {
                (0..titles.len())
                    .filter(|&index| matches(&titles[index]))
                    .collect()
            };
            let exactly = |titled: &Titled| {
                let mut names = titled.names.iter();
                names.any(|name| name.is_one_of(column.names))
            };
            let by_the_lower = |titled: &Titled| {
                let lower = titled.lower.as_ref();
                lower.is_some_and(|lower| lower.is_one_of(column.names))
            };
            let roughly = |titled: &Titled| {
                let mut names = titled.names.iter();
                names.any(|name| {
                    name.is_roughly_one_of(column.names) && !name.is_one_of(&whole_names)
                })
            };
            let ways: [&dyn Fn(&Titled) -> bool; 3] = [&exactly, &by_the_lower, &roughly];
            let mut found = ways.into_iter().map(matching);
            found.find(|cells| !cells.is_empty()).unwrap_or_default()
        });
        let named_by = named_by.collect();
        Self {
            row,
            titles,
            columns: spec.columns,
            named_by,
        }
    }

    /// How many columns it names.
    fn named(&self) -> usize {
        let named = self.named_by.iter().filter(|cells| !cells.is_empty());
        named.count()
    }

    fn is_complete(&self) -> bool {
        self.missing().next().is_none()
    }

    fn missing(&self) -> impl Iterator<Item = &'static str> {
        self.columns
            .iter()
            .zip(&self.named_by)
            .filter(|(column, cells)| column.required && cells.is_empty())
            .map(|(column, _)| column.names[0])
    }

    /// The refusal of a header that lacks columns.
    fn incomplete(&self) -> Error {
        let found = self.titles.iter().take(TITLES_LISTED);
        Error::ColumnsMissing {
            row: self.row,
            missing: self.missing().collect(),
            found: found.map(|titled| shortened(&titled.shown)).collect(),
        }
    }

    fn header(&self, spec: &HeaderSpec<'_>) -> Result<Header, Error> {
        let title = |index: usize| self.titles[index].shown.clone();
        let repeated: Vec<String> = self
            .named_by
            .iter()
            .filter(|cells| cells.len() > 1)
            .flat_map(|cells| cells.iter().map(|&index| shortened(&title(index))))
            .take(TITLES_LISTED)
            .collect();
        if !repeated.is_empty() {
            return Err(Error::ColumnsRepeated {
                row: self.row,
                titles: repeated,
            });
        }
        let mut columns: Vec<HeaderColumn> = spec
            .columns
            .iter()
            .zip(&self.named_by)
            .filter_map(|(column, cells)| {
                let index = *cells.first()?;
                Some(HeaderColumn {
                    key: column.key,
                    required: column.required,
                    column: self.titles[index].column,
                    title: title(index),
                })
            })
            .collect();
        columns.sort_by_key(|column| column.column);
        let unknown = (0..self.titles.len())
            .filter(|index| !self.named_by.iter().flatten().any(|named| named == index))
            .map(title)
            .collect();
        let keys = spec.columns.iter().map(|column| column.key).collect();
        Ok(Header {
            row: self.row,
            columns,
            unknown,
            keys,
        })
    }
}

/// A title in the two forms it is compared in.
struct Title {
    /// Without spaces and marks, the brackets' content kept: `月缴存额(单位)` and `单位` differ.
    whole: String,
    /// Without the brackets and what is in them, which most often is a unit.
    rough: String,
}

impl Title {
    fn new(text: &str) -> Self {
        let text = plain(text);
        let mut rough = String::new();
        let mut depth = 0_usize;
        for symbol in text.chars() {
            match symbol {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                symbol if depth == 0 => rough.push(symbol),
                _ => {}
            }
        }
        Self {
            whole: text.replace(['(', ')'], ""),
            rough,
        }
    }

    fn is_one_of(&self, names: &[&str]) -> bool {
        names.iter().any(|name| Self::new(name).whole == self.whole)
    }

    fn is_roughly_one_of(&self, names: &[&str]) -> bool {
        names.iter().any(|name| Self::new(name).whole == self.rough)
    }
}

/// A text without what people write differently: spaces, line breaks, marks of being required,
/// full-width forms, kinds of brackets, capitals.
pub(crate) fn plain(text: &str) -> String {
    text.chars()
        .map(|symbol| match symbol {
            // The full-width forms of ASCII.
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(symbol) - 0xFEE0).unwrap_or(symbol),
            _ => symbol,
        })
        .filter_map(|symbol| match symbol {
            '[' | '{' | '【' | '〔' | '〈' | '《' => Some('('),
            ']' | '}' | '】' | '〕' | '〉' | '》' => Some(')'),
            '*' | '★' | '※' | '\u{200B}'..='\u{200D}' | '\u{FEFF}' => None,
            symbol if symbol.is_whitespace() => None,
            symbol => Some(symbol.to_ascii_lowercase()),
        })
        .collect()
}

fn shortened(title: &str) -> String {
    let title = title.trim();
    match title.char_indices().nth(TITLE_CHARS) {
        Some((end, _)) => format!("{}…", &title[..end]),
        None => title.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;

    const SPEC: HeaderSpec<'_> = HeaderSpec {
        columns: &[
            Column {
                key: "name",
                names: &["姓名", "职工姓名"],
                required: true,
            },
            Column {
                key: "id",
                names: &["证件号码", "身份证号"],
                required: true,
            },
            Column {
                key: "base",
                names: &["缴存基数"],
                required: false,
            },
            Column {
                key: "own",
                names: &["月缴存额（个人）", "个人月缴存额"],
                required: false,
            },
            Column {
                key: "whole",
                names: &["月缴存额"],
                required: false,
            },
        ],
    };

    fn row(number: u32, texts: &[&str]) -> Row {
        let cells = texts.iter().zip(0..).filter(|(text, _)| !text.is_empty());
        let cell = |(text, column): (&&str, u16)| Cell {
            column,
            kind: Kind::Text,
            text: (*text).to_owned(),
            formula: false,
            precision_lost: false,
        };
        Row {
            number,
            hidden: false,
            cells: cells.map(cell).collect(),
        }
    }

    fn find(rows: &[&[&str]]) -> Result<Header, Error> {
        let mut rows = rows
            .iter()
            .zip(1..)
            .map(|(texts, number)| Ok(row(number, texts)));
        find_header(&mut rows, &SPEC).map(|found| found.header)
    }

    #[track_caller]
    fn check(titles: &[&str], expected: &[(&str, u16)]) {
        let header = find(&[titles]).unwrap();
        let found: Vec<_> = header.columns.iter().map(|c| (c.key, c.column)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_title_is_recognised_however_it_is_written() {
        check(&["姓名", "证件号码"], &[("name", 0), ("id", 1)]);
        check(&["", "身份证号", "职工姓名"], &[("id", 1), ("name", 2)]);
        check(&["*姓 名", "证件\n号码 *"], &[("name", 0), ("id", 1)]);
        check(
            &["姓\u{3000}名（必填）", "【证件号码】"],
            &[("name", 0), ("id", 1)],
        );
        check(
            &["姓名", "证件号码", "缴存基数（元）"],
            &[("name", 0), ("id", 1), ("base", 2)],
        );
    }

    #[test]
    fn brackets_that_tell_columns_apart_do() {
        check(
            &[
                "姓名",
                "证件号码",
                "月缴存额(单位)",
                "月缴存额(个人)",
                "月缴存额",
            ],
            &[("name", 0), ("id", 1), ("own", 3), ("whole", 4)],
        );
        check(
            &["姓名", "证件号码", "月缴存额[个人]", "月缴存额（元）"],
            &[("name", 0), ("id", 1), ("own", 2), ("whole", 3)],
        );
    }

    #[test]
    fn titles_above_are_skipped_and_unknown_columns_told() {
        let header = find(&[
            &["某某公司住房公积金汇缴清册"],
            &["单位名称：", "某某公司", "姓名", "联系人"],
            &["序号", "姓名", "证件号码", "备注"],
            &["1", "张三", "110101199001011234"],
        ])
        .unwrap();
        assert_eq!(
            (header.row, header.unknown),
            (3, vec!["序号".to_owned(), "备注".to_owned()])
        );
    }

    #[track_caller]
    fn check_two(upper: &[&str], lower: &[&str], expected: &[(&str, u16)]) {
        let data = [
            "1",
            "张三",
            "110101199001011234",
            "5000",
            "400",
            "400",
            "800",
        ];
        let header = find(&[&["某某公司"], upper, lower, &data]).unwrap();
        let found: Vec<_> = header.columns.iter().map(|c| (c.key, c.column)).collect();
        assert_eq!((header.row, found), (2, expected.to_vec()));
    }

    #[test]
    fn a_header_of_merged_cells_is_two_rows_high() {
        check_two(
            &["序号", "姓名", "证件号码", "缴存基数", "月缴存额", "", ""],
            &["", "", "", "", "单位", "个人", "合计"],
            &[("name", 1), ("id", 2), ("base", 3), ("own", 5)],
        );
        // Titles that only group columns, 合计 among them.
        check_two(
            &["序号", "姓名", "职工信息", "", "缴存比例", "", ""],
            &["", "", "身份证号", "缴存基数", "单位", "个人", "合计"],
            &[("name", 1), ("id", 2), ("base", 3)],
        );
        let header = find(&[
            &["姓名", "证件号码", "月缴存额（万元）", ""],
            &["", "", "单位", "个人"],
        ]);
        let header = header.unwrap();
        assert_eq!(header.column("own").unwrap().title, "月缴存额（万元） 个人");
        assert_eq!(header.unknown, ["月缴存额（万元） 单位"]);
    }

    #[test]
    fn a_row_of_data_is_no_second_row_of_the_header() {
        for lower in [
            &["张三", "110101199001011234", "5000"][..],
            &["", "", "0"],
            &["合计", "", "5000"],
        ] {
            let titles = ["姓名", "证件号码", "缴存基数"];
            let mut rows = [row(1, &titles), row(2, lower)].into_iter().map(Ok);
            let found = find_header(&mut rows, &SPEC).unwrap();
            assert_eq!(found.header.columns.len(), 3);
            assert_eq!(found.below.unwrap().unwrap().number, 2);
        }
    }

    #[test]
    fn missing_columns_are_named_with_what_was_found() {
        let error = find(&[&["清册"], &["姓名", "工号"], &["张三", "7"]]).unwrap_err();
        assert_eq!(error.code(), "sheet_columns_missing");
        assert_eq!(
            error.sentence(),
            "第 2 行的表头缺少：证件号码；现有：姓名、工号"
        );
        let error = find(&[&["1", "2"]]).unwrap_err();
        assert!(
            matches!(error, Error::NoHeader { ref wanted, .. } if wanted == &["姓名", "证件号码"])
        );
        assert!(matches!(find(&[]), Err(Error::NoData)));
    }

    #[test]
    fn a_header_below_the_first_rows_is_not_looked_for() {
        let mut rows: Vec<&[&str]> = vec![&["注"]; 19];
        rows.push(&["姓名", "证件号码"]);
        assert!(find(&rows).is_ok());
        rows.insert(0, &["注"]);
        assert!(matches!(find(&rows), Err(Error::NoHeader { .. })));
    }

    #[test]
    fn repeated_columns_are_named() {
        let error = find(&[&["姓名", "身份证号", "证件号码", "姓名（曾用）"]]).unwrap_err();
        assert_eq!(
            error.sentence(),
            "第 1 行的表头中有重复的列：身份证号、证件号码；请只保留一列"
        );
        let error = find(&[&["姓名", "证件号码", "缴存基数(元)", "缴存基数(新)"]]).unwrap_err();
        assert_eq!(error.code(), "sheet_columns_repeated");
    }
}
