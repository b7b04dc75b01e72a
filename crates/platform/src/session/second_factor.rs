//! The second factor: a code of an authenticator app, or a recovery code where the device is gone.
//!
//! Contract: the secret is sealed in its row and shown while it is set up, never after; it counts
//! once a code of it was typed. A code is taken once. Recovery codes are shown once and stored as
//! keyed hashes; each is good once. Wrong codes are bounded as passwords are (see [`super::guard`]).
//! A session that has given it goes on under a new token.

use db::{Lookup, ReadTx, WriteTx};
use kernel::{Finding, Instant, Refusal, Result, StaffId};
use serde_json::json;

use super::guard::{self, Attempt, Tried};
use super::store::{OwnPassword, SecondFactorRow};
use super::token::Token;
use super::{
    Gate, Holder, SESSIONS_MAX, SignedIn, end_others_in, invalid, own_password, signs, store, totp,
};
use crate::audit::{self, Subject};
use crate::{Action, App, centre};

/// Setting up one's second factor; everyone may, so it is audited and never enforced.
pub const STAFF_ENROL_SECOND_FACTOR: Action = Action {
    code: "staff.enrol_second_factor",
    label: "绑定动态口令",
};
/// Giving the second factor at sign-in; audited and never enforced.
pub const SESSION_CONFIRM: Action = Action {
    code: "session.confirm",
    label: "输入动态口令",
};

/// Making one's recovery codes anew; audited and never enforced.
pub const STAFF_RENEW_RECOVERY_CODES: Action = Action {
    code: "staff.renew_recovery_codes",
    label: "更换恢复码",
};

/// The column that secrets are sealed for.
pub(crate) const SECRET: &str = "staff_second_factor.secret";

const RECOVERY_CODES: usize = 10;
/// Signs of a recovery code, of 32: 50 random bits, behind a bound on tries.
const RECOVERY_SIGNS: usize = 10;

/// What is typed into an authenticator app, or shown to it as a picture. Not `Debug`.
pub struct Enrolment {
    /// The secret as people type it.
    pub secret: String,
    /// The same as apps read it from a picture.
    pub uri: String,
}

/// What confirming a secret gives. Not `Debug`: the token opens the session.
pub struct Enrolled {
    /// The session as it goes on: under another token.
    pub signed_in: SignedIn,
    /// The recovery codes, shown this once.
    pub recovery_codes: Vec<String>,
}

/// Makes a secret for the session's owner; it takes the place of one that was never confirmed. The
/// password is asked for again: who finds a screen unlocked binds no device of their own.
///
/// # Errors
/// `password_change_required`, `second_factor_required` (forbidden); `password_wrong` (at `password`),
/// `sign_in_locked` (unauthenticated) after too many of them; `second_factor_enrolled` (conflict) when
/// there is one: an administrator takes it away first; `session_invalid` (unauthenticated),
/// `password_changed` (conflict) as [`super::change_password`]; `sign_in_busy` (unavailable).
pub async fn begin_enrolment(app: &App, holder: &Holder, password: &str) -> Result<Enrolment> {
    require_past_password(holder)?;
    let mut tx = app.db.read(holder.caller.centre()).await?;
    let own = tx.one(&store::OWN_PASSWORD, (holder.staff_id,)).await?;
    drop(tx);
    let action = &STAFF_ENROL_SECOND_FACTOR;
    let attempt = own_password::look_at(app, holder, &own, action, password).await?;
    let attempt =
        attempt.ok_or_else(|| Refusal::invalid("password_wrong", "密码不正确").at("password"))?;
    let begun = begin(app, holder, &own, &attempt).await;
    if begun.is_err() {
        attempt.take_back(app).await?;
    }
    begun
}

async fn begin(
    app: &App,
    holder: &Holder,
    own: &OwnPassword,
    attempt: &Attempt,
) -> Result<Enrolment> {
    let (centre, staff_id) = (holder.caller.centre(), holder.staff_id);
    let secret = totp::random_secret()?;
    let mut tx = app.db.write(centre).await?;
    own_password::require_unchanged_in(&mut tx, holder, &own.password_hash).await?;
    let sealed = tx.keys().of_row(centre, staff_id);
    let sealed = sealed.seal_bytes(SECRET, &secret)?;
    let row = (staff_id, sealed, app.clock.now());
    if tx.execute(&store::BEGIN_SECOND_FACTOR, row).await? == 0 {
        return Err(enrolled().into());
    }
    attempt.succeeded_in(&mut tx).await?;
    let centre = centre::get(&mut tx).await?.name;
    let subject = Subject::new("staff", staff_id);
    let detail = json!({ "step": "begun" });
    let (clock, action) = (&app.clock, &STAFF_ENROL_SECOND_FACTOR);
    audit::record(&mut tx, clock, &holder.caller, action, subject, detail).await?;
    tx.commit().await?;
    Ok(Enrolment {
        secret: totp::base32(&secret),
        uri: totp::uri(&secret, &centre, &own.sign_in_name),
    })
}

/// Confirms the secret with a code of it. From now on every sign-in takes one. This session has given
/// its own and goes on under the token answered; the others, which gave none, end.
///
/// # Errors
/// `password_change_required`, `second_factor_required` (forbidden); `second_factor_not_begun`
/// (conflict); `second_factor_wrong` (at `code`), `sign_in_locked` (unauthenticated) after too many of
/// them; `session_invalid` (unauthenticated) when the session was ended meanwhile.
pub async fn confirm_enrolment(app: &App, holder: &Holder, typed: &str) -> Result<Enrolled> {
    require_past_password(holder)?;
    let (centre, staff_id) = (holder.caller.centre(), holder.staff_id);
    let attempt = guard::attempt(app, centre, &[Tried::SecondFactor(staff_id)]).await?;
    let (now, token) = (app.clock.now(), Token::random(centre)?);
    let mut tx = app.db.write(centre).await?;
    let factor = factor_in(&mut tx, staff_id).await?;
    let Some(factor) = factor.filter(|factor| factor.confirmed_at.is_none()) else {
        drop(tx);
        attempt.take_back(app).await?;
        let sentence = "没有待确认的动态口令，请刷新页面重新绑定";
        return Err(Refusal::conflict("second_factor_not_begun", sentence).into());
    };
    let Some(step) = step_in(&tx, staff_id, &factor, typed, now)? else {
        drop(tx);
        return refuse(app, holder, attempt, &STAFF_ENROL_SECOND_FACTOR).await;
    };
    tx.execute_one(&store::CONFIRM_SECOND_FACTOR, (staff_id, step, now))
        .await?;
    let recovery_codes = make_codes_in(&mut tx, staff_id, now).await?;
    attempt.succeeded_in(&mut tx).await?;
    let renewed = (holder.session_id, token.hash(), now);
    if tx.execute(&store::RENEW_SESSION, renewed).await? == 0 {
        return Err(invalid().into());
    }
    let ended = end_others_in(&mut tx, holder).await?;
    let subject = Subject::new("staff", staff_id);
    let detail = json!({ "step": "confirmed", "sessions_ended": ended });
    let (clock, action) = (&app.clock, &STAFF_ENROL_SECOND_FACTOR);
    audit::record(&mut tx, clock, &holder.caller, action, subject, detail).await?;
    tx.commit().await?;
    Ok(Enrolled {
        signed_in: SignedIn::under(token, staff_id),
        recovery_codes,
    })
}

/// Makes recovery codes in place of those that are left, behind a code of the app: a recovery code
/// doesn't do. They are shown this once.
///
/// # Errors
/// Those of the holder's gate; `second_factor_missing` (conflict); `second_factor_wrong` (at `code`),
/// `sign_in_locked` (unauthenticated) after too many of them.
pub async fn renew_recovery_codes(app: &App, holder: &Holder, typed: &str) -> Result<Vec<String>> {
    holder.require_no_gate()?;
    let (centre, staff_id) = (holder.caller.centre(), holder.staff_id);
    let attempt = guard::attempt(app, centre, &[Tried::SecondFactor(staff_id)]).await?;
    let now = app.clock.now();
    let mut tx = app.db.write(centre).await?;
    let factor = factor_in(&mut tx, staff_id).await?;
    let Some(factor) = factor.filter(|factor| factor.confirmed_at.is_some()) else {
        drop(tx);
        attempt.take_back(app).await?;
        let sentence = "还没有绑定动态口令";
        return Err(Refusal::conflict("second_factor_missing", sentence).into());
    };
    let Some(step) = step_in(&tx, staff_id, &factor, typed, now)? else {
        drop(tx);
        return refuse(app, holder, attempt, &STAFF_RENEW_RECOVERY_CODES).await;
    };
    tx.execute_one(&store::USE_STEP, (staff_id, step)).await?;
    tx.execute(&store::DELETE_RECOVERY_CODES, (staff_id,))
        .await?;
    let codes = make_codes_in(&mut tx, staff_id, now).await?;
    attempt.succeeded_in(&mut tx).await?;
    let subject = Subject::new("staff", staff_id);
    let (clock, action) = (&app.clock, &STAFF_RENEW_RECOVERY_CODES);
    audit::record(&mut tx, clock, &holder.caller, action, subject, json!({})).await?;
    tx.commit().await?;
    Ok(codes)
}

/// Gives the second factor: a code of the app, or a recovery code. The session goes on under the
/// token answered, and the one before opens nothing any more.
///
/// # Errors
/// `second_factor_not_due` (conflict) when none is asked for; `second_factor_wrong` (at `code`),
/// `sign_in_locked` (unauthenticated) after too many of them.
pub async fn give(app: &App, holder: &Holder, typed: &str) -> Result<SignedIn> {
    if holder.gate != Some(Gate::SecondFactor) {
        let sentence = "这次登录不需要动态口令";
        return Err(Refusal::conflict("second_factor_not_due", sentence).into());
    }
    let (centre, staff_id) = (holder.caller.centre(), holder.staff_id);
    let attempt = guard::attempt(app, centre, &[Tried::SecondFactor(staff_id)]).await?;
    let token = Token::random(centre)?;
    let now = app.clock.now();
    let mut tx = app.db.write(centre).await?;
    let before = tx.optional(&store::SIGN_IN_LOCKED, (staff_id,)).await?;
    let before = before.ok_or_else(invalid)?;
    let Some(recovered) = take_in(&mut tx, app, staff_id, typed).await? else {
        drop(tx);
        return refuse(app, holder, attempt, &SESSION_CONFIRM).await;
    };
    let address = holder.caller.address.as_deref();
    let passwords = guard::forget_passwords_in(&mut tx, &before.sign_in_name, address).await?;
    let failures = passwords + attempt.succeeded_in(&mut tx).await?;
    let entered = (
        holder.session_id,
        token.hash(),
        now,
        before.signed_in_at,
        before.signed_in_from,
        failures,
    );
    let entered = tx.optional(&store::ENTER_SESSION, entered).await?;
    let (from,) = entered.ok_or_else(invalid)?;
    tx.execute_one(&store::NOTE_SIGN_IN, (staff_id, now, from))
        .await?;
    tx.execute(&store::DELETE_BEYOND_GIVEN, (staff_id, SESSIONS_MAX))
        .await?;
    let subject = Subject::new("session", holder.session_id);
    let detail = json!({ "recovery_code": recovered });
    let (clock, action) = (&app.clock, &SESSION_CONFIRM);
    audit::record(&mut tx, clock, &holder.caller, action, subject, detail).await?;
    tx.commit().await?;
    Ok(SignedIn::under(token, staff_id))
}

/// The second factor of somebody, locked after them.
async fn factor_in(tx: &mut WriteTx, staff_id: StaffId) -> Result<Option<SecondFactorRow>> {
    tx.one(&store::SIGN_IN_LOCKED, (staff_id,)).await?;
    tx.optional(&store::SECOND_FACTOR_LOCKED, (staff_id,)).await
}

/// The step whose code of the app was typed, none when it is wrong or was used before.
fn step_in(
    tx: &ReadTx,
    staff_id: StaffId,
    factor: &SecondFactorRow,
    typed: &str,
    now: Instant,
) -> Result<Option<i64>> {
    let secret = tx.keys().of_row(tx.centre(), staff_id);
    let secret = secret.open_bytes(SECRET, &factor.secret)?;
    Ok(totp::step_of(
        &secret,
        &digits(typed),
        now,
        factor.last_step,
    ))
}

/// The refusal of a wrong code, once it has been noted and audited.
async fn refuse<T>(
    app: &App,
    holder: &Holder,
    attempt: Attempt,
    action: &'static Action,
) -> Result<T> {
    let subject = Subject::new("staff", holder.staff_id);
    attempt.failed(app, &holder.caller, action, subject).await?;
    Err(wrong().into())
}

/// Takes a code, so that it isn't good again: whether it was a recovery code, none when it is wrong.
async fn take_in(
    tx: &mut WriteTx,
    app: &App,
    staff_id: StaffId,
    typed: &str,
) -> Result<Option<bool>> {
    let now = app.clock.now();
    let Some(factor) = tx
        .optional(&store::SECOND_FACTOR_LOCKED, (staff_id,))
        .await?
    else {
        return Ok(None);
    };
    if let Some(step) = step_in(tx, staff_id, &factor, typed, now)? {
        tx.execute_one(&store::USE_STEP, (staff_id, step)).await?;
        return Ok(Some(false));
    }
    let hash = recovery_hash(tx, staff_id, typed);
    let used = tx.execute(&store::USE_RECOVERY_CODE, (staff_id, hash, now));
    Ok((used.await? == 1).then_some(true))
}

/// Takes a second factor and its recovery codes away; says whether there was one.
pub(crate) async fn remove_in(tx: &mut WriteTx, staff_id: StaffId) -> Result<bool> {
    let gone = tx.execute(&store::DELETE_SECOND_FACTOR, (staff_id,));
    let gone = gone.await? == 1;
    tx.execute(&store::DELETE_RECOVERY_CODES, (staff_id,))
        .await?;
    Ok(gone)
}

/// Proves what is sealed: a finding for each secret that doesn't open as its own row's. A centre has
/// some hundreds.
///
/// # Errors
/// Broken when the database fails.
pub(crate) async fn verify(tx: &mut ReadTx) -> Result<Vec<Finding>> {
    let rows = tx.all(&store::SECRETS, ()).await?;
    let altered = rows.into_iter().filter(|(staff_id, secret)| {
        let keys = tx.keys().of_row(tx.centre(), *staff_id);
        keys.open_bytes(SECRET, secret).is_err()
    });
    let finding = |(staff_id, _)| {
        let sentence = "工作人员动态口令的密文被改动，或是从别的记录移来的";
        Finding::new(
            format!("/staff_second_factor/{staff_id}"),
            "staff_second_factor_altered",
            sentence,
        )
    };
    Ok(altered.map(finding).collect())
}

fn require_past_password(holder: &Holder) -> Result<()> {
    match holder.gate {
        None | Some(Gate::Enrolment) => Ok(()),
        Some(gate) => Err(gate.refusal().into()),
    }
}

/// Makes recovery codes; kept are their hashes only.
async fn make_codes_in(tx: &mut WriteTx, staff_id: StaffId, now: Instant) -> Result<Vec<String>> {
    let mut codes = Vec::with_capacity(RECOVERY_CODES);
    for _ in 0..RECOVERY_CODES {
        let text = signs::random(RECOVERY_SIGNS)?;
        let (front, back) = text.split_at(RECOVERY_SIGNS / 2);
        let code = format!("{front}-{back}");
        let hash = recovery_hash(tx, staff_id, &code);
        tx.execute_one(&store::INSERT_RECOVERY_CODE, (staff_id, hash, now))
            .await?;
        codes.push(code);
    }
    Ok(codes)
}

fn recovery_hash(tx: &ReadTx, staff_id: StaffId, typed: &str) -> Lookup {
    let plain: String = typed.chars().filter(char::is_ascii_alphanumeric).collect();
    let text = format!("{staff_id} {}", plain.to_lowercase());
    tx.keys().lookup(tx.centre(), "staff.recovery_code", &text)
}

/// A code without the spaces that apps show it with.
fn digits(typed: &str) -> String {
    typed.chars().filter(|c| !c.is_whitespace()).collect()
}

fn enrolled() -> Refusal {
    let sentence = "已绑定动态口令；更换设备请先由安全管理员重置";
    Refusal::conflict("second_factor_enrolled", sentence)
}

fn wrong() -> Refusal {
    let sentence = "动态口令不正确或已用过，请输入新的一组";
    Refusal::invalid("second_factor_wrong", sentence).at("code")
}
