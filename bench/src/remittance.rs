//! P2: one remittance, from the arrival's request to its answer, beside the bare update and inserts
//! of the same rows.

use bytes::Bytes;
use kernel::{Clock, Month};
use serde_json::{Value, json};

use crate::bare::Bare;
use crate::centre::Centre;
use crate::http::{Client, Sent};
use crate::opening;
use crate::report::{Report, Row, grouped};
use crate::timing::{ROUNDS, Stopwatch, median, per_second, thousandths};
use crate::{Asked, Result};

const STAGE: &str = include_str!("../baselines/stage_remittance.sql");
const SCRIPT: &str = include_str!("../baselines/remittance.sql");
const COMPARE: &str = include_str!("../baselines/compare_remittance.sql");

/// The tables that the bare script writes.
const TABLES: [&str; 5] = [
    "account",
    "entry",
    "member_month",
    "voucher",
    "voucher_line",
];

/// What a remittance of the first employer took, round by round, in microseconds.
#[derive(Default)]
struct Times {
    ours: Vec<u64>,
    chunked: Vec<u64>,
    whole: Vec<u64>,
}

/// Measures a remittance of each of the employer's months owed, ours and bare in turn.
pub(crate) async fn measure(asked: &Asked, centre: &Centre, report: &mut Report) -> Result {
    let server = centre.serve().await?;
    let mut client = centre.sign_in(&server).await?;
    let bare = centre.bare().await?;
    let (mut times, mut lines, mut beyond) = (Times::default(), 0, 0);
    for round in 0..ROUNDS {
        let month = opening::due(round)?;
        let assessed = assess(&mut client, month).await?;
        if round == 0 {
            bare.copy_tables(&TABLES, true).await?;
            bare.copy_tables(&["batch_line"], false).await?;
            bare.settle().await?;
        }
        bare.checkpoint().await?;
        times.ours.push(pay(&mut client, &assessed).await?);
        bare.batch(STAGE).await?;
        bare.checkpoint().await?;
        let chunks = bare
            .numbers("SELECT CAST(MAX(n) AS BIGINT) FROM bare.chunk")
            .await?;
        let watch = Stopwatch::start();
        for chunk in 1..=chunks[0] {
            bare.transact(&SCRIPT.replace(":n", &chunk.to_string()))
                .await?;
        }
        times.chunked.push(watch.micros());
        let (count, sum) = compare(&bare, beyond).await?;
        (lines, beyond) = (count, beyond + sum);
        bare.checkpoint().await?;
        let watch = Stopwatch::start();
        bare.transact(&SCRIPT.replace(":n", "0")).await?;
        times.whole.push(watch.micros());
    }
    drop(client);
    server.stop()?;
    tell(asked, centre, report, u64::try_from(lines)?, &times);
    Ok(())
}

/// Brings the next roster of the first employer up to the point where its money may come: exported,
/// uploaded, confirmed.
pub(crate) async fn assess(client: &mut Client, month: Month) -> Result<Value> {
    let employer = employer(client, 0).await?;
    let workbook = next_roster(client, &employer).await?;
    let file = store(client, workbook).await?;
    let path = format!("/api/employers/{employer}/rosters");
    let body = json!({ "file": file, "month": month.to_string() });
    let roster = client.change(&path, &body).await?;
    let roster = roster["roster_id"].as_str().ok_or("no roster")?.to_owned();
    let path = format!("/api/rosters/{roster}/confirm");
    let assessed = client.change(&path, &json!({})).await?;
    let id = assessed["remittance_id"].as_str().ok_or("no remittance")?;
    client.read(&format!("/api/remittances/{id}")).await
}

/// The id of the so-manieth employer.
pub(crate) async fn employer(client: &mut Client, place: usize) -> Result<String> {
    let page = client
        .read("/api/employers?sort=employer_no&limit=2")
        .await?;
    let id = page["items"][place]["employer_id"].as_str();
    Ok(id.ok_or("no such employer")?.to_owned())
}

/// An employer's next roster as the product writes it.
pub(crate) async fn next_roster(client: &mut Client, employer: &str) -> Result<Bytes> {
    let path = format!("/api/employers/{employer}/next-roster.xlsx");
    let workbook = client.get(&path).await?;
    if workbook.status != 200 {
        return Err(format!("{path}: status {}", workbook.status).into());
    }
    Ok(workbook.body)
}

/// Uploads a file; its name in the system.
pub(crate) async fn store(client: &mut Client, body: Bytes) -> Result<String> {
    let sent = Sent {
        media_type: "application/octet-stream",
        headers: &[("x-file-name", "roster.xlsx")],
        body,
    };
    let stored = client.post("/api/files", sent).await?.json()?;
    Ok(stored["file"].as_str().ok_or("no file")?.to_owned())
}

/// Lets the money of a remittance arrive; how long the answer took.
pub(crate) async fn pay(client: &mut Client, remittance: &Value) -> Result<u64> {
    let accounts = client.read("/api/bank-accounts").await?;
    let serial = remittance["serial"].as_str().unwrap_or_default();
    let body = json!({
        "bank_account_id": accounts["items"][0]["bank_account_id"],
        "bank_serial": format!("BENCH{serial}"),
        "amount_fen": remittance["expected_fen"],
        "value_date": Clock::system().today().to_string(),
        "payer_name": "付款单位",
        "payer_account": "6217000000000000",
        "remark": "公积金",
        "payment_code": remittance["payment_code"],
    });
    let sent = Sent {
        media_type: "application/json",
        headers: &[],
        body: body.to_string().into(),
    };
    let answer = client.post("/api/arrivals", sent).await?;
    let received = answer.json()?;
    if received["outcome"] != "posted" || received["people_left"] != 0 {
        return Err(format!("the money didn't post the remittance: {received}").into());
    }
    Ok(answer.micros)
}

/// Holds what both wrote against each other; answers the number of lines and their sum. The bare
/// accounts hold `beyond` more: what the unchunked variant posted in earlier rounds.
async fn compare(bare: &Bare, beyond: i64) -> Result<(i64, i64)> {
    let ours = bare.numbers(&COMPARE.replace(":schema", "public")).await?;
    let theirs = bare.numbers(&COMPARE.replace(":schema", "bare")).await?;
    same(&ours, &theirs, beyond)?;
    Ok((ours[0], ours[1]))
}

/// The figures of [`COMPARE`], ours and bare.
fn same(ours: &[i64], bare: &[i64], beyond: i64) -> Result {
    let mut expected = ours.to_vec();
    let balance = expected.last_mut().ok_or("nothing to compare")?;
    *balance += beyond;
    if expected != bare || ours[0] == 0 || ours[0] != ours[2] || ours[1] != ours[3] {
        return Err(format!("ours and bare wrote different rows: {ours:?}, {bare:?}").into());
    }
    Ok(())
}

fn tell(asked: &Asked, centre: &Centre, report: &mut Report, lines: u64, times: &Times) {
    let ours = median(&times.ours);
    let accounts = centre.shape.accounts;
    let mut add = |beside: &str, bare: u64, reach: &'static str, least: Option<u64>| {
        let ratio = thousandths(bare, ours);
        let judged = least.filter(|_| !asked.size.is_tiny());
        report.add(Row {
            measure: "P2",
            database: centre.database.label(),
            what: format!(
                "{} lines over {} accounts, beside {beside}",
                grouped(lines),
                grouped(accounts as u64)
            ),
            accounts,
            unit: "lines/s",
            ours: per_second(lines, ours),
            bare: Some(per_second(lines, bare)),
            ratio_thousandths: Some(ratio),
            reach,
            reached: judged.map(|least| ratio >= least),
        });
    };
    add(
        "the same chunks",
        median(&times.chunked),
        "≥ 0.5",
        Some(500),
    );
    add("one transaction", median(&times.whole), "–", None);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_or_a_fen_more_ends_the_run() {
        let ours = [3, 300, 3, 300, 1, 600, 9_000];
        assert!(same(&ours, &ours, 0).is_ok());
        assert!(same(&ours, &[3, 300, 3, 300, 1, 600, 9_300], 300).is_ok());
        for place in 0..ours.len() {
            let mut bare = ours;
            bare[place] += 1;
            assert!(same(&ours, &bare, 0).is_err(), "{place}");
        }
        assert!(same(&[0; 7], &[0; 7], 0).is_err());
    }
}
