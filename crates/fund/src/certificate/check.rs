//! 证明核验: anybody who holds a paper asks whether the centre issued it so, and still stands by it.

use db::ReadTx;
use kernel::{CentreId, Instant, Refusal, Result};
use platform::App;
use platform::session::guess;

use super::code::{Code, NotACode};
use super::model::{self, Certificate};
use super::{CertificateKind, store, unknown};
use crate::remittance::{self, RemittanceStatus};

/// What the check of a paper tells: its figures, and nothing that identifies a person whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// What it is.
    pub kind: CertificateKind,
    /// Who issued it.
    pub centre_name: String,
    /// When.
    pub issued_at: Instant,
    /// Whose it is: a member's name masked, an employer's whole.
    pub holder_masked: String,
    /// The member's document, masked.
    pub id_number_masked: Option<String>,
    /// Labels with what the paper says under them.
    pub facts: Vec<(String, String)>,
    /// Whether it still stands.
    pub is_valid: bool,
    /// Why it doesn't.
    pub void_reason: Option<String>,
}

/// Checks a code, for anybody. Codes that nobody has are counted by the address they come from.
///
/// # Errors
/// `certificate_code_invalid` for what can't be a code; `certificate_unknown`;
/// `guesses_exhausted` (unavailable) after too many wrong ones.
pub async fn check(
    app: &App,
    centre: CentreId,
    address: Option<&str>,
    code: &str,
) -> Result<Checked> {
    // A slip of the pen isn't a guess: it can't be a code, and no row is looked at for it.
    let code: Code = code.parse().map_err(|fault: NotACode| {
        Refusal::invalid(kernel::Fault::code(&fault), fault.to_string()).at("code")
    })?;
    let found = guess(app, centre, address, async |tx| {
        let lookup = model::code_lookup(tx.keys(), centre, &code);
        tx.optional(&store::CERTIFICATE_BY_CODE, (lookup,)).await
    });
    let certificate = found.await?.ok_or_else(unknown)?;
    let mut tx = app.db.read(centre).await?;
    let facts = certificate.opened_facts(tx.keys(), centre)?;
    let void_reason = fallen_in(&mut tx, &certificate).await?;
    Ok(Checked {
        kind: certificate.kind,
        centre_name: facts.centre_name,
        issued_at: certificate.issued_at,
        holder_masked: facts.said.holder_masked(),
        id_number_masked: facts.said.id_number_masked(),
        facts: facts.said.told(),
        is_valid: void_reason.is_none(),
        void_reason,
    })
}

/// Why a paper no longer stands: it was voided, or the money it speaks of was taken back since.
async fn fallen_in(tx: &mut ReadTx, certificate: &Certificate) -> Result<Option<String>> {
    if let Some(at) = certificate.voided_at {
        let on = at.date_in_china();
        return Ok(Some(format!("出具单位已于 {on} 作废")));
    }
    if let Some(remittance_id) = certificate.remittance_id {
        let remittance = remittance::require_in(tx, remittance_id).await?;
        if remittance.status == RemittanceStatus::Reversed {
            let on = remittance.ended_at.map(|at| at.date_in_china().to_string());
            let on = on.unwrap_or_default();
            return Ok(Some(format!("该笔汇缴已于 {on} 冲销")));
        }
    }
    if let Some(entry) = certificate.account_no.zip(certificate.entry_no) {
        let taken_back = tx.optional(&store::TAKEN_BACK, entry).await?;
        return Ok(taken_back.map(|(on,)| format!("该笔入账已于 {on} 冲销")));
    }
    Ok(None)
}
