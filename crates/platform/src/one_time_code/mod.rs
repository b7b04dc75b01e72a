//! 验证码: codes sent to a mobile, by which its owner shows to hold it.
//!
//! Contract: a code has six digits and lasts [`LASTS`]. It is bound to its purpose and to everything that
//! was said with it ([`Claim`]); a new one ends the one before, the fifth wrong try ends it, the right one
//! uses it up. It is kept as a keyed hash. The next is sent [`RESEND_AFTER`] later at the earliest, and
//! how many are sent is bounded by mobile, by person and by address.
//!
//! Never an oracle: what is answered doesn't depend on whether there is such a person, and as much is
//! written for who isn't there as for who is. A message to nobody is sealed, queued and forgotten.

mod store;
#[cfg(test)]
mod tests;

pub(crate) use store::STATEMENTS;

use std::time::Duration;

use db::{Keys, Lookup, WriteTx};
use kernel::{CentreId, Instant, MobileNumber, OneTimeCodeId, OrBroken as _, Refusal, Result};
use subtle::ConstantTimeEq as _;

use crate::audit::Subject;
use crate::hall_session::{self, Began, HALL_SIGN_IN};
use crate::message::{self, NewMessage, Recipient};
use crate::session::{Origin, Tried, attempt, forget_codes_in};
use crate::{App, Caller};

/// How long a code can be used.
pub const LASTS: Duration = Duration::from_secs(5 * 60);
/// How long after a code another is sent.
pub const RESEND_AFTER: Duration = Duration::from_secs(60);
/// How often a code may be tried.
const MAX_TRIES: i64 = 5;
/// How many codes there are.
const CODES: u32 = 1_000_000;

/// What a code is for.
#[derive(Debug, PartialEq, Eq)]
pub struct Purpose {
    /// The stable code, such as `member.sign_in`.
    pub code: &'static str,
    /// What people read in the message, such as 登录个人网厅.
    pub label: &'static str,
}

/// What somebody says of itself, in the one form in which it is compared. What stands here is kept as
/// keyed hashes only.
#[derive(Debug, Clone, Copy)]
pub struct Claim<'a> {
    /// What the code is for.
    pub purpose: &'static Purpose,
    /// Everything that was said, the mobile included.
    pub said: &'a str,
    /// Whom it says to be, the mobile aside: an ID number.
    pub person: &'a str,
    /// The mobile it says to hold.
    pub mobile: &'a MobileNumber,
}

/// What asking for a code gives. Not `Debug`: it holds the code.
pub struct Asked {
    /// When another may be asked for.
    pub resend_after: Duration,
    /// The code: for a demo to show, and for nobody else.
    pub code: String,
}

/// Sends a code to the mobile of a claim, if it `is_true`: if there is such a person, known by this
/// mobile. The answer is the same, and so is the work, whether it is or not.
///
/// # Errors
/// `code_too_soon`, `code_too_often` (unauthenticated); `messages_unavailable` (unavailable) where
/// nothing sends messages.
pub async fn ask(
    app: &App,
    centre: CentreId,
    claim: &Claim<'_>,
    is_true: bool,
    address: Option<&str>,
) -> Result<Asked> {
    if app.message_sender.is_none() {
        tracing::error!("no code can be sent: no sender of messages is configured");
        return Err(unavailable().into());
    }
    let now = app.clock.now();
    let mut tx = app.db.read(centre).await?;
    let key = (
        claim.purpose.code.to_owned(),
        claim.subject(tx.keys(), centre),
    );
    let before = tx.optional(&store::MADE_AT, key).await?;
    drop(tx);
    if let Some((made_at,)) = before {
        not_too_soon(made_at, now)?;
    }
    let mut tried = vec![
        Tried::CodeMobile(claim.mobile.as_str()),
        Tried::CodePerson(claim.person),
    ];
    tried.extend(address.map(Tried::CodeAddress));
    let attempt = attempt(app, centre, &tried).await?;
    let code = random()?;
    let mut tx = app.db.write(centre).await?;
    // The code before the counts, as a sign-in takes them.
    make_in(&mut tx, app, claim, &code).await?;
    attempt.stands_in(&mut tx, now).await?;
    message::queue_in(&mut tx, app, message_of(claim, &code, is_true)).await?;
    tx.commit().await?;
    app.wake_jobs();
    Ok(Asked {
        resend_after: RESEND_AFTER,
        code,
    })
}

/// Signs a visitor in by the code of its claim: `known` is who makes the claim, if that is true.
///
/// # Errors
/// `hall_sign_in_failed` (unauthenticated), the same whatever of it is wrong; `sign_in_locked`
/// (unauthenticated) after too many of these.
pub async fn sign_in(
    app: &App,
    centre: CentreId,
    claim: &Claim<'_>,
    code: &str,
    known: Option<Caller>,
    origin: Origin,
) -> Result<Began> {
    let address = origin.address.clone();
    let mut tried = vec![Tried::Visitor(claim.said, address.as_deref())];
    tried.extend(address.as_deref().map(Tried::HallAddress));
    let attempt = attempt(app, centre, &tried).await?;
    let mut tx = app.db.write(centre).await?;
    let right = use_in(&mut tx, app, claim, code).await?;
    if let (true, Some(caller)) = (right, &known) {
        attempt.succeeded_in(&mut tx).await?;
        forget_codes_in(&mut tx, claim.mobile.as_str(), claim.person).await?;
        let began = hall_session::begin_in(&mut tx, app, caller, origin).await?;
        tx.commit().await?;
        return Ok(began);
    }
    // The try stays counted.
    tx.commit().await?;
    let (caller, subject) = whose(centre, known, address);
    attempt.failed(app, &caller, &HALL_SIGN_IN, subject).await?;
    Err(failed().into())
}

/// Who failed, as the trail tells it.
fn whose(centre: CentreId, known: Option<Caller>, address: Option<String>) -> (Caller, Subject) {
    match known {
        Some(caller) => {
            let subject = Subject::new("visitor", caller.actor.label());
            (caller, subject)
        }
        None => {
            let caller = Caller {
                address,
                ..Caller::system("hall.sign_in", centre)
            };
            (caller, Subject::new("visitor", "unknown"))
        }
    }
}

/// Makes the code the one of its claim; the one before is none any more.
async fn make_in(tx: &mut WriteTx, app: &App, claim: &Claim<'_>, code: &str) -> Result<()> {
    let (now, centre) = (app.clock.now(), tx.centre());
    let code_id = OneTimeCodeId::new(&app.clock);
    let made = store::CodeRow {
        purpose: claim.purpose.code.to_owned(),
        subject: claim.subject(tx.keys(), centre),
        code_id,
        code_hash: hash(tx.keys(), centre, code_id, code),
        tries: 0,
        made_at: now,
        expires_at: now.checked_add(LASTS).or_broken("the end of a code")?,
    };
    let soonest = now.checked_sub(RESEND_AFTER).or_broken("a minute ago")?;
    let row = store::MakeCode { made, soonest };
    match tx.execute(&store::MAKE_CODE, row).await? {
        // Somebody else asked at the same time.
        0 => Err(too_soon(RESEND_AFTER).into()),
        _ => Ok(()),
    }
}

/// Whether the code is the one of its claim; it is used up then, and tried once more otherwise. Commit
/// in either case.
async fn use_in(tx: &mut WriteTx, app: &App, claim: &Claim<'_>, code: &str) -> Result<bool> {
    let centre = tx.centre();
    let key = (
        claim.purpose.code.to_owned(),
        claim.subject(tx.keys(), centre),
    );
    let Some(row) = tx.optional(&store::CODE_LOCKED, key.clone()).await? else {
        return Ok(false);
    };
    let given = hash(tx.keys(), centre, row.code_id, code.trim());
    let is_equal: bool = given.bytes().ct_eq(row.code_hash.bytes()).into();
    let right = is_equal && row.tries < MAX_TRIES && app.clock.now() < row.expires_at;
    let statement = match right {
        true => &store::DELETE_CODE,
        false => &store::TRIED_CODE,
    };
    tx.execute_one(statement, key).await?;
    Ok(right)
}

/// Forgets the codes that can't be used any more.
pub(crate) async fn forget_in(tx: &mut WriteTx, now: Instant) -> Result<u64> {
    tx.execute(&store::DELETE_EXPIRED, (now,)).await
}

impl Claim<'_> {
    fn subject(&self, keys: &Keys, centre: CentreId) -> Lookup {
        keys.lookup(centre, "one_time_code.subject", self.said)
    }
}

/// A code is kept with its id: one code doesn't look like another of the same digits.
fn hash(keys: &Keys, centre: CentreId, code_id: OneTimeCodeId, code: &str) -> Lookup {
    keys.lookup(centre, "one_time_code", &format!("{code_id} {code}"))
}

fn message_of(claim: &Claim<'_>, code: &str, is_true: bool) -> NewMessage {
    let (label, minutes) = (claim.purpose.label, LASTS.as_secs() / 60);
    NewMessage {
        to: match is_true {
            true => Recipient::Mobile(*claim.mobile),
            false => Recipient::Nobody(*claim.mobile),
        },
        text: format!(
            "验证码{code}，用于{label}，{minutes}分钟内有效。任何人向您索要都是诈骗，请勿告知。"
        ),
        lasts: Some(LASTS),
    }
}

/// Six digits, every one as likely as any other.
fn random() -> Result<String> {
    let fair = u32::MAX - u32::MAX % CODES;
    loop {
        let mut bytes = [0; 4];
        getrandom::fill(&mut bytes).or_broken("making a code")?;
        let number = u32::from_le_bytes(bytes);
        if number < fair {
            return Ok(format!("{:06}", number % CODES));
        }
    }
}

fn not_too_soon(made_at: Instant, now: Instant) -> std::result::Result<(), Refusal> {
    match RESEND_AFTER.checked_sub(now.since(made_at)) {
        Some(left) if !left.is_zero() => Err(too_soon(left)),
        _ => Ok(()),
    }
}

fn too_soon(left: Duration) -> Refusal {
    let seconds = left.as_secs().max(1);
    let sentence = format!("验证码已发送，请{seconds}秒后再获取");
    Refusal::unauthenticated("code_too_soon", sentence)
}

fn unavailable() -> Refusal {
    let sentence = "短信验证码暂时不能发送，请稍后再试或到柜台办理";
    Refusal::unavailable("messages_unavailable", sentence)
}

fn failed() -> Refusal {
    let sentence = "所填信息或验证码不正确，或验证码已过期；如信息无误，请核对在中心登记的手机号码";
    Refusal::unauthenticated("hall_sign_in_failed", sentence)
}
