//! Writes a roster of 400,000 rows (or as many as the first argument says), reads it back and
//! prints the rows a second and the most memory held.
//!
//! `cargo run --release -p sheet --example measure_reader`. With a second argument the file is
//! kept there, or read from there if it exists, so that reading is measured alone.

use std::error::Error;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;
use std::time::Instant;

use kernel::{Fen, Month, Rate};
use sheet::{Column, HeaderSpec, Heading, Limits, Spreadsheet, Value, Writer};

const COLUMNS: &[Column] = &[
    Column {
        key: "name",
        names: &["姓名"],
        required: true,
    },
    Column {
        key: "id",
        names: &["证件号码"],
        required: true,
    },
    Column {
        key: "base",
        names: &["缴存基数"],
        required: true,
    },
    Column {
        key: "employer_rate",
        names: &["单位比例"],
        required: true,
    },
    Column {
        key: "member_rate",
        names: &["个人比例"],
        required: true,
    },
    Column {
        key: "amount",
        names: &["月缴存额"],
        required: true,
    },
    Column {
        key: "from",
        names: &["起缴年月"],
        required: false,
    },
    Column {
        key: "mobile",
        names: &["手机号码"],
        required: false,
    },
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let rows: i64 = arguments.next().map_or(Ok(400_000), |rows| rows.parse())?;
    let kept = arguments.next();
    let default = std::env::temp_dir().join("measure_reader.xlsx");
    let path = kept.as_deref().map_or(default.as_path(), Path::new);
    if kept.is_none() || !path.exists() {
        let start = Instant::now();
        write(rows, path)?;
        report("written", rows, start)?;
    }
    println!("file: {} MiB", std::fs::metadata(path)?.len() >> 20);

    let start = Instant::now();
    let limits = Limits {
        file_bytes: 64 << 20,
        ..Limits::default()
    };
    let mut workbook = Spreadsheet::open(BufReader::new(File::open(path)?), &limits)?;
    report("opened", rows, start)?;
    let mut table = workbook.table(&HeaderSpec { columns: COLUMNS })?;
    let (mut read, mut total) = (0, Fen::ZERO);
    for record in table.by_ref() {
        let record = record?;
        total = total
            .checked_add(Fen::parse(record.text("amount"))?)
            .ok_or("too much money")?;
        read += 1;
    }
    report("opened and read", read, start)?;
    println!(
        "{read} records, {total} 元, {} rows left out",
        table.skipped_count()
    );
    if kept.is_none() {
        std::fs::remove_file(path)?;
    }
    Ok(())
}

fn write(rows: i64, path: &Path) -> Result<(), Box<dyn Error>> {
    let headings = [
        Heading::text("姓名", 12),
        Heading::text("证件号码", 20),
        Heading::amount("缴存基数（元）"),
        Heading::rate("单位比例"),
        Heading::rate("个人比例"),
        Heading::amount("月缴存额（元）"),
        Heading::month("起缴年月"),
        Heading::text("手机号码", 14),
    ];
    let mut writer = Writer::new("清册", &headings)?;
    let month = Month::new(2026, 11).ok_or("a month")?;
    for number in 0..rows {
        let base = 300_000 + number % 2_000_000;
        writer.row(&[
            Value::Text(&format!("职工{number}")),
            Value::Text(&format!("{:018}", 110_105_194_900_000_000 + number)),
            Value::Fen(Fen::new(base)),
            Value::Rate(Rate::from_percent(12)),
            Value::Rate(Rate::from_percent(12)),
            Value::Fen(Fen::new(base * 24 / 100)),
            Value::Month(month),
            Value::Text(&format!("138{number:08}")),
        ])?;
    }
    writer.finish_into(File::create(path)?)?;
    Ok(())
}

fn report(what: &str, rows: i64, start: Instant) -> Result<(), Box<dyn Error>> {
    let elapsed_ms = start.elapsed().as_millis().max(1);
    let a_second = u128::try_from(rows)? * 1_000 / elapsed_ms;
    let status = std::fs::read_to_string("/proc/self/status")?;
    let peak = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .unwrap_or("unknown");
    println!(
        "{what}: {elapsed_ms} ms, {a_second} rows/s, peak {}",
        peak.trim()
    );
    Ok(())
}
