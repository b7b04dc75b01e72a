//! 代办: while somebody is away another decides instead.

use db::{Digest, WriteTx};
use kernel::{Date, DelegationId, Instant, Refusal, Result, StaffId};
use serde_json::json;

use super::model::DelegationState;
use super::store::{self, DelegationRow};
use super::{DELEGATION_APPOINT, DELEGATION_READ, DELEGATION_SET, verify};
use crate::audit::{self, Subject};
use crate::once::replayed;
use crate::{App, Caller, Decision, IdempotencyKey, Once, Scope, staff};

/// The longest stretch, in days.
const LONGEST_DAYS: i32 = 184;

/// A deputy as somebody names one.
#[derive(Clone, Debug)]
pub struct NewDelegation {
    /// Who is away.
    pub from_staff: StaffId,
    /// Who decides instead.
    pub to_staff: StaffId,
    /// The first day.
    pub first_day: String,
    /// The last day.
    pub last_day: String,
    /// Why.
    pub reason: String,
}

/// Who decides instead of whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delegation {
    /// Its id.
    pub delegation_id: DelegationId,
    /// Who is away.
    pub from_staff: StaffId,
    /// The name now.
    pub from_name: String,
    /// Who decides instead.
    pub to_staff: StaffId,
    /// The name now.
    pub to_name: String,
    /// The first day.
    pub first_day: Date,
    /// The last day.
    pub last_day: Date,
    /// Why.
    pub reason: String,
    /// When it was ended before its time.
    pub ended_at: Option<Instant>,
    /// How it stands today.
    pub state: DelegationState,
}

/// How a delegation stands on a day.
fn state_on(day: Date, row: &DelegationRow) -> DelegationState {
    if row.ended_at.is_some() {
        DelegationState::Ended
    } else if day < row.first_day {
        DelegationState::Upcoming
    } else if day > row.last_day {
        DelegationState::Over
    } else {
        DelegationState::InForce
    }
}

/// Every delegation, the latest first. A centre has some dozens a year.
///
/// # Errors
/// `action_forbidden`.
pub async fn delegations(app: &App, caller: &Caller) -> Result<Vec<Delegation>> {
    app.enforce_widest(caller, &DELEGATION_READ).await?;
    let today = app.clock.today();
    let mut tx = app.db.read(caller.centre()).await?;
    let names = staff::names_by_id_in(&mut tx).await?;
    let name = |id: &StaffId| names.get(id).cloned().unwrap_or_default();
    let rows = tx.all(&store::DELEGATIONS, ()).await?;
    let view = |row: DelegationRow| Delegation {
        from_name: name(&row.from_staff),
        to_name: name(&row.to_staff),
        state: state_on(today, &row),
        delegation_id: row.delegation_id,
        from_staff: row.from_staff,
        to_staff: row.to_staff,
        first_day: row.first_day,
        last_day: row.last_day,
        reason: row.reason,
        ended_at: row.ended_at,
    };
    Ok(rows.into_iter().map(view).collect())
}

db::row! {
    /// Somebody who may be named as a deputy.
    pub struct Deputy {
        /// Who.
        pub staff_id: StaffId,
        /// The name.
        pub name: String,
        /// 管理部; who works for the whole centre has none.
        pub branch_name: Option<String>,
    }
}

/// Whom one may name as a deputy, and for whom.
#[derive(Clone, Debug)]
pub struct Deputies {
    /// Whether for anybody, beside oneself.
    pub for_anybody: bool,
    /// Everyone who may decide approvals, by sign-in name: some hundreds at most.
    pub staff: Vec<Deputy>,
}

/// Whom the caller may name as a deputy, and for whom.
///
/// # Errors
/// `action_forbidden`.
pub async fn deputies(app: &App, caller: &Caller) -> Result<Deputies> {
    let for_anybody = caller.may(&DELEGATION_APPOINT, Scope::Centre);
    if !for_anybody {
        app.enforce_widest(caller, &DELEGATION_SET).await?;
    }
    let mut tx = app.db.read(caller.centre()).await?;
    Ok(Deputies {
        for_anybody,
        staff: tx.all(&store::DEPUTIES, ()).await?,
    })
}

/// Names a deputy: for oneself, or for anybody by who may appoint one.
///
/// # Errors
/// `action_forbidden`; `delegation_invalid`, `delegation_to_nobody_who_decides`; `staff_unknown` (not found); those of
/// [`App::write_once`].
pub async fn delegate(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    new: &NewDelegation,
) -> Result<DelegationId> {
    enforce(app, caller, new.from_staff).await?;
    let reason = crate::text::name(&new.reason, "delegation_invalid", "原因");
    let reason = reason.map_err(|refusal| refusal.at("reason"))?;
    let days = days(new, app.clock.today())?;
    let asked = Digest::new(DELEGATION_SET.code)
        .column(new.from_staff)
        .column(new.to_staff)
        .column(days.0)
        .column(days.1)
        .text(&reason)
        .finish();
    match app.write_once(caller, &DELEGATION_SET, key, asked).await? {
        Once::Replay(id) => replayed(&id),
        Once::Fresh(mut tx) => {
            let id = delegate_in(&mut tx, app, caller, new, (days, reason)).await?;
            tx.finish(id).await?;
            Ok(id)
        }
    }
}

async fn delegate_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    new: &NewDelegation,
    ((first_day, last_day), reason): ((Date, Date), String),
) -> Result<DelegationId> {
    for staff_id in [new.from_staff, new.to_staff] {
        staff::require_active_in(tx, staff_id).await?;
    }
    let deputy = tx.optional(&store::DECIDES, (new.to_staff,)).await?;
    if deputy.is_none() {
        let sentence = "代办人没有“办理审批”的权限，不能代办，请另选";
        let refusal = Refusal::conflict("delegation_to_nobody_who_decides", sentence);
        return Err(refusal.at("to_staff").into());
    }
    let row = DelegationRow {
        delegation_id: DelegationId::new(&app.clock),
        from_staff: new.from_staff,
        to_staff: new.to_staff,
        first_day,
        last_day,
        reason,
        recorded_at: app.clock.now(),
        recorded_by: caller.actor.label(),
        ended_at: None,
    };
    let id = row.delegation_id;
    let detail = json!({
        "from_staff": row.from_staff,
        "to_staff": row.to_staff,
        "first_day": row.first_day,
        "last_day": row.last_day,
        "facts": verify::delegation_facts(tx.centre(), &row).hex(),
    });
    tx.execute_one(&store::INSERT_DELEGATION, row).await?;
    let subject = Subject::new("delegation", id);
    audit::record(tx, &app.clock, caller, &DELEGATION_SET, subject, detail).await?;
    Ok(id)
}

/// Ends a delegation before its time.
///
/// # Errors
/// `delegation_unknown` (not found); `delegation_ended` (conflict); `action_forbidden`; those of
/// [`App::write_once`].
pub async fn end_delegation(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    id: DelegationId,
) -> Result<()> {
    if !caller.may(&DELEGATION_APPOINT, Scope::Centre) {
        app.enforce_widest(caller, &DELEGATION_SET).await?;
    }
    let asked = Digest::new("delegation.end").column(id).finish();
    let Once::Fresh(mut tx) = app.write_once(caller, &DELEGATION_SET, key, asked).await? else {
        return Ok(());
    };
    let row = tx.optional(&store::DELEGATION_LOCKED, (id,)).await?;
    let unknown = || Refusal::not_found("delegation_unknown", "没有这个代办设置");
    let row = row.ok_or_else(unknown)?;
    if caller.actor.staff_id() != Some(row.from_staff) {
        caller.require(&DELEGATION_APPOINT, Scope::Centre)?;
    }
    if row.ended_at.is_some() || row.last_day < app.clock.today() {
        return Err(Refusal::conflict("delegation_ended", "该代办设置已经结束").into());
    }
    let ended = (id, app.clock.now());
    tx.execute_one(&store::END_DELEGATION, ended).await?;
    let (subject, detail) = (Subject::new("delegation", id), json!({ "ended": true }));
    let (clock, action) = (&app.clock, &super::DELEGATION_END);
    audit::record(&mut tx, clock, caller, action, subject, detail).await?;
    tx.finish(id).await
}

/// Who may name a deputy for oneself may do so for nobody else.
async fn enforce(app: &App, caller: &Caller, from: StaffId) -> Result<()> {
    match caller.actor.staff_id() == Some(from) {
        true => app
            .enforce_widest(caller, &DELEGATION_SET)
            .await
            .map(|_| ()),
        false => {
            app.enforce(caller, &DELEGATION_APPOINT, Scope::Centre)
                .await
        }
    }
}

fn days(new: &NewDelegation, today: Date) -> Decision<(Date, Date)> {
    let invalid = |field: &'static str, sentence: String| {
        Refusal::invalid("delegation_invalid", sentence).at(field)
    };
    let day = |field: &'static str, text: &str| {
        text.parse::<Date>()
            .map_err(|_| invalid(field, "请填写日期，如 2026-11-22".to_owned()))
    };
    let first = day("first_day", &new.first_day)?;
    let last = day("last_day", &new.last_day)?;
    if new.from_staff == new.to_staff {
        return Err(invalid("to_staff", "代办人不能是本人".to_owned()));
    }
    if first < today || last < first {
        let sentence = format!("代办日期应从今天（{today}）或以后开始，且结束不早于开始");
        return Err(invalid("first_day", sentence));
    }
    if first.days_until(last) >= LONGEST_DAYS {
        return Err(invalid("last_day", format!("代办最长{LONGEST_DAYS}天")));
    }
    Ok((first, last))
}
