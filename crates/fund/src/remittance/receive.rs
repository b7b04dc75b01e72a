//! Money arrives: matched by its payment code and exact to the fen it posts the remittance, else
//! it waits in suspense and says why.

use db::{Digest, ReadTx, WriteTx};
use kernel::{ArrivalId, Date, OrBroken, RemittanceId, Result, RunId, SuspenseId, VoucherId};
use platform::audit::{self, Subject};
use platform::{App, Caller, IdempotencyKey, Once, Scope, business_day};
use serde_json::json;
use settlement::arrival::{
    self, ARRIVAL_RECORD, Arrival, ArrivalStatus, CheckedArrival, NewArrival, Purpose,
};
use settlement::bank_account::{self, Nature};
use settlement::suspense::{self, NewSuspense, Reason};

use super::model::{Remittance, RemittanceStatus};
use super::payment_code::PaymentCode;
use super::store::{self, Claim};
use super::{REMITTANCE_POST, rule, run};
use crate::account::bulk;

/// What an arrival is posted for, as it says itself.
pub const PURPOSE: &str = "remittance";

db::codes! {
    /// Where the money went.
    pub enum Outcome {
        /// It paid a remittance.
        Posted = "posted", "已入账";
        /// It waits.
        Suspense = "suspense", "暂收";
    }
}

/// What came of an arrival.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// The arrival.
    pub arrival_id: ArrivalId,
    /// Where the money went.
    pub outcome: Outcome,
    /// The remittance it paid.
    pub remittance_id: Option<RemittanceId>,
    /// Where it waits.
    pub suspense_id: Option<SuspenseId>,
    /// Why it waits: code and sentence.
    pub reason: Option<(String, String)>,
    /// 汇缴人数 of the remittance.
    pub people: Option<i64>,
    /// Members of it whose accounts are still to be posted: a run of several vouchers was
    /// stopped, and goes on by itself.
    pub people_left: i64,
    /// The vouchers that carry the money.
    pub voucher_ids: Vec<VoucherId>,
}

/// Records an arrival, and posts what it pays.
///
/// # Errors
/// `action_forbidden`; `arrival_invalid` with a finding a field; `bank_account_unknown`,
/// `arrival_recorded_twice`; `business_day_not_open`; those of [`ledger::voucher::post`],
/// `period_closed` first of all; those of [`App::write_once`]. Money that fits no remittance is not
/// refused: it is at the bank, whatever we say.
pub async fn receive(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    new: NewArrival,
) -> Result<Received> {
    receive_in_chunks(app, caller, key, new, bulk::MAX_CHUNK).await
}

/// [`receive`] with vouchers of so many lines.
pub(super) async fn receive_in_chunks(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    new: NewArrival,
    chunk_lines: i64,
) -> Result<Received> {
    let (arrival_id, paid) = record(app, caller, key, new, chunk_lines).await?;
    if let Some(remittance_id) = paid {
        // The arrival stands whatever becomes of the rest: a run that can't go on is told by
        // `people_left` and tried again by the keeper.
        let rest = run::post_rest(app, caller.centre(), remittance_id, chunk_lines).await;
        if let Err(error) = rest {
            tracing::error!(%remittance_id, %error, "a remittance can't be posted on");
        }
    }
    received_in(&mut app.db.read(caller.centre()).await?, arrival_id).await
}

/// The first transaction: the arrival, and the suspense or the first chunk. Answers the remittance
/// that has chunks left.
pub(super) async fn record(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    new: NewArrival,
    chunk_lines: i64,
) -> Result<(ArrivalId, Option<RemittanceId>)> {
    app.enforce(caller, &ARRIVAL_RECORD, Scope::Centre).await?;
    let asked = request_hash(&new);
    let checked = new.check(app.clock.today())?;
    let serial = arrival::next_serial(app, caller.centre()).await?;
    let suspense_serial = suspense::next_serial(app, caller.centre()).await?;
    let mut tx = match app.write_once(caller, &ARRIVAL_RECORD, key, asked).await? {
        Once::Replay(id) => return Ok((id.parse().or_broken("a replayed arrival")?, None)),
        Once::Fresh(tx) => tx,
    };
    let business_date = business_day::posting_date(&mut tx).await?;
    let code = rule::code_of(checked.payment_code(), checked.remark());
    let matched = match &code {
        Ok(code) => match_in(&mut tx, &checked, *code).await?,
        Err(reason) => Err(reason.clone()),
    };
    let checked = match code {
        Ok(code) => checked.recognised(code.to_string()),
        Err(_) => checked,
    };
    let arrival =
        arrival::record_in(&mut tx, &app.clock, caller, serial, checked, business_date).await?;
    let left = match matched {
        Ok(remittance) => {
            let paid = pay_in(
                &mut tx,
                app,
                caller,
                &arrival,
                remittance,
                business_date,
                chunk_lines,
            );
            paid.await?
        }
        Err(reason) => {
            let new = NewSuspense {
                serial: suspense_serial,
                arrival: &arrival,
                business_date,
                reason,
            };
            suspense::open_in(&mut tx, &app.clock, caller, new).await?;
            None
        }
    };
    tx.finish(arrival.arrival_id).await?;
    Ok((arrival.arrival_id, left))
}

fn request_hash(new: &NewArrival) -> db::Digest32 {
    Digest::new("arrival.record")
        .column(new.bank_account_id)
        .text(&new.bank_serial)
        .column(new.amount_fen)
        .text(&new.value_date)
        .text(&new.payer_name)
        .text(&new.payer_account)
        .text(&new.remark)
        .text_or_none(new.payment_code.as_deref())
        .finish()
}

/// The remittance that the money pays, its row locked; or why it waits.
async fn match_in(
    tx: &mut WriteTx,
    checked: &CheckedArrival,
    code: PaymentCode,
) -> Result<std::result::Result<Remittance, Reason>> {
    let bank = bank_account::require_in(tx, checked.bank_account_id()).await?;
    if bank.nature != Nature::Fund {
        return Ok(Err(rule::not_the_fund_s(bank.nature)));
    }
    let found = tx
        .optional(&store::REMITTANCE_BY_CODE_LOCKED, (code.to_string(),))
        .await?;
    let Some(remittance) = found else {
        return Ok(Err(rule::unknown_code(code)));
    };
    if let Err(reason) = rule::pays(checked.amount(), &remittance) {
        return Ok(Err(reason));
    }
    let asked = (
        remittance.batch_id,
        remittance.employer_id,
        remittance.month,
    );
    match tx.one(&store::NOT_POSTABLE, asked).await? {
        (0,) => Ok(Ok(remittance)),
        (accounts,) => Ok(Err(rule::not_postable(accounts))),
    }
}

/// Claims the remittance for the arrival and posts its first chunk.
async fn pay_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    arrival: &Arrival,
    remittance: Remittance,
    business_date: Date,
    chunk_lines: i64,
) -> Result<Option<RemittanceId>> {
    let remittance_id = remittance.remittance_id;
    let bank = bank_account::require_in(tx, arrival.bank_account_id).await?;
    let claim = Claim {
        remittance_id,
        arrival_id: arrival.arrival_id,
        ledger_account: bank.ledger_account,
        value_date: arrival.value_date,
        run_id: RunId::new(&app.clock),
        preparer: caller.actor.label(),
    };
    tx.execute_one(&store::CLAIM, claim).await?;
    let claimed = tx.one(&store::REMITTANCE_BY_ID, (remittance_id,)).await?;
    let to_line = run::post_chunk_in(tx, app, &claimed, business_date, chunk_lines).await?;
    let chunks = tx.all(&store::CHUNKS_OF, (remittance_id,)).await?;
    let voucher_id = chunks
        .first()
        .or_broken("a posted chunk is missing")?
        .voucher_id;
    let purpose = Purpose {
        kind: PURPOSE,
        id: remittance_id.to_string(),
    };
    arrival::post_in(tx, arrival.arrival_id, purpose, voucher_id).await?;
    tx.execute(&store::EMPLOYER_HAS_REMITTED, (remittance.employer_id,))
        .await?;
    let subject = Subject::new("remittance", remittance_id);
    let detail = json!({ "arrival": arrival.arrival_id.to_string(), "lines": [1, to_line] });
    audit::record(tx, &app.clock, caller, &REMITTANCE_POST, subject, detail).await?;
    Ok((to_line < remittance.people).then_some(remittance_id))
}

/// What came of an arrival, as it stands now.
async fn received_in(tx: &mut ReadTx, arrival_id: ArrivalId) -> Result<Received> {
    let arrival = arrival::require_in(tx, arrival_id).await?;
    let mut received = Received {
        arrival_id,
        outcome: Outcome::Posted,
        remittance_id: None,
        suspense_id: None,
        reason: None,
        people: None,
        people_left: 0,
        voucher_ids: Vec::new(),
    };
    if arrival.status == ArrivalStatus::Suspense {
        let waiting = suspense::of_arrival_in(tx, arrival_id).await?;
        let waiting = waiting.or_broken("an arrival in suspense waits nowhere")?;
        received.outcome = Outcome::Suspense;
        received.suspense_id = Some(waiting.suspense_id);
        received.reason = Some((waiting.reason_code, waiting.reason_sentence));
        received.voucher_ids = vec![waiting.voucher_id];
        return Ok(received);
    }
    let remittance = tx.one(&store::REMITTANCE_OF_ARRIVAL, (arrival_id,)).await?;
    let chunks = tx
        .all(&store::CHUNKS_OF, (remittance.remittance_id,))
        .await?;
    received.remittance_id = Some(remittance.remittance_id);
    received.people = Some(remittance.people);
    if remittance.status == RemittanceStatus::Posting {
        received.people_left = remittance.people - remittance.posted_lines;
    }
    received.voucher_ids = chunks.into_iter().map(|chunk| chunk.voucher_id).collect();
    Ok(received)
}
