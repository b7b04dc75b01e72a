//! Policy parameters: every value that a notice can change, in versions with the date each takes
//! effect from and the document it comes from.
//!
//! The crate whose rule reads a parameter declares it as a typed constant:
//!
//! ```
//! use kernel::Fen;
//! use platform::policy::Parameter;
//!
//! /// 缴存基数上限.
//! pub const BASE_CEILING: Parameter<Fen> =
//!     Parameter::new("fund.base_ceiling", "缴存基数上限", "元/月");
//! ```
//!
//! and reads it as of the date that its rule names: [`value`], or [`on`] for several at once. A
//! decision records the [`Versioned::version`] it used. Versions are added ([`change`]), never
//! changed; the one of the latest date not after the asked one holds. One that isn't in force yet
//! can be [withdrawn](withdraw): it stays where it is, noted as withdrawn, and holds nowhere. What
//! was recorded and withdrawn is [proved](verify) by the audit trail.

mod change;
mod page;
mod parameter;
mod rule;
mod store;
mod value;
mod verify;

pub use change::{Change, change, run_approved_change, run_approved_withdrawal, withdraw};
pub use page::{Mentioned, ParameterKey, ParameterState, VersionState, list, show};
pub use parameter::{NewVersion, Parameter, ParameterInfo, Reading, Source};
pub use store::PolicyVersion;
pub use value::{Choice, PolicyValue, ValueKind};
pub use verify::verify;

pub(crate) use store::STATEMENTS;

use std::collections::HashMap;

use db::{ReadTx, WriteTx};
use kernel::{Clock, Date, Error, PolicyVersionId, Refusal, Result};
use serde_json::json;

use crate::audit::{self, Subject};
use crate::resolution::{self, Matter};
use crate::{Action, Caller};

/// Recording a version of a policy parameter.
pub const POLICY_CHANGE: Action = Action {
    code: "policy.change",
    label: "变更政策参数",
};
/// Withdrawing a version that isn't in force yet.
pub const POLICY_WITHDRAW: Action = Action {
    code: "policy.withdraw",
    label: "撤回政策版本",
};
/// Reading policy parameters and their history.
pub const POLICY_READ: Action = Action {
    code: "policy.read",
    label: "查看政策参数",
};

/// What a version is called as a subject.
const VERSION: &str = "policy_version";

/// A value with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versioned<T> {
    /// The value.
    pub value: T,
    /// The version, for the decision's record.
    pub version: PolicyVersionId,
    /// The first day it holds.
    pub effective_from: Date,
    /// The document that sets it.
    pub source: Source,
}

/// The parameter's value on a date.
///
/// # Errors
/// `policy_missing` (unavailable) when no version holds on that date. Broken when the stored text
/// isn't a value of the parameter's kind: it was checked when it was recorded.
pub async fn value<T: PolicyValue>(
    tx: &mut ReadTx,
    parameter: &Parameter<T>,
    on: Date,
) -> Result<Versioned<T>> {
    let row = tx
        .optional(&store::VERSION_ON, (parameter.key.to_owned(), on))
        .await?;
    parameter.read(row.as_ref(), on)
}

/// The centre's whole policy as it stands on one date.
pub struct PolicyOn {
    date: Date,
    versions: HashMap<String, PolicyVersion>,
}

/// Reads every parameter as of a date with one statement: for rules that need several, and for
/// batches.
///
/// # Errors
/// Broken when the database fails.
pub async fn on(tx: &mut ReadTx, date: Date) -> Result<PolicyOn> {
    let rows = tx.all(&store::VERSIONS_ON, (date,)).await?;
    let versions = rows
        .into_iter()
        .map(|row| (row.parameter.clone(), row))
        .collect();
    Ok(PolicyOn { date, versions })
}

impl PolicyOn {
    /// The parameter's value on the date.
    ///
    /// # Errors
    /// As [`value`].
    pub fn get<T: PolicyValue>(&self, parameter: &Parameter<T>) -> Result<Versioned<T>> {
        parameter.read(self.versions.get(parameter.key), self.date)
    }

    /// The date.
    #[must_use]
    pub const fn date(&self) -> Date {
        self.date
    }
}

/// What a voucher's authority says, for people: where it is the ids of policy versions, joined by
/// commas, the documents behind them, each once; anything else stays as it is.
///
/// # Errors
/// Broken when the database fails.
pub async fn documents_in(tx: &mut ReadTx, authority: &str) -> Result<String> {
    let ids = authority.split(',').map(str::parse::<PolicyVersionId>);
    let Ok(ids) = ids.collect::<std::result::Result<Vec<_>, _>>() else {
        return Ok(authority.to_owned());
    };
    let mut documents: Vec<String> = Vec::new();
    for id in ids {
        let version = tx.optional(&store::VERSION_BY_ID, (id,)).await?;
        // An id that no version has says more than nothing.
        let document = version.map_or_else(|| id.to_string(), |version| version.document());
        if !documents.contains(&document) {
            documents.push(document);
        }
    }
    Ok(documents.join("；"))
}

/// Records a version, and audits it. The value was typed or read by its parameter, so it is of its kind.
///
/// # Errors
/// `policy_source_missing` when no document is named; `policy_version_exists` (conflict) when the
/// parameter has a version from that date already; those of [`resolution::cite_in`].
pub async fn record_in(
    tx: &mut WriteTx,
    clock: &Clock,
    caller: &Caller,
    new: NewVersion,
) -> Result<PolicyVersionId> {
    if new.source.title.trim().is_empty() {
        let sentence = format!("请填写“{}”所依据的文件", new.label);
        return Err(Refusal::invalid("policy_source_missing", sentence)
            .at("source_title")
            .into());
    }
    let policy_version_id = PolicyVersionId::new(clock);
    let label = new.label;
    let row = PolicyVersion {
        policy_version_id,
        parameter: new.key.to_owned(),
        effective_from: new.effective_from,
        value: new.value,
        source_title: new.source.title,
        source_number: new.source.number,
        source_date: new.source.date,
        resolution_id: new.resolution_id,
        note: new.note,
        reason: new.reason,
        recorded_at: clock.now(),
        recorded_by: caller.actor.label(),
        withdrawn_at: None,
        withdrawn_by: None,
        withdrawal_reason: None,
    };
    let detail = json!({
        "parameter": row.parameter,
        "value": row.value,
        "effective_from": row.effective_from,
        "source_number": row.source_number,
        "facts": verify::recording_facts(tx.centre(), &row).hex(),
    });
    if tx.execute(&store::INSERT_VERSION, row).await? == 0 {
        let sentence = format!("“{label}”自{}起已有一个版本", new.effective_from);
        let refusal = Refusal::conflict("policy_version_exists", sentence);
        return Err(refusal.at("effective_from").into());
    }
    let subject = Subject::new(VERSION, policy_version_id);
    if let Some(resolution_id) = new.resolution_id {
        resolution::cite_in(tx, resolution_id, Matter::Policy, &subject).await?;
    }
    audit::record(tx, clock, caller, &POLICY_CHANGE, subject, detail).await?;
    Ok(policy_version_id)
}

/// Records the versions that a centre starts with; each parameter's first.
///
/// # Errors
/// As [`record_in`].
pub async fn seed_in(
    tx: &mut WriteTx,
    clock: &Clock,
    caller: &Caller,
    versions: impl IntoIterator<Item = NewVersion>,
) -> Result<()> {
    for version in versions {
        record_in(tx, clock, caller, version).await?;
    }
    Ok(())
}

fn missing(label: &str, on: Date) -> Error {
    let sentence = format!("政策参数“{label}”在{on}没有生效的版本，请先维护该参数");
    Refusal::unavailable("policy_missing", sentence).into()
}

#[cfg(test)]
mod tests;
