//! What the sender of a file should know of how it was read.

use crate::Encoding;

/// A note names no more sheets than these.
const SHEETS_NAMED: usize = 5;

/// Something about a file that reading it decided and that its sender may see otherwise. Nothing is
/// wrong with the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// Several sheets have the header: the first was read, these were not.
    SheetsAlike {
        /// The sheet read.
        read: String,
        /// The others.
        others: Vec<String>,
    },
    /// Hidden sheets were not read.
    SheetsHidden {
        /// Their names.
        names: Vec<String>,
    },
    /// A hidden sheet was read, because no other holds anything.
    SheetWasHidden {
        /// Its name.
        name: String,
    },
    /// Hidden rows were read: most often a filter hides them that somebody forgot, and the sums
    /// below count them too.
    RowsHidden {
        /// The first of them.
        rows: Vec<u32>,
        /// How many there are.
        count: usize,
    },
    /// Hidden columns were read.
    ColumnsHidden {
        /// Their titles.
        titles: Vec<String>,
    },
    /// The workbook holds macros, which are never looked at.
    Macros,
    /// A text file was read in this encoding, which it doesn't name itself.
    Text {
        /// The encoding.
        encoding: Encoding,
    },
}

impl Note {
    /// The stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::SheetsAlike { .. } => "sheet_others_alike",
            Self::SheetsHidden { .. } => "sheet_others_hidden",
            Self::SheetWasHidden { .. } => "sheet_was_hidden",
            Self::RowsHidden { .. } => "sheet_rows_hidden",
            Self::ColumnsHidden { .. } => "sheet_columns_hidden",
            Self::Macros => "sheet_macros_left",
            Self::Text { .. } => "sheet_text_encoding",
        }
    }

    /// What the sender is told.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::SheetsAlike { read, others } => format!(
                "读取的是工作表“{read}”；工作表{}也有同样的表头，没有读取",
                named(others)
            ),
            Self::SheetsHidden { names } => format!("隐藏的工作表{}没有读取", named(names)),
            Self::SheetWasHidden { name } => {
                format!("读取的是隐藏的工作表“{name}”：其他工作表中没有数据")
            }
            Self::RowsHidden { rows, count } => {
                let listed: Vec<String> = rows.iter().map(u32::to_string).collect();
                let more = if *count > rows.len() { "等" } else { "" };
                format!(
                    "有 {count} 行是隐藏的（第 {} 行{more}，可能是筛选造成的），已一并读取",
                    listed.join("、")
                )
            }
            Self::ColumnsHidden { titles } => {
                format!("{}列是隐藏的，已一并读取", named(titles))
            }
            Self::Macros => "工作簿含有宏；宏不会运行，只读取单元格的内容".to_owned(),
            Self::Text { encoding } => {
                format!(
                    "文本文件按 {} 编码读取，请核对汉字是否正确",
                    encoding.label()
                )
            }
        }
    }
}

fn named(names: &[String]) -> String {
    let first = names.iter().take(SHEETS_NAMED);
    let quoted: Vec<String> = first.map(|name| format!("“{name}”")).collect();
    let more = if names.len() > SHEETS_NAMED {
        format!("等 {} 个", names.len())
    } else {
        String::new()
    };
    quoted.join("、") + &more
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lists_are_counted() {
        let names: Vec<String> = (1..=7).map(|number| format!("{number}月")).collect();
        assert_eq!(
            Note::SheetsHidden { names }.sentence(),
            "隐藏的工作表“1月”、“2月”、“3月”、“4月”、“5月”等 7 个没有读取"
        );
        let rows = Note::RowsHidden {
            rows: vec![3, 9],
            count: 20,
        };
        assert_eq!(
            rows.sentence(),
            "有 20 行是隐藏的（第 3、9 行等，可能是筛选造成的），已一并读取"
        );
    }
}
