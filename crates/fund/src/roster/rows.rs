//! What is written and read of rosters, row by row.

use db::{Bulk, Digest, Digest32, Sealed};
use kernel::{
    AccountNo, BranchId, CentreId, EmployerId, Fen, Instant, MemberId, Month, Rate, RemittanceId,
    RosterId,
};

use super::model::{Change, Finding, RosterStatus};
use crate::member::{IdKind, Member};

db::row! {
    /// A roster as it is written.
    pub(crate) struct RosterRow {
        pub(crate) roster_id: RosterId,
        pub(crate) employer_id: EmployerId,
        pub(crate) branch_id: BranchId,
        pub(crate) month: Month,
        pub(crate) status: RosterStatus,
        pub(crate) file: Digest32,
        pub(crate) line_count: i64,
        pub(crate) faulty_rows: i64,
        pub(crate) new_accounts: i64,
        pub(crate) changed_bases: i64,
        pub(crate) unsealed_accounts: i64,
        pub(crate) transferred_accounts: i64,
        pub(crate) missing_members: i64,
        pub(crate) employer_amount_fen: Fen,
        pub(crate) member_amount_fen: Fen,
        pub(crate) unknown_columns: String,
        pub(crate) skipped_rows: String,
        pub(crate) notes: String,
        pub(crate) rounding: String,
        pub(crate) terms: Digest32,
        pub(crate) created_at: Instant,
        pub(crate) created_by: String,
        pub(crate) created_by_name: String,
        pub(crate) remittance_id: Option<RemittanceId>,
    }
}

impl RosterRow {
    /// The digest of what was uploaded and how it was judged, which never changes. See
    /// [`audit::compare_facts`](platform::audit::compare_facts).
    pub(crate) fn facts(&self, centre: CentreId) -> Digest32 {
        Digest::new("roster")
            .column(centre)
            .column(self.roster_id)
            .column(self.employer_id)
            .column(self.branch_id)
            .column(self.month)
            .column(self.file)
            .int(self.line_count)
            .int(self.faulty_rows)
            .int(self.new_accounts)
            .int(self.changed_bases)
            .int(self.unsealed_accounts)
            .int(self.transferred_accounts)
            .int(self.missing_members)
            .column(self.employer_amount_fen)
            .column(self.member_amount_fen)
            .text(&self.unknown_columns)
            .text(&self.skipped_rows)
            .text(&self.notes)
            .text(&self.rounding)
            .column(self.terms)
            .column(self.created_at)
            .text(&self.created_by)
            .text(&self.created_by_name)
            .finish()
    }

    /// The digest of the same and of what it became when it was confirmed.
    pub(crate) fn confirmed_facts(&self, centre: CentreId) -> Digest32 {
        Digest::new("roster.confirmed")
            .column(self.facts(centre))
            .column(self.remittance_id)
            .finish()
    }
}

db::row! {
    /// A person of a line, sealed as `member` seals.
    pub(crate) struct PersonRow {
        pub(crate) roster_id: RosterId,
        pub(crate) line_no: i64,
        pub(crate) member: Member,
    }
}

impl PersonRow {
    pub(crate) fn of(roster_id: RosterId, line_no: i64, member: Member) -> PersonRow {
        PersonRow {
            roster_id,
            line_no,
            member,
        }
    }
}

db::row! {
    /// A judged line.
    pub(crate) struct LineRow {
        pub(crate) roster_id: RosterId,
        pub(crate) line_no: i64,
        pub(crate) sheet_row: i64,
        pub(crate) account_no: Option<AccountNo>,
        /// The account's last change as the line was judged.
        pub(crate) account_change_no: Option<i64>,
        pub(crate) change: Change,
        pub(crate) base_fen: Option<Fen>,
        pub(crate) employer_rate: Option<Rate>,
        pub(crate) member_rate: Option<Rate>,
        pub(crate) employer_fen: Option<Fen>,
        pub(crate) member_fen: Option<Fen>,
        /// 起缴年月 of a line that opens, unseals or brings over an account.
        pub(crate) first_month: Option<Month>,
        pub(crate) faulty: bool,
    }
}

db::row! {
    /// One thing wrong with a line.
    pub(crate) struct FindingRow {
        pub(crate) roster_id: RosterId,
        pub(crate) line_no: i64,
        pub(crate) finding_no: i64,
        pub(crate) code: String,
        pub(crate) column_title: String,
        pub(crate) sentence: String,
    }
}

impl FindingRow {
    pub(crate) fn of(
        roster_id: RosterId,
        line_no: i64,
        finding_no: i64,
        finding: Finding,
    ) -> FindingRow {
        let Finding {
            code,
            column,
            sentence,
        } = finding;
        FindingRow {
            roster_id,
            line_no,
            finding_no,
            code,
            column_title: column,
            sentence,
        }
    }
}

db::row! {
    /// A line as its list holds it; who stands in it is read line by line.
    pub(crate) struct ListedLine {
        pub(crate) line_no: i64,
        pub(crate) sheet_row: i64,
        pub(crate) account_no: Option<AccountNo>,
        pub(crate) change: Change,
        pub(crate) base_fen: Option<Fen>,
        pub(crate) employer_rate: Option<Rate>,
        pub(crate) member_rate: Option<Rate>,
        pub(crate) employer_fen: Option<Fen>,
        pub(crate) member_fen: Option<Fen>,
        pub(crate) first_month: Option<Month>,
        // All three are missing when the roster was discarded: who stood in it is forgotten.
        pub(crate) member_id: Option<MemberId>,
        pub(crate) name: Option<Sealed>,
        pub(crate) id_number: Option<Sealed>,
    }
}

db::row! {
    /// A line that opens an account: the person as it will stand in `member`, and what it pays.
    pub(crate) struct OpeningRow {
        pub(crate) line_no: i64,
        pub(crate) member: Member,
        pub(crate) base_fen: Fen,
        pub(crate) employer_rate: Rate,
        pub(crate) member_rate: Rate,
        pub(crate) employer_fen: Fen,
        pub(crate) member_fen: Fen,
        pub(crate) first_month: Month,
    }
}

db::row! {
    /// A line with its person, as an export tells it.
    pub(crate) struct WholeLine {
        /// What the person is sealed under.
        pub(crate) member_id: MemberId,
        pub(crate) name: Sealed,
        pub(crate) id_kind: IdKind,
        pub(crate) id_number: Sealed,
        pub(crate) mobile: Option<Sealed>,
        pub(crate) base_fen: Option<Fen>,
        pub(crate) employer_rate: Option<Rate>,
        pub(crate) member_rate: Option<Rate>,
        pub(crate) employer_fen: Option<Fen>,
        pub(crate) member_fen: Option<Fen>,
    }
}

db::row! {
    /// A contributing member as the next roster tells it.
    pub(crate) struct Contributor {
        pub(crate) account_no: AccountNo,
        pub(crate) member_id: MemberId,
        pub(crate) name: Sealed,
        pub(crate) id_kind: IdKind,
        pub(crate) id_number: Sealed,
        pub(crate) mobile: Option<Sealed>,
        pub(crate) base_fen: Fen,
    }
}

db::row! {
    /// A stretch of the accounts that a roster leaves out, both ends included.
    pub(crate) struct MissingBetween {
        pub(crate) roster_id: RosterId,
        pub(crate) employer_id: EmployerId,
        pub(crate) month: Month,
        pub(crate) first: AccountNo,
        pub(crate) last: AccountNo,
    }
}

db::row! {
    /// What the lines of a roster come to: what the rules of the assessment are told with.
    pub(crate) struct Sums {
        pub(crate) lines: i64,
        pub(crate) faulty: i64,
        pub(crate) opens: i64,
        pub(crate) rebases: i64,
        pub(crate) unseals: i64,
        pub(crate) transfers: i64,
        pub(crate) base_least: Option<Fen>,
        pub(crate) base_most: Option<Fen>,
        pub(crate) employer_rate_least: Option<Rate>,
        pub(crate) employer_rate_most: Option<Rate>,
        pub(crate) member_rate_least: Option<Rate>,
        pub(crate) member_rate_most: Option<Rate>,
        pub(crate) employer_fen: Option<Fen>,
        pub(crate) member_fen: Option<Fen>,
    }
}

/// The people of a roster.
pub(crate) const PERSONS: Bulk<PersonRow> = Bulk::of("roster_person");

/// The lines of a roster.
pub(crate) const LINES: Bulk<LineRow> = Bulk::of("roster_line");

/// What is wrong with them.
pub(crate) const FINDINGS: Bulk<FindingRow> = Bulk::of("roster_finding");
