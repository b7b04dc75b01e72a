//! 个人账户变更: what becomes of an account apart from its money.
//!
//! Contract: whoever changes what stands in an account's row, its money aside, writes the change in
//! the same transaction and counts it in the row. A change tells everything that stands after it, so
//! the row is its last change, which `verify` proves, and the account's page tells its life. Nothing
//! updates or deletes a change: the event of what they came of holds a digest over them
//! ([`CAME_OF_ROSTERS`], [`CAME_OF_SEALINGS`]).

use db::{Digest, ReadTx, WriteTx};
use kernel::{
    AccountNo, BranchId, Clock, Date, EmployerId, Error, Fen, Instant, MemberId, Month, Rate,
    Result, RosterId, SealingId,
};
use platform::Caller;
use platform::audit::Parts;

use super::model::{Account, AccountStatus};

db::codes! {
    /// What became of the account.
    pub enum ChangeKind {
        /// 开户.
        Opened = "opened", "开户";
        /// 期初转入: it stood so when the centre moved in.
        TakenOver = "taken_over", "期初转入";
        /// 基数调整: base, rates and with them the monthly amounts.
        Rebased = "rebased", "基数调整";
        /// 封存: the employer stops contributing.
        Sealed = "sealed", "封存";
        /// 启封: the same employer contributes again.
        Unsealed = "unsealed", "启封";
        /// 内部转移: another employer of the centre contributes from now on.
        Transferred = "transferred", "内部转移";
    }
}

db::row! {
    /// A change of an account, with what stands after it.
    pub struct Change {
        /// Counts from 1 in the account.
        pub change_no: i64,
        /// What it was.
        pub kind: ChangeKind,
        /// The employer afterwards.
        pub employer_id: EmployerId,
        /// 单位名称 of that employer.
        pub employer_name: String,
        /// 个人账户状态 afterwards.
        pub status: AccountStatus,
        /// 起缴年月 afterwards.
        pub first_month: Month,
        /// 封存年月 afterwards.
        pub sealed_from: Option<Month>,
        /// 缴存基数 afterwards.
        pub base_fen: Fen,
        /// 单位缴存比例 afterwards.
        pub employer_rate: Rate,
        /// 个人缴存比例 afterwards.
        pub member_rate: Rate,
        /// 单位月缴存额 afterwards.
        pub employer_monthly_fen: Fen,
        /// 个人月缴存额 afterwards.
        pub member_monthly_fen: Fen,
        /// When it was made.
        pub made_at: Instant,
        /// By whom: the name then.
        pub made_by_name: String,
        /// The roster that it came of.
        pub roster_id: Option<RosterId>,
        /// The sealing that it came of.
        pub sealing_id: Option<SealingId>,
    }
}

db::row! {
    /// A change as it is written.
    pub(crate) struct ChangeRow {
        pub(crate) account_no: AccountNo,
        pub(crate) change_no: i64,
        pub(crate) kind: ChangeKind,
        pub(crate) member_id: MemberId,
        pub(crate) employer_id: EmployerId,
        pub(crate) branch_id: BranchId,
        pub(crate) status: AccountStatus,
        pub(crate) opened_on: Date,
        pub(crate) first_month: Month,
        pub(crate) sealed_from: Option<Month>,
        pub(crate) base_fen: Fen,
        pub(crate) employer_rate: Rate,
        pub(crate) member_rate: Rate,
        pub(crate) employer_monthly_fen: Fen,
        pub(crate) member_monthly_fen: Fen,
        pub(crate) made_at: Instant,
        pub(crate) made_by: String,
        pub(crate) made_by_name: String,
        pub(crate) roster_id: Option<RosterId>,
        pub(crate) sealing_id: Option<SealingId>,
    }
}

/// Who made a change, when, and of what roster it comes: what every change that one act makes has in
/// common, beside how its account stands afterwards.
#[derive(Clone, Debug)]
pub struct Maker {
    at: Instant,
    by: String,
    by_name: String,
    roster_id: Option<RosterId>,
}

impl Maker {
    /// The caller, now.
    #[must_use]
    pub fn new(clock: &Clock, caller: &Caller, roster_id: Option<RosterId>) -> Self {
        Self {
            at: clock.now(),
            by: caller.actor.label(),
            by_name: caller.name.clone(),
            roster_id,
        }
    }
}

impl ChangeRow {
    /// The change after which the account stands so.
    pub(crate) fn of(account: &Account, kind: ChangeKind, maker: &Maker) -> Self {
        Self {
            account_no: account.account_no,
            change_no: account.change_count,
            kind,
            member_id: account.member_id,
            employer_id: account.employer_id,
            branch_id: account.branch_id,
            status: account.status,
            opened_on: account.opened_on,
            first_month: account.first_month,
            sealed_from: account.sealed_from,
            base_fen: account.base_fen,
            employer_rate: account.employer_rate,
            member_rate: account.member_rate,
            employer_monthly_fen: account.employer_monthly_fen,
            member_monthly_fen: account.member_monthly_fen,
            made_at: maker.at,
            made_by: maker.by.clone(),
            made_by_name: maker.by_name.clone(),
            roster_id: maker.roster_id,
            sealing_id: None,
        }
    }
}

impl ChangeRow {
    /// Adds the change to the facts of the act that it came of.
    pub(crate) fn digested(&self, digest: Digest) -> Digest {
        digest
            .column(self.account_no)
            .int(self.change_no)
            .column(self.kind)
            .column(self.member_id)
            .column(self.employer_id)
            .column(self.branch_id)
            .column(self.status)
            .column(self.opened_on)
            .column(self.first_month)
            .column(self.sealed_from)
            .column(self.base_fen)
            .column(self.employer_rate)
            .column(self.member_rate)
            .column(self.employer_monthly_fen)
            .column(self.member_monthly_fen)
            .column(self.made_at)
            .text(&self.made_by)
            .text(&self.made_by_name)
            .column(self.roster_id)
            .column(self.sealing_id)
    }
}

/// What came of rosters, recorded with the confirmation of each.
pub(crate) const CAME_OF_ROSTERS: Parts<'static, RosterId, ChangeRow> = Parts {
    between: &CHANGES_OF_ROSTERS,
    of: |change| change.roster_id.unwrap_or(RosterId::NIL),
    add: |digest, change| change.digested(digest),
};

/// What came of sealings, recorded with each.
pub(crate) const CAME_OF_SEALINGS: Parts<'static, SealingId, ChangeRow> = Parts {
    between: &CHANGES_OF_SEALINGS,
    of: |change| change.sealing_id.unwrap_or(SealingId::NIL),
    add: |digest, change| change.digested(digest),
};

/// Changes in bulk.
pub(super) const CHANGES: db::Bulk<ChangeRow> = db::Bulk::of("account_change");

/// The columns of a [`ChangeRow`], in its order.
macro_rules! change_columns {
    () => {
        "account_no, change_no, kind, member_id, employer_id, branch_id, status, opened_on, \
         first_month, sealed_from, base_fen, employer_rate, member_rate, employer_monthly_fen, \
         member_monthly_fen, made_at, made_by, made_by_name, roster_id, sealing_id"
    };
}

/// Writes what stands in the rows of accounts `a` as the change that they count last: of a kind,
/// come of a roster or a sealing, and made at `$3` by `$4`, called `$5`. What selects them follows.
macro_rules! write_changes {
    ($kind:literal, $roster:literal, $sealing:literal) => {
        concat!(
            "INSERT INTO account_change (centre_id, ",
            change_columns!(),
            ") \
             SELECT a.centre_id, a.account_no, a.change_count, ",
            $kind,
            ", a.member_id, a.employer_id, a.branch_id, a.status, a.opened_on, a.first_month, \
               a.sealed_from, a.base_fen, a.employer_rate, a.member_rate, \
               a.employer_monthly_fen, a.member_monthly_fen, $3, $4, $5, ",
            $roster,
            ", ",
            $sealing
        )
    };
}

db::statements! {
    /// Writes the change of every account that a roster's lines rebased, unsealed or brought over:
    /// the rows stand changed and counted already.
    WRITE_OF_ROSTER: (RosterId, Instant, String, String) => () = concat!(
        "WITH l AS MATERIALIZED \
             (SELECT centre_id, roster_id, account_no, change FROM roster_line \
               WHERE centre_id = $1 AND roster_id = $2 \
                 AND change IN ('rebase', 'unseal', 'transfer')) ",
        write_changes!(
            "CASE l.change WHEN 'rebase' THEN 'rebased' WHEN 'unseal' THEN 'unsealed' \
                           ELSE 'transferred' END",
            "l.roster_id",
            "NULL"
        ),
        " FROM l \
          JOIN account a ON a.centre_id = l.centre_id AND a.account_no = l.account_no"
    );

    /// Writes the change of every account that a sealing sealed: the rows stand so already.
    WRITE_OF_SEALING: (SealingId, Instant, String, String) => () = concat!(
        write_changes!("'sealed'", "NULL", "l.sealing_id"),
        " FROM sealing_line l \
          JOIN account a ON a.centre_id = l.centre_id AND a.account_no = l.account_no \
         WHERE l.centre_id = $1 AND l.sealing_id = $2"
    );

    /// Writes the first change of every account of a centre that has just moved in.
    WRITE_OF_ALL: (ChangeKind, Instant, String, String) => () = concat!(
        write_changes!("$2", "NULL", "NULL"),
        " FROM account a WHERE a.centre_id = $1"
    );

    /// What came of sealings, from one to another, both included: by sealing, by account.
    CHANGES_OF_SEALINGS: (SealingId, SealingId) => ChangeRow = concat!(
        "SELECT ", change_columns!(), " \
           FROM account_change WHERE centre_id = $1 AND sealing_id BETWEEN $2 AND $3 \
          ORDER BY sealing_id, account_no, change_no"
    );

    /// What came of rosters, from one to another, both included: by roster, by account.
    CHANGES_OF_ROSTERS: (RosterId, RosterId) => ChangeRow = concat!(
        "SELECT ", change_columns!(), " \
           FROM account_change WHERE centre_id = $1 AND roster_id BETWEEN $2 AND $3 \
          ORDER BY roster_id, account_no, change_no"
    );

    /// How accounts stood when the centre moved in, by account.
    TAKEN_OVER: () => ChangeRow = concat!(
        "SELECT ", change_columns!(), " \
           FROM account_change WHERE centre_id = $1 AND kind = 'taken_over' \
          ORDER BY account_no, change_no"
    );

    /// Which months had been paid by then, and by whom.
    MONTHS_TAKEN_OVER: () => (AccountNo, Month, EmployerId) =
        "SELECT account_no, month, employer_id FROM member_month \
          WHERE centre_id = $1 AND kind = 'taken_over' ORDER BY account_no, month";

    /// The changes of an account, the latest first.
    CHANGES_OF: (AccountNo,) => Change =
        "SELECT c.change_no, c.kind, c.employer_id, e.name, c.status, c.first_month, c.sealed_from, \
                c.base_fen, c.employer_rate, c.member_rate, c.employer_monthly_fen, \
                c.member_monthly_fen, c.made_at, c.made_by_name, c.roster_id, c.sealing_id \
           FROM account_change c \
           JOIN employer e ON e.centre_id = c.centre_id AND e.employer_id = c.employer_id \
          WHERE c.centre_id = $1 AND c.account_no = $2 ORDER BY c.change_no DESC";
}

/// Writes the changes of the accounts that the lines of a roster rebased, unsealed or brought over,
/// whose rows stand so already; answers how many.
///
/// # Errors
/// Broken only.
pub(crate) async fn write_of_roster_in(
    tx: &mut WriteTx,
    roster_id: RosterId,
    maker: &Maker,
) -> Result<i64> {
    let Maker {
        at, by, by_name, ..
    } = maker.clone();
    let written = tx
        .execute_bulk(&WRITE_OF_ROSTER, (roster_id, at, by, by_name))
        .await?;
    i64::try_from(written).map_err(|_| Error::broken("changes written"))
}

/// Writes the changes of the accounts that a sealing sealed, whose rows stand so already; answers
/// how many.
///
/// # Errors
/// Broken only.
pub(crate) async fn write_of_sealing_in(
    tx: &mut WriteTx,
    sealing_id: SealingId,
    maker: &Maker,
) -> Result<i64> {
    let Maker {
        at, by, by_name, ..
    } = maker.clone();
    let written = tx
        .execute_bulk(&WRITE_OF_SEALING, (sealing_id, at, by, by_name))
        .await?;
    i64::try_from(written).map_err(|_| Error::broken("changes written"))
}

/// Writes the first change of every account of a centre that has just moved in, whose rows stand
/// so already.
///
/// # Errors
/// Broken only.
pub(crate) async fn write_all_in(tx: &mut WriteTx, kind: ChangeKind, maker: &Maker) -> Result<u64> {
    let Maker {
        at, by, by_name, ..
    } = maker.clone();
    tx.execute_bulk(&WRITE_OF_ALL, (kind, at, by, by_name))
        .await
}

/// Adds how accounts stood when the centre moved in, and the months that had been paid by then: what
/// the event of moving in holds a digest over.
///
/// # Errors
/// Broken only.
pub(crate) async fn digest_taken_over_in(tx: &mut ReadTx, begun: Digest) -> Result<Digest> {
    let mut digest = begun;
    tx.for_each(&TAKEN_OVER, (), |change| {
        digest = change.digested(digest.clone());
        Ok(())
    })
    .await?;
    tx.for_each(
        &MONTHS_TAKEN_OVER,
        (),
        |(account_no, month, employer_id)| {
            let months = digest.clone();
            digest = months.column(account_no).column(month).column(employer_id);
            Ok(())
        },
    )
    .await?;
    Ok(digest)
}
