//! The statements of policy versions.

use kernel::{Date, Instant, PolicyVersionId};

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
        /// What else is worth knowing.
        pub note: String,
        /// When it was recorded.
        pub recorded_at: Instant,
        /// The label of the actor who recorded it.
        pub recorded_by: String,
    }
}

impl PolicyVersion {
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
             note, recorded_at, recorded_by
         FROM policy_version
         WHERE centre_id = $1 AND parameter = $2 AND effective_from <= $3
         ORDER BY effective_from DESC LIMIT 1";
    /// A version by its id.
    VERSION_BY_ID: (PolicyVersionId,) => PolicyVersion =
        "SELECT policy_version_id, parameter, effective_from, value, source_title, source_number,
             note, recorded_at, recorded_by
         FROM policy_version WHERE centre_id = $1 AND policy_version_id = $2";
    /// The version of every parameter that holds on a date.
    VERSIONS_ON: (Date,) => PolicyVersion =
        "SELECT v.policy_version_id, v.parameter, v.effective_from, v.value, v.source_title,
             v.source_number, v.note, v.recorded_at, v.recorded_by
         FROM (SELECT p.*, ROW_NUMBER() OVER (
                   PARTITION BY p.parameter ORDER BY p.effective_from DESC) AS rank
               FROM policy_version p
               WHERE p.centre_id = $1 AND p.effective_from <= $2) v
         WHERE v.rank = 1";
    /// The whole history, each parameter's latest first.
    ALL_VERSIONS: () => PolicyVersion =
        "SELECT policy_version_id, parameter, effective_from, value, source_title, source_number,
             note, recorded_at, recorded_by
         FROM policy_version WHERE centre_id = $1
         ORDER BY parameter, effective_from DESC";
    /// A version; no row when the parameter has one from that date.
    INSERT_VERSION: PolicyVersion => () =
        "INSERT INTO policy_version (centre_id, policy_version_id, parameter, effective_from, value,
             source_title, source_number, note, recorded_at, recorded_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (centre_id, parameter, effective_from) DO NOTHING";
}
