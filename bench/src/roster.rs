//! P3: one roster as large as the product takes, uploaded as a browser does, beside the same file
//! read by nothing but zip and XML, and the same rows loaded in bulk.
//!
//! The server is started for each round, so that the memory it held at most is that of one upload:
//! the file received, sealed and stored, read, judged against the accounts, and kept as a preview.

use std::io::{BufReader, Cursor, Read as _};

use bytes::Bytes;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::{Value, json};
use zip::ZipArchive;

use crate::centre::Centre;
use crate::http::Sent;
use crate::report::{Report, Row, grouped};
use crate::timing::{ROUNDS, Stopwatch, median, per_second, thousandths};
use crate::{Asked, Result, opening, remittance};

/// The tables of a preview, which the bare script loads.
const TABLES: [&str; 2] = ["roster_person", "roster_line"];
/// The rows of the roster uploaded last.
const NEWEST: &str = "centre_id = 1 AND roster_id = \
    (SELECT roster_id FROM public.roster ORDER BY created_at DESC LIMIT 1)";
/// What the measure asks for.
const MEMORY_KIB: u64 = 300 * 1024;
const ROWS_A_SECOND: u64 = 60_000;

/// What came of the rounds.
#[derive(Default)]
struct Times {
    ours: Vec<u64>,
    stored: Vec<u64>,
    read: Vec<u64>,
    loaded: Vec<u64>,
    peak_kib: u64,
    told: usize,
    rows: u64,
    file_bytes: usize,
}

/// Measures the upload of the second employer's next roster.
pub(crate) async fn measure(asked: &Asked, centre: &Centre, report: &mut Report) -> Result {
    let server = centre.serve().await?;
    let mut client = centre.sign_in(&server).await?;
    let employer = remittance::employer(&mut client, 1).await?;
    let workbook = remittance::next_roster(&mut client, &employer).await?;
    drop(client);
    server.stop()?;
    let mut bare = centre.bare().await?;
    let mut times = Times {
        file_bytes: workbook.len(),
        ..Times::default()
    };
    for _ in 0..ROUNDS {
        bare.copy_tables(&TABLES, false).await?;
        let roster = upload(centre, &employer, &workbook, &mut times).await?;
        let watch = Stopwatch::start();
        let rows = rows_in(&workbook)?;
        times.read.push(watch.micros());
        let mut loads = 0;
        for table in TABLES {
            let newest = format!("SELECT * FROM public.{table} WHERE {NEWEST}");
            let rows = bare.read(&newest).await?;
            bare.checkpoint().await?;
            let watch = Stopwatch::start();
            bare.load(table, rows).await?;
            loads += watch.micros();
        }
        times.loaded.push(loads);
        compare(&bare, rows).await?;
        times.rows = rows;
        discard(centre, &roster).await?;
    }
    tell(asked, centre, report, &times);
    Ok(())
}

/// Uploads the file to a server started for it; the roster's id.
async fn upload(
    centre: &Centre,
    employer: &str,
    workbook: &Bytes,
    times: &mut Times,
) -> Result<String> {
    let server = centre.serve().await?;
    let mut client = centre.sign_in(&server).await?;
    let watch = Stopwatch::start();
    let file = remittance::store(&mut client, workbook.clone()).await?;
    times.stored.push(watch.micros());
    let body = json!({ "file": file, "month": opening::due(0)?.to_string() });
    let sent = Sent {
        media_type: "application/json",
        headers: &[("accept", "text/event-stream")],
        body: body.to_string().into(),
    };
    let answer = client
        .post(&format!("/api/employers/{employer}/rosters"), sent)
        .await?;
    times.ours.push(answer.micros);
    times.peak_kib = times.peak_kib.max(server.peak_kib());
    let text = String::from_utf8(answer.body.to_vec())?;
    let told = text.lines().filter_map(|line| line.strip_prefix("data: "));
    let told = told
        .map(serde_json::from_str)
        .collect::<std::result::Result<Vec<Value>, _>>()?;
    times.told = told.len().saturating_sub(1);
    let roster = told.last().and_then(|last| last["roster_id"].as_str());
    let roster = roster.ok_or_else(|| format!("the roster was refused: {text}"))?;
    let shown = client.read(&format!("/api/rosters/{roster}")).await?;
    if shown["faulty_rows"] != 0 {
        return Err(format!("the product finds fault with its own roster: {shown}").into());
    }
    drop(client);
    server.stop()?;
    Ok(roster.to_owned())
}

/// Gives the preview up, so that the next round finds what this one found.
async fn discard(centre: &Centre, roster: &str) -> Result {
    let server = centre.serve().await?;
    let mut client = centre.sign_in(&server).await?;
    let path = format!("/api/rosters/{roster}/discard");
    let sent = Sent {
        media_type: "application/json",
        headers: &[],
        body: Bytes::new(),
    };
    let answer = client.post(&path, sent).await?;
    if answer.status != 204 {
        return Err(format!("{path}: status {}", answer.status).into());
    }
    drop(client);
    server.stop()
}

/// The rows of the first sheet, every cell's text looked at and nothing made of it. The header is
/// not counted.
fn rows_in(workbook: &Bytes) -> Result<u64> {
    let mut archive = ZipArchive::new(Cursor::new(workbook.clone()))?;
    let mut shared = Vec::new();
    if let Ok(mut part) = archive.by_name("xl/sharedStrings.xml") {
        part.read_to_end(&mut shared)?;
    }
    let sheet = archive.by_name("xl/worksheets/sheet1.xml")?;
    let mut reader = Reader::from_reader(BufReader::with_capacity(1 << 16, sheet));
    let (mut buffer, mut rows, mut bytes) = (Vec::new(), 0_u64, shared.len());
    loop {
        match reader.read_event_into(&mut buffer)? {
            Event::Start(tag) if tag.local_name().as_ref() == "row" => rows += 1,
            Event::Text(text) => bytes += text.len(),
            Event::Eof => break,
            _ => {}
        }
        buffer.clear();
    }
    if bytes == 0 {
        return Err("a sheet without text".into());
    }
    Ok(rows.saturating_sub(1))
}

/// Holds what ours kept against what the bare script loaded and the bare reader counted.
async fn compare(bare: &crate::bare::Bare, rows: u64) -> Result {
    let query = |schema: &str| {
        format!(
            "SELECT (SELECT CAST(COUNT(*) AS BIGINT) FROM {schema}.roster_person WHERE {NEWEST}), \
                    (SELECT CAST(COUNT(*) AS BIGINT) FROM {schema}.roster_line WHERE {NEWEST}), \
                    (SELECT CAST(SUM(base_fen) AS BIGINT) FROM {schema}.roster_line \
                      WHERE {NEWEST}), \
                    (SELECT CAST(SUM(employer_fen + member_fen) AS BIGINT) \
                       FROM {schema}.roster_line WHERE {NEWEST})"
        )
    };
    let ours = bare.numbers(&query("public")).await?;
    let theirs = bare.numbers(&query("bare")).await?;
    let rows = i64::try_from(rows)?;
    if ours != theirs || ours[..2] != [rows, rows] {
        let sentence = format!("rows differ: ours {ours:?}, bare {theirs:?}, in the file {rows}");
        return Err(sentence.into());
    }
    Ok(())
}

fn tell(asked: &Asked, centre: &Centre, report: &mut Report, times: &Times) {
    let (rows, ours) = (times.rows, median(&times.ours));
    let rate = per_second(rows, ours);
    let (read, loaded) = (median(&times.read), median(&times.loaded));
    let whole = rows == 400_000;
    let judged = |reached: bool| (whole && !asked.size.is_tiny()).then_some(reached);
    let mut add = |row: Row| report.add(row);
    let what = format!(
        "{} rows over {} accounts, {} KiB of xlsx",
        grouped(rows),
        grouped(centre.shape.accounts as u64),
        grouped((times.file_bytes / 1024) as u64)
    );
    let row = |what: String| Row {
        measure: "P3",
        database: centre.database.label(),
        what,
        accounts: centre.shape.accounts,
        unit: "rows/s",
        ours: rate,
        bare: None,
        ratio_thousandths: None,
        reach: "–",
        reached: None,
    };
    let beside = |what: String, bare: u64| Row {
        bare: Some(per_second(rows, bare)),
        ratio_thousandths: Some(thousandths(bare, ours)),
        ..row(what)
    };
    add(Row {
        reach: "≥ 60,000 rows/s",
        reached: judged(rate >= ROWS_A_SECOND),
        ..beside(format!("{what}, beside reading and loading"), read + loaded)
    });
    add(beside(
        format!("{} rows, beside zip and XML alone", grouped(rows)),
        read,
    ));
    add(beside(
        format!("{} rows, beside the bulk load alone", grouped(rows)),
        loaded,
    ));
    add(Row {
        unit: "KiB",
        ours: times.peak_kib,
        reach: "≤ 300 MiB",
        reached: judged(times.peak_kib <= MEMORY_KIB),
        ..row(format!(
            "memory of the server at most, file received and stored included; progress told {} times",
            times.told
        ))
    });
    add(Row {
        ours: per_second(rows, median(&times.stored)),
        ..row("receiving, sealing and storing the file before".to_owned())
    });
}
