//! What a paper is as it is stored.

use db::{Digest, Digest32, Keys, Lookup, Sealed};
use kernel::{
    AccountNo, BranchId, CentreId, CertificateId, EmployerId, Error, Instant, MemberId,
    RemittanceId, Result,
};
use platform::Scope;

use super::code::Code;
use super::facts::Facts;

/// The column that a paper's code is sealed for.
pub(crate) const CODE: &str = "certificate.code";
/// The column that what a paper says is sealed for.
pub(crate) const FACTS: &str = "certificate.facts";

db::codes! {
    /// What a paper is.
    pub enum CertificateKind {
        /// 缴存证明: what a member's account is.
        Contribution = "contribution", "缴存证明";
        /// 汇缴收据: that an employer's remittance was posted.
        RemittanceReceipt = "remittance_receipt", "汇缴收据";
        /// 入账回单: that an entry brought money to a member.
        EntryReceipt = "entry_receipt", "入账回单";
    }
}

db::codes! {
    /// Whether the centre stands by a paper.
    pub enum CertificateStatus {
        /// 有效.
        Standing = "standing", "有效";
        /// 已作废.
        Void = "void", "已作废";
    }
}

db::row! {
    /// A paper as it is stored.
    pub(crate) struct Certificate {
        pub(crate) certificate_id: CertificateId,
        pub(crate) kind: CertificateKind,
        pub(crate) status: CertificateStatus,
        /// Sealed as [`CODE`], without hyphens.
        pub(crate) code: Sealed,
        pub(crate) code_lookup: Lookup,
        /// The branch of its employer or account when it was issued.
        pub(crate) branch_id: BranchId,
        pub(crate) employer_id: Option<EmployerId>,
        pub(crate) remittance_id: Option<RemittanceId>,
        pub(crate) member_id: Option<MemberId>,
        pub(crate) account_no: Option<AccountNo>,
        pub(crate) entry_no: Option<i64>,
        /// Sealed as [`FACTS`]: [`Facts`] as JSON.
        pub(crate) facts: Sealed,
        pub(crate) issued_at: Instant,
        pub(crate) issued_by: String,
        pub(crate) issued_by_name: String,
        pub(crate) voided_at: Option<Instant>,
        pub(crate) voided_by: Option<String>,
        pub(crate) voided_by_name: Option<String>,
        pub(crate) void_reason: Option<String>,
    }
}

/// The key that finds a code.
pub(crate) fn code_lookup(keys: &Keys, centre: CentreId, code: &Code) -> Lookup {
    keys.lookup(centre, CODE, code.plain())
}

impl Certificate {
    /// Whose it is, as far as permission goes.
    ///
    /// # Errors
    /// Broken when it is nobody's.
    pub(crate) fn scope(&self) -> Result<Scope> {
        scope(self.branch_id, self.employer_id, self.member_id)
    }

    /// Its code.
    ///
    /// # Errors
    /// Broken when it doesn't open.
    pub(crate) fn opened_code(&self, keys: &Keys, centre: CentreId) -> Result<Code> {
        opened_code(keys, centre, self.certificate_id, &self.code)
    }

    /// What it says.
    ///
    /// # Errors
    /// Broken when it doesn't open.
    pub(crate) fn opened_facts(&self, keys: &Keys, centre: CentreId) -> Result<Facts> {
        opened_facts(keys, centre, self.certificate_id, &self.facts)
    }

    /// The digest of what was issued: everything but how it was voided. See
    /// [`audit::compare_facts`](platform::audit::compare_facts).
    ///
    /// # Errors
    /// Broken when what is sealed doesn't open, or the code's look-up key is another code's.
    pub(crate) fn issued_facts(&self, keys: &Keys, centre: CentreId) -> Result<Digest32> {
        let row = keys.of_row(centre, self.certificate_id);
        let code = row.open(CODE, &self.code)?;
        let facts = row.open(FACTS, &self.facts)?;
        let digest = Digest::new("certificate")
            .column(centre)
            .column(self.certificate_id)
            .column(self.kind)
            .column(keys.hmac(CODE, code.as_bytes()))
            .column(self.code_lookup)
            .column(self.branch_id)
            .column(self.employer_id)
            .column(self.remittance_id)
            .column(self.member_id)
            .column(self.account_no)
            .column(self.entry_no)
            .column(keys.hmac(FACTS, facts.as_bytes()))
            .column(self.issued_at)
            .text(&self.issued_by)
            .text(&self.issued_by_name);
        Ok(digest.finish())
    }

    /// The digest of how it was voided.
    pub(crate) fn void_facts(&self, centre: CentreId) -> Digest32 {
        Digest::new("certificate.void")
            .column(centre)
            .column(self.certificate_id)
            .column(self.status)
            .column(self.voided_at)
            .text_or_none(self.voided_by.as_deref())
            .text_or_none(self.voided_by_name.as_deref())
            .text_or_none(self.void_reason.as_deref())
            .finish()
    }
}

pub(super) fn scope(
    branch: BranchId,
    employer: Option<EmployerId>,
    member: Option<MemberId>,
) -> Result<Scope> {
    match (employer, member) {
        (Some(employer), None) => Ok(Scope::Employer { branch, employer }),
        (None, Some(member)) => Ok(Scope::Member { branch, member }),
        _ => Err(Error::broken(
            "a certificate is an employer's or a member's",
        )),
    }
}

pub(super) fn opened_code(
    keys: &Keys,
    centre: CentreId,
    id: CertificateId,
    sealed: &Sealed,
) -> Result<Code> {
    let text = keys.of_row(centre, id).open(CODE, sealed)?;
    let code = text.parse();
    code.map_err(|_| Error::broken(format!("the code of certificate {id} is none")))
}

pub(super) fn opened_facts(
    keys: &Keys,
    centre: CentreId,
    id: CertificateId,
    sealed: &Sealed,
) -> Result<Facts> {
    let text = keys.of_row(centre, id).open(FACTS, sealed)?;
    let facts = serde_json::from_str(&text);
    facts.map_err(|error| Error::broken(format!("the facts of certificate {id}: {error}")))
}
