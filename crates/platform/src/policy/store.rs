//! The statements of policy versions.

use kernel::{Date, Instant, PolicyVersionId, ResolutionId};

use super::parameter::Source;

db::row! {
    /// A recorded version of a parameter.
    pub struct PolicyVersion {
        /// Its id, kept by every decision that used it.
        pub policy_version_id: PolicyVersionId,
        /// The parameter's key.
        pub parameter: String,
        /// The first day it holds.
        pub effective_from: Date,
        /// The value's canonical text.
        pub value: String,
        /// The title of the document that sets it.
        pub source_title: String,
        /// The number of that document.
        pub source_number: String,
        /// The day it is dated.
        pub source_date: Option<Date>,
        /// 管委会决议 that it rests on.
        pub resolution_id: Option<ResolutionId>,
        /// What else is worth knowing, such as the article.
        pub note: String,
        /// Why it was recorded.
        pub reason: String,
        /// When it was recorded.
        pub recorded_at: Instant,
        /// The label of the actor who recorded it.
        pub recorded_by: String,
        /// When it was withdrawn, before it came into force.
        pub withdrawn_at: Option<Instant>,
        /// The label of the actor who withdrew it.
        pub withdrawn_by: Option<String>,
        /// Why.
        pub withdrawal_reason: Option<String>,
    }
}

impl PolicyVersion {
    /// The document that sets it.
    #[must_use]
    pub fn source(&self) -> Source {
        Source {
            title: self.source_title.clone(),
            number: self.source_number.clone(),
            date: self.source_date,
        }
    }

    /// The document that sets it, as people cite it: title, number and what else is noted.
    #[must_use]
    pub fn document(&self) -> String {
        let parts = [&self.source_title, &self.source_number, &self.note];
        let said = parts.into_iter().filter(|part| !part.is_empty());
        said.map(String::as_str).collect::<Vec<_>>().join(" ")
    }
}

db::statements! {
    /// The version of a parameter that holds on a date.
    VERSION_ON: (String, Date) => PolicyVersion =
        "SELECT policy_version_id, parameter, effective_from, value, source_title, source_number,
             source_date, resolution_id, note, reason, recorded_at, recorded_by, withdrawn_at, withdrawn_by,
             withdrawal_reason
         FROM policy_version
         WHERE centre_id = $1 AND parameter = $2 AND effective_from <= $3 AND withdrawn_at IS NULL
         ORDER BY effective_from DESC LIMIT 1";
    /// A version by its id.
    VERSION_BY_ID: (PolicyVersionId,) => PolicyVersion =
        "SELECT policy_version_id, parameter, effective_from, value, source_title, source_number,
             source_date, resolution_id, note, reason, recorded_at, recorded_by, withdrawn_at, withdrawn_by,
             withdrawal_reason
         FROM policy_version WHERE centre_id = $1 AND policy_version_id = $2";
    /// A version, kept from another withdrawal.
    VERSION_LOCKED [for update]: (PolicyVersionId,) => PolicyVersion =
        "SELECT policy_version_id, parameter, effective_from, value, source_title, source_number,
             source_date, resolution_id, note, reason, recorded_at, recorded_by, withdrawn_at, withdrawn_by,
             withdrawal_reason
         FROM policy_version WHERE centre_id = $1 AND policy_version_id = $2";
    /// The version of every parameter that holds on a date.
    VERSIONS_ON: (Date,) => PolicyVersion =
        "SELECT v.policy_version_id, v.parameter, v.effective_from, v.value, v.source_title,
             v.source_number, v.source_date, v.resolution_id, v.note, v.reason, v.recorded_at, v.recorded_by,
             v.withdrawn_at, v.withdrawn_by, v.withdrawal_reason
         FROM (SELECT p.*, ROW_NUMBER() OVER (
                   PARTITION BY p.parameter ORDER BY p.effective_from DESC) AS rank
               FROM policy_version p
               WHERE p.centre_id = $1 AND p.effective_from <= $2 AND p.withdrawn_at IS NULL) v
         WHERE v.rank = 1";
    /// The whole history, each parameter's latest first; what was withdrawn stands where it was.
    ALL_VERSIONS: () => PolicyVersion =
        "SELECT policy_version_id, parameter, effective_from, value, source_title, source_number,
             source_date, resolution_id, note, reason, recorded_at, recorded_by, withdrawn_at, withdrawn_by,
             withdrawal_reason
         FROM policy_version WHERE centre_id = $1
         ORDER BY parameter, effective_from DESC, policy_version_id DESC";
    /// The versions of a parameter that stand, oldest first.
    STANDING: (String,) => PolicyVersion =
        "SELECT policy_version_id, parameter, effective_from, value, source_title, source_number,
             source_date, resolution_id, note, reason, recorded_at, recorded_by, withdrawn_at, withdrawn_by,
             withdrawal_reason
         FROM policy_version WHERE centre_id = $1 AND parameter = $2 AND withdrawn_at IS NULL
         ORDER BY effective_from";
    /// A version; no row when the parameter has one from that date.
    INSERT_VERSION: PolicyVersion => () =
        "INSERT INTO policy_version (centre_id, policy_version_id, parameter, effective_from, value,
             source_title, source_number, source_date, resolution_id, note, reason, recorded_at, recorded_by,
             withdrawn_at, withdrawn_by, withdrawal_reason)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
         ON CONFLICT (centre_id, parameter, effective_from) WHERE withdrawn_at IS NULL DO NOTHING";
    /// The versions that rest on a resolution.
    RESOLVED: () => (ResolutionId, PolicyVersionId) =
        "SELECT resolution_id, policy_version_id FROM policy_version
         WHERE centre_id = $1 AND resolution_id IS NOT NULL";
    /// A version is withdrawn.
    WITHDRAW: (PolicyVersionId, Instant, String, String) => () =
        "UPDATE policy_version
         SET withdrawn_at = $3, withdrawn_by = $4, withdrawal_reason = $5
         WHERE centre_id = $1 AND policy_version_id = $2 AND withdrawn_at IS NULL";
    /// Versions in the order of their ids, a page of them.
    VERSIONS_AFTER: (PolicyVersionId, i64) => PolicyVersion =
        "SELECT policy_version_id, parameter, effective_from, value, source_title, source_number,
             source_date, resolution_id, note, reason, recorded_at, recorded_by, withdrawn_at, withdrawn_by,
             withdrawal_reason
         FROM policy_version WHERE centre_id = $1 AND policy_version_id > $2
         ORDER BY policy_version_id LIMIT $3";
    /// Those of them that were withdrawn.
    WITHDRAWN_AFTER: (PolicyVersionId, i64) => PolicyVersion =
        "SELECT policy_version_id, parameter, effective_from, value, source_title, source_number,
             source_date, resolution_id, note, reason, recorded_at, recorded_by, withdrawn_at, withdrawn_by,
             withdrawal_reason
         FROM policy_version
         WHERE centre_id = $1 AND policy_version_id > $2 AND withdrawn_at IS NOT NULL
         ORDER BY policy_version_id LIMIT $3";
}
