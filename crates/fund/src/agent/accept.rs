//! Accepting an invitation.

use db::{Digest, Digest32, Lookup, WriteTx};
use kernel::{AgentLinkId, CentreId, Refusal, Result};
use platform::audit::{self, Subject};
use platform::session::{self, HallAttempt, PasswordHash};
use platform::{App, Caller, IdempotencyKey, Once};
use serde_json::json;

use super::model::{self, Agent, Link};
use super::{AGENT_ACCEPT, AGENT_OPEN, by_mobile_in, code_lookup, door, rule, store};

/// What an invitation is accepted by. Not `Debug`: it is secret.
pub struct Acceptance {
    /// The mobile number that was invited.
    pub mobile: String,
    /// The invitation code.
    pub code: String,
    /// The password to sign in by from now on; of who acts for another employer the present one.
    pub password: String,
}

const INVALID: &str = "invitation_invalid";
const PASSWORD_WRONG: &str = "agent_password_wrong";

/// Accepts the invitation of a mobile number by its code: who comes for the first time chooses a
/// password. `address` is where the request came from.
///
/// # Errors
/// `invitation_invalid` (unauthenticated), the same for an unknown mobile number, a wrong code and an
/// invitation that is over, which it is after five wrong codes; `sign_in_locked` (unauthenticated) after
/// too many of these; `agent_password_wrong` (at `password`) when an agent's password is another; those
/// of a password's rules; `sign_in_busy` (unavailable); those of [`App::write_once`].
pub async fn accept(
    app: &App,
    centre: CentreId,
    address: Option<&str>,
    key: &IdempotencyKey,
    acceptance: &Acceptance,
) -> Result<()> {
    let mobile = door::normalised(&acceptance.mobile);
    let attempt = door::attempt(app, centre, &mobile, address).await?;
    let mut tx = app.db.read(centre).await?;
    let agent = by_mobile_in(&mut tx, &mobile).await?;
    let code = code_lookup(&tx, &acceptance.code);
    drop(tx);
    let Some(agent) = agent else {
        let (caller, subject) = door::stranger(centre, address);
        attempt.failed(app, &caller, &AGENT_ACCEPT, subject).await?;
        return Err(invalid().into());
    };
    let asked = Digest::new("agent.accept")
        .column(agent.agent_id)
        .column(code);
    let offer = Offer {
        caller: door::caller(app, centre, &agent, address)?,
        asked: asked.finish(),
        agent,
        mobile,
        code,
    };
    let taken = offer.take(app, key, &acceptance.password, &attempt).await;
    if let Err(error) = &taken {
        let code = error.refusal().map(Refusal::code);
        if code.is_some_and(|code| [INVALID, PASSWORD_WRONG].contains(&code)) {
            let subject = Subject::new("agent", offer.agent.agent_id);
            attempt
                .failed(app, &offer.caller, &AGENT_ACCEPT, subject)
                .await?;
        } else {
            attempt.take_back(app).await?;
            offer.give_back(app).await?;
        }
    }
    taken
}

/// A code offered for the invitations of somebody invited.
struct Offer {
    caller: Caller,
    agent: Agent,
    mobile: String,
    code: Lookup,
    asked: Digest32,
}

impl Offer {
    async fn take(
        &self,
        app: &App,
        key: &IdempotencyKey,
        password: &str,
        attempt: &HallAttempt,
    ) -> Result<()> {
        // Before the code is looked at: a repeated request finds the invitation gone.
        match app
            .write_once(&self.caller, &AGENT_ACCEPT, key, self.asked)
            .await?
        {
            Once::Replay(_) => return attempt.take_back(app).await,
            Once::Fresh(tx) => drop(tx),
        }
        let link_id = self.looked_at(app).await?;
        let password = self.password(app, password).await?;
        let once = app
            .write_once(&self.caller, &AGENT_ACCEPT, key, self.asked)
            .await?;
        let Once::Fresh(mut tx) = once else {
            return attempt.take_back(app).await;
        };
        // Since the code was looked at somebody may have ended the link, or used the code.
        let agent = tx.one(&store::AGENT_LOCKED, (self.agent.agent_id,)).await?;
        let link = tx
            .optional(&store::AWAITED_LINK, (link_id, self.code))
            .await?;
        let is_same =
            agent.status == self.agent.status && agent.password_hash == self.agent.password_hash;
        let link = link.filter(|_| is_same).ok_or_else(invalid)?;
        if let Some(password) = password {
            open_in(&mut tx, app, &self.caller, agent, password).await?;
        }
        accept_in(&mut tx, app, &self.caller, link).await?;
        attempt.succeeded_in(&mut tx).await?;
        tx.finish(link_id).await
    }

    /// The link whose invitation the code is of. The try is counted before it is looked at, so that
    /// however many come at once no more than an invitation bears are.
    async fn looked_at(&self, app: &App) -> Result<AgentLinkId> {
        let mut tx = app.db.write(self.caller.centre()).await?;
        let tried = (self.agent.agent_id, rule::TRIES_MAX);
        let open = tx.all(&store::TAKE_TRY, tried).await?;
        tx.commit().await?;
        let accepted = rule::accepted(&open, self.code, app.clock.now());
        Ok(accepted.ok_or_else(invalid)?.link_id)
    }

    async fn give_back(&self, app: &App) -> Result<()> {
        let mut tx = app.db.write(self.caller.centre()).await?;
        tx.execute(&store::GIVE_BACK_TRY, (self.agent.agent_id,))
            .await?;
        tx.commit().await
    }

    /// The hash of a new agent's password; none where the agent has one, which this is.
    async fn password(&self, app: &App, password: &str) -> Result<Option<PasswordHash>> {
        let Some(stored) = &self.agent.password_hash else {
            let keys = app.db.keys();
            let row = keys.of_row(self.caller.centre(), self.agent.agent_id);
            let name = row.open(model::NAME, &self.agent.name)?;
            let hash = session::hash_password(app, password, &self.mobile, &name).await?;
            return Ok(Some(hash));
        };
        if session::verify_password(app, password, Some(stored.clone())).await? {
            return Ok(None);
        }
        let sentence = "您已是其他单位的经办人，请填写现在使用的登录密码";
        let refusal = Refusal::invalid(PASSWORD_WRONG, sentence);
        Err(refusal.at("password").into())
    }
}

/// An agent comes for the first time.
async fn open_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    agent: Agent,
    password: PasswordHash,
) -> Result<()> {
    let agent = Agent {
        password_hash: Some(password.into_text()),
        password_set_at: Some(app.clock.now()),
        ..agent
    };
    let detail = json!({ "facts": agent.opened_facts(tx.centre()).hex() });
    let row = (agent.agent_id, agent.password_hash, agent.password_set_at);
    tx.execute_one(&store::OPEN_AGENT, row).await?;
    let subject = Subject::new("agent", agent.agent_id);
    audit::record(tx, &app.clock, caller, &AGENT_OPEN, subject, detail).await
}

async fn accept_in(tx: &mut WriteTx, app: &App, caller: &Caller, link: Link) -> Result<()> {
    let link = Link {
        accepted_at: Some(app.clock.now()),
        ..link
    };
    let row = (link.link_id, link.accepted_at);
    tx.execute_one(&store::ACCEPT_LINK, row).await?;
    tx.execute_one(&store::DELETE_INVITATION, (link.link_id,))
        .await?;
    // The agent's other invitations were tried by a code that isn't theirs.
    tx.execute(&store::GIVE_BACK_TRY, (link.agent_id,)).await?;
    let detail = json!({
        "employer": link.employer_id.to_string(),
        "facts": link.accepted_facts(tx.centre()).hex(),
    });
    let subject = Subject::new("agent_employer", link.link_id);
    audit::record(tx, &app.clock, caller, &AGENT_ACCEPT, subject, detail).await
}

fn invalid() -> Refusal {
    let sentence = "手机号码或邀请码不正确，或邀请已失效；请核对后重试，或请单位、中心重新邀请";
    Refusal::unauthenticated(INVALID, sentence)
}
