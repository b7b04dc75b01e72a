//! An agent comes in: by its password and a code sent to its mobile, since a roster holds everybody's
//! data.

use kernel::{CentreId, MobileNumber, Refusal, Result};
use platform::audit::Subject;
use platform::hall_session::{Began, HALL_SIGN_IN};
use platform::one_time_code::{self, Asked, Claim, Purpose};
use platform::session::{self, Origin};
use platform::{App, Caller};

use super::model::AgentStatus;
use super::{by_mobile_in, door};

/// The code by which an agent signs in.
const SIGN_IN: Purpose = Purpose {
    code: "agent.sign_in",
    label: "登录单位网厅",
};

/// What an agent signs in by, apart from the code. Not `Debug`: it is secret.
pub struct Credentials {
    /// The mobile number.
    pub mobile: String,
    /// The password.
    pub password: String,
}

/// Sends the code for a sign-in to who has the password.
///
/// # Errors
/// `agent_sign_in_failed` (unauthenticated), the same for an unknown mobile number and a wrong
/// password; `sign_in_locked` (unauthenticated) after too many of these; `sign_in_busy` (unavailable);
/// those of [`one_time_code::ask`].
pub async fn send_code(
    app: &App,
    centre: CentreId,
    address: Option<&str>,
    credentials: &Credentials,
) -> Result<Asked> {
    let mobile = door::normalised(&credentials.mobile);
    let attempt = door::attempt(app, centre, &mobile, address).await?;
    let known = match look(app, centre, address, credentials).await {
        Ok(known) => known,
        Err(error) => {
            attempt.take_back(app).await?;
            return Err(error);
        }
    };
    let Some((_, number)) = known.right else {
        let (caller, subject) = known.told;
        attempt.failed(app, &caller, &HALL_SIGN_IN, subject).await?;
        return Err(failed().into());
    };
    // Whoever knows the password only has come in nowhere yet.
    attempt.take_back(app).await?;
    let said = door::said(&mobile);
    let claim = Claim {
        purpose: &SIGN_IN,
        said: &said,
        person: &said,
        mobile: &number,
    };
    one_time_code::ask(app, centre, &claim, true, address).await
}

/// Begins a session of an agent, by its password and the code sent to its mobile.
///
/// # Errors
/// `hall_sign_in_failed` (unauthenticated), the same whatever of it is wrong; `sign_in_locked`
/// (unauthenticated) after too many of these; `sign_in_busy` (unavailable).
pub async fn sign_in(
    app: &App,
    centre: CentreId,
    origin: Origin,
    credentials: &Credentials,
    code: &str,
) -> Result<Began> {
    let known = look(app, centre, origin.address.as_deref(), credentials).await?;
    let mobile = door::normalised(&credentials.mobile);
    let Ok(number) = MobileNumber::parse(&mobile) else {
        return Err(failed().into());
    };
    let said = door::said(&mobile);
    let claim = Claim {
        purpose: &SIGN_IN,
        said: &said,
        person: &said,
        mobile: &number,
    };
    // It counts the attempt, and doesn't tell a wrong password from a wrong code.
    let known = known.right.map(|(caller, _)| caller);
    one_time_code::sign_in(app, centre, &claim, code, known, origin).await
}

/// Whom credentials tell.
struct Known {
    /// The agent, and its number, when the password is the right one.
    right: Option<(Caller, MobileNumber)>,
    /// Who it is said to be, as the trail names it.
    told: (Caller, Subject),
}

async fn look(
    app: &App,
    centre: CentreId,
    address: Option<&str>,
    credentials: &Credentials,
) -> Result<Known> {
    let mobile = door::normalised(&credentials.mobile);
    let agent = by_mobile_in(&mut app.db.read(centre).await?, &mobile).await?;
    let agent = agent.filter(|agent| agent.status == AgentStatus::Active);
    let hash = agent.as_ref().and_then(|agent| agent.password_hash.clone());
    let is_right = session::verify_password(app, &credentials.password, hash).await?;
    let Some(agent) = agent else {
        let told = door::stranger(centre, address);
        return Ok(Known { right: None, told });
    };
    let caller = door::caller(app, centre, &agent, address)?;
    let number = MobileNumber::parse(&mobile).ok().filter(|_| is_right);
    Ok(Known {
        right: number.map(|number| (caller.clone(), number)),
        told: (caller, Subject::new("agent", agent.agent_id)),
    })
}

fn failed() -> Refusal {
    Refusal::unauthenticated("agent_sign_in_failed", "手机号码或密码不正确")
}
