//! Why a spreadsheet is refused.

use crate::Foreign;
use crate::cell::column_letters;

/// Why a spreadsheet can't be read or written.
///
/// Every variant but [`Error::Io`] and [`Error::Write`] is a refusal of the file: [`Error::code`]
/// is stable, [`Error::sentence`] tells the person who uploaded it what to do.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file of no bytes.
    #[error("the file is empty")]
    Empty,
    /// More bytes than [`Limits::file_bytes`](crate::Limits).
    #[error("the file is larger than {limit_bytes} bytes")]
    FileTooLarge {
        /// The limit passed.
        limit_bytes: u64,
    },
    /// A whole file of another kind.
    #[error("no spreadsheet but {0:?}")]
    Foreign(Foreign),
    /// A workbook with an opening password.
    #[error("the workbook is encrypted")]
    Encrypted,
    /// A damaged or forged container or part.
    #[error("{part}: {why}")]
    Broken {
        /// Which part of the container.
        part: String,
        /// What is wrong with it, for the log.
        why: String,
    },
    /// Inflates to more than [`Limits::inflated_bytes`](crate::Limits).
    #[error("the parts inflate to more than {limit_bytes} bytes")]
    InflatedTooLarge {
        /// The limit passed.
        limit_bytes: u64,
    },
    /// More parts than [`Limits::entries`](crate::Limits).
    #[error("the container has more than {limit} parts")]
    TooManyParts {
        /// The limit passed.
        limit: usize,
    },
    /// Shared strings past [`Limits::shared_strings_bytes`](crate::Limits).
    #[error("the shared strings take more than {limit_bytes} bytes")]
    TooMuchText {
        /// The limit passed.
        limit_bytes: usize,
    },
    /// More filled rows than [`Limits::rows`](crate::Limits).
    #[error("more than {limit} rows")]
    TooManyRows {
        /// The limit passed.
        limit: usize,
    },
    /// A filled cell right of [`Limits::columns`](crate::Limits).
    #[error("row {row} has a filled cell right of column {limit}")]
    TooManyColumns {
        /// The sheet row, from 1.
        row: u32,
        /// The limit passed.
        limit: u16,
    },
    /// A cell longer than [`Limits::cell_chars`](crate::Limits).
    #[error("row {row} column {column} is longer than {limit} characters")]
    CellTooLong {
        /// The sheet row, from 1.
        row: u32,
        /// The column, from 0.
        column: u16,
        /// The limit passed.
        limit: usize,
    },
    /// Bytes of a text file that are no characters, or are zero.
    #[error("line {line} can't be decoded")]
    Undecodable {
        /// The line, from 1.
        line: u64,
    },
    /// A quote of a text file that neither opens nor closes a cell.
    #[error("row {row} has a quote without its counterpart")]
    QuoteUnclosed {
        /// The row, from 1.
        row: u32,
    },
    /// Nothing stands in the file.
    #[error("the file holds no data")]
    NoData,
    /// No sheet of the name asked for.
    #[error("no sheet is called {name}")]
    NoSheet {
        /// The name asked for.
        name: String,
    },
    /// No row among the first that names any column of the specification.
    #[error("no header row found")]
    NoHeader {
        /// The columns looked for.
        wanted: Vec<&'static str>,
        /// Sheets that weren't looked at.
        hidden_sheets: Vec<String>,
    },
    /// The row most like a header lacks required columns.
    #[error("the header in row {row} lacks columns")]
    ColumnsMissing {
        /// The sheet row of the header, from 1.
        row: u32,
        /// The required columns that are missing, by their first name.
        missing: Vec<&'static str>,
        /// The titles that the row does have.
        found: Vec<String>,
    },
    /// Two titles of the header row name the same column.
    #[error("the header in row {row} names a column twice")]
    ColumnsRepeated {
        /// The sheet row of the header, from 1.
        row: u32,
        /// The titles in question.
        titles: Vec<String>,
    },
    /// The source could not be read; not the file's fault.
    #[error("reading the file")]
    Io(#[from] std::io::Error),
    /// The workbook could not be written.
    #[error("writing the workbook")]
    Write(#[from] rust_xlsxwriter::XlsxError),
}

impl Error {
    /// The stable code, as it stands in a `problem+json`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "sheet_empty_file",
            Self::FileTooLarge { .. } => "sheet_file_too_large",
            Self::Foreign(foreign) => foreign.code(),
            Self::Encrypted => "sheet_encrypted",
            Self::Broken { .. } => "sheet_broken",
            Self::InflatedTooLarge { .. } => "sheet_inflates_too_large",
            Self::TooManyParts { .. } => "sheet_too_many_parts",
            Self::TooMuchText { .. } => "sheet_too_much_text",
            Self::TooManyRows { .. } => "sheet_too_many_rows",
            Self::TooManyColumns { .. } => "sheet_too_many_columns",
            Self::CellTooLong { .. } => "sheet_cell_too_long",
            Self::Undecodable { .. } => "sheet_text_undecodable",
            Self::QuoteUnclosed { .. } => "sheet_quote_unclosed",
            Self::NoData => "sheet_no_data",
            Self::NoSheet { .. } => "sheet_no_such_sheet",
            Self::NoHeader { .. } => "sheet_no_header",
            Self::ColumnsMissing { .. } => "sheet_columns_missing",
            Self::ColumnsRepeated { .. } => "sheet_columns_repeated",
            Self::Io(_) => "sheet_unreadable",
            Self::Write(_) => "sheet_unwritable",
        }
    }

    /// What the person who uploaded the file is told.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::Empty => "文件是空的，请重新选择文件".into(),
            Self::FileTooLarge { limit_bytes } => {
                format!("文件超过 {}，请拆分后分别上传", size(*limit_bytes))
            }
            Self::Foreign(foreign) => foreign.sentence(),
            Self::Encrypted => "工作簿设有打开密码，请在 Excel 中去掉打开密码后再上传".into(),
            Self::Broken { .. } => {
                "文件不完整或已损坏，请用 Excel 或 WPS 打开后另存为 .xlsx 再上传".into()
            }
            Self::InflatedTooLarge { limit_bytes } => {
                format!("文件解压后超过 {}，已拒绝读取", size(*limit_bytes))
            }
            Self::TooManyParts { limit } => {
                format!("文件内部的部件超过 {limit} 个，不是正常的工作簿，已拒绝读取")
            }
            Self::TooMuchText { limit_bytes } => {
                format!(
                    "工作簿中的文字超过 {}，请拆分后分别上传",
                    size(*limit_bytes as u64)
                )
            }
            Self::TooManyRows { limit } => {
                format!("数据超过 {limit} 行，请拆分后分别上传")
            }
            Self::TooManyColumns { row, limit } => format!(
                "第 {row} 行在第 {limit} 列（{} 列）以右还有内容，请删除多余的列后再上传",
                column_letters(limit.saturating_sub(1))
            ),
            Self::CellTooLong { row, column, limit } => format!(
                "第 {row} 行 {} 列的内容超过 {limit} 个字，请缩短后再上传",
                column_letters(*column)
            ),
            Self::Undecodable { line } => format!(
                "第 {line} 行有无法识别的字符，文件可能已损坏；请用 Excel 或 WPS 打开核对后另存为 .xlsx 再上传"
            ),
            Self::QuoteUnclosed { row } => format!(
                "第 {row} 行的英文双引号没有成对，其后的内容无法分列；请用 Excel 或 WPS 打开核对后另存为 .xlsx 再上传"
            ),
            Self::NoData => "文件中没有数据".into(),
            Self::NoSheet { name } => format!("工作簿中没有名为“{name}”的工作表"),
            Self::NoHeader {
                wanted,
                hidden_sheets,
            } => {
                let hidden = match hidden_sheets.as_slice() {
                    [] => String::new(),
                    [name, ..] => format!("（隐藏的工作表不读取，如“{name}”）"),
                };
                format!(
                    "前 20 行中没有找到表头，表头应含有：{}{hidden}；请使用下载的模板填写",
                    wanted.join("、")
                )
            }
            Self::ColumnsMissing {
                row,
                missing,
                found,
            } => format!(
                "第 {row} 行的表头缺少：{}；现有：{}",
                missing.join("、"),
                found.join("、")
            ),
            Self::ColumnsRepeated { row, titles } => format!(
                "第 {row} 行的表头中有重复的列：{}；请只保留一列",
                titles.join("、")
            ),
            Self::Io(_) => "文件读取失败，请重新上传".into(),
            Self::Write(_) => "工作簿生成失败，请稍后再试".into(),
        }
    }
}

fn size(bytes: u64) -> String {
    match (bytes >> 20, bytes >> 10) {
        (0, 0) => format!("{bytes} 字节"),
        (0, kib) => format!("{kib} KB"),
        (mib, _) => format!("{mib} MB"),
    }
}

impl From<Error> for kernel::Error {
    /// A failure of our own is a breakage; all else is the file's and refused.
    fn from(error: Error) -> Self {
        match error {
            Error::Io(_) | Error::Write(_) => kernel::Broken::caused_by("a workbook", error).into(),
            Error::FileTooLarge { .. } | Error::InflatedTooLarge { .. } => {
                kernel::Refusal::too_large(error.code(), error.sentence()).into()
            }
            _ => kernel::Refusal::invalid(error.code(), error.sentence()).into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use kernel::RefusalKind;

    use super::*;

    #[test]
    fn what_is_wrong_with_the_file_is_refused_and_our_own_failures_are_not() {
        let kind = |error: Error| {
            kernel::Error::from(error)
                .refusal()
                .map(kernel::Refusal::kind)
        };
        let limit_bytes = 20 << 20;
        assert_eq!(kind(Error::Empty), Some(RefusalKind::Invalid));
        assert_eq!(
            kind(Error::FileTooLarge { limit_bytes }),
            Some(RefusalKind::TooLarge)
        );
        assert_eq!(kind(std::io::Error::other("disk").into()), None);
    }

    #[test]
    fn sizes_are_said_in_the_unit_that_people_use() {
        for (bytes, said) in [(999, "999 字节"), (64 << 10, "64 KB"), (20 << 20, "20 MB")] {
            let error = Error::FileTooLarge { limit_bytes: bytes };
            assert_eq!(
                error.sentence(),
                format!("文件超过 {said}，请拆分后分别上传")
            );
        }
    }
}
