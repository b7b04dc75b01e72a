//! What an agent is, and for whom it acts.

use db::{Digest, Digest32, Keys, Lookup, Sealed};
use kernel::{AgentId, AgentLinkId, CentreId, EmployerId, Instant, Result};

/// The column that an agent's name is sealed for, in the agent's row.
pub(crate) const NAME: &str = "agent.name";
/// The column that an agent's mobile number is sealed for, in the agent's row.
pub(crate) const MOBILE: &str = "agent.mobile";

db::codes! {
    /// How an agent, or what it does for an employer, stands.
    pub enum AgentStatus {
        /// 待接受: invited, and not come yet.
        Invited = "invited", "待接受";
        /// 有效.
        Active = "active", "有效";
        /// 已终止.
        Ended = "ended", "已终止";
    }
}

db::row! {
    /// An agent as it is stored.
    pub(crate) struct Agent {
        pub(crate) agent_id: AgentId,
        /// 姓名, sealed as [`NAME`].
        pub(crate) name: Sealed,
        /// 手机号码, sealed as [`MOBILE`].
        pub(crate) mobile: Sealed,
        /// The key that finds the mobile number.
        pub(crate) mobile_lookup: Lookup,
        pub(crate) status: AgentStatus,
        /// The password's hash, once an invitation was accepted.
        pub(crate) password_hash: Option<String>,
        pub(crate) password_set_at: Option<Instant>,
        pub(crate) made_at: Instant,
        pub(crate) made_by: String,
        pub(crate) made_by_name: String,
        pub(crate) ended_at: Option<Instant>,
    }
}

impl Agent {
    /// The digest of who was invited: everything but what became of it; none where the status isn't
    /// that of the rest of the row. See
    /// [`audit::compare_facts`](platform::audit::compare_facts).
    ///
    /// # Errors
    /// Broken when what is personal can't be opened.
    pub(crate) fn facts(&self, keys: &Keys, centre: CentreId) -> Result<Option<Digest32>> {
        let row = keys.of_row(centre, self.agent_id);
        let name = row.open(NAME, &self.name)?;
        let mobile = row.open(MOBILE, &self.mobile)?;
        let digest = Digest::new("agent")
            .column(centre)
            .column(self.agent_id)
            .column(keys.hmac(NAME, name.as_bytes()))
            .column(keys.hmac(MOBILE, mobile.as_bytes()))
            .column(self.mobile_lookup)
            .column(self.made_at)
            .text(&self.made_by)
            .text(&self.made_by_name);
        Ok(self.is_consistent().then(|| digest.finish()))
    }

    fn is_consistent(&self) -> bool {
        let status = match (&self.password_hash, self.ended_at) {
            (_, Some(_)) => AgentStatus::Ended,
            (Some(_), None) => AgentStatus::Active,
            (None, None) => AgentStatus::Invited,
        };
        self.status == status && self.password_hash.is_some() == self.password_set_at.is_some()
    }

    /// The digest of the password that it chose.
    pub(crate) fn opened_facts(&self, centre: CentreId) -> Digest32 {
        Digest::new("agent.opened")
            .column(centre)
            .column(self.agent_id)
            .text_or_none(self.password_hash.as_deref())
            .column(self.password_set_at)
            .finish()
    }

    /// The digest of its end.
    pub(crate) fn closed_facts(&self, centre: CentreId) -> Digest32 {
        Digest::new("agent.closed")
            .column(centre)
            .column(self.agent_id)
            .column(self.ended_at)
            .finish()
    }
}

db::row! {
    /// 经办授权: that an agent acts for an employer.
    pub(crate) struct Link {
        pub(crate) link_id: AgentLinkId,
        pub(crate) agent_id: AgentId,
        pub(crate) employer_id: EmployerId,
        /// 主办: whether it invites and ends the employer's other agents.
        pub(crate) is_lead: bool,
        pub(crate) status: AgentStatus,
        pub(crate) made_at: Instant,
        pub(crate) made_by: String,
        pub(crate) made_by_name: String,
        pub(crate) accepted_at: Option<Instant>,
        pub(crate) ended_at: Option<Instant>,
        pub(crate) ended_by: Option<String>,
        pub(crate) ended_by_name: Option<String>,
        pub(crate) ended_reason: Option<String>,
    }
}

impl Link {
    /// The digest of what the agent was invited to; none where the status isn't that of the rest of
    /// the row.
    pub(crate) fn facts(&self, centre: CentreId) -> Option<Digest32> {
        let status = match (self.accepted_at, self.ended_at) {
            (_, Some(_)) => AgentStatus::Ended,
            (Some(_), None) => AgentStatus::Active,
            (None, None) => AgentStatus::Invited,
        };
        let digest = Digest::new("agent_employer")
            .column(centre)
            .column(self.link_id)
            .column(self.agent_id)
            .column(self.employer_id)
            .column(self.is_lead)
            .column(self.made_at)
            .text(&self.made_by)
            .text(&self.made_by_name);
        (self.status == status).then(|| digest.finish())
    }

    /// The digest of its acceptance.
    pub(crate) fn accepted_facts(&self, centre: CentreId) -> Digest32 {
        Digest::new("agent_employer.accepted")
            .column(centre)
            .column(self.link_id)
            .column(self.accepted_at)
            .finish()
    }

    /// The digest of its end.
    pub(crate) fn ended_facts(&self, centre: CentreId) -> Digest32 {
        Digest::new("agent_employer.ended")
            .column(centre)
            .column(self.link_id)
            .column(self.ended_at)
            .text_or_none(self.ended_by.as_deref())
            .text_or_none(self.ended_by_name.as_deref())
            .text_or_none(self.ended_reason.as_deref())
            .finish()
    }
}

db::row! {
    /// 邀请码, as a keyed hash.
    pub(crate) struct Invitation {
        pub(crate) link_id: AgentLinkId,
        pub(crate) agent_id: AgentId,
        pub(crate) code_hash: Lookup,
        pub(crate) made_at: Instant,
        pub(crate) expires_at: Instant,
        /// How often another code was tried.
        pub(crate) tries: i64,
    }
}
