//! Spreadsheets in and out: reads the `.xlsx`, `.xlsm` and `.csv` files that strangers upload and
//! writes the workbooks that people download.
//!
//! **Reading** is streamed and bounded. [`Spreadsheet::open`] tells by its content what a file is
//! and goes through it once without keeping it (every part of a workbook is inflated, every
//! character of a text decoded), so nothing is parsed before its real size is known; what is no
//! spreadsheet or grows past [`Limits`] is refused. [`Spreadsheet::table`] finds the header by the
//! names of its columns and gives one [`Record`] at a time, by key, whatever the kind of the file;
//! only a workbook's shared strings and the row at hand are in memory, and a dense rectangle is
//! never allocated. What the reading decided where a person might see it otherwise (a hidden sheet
//! left, a hidden row taken) stands in the table's [`Note`]s.
//!
//! The XML is read here and not through a spreadsheet library because a cell's number must reach
//! the caller as the decimal text in the file: libraries hand out `f64`, in which an amount has no
//! exact cents and an 18-digit ID number that Excel has mangled can't be told from a whole one.
//!
//! **Writing** ([`Writer`]) holds one row in memory.
//!
//! ```
//! use sheet::{Column, HeaderSpec, Heading, Limits, Spreadsheet, Value, Writer};
//!
//! const NAME: Column = Column { key: "name", names: &["姓名", "职工姓名"], required: true };
//! const BASE: Column = Column { key: "base", names: &["缴存基数"], required: true };
//!
//! let mut writer = Writer::new("清册", &[Heading::text("姓名", 12), Heading::amount("缴存基数（元）")])?;
//! writer.row(&[Value::Text("张三"), Value::Fen(kernel::Fen::new(650_000))])?;
//! let bytes = writer.finish()?;
//!
//! let mut file = Spreadsheet::open(std::io::Cursor::new(bytes), &Limits::default())?;
//! let mut table = file.table(&HeaderSpec { columns: &[NAME, BASE] })?;
//! let record = table.next().expect("one row")?;
//! assert_eq!((record.text("name"), record.text("base")), ("张三", "6500"));
//! # Ok::<(), sheet::Error>(())
//! ```

mod cell;
mod delimited;
mod encoding;
mod error;
mod foreign;
mod format;
mod header;
mod limits;
mod note;
mod number;
mod package;
mod rows;
mod spreadsheet;
mod strings;
mod table;
mod workbook;
mod worksheet;
mod write;
mod xml;

pub use cell::{Cell, Kind, Row, column_letters};
pub use encoding::Encoding;
pub use error::Error;
pub use foreign::Foreign;
pub use header::{Column, Header, HeaderColumn, HeaderSpec};
pub use limits::Limits;
pub use note::Note;
pub use rows::{Progress, Rows};
pub use spreadsheet::Spreadsheet;
pub use table::{Record, Skipped, SkippedBecause, Table};
pub use workbook::Sheet;
pub use write::{Caption, Heading, Value, Writer};
