//! What a reversal finds no longer in the accounts (错缴待追回款).
//!
//! Nothing posted is changed and nothing is taken in part: each account that lacks something is first
//! advanced it from 11902, so that the red letters mirror what was posted line by line, and a recovery
//! is open for it, member by member. A frozen account is advanced the whole line: what a court froze
//! isn't taken. A clerk sees the sum before ([`reversal_preview`]) and the reversal must name it.

use db::{Bulk, Digest, Digest32, ReadTx, Sealed, WriteTx};
use kernel::{
    AccountNo, BatchId, Date, Error, Fen, MemberId, OrBroken, RecoveryId, Refusal, RemittanceId,
    Result, VoucherId,
};
use platform::audit::Parts;
use platform::{App, Caller};
use settlement::recovery::{self, Recovery, Reversed, Shortfall};

use super::model::{Remittance, RemittanceStatus};
use super::posting::{self, Why};
use super::rule::short_of;
use super::{error, list};
use crate::account::{AccountStatus, EntryDigest, EntryKind};
use crate::member;

/// The most members that a preview names.
const MAX_NAMED: usize = 200;

/// A member whose account doesn't hold what a reversal takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortMember {
    /// 个人账号.
    pub account_no: AccountNo,
    /// 姓名, masked.
    pub name: String,
    /// 个人账户状态.
    pub status: AccountStatus,
    /// 当年归集余额.
    pub held_fen: Fen,
    /// What the reversal takes.
    pub amount_fen: Fen,
    /// What of it becomes a claim on the member.
    pub short_fen: Fen,
}

/// What a reversal would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReversalPreview {
    /// Members of the remittance.
    pub people: i64,
    /// What it brought them, and the reversal takes.
    pub amount_fen: Fen,
    /// Members whose accounts don't hold what it takes.
    pub short_people: i64,
    /// What they lack together: what the reversal must name.
    pub short_fen: Fen,
    /// The first of them, by account; at most 200.
    pub members: Vec<ShortMember>,
}

db::row! {
    /// A line that an account may not hold any more.
    struct ShortLine {
        account_no: AccountNo,
        status: AccountStatus,
        held_fen: Fen,
        amount_fen: Fen,
    }
}

impl ShortLine {
    /// What the account lacks of the line.
    fn short(&self) -> Result<Fen> {
        let short = short_of(self.status, self.held_fen, self.amount_fen);
        short.or_broken("what an account lacks")
    }
}

db::row! {
    /// What an account lacked, as it is kept.
    pub(crate) struct ShortfallRow {
        pub(crate) remittance_id: RemittanceId,
        pub(crate) account_no: AccountNo,
        pub(crate) account_status: AccountStatus,
        pub(crate) held_fen: Fen,
        pub(crate) amount_fen: Fen,
        pub(crate) short_fen: Fen,
        pub(crate) recovery_id: RecoveryId,
        /// [`Recovery::facts`] of it.
        pub(crate) recovery_facts: Digest32,
        pub(crate) voucher_id: VoucherId,
    }
}

impl ShortfallRow {
    /// Adds the row to the facts of the reversal.
    pub(super) fn digested(&self, digest: Digest) -> Digest {
        digest
            .column(self.remittance_id)
            .column(self.account_no)
            .column(self.account_status)
            .column(self.held_fen)
            .column(self.amount_fen)
            .column(self.short_fen)
            .column(self.recovery_id)
            .column(self.recovery_facts)
            .column(self.voucher_id)
    }
}

/// What reversals found short, recorded with the event of each.
pub(crate) const SHORTFALLS_OF_REVERSALS: Parts<'static, RemittanceId, ShortfallRow> = Parts {
    between: &SHORTFALLS_BETWEEN,
    of: |row| row.remittance_id,
    add: |digest, row| row.digested(digest),
};

const SHORTFALLS: Bulk<ShortfallRow> = Bulk::of("remittance_shortfall");

/// The lines of the batch `$2` whose account is frozen or closed, or holds too little among this
/// year's contributions.
macro_rules! short_lines {
    () => {
        "batch_line l \
           JOIN account a ON a.centre_id = l.centre_id AND a.account_no = l.account_no \
          WHERE l.centre_id = $1 AND l.batch_id = $2 \
            AND ((a.status IN ('normal', 'sealed')) IS NOT TRUE \
                 OR a.current_fen < l.employer_fen + l.member_fen) \
          ORDER BY a.account_no"
    };
}

db::statements! {
    /// Lines that can't be taken back whole, by account.
    SHORT_LINES: (BatchId,) => ShortLine = concat!(
        "SELECT a.account_no, a.status, a.current_fen, l.employer_fen + l.member_fen FROM ",
        short_lines!()
    );

    /// Whose the first of them are, so many.
    SHORT_MEMBERS: (BatchId, i64) => (AccountNo, MemberId, Sealed) = concat!(
        "SELECT s.account_no, m.member_id, m.name \
           FROM (SELECT a.centre_id, a.account_no, a.member_id FROM ", short_lines!(), " LIMIT $3) AS s \
           JOIN member m ON m.centre_id = s.centre_id AND m.member_id = s.member_id \
          ORDER BY s.account_no"
    );

    /// Advances what accounts lack: balances and next entry numbers. Their locks are taken.
    ADVANCE: (RemittanceId,) => () =
        "UPDATE account \
            SET current_fen = account.current_fen + s.short_fen, \
                balance_fen = account.balance_fen + s.short_fen, \
                entry_count = account.entry_count + 1 \
           FROM remittance_shortfall AS s \
          WHERE s.centre_id = $1 AND s.remittance_id = $2 \
            AND account.centre_id = $1 AND account.account_no = s.account_no \
            AND account.current_fen = s.held_fen AND account.status = s.account_status";

    /// One entry an advance. It is no month's, and bears interest from the day of what is about to be
    /// taken: an account pays back with interest only what it held.
    WRITE_ADVANCES: (RemittanceId, Date, Date) => () =
        "INSERT INTO entry (centre_id, account_no, entry_no, kind, business_date, value_date, \
                            carried_fen, current_fen, carried_after_fen, current_after_fen, \
                            balance_after_fen, voucher_id) \
         SELECT a.centre_id, a.account_no, a.entry_count, 'shortfall', $3, $4, \
                0, s.short_fen, a.carried_fen, a.current_fen, a.balance_fen, s.voucher_id \
           FROM remittance_shortfall AS s \
           JOIN account AS a ON a.centre_id = s.centre_id AND a.account_no = s.account_no \
          WHERE s.centre_id = $1 AND s.remittance_id = $2";

    /// The shortfalls of remittances, from one to another, both included, in order.
    SHORTFALLS_BETWEEN: (RemittanceId, RemittanceId) => ShortfallRow =
        "SELECT remittance_id, account_no, account_status, held_fen, amount_fen, short_fen, \
                recovery_id, recovery_facts, voucher_id \
           FROM remittance_shortfall \
          WHERE centre_id = $1 AND remittance_id BETWEEN $2 AND $3 \
          ORDER BY remittance_id, account_no";

    /// What a reversal found short: of how many, how much.
    SHORT_OF: (RemittanceId,) => (i64, Option<Fen>) =
        "SELECT CAST(COUNT(*) AS BIGINT), CAST(SUM(short_fen) AS BIGINT) \
           FROM remittance_shortfall WHERE centre_id = $1 AND remittance_id = $2";
}

/// What a reversal would do to the members, before it is asked for.
///
/// # Errors
/// `remittance_unknown`, `action_forbidden`, `remittance_not_posted`.
pub async fn reversal_preview(
    app: &App,
    caller: &Caller,
    remittance_id: RemittanceId,
) -> Result<ReversalPreview> {
    let (remittance, _) = list::readable(app, caller, remittance_id).await?;
    if remittance.status != RemittanceStatus::Posted {
        return Err(error::not_posted(remittance.status));
    }
    let mut tx = app.db.read(caller.centre()).await?;
    let mut first = Vec::new();
    let found = each_short_in(&mut tx, &remittance, |line, _| {
        if first.len() < MAX_NAMED {
            first.push(line);
        }
        Ok(())
    });
    let (short_people, short_fen) = found.await?;
    let most = i64::try_from(MAX_NAMED).or_broken("how many are named")?;
    let whose = tx.all(&SHORT_MEMBERS, (remittance.batch_id, most)).await?;
    let (keys, centre) = (tx.keys(), tx.centre());
    let members = first.iter().zip(&whose);
    let members = members.map(|(line, (account_no, member_id, name))| {
        if *account_no != line.account_no {
            return Err(Error::broken("a short line named as another's"));
        }
        let row = keys.of_row(centre, *member_id);
        Ok(ShortMember {
            account_no: line.account_no,
            name: member::masked_name(&row.open(member::NAME, name)?),
            status: line.status,
            held_fen: line.held_fen,
            amount_fen: line.amount_fen,
            short_fen: line.short()?,
        })
    });
    let members = members.collect::<Result<_>>()?;
    Ok(ReversalPreview {
        people: remittance.people,
        amount_fen: remittance.expected_fen,
        short_people,
        short_fen,
        members,
    })
}

/// Hands each line that can't be taken back whole to `each`, with what it lacks, holding one at a
/// time; answers how many they are, and what they lack together.
async fn each_short_in(
    tx: &mut ReadTx,
    remittance: &Remittance,
    mut each: impl FnMut(ShortLine, Fen) -> Result<()> + Send,
) -> Result<(i64, Fen)> {
    let (mut people, mut total) = (0, Fen::ZERO);
    tx.for_each(&SHORT_LINES, (remittance.batch_id,), |line: ShortLine| {
        let short = line.short()?;
        people += 1;
        let sum = total.checked_add(short);
        total = sum.or_broken("what accounts lack together")?;
        each(line, short)
    })
    .await?;
    Ok((people, total))
}

/// How many accounts lack something now: so many serials a reversal needs. None where there is
/// nothing to reverse.
pub(super) async fn count(app: &App, caller: &Caller, remittance: &Remittance) -> Result<usize> {
    if remittance.status != RemittanceStatus::Posted {
        return Ok(0);
    }
    let mut tx = app.db.read(caller.centre()).await?;
    let (people, _) = each_short_in(&mut tx, remittance, |_, _| Ok(())).await?;
    usize::try_from(people).or_broken("a number of members")
}

/// Advances what the accounts lack, when it is what the caller accepted, and opens the recoveries.
/// Answers the voucher, and what it advanced for the facts of the reversal.
pub(super) async fn advance_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    remittance: &Remittance,
    (accepted, serials): (Fen, Vec<i64>),
    why: &Why<'_>,
) -> Result<(Option<VoucherId>, Vec<ShortfallRow>)> {
    let mut short = Vec::new();
    let found = each_short_in(tx, remittance, |line, lacks| {
        short.push((line, lacks));
        Ok(())
    });
    let (_, total) = found.await?;
    check_accepted(short.len(), total, accepted)?;
    if short.is_empty() {
        return Ok((None, Vec::new()));
    }
    // Fewer than a moment ago need fewer serials; for one more there is none.
    if serials.len() < short.len() {
        return Err(changed(total).into());
    }
    let value_date = remittance
        .value_date
        .or_broken("a posted remittance without value date")?;
    let mut digest = EntryDigest::new();
    for (line, short) in &short {
        let kind = EntryKind::Shortfall;
        digest.add(line.account_no, kind, Fen::ZERO, *short, None, value_date);
    }
    let voucher = posting::advanced(remittance, short.len(), total, digest.finish(), why);
    let voucher_id = ledger::voucher::post(tx, &app.clock, voucher).await?;
    let recoveries = recoveries_of(
        app,
        caller,
        remittance,
        (&short, serials),
        (why, voucher_id),
    );
    let centre = tx.centre();
    let rows = short.iter().zip(&recoveries);
    let rows = rows.map(|((line, short), recovery)| ShortfallRow {
        remittance_id: remittance.remittance_id,
        account_no: line.account_no,
        account_status: line.status,
        held_fen: line.held_fen,
        amount_fen: line.amount_fen,
        short_fen: *short,
        recovery_id: recovery.recovery_id,
        recovery_facts: recovery.facts(centre),
        voucher_id,
    });
    let rows: Vec<ShortfallRow> = rows.collect();
    let dates = (why.business_date, value_date);
    move_in(tx, remittance.remittance_id, &rows, dates, total).await?;
    recovery::owe_in(tx, recoveries).await?;
    Ok((Some(voucher_id), rows))
}

/// The recoveries of what accounts lack, one an account.
fn recoveries_of(
    app: &App,
    caller: &Caller,
    remittance: &Remittance,
    (short, serials): (&[(ShortLine, Fen)], Vec<i64>),
    (why, voucher_id): (&Why<'_>, VoucherId),
) -> Vec<Recovery> {
    let owed = short.iter().zip(serials);
    let owed = owed.map(|((line, short), serial)| Shortfall {
        recovery_id: RecoveryId::new(&app.clock),
        serial,
        amount: *short,
        debtor: line.account_no.to_string(),
    });
    let of = Reversed {
        owner: remittance.employer_id.to_string(),
        reason: why.reason,
        business_date: why.business_date,
        voucher_id,
    };
    recovery::recoveries_of(app, caller, owed.collect(), &of)
}

/// Moves the accounts and writes their entries. An account that isn't as it was read isn't met, which
/// the count then shows.
async fn move_in(
    tx: &mut WriteTx,
    remittance_id: RemittanceId,
    rows: &[ShortfallRow],
    (business_date, value_date): (Date, Date),
    total: Fen,
) -> Result<()> {
    let count = u64::try_from(rows.len()).or_broken("a number of accounts")?;
    tx.insert_many(&SHORTFALLS, rows.to_vec()).await?;
    if tx.execute_bulk(&ADVANCE, (remittance_id,)).await? != count {
        return Err(changed(total).into());
    }
    let entries = (remittance_id, business_date, value_date);
    let written = tx.execute_bulk(&WRITE_ADVANCES, entries).await?;
    (written == count)
        .then_some(())
        .or_broken("an entry an advance")
}

/// Nobody owes anything that a clerk didn't see before.
fn check_accepted(accounts: usize, total: Fen, accepted: Fen) -> Result<()> {
    if total == accepted {
        return Ok(());
    }
    if accepted.is_zero() {
        let sentence = format!(
            "有{accounts}个个人账户当年归集余额不足，或已冻结、已销户，共差 {} 元，不能全额冲销；请核对后将其计入错缴待追回款再冲销",
            total.grouped()
        );
        return Err(Refusal::conflict("accounts_hold_too_little", sentence).into());
    }
    Err(changed(total).into())
}

fn changed(total: Fen) -> Refusal {
    let sentence = format!(
        "个人账户的余额或状态在核对之后有变化，现共差 {} 元，请重新核对后再冲销",
        total.grouped()
    );
    Refusal::conflict("reversal_changed", sentence)
}

/// What a reversal found short: of how many members, how much.
pub(super) async fn found_in(
    tx: &mut ReadTx,
    remittance_id: RemittanceId,
) -> Result<Option<(i64, Fen)>> {
    let (people, sum) = tx.one(&SHORT_OF, (remittance_id,)).await?;
    Ok(sum.map(|sum| (people, sum)))
}
