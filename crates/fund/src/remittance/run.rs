//! Posting a remittance to its members' accounts, chunk by chunk.
//!
//! A chunk is one transaction with its own voucher: the first stands in the transaction that
//! records the arrival, each further one in its own. `posted_lines` moves with the chunk, so a run
//! that was stopped goes on from there ([`POST_REST`]) and each account is posted once,
//! whoever goes on and however often: the run's row is locked, and a chunk advances it only from
//! where it saw it.

use std::time::Duration;

use db::WriteTx;
use kernel::{CentreId, Date, EmployerId, Error, Fen, OrBroken, RemittanceId, Result, VoucherId};
use platform::audit::{self, Subject};
use platform::job::{self, JobKind, Run, Step};
use platform::{App, Caller, business_day};
use serde_json::json;

use super::REMITTANCE_POST;
use super::model::{Remittance, RemittanceStatus};
use super::posting::{self, ChunkAmounts, Incoming, Payer};
use super::store::{self, Advance, NewChunk};
use crate::account::MonthKind;
use crate::account::bulk::{self, Chunk, Direction, Posting};
use crate::employer;

/// How often a chunk is begun that the database gives up.
const MAX_TRIES: u32 = 5;

/// The job that goes on with runs.
const JOB: &str = "remittance_run";

/// Going on with a remittance whose posting was stopped; about the remittance.
pub const POST_REST: JobKind = JobKind {
    code: "remittance.post_rest",
    label: "续记汇缴",
    about: "remittance",
};

/// Its steps.
pub const POST_REST_STEPS: &[Step] = &[Step {
    code: "post",
    label: "逐批记入个人账户",
    run: |run| Box::pin(go_on(run, bulk::MAX_CHUNK)),
}];

/// How long the job waits for whoever brought the money in.
const POST_REST_AFTER: Duration = Duration::from_secs(30);

/// Posts the chunks that a stop has left.
pub(super) async fn go_on(run: &Run<'_>, chunk_lines: i64) -> Result<String> {
    let (app, centre, remittance_id) = (run.app, run.centre(), run.subject()?);
    let next = || post_next(app, centre, remittance_id, chunk_lines);
    let mut posted = None;
    while let Some((lines, people)) = db::retried(MAX_TRIES, next).await? {
        posted = Some(people);
        run.tell(lines, people).await?;
    }
    Ok(match posted {
        Some(people) => format!("{people} 人全部入账"),
        None => "已入账".to_owned(),
    })
}

/// Posts the chunks that are left, each in its own transaction. One that the database gave up for
/// another's sake is begun again, so many times; after that the job goes on.
pub(super) async fn post_rest(
    app: &App,
    centre: CentreId,
    remittance_id: RemittanceId,
    chunk_lines: i64,
) -> Result<()> {
    let next = || post_next(app, centre, remittance_id, chunk_lines);
    while db::retried(MAX_TRIES, next).await?.is_some() {}
    Ok(())
}

/// Posts the next chunk in a transaction of its own; how many lines of how many are posted then, none
/// when there was no chunk left.
async fn post_next(
    app: &App,
    centre: CentreId,
    remittance_id: RemittanceId,
    chunk_lines: i64,
) -> Result<Option<(i64, i64)>> {
    let caller = Caller::system(JOB, centre);
    let mut tx = app.db.write(centre).await?;
    let business_date = business_day::posting_date(&mut tx).await?;
    let remittance = tx.one(&store::REMITTANCE_LOCKED, (remittance_id,)).await?;
    if remittance.status != RemittanceStatus::Posting {
        return Ok(None);
    }
    let stretch = (business_date, chunk_lines);
    let (to_line, _) = post_chunk_in(&mut tx, app, &remittance, None, stretch).await?;
    let subject = Subject::new("remittance", remittance_id);
    let detail = json!({
        "serial": remittance.serial,
        "lines": [remittance.posted_lines + 1, to_line],
    });
    let (clock, action) = (&app.clock, &REMITTANCE_POST);
    audit::record(&mut tx, clock, &caller, action, subject, detail).await?;
    tx.commit().await?;
    Ok(Some((to_line, remittance.people)))
}

/// Posts the next chunk of a remittance that is being posted, whose row the caller has locked;
/// answers its last line and its voucher. The first brings the money in.
///
/// # Errors
/// Those of [`ledger::voucher::post`] and [`bulk::post_in`]; the caller drops the transaction.
pub(super) async fn post_chunk_in(
    tx: &mut WriteTx,
    app: &App,
    remittance: &Remittance,
    incoming: Option<Incoming>,
    (business_date, chunk_lines): (Date, i64),
) -> Result<(i64, VoucherId)> {
    let from_line = remittance.posted_lines + 1;
    let to_line = remittance.people.min(remittance.posted_lines + chunk_lines);
    let chunk = Chunk {
        batch_id: remittance.batch_id,
        from_line,
        to_line,
    };
    let (kind, month) = (MonthKind::Remittance, remittance.month);
    let value_date = remittance
        .value_date
        .or_broken("a remittance posted without value date")?;
    let summary = bulk::summarise_in(tx, chunk, kind, month, value_date, Direction::Post).await?;
    let last = to_line == remittance.people;
    let (chunk_no, rest) = place_in(tx, remittance, summary.total_fen, last).await?;
    let employer = employer::require_in(tx, remittance.employer_id).await?;
    let amounts = ChunkAmounts {
        chunk_no,
        people: summary.lines,
        amount: summary.total_fen,
        rest,
        digest: summary.digest,
    };
    if last {
        // Before the accounts, as whoever changes an employer's accounts locks.
        employer::lock_in(tx, remittance.employer_id).await?;
    }
    let payer = Payer {
        employer_name: &employer.name,
        month,
    };
    let voucher = posting::remitted(remittance, payer, &amounts, incoming, business_date)?;
    let voucher_id = ledger::voucher::post(tx, &app.clock, voucher).await?;
    let posting = Posting {
        chunk,
        employer_id: remittance.employer_id,
        kind,
        month,
        business_date,
        value_date,
        voucher_id,
    };
    bulk::post_in(tx, &posting).await?;
    let new = NewChunk {
        remittance_id: remittance.remittance_id,
        chunk_no,
        from_line,
        to_line,
        amount_fen: summary.total_fen,
        voucher_id,
    };
    match (chunk_no, last) {
        (_, true) => job::settle_in(tx, &POST_REST, remittance.remittance_id).await?,
        (1, false) => {
            // Whoever brought the money in posts the rest as well, unless something stops them.
            let system = Caller::system(JOB, tx.centre());
            let in_case = (remittance.remittance_id, POST_REST_AFTER);
            job::enqueue_in(tx, &app.clock, &system, &POST_REST, in_case).await?;
        }
        _ => {}
    }
    let posted_on = last.then_some(business_date);
    keep_in(tx, remittance.employer_id, new, posted_on).await?;
    Ok((to_line, voucher_id))
}

/// Keeps what a chunk has posted and how far its remittance is with it. `posted_on` is the day of the
/// last chunk, after which the employer's months are renewed: the caller has locked the employer,
/// before the accounts.
async fn keep_in(
    tx: &mut WriteTx,
    employer_id: EmployerId,
    chunk: NewChunk,
    posted_on: Option<Date>,
) -> Result<()> {
    let advance = Advance {
        remittance_id: chunk.remittance_id,
        from_line: chunk.from_line,
        to_line: chunk.to_line,
        status: match posted_on {
            Some(_) => RemittanceStatus::Posted,
            None => RemittanceStatus::Posting,
        },
        posted_on,
    };
    tx.execute_one(&store::INSERT_CHUNK, chunk).await?;
    tx.execute_one(&store::ADVANCE, advance).await?;
    if posted_on.is_some() {
        employer::renew_paid_in(tx, employer_id).await?;
    }
    Ok(())
}

/// A chunk's number among those of its remittance, and what it leaves to distribute: of the last
/// one nothing.
async fn place_in(
    tx: &mut WriteTx,
    remittance: &Remittance,
    amount: Fen,
    last: bool,
) -> Result<(i64, Fen)> {
    let id = remittance.remittance_id;
    let earlier = tx.all(&store::CHUNKS_OF, (id,)).await?;
    let chunk_no = i64::try_from(earlier.len()).or_broken("a chunk's number")? + 1;
    let before = Fen::sum(earlier.iter().map(|chunk| chunk.amount_fen));
    let rest = rest_of(remittance, before, amount)?;
    if last != rest.is_zero() {
        return Err(Error::broken(format!(
            "the lines of remittance {id} don't add up"
        )));
    }
    Ok((chunk_no, rest))
}

/// What is left to distribute after a chunk.
fn rest_of(remittance: &Remittance, before: Option<Fen>, amount: Fen) -> Result<Fen> {
    let posted = before.and_then(|before| before.checked_add(amount));
    let rest = posted.and_then(|posted| remittance.expected_fen.checked_sub(posted));
    rest.filter(|rest| !rest.is_negative())
        .or_broken("more posted than a remittance expects")
}
