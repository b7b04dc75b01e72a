//! What a payer is, and for whom it pays.

use db::{Digest, Digest32, Keys, Lookup, Sealed};
use kernel::{ArrangementId, CentreId, Date, EmployerId, Instant, PayerId, Result};

use super::rule;

/// The column that a payer's bank account is sealed for, in the payer's row.
pub(crate) const ACCOUNT_NUMBER: &str = "payer.account_number";

db::codes! {
    /// Why a legal person pays for employers.
    pub enum PayerKind {
        /// 财政统发: the treasury pays its public bodies' wages and contributions.
        Fiscal = "fiscal", "财政统发";
        /// 劳务派遣: an agency pays for the people that it sends.
        Dispatch = "dispatch", "劳务派遣";
        /// 其他代付: a parent company, a trustee.
        Other = "other", "其他代付";
    }
}

db::codes! {
    /// Whether a payer still pays.
    pub enum PayerStatus {
        /// 代付中.
        Paying = "paying", "代付中";
        /// 已终止.
        Ended = "ended", "已终止";
    }
}

db::codes! {
    /// What the payer of a wire is to the employer whose remittance it filled.
    pub enum PaidBy {
        /// 单位自付: it is called as the employer.
        Employer = "employer", "单位自付";
        /// 代付: it was registered as paying for the employer on the wire's day.
        Registered = "registered", "代付";
        /// 未登记代付: it is neither.
        Unregistered = "unregistered", "未登记代付";
    }
}

db::row! {
    /// A payer as it is stored.
    pub(crate) struct Payer {
        pub(crate) payer_id: PayerId,
        /// 代付单位编号, a plain counter; people see [`serial_text`](super::serial_text).
        pub(crate) serial: i64,
        pub(crate) name: String,
        /// See [`employer::compared_name`](crate::employer).
        pub(crate) name_compared: String,
        pub(crate) kind: PayerKind,
        pub(crate) credit_code: String,
        /// Sealed as [`ACCOUNT_NUMBER`].
        pub(crate) account_number: Sealed,
        pub(crate) account_lookup: Lookup,
        /// The document that it pays by.
        pub(crate) basis: String,
        pub(crate) status: PayerStatus,
        pub(crate) registered_at: Instant,
        pub(crate) registered_by: String,
        pub(crate) registered_by_name: String,
        pub(crate) ended_at: Option<Instant>,
        pub(crate) ended_by: Option<String>,
        pub(crate) ended_by_name: Option<String>,
        pub(crate) ended_reason: Option<String>,
    }
}

impl Payer {
    /// The digest of what was registered: everything but how it ended. See
    /// [`audit::compare_facts`](platform::audit::compare_facts).
    ///
    /// # Errors
    /// Broken when the account can't be opened.
    pub(crate) fn facts(&self, keys: &Keys, centre: CentreId) -> Result<Digest32> {
        let row = keys.of_row(centre, self.payer_id);
        let account = row.open(ACCOUNT_NUMBER, &self.account_number)?;
        let digest = Digest::new("payer")
            .column(centre)
            .column(self.payer_id)
            .int(self.serial)
            .text(&self.name)
            .text(&self.name_compared)
            .column(self.kind)
            .text(&self.credit_code)
            .column(keys.hmac(ACCOUNT_NUMBER, account.as_bytes()))
            .column(self.account_lookup)
            .text(&self.basis)
            .column(self.registered_at)
            .text(&self.registered_by)
            .text(&self.registered_by_name);
        Ok(digest.finish())
    }

    /// The digest of how it ended.
    pub(crate) fn ended_facts(&self, centre: CentreId) -> Digest32 {
        Digest::new("payer.ended")
            .column(centre)
            .column(self.payer_id)
            .column(self.status)
            .column(self.ended_at)
            .text_or_none(self.ended_by.as_deref())
            .text_or_none(self.ended_by_name.as_deref())
            .text_or_none(self.ended_reason.as_deref())
            .finish()
    }
}

db::row! {
    /// 代付关系: that a payer pays for an employer.
    pub(crate) struct Arrangement {
        pub(crate) arrangement_id: ArrangementId,
        pub(crate) payer_id: PayerId,
        pub(crate) employer_id: EmployerId,
        pub(crate) first_day: Date,
        /// The last day, when one was agreed.
        pub(crate) last_day: Option<Date>,
        /// The document that it stands on.
        pub(crate) basis: String,
        pub(crate) made_at: Instant,
        pub(crate) made_by: String,
        pub(crate) made_by_name: String,
        /// The last day after all, when it was ended.
        pub(crate) ended_on: Option<Date>,
        pub(crate) ended_at: Option<Instant>,
        pub(crate) ended_by: Option<String>,
        pub(crate) ended_by_name: Option<String>,
        pub(crate) ended_reason: Option<String>,
    }
}

impl Arrangement {
    /// The days on which it stands, the last one included.
    pub(crate) fn days(&self) -> rule::Days {
        rule::Days::new(self.first_day, self.last_day, self.ended_on)
    }

    /// The digest of what was agreed.
    pub(crate) fn facts(&self, centre: CentreId) -> Digest32 {
        Digest::new("payer_arrangement")
            .column(centre)
            .column(self.arrangement_id)
            .column(self.payer_id)
            .column(self.employer_id)
            .column(self.first_day)
            .column(self.last_day)
            .text(&self.basis)
            .column(self.made_at)
            .text(&self.made_by)
            .text(&self.made_by_name)
            .finish()
    }

    /// The digest of how it was ended.
    pub(crate) fn ended_facts(&self, centre: CentreId) -> Digest32 {
        Digest::new("payer_arrangement.ended")
            .column(centre)
            .column(self.arrangement_id)
            .column(self.ended_on)
            .column(self.ended_at)
            .text_or_none(self.ended_by.as_deref())
            .text_or_none(self.ended_by_name.as_deref())
            .text_or_none(self.ended_reason.as_deref())
            .finish()
    }
}
