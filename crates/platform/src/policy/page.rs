//! The parameters as pages show them: what holds, what held, what will.

use std::collections::{BTreeSet, HashMap};
use std::str::FromStr;

use db::ReadTx;
use kernel::{Clock, Date, Refusal, ResolutionId, Result};

use super::parameter::ParameterInfo;
use super::store::{self, PolicyVersion};
use super::{POLICY_READ, rule};
use crate::resolution;
use crate::staff::{self, Names};
use crate::{App, Caller, Decision, business_day};

/// The key of a parameter as it stands in an address: `crate.name`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParameterKey(String);

impl ParameterKey {
    /// The key of a parameter that was found among those declared.
    pub(super) fn of(key: &str) -> Self {
        Self(key.to_owned())
    }

    /// The parameter among those declared.
    ///
    /// # Errors
    /// `policy_parameter_unknown` (not found).
    pub fn among(&self, parameters: &[ParameterInfo]) -> Decision<ParameterInfo> {
        let found = parameters.iter().find(|one| one.key == self.0);
        found.copied().ok_or_else(|| {
            let sentence = format!("没有“{}”这个政策参数", self.0);
            Refusal::not_found("policy_parameter_unknown", sentence)
        })
    }
}

impl FromStr for ParameterKey {
    type Err = Refusal;

    /// Refuses with `policy_parameter_unknown` what can be no key.
    fn from_str(text: &str) -> Decision<Self> {
        let plain = |part: &str| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
        };
        match text.split_once('.') {
            Some((crate_name, name)) if plain(crate_name) && plain(name) => {
                Ok(Self(text.to_owned()))
            }
            _ => Err(Refusal::not_found(
                "policy_parameter_unknown",
                "没有这个政策参数",
            )),
        }
    }
}

db::codes! {
    /// 版本状态: where a version stands on the day asked.
    pub enum VersionState {
        /// 现行: it holds.
        InForce = "in_force", "现行";
        /// 待生效: it will.
        Upcoming = "upcoming", "待生效";
        /// 历史: it held before.
        Past = "past", "历史";
        /// 已撤回: it never held.
        Withdrawn = "withdrawn", "已撤回";
    }
}

/// A parameter as a page shows it.
#[derive(Debug, Clone)]
pub struct ParameterState {
    /// Its declaration.
    pub parameter: ParameterInfo,
    /// The version that holds; `None` when none does.
    pub current: Option<PolicyVersion>,
    /// Every version with where it stands, the latest first.
    pub history: Vec<(PolicyVersion, VersionState)>,
    /// The first day from which a new version may hold; `None`: any.
    pub earliest: Option<Date>,
}

/// What the versions of parameters mention, by name.
pub struct Mentioned {
    /// What the actors who recorded them are called.
    pub names: Names,
    /// The numbers of the resolutions that they rest on.
    pub resolutions: HashMap<ResolutionId, String>,
}

/// The declared parameters with their versions, in the order given, and what those mention.
///
/// # Errors
/// `action_forbidden`.
pub async fn list(
    app: &App,
    caller: &Caller,
    parameters: &[ParameterInfo],
) -> Result<(Vec<ParameterState>, Mentioned)> {
    app.enforce_widest(caller, &POLICY_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let days = days_in(&mut tx, &app.clock).await?;
    let mut by_key: HashMap<String, Vec<PolicyVersion>> = HashMap::new();
    let mut cited = BTreeSet::new();
    for row in tx.all(&store::ALL_VERSIONS, ()).await? {
        cited.extend(row.resolution_id);
        by_key.entry(row.parameter.clone()).or_default().push(row);
    }
    let state = |parameter: &ParameterInfo| {
        let history = by_key.remove(parameter.key).unwrap_or_default();
        state_of(*parameter, history, &days)
    };
    let states = parameters.iter().map(state).collect();
    let cited = resolution::cited_in(&mut tx, cited).await?.into_iter();
    let mentioned = Mentioned {
        names: staff::names_in(&mut tx).await?,
        resolutions: cited.map(|row| (row.resolution_id, row.number)).collect(),
    };
    Ok((states, mentioned))
}

/// One of them.
///
/// # Errors
/// As [`list`], and `policy_parameter_unknown`.
pub async fn show(
    app: &App,
    caller: &Caller,
    parameters: &[ParameterInfo],
    key: &ParameterKey,
) -> Result<(ParameterState, Mentioned)> {
    app.enforce_widest(caller, &POLICY_READ).await?;
    let parameter = key.among(parameters)?;
    let (mut states, mentioned) = list(app, caller, &[parameter]).await?;
    Ok((states.remove(0), mentioned))
}

fn state_of(parameter: ParameterInfo, history: Vec<PolicyVersion>, days: &Days) -> ParameterState {
    let holds = |version: &&PolicyVersion| {
        version.withdrawn_at.is_none() && version.effective_from <= days.latest
    };
    let current = history.iter().find(holds).cloned();
    let in_force = current.as_ref().map(|version| version.policy_version_id);
    let stands = |version: &PolicyVersion| {
        if version.withdrawn_at.is_some() {
            VersionState::Withdrawn
        } else if version.effective_from > days.latest {
            VersionState::Upcoming
        } else if in_force == Some(version.policy_version_id) {
            VersionState::InForce
        } else {
            VersionState::Past
        }
    };
    let stand = |version: PolicyVersion| {
        let state = stands(&version);
        (version, state)
    };
    ParameterState {
        earliest: rule::earliest(&parameter, days.business, current.as_ref()),
        parameter,
        current,
        history: history.into_iter().map(stand).collect(),
    }
}

/// The days that decide what holds.
pub(super) struct Days {
    /// The calendar's.
    pub(super) today: Date,
    /// The open business day; without one, the first that can be opened.
    pub(super) business: Date,
    /// The later of the two: a version that begins after it has decided nothing yet.
    pub(super) latest: Date,
}

pub(super) async fn days_in(tx: &mut ReadTx, clock: &Clock) -> Result<Days> {
    let today = clock.today();
    let business = match business_day::current(tx).await? {
        Some(day) => day.date,
        None => business_day::last(tx)
            .await?
            .map_or(today, |day| day.date.next()),
    };
    Ok(Days {
        today,
        business,
        latest: today.max(business),
    })
}
