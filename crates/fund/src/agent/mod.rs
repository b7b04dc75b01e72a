//! 单位经办人: who acts for an employer in its hall.
//!
//! An agent is a person with a mobile number to sign in by, which is one agent's at a time, and acts
//! for each of its employers by a link of its own (经办授权). The centre invites an employer's 主办, by
//! default the 经办人 registered with it; a 主办 invites and ends the employer's others.
//!
//! | step | use case | what changes |
//! |---|---|---|
//! | invite | [`invite`] | the agent, unless the mobile number is one's already; the link; a code for seven days |
//! | accept | [`accept`] | the link acts; who is new has a password |
//! | sign in | [`send_code`], [`sign_in`] | a session, by the password and a code sent to the mobile |
//! | act | [`caller_of`] | nothing: the link is read at each request, and what it reaches is the employer's alone |
//! | end | [`end`] | the link; with the last one the agent, and its sessions at once |
//!
//! Nothing is told to who knocks: an unknown mobile number, a wrong code and a wrong password are
//! answered alike. What is personal is sealed; vouchers and the trail name an agent `经办人 张*`.
//! Bounds: 20 agents an employer, five wrong codes an invitation.

mod accept;
mod door;
mod end;
mod invite;
mod list;
mod model;
mod page;
mod rule;
mod sign_in;
mod store;
#[cfg(test)]
mod tests;

pub use accept::{Acceptance, accept};
pub use end::end;
pub use invite::{Delivery, Invited, Invitee, NewAgent, invite};
pub use list::{ActedFor, AgentView, acts_for, agents};
pub use model::AgentStatus;
pub(crate) use model::{Agent, Link, MOBILE, NAME};
pub use page::{EmployerPage, PaymentPage, employer_page, payment_page};
pub use sign_in::{Credentials, send_code, sign_in};
pub(crate) use store::{
    ACCEPTED_LINKS_AFTER, AGENTS_AFTER, CLOSED_AGENTS_AFTER, ENDED_LINKS_AFTER, LINKS_AFTER,
    OPENED_AGENTS_AFTER, STATEMENTS,
};

use std::sync::Arc;

use db::{Keys, Lookup, ReadTx, Sealed};
use kernel::{Actor, AgentId, CentreId, EmployerId, Error, Refusal, Result};
use platform::{Action, App, Caller, Grants, Scope, file};

use crate::certificate::{CERTIFICATE_ISSUE, CERTIFICATE_READ};
use crate::employer::{self, EMPLOYER_READ, Employer};
use crate::member;
use crate::remittance::REMITTANCE_READ;
use crate::roster::{ROSTER_CONFIRM, ROSTER_DISCARD, ROSTER_EXPORT, ROSTER_READ, ROSTER_UPLOAD};

/// Looking at the agents of employers.
pub const AGENT_READ: Action = Action {
    code: "agent.read",
    label: "查看经办人",
};
/// Inviting somebody to act for an employer.
pub const AGENT_INVITE: Action = Action {
    code: "agent.invite",
    label: "邀请经办人",
};
/// Ending what an agent does for an employer.
pub const AGENT_END: Action = Action {
    code: "agent.end",
    label: "终止经办人",
};
/// What the making of an agent is audited as. Nobody is granted it: it follows from an invitation.
pub const AGENT_REGISTER: Action = Action {
    code: "agent.register",
    label: "登记经办人",
};
/// What another code for an invitation is audited as; who invites may.
pub const AGENT_REINVITE: Action = Action {
    code: "agent.reinvite",
    label: "重发邀请码",
};
/// Accepting an invitation; audited and never enforced.
pub const AGENT_ACCEPT: Action = Action {
    code: "agent.accept",
    label: "接受经办邀请",
};
/// What an agent's choice of a password is audited as; audited and never enforced.
pub const AGENT_OPEN: Action = Action {
    code: "agent.open",
    label: "开通经办人",
};
/// What the end of an agent is audited as. Nobody is granted it: it follows from the end of what it did
/// for its last employer.
pub const AGENT_CLOSE: Action = Action {
    code: "agent.close",
    label: "停用经办人",
};

/// What an agent may do for its employer. Nothing that touches money that has come: that is the
/// centre's.
pub const HALL_ACTIONS: &[&Action] = &[
    &CERTIFICATE_ISSUE,
    &CERTIFICATE_READ,
    &EMPLOYER_READ,
    &REMITTANCE_READ,
    &ROSTER_CONFIRM,
    &ROSTER_DISCARD,
    &ROSTER_EXPORT,
    &ROSTER_READ,
    &ROSTER_UPLOAD,
    &file::FILE_READ,
    &file::FILE_STORE,
];

/// What a 主办 may do for its employer.
pub const LEAD_ACTIONS: &[&Action] = &[
    &AGENT_END,
    &AGENT_INVITE,
    &AGENT_READ,
    &CERTIFICATE_ISSUE,
    &CERTIFICATE_READ,
    &EMPLOYER_READ,
    &REMITTANCE_READ,
    &ROSTER_CONFIRM,
    &ROSTER_DISCARD,
    &ROSTER_EXPORT,
    &ROSTER_READ,
    &ROSTER_UPLOAD,
    &file::FILE_READ,
    &file::FILE_STORE,
];

/// The agent as the caller of a request about an employer, if it acts for that right now: what it may
/// do reaches nothing else.
///
/// # Errors
/// `employer_unknown` (not found), exactly as for one that there is not.
pub async fn caller_of(
    app: &App,
    centre: CentreId,
    agent_id: AgentId,
    employer_id: EmployerId,
    address: Option<String>,
) -> Result<Caller> {
    let mut tx = app.db.read(centre).await?;
    let acting = tx.optional(&store::ACTING, (agent_id, employer_id)).await?;
    let acting = acting.ok_or_else(employer::unknown)?;
    let scope = Scope::Employer {
        branch: acting.branch_id,
        employer: employer_id,
    };
    let actions = match acting.is_lead {
        true => LEAD_ACTIONS,
        false => HALL_ACTIONS,
    };
    Ok(Caller {
        actor: Actor::agent(centre, agent_id),
        name: called(tx.keys(), centre, agent_id, &acting.name)?,
        branch: None,
        grants: Arc::new(Grants::within(scope, actions)),
        address,
        approved: None,
    })
}

/// The whole name of an agent, for its own page.
///
/// # Errors
/// Broken when there is no such agent.
pub async fn own_name(app: &App, centre: CentreId, agent_id: AgentId) -> Result<String> {
    let mut tx = app.db.read(centre).await?;
    let agent = tx.one(&store::AGENT_BY_ID, (agent_id,)).await?;
    let keys = tx.keys().of_row(centre, agent_id);
    keys.open(model::NAME, &agent.name)
}

/// What vouchers and the trail call an agent: `经办人 张*`.
fn called(keys: &Keys, centre: CentreId, agent_id: AgentId, name: &Sealed) -> Result<String> {
    let name = keys.of_row(centre, agent_id).open(model::NAME, name)?;
    Ok(format!("经办人 {}", member::masked_name(&name)))
}

/// The employer, once the caller may do this with its agents.
///
/// # Errors
/// `employer_unknown`, `action_forbidden`; of an agent that isn't 主办 `agent_not_lead` (forbidden).
async fn reach(
    app: &App,
    caller: &Caller,
    action: &Action,
    employer_id: EmployerId,
) -> Result<Employer> {
    let not_lead = |error: Error| match error.refusal() {
        Some(_) if caller.is_visitor() => not_lead().into(),
        _ => error,
    };
    // A stranger learns nothing of what exists: the right first, then the thing's own branch.
    let widest = app.enforce_widest(caller, action).await;
    widest.map_err(not_lead)?;
    let employer =
        employer::require_in(&mut app.db.read(caller.centre()).await?, employer_id).await?;
    app.enforce(caller, action, employer.scope()).await?;
    Ok(employer)
}

fn not_lead() -> Refusal {
    let sentence = "只有单位的主办经办人可以管理本单位的经办人";
    Refusal::forbidden("agent_not_lead", sentence)
}

async fn by_mobile_in(tx: &mut ReadTx, mobile: &str) -> Result<Option<Agent>> {
    let lookup = mobile_lookup(tx, mobile);
    tx.optional(&store::AGENT_BY_MOBILE, (lookup,)).await
}

/// The key that finds an agent's mobile number, in the one form in which numbers are compared.
fn mobile_lookup(tx: &ReadTx, mobile: &str) -> Lookup {
    tx.keys().lookup(tx.centre(), "agent.mobile", mobile)
}

/// An invitation code as it is kept, however it is typed.
fn code_lookup(tx: &ReadTx, code: &str) -> Lookup {
    let code = code.trim().to_lowercase();
    tx.keys().lookup(tx.centre(), "agent.invitation", &code)
}
