//! Proving the policy: what was recorded of each version, and of each withdrawal, is as it was.

use db::{Digest, Digest32, ReadTx};
use kernel::{CentreId, Finding, PolicyVersionId, Result};

use super::{POLICY_CHANGE, POLICY_WITHDRAW, PolicyVersion, store};
use crate::audit::{Recorded, compare_facts};
use crate::resolution;

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
        .column(version.resolution_id)
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
/// `policy_version_facts_differ` at `/policy_version/<id>`; and the citations of its resolution, see
/// [`resolution::compare_citations`].
///
/// # Errors
/// Broken when the database fails.
pub async fn verify(tx: &mut ReadTx) -> Result<Vec<Finding>> {
    let (centre, nil) = (tx.centre(), PolicyVersionId::NIL);
    let mut findings = Vec::new();
    let mut found = |id: &str, sentence: String| {
        let field = format!("/policy_version/{id}");
        findings.push(Finding::new(field, "policy_version_facts_differ", sentence));
    };
    let recorded = Recorded {
        action: &POLICY_CHANGE,
        rows_after: &store::VERSIONS_AFTER,
        nil,
    };
    let facts = |version: &PolicyVersion| Some(recording_facts(centre, version));
    compare_facts(tx, &recorded, facts, |id, how| {
        found(id, how.sentence("政策参数的版本"));
    })
    .await?;
    let withdrawn = Recorded {
        action: &POLICY_WITHDRAW,
        rows_after: &store::WITHDRAWN_AFTER,
        nil,
    };
    let facts = |version: &PolicyVersion| withdrawal_facts(centre, version);
    compare_facts(tx, &withdrawn, facts, |id, how| {
        found(id, how.sentence_of_act("政策参数版本的撤回"));
    })
    .await?;
    let resolved = tx.all(&store::RESOLVED, ()).await?.into_iter();
    let told = resolved.map(|(resolution, version)| (resolution, version.to_string()));
    let told = told.collect();
    findings.extend(resolution::compare_citations(tx, super::VERSION, told).await?);
    Ok(findings)
}
