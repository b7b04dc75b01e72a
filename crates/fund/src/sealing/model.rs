//! What a sealing is, and why one is made.

use db::{Digest, Digest32};
use kernel::{
    AccountNo, BranchId, CentreId, EmployerId, Instant, Month, Refusal, RosterId, SealingId,
};
use platform::{App, Caller};

use super::error;
use crate::employer::Employer;

db::codes! {
    /// 封存原因.
    pub enum SealReason {
        /// 与单位终止劳动关系.
        Terminated = "terminated", "与单位终止劳动关系";
        /// 调往其他单位.
        Moved = "moved", "调往其他单位";
        /// 离休、退休.
        Retired = "retired", "离休、退休";
        /// 死亡或被宣告死亡.
        Died = "died", "死亡或被宣告死亡";
        /// 停薪留职 and other leave without wages.
        UnpaidLeave = "unpaid_leave", "停薪留职";
        /// 凭证明强制封存: the employer didn't within the term it was asked to.
        Forced = "forced", "凭证明强制封存";
        /// 其他, told in the note.
        Other = "other", "其他";
    }
}

/// Whose accounts are to be sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// These.
    Accounts(Vec<AccountNo>),
    /// Everyone who contributes with the employer in the roster's month and doesn't stand in it.
    MissingFrom(RosterId),
}

/// A sealing asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSealing {
    /// Whose members they are.
    pub employer_id: EmployerId,
    /// 封存年月: the first month that the employer no longer contributes for.
    pub from_month: Month,
    /// 封存原因; [`SealReason::Forced`] is the centre's own.
    pub reason: SealReason,
    /// A note; must be there for [`SealReason::Other`].
    pub note: Option<String>,
    /// The accounts.
    pub who: Who,
}

/// The most characters of a note.
const MAX_NOTE_CHARS: usize = 200;

impl NewSealing {
    /// With its note trimmed, once it may be so.
    pub(super) fn checked(self, current: Month) -> Result<Self, Refusal> {
        // A month far ahead is mistyped, and would keep the account from everybody until then.
        if self.from_month > current.next() {
            return Err(error::month_ahead(current.next()));
        }
        let note = self
            .note
            .as_deref()
            .map(str::trim)
            .filter(|n| !n.is_empty());
        if self.reason == SealReason::Forced {
            return Err(error::forced_here());
        }
        if self.reason == SealReason::Other && note.is_none() {
            return Err(error::note_missing());
        }
        if note.is_some_and(|n| n.chars().count() > MAX_NOTE_CHARS || n.contains(char::is_control))
        {
            return Err(error::note_invalid(MAX_NOTE_CHARS));
        }
        let note = note.map(str::to_owned);
        Ok(Self { note, ..self })
    }
}

db::row! {
    /// A sealing. Never changed once written.
    pub struct Sealing {
        /// Its id; ids grow with time.
        pub sealing_id: SealingId,
        /// The employer that no longer contributes.
        pub employer_id: EmployerId,
        /// 管理部: the employer's.
        pub branch_id: BranchId,
        /// 封存年月.
        pub from_month: Month,
        /// 封存原因.
        pub reason: SealReason,
        /// What was noted.
        pub note: Option<String>,
        /// How many accounts.
        pub accounts: i64,
        /// The roster whose missing members they were.
        pub roster_id: Option<RosterId>,
        /// When it was made.
        pub made_at: Instant,
        /// By whom.
        pub made_by: String,
        /// Their name then.
        pub made_by_name: String,
    }
}

impl Sealing {
    pub(super) fn new(
        app: &App,
        caller: &Caller,
        employer: &Employer,
        new: &NewSealing,
        roster_id: Option<RosterId>,
        accounts: i64,
    ) -> Self {
        Self {
            sealing_id: SealingId::new(&app.clock),
            employer_id: employer.employer_id,
            branch_id: employer.branch_id,
            from_month: new.from_month,
            reason: new.reason,
            note: new.note.clone(),
            accounts,
            roster_id,
            made_at: app.clock.now(),
            made_by: caller.actor.label(),
            made_by_name: caller.name.clone(),
        }
    }

    /// One account sealed on proof, for which `employer` hadn't done it.
    pub(crate) fn forced(
        app: &App,
        caller: &Caller,
        employer: &Employer,
        from_month: Month,
        note: &str,
    ) -> Self {
        let new = NewSealing {
            employer_id: employer.employer_id,
            from_month,
            reason: SealReason::Forced,
            note: Some(note.to_owned()),
            who: Who::Accounts(Vec::new()),
        };
        Self::new(app, caller, employer, &new, None, 1)
    }

    /// The digest of everything recorded of it. See
    /// [`audit::compare_facts`](platform::audit::compare_facts).
    pub(crate) fn facts(&self, centre: CentreId) -> Digest32 {
        Digest::new("sealing")
            .column(centre)
            .column(self.sealing_id)
            .column(self.employer_id)
            .column(self.branch_id)
            .column(self.from_month)
            .column(self.reason)
            .column(self.note.clone())
            .int(self.accounts)
            .column(self.roster_id)
            .column(self.made_at)
            .text(&self.made_by)
            .text(&self.made_by_name)
            .finish()
    }
}
