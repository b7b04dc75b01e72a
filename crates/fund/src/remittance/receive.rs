//! Money arrives: matched by its payment code and exact to the fen it posts the remittance, else
//! it waits in suspense and says why.

use db::{Digest, ReadTx, WriteTx};
use kernel::{ArrivalId, Fen, OrBroken, RemittanceId, Result, SuspenseId, VoucherId};
use platform::{App, Caller, IdempotencyKey, Once, OnceTx, Scope, business_day};
use settlement::arrival::{self, ARRIVAL_RECORD, CheckedArrival, NewArrival};
use settlement::bank_account::{self, Nature};
use settlement::suspense::{self, NewSuspense, Reason, Suspense};

use super::funding::{self, Filling, Wire};
use super::model::{Remittance, RemittanceStatus};
use super::payment_code::PaymentCode;
use super::{error, rule, run, store};
use crate::account::bulk;

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
    /// Where it waits, or what of it was over.
    pub suspense_id: Option<SuspenseId>,
    /// Why that waits: code and sentence.
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
/// `action_forbidden`; `arrival_invalid` with a finding a field; `payment_code_invalid`,
/// `payment_code_unknown` of a code that the clerk gives; `bank_account_unknown`,
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
        // `people_left` and tried again by the job.
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
    let code = given_code(app, caller, &checked).await?;
    let serials = Serials {
        arrival: arrival::next_serial(app, caller.centre()).await?,
        suspense: suspense::next_serial(app, caller.centre()).await?,
    };
    let recorded = match app.write_once(caller, &ARRIVAL_RECORD, key, asked).await {
        Ok(Once::Replay(id)) => id.parse().or_broken("a replayed arrival").map(replayed),
        Ok(Once::Fresh(tx)) => {
            record_in(tx, app, caller, checked, code, &serials, chunk_lines).await
        }
        Err(error) => Err(error),
    };
    serials.give_back_unused(app, caller, &recorded).await;
    recorded.map(|recorded| (recorded.arrival_id, recorded.left))
}

/// The numbers taken for an arrival before its transaction.
struct Serials {
    arrival: i64,
    /// Of the item in which its money waits, or what is over of it.
    suspense: i64,
}

impl Serials {
    /// What was refused, or recorded before, uses no number up. A breakage may have come after the
    /// commit: then none is given back.
    async fn give_back_unused(&self, app: &App, caller: &Caller, recorded: &Result<Recorded>) {
        let (arrival, suspense) = match recorded {
            Ok(recorded) => (recorded.is_replayed, !recorded.waits),
            Err(error) => (error.refusal().is_some(), error.refusal().is_some()),
        };
        if arrival {
            arrival::give_back_serial(app, caller.centre(), self.arrival).await;
        }
        if suspense {
            suspense::give_back_serial(app, caller.centre(), self.suspense).await;
        }
    }
}

/// What the first transaction came to.
struct Recorded {
    arrival_id: ArrivalId,
    /// The remittance that has chunks left.
    left: Option<RemittanceId>,
    /// Whether the same request was recorded before.
    is_replayed: bool,
    /// Whether money of it waits.
    waits: bool,
}

fn replayed(arrival_id: ArrivalId) -> Recorded {
    Recorded {
        arrival_id,
        left: None,
        is_replayed: true,
        waits: false,
    }
}

/// The payment code that the clerk gives, which is one and a remittance's: a slip is put right at
/// the desk. A code that stands in the remark alone is the payer's word and never refused.
async fn given_code(
    app: &App,
    caller: &Caller,
    checked: &CheckedArrival,
) -> Result<Option<PaymentCode>> {
    let Some(given) = checked.payment_code() else {
        return Ok(None);
    };
    let code: PaymentCode = given.parse().map_err(|fault| error::code_invalid(&fault))?;
    let mut tx = app.db.read(caller.centre()).await?;
    let (count,) = tx.one(&store::COUNT_OF_CODE, (code.to_string(),)).await?;
    if count == 0 {
        return Err(error::code_unknown(code));
    }
    Ok(Some(code))
}

async fn record_in(
    mut tx: Box<OnceTx>,
    app: &App,
    caller: &Caller,
    checked: CheckedArrival,
    given: Option<PaymentCode>,
    serials: &Serials,
    chunk_lines: i64,
) -> Result<Recorded> {
    let business_date = business_day::posting_date(&mut tx).await?;
    let code = rule::code_of(given, checked.remark());
    let found = match &code {
        Ok(code) => match_in(&mut tx, &checked, *code).await?,
        Err(reason) => Found::nothing(reason.clone()),
    };
    let checked = match code {
        Ok(code) => checked.recognised(code.to_string()),
        Err(_) => checked,
    };
    let serial = serials.arrival;
    let arrival =
        arrival::record_in(&mut tx, &app.clock, caller, serial, checked, business_date).await?;
    let (left, waits) = match found.outcome {
        Ok(payment) => {
            let waits = payment.amount < arrival.amount_fen;
            let filling = Filling {
                wire: Some(Wire {
                    arrival: &arrival,
                    amount: payment.amount,
                    suspense_serial: serials.suspense,
                }),
                items: payment.items,
                value_date: arrival.value_date,
                business_date,
                chunk_lines,
            };
            let remittance = payment.remittance;
            let left = funding::fill_in(&mut tx, app, caller, remittance, filling).await?;
            (left, waits)
        }
        Err(reason) => {
            let new = NewSuspense {
                serial: serials.suspense,
                arrival: &arrival,
                amount: arrival.amount_fen,
                owner: found.owner,
                named: found.named,
                business_date,
                reason,
            };
            suspense::open_in(&mut tx, &app.clock, caller, new).await?;
            (None, true)
        }
    };
    tx.finish(arrival.arrival_id).await?;
    Ok(Recorded {
        arrival_id: arrival.arrival_id,
        left,
        is_replayed: false,
        waits,
    })
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

/// What a wire was found to be for.
struct Found {
    /// What it pays, or why it waits.
    outcome: std::result::Result<Payment, Reason>,
    /// The employer, when its payment code is one's.
    owner: Option<String>,
    /// The remittance that awaits it, and for which it waits when it is too little.
    named: Option<String>,
}

/// A remittance with what fills it.
struct Payment {
    /// Its row is locked.
    remittance: Remittance,
    /// What waited for it, all of each item.
    items: Vec<(Suspense, Fen)>,
    /// What it takes of the wire.
    amount: Fen,
}

impl Found {
    fn nothing(reason: Reason) -> Found {
        Found {
            outcome: Err(reason),
            owner: None,
            named: None,
        }
    }
}

/// Finds what a wire pays by its payment code: the remittance, its row locked, with what waits for
/// it already.
async fn match_in(tx: &mut WriteTx, checked: &CheckedArrival, code: PaymentCode) -> Result<Found> {
    let bank = bank_account::require_in(tx, checked.bank_account_id()).await?;
    if bank.nature != Nature::Fund {
        return Ok(Found::nothing(rule::not_the_fund_s(bank.nature)));
    }
    let found = tx
        .optional(&store::REMITTANCE_BY_CODE_LOCKED, (code.to_string(),))
        .await?;
    let Some(remittance) = found else {
        return Ok(Found::nothing(rule::unknown_code(code)));
    };
    let named = remittance.remittance_id.to_string();
    let owner = Some(remittance.employer_id.to_string());
    funding::lock_employers_in(tx, std::slice::from_ref(&remittance)).await?;
    let waiting = suspense::named_locked_in(tx, &named).await?;
    let sum = Fen::sum(waiting.iter().map(|item| item.left_fen)).or_broken("what waits")?;
    let amount = match rule::pays(checked.amount(), sum, &remittance) {
        Ok(amount) => amount,
        Err(reason) => {
            let awaits = remittance.status == RemittanceStatus::Assessed;
            return Ok(Found {
                outcome: Err(reason),
                owner,
                named: awaits.then_some(named),
            });
        }
    };
    let outcome = match funding::not_postable_in(tx, &remittance).await? {
        0 => Ok(Payment {
            remittance,
            items: waiting
                .into_iter()
                .map(|item| {
                    let left = item.left_fen;
                    (item, left)
                })
                .collect(),
            amount,
        }),
        accounts => Err(rule::not_postable(accounts)),
    };
    Ok(Found {
        outcome,
        owner,
        named: None,
    })
}

/// What came of an arrival, as it stands now.
async fn received_in(tx: &mut ReadTx, arrival_id: ArrivalId) -> Result<Received> {
    let mut received = Received {
        arrival_id,
        outcome: Outcome::Suspense,
        remittance_id: None,
        suspense_id: None,
        reason: None,
        people: None,
        people_left: 0,
        voucher_ids: Vec::new(),
    };
    if let Some(waiting) = suspense::of_arrival_in(tx, arrival_id).await?.pop() {
        received.suspense_id = Some(waiting.suspense_id);
        received.reason = Some((waiting.reason_code, waiting.reason_sentence));
        received.voucher_ids = vec![waiting.voucher_id];
    }
    let filled = tx
        .optional(&store::REMITTANCE_OF_ARRIVAL, (arrival_id,))
        .await?;
    let Some((remittance_id,)) = filled else {
        return Ok(received);
    };
    let remittance = tx.one(&store::REMITTANCE_BY_ID, (remittance_id,)).await?;
    let chunks = tx.all(&store::CHUNKS_OF, (remittance_id,)).await?;
    received.outcome = Outcome::Posted;
    received.remittance_id = Some(remittance_id);
    received.people = Some(remittance.people);
    if remittance.status == RemittanceStatus::Posting {
        received.people_left = remittance.people - remittance.posted_lines;
    }
    received.voucher_ids = chunks.into_iter().map(|chunk| chunk.voucher_id).collect();
    Ok(received)
}
