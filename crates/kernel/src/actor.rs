//! Who acts, and in which centre.

use std::fmt;

use crate::id::{AgentId, MemberId, StaffId};
use crate::number::CentreId;

/// The one on whose authority a use case runs. Every use case takes one; what it may do is
/// decided by the platform, not here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Actor {
    centre: CentreId,
    principal: Principal,
}

/// The kind of actor. Developers' agents join when their hall is built; matches are exhaustive on
/// purpose, so that each rule decides about them then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Principal {
    /// 工作人员: a signed-in member of staff.
    Staff(StaffId),
    /// 单位经办人: who acts for an employer in its hall.
    Agent(AgentId),
    /// 缴存人: a member in the members' hall.
    Member(MemberId),
    /// 系统: a job of the system itself, by its stable name, such as `bookkeeper`.
    System(&'static str),
}

impl Actor {
    /// A member of staff acting in its centre.
    #[must_use]
    pub const fn staff(centre: CentreId, staff: StaffId) -> Self {
        Self {
            centre,
            principal: Principal::Staff(staff),
        }
    }

    /// An employer's agent acting in the hall of the centre.
    #[must_use]
    pub const fn agent(centre: CentreId, agent: AgentId) -> Self {
        Self {
            centre,
            principal: Principal::Agent(agent),
        }
    }

    /// A member acting in the hall of the centre.
    #[must_use]
    pub const fn member(centre: CentreId, member: MemberId) -> Self {
        Self {
            centre,
            principal: Principal::Member(member),
        }
    }

    /// A job acting in one centre. `job` is a stable snake_case name; it stays in the audit trail.
    #[must_use]
    pub const fn system(centre: CentreId, job: &'static str) -> Self {
        Self {
            centre,
            principal: Principal::System(job),
        }
    }

    /// The centre acted in.
    #[must_use]
    pub const fn centre(&self) -> CentreId {
        self.centre
    }

    /// Who acts.
    #[must_use]
    pub const fn principal(&self) -> Principal {
        self.principal
    }

    /// The staff member, when it is one.
    #[must_use]
    pub const fn staff_id(&self) -> Option<StaffId> {
        match self.principal {
            Principal::Staff(staff) => Some(staff),
            Principal::Agent(_) | Principal::Member(_) | Principal::System(_) => None,
        }
    }

    /// Whether it is a job of the system itself.
    #[must_use]
    pub const fn is_system(&self) -> bool {
        matches!(self.principal, Principal::System(_))
    }

    /// The text that the audit trail and the idempotency key keep: `staff:<uuid>`, `agent:<uuid>`,
    /// `member:<uuid>` or `system:bookkeeper`.
    #[must_use]
    pub fn label(&self) -> String {
        self.principal.to_string()
    }
}

impl fmt::Display for Principal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Staff(staff) => write!(f, "staff:{staff}"),
            Self::Agent(agent) => write!(f, "agent:{agent}"),
            Self::Member(member) => write!(f, "member:{member}"),
            Self::System(job) => write!(f, "system:{job}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_names_the_kind_and_the_one() {
        let centre = CentreId::new(1).unwrap();
        let staff: StaffId = "019ab7c2-1c00-7000-8000-000000000001".parse().unwrap();
        let clerk = Actor::staff(centre, staff);
        assert_eq!(clerk.label(), "staff:019ab7c2-1c00-7000-8000-000000000001");
        assert_eq!(clerk.staff_id(), Some(staff));
        let job = Actor::system(centre, "bookkeeper");
        assert_eq!(job.label(), "system:bookkeeper");
        let agent = Actor::agent(
            centre,
            "019ab7c2-1c00-7000-8000-000000000002".parse().unwrap(),
        );
        assert_eq!(agent.label(), "agent:019ab7c2-1c00-7000-8000-000000000002");
        let member = Actor::member(
            centre,
            "019ab7c2-1c00-7000-8000-000000000003".parse().unwrap(),
        );
        assert_eq!(
            member.label(),
            "member:019ab7c2-1c00-7000-8000-000000000003"
        );
        for (actor, is_system) in [(job, true), (agent, false), (member, false)] {
            assert_eq!((actor.staff_id(), actor.is_system()), (None, is_system));
        }
    }
}
