//! 代付单位: legal persons that pay contributions for employers: a treasury (财政统发), a labour
//! dispatch agency (劳务派遣), another.
//!
//! A payer is a name and a bank account, with the document it pays by and the employers it pays for,
//! each from a day on. Money is never posted by its payer alone: a wire without payment code waits,
//! and the payer only tells which remittances are offered first
//! ([`remittance::candidates`](crate::remittance::candidates)), and on a remittance's page who paid
//! ([`PaidBy`]). A payer and an arrangement are recorded once and ended once; an employer's change of
//! payer is an end and a new arrangement.
//!
//! paying → ended; an ended payer's arrangements have ended with it, and its account may be
//! registered anew. Bounds: [`MAX_EMPLOYERS`] employers a request; a payer may come to have more.

mod form;
mod list;
mod model;
mod rule;
mod store;
#[cfg(test)]
mod tests;

pub use form::{NewArrangement, NewEnd, NewPayer, PayerChange};
pub use list::{PaidEmployer, PayerSummary, arrangements, list, payers_of, show, totals};
pub(crate) use model::{ACCOUNT_NUMBER, Arrangement, Payer};
pub use model::{PaidBy, PayerKind, PayerStatus};
pub(crate) use rule::is_exact_split;
pub use store::{ARRANGEMENTS, PAYERS};
pub(crate) use store::{
    ARRANGEMENTS_AFTER, ENDED_ARRANGEMENTS_AFTER, ENDED_PAYERS_AFTER, PAYERS_AFTER, STATEMENTS,
    paid_by, stands_on,
};

use db::{Digest, Lookup, ReadTx, WriteTx};
use kernel::{ArrangementId, Date, OrBroken, PayerId, Refusal, Result};
use platform::audit::{self, Subject};
use platform::{Action, App, Caller, IdempotencyKey, Once, Scope};
use serde_json::json;
use settlement::arrival::{self, Arrival};

use crate::employer::{self, Employer};
use crate::reason::checked_reason;
use form::{CheckedArrangement, CheckedChange, CheckedPayer};
use store::{EndOfArrangement, EndOfPayer};

/// Looking at payers.
pub const PAYER_READ: Action = Action {
    code: "payer.read",
    label: "查看代付单位",
};
/// Registering a payer.
pub const PAYER_REGISTER: Action = Action {
    code: "payer.register",
    label: "登记代付单位",
};
/// Changing what employers a payer pays for.
pub const PAYER_CHANGE: Action = Action {
    code: "payer.change",
    label: "变更代付范围",
};
/// Ending a payer.
pub const PAYER_END: Action = Action {
    code: "payer.end",
    label: "终止代付单位",
};
/// What the beginning of an arrangement is audited as. Nobody is granted it: it follows from a
/// registration or a change.
pub const PAYER_ARRANGE: Action = Action {
    code: "payer.arrange",
    label: "建立代付关系",
};
/// What the end of an arrangement is audited as. Nobody is granted it: it follows from a change or
/// from the end of the payer.
pub const PAYER_RELEASE: Action = Action {
    code: "payer.release",
    label: "终止代付关系",
};

/// The most employers of one request.
pub const MAX_EMPLOYERS: usize = 500;

/// 代付单位编号 as people see it: `DF00000001`.
#[must_use]
pub fn serial_text(serial: i64) -> String {
    format!("DF{serial:08}")
}

/// Registers a payer with the employers it pays for.
///
/// # Errors
/// `action_forbidden`; `payer_invalid` with a finding a field; `payer_account_exists` (conflict)
/// when another payer pays from the account; `employer_unknown`; those of [`App::write_once`].
pub async fn register(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    new: NewPayer,
) -> Result<PayerId> {
    app.enforce(caller, &PAYER_REGISTER, Scope::Centre).await?;
    let asked = new.request_hash();
    let checked = new.check()?;
    let serial = app.serials.next(caller.centre(), "payer").await?;
    match app.write_once(caller, &PAYER_REGISTER, key, asked).await? {
        Once::Replay(id) => id.parse().or_broken("a replayed payer"),
        Once::Fresh(mut tx) => {
            let payer_id = register_in(&mut tx, app, caller, serial, checked).await?;
            tx.finish(payer_id).await?;
            Ok(payer_id)
        }
    }
}

async fn register_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    serial: i64,
    checked: CheckedPayer,
) -> Result<PayerId> {
    let payer_id = PayerId::new(&app.clock);
    let row_keys = tx.keys().of_row(tx.centre(), payer_id);
    let account_number = row_keys.seal(model::ACCOUNT_NUMBER, &checked.account_number)?;
    let payer = Payer {
        payer_id,
        serial,
        name_compared: employer::compared_name(&checked.name),
        name: checked.name,
        kind: checked.kind,
        credit_code: checked.credit_code.as_str().to_owned(),
        account_number,
        account_lookup: account_lookup(tx, &checked.account_number),
        basis: checked.basis.clone(),
        status: PayerStatus::Paying,
        registered_at: app.clock.now(),
        registered_by: caller.actor.label(),
        registered_by_name: caller.name.clone(),
        ended_at: None,
        ended_by: None,
        ended_by_name: None,
        ended_reason: None,
    };
    let detail = json!({
        "serial": serial,
        "kind": payer.kind.code(),
        "employers": checked.employers.len(),
        "facts": payer.facts(tx.keys(), tx.centre())?.hex(),
    });
    let account = payer.account_lookup;
    if tx.execute(&store::INSERT_PAYER, payer).await? == 0 {
        return Err(account_exists_in(tx, account).await?.into());
    }
    let subject = Subject::new("payer", payer_id);
    audit::record(tx, &app.clock, caller, &PAYER_REGISTER, subject, detail).await?;
    arrange_in(
        tx,
        app,
        caller,
        payer_id,
        &checked.basis,
        &checked.employers,
    )
    .await?;
    Ok(payer_id)
}

async fn account_exists_in(tx: &mut ReadTx, account: Lookup) -> Result<Refusal> {
    let other = tx.one(&store::PAYER_OF_ACCOUNT, (account,)).await?;
    let sentence = format!(
        "该付款账户已由代付单位{}（{}）登记，请在其代付范围中增加单位",
        other.name,
        serial_text(other.serial)
    );
    Ok(Refusal::conflict("payer_account_exists", sentence).at("account_number"))
}

/// Changes what employers a payer pays for: ends first, then what is added.
///
/// # Errors
/// `action_forbidden`; `payer_change_empty`, `payer_invalid` with a finding a field;
/// `payer_unknown`; `payer_ended`, `arrangement_ended`, `arrangement_overlaps` (conflicts);
/// `arrangement_unknown`, `arrangement_end_out_of_days`, `employer_unknown`; those of
/// [`App::write_once`].
pub async fn change(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    payer_id: PayerId,
    change: PayerChange,
) -> Result<()> {
    app.enforce(caller, &PAYER_CHANGE, Scope::Centre).await?;
    let asked = change.request_hash(payer_id);
    let checked = change.check()?;
    match app.write_once(caller, &PAYER_CHANGE, key, asked).await? {
        Once::Replay(_) => Ok(()),
        Once::Fresh(mut tx) => {
            change_in(&mut tx, app, caller, payer_id, checked).await?;
            tx.finish(payer_id).await
        }
    }
}

async fn change_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    payer_id: PayerId,
    checked: CheckedChange,
) -> Result<()> {
    paying_locked_in(tx, payer_id).await?;
    for (arrangement_id, last_day) in &checked.end {
        let asked = (*arrangement_id, payer_id);
        let arrangement = tx.optional(&store::ARRANGEMENT_OF, asked).await?;
        let arrangement = arrangement.ok_or_else(arrangement_unknown)?;
        check_end(&arrangement, *last_day, app.clock.today())?;
        release_in(tx, app, caller, &arrangement, *last_day, &checked.basis).await?;
    }
    let subject = Subject::new("payer", payer_id);
    let detail = json!({
        "basis": checked.basis,
        "ended": checked.end.len(),
        "added": checked.add.len(),
    });
    audit::record(tx, &app.clock, caller, &PAYER_CHANGE, subject, detail).await?;
    arrange_in(tx, app, caller, payer_id, &checked.basis, &checked.add).await
}

/// Ends a payer, and what of its arrangements still stands.
///
/// # Errors
/// `action_forbidden`; `reason_invalid`; `payer_unknown`; `payer_ended` (conflict); those of
/// [`App::write_once`].
pub async fn end(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    payer_id: PayerId,
    reason: &str,
) -> Result<()> {
    app.enforce(caller, &PAYER_END, Scope::Centre).await?;
    let reason = checked_reason(reason)?;
    let asked = Digest::new("payer.end").column(payer_id).text(&reason);
    match app
        .write_once(caller, &PAYER_END, key, asked.finish())
        .await?
    {
        Once::Replay(_) => Ok(()),
        Once::Fresh(mut tx) => {
            end_in(&mut tx, app, caller, payer_id, &reason).await?;
            tx.finish(payer_id).await
        }
    }
}

async fn end_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    payer_id: PayerId,
    reason: &str,
) -> Result<()> {
    let payer = paying_locked_in(tx, payer_id).await?;
    let today = app.clock.today();
    let mut released = 0;
    for arrangement in tx.all(&store::ARRANGEMENTS_OF, (payer_id,)).await? {
        if arrangement.ended_on.is_none() && arrangement.days().reaches(today.next()) {
            release_in(tx, app, caller, &arrangement, today, reason).await?;
            released += 1;
        }
    }
    let ended = Payer {
        status: PayerStatus::Ended,
        ended_at: Some(app.clock.now()),
        ended_by: Some(caller.actor.label()),
        ended_by_name: Some(caller.name.clone()),
        ended_reason: Some(reason.to_owned()),
        ..payer
    };
    let detail = json!({
        "reason": reason,
        "employers": released,
        "facts": ended.ended_facts(tx.centre()).hex(),
    });
    let row = EndOfPayer {
        payer_id,
        ended_at: ended.ended_at,
        ended_by: ended.ended_by,
        ended_by_name: ended.ended_by_name,
        ended_reason: ended.ended_reason,
    };
    tx.execute_one(&store::END_PAYER, row).await?;
    let subject = Subject::new("payer", payer_id);
    audit::record(tx, &app.clock, caller, &PAYER_END, subject, detail).await
}

/// The payer, its row locked, while it still pays. Of two clerks one waits here.
async fn paying_locked_in(tx: &mut WriteTx, payer_id: PayerId) -> Result<Payer> {
    let payer = tx.optional(&store::PAYER_LOCKED, (payer_id,)).await?;
    let payer = payer.ok_or_else(unknown)?;
    if payer.status == PayerStatus::Ended {
        let sentence = format!("代付单位{}已终止，不能再变更", payer.name);
        return Err(Refusal::conflict("payer_ended", sentence).into());
    }
    Ok(payer)
}

/// Makes arrangements of a payer whose row is locked, or new.
async fn arrange_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    payer_id: PayerId,
    basis: &str,
    new: &[CheckedArrangement],
) -> Result<()> {
    for (place, one) in new.iter().enumerate() {
        let employer = employer::require_in(tx, one.employer_id).await?;
        let asked = (payer_id, one.employer_id);
        let before = tx.all(&store::ARRANGEMENTS_WITH, asked).await?;
        let overlaps = |other: &Arrangement| other.days().overlaps(one.days());
        if before.iter().any(overlaps) {
            let sentence = format!("{}在这段日期已由该单位代付，请勿重复登记", employer.name);
            let refusal = Refusal::conflict("arrangement_overlaps", sentence);
            return Err(refusal.at(format!("/add/{place}/employer_id")).into());
        }
        let arrangement = Arrangement {
            arrangement_id: ArrangementId::new(&app.clock),
            payer_id,
            employer_id: one.employer_id,
            first_day: one.first_day,
            last_day: one.last_day,
            basis: basis.to_owned(),
            made_at: app.clock.now(),
            made_by: caller.actor.label(),
            made_by_name: caller.name.clone(),
            ended_on: None,
            ended_at: None,
            ended_by: None,
            ended_by_name: None,
            ended_reason: None,
        };
        let subject = Subject::new("payer_arrangement", arrangement.arrangement_id);
        let detail = json!({
            "payer": payer_id.to_string(),
            "employer": one.employer_id.to_string(),
            "facts": arrangement.facts(tx.centre()).hex(),
        });
        tx.execute_one(&store::INSERT_ARRANGEMENT, arrangement)
            .await?;
        audit::record(tx, &app.clock, caller, &PAYER_ARRANGE, subject, detail).await?;
    }
    Ok(())
}

/// Whether an arrangement may end after `last_day`: once, and within its days or on the day before
/// its first, when it never was.
fn check_end(arrangement: &Arrangement, last_day: Date, today: Date) -> Result<()> {
    if arrangement.ended_on.is_some() {
        let sentence = "该代付关系已经终止，请刷新后再办理";
        return Err(Refusal::conflict("arrangement_ended", sentence).into());
    }
    // It ends once: an end to come could be neither brought forward nor put right.
    if last_day > today && last_day.next() != arrangement.first_day {
        let sentence = "终止日期不能晚于今天；约定了截止日期的，到期自动终止";
        return Err(Refusal::invalid("arrangement_end_ahead", sentence).into());
    }
    let is_early = last_day.next() < arrangement.first_day;
    if is_early || arrangement.last_day.is_some_and(|agreed| last_day > agreed) {
        let sentence = match arrangement.last_day {
            Some(agreed) => format!(
                "终止日期应在 {} 至 {agreed} 之间（未开始的填起日前一天）",
                arrangement.first_day
            ),
            None => format!(
                "终止日期不能早于起日 {}（未开始的填起日前一天）",
                arrangement.first_day
            ),
        };
        return Err(Refusal::invalid("arrangement_end_out_of_days", sentence).into());
    }
    Ok(())
}

async fn release_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    arrangement: &Arrangement,
    last_day: Date,
    reason: &str,
) -> Result<()> {
    let ended = Arrangement {
        ended_on: Some(last_day),
        ended_at: Some(app.clock.now()),
        ended_by: Some(caller.actor.label()),
        ended_by_name: Some(caller.name.clone()),
        ended_reason: Some(reason.to_owned()),
        ..arrangement.clone()
    };
    let subject = Subject::new("payer_arrangement", ended.arrangement_id);
    let detail = json!({
        "payer": ended.payer_id.to_string(),
        "employer": ended.employer_id.to_string(),
        "facts": ended.ended_facts(tx.centre()).hex(),
    });
    let row = EndOfArrangement {
        arrangement_id: ended.arrangement_id,
        ended_on: ended.ended_on,
        ended_at: ended.ended_at,
        ended_by: ended.ended_by,
        ended_by_name: ended.ended_by_name,
        ended_reason: ended.ended_reason,
    };
    tx.execute_one(&store::END_ARRANGEMENT, row).await?;
    audit::record(tx, &app.clock, caller, &PAYER_RELEASE, subject, detail).await
}

/// Who paid a wire, as payers are found: by account, else by name.
pub(crate) struct Wirer {
    /// 付款账户名称 as the bank tells it.
    pub(crate) name: String,
    /// The same as names are compared.
    pub(crate) name_compared: String,
    pub(crate) account: Lookup,
}

impl Wirer {
    /// Who paid an arrival.
    ///
    /// # Errors
    /// Broken when what is sealed can't be opened.
    pub(crate) fn of(tx: &ReadTx, arrival: &Arrival) -> Result<Self> {
        let keys = tx.keys().of_row(tx.centre(), arrival.arrival_id);
        let name = keys.open(arrival::PAYER_NAME, &arrival.payer_name)?;
        let account = keys.open(arrival::PAYER_ACCOUNT, &arrival.payer_account)?;
        Ok(Self {
            name_compared: employer::compared_name(&name),
            name,
            account: account_lookup(tx, &rule::compared_account(&account)),
        })
    }

    /// What it is to an employer for which it paid on a day.
    ///
    /// # Errors
    /// Broken only.
    pub(crate) async fn relation_in(
        &self,
        tx: &mut ReadTx,
        employer: &Employer,
        day: Date,
    ) -> Result<PaidBy> {
        if employer.name_compared == self.name_compared {
            return Ok(PaidBy::Employer);
        }
        let name = self.name_compared.clone();
        let asked = (self.account, name, day, employer.employer_id);
        Ok(match tx.optional(&store::PAYER_FOR, asked).await? {
            Some(_) => PaidBy::Registered,
            None => PaidBy::Unregistered,
        })
    }
}

fn account_lookup(tx: &ReadTx, compared: &str) -> Lookup {
    tx.keys().lookup(tx.centre(), "payer_account", compared)
}

fn unknown() -> kernel::Error {
    Refusal::not_found("payer_unknown", "没有这个代付单位").into()
}

fn arrangement_unknown() -> kernel::Error {
    let sentence = "该代付单位没有这条代付关系，请刷新后再办理";
    Refusal::invalid("arrangement_unknown", sentence).into()
}
