//! Confirming a roster: everything that may have changed since the preview is looked at again,
//! accounts are opened and rebased, and the remittance is assessed, in one transaction.

use std::vec::IntoIter;

use db::{Digest, WriteTx};
use kernel::{AccountNo, BatchId, Error, OrBroken, RemittanceId, Result, RosterId};
use platform::audit::{self, Subject};
use platform::{App, Caller, IdempotencyKey, Once};
use serde_json::json;
use settlement::suspense;

use super::model::RosterStatus;
use super::rows::{OpeningRow, RosterRow, Sums};
use super::store;
use super::upload::terms_in;
use super::{ROSTER_CONFIRM, error};
use crate::account::{self, CAME_OF_ROSTERS, MAX_OPENING, Maker, NewAccount};
use crate::employer::{self, Employer};
use crate::remittance::{self, Assessment};

/// Confirms a roster without a faulty row, and assesses its remittance.
///
/// # Errors
/// `roster_unknown`, `action_forbidden`; `roster_not_previewed`, `roster_faulty`,
/// `roster_outdated` (policy, the employer's rates or an account changed since the preview);
/// those of the month, see [`upload`](super::upload()); `member_exists` when someone got an account
/// meanwhile; those of [`App::write_once`].
pub async fn confirm(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    roster_id: RosterId,
) -> Result<RemittanceId> {
    // A stranger learns nothing of what exists: the right first, then the thing's own branch.
    app.enforce_widest(caller, &ROSTER_CONFIRM).await?;
    let (roster, employer) = {
        let mut tx = app.db.read(caller.centre()).await?;
        let roster = tx.optional(&store::ROSTER_BY_ID, (roster_id,)).await?;
        let roster = roster.ok_or_else(|| error::unknown(roster_id))?;
        let employer = employer::require_in(&mut tx, roster.employer_id).await?;
        (roster, employer)
    };
    app.enforce(caller, &ROSTER_CONFIRM, employer.scope())
        .await?;
    let opens = match roster.status {
        RosterStatus::Previewed => usize::try_from(roster.new_accounts).or_broken("a count")?,
        RosterStatus::Confirmed | RosterStatus::Discarded => 0,
    };
    let numbers = account::reserve_numbers(app, caller.centre(), opens).await?;
    let serial = remittance::next_serial(app, caller.centre()).await?;

    let asked = Digest::new("roster.confirm").column(roster_id).finish();
    match app.write_once(caller, &ROSTER_CONFIRM, key, asked).await? {
        Once::Replay(remittance) => remittance.parse().or_broken("a replayed remittance"),
        Once::Fresh(mut tx) => {
            let numbers = numbers.into_iter();
            let id = confirm_in(&mut tx, app, caller, roster_id, numbers, serial).await?;
            tx.finish(id).await?;
            Ok(id)
        }
    }
}

async fn confirm_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    roster_id: RosterId,
    numbers: IntoIter<AccountNo>,
    serial: i64,
) -> Result<RemittanceId> {
    let roster = tx.one(&store::ROSTER_LOCKED, (roster_id,)).await?;
    if roster.status != RosterStatus::Previewed {
        return Err(error::not_previewed(roster.status));
    }
    employer::lock_in(tx, roster.employer_id).await?;
    let employer = employer::require_in(tx, roster.employer_id).await?;
    let due = remittance::check_month_in(tx, app, &employer, roster.month).await?;
    let (terms, sources) = terms_in(tx, app, &employer, roster.month).await?;
    if terms.digest() != roster.terms {
        return Err(error::terms_changed());
    }
    suspense::lock_over_in(tx, &roster.employer_id.to_string()).await?;
    let sums = unchanged_lines_in(tx, &roster).await?;
    let maker = Maker::new(&app.clock, caller, Some(roster_id));
    open_accounts_in(tx, app, &roster, &employer, &maker, numbers).await?;
    change_accounts_in(tx, &roster, &employer, &maker).await?;
    let batch_id = make_batch_in(tx, app, &roster).await?;
    let assessment = Assessment {
        roster_id,
        month: roster.month,
        due,
        employer: &employer,
        serial,
        batch_id,
        terms: &terms,
        sources: &sources,
        sums: &sums,
    };
    let remittance_id = remittance::assess_in(tx, app, caller, &assessment).await?;
    let ended = (roster_id, RosterStatus::Confirmed, Some(remittance_id));
    tx.execute_one(&store::END_ROSTER, ended).await?;
    let roster = RosterRow {
        remittance_id: Some(remittance_id),
        ..roster
    };
    let facts = roster.confirmed_facts(tx.centre());
    let facts = CAME_OF_ROSTERS.facts_in(tx, roster_id, facts).await?;
    let detail = json!({
        "remittance": remittance_id.to_string(),
        "lines": sums.lines,
        "opened": sums.opens,
        "rebased": sums.rebases,
        "unsealed": sums.unseals,
        "transferred": sums.transfers,
        "facts": facts.hex(),
    });
    let subject = Subject::new("roster", roster_id);
    audit::record(tx, &app.clock, caller, &ROSTER_CONFIRM, subject, detail).await?;
    Ok(remittance_id)
}

/// The sums of the lines, once none is faulty and every account is still as the preview saw it.
async fn unchanged_lines_in(tx: &mut WriteTx, roster: &RosterRow) -> Result<Sums> {
    let sums = tx.one(&store::SUMS, (roster.roster_id,)).await?;
    if sums.faulty > 0 {
        return Err(error::faulty(sums.faulty));
    }
    if sums.lines != roster.line_count {
        let id = roster.roster_id;
        return Err(Error::broken(format!(
            "roster {id} has {} lines",
            sums.lines
        )));
    }
    tx.lock(&store::LOCK_ACCOUNTS, (roster.roster_id,)).await?;
    let asked = (roster.roster_id, roster.month);
    match tx.one(&store::OUTDATED_LINES, asked).await? {
        (0, _) => Ok(sums),
        (lines, first_row) => Err(error::accounts_changed(lines, first_row)),
    }
}

/// Opens an account for everyone who has none, a page of people at a time.
async fn open_accounts_in(
    tx: &mut WriteTx,
    app: &App,
    roster: &RosterRow,
    employer: &Employer,
    maker: &Maker,
    mut numbers: IntoIter<AccountNo>,
) -> Result<()> {
    let page = i64::try_from(MAX_OPENING).or_broken("a page of people")?;
    let mut after = 0;
    loop {
        let lines = tx
            .all(&store::OPENINGS, (roster.roster_id, after, page))
            .await?;
        let Some(last) = lines.last() else { break };
        after = last.line_no;
        let new: Option<Vec<NewAccount>> = lines
            .into_iter()
            .map(|line| Some(new_account(app, employer, numbers.next()?, line)))
            .collect();
        let new = new.or_broken("fewer account numbers than new accounts")?;
        account::open_many_in(tx, &app.clock, maker, new).await?;
    }
    let numbered = (roster.roster_id, roster.employer_id);
    let numbered = tx.execute_bulk(&store::NUMBER_OPENED, numbered).await?;
    all_of(
        numbered,
        roster.new_accounts,
        "lines given their new account",
    )
}

fn new_account(
    app: &App,
    employer: &Employer,
    account_no: AccountNo,
    line: OpeningRow,
) -> NewAccount {
    NewAccount {
        account_no,
        // What is sealed is bound to the person's id, and goes into `member` unopened.
        member: line.member,
        employer_id: employer.employer_id,
        branch_id: employer.branch_id,
        opened_on: app.clock.today(),
        first_month: line.first_month,
        base_fen: line.base_fen,
        employer_rate: line.employer_rate,
        member_rate: line.member_rate,
        employer_monthly_fen: line.employer_fen,
        member_monthly_fen: line.member_fen,
    }
}

/// Rebases, unseals and brings over the accounts whose lines say so, and writes what became of each.
async fn change_accounts_in(
    tx: &mut WriteTx,
    roster: &RosterRow,
    employer: &Employer,
    maker: &Maker,
) -> Result<()> {
    let rebased = tx
        .execute_bulk(&store::REBASE_ACCOUNTS, (roster.roster_id,))
        .await?;
    still_as_judged(roster.changed_bases, rebased)?;
    let taking = (roster.roster_id, employer.employer_id, employer.branch_id);
    let taken = tx.execute_bulk(&store::TAKE_UP_ACCOUNTS, taking).await?;
    let sealed = roster.unsealed_accounts + roster.transferred_accounts;
    still_as_judged(sealed, taken)?;
    let told = account::write_of_roster_in(tx, roster.roster_id, maker).await?;
    let changed = roster.changed_bases + sealed;
    if told != changed {
        return Err(Error::broken(format!("{told} changes of {changed} told")));
    }
    Ok(())
}

/// Whether every account of so many lines stood as it was judged: they are locked since, so that one
/// that doesn't is one that the lines don't name rightly.
fn still_as_judged(lines: i64, changed: u64) -> Result<()> {
    let changed = i64::try_from(changed).or_broken("accounts changed")?;
    match lines - changed {
        0 => Ok(()),
        lines if lines > 0 => Err(error::accounts_changed(lines, None)),
        _ => Err(Error::broken("more accounts changed than lines")),
    }
}

async fn make_batch_in(tx: &mut WriteTx, app: &App, roster: &RosterRow) -> Result<BatchId> {
    let batch_id = BatchId::new(&app.clock);
    let made = tx
        .execute_bulk(&store::MAKE_BATCH, (roster.roster_id, batch_id))
        .await?;
    all_of(made, roster.line_count, "lines of the batch")?;
    Ok(batch_id)
}

fn all_of(changed: u64, expected: i64, what: &str) -> Result<()> {
    if i64::try_from(changed).ok() == Some(expected) {
        return Ok(());
    }
    Err(Error::broken(format!("{what}: {changed} of {expected}")))
}
