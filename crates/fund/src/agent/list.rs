//! Who acts for an employer, and for whom an agent acts.

use kernel::{AgentId, CentreId, EmployerId, EmployerNo, Instant, OrBroken, Result};
use platform::{App, Caller};

use super::model::{self, AgentStatus};
use super::{AGENT_END, AGENT_READ, reach, rule, store};
use crate::employer;
use crate::member;

/// The most agents of an employer that are listed; the earliest ended fall out.
const LISTED_MAX: i64 = 100;

/// An agent of an employer. What is personal is masked.
#[derive(Clone, Debug)]
pub struct AgentView {
    /// The agent.
    pub agent_id: AgentId,
    /// 姓名, masked.
    pub name: String,
    /// 手机号码, masked.
    pub mobile: String,
    /// 主办: whether it invites and ends the others.
    pub is_lead: bool,
    /// How it stands to the employer.
    pub status: AgentStatus,
    /// When it was invited.
    pub invited_at: Instant,
    /// By whom, by name.
    pub invited_by: String,
    /// Until when it can accept; none where it has, and where the invitation is over.
    pub acceptable_until: Option<Instant>,
    /// When it accepted.
    pub accepted_at: Option<Instant>,
    /// When it ended.
    pub ended_at: Option<Instant>,
    /// Why.
    pub ended_reason: Option<String>,
    /// What the caller may do with it: `end`.
    pub can: Vec<&'static str>,
}

/// Lists the agents of an employer, those that act or are awaited first; at most 100.
///
/// # Errors
/// `employer_unknown`, `action_forbidden`, `agent_not_lead` (forbidden).
pub async fn agents(app: &App, caller: &Caller, employer_id: EmployerId) -> Result<Vec<AgentView>> {
    let employer = reach(app, caller, &AGENT_READ, employer_id).await?;
    let may_end = caller.may(&AGENT_END, employer.scope());
    let mut tx = app.db.read(caller.centre()).await?;
    let rows = tx.all(&store::AGENTS_OF, (employer_id, LISTED_MAX)).await?;
    let now = app.clock.now();
    let view = |row: store::AgentOfEmployer| {
        let keys = tx.keys().of_row(tx.centre(), row.agent_id);
        let is_open = row.tries.is_none_or(|tries| tries < rule::TRIES_MAX);
        let ends = may_end && row.status != AgentStatus::Ended;
        Ok(AgentView {
            agent_id: row.agent_id,
            name: member::masked_name(&keys.open(model::NAME, &row.name)?),
            mobile: member::masked_mobile(&keys.open(model::MOBILE, &row.mobile)?),
            is_lead: row.is_lead,
            status: row.status,
            invited_at: row.made_at,
            invited_by: row.made_by_name,
            acceptable_until: row.expires_at.filter(|until| now < *until && is_open),
            accepted_at: row.accepted_at,
            ended_at: row.ended_at,
            ended_reason: row.ended_reason,
            can: if ends { vec!["end"] } else { Vec::new() },
        })
    };
    rows.into_iter().map(view).collect()
}

/// An employer that an agent acts for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActedFor {
    /// The employer.
    pub employer_id: EmployerId,
    /// 单位账号.
    pub employer_no: EmployerNo,
    /// 单位名称.
    pub name: String,
    /// 主办: whether it invites and ends the employer's other agents.
    pub is_lead: bool,
    /// 欠缴月数, as of today.
    pub months_owed: i64,
    /// Remittances that wait for their money.
    pub unpaid_remittances: i64,
}

/// For whom an agent acts right now, in the order of the employers' numbers; nobody where it has ended.
///
/// # Errors
/// `policy_missing`.
pub async fn acts_for(app: &App, centre: CentreId, agent_id: AgentId) -> Result<Vec<ActedFor>> {
    let mut tx = app.db.read(centre).await?;
    let mut acted_for = Vec::new();
    for (employer_id, employer_no, name, is_lead) in
        tx.all(&store::EMPLOYERS_OF, (agent_id,)).await?
    {
        let owed = employer::owed_in(&mut tx, app.clock.today(), employer_id).await?;
        let (unpaid_remittances,) = tx.one(&store::UNPAID, (employer_id,)).await?;
        acted_for.push(ActedFor {
            employer_id,
            employer_no,
            name,
            is_lead,
            months_owed: i64::try_from(owed.len()).or_broken("months owed")?,
            unpaid_remittances,
        });
    }
    Ok(acted_for)
}
