//! Voiding a paper: the centre no longer stands by it.

use db::{Digest, WriteTx};
use kernel::{CertificateId, Instant, Refusal, Result};
use platform::audit::{self, Subject};
use platform::{App, Caller, IdempotencyKey, Once};
use serde_json::json;

use super::model::{Certificate, CertificateStatus};
use super::store::{self, Voiding};
use super::{CERTIFICATE_VOID, unknown};
use crate::reason::checked_reason;

/// Voids a paper. Its reason stays with the centre; who checks the code is told the day.
///
/// # Errors
/// `action_forbidden`; `reason_invalid`; `certificate_unknown`; `certificate_void` (conflict); those
/// of [`App::write_once`].
pub async fn void(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    certificate_id: CertificateId,
    reason: &str,
) -> Result<()> {
    app.enforce_widest(caller, &CERTIFICATE_VOID).await?;
    let reason = checked_reason(reason)?;
    let mut tx = app.db.read(caller.centre()).await?;
    let found = tx
        .optional(&store::CERTIFICATE_BY_ID, (certificate_id,))
        .await?;
    drop(tx);
    let scope = found.ok_or_else(unknown)?.scope()?;
    app.enforce(caller, &CERTIFICATE_VOID, scope).await?;
    let asked = Digest::new("certificate.void")
        .column(certificate_id)
        .text(&reason);
    match app
        .write_once(caller, &CERTIFICATE_VOID, key, asked.finish())
        .await?
    {
        Once::Replay(_) => Ok(()),
        Once::Fresh(mut tx) => {
            void_in(&mut tx, app, caller, certificate_id, reason).await?;
            tx.finish(certificate_id).await
        }
    }
}

async fn void_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    certificate_id: CertificateId,
    reason: String,
) -> Result<()> {
    let standing = tx
        .one(&store::CERTIFICATE_LOCKED, (certificate_id,))
        .await?;
    if standing.status == CertificateStatus::Void {
        return Err(already_void(&standing).into());
    }
    let voided = Certificate {
        status: CertificateStatus::Void,
        voided_at: Some(app.clock.now()),
        voided_by: Some(caller.actor.label()),
        voided_by_name: Some(caller.name.clone()),
        void_reason: Some(reason),
        ..standing
    };
    let detail = json!({
        "reason": voided.void_reason,
        "facts": voided.void_facts(tx.centre()).hex(),
    });
    let row = Voiding {
        certificate_id,
        voided_at: voided.voided_at,
        voided_by: voided.voided_by,
        voided_by_name: voided.voided_by_name,
        void_reason: voided.void_reason,
    };
    tx.execute_one(&store::VOID_CERTIFICATE, row).await?;
    let subject = Subject::new("certificate", certificate_id);
    audit::record(tx, &app.clock, caller, &CERTIFICATE_VOID, subject, detail).await
}

/// What a void paper is refused with.
pub(super) fn already_void(certificate: &Certificate) -> Refusal {
    let on = certificate.voided_at.map(Instant::date_in_china);
    let on = on.map_or_else(String::new, |on| format!("于 {on} "));
    let sentence = format!(
        "这份{}已{on}作废，如有需要请重新开具",
        certificate.kind.label()
    );
    Refusal::conflict("certificate_void", sentence)
}
