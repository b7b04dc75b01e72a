//! Citing a resolution: what rests on it says so.

use std::collections::BTreeSet;

use db::{ReadTx, WriteTx};
use kernel::{Clock, Finding, Refusal, ResolutionId, Result};

use super::model::Matter;
use super::store::{self, Resolution, ResolutionRow};
use crate::Decision;
use crate::audit::Subject;

/// That a resolution may be cited for a matter.
///
/// # Errors
/// `resolution_unknown` (not found); `resolution_voided`, `resolution_not_adopted`,
/// `resolution_of_another_matter` (conflicts). All at the field `resolution_id`.
pub async fn check_in(tx: &mut ReadTx, id: ResolutionId, matter: Matter) -> Result<()> {
    let found = tx.optional(&store::RESOLUTION_BY_ID, (id,)).await?;
    Ok(may_cite(&found.ok_or_else(unknown)?, matter)?)
}

/// Notes that a subject rests on a resolution, kept from being voided meanwhile. Whoever calls
/// audits the subject, with the resolution among its facts.
///
/// # Errors
/// As [`check_in`].
pub async fn cite_in(
    tx: &mut WriteTx,
    id: ResolutionId,
    matter: Matter,
    subject: &Subject,
) -> Result<()> {
    let found = tx.optional(&store::RESOLUTION_LOCKED, (id,)).await?;
    may_cite(&found.ok_or_else(unknown)?, matter)?;
    let citation = (id, subject.kind.to_owned(), subject.id.clone());
    tx.execute_one(&store::INSERT_CITATION, citation).await?;
    Ok(())
}

/// Notes that what cited a resolution was withdrawn before it held, so that the resolution can be
/// voided if it was recorded by mistake.
///
/// # Errors
/// Broken when it wasn't cited, or the database fails.
pub async fn release_in(
    tx: &mut WriteTx,
    clock: &Clock,
    id: ResolutionId,
    subject: &Subject,
) -> Result<()> {
    let released = (id, subject.kind.to_owned(), subject.id.clone(), clock.now());
    tx.execute_one(&store::RELEASE, released).await?;
    Ok(())
}

/// The resolutions that something cites, with their meetings, for its own page.
///
/// # Errors
/// Broken when the database fails.
pub async fn cited_in(
    tx: &mut ReadTx,
    ids: impl IntoIterator<Item = ResolutionId>,
) -> Result<Vec<ResolutionRow>> {
    let mut cited = Vec::new();
    for id in ids {
        cited.extend(tx.optional(&store::RESOLUTION_SHOWN, (id,)).await?);
    }
    Ok(cited)
}

/// Holds what cites resolutions, as the rows of a kind of subject say it themselves, against the
/// citations kept: `resolution_citation_differs` at `/resolution/<id>`.
///
/// # Errors
/// Broken when the database fails.
pub async fn compare_citations(
    tx: &mut ReadTx,
    kind: &str,
    told: BTreeSet<(ResolutionId, String)>,
) -> Result<Vec<Finding>> {
    let kept = tx
        .all(&store::CITATIONS_OF_KIND, (kind.to_owned(),))
        .await?;
    let kept: BTreeSet<(ResolutionId, String)> = kept.into_iter().collect();
    let finding = |(id, subject): &(ResolutionId, String)| {
        let sentence = format!("管委会决议的引用与业务记录不符（{kind} {subject}）");
        Finding::new(
            format!("/resolution/{id}"),
            "resolution_citation_differs",
            sentence,
        )
    };
    Ok(kept.symmetric_difference(&told).map(finding).collect())
}

fn may_cite(resolution: &Resolution, matter: Matter) -> Decision<()> {
    let number = &resolution.number;
    let refuse = |code, sentence| Err(Refusal::conflict(code, sentence).at("resolution_id"));
    if resolution.voided_at.is_some() {
        return refuse(
            "resolution_voided",
            format!("决议{number}已经作废，不能引用"),
        );
    }
    if !resolution.adopted {
        let sentence = format!("决议{number}未获通过，不能引用");
        return refuse("resolution_not_adopted", sentence);
    }
    if resolution.matter != matter {
        let (is, wanted) = (resolution.matter.label(), matter.label());
        let sentence = format!("决议{number}的事项是“{is}”，须引用事项为“{wanted}”的决议");
        return refuse("resolution_of_another_matter", sentence);
    }
    Ok(())
}

pub(super) fn unknown() -> Refusal {
    Refusal::not_found("resolution_unknown", "没有这项管委会决议").at("resolution_id")
}
