//! Actions, scopes, grants and callers. Pure: the decision reads nothing but its arguments.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use db::{Column, Kind, ListQuery, Mismatch, Value};
use kernel::{Actor, ApprovalId, BranchId, CentreId, EmployerId, MemberId, Refusal};

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
    /// Something of this employer, which belongs to this branch.
    Employer {
        /// The employer's branch.
        branch: BranchId,
        /// The employer.
        employer: EmployerId,
    },
    /// Something of this member, whose account belongs to this branch.
    Member {
        /// The account's branch.
        branch: BranchId,
        /// The member.
        member: MemberId,
    },
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

    /// The branch that it belongs to.
    #[must_use]
    pub const fn branch(self) -> Option<BranchId> {
        match self {
            Self::Centre => None,
            Self::Branch(branch) | Self::Employer { branch, .. } | Self::Member { branch, .. } => {
                Some(branch)
            }
        }
    }

    /// Whether it is the same thing, at whichever branch that is by now.
    fn is_same(self, other: Self) -> bool {
        match (self, other) {
            (
                Self::Employer { employer, .. },
                Self::Employer {
                    employer: other, ..
                },
            ) => employer == other,
            (Self::Member { member, .. }, Self::Member { member: other, .. }) => member == other,
            _ => self == other,
        }
    }

    /// The query of a list within what may be seen: whoever sees a part of the centre sees the rows
    /// of that part alone. A list that doesn't know the column refuses.
    #[must_use]
    pub fn narrow(self, mut query: ListQuery) -> ListQuery {
        let filter = match self {
            Self::Centre => return query,
            Self::Branch(branch) => ("branch_id", branch.to_string()),
            Self::Employer { employer, .. } => ("employer_id", employer.to_string()),
            Self::Member { member, .. } => ("member_id", member.to_string()),
        };
        query.filters.push((filter.0.to_owned(), filter.1));
        query
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Centre => f.write_str("centre"),
            Self::Branch(branch) => write!(f, "branch:{branch}"),
            Self::Employer { branch, employer } => write!(f, "employer:{employer}@{branch}"),
            Self::Member { branch, member } => write!(f, "member:{member}@{branch}"),
        }
    }
}

impl FromStr for Scope {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        if text == "centre" {
            return Ok(Self::Centre);
        }
        let (kind, rest) = text.split_once(':').ok_or(())?;
        if kind == "branch" {
            return rest.parse().map(Self::Branch).map_err(drop);
        }
        let (thing, branch) = rest.split_once('@').ok_or(())?;
        let branch = branch.parse().map_err(drop)?;
        match kind {
            "employer" => thing
                .parse()
                .map(|employer| Self::Employer { branch, employer })
                .map_err(drop),
            "member" => thing
                .parse()
                .map(|member| Self::Member { branch, member })
                .map_err(drop),
            _ => Err(()),
        }
    }
}

impl Column for Scope {
    const KIND: Kind = Kind::Text;

    fn into_value(self) -> Value {
        Value::Text(self.to_string())
    }

    fn from_value(value: Value) -> Result<Self, Mismatch> {
        let read = match &value {
            Value::Text(text) => text.parse().ok(),
            _ => None,
        };
        read.ok_or_else(|| Mismatch::new("scope", &value))
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
    /// These actions on what belongs to one thing: an agent's employer, a member.
    Within {
        scope: Scope,
        actions: &'static [&'static Action],
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

    /// These actions, and on nothing but what is `scope`'s: for the halls.
    #[must_use]
    pub const fn within(scope: Scope, actions: &'static [&'static Action]) -> Self {
        Self(Extent::Within { scope, actions })
    }

    /// Whether the action is permitted in the scope. What belongs to no branch takes a role that
    /// reaches the whole centre.
    #[must_use]
    pub fn allows(&self, action: &Action, scope: Scope) -> bool {
        match self.widest(action) {
            Some(Scope::Centre) => true,
            Some(Scope::Branch(own)) => scope.branch() == Some(own),
            Some(own) => own.is_same(scope),
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
            Extent::Within { scope, actions } => actions.contains(&action).then_some(*scope),
        }
    }

    /// The codes of the actions granted somewhere, in order; none for the system's own jobs, which
    /// are granted everything without a list.
    #[must_use]
    pub fn actions(&self) -> Vec<&str> {
        match &self.0 {
            Extent::Everything => Vec::new(),
            Extent::Listed { reach, .. } => reach.keys().map(String::as_str).collect(),
            Extent::Within { actions, .. } => actions.iter().map(|action| action.code).collect(),
        }
    }

    /// The one thing that everything is permitted of, for an agent's and a member's.
    const fn only(&self) -> Option<Scope> {
        match &self.0 {
            Extent::Within { scope, .. } => Some(*scope),
            Extent::Everything | Extent::Listed { .. } => None,
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

    /// Where what the caller brings along belongs, such as a file: its employer, the member, the
    /// branch of a staff member, or the centre.
    #[must_use]
    pub fn own_scope(&self) -> Scope {
        let own = self.grants.only();
        own.unwrap_or_else(|| Scope::of(self.branch))
    }

    /// Whether it came in by a hall, and reaches one thing alone.
    #[must_use]
    pub fn is_visitor(&self) -> bool {
        self.grants.only().is_some()
    }

    /// Whether what belongs to the scope is there at all for the caller: for who comes in by a hall
    /// nothing is but its own.
    #[must_use]
    pub fn knows(&self, scope: Scope) -> bool {
        let only = self.grants.only();
        only.is_none_or(|own| own.is_same(scope))
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

    fn of_employer(branch: BranchId, last: u8) -> Scope {
        let employer = format!("019ab7c2-1c00-7000-8000-0000000001{last:02x}");
        let employer = employer.parse().unwrap();
        Scope::Employer { branch, employer }
    }

    fn of_member(branch: BranchId, last: u8) -> Scope {
        let member = format!("019ab7c2-1c00-7000-8000-0000000002{last:02x}");
        let member = member.parse().unwrap();
        Scope::Member { branch, member }
    }

    /// Whom the halls let in reaches its own thing, wherever that belongs by now, and nothing else.
    #[test]
    fn a_hall_reaches_one_thing_alone() {
        static ACTIONS: &[&Action] = &[&REGISTER];
        let (one, two) = (branch(1), branch(2));
        let cases = [
            (of_employer(one, 1), of_employer(one, 1), true),
            (of_employer(one, 1), of_employer(two, 1), true),
            (of_employer(one, 1), of_employer(one, 2), false),
            (of_employer(one, 1), of_member(one, 1), false),
            (of_employer(one, 1), Scope::Branch(one), false),
            (of_employer(one, 1), Scope::Centre, false),
            (of_member(one, 1), of_member(two, 1), true),
            (of_member(one, 1), of_member(one, 2), false),
            (of_member(one, 1), of_employer(one, 1), false),
        ];
        for (own, asked, expected) in cases {
            let grants = Grants::within(own, ACTIONS);
            assert_eq!(grants.allows(&REGISTER, asked), expected, "{own} {asked}");
            assert!(!Grants::within(own, &[]).allows(&REGISTER, asked));
            assert_eq!(grants.widest(&REGISTER), Some(own));
        }
        let branch_clerk = Grants::listed(
            Some(one),
            [(REGISTER.code.to_owned(), DataScope::OwnBranch)],
        );
        for (asked, expected) in [
            (of_employer(one, 1), true),
            (of_member(one, 1), true),
            (of_employer(two, 1), false),
            (of_member(two, 1), false),
        ] {
            assert_eq!(branch_clerk.allows(&REGISTER, asked), expected, "{asked}");
        }
    }

    #[test]
    fn a_list_is_narrowed_to_what_may_be_seen() {
        let narrowed = |scope: Scope| {
            let query = scope.narrow(ListQuery::default());
            query
                .filters
                .into_iter()
                .map(|(name, _)| name)
                .collect::<Vec<_>>()
        };
        assert!(narrowed(Scope::Centre).is_empty());
        assert_eq!(narrowed(Scope::Branch(branch(1))), ["branch_id"]);
        assert_eq!(narrowed(of_employer(branch(1), 1)), ["employer_id"]);
        assert_eq!(narrowed(of_member(branch(1), 1)), ["member_id"]);
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
        let scopes = [
            Scope::Centre,
            Scope::Branch(branch(7)),
            of_employer(branch(7), 8),
            of_member(branch(7), 9),
        ];
        for scope in scopes {
            assert_eq!(Scope::from_value(scope.into_value()).unwrap(), scope);
        }
        for text in [
            "",
            "branch:",
            "branch:7",
            "employer:019ab7c2-1c00-7000-8000-000000000007",
            "member:@019ab7c2-1c00-7000-8000-000000000007",
            "agent:019ab7c2-1c00-7000-8000-000000000007@019ab7c2-1c00-7000-8000-000000000007",
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
