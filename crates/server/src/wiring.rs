//! What every crate offers, collected.

use db::{Columns, ListInfo, MigrationSet, StmtInfo};
use kernel::Result;
use platform::approval::{self, Approvable};
use platform::{Action, App};

/// Every crate's tables, lower crates first.
pub const MIGRATIONS: &[&MigrationSet] = &[
    &platform::MIGRATIONS,
    &ledger::MIGRATIONS,
    &settlement::MIGRATIONS,
    &fund::MIGRATIONS,
];

/// Every action there is, for roles and for the role × action matrix.
#[must_use]
pub fn actions() -> Vec<&'static Action> {
    [platform::ACTIONS, settlement::ACTIONS, fund::ACTIONS].concat()
}

/// Every act that no role gives, for the audit trail's words.
#[must_use]
pub fn beyond_roles() -> Vec<&'static Action> {
    [
        platform::BEYOND_ROLES,
        settlement::BEYOND_ROLES,
        fund::BEYOND_ROLES,
    ]
    .concat()
}

/// Every business that can be made to need approval.
#[must_use]
pub fn approvable() -> Vec<Approvable> {
    let flows = Approvable {
        business: &approval::APPROVAL_FLOW_SET,
        by_amount: false,
        run: |run| Box::pin(async move { approval::run_approved_flow(run, &approvable()).await }),
    };
    [
        platform::APPROVABLE,
        settlement::APPROVABLE,
        fund::APPROVABLE,
        &[flows],
    ]
    .concat()
}

/// Every statement, for the test that prepares each on both databases.
#[must_use]
pub fn statements() -> Vec<&'static StmtInfo> {
    [
        ledger::statements(),
        platform::statements(),
        settlement::statements(),
        fund::statements(),
    ]
    .concat()
}

/// Every list with what its rows are, for the same test.
#[must_use]
pub fn lists() -> Vec<(ListInfo, Columns)> {
    [
        ledger::lists(),
        platform::lists(),
        settlement::lists(),
        fund::lists(),
    ]
    .concat()
}

/// Goes on with what a stop has cut short, in every centre: postings, and what was approved. Returns
/// how many runs it finished; one that can't go on is in the log and tried again by the keeper.
///
/// # Errors
/// Broken when the database fails.
pub async fn resume(app: &App) -> Result<usize> {
    let mut finished = 0;
    for centre in platform::centre::all(app).await? {
        finished += fund::remittance::resume_postings(app, centre.centre_id)
            .await?
            .finished
            .len();
        finished += approval::resume(app, &approvable(), centre.centre_id).await?;
    }
    Ok(finished)
}
