//! The rows of changes, and their statements.

use db::{Digest, Digest32, Keys, Sealed};
use kernel::{CentreId, EmployerChangeId, EmployerId, Error, Instant, Result};

use super::field::Field;
use crate::employer::model::Employer;

/// The columns that what was personal is sealed for, before and after a change.
pub(crate) const BEFORE: &str = "employer_change.before_sealed";
/// See [`BEFORE`].
pub(crate) const AFTER: &str = "employer_change.after_sealed";

db::row! {
    /// A field that was changed. What it held stands as text, or sealed where it is personal.
    pub(crate) struct FieldChange {
        pub(crate) change_id: EmployerChangeId,
        pub(crate) employer_id: EmployerId,
        /// Counts from 1 in the employer; fields changed at once share it.
        pub(crate) change_no: i64,
        pub(crate) field: Field,
        pub(crate) before_text: Option<String>,
        pub(crate) after_text: Option<String>,
        pub(crate) before_sealed: Option<Sealed>,
        pub(crate) after_sealed: Option<Sealed>,
        pub(crate) basis: String,
        pub(crate) made_at: Instant,
        pub(crate) made_by: String,
        pub(crate) made_by_name: String,
    }
}

impl FieldChange {
    /// Puts what the field held and holds into the row, sealed where it is personal.
    ///
    /// # Errors
    /// Broken when a value can't be sealed.
    pub(crate) fn holding(
        mut self,
        keys: &Keys,
        centre: CentreId,
        [before, after]: [Option<String>; 2],
    ) -> Result<Self> {
        if !self.field.is_personal() {
            (self.before_text, self.after_text) = (before, after);
            return Ok(self);
        }
        let row = keys.of_row(centre, self.change_id);
        let seal = |column: &str, value: Option<String>| {
            value.map(|value| row.seal(column, &value)).transpose()
        };
        (self.before_sealed, self.after_sealed) = (seal(BEFORE, before)?, seal(AFTER, after)?);
        Ok(self)
    }

    /// What the field held and what it holds since.
    ///
    /// # Errors
    /// Broken when what is sealed can't be opened, or stands as what it isn't.
    pub(crate) fn values(&self, keys: &Keys, centre: CentreId) -> Result<[Option<String>; 2]> {
        let texts = [self.before_text.clone(), self.after_text.clone()];
        let sealed = [(BEFORE, &self.before_sealed), (AFTER, &self.after_sealed)];
        let misplaced = match self.field.is_personal() {
            true => texts.iter().any(Option::is_some),
            false => sealed.iter().any(|(_, value)| value.is_some()),
        };
        if misplaced {
            return Err(Error::broken(
                "a change holds its values in the wrong place",
            ));
        }
        if !self.field.is_personal() {
            return Ok(texts);
        }
        let row = keys.of_row(centre, self.change_id);
        let [before, after] = sealed.map(|(column, value)| {
            let value = value.as_ref();
            value.map(|value| row.open(column, value)).transpose()
        });
        Ok([before?, after?])
    }

    /// The digest of what was changed. See
    /// [`audit::compare_facts`](platform::audit::compare_facts).
    ///
    /// # Errors
    /// As [`values`](Self::values).
    pub(crate) fn facts(&self, keys: &Keys, centre: CentreId) -> Result<Digest32> {
        let [before, after] = self.values(keys, centre)?;
        let value = |value: Option<String>| {
            value.map(|value| keys.hmac("employer_change.value", value.as_bytes()))
        };
        let digest = Digest::new("employer_change")
            .column(centre)
            .column(self.change_id)
            .column(self.employer_id)
            .int(self.change_no)
            .column(self.field)
            .column(value(before))
            .column(value(after))
            .text(&self.basis)
            .column(self.made_at)
            .text(&self.made_by)
            .text(&self.made_by_name);
        Ok(digest.finish())
    }
}

/// The columns of a [`FieldChange`], in its order.
macro_rules! change_columns {
    () => {
        "change_id, employer_id, change_no, field, before_text, after_text, before_sealed, \
         after_sealed, basis, made_at, made_by, made_by_name"
    };
}

db::statements! {
    /// A field of an employer was changed.
    INSERT_CHANGE: FieldChange => () = concat!(
        "INSERT INTO employer_change (centre_id, ", change_columns!(), ") \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
    );

    /// What an employer's row is after a change, what stays included. No row when somebody changed it
    /// since it was read.
    UPDATE_EMPLOYER: Employer => () =
        "UPDATE employer SET employer_no = $3, name = $4, name_compared = $5, credit_code = $6, \
                organisation_code = $7, address = $8, postcode = $9, email = $10, payday = $11, \
                affiliation = $12, economic_type = $13, industry = $14, established_on = $15, \
                opened_on = $16, first_month = $17, branch_id = $18, bank_code = $19, \
                employer_rate = $20, member_rate = $21, status = $22, legal_person_name = $23, \
                legal_person_id_kind = $24, legal_person_id_number = $25, agent_name = $26, \
                agent_id_kind = $27, agent_id_number = $28, agent_mobile = $29, \
                agent_phone = $30, change_count = $31 \
          WHERE centre_id = $1 AND employer_id = $2 AND change_count = $31 - 1";

    /// The changes of an employer, the latest first, the fields of each in the order they were kept.
    CHANGES_OF: (EmployerId,) => FieldChange = concat!(
        "SELECT ", change_columns!(), " FROM employer_change \
          WHERE centre_id = $1 AND employer_id = $2 ORDER BY change_no DESC, change_id"
    );

    /// The changes of all employers, by employer, the latest first.
    ALL_CHANGES: () => FieldChange = concat!(
        "SELECT ", change_columns!(), " FROM employer_change \
          WHERE centre_id = $1 ORDER BY employer_id, change_no DESC, change_id DESC"
    );

    /// The next changed fields after one, in the order of their ids.
    CHANGES_AFTER: (EmployerChangeId, i64) => FieldChange = concat!(
        "SELECT ", change_columns!(), " FROM employer_change \
          WHERE centre_id = $1 AND change_id > $2 ORDER BY change_id LIMIT $3"
    );

    /// Employers whose changes aren't numbered from 1 to their count without a gap.
    MISCOUNTED: (i64,) => (EmployerId,) =
        "SELECT e.employer_id FROM employer e \
           LEFT JOIN (SELECT centre_id, employer_id, MIN(change_no) AS lowest, \
                             MAX(change_no) AS highest, COUNT(DISTINCT change_no) AS changes \
                        FROM employer_change WHERE centre_id = $1 \
                       GROUP BY centre_id, employer_id) c \
                  ON c.centre_id = e.centre_id AND c.employer_id = e.employer_id \
          WHERE e.centre_id = $1 \
            AND (e.change_count <> COALESCE(c.changes, 0) \
                 OR e.change_count <> COALESCE(c.highest, 0) OR c.lowest <> 1) \
          ORDER BY e.employer_id LIMIT $2";
}
