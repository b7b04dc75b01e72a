//! Looking at papers: their list, and a copy to print.

use db::digest::hex;
use db::{ListQuery, Listing, ReadTx};
use kernel::{AccountNo, CertificateId, EmployerId, Instant, MemberId, RemittanceId, Result};
use platform::audit::{self, Subject};
use platform::{App, Caller};
use render::Paper;
use serde_json::json;

use super::code::Code;
use super::model::{self, CertificateKind, CertificateStatus};
use super::store::{self, CERTIFICATES, CertificateRow};
use super::void::already_void;
use super::{CERTIFICATE_PRINT, CERTIFICATE_READ, CERTIFICATE_VOID, unknown, words};

/// A paper as its list shows it; what is personal is masked.
#[derive(Clone, Debug)]
pub struct CertificateSummary {
    /// The paper.
    pub certificate_id: CertificateId,
    /// What it is.
    pub kind: CertificateKind,
    /// Whether the centre stands by it.
    pub status: CertificateStatus,
    /// What tells it from others of its kind, such as `2026-10 汇缴收据`.
    pub title: String,
    /// Whose it is, masked; an employer's name is not.
    pub holder: String,
    /// Its code. For the hall of who owns it; lists of the desk don't show it.
    pub code: Code,
    /// The employer whose it is, when it is one's.
    pub employer_id: Option<EmployerId>,
    /// The remittance of a receipt.
    pub remittance_id: Option<RemittanceId>,
    /// The member whose it is, when it is one's.
    pub member_id: Option<MemberId>,
    /// The account of a member's paper.
    pub account_no: Option<AccountNo>,
    /// The entry that an entry's receipt is of.
    pub entry_no: Option<i64>,
    /// When it was issued.
    pub issued_at: Instant,
    /// By whom.
    pub issued_by_name: String,
    /// When it was voided.
    pub voided_at: Option<Instant>,
    /// By whom.
    pub voided_by_name: Option<String>,
    /// Why.
    pub void_reason: Option<String>,
    /// What the caller may do with it: `print`, `void`.
    pub can: Vec<&'static str>,
}

/// Lists papers, the latest first. Filters: `kind`, `status`, `code` (whole), `account_no`,
/// `remittance_id`, `employer_id`, `member_id`, `branch_id`. An employer's are its receipts alone,
/// not its members' papers.
///
/// # Errors
/// `action_forbidden`, and what a list refuses.
pub async fn list(
    app: &App,
    caller: &Caller,
    query: &ListQuery,
) -> Result<Listing<CertificateSummary>> {
    let scope = app.enforce_widest(caller, &CERTIFICATE_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let query = scope.narrow(sealed_filters(&tx, query));
    let Listing { items, next, count } = tx.list(&CERTIFICATES, &query).await?;
    let items = items
        .into_iter()
        .map(|row| shown(&tx, caller, row))
        .collect::<Result<_>>()?;
    Ok(Listing { items, next, count })
}

/// A code that was typed becomes its look-up key; what is none finds nothing.
fn sealed_filters(tx: &ReadTx, query: &ListQuery) -> ListQuery {
    let filter = |(name, value): &(String, String)| {
        if name != "code" {
            return (name.clone(), value.clone());
        }
        let lookup = match value.parse::<Code>() {
            Ok(code) => model::code_lookup(tx.keys(), tx.centre(), &code),
            Err(_) => tx.keys().lookup(tx.centre(), "certificate.no_code", value),
        };
        ("code_lookup".to_owned(), hex(lookup.bytes()))
    };
    ListQuery {
        filters: query.filters.iter().map(filter).collect(),
        ..query.clone()
    }
}

fn shown(tx: &ReadTx, caller: &Caller, row: CertificateRow) -> Result<CertificateSummary> {
    let (keys, centre, id) = (tx.keys(), tx.centre(), row.certificate_id);
    let said = model::opened_facts(keys, centre, id, &row.facts)?.said;
    let scope = model::scope(row.branch_id, row.employer_id, row.member_id)?;
    let may = [("print", &CERTIFICATE_READ), ("void", &CERTIFICATE_VOID)];
    let may = may.into_iter().filter(|(_, action)| {
        row.status == CertificateStatus::Standing && caller.may(action, scope)
    });
    Ok(CertificateSummary {
        can: may.map(|(what, _)| what).collect(),
        certificate_id: id,
        kind: row.kind,
        status: row.status,
        title: said.title(),
        holder: said.holder_masked(),
        code: model::opened_code(keys, centre, id, &row.code)?,
        employer_id: row.employer_id,
        remittance_id: row.remittance_id,
        member_id: row.member_id,
        account_no: row.account_no,
        entry_no: row.entry_no,
        issued_at: row.issued_at,
        issued_by_name: row.issued_by_name,
        voided_at: row.voided_at,
        voided_by_name: row.voided_by_name,
        void_reason: row.void_reason,
    })
}

/// A copy of a paper, ready to be drawn: the same whenever it is asked for. Audited when staff ask.
///
/// # Errors
/// `action_forbidden`; `certificate_unknown`; `certificate_void` (conflict).
pub async fn paper(app: &App, caller: &Caller, certificate_id: CertificateId) -> Result<Paper> {
    app.enforce_widest(caller, &CERTIFICATE_READ).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let found = tx
        .optional(&store::CERTIFICATE_BY_ID, (certificate_id,))
        .await?;
    let certificate = found.ok_or_else(unknown)?;
    let (keys, centre) = (tx.keys().clone(), tx.centre());
    drop(tx);
    app.enforce(caller, &CERTIFICATE_READ, certificate.scope()?)
        .await?;
    if certificate.status == CertificateStatus::Void {
        return Err(already_void(&certificate).into());
    }
    let code = certificate.opened_code(&keys, centre)?;
    let facts = certificate.opened_facts(&keys, centre)?;
    // Whoever looks at what is theirs leaves a line in the access log, as on every page of the halls.
    if caller.actor.staff_id().is_some() {
        let mut tx = app.db.write(centre).await?;
        let subject = Subject::new("certificate", certificate_id);
        let action = &CERTIFICATE_PRINT;
        audit::record(&mut tx, &app.clock, caller, action, subject, json!({})).await?;
        tx.commit().await?;
    }
    words::paper(&certificate, &code, &facts)
}
