//! What every crate offers, collected.

use db::{Columns, ListInfo, MigrationSet, SealedTable, StmtInfo};
use kernel::Result;
use platform::approval::{self, Approvable};
use platform::file::{self, NamesFiles};
use platform::job::{Job, Jobs, OnCancel, Run, Step};
use platform::{Action, keys, role, staff};

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
    let roles = Approvable {
        business: &role::ROLE_ADD,
        by_amount: false,
        run: |run| Box::pin(async move { role::run_approved_add(run, &actions()).await }),
    };
    let rights = [flows, roles, staff::APPROVABLE];
    [settlement::APPROVABLE, fund::APPROVABLE, &rights].concat()
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

/// Everything that is done by jobs, and who waits for what.
#[must_use]
pub fn jobs() -> Jobs {
    let carrying_out = Job {
        kind: &approval::CARRY_OUT,
        steps: CARRY_OUT_STEPS,
    };
    let resealing = Job {
        kind: &keys::RESEAL,
        steps: RESEAL_STEPS,
    };
    let sweeping = Job {
        kind: &file::SWEEP,
        steps: SWEEP_STEPS,
    };
    Jobs {
        jobs: [
            platform::JOBS,
            settlement::JOBS,
            fund::JOBS,
            &[carrying_out, resealing, sweeping],
        ]
        .concat(),
        subscribers: platform::SUBSCRIBERS.to_vec(),
        on_cancel: [
            platform::ON_CANCEL,
            &[OnCancel {
                kind: &approval::CARRY_OUT,
                run: |cancelled| Box::pin(approval::give_up(cancelled)),
            }],
        ]
        .concat(),
    }
}

/// It stands here because it takes every crate's businesses.
const CARRY_OUT_STEPS: &[Step] = &[Step {
    code: "carry_out",
    label: "办理已批准的业务",
    run: |run| Box::pin(carry_out(run)),
}];

/// Likewise because it takes every crate's tables.
const RESEAL_STEPS: &[Step] = &[Step {
    code: "reseal",
    label: "用新的数据密钥重新加密",
    run: |run| Box::pin(async move { keys::reseal(run, &sealed_tables()).await }),
}];

/// Likewise because it takes every crate's columns that name files.
const SWEEP_STEPS: &[Step] = &[Step {
    code: "sweep",
    label: "删除7天内无人引用的文件",
    run: |run| Box::pin(async move { file::sweep(run, &names_files()).await }),
}];

/// Every column that names files.
#[must_use]
pub fn names_files() -> Vec<NamesFiles> {
    [platform::NAMES_FILES, fund::NAMES_FILES].concat()
}

/// Every table with sealed columns.
#[must_use]
pub fn sealed_tables() -> Vec<&'static SealedTable> {
    let all = [platform::SEALED, settlement::SEALED, fund::SEALED];
    all.into_iter().flatten().collect()
}

async fn carry_out(run: &Run<'_>) -> Result<String> {
    let (centre, id) = (run.centre(), run.subject()?);
    let status = approval::carry_out(run.app, &approvable(), centre, id).await?;
    Ok(status.label().to_owned())
}
