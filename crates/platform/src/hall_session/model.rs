//! Who comes in by a hall.

use std::fmt;
use std::time::Duration;

use db::{Column, Kind, Mismatch, Value};
use kernel::{Actor, AgentId, CentreId, MemberId, Principal};

use crate::session::SessionLimits;

/// Who comes in by a hall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Visitor {
    /// 单位经办人.
    Agent(AgentId),
    /// 缴存人.
    Member(MemberId),
}

impl Visitor {
    /// The visitor that an actor is, if it is one.
    #[must_use]
    pub const fn of(actor: &Actor) -> Option<Self> {
        match actor.principal() {
            Principal::Agent(agent) => Some(Self::Agent(agent)),
            Principal::Member(member) => Some(Self::Member(member)),
            Principal::Staff(_) | Principal::System(_) => None,
        }
    }

    /// The visitor as it acts in a centre.
    #[must_use]
    pub const fn actor(self, centre: CentreId) -> Actor {
        match self {
            Self::Agent(agent) => Actor::agent(centre, agent),
            Self::Member(member) => Actor::member(centre, member),
        }
    }

    /// How long its sessions last: a member looks something up, an agent works through a morning.
    #[must_use]
    pub const fn limits(self) -> SessionLimits {
        match self {
            Self::Agent(_) => SessionLimits {
                idle: Duration::from_mins(30),
                absolute: Duration::from_hours(12),
            },
            Self::Member(_) => SessionLimits {
                idle: Duration::from_mins(15),
                absolute: Duration::from_hours(4),
            },
        }
    }
}

impl fmt::Display for Visitor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Agent(agent) => Principal::Agent(*agent).fmt(f),
            Self::Member(member) => Principal::Member(*member).fmt(f),
        }
    }
}

impl Column for Visitor {
    const KIND: Kind = Kind::Text;

    fn into_value(self) -> Value {
        Value::Text(self.to_string())
    }

    fn from_value(value: Value) -> Result<Self, Mismatch> {
        let read = match &value {
            Value::Text(text) => match text.split_once(':') {
                Some(("agent", id)) => id.parse().ok().map(Self::Agent),
                Some(("member", id)) => id.parse().ok().map(Self::Member),
                _ => None,
            },
            _ => None,
        };
        read.ok_or_else(|| Mismatch::new("visitor", &value))
    }
}
