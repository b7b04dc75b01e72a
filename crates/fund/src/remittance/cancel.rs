//! Cancelling a remittance that nobody has paid yet.

use db::Digest;
use kernel::{RemittanceId, Result};
use platform::audit::{self, Subject};
use platform::{App, Caller, IdempotencyKey, Once};
use serde_json::json;
use settlement::suspense;

use super::model::RemittanceStatus;
use super::store::{self, Ended, Ending};
use super::{REMITTANCE_CANCEL, error, list};
use crate::reason::checked_reason;

/// Cancels a remittance, so that the month's roster can be uploaded anew. Accounts that the roster
/// opened, and bases that it changed, stay: they are true without the money.
///
/// # Errors
/// `remittance_unknown`, `action_forbidden`, `reason_invalid`, `remittance_not_assessed`, those of
/// [`App::write_once`].
pub async fn cancel(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    remittance_id: RemittanceId,
    reason: &str,
) -> Result<()> {
    // A stranger learns nothing of what exists: the right first, then the thing's own branch.
    app.enforce_widest(caller, &REMITTANCE_CANCEL).await?;
    let scope = list::scope_of(app, caller, remittance_id).await?;
    app.enforce(caller, &REMITTANCE_CANCEL, scope).await?;
    let reason = checked_reason(reason)?;
    let asked = Digest::new("remittance.cancel")
        .column(remittance_id)
        .text(&reason)
        .finish();
    let Once::Fresh(mut tx) = app
        .write_once(caller, &REMITTANCE_CANCEL, key, asked)
        .await?
    else {
        return Ok(());
    };
    let remittance = tx.one(&store::REMITTANCE_LOCKED, (remittance_id,)).await?;
    if remittance.status != RemittanceStatus::Assessed {
        return Err(error::not_assessed(remittance.status));
    }
    let ending = Ending {
        remittance_id,
        before: RemittanceStatus::Assessed,
        after: RemittanceStatus::Cancelled,
        ended_at: app.clock.now(),
        ended_by: caller.actor.label(),
        ended_reason: reason.clone(),
    };
    let facts = Ended::from(&ending).facts(tx.centre());
    tx.execute_one(&store::END_REMITTANCE, ending).await?;
    suspense::unname_in(&mut tx, &remittance_id.to_string()).await?;
    let subject = Subject::new("remittance", remittance_id);
    let detail = json!({
        "serial": remittance.serial,
        "reason": reason,
        "expected_fen": remittance.expected_fen,
        "facts": facts.hex(),
    });
    audit::record(
        &mut tx,
        &app.clock,
        caller,
        &REMITTANCE_CANCEL,
        subject,
        detail,
    )
    .await?;
    tx.finish(remittance_id).await
}
