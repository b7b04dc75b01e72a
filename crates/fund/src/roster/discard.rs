//! Giving a roster up.

use db::Digest;
use kernel::{Result, RosterId};
use platform::audit::{self, Subject};
use platform::{App, Caller, IdempotencyKey, Once};
use serde_json::json;

use super::model::RosterStatus;
use super::{ROSTER_DISCARD, error, store};
use crate::employer;

/// Discards a preview. What it says of people is deleted; lines and findings stay, and so does the
/// uploaded file, sealed as all files are.
///
/// # Errors
/// `roster_unknown`, `action_forbidden`, `roster_not_previewed`, those of [`App::write_once`].
pub async fn discard(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    roster_id: RosterId,
) -> Result<()> {
    // A stranger learns nothing of what exists: the right first, then the thing's own branch.
    app.enforce_widest(caller, &ROSTER_DISCARD).await?;
    let scope = {
        let mut tx = app.db.read(caller.centre()).await?;
        let roster = tx.optional(&store::ROSTER_BY_ID, (roster_id,)).await?;
        let roster = roster.ok_or_else(|| error::unknown(roster_id))?;
        employer::require_in(&mut tx, roster.employer_id)
            .await?
            .scope()
    };
    app.enforce(caller, &ROSTER_DISCARD, scope).await?;
    let asked = Digest::new("roster.discard").column(roster_id).finish();
    let Once::Fresh(mut tx) = app.write_once(caller, &ROSTER_DISCARD, key, asked).await? else {
        return Ok(());
    };
    let roster = tx.one(&store::ROSTER_LOCKED, (roster_id,)).await?;
    if roster.status != RosterStatus::Previewed {
        return Err(error::not_previewed(roster.status));
    }
    tx.execute_one(
        &store::END_ROSTER,
        (roster_id, RosterStatus::Discarded, None),
    )
    .await?;
    tx.execute_bulk(&store::FORGET_PERSONS, (roster_id,))
        .await?;
    let subject = Subject::new("roster", roster_id);
    let detail = json!({ "lines": roster.line_count });
    audit::record(
        &mut tx,
        &app.clock,
        caller,
        &ROSTER_DISCARD,
        subject,
        detail,
    )
    .await?;
    tx.finish(roster_id).await
}
