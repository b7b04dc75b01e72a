//! What is decided about agents. Pure.

use std::time::Duration;

use db::Lookup;
use kernel::{AgentId, Instant, Refusal};
use platform::Decision;

use super::model::{AgentStatus, Invitation, Link};

/// How long an invitation can be accepted.
pub(crate) const VALID: Duration = Duration::from_secs(7 * 86_400);
/// How many wrong codes an invitation bears.
pub(crate) const TRIES_MAX: i64 = 5;
/// The most agents of an employer at a time, those that are awaited among them.
pub(crate) const AGENTS_MAX: usize = 20;

/// The invitation among those that bear a try that a code is the one of, while it can be accepted.
pub(crate) fn accepted(open: &[Invitation], code: Lookup, now: Instant) -> Option<&Invitation> {
    let mut lasting = open.iter().filter(|one| now < one.expires_at);
    lasting.find(|one| one.code_hash == code)
}

/// Whether another agent of an employer may be invited beside these.
///
/// # Errors
/// `agents_too_many` (conflict).
pub(crate) fn may_invite(links: &[Link]) -> Decision<()> {
    if links.len() < AGENTS_MAX {
        return Ok(());
    }
    let sentence = format!("一个单位最多{AGENTS_MAX}名经办人，请先终止不再经办的");
    Err(Refusal::conflict("agents_too_many", sentence))
}

/// The link of an agent among those of its employer, once an agent of the employer may end it: another
/// 主办 must stay, or nobody of the employer could bring it back.
///
/// # Errors
/// `agent_unknown` (not found), `agent_last_lead` (conflict).
pub(crate) fn may_be_ended_by_lead(links: &[Link], agent_id: AgentId) -> Decision<&Link> {
    let link = links.iter().find(|link| link.agent_id == agent_id);
    let link = link.ok_or_else(unknown)?;
    let leads = |other: &&Link| other.is_lead && other.status == AgentStatus::Active;
    let others = links.iter().filter(leads);
    let stays = others.filter(|other| other.link_id != link.link_id).count() > 0;
    if link.is_lead && link.status == AgentStatus::Active && !stays {
        let sentence = "单位至少要有一名主办经办人；请先邀请另一名主办并由其接受，或到中心柜台办理";
        return Err(Refusal::conflict("agent_last_lead", sentence));
    }
    Ok(link)
}

pub(crate) fn unknown() -> Refusal {
    Refusal::not_found("agent_unknown", "该单位没有这名经办人")
}

#[cfg(test)]
mod tests {
    use kernel::{AgentLinkId, Clock, EmployerId};

    use super::*;

    fn clock() -> Clock {
        Clock::manual("2026-11-20T00:30:00.000000Z".parse().unwrap())
    }

    fn link(clock: &Clock, is_lead: bool, status: AgentStatus) -> Link {
        Link {
            link_id: AgentLinkId::new(clock),
            agent_id: AgentId::new(clock),
            employer_id: EmployerId::NIL,
            is_lead,
            status,
            made_at: clock.now(),
            made_by: "staff:1".to_owned(),
            made_by_name: "李敏".to_owned(),
            accepted_at: None,
            ended_at: None,
            ended_by: None,
            ended_by_name: None,
            ended_reason: None,
        }
    }

    #[test]
    fn an_employer_keeps_a_lead_that_has_come() {
        use AgentStatus::{Active, Invited};
        let clock = clock();
        // The one to end, the others of the employer; whether it may be.
        type Link = (bool, AgentStatus);
        let cases: &[(Link, &[Link], bool)] = &[
            ((true, Active), &[], false),
            ((true, Active), &[(false, Active)], false),
            ((true, Active), &[(true, Invited)], false),
            ((true, Active), &[(true, Active)], true),
            ((true, Invited), &[(true, Active)], true),
            ((false, Active), &[(true, Active)], true),
            ((false, Invited), &[(true, Active)], true),
        ];
        for ((is_lead, status), others, expected) in cases {
            let mut links = vec![link(&clock, *is_lead, *status)];
            links.extend(others.iter().map(|(lead, how)| link(&clock, *lead, *how)));
            let decided = may_be_ended_by_lead(&links, links[0].agent_id);
            let code = decided.map_err(|refusal| refusal.code()).map(|_| ());
            let expected = if *expected {
                Ok(())
            } else {
                Err("agent_last_lead")
            };
            assert_eq!(code, expected, "{is_lead} {status} {others:?}");
        }
        let stranger = may_be_ended_by_lead(&[], AgentId::new(&clock)).unwrap_err();
        assert_eq!(stranger.code(), "agent_unknown");
    }

    #[test]
    fn no_more_agents_than_an_employer_has_use_for() {
        let clock = clock();
        let mut links: Vec<Link> = (1..AGENTS_MAX)
            .map(|_| link(&clock, false, AgentStatus::Invited))
            .collect();
        assert!(may_invite(&links).is_ok());
        links.push(link(&clock, true, AgentStatus::Active));
        assert_eq!(may_invite(&links).unwrap_err().code(), "agents_too_many");
    }
}
