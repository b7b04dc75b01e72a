//! Proving the policy: what was recorded of each version, and of each withdrawal, is as it was.

use db::{Digest, Digest32, ReadTx};
use kernel::{CentreId, Finding, PolicyVersionId, Result};

use super::{POLICY_CHANGE, POLICY_WITHDRAW, PolicyVersion, store};
use crate::audit::{Difference, compare_facts};

/// What is recorded of a version.
pub(super) fn recording_facts(centre: CentreId, version: &PolicyVersion) -> Digest32 {
    Digest::new(POLICY_CHANGE.code)
        .column(centre)
        .column(version.policy_version_id)
        .text(&version.parameter)
        .column(version.effective_from)
        .text(&version.value)
        .text(&version.source_title)
        .text(&version.source_number)
        .column(version.source_date)
        .text(&version.note)
        .text(&version.reason)
        .column(version.recorded_at)
        .text(&version.recorded_by)
        .finish()
}

/// What is recorded of its withdrawal; none when the row says by halves that there was one.
pub(super) fn withdrawal_facts(centre: CentreId, version: &PolicyVersion) -> Option<Digest32> {
    let (at, by) = (version.withdrawn_at?, version.withdrawn_by.as_deref()?);
    let facts = Digest::new(POLICY_WITHDRAW.code)
        .column(centre)
        .column(version.policy_version_id)
        .column(at)
        .text(by)
        .text(version.withdrawal_reason.as_deref()?);
    Some(facts.finish())
}

/// Holds every version against the events of its recording and its withdrawal:
/// `policy_version_facts_differ` at `/policy_version/<id>`.
///
/// # Errors
/// Broken when the database fails.
pub async fn verify(tx: &mut ReadTx) -> Result<Vec<Finding>> {
    let (centre, nil) = (tx.centre(), PolicyVersionId::NIL);
    let mut findings = Vec::new();
    let mut found = |what: &str, id: &str, difference: Difference| {
        let field = format!("/policy_version/{id}");
        let sentence = difference.sentence(what);
        findings.push(Finding::new(field, "policy_version_facts_differ", sentence));
    };
    let recorded = |version: &PolicyVersion| {
        let facts = recording_facts(centre, version);
        (version.policy_version_id, Some(facts))
    };
    let (action, each) = (&POLICY_CHANGE, &store::VERSIONS_AFTER);
    compare_facts(tx, action, each, nil, recorded, |id, difference| {
        found("政策参数的版本", id, difference);
    })
    .await?;
    let withdrawn = |version: &PolicyVersion| {
        let facts = withdrawal_facts(centre, version);
        (version.policy_version_id, facts)
    };
    let (action, each) = (&POLICY_WITHDRAW, &store::WITHDRAWN_AFTER);
    compare_facts(tx, action, each, nil, withdrawn, |id, difference| {
        found("政策参数版本的撤回", id, difference);
    })
    .await?;
    Ok(findings)
}
