//! The statements over agents, for whom they act and what they were invited by.

use db::{Lookup, Sealed};
use kernel::{AgentId, AgentLinkId, BranchId, EmployerId, EmployerNo, Instant, Month, RosterId};

use super::model::{Agent, AgentStatus, Invitation, Link};

/// The columns of an [`Agent`], in its order.
macro_rules! agent_columns {
    () => {
        "agent_id, name, mobile, mobile_lookup, status, password_hash, password_set_at, made_at, \
         made_by, made_by_name, ended_at"
    };
}

/// The columns of a [`Link`], in its order.
macro_rules! link_columns {
    () => {
        "link_id, agent_id, employer_id, is_lead, status, made_at, made_by, made_by_name, \
         accepted_at, ended_at, ended_by, ended_by_name, ended_reason"
    };
}

db::row! {
    /// How a link ended.
    pub(crate) struct EndOfLink {
        pub(crate) link_id: AgentLinkId,
        pub(crate) ended_at: Option<Instant>,
        pub(crate) ended_by: Option<String>,
        pub(crate) ended_by_name: Option<String>,
        pub(crate) ended_reason: Option<String>,
    }
}

db::row! {
    /// Who acts for an employer right now.
    pub(crate) struct Acting {
        pub(crate) name: Sealed,
        pub(crate) is_lead: bool,
        pub(crate) branch_id: BranchId,
    }
}

db::row! {
    /// An agent of an employer, with how it stands to it.
    pub(crate) struct AgentOfEmployer {
        pub(crate) agent_id: AgentId,
        pub(crate) name: Sealed,
        pub(crate) mobile: Sealed,
        pub(crate) is_lead: bool,
        pub(crate) status: AgentStatus,
        pub(crate) made_at: Instant,
        pub(crate) made_by_name: String,
        pub(crate) accepted_at: Option<Instant>,
        pub(crate) ended_at: Option<Instant>,
        pub(crate) ended_reason: Option<String>,
        /// Until when the invitation can be accepted, while it can.
        pub(crate) expires_at: Option<Instant>,
        /// How often another code was tried at it.
        pub(crate) tries: Option<i64>,
    }
}

db::statements! {
    /// An agent, its row locked.
    AGENT_LOCKED [for update]: (AgentId,) => Agent = concat!(
        "SELECT ", agent_columns!(), " FROM agent WHERE centre_id = $1 AND agent_id = $2"
    );

    /// An agent.
    AGENT_BY_ID: (AgentId,) => Agent = concat!(
        "SELECT ", agent_columns!(), " FROM agent WHERE centre_id = $1 AND agent_id = $2"
    );

    /// The one agent of a mobile number that hasn't ended.
    AGENT_BY_MOBILE: (Lookup,) => Agent = concat!(
        "SELECT ", agent_columns!(), " FROM agent \
          WHERE centre_id = $1 AND mobile_lookup = $2 AND status <> 'ended'"
    );

    /// A new agent; no row when the mobile number is another's.
    INSERT_AGENT: Agent => () = concat!(
        "INSERT INTO agent (centre_id, ", agent_columns!(), ") \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) \
         ON CONFLICT (centre_id, mobile_lookup) WHERE status <> 'ended' DO NOTHING"
    );

    /// An agent has chosen a password.
    OPEN_AGENT: (AgentId, Option<String>, Option<Instant>) => () =
        "UPDATE agent SET status = 'active', password_hash = $3, password_set_at = $4 \
          WHERE centre_id = $1 AND agent_id = $2 AND status = 'invited'";

    /// An agent's end.
    CLOSE_AGENT: (AgentId, Option<Instant>) => () =
        "UPDATE agent SET status = 'ended', ended_at = $3 \
          WHERE centre_id = $1 AND agent_id = $2 AND status <> 'ended'";

    /// A new link; no row when the agent acts for the employer, or was invited to, already.
    INSERT_LINK: Link => () = concat!(
        "INSERT INTO agent_employer (centre_id, ", link_columns!(), ") \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) \
         ON CONFLICT (centre_id, agent_id, employer_id) WHERE status <> 'ended' DO NOTHING"
    );

    /// For whom an agent acts, or was invited to act, in the order in which it was.
    LINKS_OF: (AgentId,) => Link = concat!(
        "SELECT ", link_columns!(), " FROM agent_employer \
          WHERE centre_id = $1 AND agent_id = $2 AND status <> 'ended' ORDER BY link_id"
    );

    /// Who acts for an employer, or was invited to.
    LINKS_WITH: (EmployerId,) => Link = concat!(
        "SELECT ", link_columns!(), " FROM agent_employer \
          WHERE centre_id = $1 AND employer_id = $2 AND status <> 'ended' ORDER BY link_id"
    );

    /// An invitation is accepted.
    ACCEPT_LINK: (AgentLinkId, Option<Instant>) => () =
        "UPDATE agent_employer SET status = 'active', accepted_at = $3 \
          WHERE centre_id = $1 AND link_id = $2 AND status = 'invited'";

    /// A link's end.
    END_LINK: EndOfLink => () =
        "UPDATE agent_employer SET status = 'ended', ended_at = $3, ended_by = $4, \
                ended_by_name = $5, ended_reason = $6 \
          WHERE centre_id = $1 AND link_id = $2 AND status <> 'ended'";

    /// Whether an agent acts for an employer right now, and as what.
    ACTING: (AgentId, EmployerId) => Acting =
        "SELECT a.name, l.is_lead, e.branch_id \
           FROM agent_employer l \
           JOIN agent a ON a.centre_id = l.centre_id AND a.agent_id = l.agent_id \
           JOIN employer e ON e.centre_id = l.centre_id AND e.employer_id = l.employer_id \
          WHERE l.centre_id = $1 AND l.agent_id = $2 AND l.employer_id = $3 \
            AND l.status = 'active' AND a.status = 'active'";

    /// For whom an agent acts right now: employer, its number and name, and whether it leads.
    EMPLOYERS_OF: (AgentId,) => (EmployerId, EmployerNo, String, bool) =
        "SELECT e.employer_id, e.employer_no, e.name, l.is_lead \
           FROM agent_employer l \
           JOIN agent a ON a.centre_id = l.centre_id AND a.agent_id = l.agent_id \
           JOIN employer e ON e.centre_id = l.centre_id AND e.employer_id = l.employer_id \
          WHERE l.centre_id = $1 AND l.agent_id = $2 AND l.status = 'active' \
            AND a.status = 'active' \
          ORDER BY e.employer_no";

    /// The agents of an employer, those that act or are awaited first, then the latest ended; so many.
    AGENTS_OF: (EmployerId, i64) => AgentOfEmployer =
        "SELECT a.agent_id, a.name, a.mobile, l.is_lead, l.status, l.made_at, l.made_by_name, \
                l.accepted_at, l.ended_at, l.ended_reason, i.expires_at, i.tries \
           FROM agent_employer l \
           JOIN agent a ON a.centre_id = l.centre_id AND a.agent_id = l.agent_id \
           LEFT JOIN agent_invitation i \
                  ON i.centre_id = l.centre_id AND i.link_id = l.link_id \
          WHERE l.centre_id = $1 AND l.employer_id = $2 \
          ORDER BY CASE WHEN l.status = 'ended' THEN 1 ELSE 0 END, l.link_id DESC LIMIT $3";

    /// How many remittances of an employer wait for their money.
    UNPAID: (EmployerId,) => (i64,) =
        "SELECT CAST(COUNT(*) AS BIGINT) FROM remittance \
          WHERE centre_id = $1 AND employer_id = $2 AND status = 'assessed'";

    /// The roster of an employer that waits to be confirmed, the latest.
    OPEN_ROSTER: (EmployerId,) => (RosterId, Month) =
        "SELECT roster_id, month FROM roster \
          WHERE centre_id = $1 AND employer_id = $2 AND status = 'previewed' \
          ORDER BY roster_id DESC LIMIT 1";

    /// An invitation, in the place of an earlier one of the link.
    PUT_INVITATION: Invitation => () =
        "INSERT INTO agent_invitation (centre_id, link_id, agent_id, code_hash, made_at, \
                                       expires_at, tries) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) \
         ON CONFLICT (centre_id, link_id) DO UPDATE SET code_hash = excluded.code_hash, \
             made_at = excluded.made_at, expires_at = excluded.expires_at, tries = excluded.tries";

    /// A code is about to be tried at an agent's invitations: those that bear another try, so many.
    TAKE_TRY: (AgentId, i64) => Invitation =
        "UPDATE agent_invitation SET tries = tries + 1 \
          WHERE centre_id = $1 AND agent_id = $2 AND tries < $3 \
         RETURNING link_id, agent_id, code_hash, made_at, expires_at, tries";

    /// The code that was tried was right, or nobody looked at it.
    GIVE_BACK_TRY: (AgentId,) => () =
        "UPDATE agent_invitation SET tries = tries - 1 \
          WHERE centre_id = $1 AND agent_id = $2 AND tries > 0";

    /// An invitation is done with.
    DELETE_INVITATION: (AgentLinkId,) => () =
        "DELETE FROM agent_invitation WHERE centre_id = $1 AND link_id = $2";

    /// A link that awaits its acceptance, by the code of its invitation.
    AWAITED_LINK: (AgentLinkId, Lookup) => Link = concat!(
        "SELECT ", link_columns!(), " FROM agent_employer l \
          WHERE centre_id = $1 AND link_id = $2 AND status = 'invited' \
            AND EXISTS (SELECT 1 FROM agent_invitation i \
                         WHERE i.centre_id = l.centre_id AND i.link_id = l.link_id \
                           AND i.code_hash = $3)"
    );

    /// The next agents after one, in the order of their ids.
    AGENTS_AFTER: (AgentId, i64) => Agent = concat!(
        "SELECT ", agent_columns!(), " FROM agent \
          WHERE centre_id = $1 AND agent_id > $2 ORDER BY agent_id LIMIT $3"
    );

    /// Those of them that have chosen a password.
    OPENED_AGENTS_AFTER: (AgentId, i64) => Agent = concat!(
        "SELECT ", agent_columns!(), " FROM agent \
          WHERE centre_id = $1 AND agent_id > $2 AND password_hash IS NOT NULL \
          ORDER BY agent_id LIMIT $3"
    );

    /// Those of them that have ended.
    CLOSED_AGENTS_AFTER: (AgentId, i64) => Agent = concat!(
        "SELECT ", agent_columns!(), " FROM agent \
          WHERE centre_id = $1 AND agent_id > $2 AND status = 'ended' \
          ORDER BY agent_id LIMIT $3"
    );

    /// The next links after one, in the order of their ids.
    LINKS_AFTER: (AgentLinkId, i64) => Link = concat!(
        "SELECT ", link_columns!(), " FROM agent_employer \
          WHERE centre_id = $1 AND link_id > $2 ORDER BY link_id LIMIT $3"
    );

    /// Those of them that were accepted.
    ACCEPTED_LINKS_AFTER: (AgentLinkId, i64) => Link = concat!(
        "SELECT ", link_columns!(), " FROM agent_employer \
          WHERE centre_id = $1 AND link_id > $2 AND accepted_at IS NOT NULL \
          ORDER BY link_id LIMIT $3"
    );

    /// Those of them that have ended.
    ENDED_LINKS_AFTER: (AgentLinkId, i64) => Link = concat!(
        "SELECT ", link_columns!(), " FROM agent_employer \
          WHERE centre_id = $1 AND link_id > $2 AND status = 'ended' \
          ORDER BY link_id LIMIT $3"
    );
}
