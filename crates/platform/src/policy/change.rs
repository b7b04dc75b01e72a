//! Recording a version of a parameter, and withdrawing one that isn't in force yet.

use db::{Digest, Digest32, ReadTx, WriteTx};
use kernel::{Error, OrBroken, PolicyVersionId, Refusal, ResolutionId, Result};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::page::{ParameterKey, days_in};
use super::parameter::ParameterInfo;
use super::store::{self, PolicyVersion};
use super::{POLICY_CHANGE, POLICY_WITHDRAW, record_in, rule, verify};
use crate::approval::{Outcome, Passage, Request, Run};
use crate::audit::{self, Subject};
use crate::once::replayed;
use crate::resolution::{self, Matter};
use crate::{App, Caller, IdempotencyKey, Once, Scope};

/// A new version as a person writes it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Change {
    /// The value: yuan, a percentage, a number, a term in days, or a choice's text.
    pub value: String,
    /// The first day it holds.
    pub effective_from: String,
    /// The title of the document that sets it.
    pub source_title: String,
    /// Its number.
    pub source_number: String,
    /// The day it is dated.
    pub source_date: String,
    /// The resolution of the management committee that it rests on, where it is the committee's to
    /// decide.
    pub resolution_id: Option<ResolutionId>,
    /// What else is worth knowing, such as the article; may be empty.
    pub note: String,
    /// Why the value changes.
    pub reason: String,
}

/// Records a new version of the parameter among `parameters`. What was decided before keeps the
/// version it was decided by.
///
/// # Errors
/// `action_forbidden`; `policy_parameter_unknown` (not found); `policy_change_invalid` with every
/// finding, field by field: `policy_value_invalid`, `policy_value_out_of_bounds`,
/// `policy_value_crosses` (another parameter it must stay below or above),
/// `policy_effective_from_invalid`, `policy_effective_too_early`, `policy_source_date_invalid`,
/// `policy_text_invalid`, `policy_resolution_missing`; `policy_version_exists` (conflict); those of
/// [`resolution::check_in`], [`App::pass`] and [`App::write_once`].
pub async fn change(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    (parameters, parameter): (&[ParameterInfo], &ParameterKey),
    change: &Change,
) -> Result<Outcome<PolicyVersionId>> {
    app.enforce(caller, &POLICY_CHANGE, Scope::Centre).await?;
    let parameter = parameter.among(parameters)?;
    let summary = match app.needs_approval(caller, &POLICY_CHANGE, None).await? {
        true => summary(app, caller, (parameters, &parameter), change).await?,
        false => String::new(),
    };
    let command = json!(Asked {
        parameter: parameter.key.to_owned(),
        change: change.clone(),
    });
    let request = Request {
        business: &POLICY_CHANGE,
        subject: Subject::new("policy_parameter", parameter.key),
        scope: Scope::Centre,
        amount: None,
        summary,
        command: &command,
    };
    if let Passage::Pending(approval) = app.pass(caller, key, &request).await? {
        return Ok(Outcome::Pending(approval));
    }
    let asked = change.digest(&parameter);
    match app.write_once(caller, &POLICY_CHANGE, key, asked).await? {
        Once::Replay(id) => Ok(Outcome::Done(replayed(&id)?)),
        Once::Fresh(mut tx) => {
            let version = version_in(&mut tx, app, parameters, &parameter, change).await?;
            let id = record_in(&mut tx, &app.clock, caller, version).await?;
            tx.finish(id).await?;
            Ok(Outcome::Done(id))
        }
    }
}

/// What is asked of [`change`], as it waits for approval.
#[derive(Serialize, Deserialize)]
struct Asked {
    parameter: String,
    change: Change,
}

/// Runs an approved [`change`] of one of `parameters`.
///
/// # Errors
/// As [`change`].
pub async fn run_approved_change(run: Run<'_>, parameters: &[ParameterInfo]) -> Result<String> {
    let asked: Asked = run.asked()?;
    let which = ParameterKey::of(&asked.parameter);
    let which = (parameters, &which);
    let outcome = change(run.app, run.caller, run.key, which, &asked.change).await?;
    outcome.done().or_broken("what is approved is done")?;
    Ok("已登记新的参数版本".to_owned())
}

/// What is to be changed, for an approver; everything wrong with it is told before anybody is asked.
async fn summary(
    app: &App,
    caller: &Caller,
    (parameters, parameter): (&[ParameterInfo], &ParameterInfo),
    change: &Change,
) -> Result<String> {
    let mut tx = app.db.read(caller.centre()).await?;
    let version = version_in(&mut tx, app, parameters, parameter, change).await?;
    let resolutions = resolution::cited_in(&mut tx, version.resolution_id).await?;
    let resolution = resolutions
        .first()
        .map(|row| format!("，管委会决议{}", row.number))
        .unwrap_or_default();
    let shown = parameter.read(&version.value)?.shown;
    Ok(format!(
        "{}自 {} 起改为 {shown}{}（依据{}{resolution}；{}）",
        parameter.label,
        version.effective_from,
        parameter.unit,
        version.source.title,
        version.reason
    ))
}

async fn version_in(
    tx: &mut ReadTx,
    app: &App,
    parameters: &[ParameterInfo],
    parameter: &ParameterInfo,
    change: &Change,
) -> Result<super::NewVersion> {
    let days = days_in(tx, &app.clock).await?;
    let on = (parameter.key.to_owned(), days.latest);
    let in_force = tx.optional(&store::VERSION_ON, on).await?;
    let is_above = |other: &&ParameterInfo| parameter.not_above() == Some(other.key);
    let is_below = |other: &&ParameterInfo| other.not_above() == Some(parameter.key);
    let above = standing_in(tx, parameters.iter().filter(is_above)).await?;
    let below = standing_in(tx, parameters.iter().filter(is_below)).await?;
    let standing = rule::Standing {
        today: days.today,
        earliest: rule::earliest(parameter, days.business, in_force.as_ref()),
        above: &above,
        below: &below,
    };
    let version = rule::version(parameter, change, &standing)?;
    if let Some(resolution_id) = change.resolution_id {
        resolution::check_in(tx, resolution_id, Matter::Policy).await?;
    }
    Ok(version)
}

/// The versions of parameters that stand.
async fn standing_in(
    tx: &mut ReadTx,
    parameters: impl Iterator<Item = &ParameterInfo>,
) -> Result<Vec<(ParameterInfo, Vec<PolicyVersion>)>> {
    let mut standing = Vec::new();
    for parameter in parameters {
        let versions = tx
            .all(&store::STANDING, (parameter.key.to_owned(),))
            .await?;
        standing.push((*parameter, versions));
    }
    Ok(standing)
}

/// What is asked of [`withdraw`], as it waits for approval.
#[derive(Serialize, Deserialize)]
struct Withdrawal {
    policy_version_id: PolicyVersionId,
    reason: String,
}

/// Runs an approved [`withdraw`] of a version of one of `parameters`.
///
/// # Errors
/// As [`withdraw`].
pub async fn run_approved_withdrawal(run: Run<'_>, parameters: &[ParameterInfo]) -> Result<String> {
    let asked: Withdrawal = run.asked()?;
    let which = (parameters, asked.policy_version_id);
    let outcome = withdraw(run.app, run.caller, run.key, which, &asked.reason).await?;
    outcome.done().or_broken("what is approved is done")?;
    Ok("已撤回参数版本".to_owned())
}

/// Withdraws a version of one of `parameters` that isn't in force yet. It stays in the history, noted
/// as withdrawn, and its resolution is free of it; what was assessed by it for a month to come keeps it. It may need approval.
///
/// # Errors
/// `action_forbidden`; `policy_version_unknown` (not found); `policy_text_invalid`;
/// `policy_version_in_force`, `policy_version_withdrawn` (conflicts); those of [`App::pass`] and
/// [`App::write_once`].
pub async fn withdraw(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    (parameters, version_id): (&[ParameterInfo], PolicyVersionId),
    reason: &str,
) -> Result<Outcome<()>> {
    app.enforce(caller, &POLICY_WITHDRAW, Scope::Centre).await?;
    let asked = Digest::new("policy.withdraw")
        .column(version_id)
        .text(reason);
    let mut tx = app.db.read(caller.centre()).await?;
    let version = tx.optional(&store::VERSION_BY_ID, (version_id,)).await?;
    let version = version.ok_or_else(unknown)?;
    let checked = rule::withdrawal_reason(reason)?;
    // A repeated request finds it withdrawn by itself, and gets its answer below.
    if version.withdrawn_at.is_none() {
        let days = days_in(&mut tx, &app.clock).await?;
        rule::may_withdraw(&version, days.latest)?;
        drop(tx);
        let command = json!(Withdrawal {
            policy_version_id: version_id,
            reason: checked.clone(),
        });
        let request = Request {
            business: &POLICY_WITHDRAW,
            subject: Subject::new("policy_version", version_id),
            scope: Scope::Centre,
            amount: None,
            summary: withdrawal_summary(parameters, &version, &checked)?,
            command: &command,
        };
        if let Passage::Pending(approval) = app.pass(caller, key, &request).await? {
            return Ok(Outcome::Pending(approval));
        }
    }
    match app
        .write_once(caller, &POLICY_WITHDRAW, key, asked.finish())
        .await?
    {
        Once::Replay(_) => Ok(Outcome::Done(())),
        Once::Fresh(mut tx) => {
            withdraw_in(&mut tx, app, caller, version_id, reason).await?;
            tx.finish(version_id).await?;
            Ok(Outcome::Done(()))
        }
    }
}

/// What is to be withdrawn, for an approver.
fn withdrawal_summary(
    parameters: &[ParameterInfo],
    version: &PolicyVersion,
    reason: &str,
) -> Result<String> {
    let mut known = parameters.iter();
    let parameter = known.find(|parameter| parameter.key == version.parameter);
    let parameter = parameter.or_broken("the parameter of a version")?;
    Ok(format!(
        "撤回{} {} 起的 {}{}（{}；{reason}）",
        parameter.label,
        version.effective_from,
        parameter.read(&version.value)?.shown,
        parameter.unit,
        version.document()
    ))
}

async fn withdraw_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    version_id: PolicyVersionId,
    reason: &str,
) -> Result<()> {
    let version = tx.optional(&store::VERSION_LOCKED, (version_id,)).await?;
    let mut version = version.ok_or_else(unknown)?;
    let reason = rule::withdrawal_reason(reason)?;
    let days = days_in(tx, &app.clock).await?;
    rule::may_withdraw(&version, days.latest)?;
    let (at, by) = (app.clock.now(), caller.actor.label());
    let noted = (version_id, at, by.clone(), reason.clone());
    tx.execute_one(&store::WITHDRAW, noted).await?;
    version.withdrawn_at = Some(at);
    version.withdrawn_by = Some(by);
    version.withdrawal_reason = Some(reason.clone());
    let facts = verify::withdrawal_facts(tx.centre(), &version)
        .ok_or_else(|| Error::broken("a withdrawal that was just noted"))?;
    let detail = json!({
        "parameter": version.parameter,
        "effective_from": version.effective_from,
        "value": version.value,
        "reason": reason,
        "facts": facts.hex(),
    });
    let subject = Subject::new(super::VERSION, version_id);
    if let Some(resolution_id) = version.resolution_id {
        resolution::release_in(tx, &app.clock, resolution_id, &subject).await?;
    }
    audit::record(tx, &app.clock, caller, &POLICY_WITHDRAW, subject, detail).await
}

fn unknown() -> Refusal {
    Refusal::not_found("policy_version_unknown", "没有这个政策参数版本")
}

impl Change {
    fn digest(&self, parameter: &ParameterInfo) -> Digest32 {
        Digest::new("policy.change")
            .text(parameter.key)
            .text(&self.value)
            .text(&self.effective_from)
            .text(&self.source_title)
            .text(&self.source_number)
            .text(&self.source_date)
            .column(self.resolution_id)
            .text(&self.note)
            .text(&self.reason)
            .finish()
    }
}
