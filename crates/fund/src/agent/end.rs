//! Ending an agent: for one employer, or altogether.

use db::{Digest, WriteTx};
use kernel::{AgentId, EmployerId, Result};
use platform::audit::{self, Subject};
use platform::hall_session::{self, Visitor};
use platform::{App, Caller, IdempotencyKey, Once};
use serde_json::json;

use super::model::{Agent, Link};
use super::store::{self, EndOfLink};
use super::{AGENT_CLOSE, AGENT_END, reach, rule};
use crate::employer;
use crate::reason::checked_reason;

/// What stands as the reason where a 主办 ends an agent.
const BY_LEAD: &str = "单位主办经办人终止";

/// Ends what an agent does for an employer; with its last employer the agent ends, and its sessions at
/// once. A 主办 of the employer does, unless none would stay, or the centre's staff.
///
/// # Errors
/// `employer_unknown`, `action_forbidden`, `agent_not_lead` (forbidden); `reason_invalid`;
/// `agent_unknown`, also of who has ended; `agent_last_lead` (conflict); those of [`App::write_once`].
pub async fn end(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    employer_id: EmployerId,
    agent_id: AgentId,
    reason: Option<&str>,
) -> Result<()> {
    reach(app, caller, &AGENT_END, employer_id).await?;
    let reason = checked_reason(reason.unwrap_or(BY_LEAD))?;
    let asked = Digest::new("agent.end")
        .column(employer_id)
        .column(agent_id)
        .text(&reason);
    match app
        .write_once(caller, &AGENT_END, key, asked.finish())
        .await?
    {
        Once::Replay(_) => Ok(()),
        Once::Fresh(mut tx) => {
            // Of two 主办 who end each other one waits here.
            employer::lock_in(&mut tx, employer_id).await?;
            let links = tx.all(&store::LINKS_WITH, (employer_id,)).await?;
            let link = match caller.is_visitor() {
                true => rule::may_be_ended_by_lead(&links, agent_id)?,
                false => {
                    let link = links.iter().find(|link| link.agent_id == agent_id);
                    link.ok_or_else(rule::unknown)?
                }
            };
            let link_id = link.link_id;
            end_in(&mut tx, app, caller, link.clone(), &reason).await?;
            tx.finish(link_id).await
        }
    }
}

/// Ends a link, and the agent when it was the last.
async fn end_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    link: Link,
    reason: &str,
) -> Result<()> {
    let agent = tx.one(&store::AGENT_LOCKED, (link.agent_id,)).await?;
    let ended = Link {
        ended_at: Some(app.clock.now()),
        ended_by: Some(caller.actor.label()),
        ended_by_name: Some(caller.name.clone()),
        ended_reason: Some(reason.to_owned()),
        ..link
    };
    let detail = json!({
        "agent": ended.agent_id.to_string(),
        "employer": ended.employer_id.to_string(),
        "facts": ended.ended_facts(tx.centre()).hex(),
    });
    let subject = Subject::new("agent_employer", ended.link_id);
    tx.execute(&store::DELETE_INVITATION, (ended.link_id,))
        .await?;
    let row = EndOfLink {
        link_id: ended.link_id,
        ended_at: ended.ended_at,
        ended_by: ended.ended_by,
        ended_by_name: ended.ended_by_name,
        ended_reason: ended.ended_reason,
    };
    tx.execute_one(&store::END_LINK, row).await?;
    audit::record(tx, &app.clock, caller, &AGENT_END, subject, detail).await?;
    if tx
        .all(&store::LINKS_OF, (agent.agent_id,))
        .await?
        .is_empty()
    {
        close_in(tx, app, caller, agent).await?;
    }
    Ok(())
}

/// An agent for no employer any more is none.
async fn close_in(tx: &mut WriteTx, app: &App, caller: &Caller, agent: Agent) -> Result<()> {
    let agent = Agent {
        ended_at: Some(app.clock.now()),
        ..agent
    };
    tx.execute_one(&store::CLOSE_AGENT, (agent.agent_id, agent.ended_at))
        .await?;
    let sessions = hall_session::end_all_in(tx, Visitor::Agent(agent.agent_id)).await?;
    let detail = json!({
        "sessions_ended": sessions,
        "facts": agent.closed_facts(tx.centre()).hex(),
    });
    let subject = Subject::new("agent", agent.agent_id);
    audit::record(tx, &app.clock, caller, &AGENT_CLOSE, subject, detail).await
}
