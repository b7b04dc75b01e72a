//! Inviting an agent.

use db::{Digest, Digest32, WriteTx};
use kernel::{
    AgentId, AgentLinkId, CentreId, EmployerId, MobileNumber, OrBroken, PersonName, Refusal, Result,
};
use platform::audit::{self, Subject};
use platform::form::Form;
use platform::message::{self, NewMessage, Recipient};
use platform::{App, Caller, IdempotencyKey, Once, session};
use serde_json::json;

use super::model::{self, Agent, AgentStatus, Invitation, Link};
use super::{
    AGENT_INVITE, AGENT_REGISTER, AGENT_REINVITE, code_lookup, mobile_lookup, reach, rule, store,
};
use crate::employer::{self, Employer};

/// Signs of an invitation code: 50 random bits, of which five guesses are too few.
const CODE_LENGTH: usize = 10;

/// Who is invited.
#[derive(Clone, PartialEq, Eq)]
pub enum Invitee {
    /// The 经办人 registered with the employer.
    Registered,
    /// Somebody as filled in.
    Named {
        /// 姓名.
        name: String,
        /// 手机号码.
        mobile: String,
    },
}

/// How an invitation code gets to the invited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// It is told to who invites, once, to be handed over at the counter.
    Shown,
    /// It is sent to the mobile number.
    Sent,
}

/// An invitation to act for an employer.
#[derive(Clone, PartialEq, Eq)]
pub struct NewAgent {
    /// Who.
    pub invitee: Invitee,
    /// Whether as 主办.
    pub is_lead: bool,
    /// How the code gets there.
    pub delivery: Delivery,
}

/// Somebody invited. Not `Debug`: the code lets in.
pub struct Invited {
    /// The agent.
    pub agent_id: AgentId,
    /// The invitation code, where it is told; a repeated request isn't told it again.
    pub code: Option<String>,
}

/// Who is invited, in order.
struct Checked {
    name: PersonName,
    mobile: MobileNumber,
    is_lead: bool,
    delivery: Delivery,
}

impl NewAgent {
    /// The digest of everything asked for. It is kept, so that what is personal is under a key in it.
    fn request_hash(&self, app: &App, employer_id: EmployerId) -> Digest32 {
        let keyed = |text: &str| app.db.keys().hmac("agent.invite", text.as_bytes());
        let asked = Digest::new("agent.invite")
            .column(employer_id)
            .column(self.is_lead)
            .column(self.delivery == Delivery::Sent);
        match &self.invitee {
            Invitee::Registered => asked.finish(),
            Invitee::Named { name, mobile } => {
                asked.column(keyed(name)).column(keyed(mobile)).finish()
            }
        }
    }

    fn check(&self, app: &App, centre: CentreId, employer: &Employer) -> Result<Checked> {
        let (name, mobile) = match &self.invitee {
            Invitee::Registered => employer.registered_agent(app.db.keys(), centre)?,
            Invitee::Named { name, mobile } => (name.clone(), mobile.clone()),
        };
        let mut form = Form::new();
        let name = form.keep("name", PersonName::parse(&name));
        let mobile = form.keep("mobile", MobileNumber::parse(&mobile));
        let (Some(name), Some(mobile)) = (name, mobile) else {
            return Err(form.refusal("agent_invalid").into());
        };
        Ok(Checked {
            name,
            mobile,
            is_lead: self.is_lead,
            delivery: self.delivery,
        })
    }
}

/// Invites somebody to act for an employer, for seven days; again, with another code, whoever hasn't
/// come yet. A 主办 of the employer does, or the centre's staff.
///
/// # Errors
/// `employer_unknown`, `action_forbidden`, `agent_not_lead` (forbidden); `agent_invalid` with a finding
/// a field; `agent_exists`, `agent_named_otherwise`, `agents_too_many` (conflicts); those of
/// [`App::write_once`].
pub async fn invite(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    employer_id: EmployerId,
    new: NewAgent,
) -> Result<Invited> {
    let employer = reach(app, caller, &AGENT_INVITE, employer_id).await?;
    let checked = new.check(app, caller.centre(), &employer)?;
    let asked = new.request_hash(app, employer_id);
    match app.write_once(caller, &AGENT_INVITE, key, asked).await? {
        Once::Replay(agent) => Ok(Invited {
            agent_id: agent.parse().or_broken("a replayed agent")?,
            code: None,
        }),
        Once::Fresh(mut tx) => {
            let (agent_id, code) = invite_in(&mut tx, app, caller, &employer, &checked).await?;
            tx.finish(agent_id).await?;
            if checked.delivery == Delivery::Sent {
                app.wake_jobs();
            }
            let is_shown = checked.delivery == Delivery::Shown;
            Ok(Invited {
                agent_id,
                code: is_shown.then_some(code),
            })
        }
    }
}

async fn invite_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    employer: &Employer,
    new: &Checked,
) -> Result<(AgentId, String)> {
    employer::lock_in(tx, employer.employer_id).await?;
    let links = tx.all(&store::LINKS_WITH, (employer.employer_id,)).await?;
    let agent_id = agent_in(tx, app, caller, new).await?;
    let link_id = match links.iter().find(|link| link.agent_id == agent_id) {
        Some(link) if link.status == AgentStatus::Active => {
            let sentence = "该手机号码的经办人已在经办本单位，不必再邀请";
            return Err(Refusal::conflict("agent_exists", sentence).into());
        }
        // Who was invited as 主办 stays one, and who wasn't doesn't become one, by another code.
        Some(link) => {
            note_again(tx, app, caller, link).await?;
            link.link_id
        }
        None => {
            rule::may_invite(&links)?;
            link_in(tx, app, caller, employer, agent_id, new.is_lead).await?
        }
    };
    let code = session::random_signs(CODE_LENGTH)?;
    let now = app.clock.now();
    let invitation = Invitation {
        link_id,
        agent_id,
        code_hash: code_lookup(tx, &code),
        made_at: now,
        expires_at: now.checked_add(rule::VALID).or_broken("a week ahead")?,
        tries: 0,
    };
    tx.execute_one(&store::PUT_INVITATION, invitation).await?;
    if new.delivery == Delivery::Sent {
        let text = format!(
            "{}邀请您作为其住房公积金经办人，邀请码{code}，7日内有效。请在网上大厅“接受邀请”处填写，勿告知他人。",
            employer.name
        );
        let message = NewMessage {
            to: Recipient::Mobile(new.mobile),
            text,
            lasts: Some(rule::VALID),
        };
        message::queue_in(tx, app, message).await?;
    }
    Ok((agent_id, code))
}

/// The one agent of a mobile number, new unless there is one; its row locked.
async fn agent_in(tx: &mut WriteTx, app: &App, caller: &Caller, new: &Checked) -> Result<AgentId> {
    let agent_id = AgentId::new(&app.clock);
    let row = tx.keys().of_row(tx.centre(), agent_id);
    let mobile_lookup = mobile_lookup(tx, new.mobile.as_str());
    let agent = Agent {
        agent_id,
        name: row.seal(model::NAME, new.name.as_str())?,
        mobile: row.seal(model::MOBILE, new.mobile.as_str())?,
        mobile_lookup,
        status: AgentStatus::Invited,
        password_hash: None,
        password_set_at: None,
        made_at: app.clock.now(),
        made_by: caller.actor.label(),
        made_by_name: caller.name.clone(),
        ended_at: None,
    };
    let facts = agent.facts(tx.keys(), tx.centre())?;
    let facts = facts.or_broken("a new agent is as it was made")?;
    if tx.execute(&store::INSERT_AGENT, agent).await? == 1 {
        let subject = Subject::new("agent", agent_id);
        let detail = json!({ "facts": facts.hex() });
        audit::record(tx, &app.clock, caller, &AGENT_REGISTER, subject, detail).await?;
        return Ok(agent_id);
    }
    let known = tx.one(&store::AGENT_BY_MOBILE, (mobile_lookup,)).await?;
    let known = tx.one(&store::AGENT_LOCKED, (known.agent_id,)).await?;
    let row = tx.keys().of_row(tx.centre(), known.agent_id);
    if known.status == AgentStatus::Ended
        || row.open(model::NAME, &known.name)? != new.name.as_str()
    {
        let sentence = "该手机号码已由另一名经办人使用，请核对姓名和手机号码";
        return Err(Refusal::conflict("agent_named_otherwise", sentence).into());
    }
    Ok(known.agent_id)
}

async fn link_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    employer: &Employer,
    agent_id: AgentId,
    is_lead: bool,
) -> Result<AgentLinkId> {
    let link = Link {
        link_id: AgentLinkId::new(&app.clock),
        agent_id,
        employer_id: employer.employer_id,
        is_lead,
        status: AgentStatus::Invited,
        made_at: app.clock.now(),
        made_by: caller.actor.label(),
        made_by_name: caller.name.clone(),
        accepted_at: None,
        ended_at: None,
        ended_by: None,
        ended_by_name: None,
        ended_reason: None,
    };
    let link_id = link.link_id;
    let facts = link.facts(tx.centre());
    let facts = facts.or_broken("a new link is as it was made")?;
    let subject = Subject::new("agent_employer", link_id);
    let detail = json!({
        "agent": agent_id.to_string(),
        "employer": employer.employer_id.to_string(),
        "is_lead": is_lead,
        "facts": facts.hex(),
    });
    tx.execute_one(&store::INSERT_LINK, link).await?;
    audit::record(tx, &app.clock, caller, &AGENT_INVITE, subject, detail).await?;
    Ok(link_id)
}

async fn note_again(tx: &mut WriteTx, app: &App, caller: &Caller, link: &Link) -> Result<()> {
    let subject = Subject::new("agent_employer", link.link_id);
    let detail = json!({ "agent": link.agent_id.to_string() });
    audit::record(tx, &app.clock, caller, &AGENT_REINVITE, subject, detail).await
}
