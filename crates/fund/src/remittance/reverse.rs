//! Reversing a wrong posting. What accounts don't hold any more becomes a claim on their members, see
//! [`shortfall`](super::shortfall).

use db::{Digest, WriteTx};
use kernel::{Error, Fen, OrBroken, RemittanceId, Result, SuspenseId, VoucherId};
use ledger::Line;
use platform::approval::{Approvable, Outcome, Passage, Request, Run};
use platform::audit::{self, Subject};
use platform::{App, Caller, IdempotencyKey, Once, business_day};
use serde::{Deserialize, Serialize};
use serde_json::json;
use settlement::arrival::{self, Purpose};
use settlement::recovery;
use settlement::suspense::{self, NewSuspense, SUSPENSE_ACCOUNT};

use super::model::{PostedChunk, Remittance, RemittanceStatus};
use super::posting::{self, Why};
use super::shortfall::{self, SHORTFALLS_OF_REVERSALS};
use super::store::{self, Ended, Ending};
use super::{PURPOSE, REMITTANCE_REVERSE, error, list, rule};
use crate::account::MonthKind;
use crate::account::bulk::{self, Chunk, Direction, Reversal};
use crate::employer;
use crate::reason::checked_reason;

/// What is asked of [`reverse`], as it waits for approval.
#[derive(Serialize, Deserialize)]
struct Asked {
    remittance_id: RemittanceId,
    reason: String,
    accepted_fen: Fen,
}

/// [`reverse`] as a business that may need approval, by the amount of the remittance.
pub(crate) const APPROVABLE: Approvable = Approvable {
    business: &REMITTANCE_REVERSE,
    by_amount: true,
    run: |run| Box::pin(run_approved(run)),
};

async fn run_approved(run: Run<'_>) -> Result<String> {
    let asked: Asked = run.asked()?;
    let (app, caller, id) = (run.app, run.caller, asked.remittance_id);
    let accepted = asked.accepted_fen;
    let outcome = reverse(app, caller, run.key, id, &asked.reason, accepted).await?;
    let vouchers = outcome.done().or_broken("what is approved is done")?;
    Ok(format!("已冲销，凭证 {} 张", vouchers.len()))
}

/// Takes a posted remittance back: red-letter vouchers, negative entries, months free to be paid
/// again; the money, which is still at the bank, waits in suspense under its arrival. Answers the
/// reversing vouchers, and last the one that puts the money into suspense.
///
/// `accepted` is what the accounts lack together, as [`reversal_preview`](super::reversal_preview)
/// told it: so much becomes receivable, member by member, and its voucher is answered first.
///
/// It may need approval, see [`App::pass`].
///
/// # Errors
/// `remittance_unknown`, `action_forbidden`, `reason_invalid`, `remittance_not_posted`;
/// `accounts_hold_too_little` when an account doesn't hold the money any more, or is frozen or
/// closed, and nothing was accepted; `reversal_changed` when the accounts lack something else than
/// was accepted; `business_day_not_open`, `period_closed`; those of [`App::pass`] and
/// [`App::write_once`].
pub async fn reverse(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    remittance_id: RemittanceId,
    reason: &str,
    accepted: Fen,
) -> Result<Outcome<Vec<VoucherId>>> {
    // A stranger learns nothing of what exists: the right first, then the thing's own branch.
    app.enforce_widest(caller, &REMITTANCE_REVERSE).await?;
    let (remittance, employer) = list::with_employer(app, caller, remittance_id).await?;
    let scope = employer.scope();
    app.enforce(caller, &REMITTANCE_REVERSE, scope).await?;
    let reason = checked_reason(reason)?;
    // One posted since this was read would need serials that nobody counted. A repeated request
    // finds it reversed, and its answer below, which takes none.
    let fundings = match remittance.status {
        RemittanceStatus::Posted => {
            let mut tx = app.db.read(caller.centre()).await?;
            tx.all(&store::FUNDINGS_OF, (remittance_id,)).await?.len()
        }
        RemittanceStatus::Reversed => 0,
        other => return Err(error::not_posted(other)),
    };
    if remittance.status == RemittanceStatus::Posted {
        let command = json!(Asked {
            remittance_id,
            reason: reason.clone(),
            accepted_fen: accepted,
        });
        let request = Request {
            business: &REMITTANCE_REVERSE,
            subject: Subject::new("remittance", remittance_id),
            scope,
            amount: Some(remittance.expected_fen),
            summary: summary(&employer.name, &remittance, accepted, &reason),
            command: &command,
        };
        if let Passage::Pending(approval) = app.pass(caller, key, &request).await? {
            return Ok(Outcome::Pending(approval));
        }
    }
    let serials = suspense::reserve_serials(app, caller.centre(), fundings).await?;
    let short = shortfall::count(app, caller, &remittance).await?;
    let of_recoveries = recovery::reserve_serials(app, caller.centre(), short).await?;
    let asked = Digest::new("remittance.reverse")
        .column(remittance_id)
        .text(&reason)
        .column(accepted)
        .finish();
    if let Once::Fresh(mut tx) = app
        .write_once(caller, &REMITTANCE_REVERSE, key, asked)
        .await?
    {
        let accepted = (accepted, of_recoveries);
        reverse_in(
            &mut tx,
            app,
            caller,
            remittance_id,
            &reason,
            (serials, accepted),
        )
        .await?;
        tx.finish(remittance_id).await?;
    }
    let vouchers = vouchers_of(app, caller, remittance_id).await?;
    Ok(Outcome::Done(vouchers))
}

/// What is to be reversed, for an approver.
fn summary(employer: &str, remittance: &Remittance, accepted: Fen, reason: &str) -> String {
    let receivable = match accepted.is_positive() {
        true => format!("，其中账户不足的 {} 元向职工追回", accepted.grouped()),
        false => String::new(),
    };
    format!(
        "冲销{employer} {} 汇缴，{} 人 {} 元{receivable}（{reason}）",
        remittance.month,
        remittance.people,
        remittance.expected_fen.grouped()
    )
}

async fn reverse_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    remittance_id: RemittanceId,
    reason: &str,
    (serials, accepted): (Vec<i64>, (Fen, Vec<i64>)),
) -> Result<()> {
    let business_date = business_day::posting_date(tx).await?;
    let remittance = tx.one(&store::REMITTANCE_LOCKED, (remittance_id,)).await?;
    if remittance.status != RemittanceStatus::Posted {
        return Err(error::not_posted(remittance.status));
    }
    employer::lock_in(tx, remittance.employer_id).await?;
    let preparer = caller.actor.label();
    let why = Why {
        business_date,
        reason,
        preparer: &preparer,
    };
    let whole = Chunk {
        batch_id: remittance.batch_id,
        from_line: 1,
        to_line: remittance.people,
    };
    bulk::lock_in(tx, whole).await?;
    let (advance, short) =
        shortfall::advance_in(tx, app, caller, &remittance, accepted, &why).await?;
    for chunk in tx.all(&store::CHUNKS_OF, (remittance_id,)).await? {
        take_back_in(tx, app, &remittance, &chunk, advance, &why).await?;
    }
    let waiting = put_back_in(tx, app, caller, &remittance, serials, &why).await?;
    let ending = Ending {
        remittance_id,
        before: RemittanceStatus::Posted,
        after: RemittanceStatus::Reversed,
        ended_at: app.clock.now(),
        ended_by: preparer,
        ended_reason: reason.to_owned(),
    };
    let facts = SHORTFALLS_OF_REVERSALS.begin(Ended::from(&ending).facts(tx.centre()));
    let facts = short.iter().fold(facts, |facts, row| row.digested(facts));
    tx.execute_one(&store::END_REMITTANCE, ending).await?;
    employer::renew_paid_in(tx, remittance.employer_id).await?;
    let detail = json!({
        "serial": remittance.serial,
        "facts": facts.finish().hex(),
        "reason": reason,
        "amount_fen": remittance.expected_fen,
        "short_fen": Fen::sum(short.iter().map(|row| row.short_fen)),
        "short_people": short.len(),
        "suspense": waiting,
    });
    let subject = Subject::new("remittance", remittance_id);
    audit::record(tx, &app.clock, caller, &REMITTANCE_REVERSE, subject, detail).await
}

/// Says what is true once the red letters stand: the money is still at the bank and waits, an item
/// for each part that had filled the remittance, under the arrival it is of. Answers the items.
async fn put_back_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    remittance: &Remittance,
    serials: Vec<i64>,
    why: &Why<'_>,
) -> Result<Vec<String>> {
    let remittance_id = remittance.remittance_id;
    let chunks = tx.all(&store::CHUNKS_OF, (remittance_id,)).await?;
    let first = chunks
        .first()
        .or_broken("a posted remittance without a voucher")?;
    let first = ledger::voucher::get(tx, first.voucher_id).await?;
    let fundings = tx.all(&store::FUNDINGS_OF, (remittance_id,)).await?;
    if serials.len() != fundings.len() {
        return Err(Error::broken("serials for what filled a remittance"));
    }
    let lines = fundings.iter().zip(&serials).map(|(funding, serial)| {
        let serial = suspense::serial_text(*serial);
        Line::credit(SUSPENSE_ACCOUNT, funding.amount_fen).with_memo(serial)
    });
    let voucher = posting::put_back(remittance, &first, lines.collect(), why);
    let voucher_id = ledger::voucher::post(tx, &app.clock, voucher).await?;
    arrival::lock_in(tx, fundings.iter().map(|funding| funding.arrival_id)).await?;
    let mut items = Vec::with_capacity(fundings.len());
    for (funding, serial) in fundings.iter().zip(serials) {
        let arrival = arrival::require_in(tx, funding.arrival_id).await?;
        let purpose = Purpose {
            kind: PURPOSE,
            id: remittance_id.to_string(),
        };
        arrival::forget_in(tx, funding.arrival_id, purpose).await?;
        let new = NewSuspense {
            serial,
            arrival: &arrival,
            amount: funding.amount_fen,
            owner: Some(remittance.employer_id.to_string()),
            named: None,
            business_date: why.business_date,
            reason: rule::taken_back(remittance.month, why.reason),
        };
        let suspense_id = SuspenseId::new(&app.clock);
        suspense::keep_in(tx, &app.clock, caller, suspense_id, new, voucher_id).await?;
        items.push(suspense_id.to_string());
    }
    Ok(items)
}

/// Takes back one chunk: its red-letter voucher, then the entries that it carries.
async fn take_back_in(
    tx: &mut WriteTx,
    app: &App,
    remittance: &Remittance,
    chunk: &PostedChunk,
    advance: Option<VoucherId>,
    why: &Why<'_>,
) -> Result<()> {
    let lines = Chunk {
        batch_id: remittance.batch_id,
        from_line: chunk.from_line,
        to_line: chunk.to_line,
    };
    let (kind, month) = (MonthKind::Remittance, remittance.month);
    let value_date = remittance
        .value_date
        .or_broken("a posted remittance without value date")?;
    let summary =
        bulk::summarise_in(tx, lines, kind, month, value_date, Direction::Reverse).await?;
    let reversal = posting::taken_back(remittance, chunk, summary.digest, why);
    let voucher_id = ledger::voucher::reverse(tx, &app.clock, reversal).await?;
    let reversal = Reversal {
        chunk: lines,
        month,
        business_date: why.business_date,
        value_date,
        voucher_id,
        advance,
    };
    bulk::reverse_in(tx, &reversal).await?;
    let reversed = (remittance.remittance_id, chunk.chunk_no, voucher_id);
    tx.execute_one(&store::REVERSE_CHUNK, reversed).await
}

/// The vouchers of a reversal: of this one, or of the one that a repeated request made.
async fn vouchers_of(
    app: &App,
    caller: &Caller,
    remittance_id: RemittanceId,
) -> Result<Vec<VoucherId>> {
    let mut tx = app.db.read(caller.centre()).await?;
    let chunks = tx.all(&store::CHUNKS_OF, (remittance_id,)).await?;
    let mut vouchers = Vec::with_capacity(chunks.len() + 2);
    let advance = (posting::advance_key(remittance_id),);
    vouchers.extend(tx.optional(&store::VOUCHER_OF_KEY, advance).await?);
    let reversed = chunks.iter().filter_map(|chunk| chunk.reversal_voucher_id);
    vouchers.extend(reversed.map(|voucher_id| (voucher_id,)));
    let put_back = (posting::put_back_key(remittance_id),);
    vouchers.extend(tx.optional(&store::VOUCHER_OF_KEY, put_back).await?);
    Ok(vouchers
        .into_iter()
        .map(|(voucher_id,)| voucher_id)
        .collect())
}
