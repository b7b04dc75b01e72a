//! Actions, scopes, grants and callers. Pure: the decision reads nothing but its arguments.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use db::{Column, Kind, Mismatch, Value};
use kernel::{Actor, ApprovalId, BranchId, CentreId, Refusal};

use crate::Decision;

/// Something that can be permitted. Each crate declares its own as constants and lists them in its
/// `ACTIONS`.
///
/// The code is `noun.verb`. An action that only reads has the verb `read`: roles that may look at
/// everything are given by that word.
#[derive(Debug, PartialEq, Eq)]
pub struct Action {
    /// The stable code, such as `employer.register`.
    pub code: &'static str,
    /// What people call it, such as 单位登记.
    pub label: &'static str,
}

impl Action {
    /// The refusal of a caller without the grant.
    #[must_use]
    pub fn forbidden(&self) -> Refusal {
        let sentence = format!("您没有“{}”的权限，如需办理请联系安全管理员", self.label);
        Refusal::forbidden("action_forbidden", sentence)
    }
}

/// What an act is about, as far as permission goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The whole centre, or something that belongs to no branch.
    Centre,
    /// Something that belongs to this branch.
    Branch(BranchId),
}

impl Scope {
    /// The scope of a thing by the branch it belongs to.
    #[must_use]
    pub const fn of(branch: Option<BranchId>) -> Self {
        match branch {
            Some(branch) => Self::Branch(branch),
            None => Self::Centre,
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Centre => f.write_str("centre"),
            Self::Branch(branch) => write!(f, "branch:{branch}"),
        }
    }
}

impl Column for Scope {
    const KIND: Kind = Kind::Text;

    fn into_value(self) -> Value {
        Value::Text(self.to_string())
    }

    fn from_value(value: Value) -> Result<Self, Mismatch> {
        let Value::Text(text) = &value else {
            return Err(Mismatch::new("scope", &value));
        };
        let branch = || text.strip_prefix("branch:")?.parse().ok();
        if text == "centre" {
            Ok(Self::Centre)
        } else {
            branch()
                .map(Self::Branch)
                .ok_or_else(|| Mismatch::new("scope", &value))
        }
    }
}

db::codes! {
    /// 数据范围: how far a role's actions reach.
    pub enum DataScope {
        /// 本管理部: things of the staff member's own branch.
        OwnBranch = "own_branch", "本管理部";
        /// 全中心: everything of the centre.
        Centre = "centre", "全中心";
    }
}

/// What a caller may do, gathered from all its roles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grants(Extent);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Extent {
    /// Every action of the centre: the system's own jobs.
    Everything,
    /// The widest reach of each action, and the branch that counts as one's own.
    Listed {
        own: Option<BranchId>,
        reach: BTreeMap<String, DataScope>,
    },
}

impl Grants {
    /// Every action, everywhere in the centre.
    #[must_use]
    pub const fn everything() -> Self {
        Self(Extent::Everything)
    }

    /// The grants of a staff member of the branch `own`. An action that several roles give reaches
    /// as far as the widest of them.
    pub fn listed(
        own: Option<BranchId>,
        granted: impl IntoIterator<Item = (String, DataScope)>,
    ) -> Self {
        let mut reach = BTreeMap::new();
        for (action, scope) in granted {
            let widest = reach.entry(action).or_insert(scope);
            *widest = scope.max(*widest);
        }
        Self(Extent::Listed { own, reach })
    }

    /// Whether the action is permitted in the scope. What belongs to no branch takes a role that
    /// reaches the whole centre.
    #[must_use]
    pub fn allows(&self, action: &Action, scope: Scope) -> bool {
        match self.widest(action) {
            Some(Scope::Centre) => true,
            Some(own) => own == scope,
            None => false,
        }
    }

    /// The widest scope in which the action is permitted; `None` where it is nowhere. A role of
    /// one's own branch gives nothing to staff without a branch.
    #[must_use]
    pub fn widest(&self, action: &Action) -> Option<Scope> {
        match &self.0 {
            Extent::Everything => Some(Scope::Centre),
            Extent::Listed { own, reach } => match reach.get(action.code)? {
                DataScope::Centre => Some(Scope::Centre),
                DataScope::OwnBranch => own.map(Scope::Branch),
            },
        }
    }

    /// The codes of the actions granted somewhere, in order; none for the system's own jobs, which
    /// are granted everything without a list.
    #[must_use]
    pub fn actions(&self) -> Vec<&str> {
        match &self.0 {
            Extent::Everything => Vec::new(),
            Extent::Listed { reach, .. } => reach.keys().map(String::as_str).collect(),
        }
    }
}

/// Who calls a use case, with what it may do.
#[derive(Debug, Clone)]
pub struct Caller {
    /// Who acts, and in which centre.
    pub actor: Actor,
    /// The name that stands on vouchers and in the audit trail.
    pub name: String,
    /// The branch a staff member belongs to.
    pub branch: Option<BranchId>,
    /// What it may do.
    pub grants: Arc<Grants>,
    /// The network address the request came from, when it came over the network.
    pub address: Option<String>,
    /// The approval by which the caller acts, where what was asked is being carried out.
    pub approved: Option<ApprovalId>,
}

impl Caller {
    /// A job of the system itself, with every grant of the centre. `job` is a stable name.
    #[must_use]
    pub fn system(job: &'static str, centre: CentreId) -> Self {
        Self {
            actor: Actor::system(centre, job),
            name: "系统".to_owned(),
            branch: None,
            grants: Arc::new(Grants::everything()),
            address: None,
            approved: None,
        }
    }

    /// The centre acted in.
    #[must_use]
    pub const fn centre(&self) -> CentreId {
        self.actor.centre()
    }

    /// Whether the caller may do the action in the scope; for what a page may offer.
    #[must_use]
    pub fn may(&self, action: &Action, scope: Scope) -> bool {
        self.grants.allows(action, scope)
    }

    /// The decision of `enforce` without its audit: for a second check inside a transaction.
    ///
    /// # Errors
    /// `action_forbidden`.
    pub fn require(&self, action: &Action, scope: Scope) -> Decision<()> {
        if self.may(action, scope) {
            Ok(())
        } else {
            Err(action.forbidden())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REGISTER: Action = Action {
        code: "employer.register",
        label: "单位登记",
    };

    fn branch(last: u8) -> BranchId {
        format!("019ab7c2-1c00-7000-8000-0000000000{last:02x}")
            .parse()
            .unwrap()
    }

    /// Roles' reach for the action, the caller's own branch, the scope asked for → the decision.
    #[test]
    fn a_grant_reaches_as_far_as_the_widest_role_and_no_farther() {
        use DataScope::{Centre as Whole, OwnBranch as Own};
        let here = Scope::Branch(branch(1));
        let there = Scope::Branch(branch(2));
        let cases: &[(&[DataScope], Option<BranchId>, Scope, bool)] = &[
            (&[], Some(branch(1)), here, false),
            (&[], Some(branch(1)), Scope::Centre, false),
            (&[Own], Some(branch(1)), there, false),
            (&[Own], Some(branch(1)), Scope::Centre, false),
            (&[Own], None, here, false),
            (&[Own], None, Scope::Centre, false),
            (&[Own], Some(branch(1)), here, true),
            (&[Whole], None, there, true),
            (&[Whole], Some(branch(1)), there, true),
            (&[Whole], Some(branch(1)), Scope::Centre, true),
            (&[Own, Whole], Some(branch(1)), there, true),
            (&[Whole, Own], Some(branch(1)), Scope::Centre, true),
        ];
        for (roles, own, scope, expected) in cases {
            let granted = roles.iter().map(|reach| (REGISTER.code.to_owned(), *reach));
            let grants = Grants::listed(*own, granted);
            assert_eq!(
                grants.allows(&REGISTER, *scope),
                *expected,
                "{roles:?} {own:?} {scope}"
            );
        }
    }

    #[test]
    fn a_scope_reads_back_from_its_column() {
        for scope in [Scope::Centre, Scope::Branch(branch(7))] {
            assert_eq!(Scope::from_value(scope.into_value()).unwrap(), scope);
        }
        for text in [
            "",
            "branch:",
            "branch:7",
            "019ab7c2-1c00-7000-8000-000000000007",
        ] {
            assert!(
                Scope::from_value(Value::Text(text.to_owned())).is_err(),
                "{text}"
            );
        }
        assert!(Scope::from_value(Value::Null).is_err());
    }

    #[test]
    fn a_grant_of_one_action_gives_no_other() {
        let grants = Grants::listed(None, [("employer.read".to_owned(), DataScope::Centre)]);
        assert!(!grants.allows(&REGISTER, Scope::Centre));
        let longer = Grants::listed(
            None,
            [("employer.register_all".to_owned(), DataScope::Centre)],
        );
        assert!(!longer.allows(&REGISTER, Scope::Centre));
        assert_eq!(grants.actions(), ["employer.read"]);
    }

    #[test]
    fn the_system_may_do_everything_in_its_centre() {
        let caller = Caller::system("bookkeeper", CentreId::new(1).unwrap());
        assert!(caller.may(&REGISTER, Scope::Centre));
        assert!(caller.may(&REGISTER, Scope::Branch(branch(9))));
        assert_eq!(caller.grants.widest(&REGISTER), Some(Scope::Centre));
    }
}
