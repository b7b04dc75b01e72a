//! Spreadsheets in and out: reads `.xlsx` files that strangers upload and writes those that
//! people download.
//!
//! **Reading** is streamed and bounded. [`Workbook::open`] inflates every part of the file once
//! without keeping it and refuses what is not an Excel workbook or grows past [`Limits`], so
//! nothing is parsed before its real size is known. [`Workbook::rows`] then gives one [`Row`] at a
//! time; only the shared strings and the row at hand are in memory, and a dense rectangle is never
//! allocated. [`Table`] finds the header by the names of its columns and gives each row by key.
//!
//! The XML is read here and not through a spreadsheet library because a cell's number must reach
//! the caller as the decimal text in the file: libraries hand out `f64`, in which an amount has no
//! exact cents and an 18-digit ID number that Excel has mangled can't be told from a whole one.
//!
//! **Writing** ([`Writer`]) holds one row in memory.
//!
//! ```
//! use sheet::{Column, HeaderSpec, Heading, Limits, Table, Value, Workbook, Writer};
//!
//! const NAME: Column = Column { key: "name", names: &["姓名", "职工姓名"], required: true };
//! const BASE: Column = Column { key: "base", names: &["缴存基数"], required: true };
//!
//! let mut writer = Writer::new("清册", &[Heading::text("姓名", 12), Heading::amount("缴存基数（元）")])?;
//! writer.row(&[Value::Text("张三"), Value::Fen(kernel::Fen::new(650_000))])?;
//! let bytes = writer.finish()?;
//!
//! let mut workbook = Workbook::open(std::io::Cursor::new(bytes), &Limits::default())?;
//! let mut table = Table::new(workbook.rows()?, &HeaderSpec { columns: &[NAME, BASE] })?;
//! let record = table.next().expect("one row")?;
//! assert_eq!((record.text("name"), record.text("base")), ("张三", "6500"));
//! # Ok::<(), sheet::Error>(())
//! ```

mod error;
mod foreign;
mod format;
mod header;
mod limits;
mod number;
mod package;
mod rows;
mod strings;
mod table;
mod workbook;
mod write;
mod xml;

pub use error::Error;
pub use foreign::Foreign;
pub use header::{Column, Header, HeaderColumn, HeaderSpec, find_header};
pub use limits::Limits;
pub use rows::{Cell, Kind, Row, Rows};
pub use table::{Record, Skipped, SkippedBecause, Table};
pub use workbook::{Sheet, Workbook};
pub use write::{Heading, Value, Writer};
