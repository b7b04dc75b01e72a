//! 封存: members of an employer stop contributing, from a month on (Regulation article 15: within 30
//! days after the employment ended).
//!
//! A sealing is one act over many accounts: those named, or everyone a roster leaves out. Each
//! account becomes sealed with its 封存年月, the first month that the employer no longer owes, and
//! keeps its balance. What lies before that month is still the employer's to pay, and a remittance of
//! it that is assessed already still posts.
//!
//! | phase | what |
//! |---|---|
//! | lay | the accounts become lines, loaded by set, and are locked in the order of their numbers |
//! | judge | each against [`rule::judge`]; one that can't be sealed refuses all |
//! | change | accounts and their changes by set; transfer cases that waited for them end |
//!
//! Bounds: [`MAX_ACCOUNTS`] a sealing. The employer's row is locked: a roster of the same employer
//! that is confirmed meanwhile would assess a month for somebody just sealed from it.

mod error;
mod model;
mod rule;
mod store;
#[cfg(test)]
mod tests;

pub use model::{NewSealing, SealReason, Sealing, Who};
pub(crate) use store::{SEALINGS_AFTER, STATEMENTS};

use db::{Digest, Digest32, WriteTx};
use kernel::{AccountNo, OrBroken, Result, RosterId, SealingId};
use platform::audit::{self, Subject};
use platform::{Action, App, Caller, IdempotencyKey, Once};
use serde_json::json;

use crate::account::{self, CAME_OF_SEALINGS, Maker};
use crate::employer::{self, Employer};
use crate::{roster, transfer};

/// Sealing members' accounts.
pub const ACCOUNT_SEAL: Action = Action {
    code: "account.seal",
    label: "封存个人账户",
};

/// The most accounts of one sealing.
pub const MAX_ACCOUNTS: usize = 10_000;
/// The most accounts that a refusal names.
const MAX_NAMED: usize = 50;

/// Seals members' accounts, all or none.
///
/// # Errors
/// `employer_unknown`, `action_forbidden`; `sealing_month_ahead`, `seal_reason_invalid`,
/// `sealing_note_invalid`; `nobody_to_seal`, `sealing_too_large`; `roster_unknown`,
/// `roster_discarded`, `sealing_month_differs` from the roster's; `sealing_refused` with a finding
/// for each account that can't be sealed, see [`rule::judge`]; `sealing_outdated` when one changed
/// meanwhile; those of [`App::write_once`].
pub async fn seal(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    new: NewSealing,
) -> Result<SealingId> {
    // A stranger learns nothing of what exists: the right first, then the thing's own branch.
    app.enforce_widest(caller, &ACCOUNT_SEAL).await?;
    let employer = {
        let mut tx = app.db.read(caller.centre()).await?;
        employer::require_in(&mut tx, new.employer_id).await?
    };
    app.enforce(caller, &ACCOUNT_SEAL, employer.scope()).await?;
    let new = new.checked(app.clock.today().month())?;
    let asked = new.digest();
    match app.write_once(caller, &ACCOUNT_SEAL, key, asked).await? {
        Once::Replay(sealing) => sealing.parse().or_broken("a replayed sealing"),
        Once::Fresh(mut tx) => {
            let sealing = sealing_in(&mut tx, app, caller, &employer, &new).await?;
            let id = seal_in(&mut tx, app, caller, sealing).await?;
            tx.finish(id).await?;
            Ok(id)
        }
    }
}

/// A sealing whose accounts are known.
pub(crate) struct ToSeal {
    pub(crate) sealing: Sealing,
    pub(crate) accounts: Vec<AccountNo>,
}

async fn sealing_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    employer: &Employer,
    new: &NewSealing,
) -> Result<ToSeal> {
    let (roster_id, mut accounts) = match &new.who {
        Who::Accounts(accounts) => (None, accounts.clone()),
        Who::MissingFrom(roster_id) => {
            let employer_id = employer.employer_id;
            let roster = roster::require_in(tx, *roster_id).await?;
            if roster.month != new.from_month {
                return Err(error::month_differs(roster.month));
            }
            let missing = roster::missing_accounts_in(tx, *roster_id, employer_id).await?;
            (Some(*roster_id), missing)
        }
    };
    accounts.sort_unstable();
    accounts.dedup();
    let count = i64::try_from(accounts.len()).or_broken("a count of accounts")?;
    let sealing = Sealing::new(app, caller, employer, new, roster_id, count);
    Ok(ToSeal { sealing, accounts })
}

/// Seals accounts within a transaction, audited; the cases that waited for them end.
///
/// # Errors
/// `nobody_to_seal`, `sealing_too_large`, `sealing_refused`.
pub(crate) async fn seal_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    to_seal: ToSeal,
) -> Result<SealingId> {
    let ToSeal { sealing, accounts } = to_seal;
    match accounts.len() {
        0 => return Err(error::nobody()),
        count if count > MAX_ACCOUNTS => return Err(error::too_large(count)),
        _ => {}
    }
    employer::lock_in(tx, sealing.employer_id).await?;
    let sealing_id = sealing.sealing_id;
    let lines = accounts.into_iter().map(|no| store::LineRow {
        sealing_id,
        account_no: no,
    });
    tx.insert_many(&store::LINES, lines).await?;
    tx.lock(&store::LOCK_ACCOUNTS, (sealing_id,)).await?;
    judge_in(tx, &sealing).await?;
    let sealed = (sealing_id, sealing.employer_id, sealing.from_month);
    let sealed = tx.execute_bulk(&store::SEAL_ACCOUNTS, sealed).await?;
    let sealed = i64::try_from(sealed).or_broken("accounts sealed")?;
    if sealed != sealing.accounts {
        return Err(error::changed_meanwhile());
    }
    let maker = Maker::new(&app.clock, caller, None);
    let told = account::write_of_sealing_in(tx, sealing_id, &maker).await?;
    if told != sealed {
        return Err(kernel::Error::broken(format!(
            "{told} changes of {sealed} told"
        )));
    }
    tx.execute_one(&store::INSERT_SEALING, sealing.clone())
        .await?;
    let facts = sealing.facts(tx.centre());
    let facts = CAME_OF_SEALINGS.facts_in(tx, sealing_id, facts).await?;
    let detail = json!({
        "employer": sealing.employer_id.to_string(),
        "from": sealing.from_month.to_string(),
        "reason": sealing.reason.label(),
        "accounts": sealing.accounts,
        "facts": facts.hex(),
    });
    let subject = Subject::new("sealing", sealing_id);
    audit::record(tx, &app.clock, caller, &ACCOUNT_SEAL, subject, detail).await?;
    transfer::settle_in(tx, app, caller, sealing_id).await?;
    Ok(sealing_id)
}

/// Refuses a sealing of which any account can't be sealed, naming the first of them.
async fn judge_in(tx: &mut WriteTx, sealing: &Sealing) -> Result<()> {
    let asked = (sealing.sealing_id, sealing.employer_id, sealing.from_month);
    let mut findings = Vec::new();
    tx.for_each(&store::LINE_FACTS, asked, |facts| {
        findings.extend(rule::judge(&facts, sealing));
        Ok(())
    })
    .await?;
    match findings.len() {
        0 => Ok(()),
        many => {
            findings.truncate(MAX_NAMED);
            Err(error::refused(many, findings))
        }
    }
}

impl NewSealing {
    /// What is asked, for its key.
    fn digest(&self) -> Digest32 {
        let asked = Digest::new("account.seal")
            .column(self.employer_id)
            .column(self.from_month)
            .column(self.reason)
            .text(self.note.as_deref().unwrap_or_default());
        match &self.who {
            Who::MissingFrom(roster_id) => asked.column(*roster_id).finish(),
            Who::Accounts(accounts) => accounts
                .iter()
                .fold(asked.column(RosterId::NIL), |asked, no| asked.column(*no))
                .finish(),
        }
    }
}
