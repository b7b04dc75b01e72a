//! The fund: employers, members, their accounts, and the contributions that fill them.
//!
//! The main job of a centre goes through here: an employer is registered ([`employer`]), uploads
//! the list it has ([`roster`]), the amounts are assessed and, when the money arrives, posted to
//! every member's account ([`remittance`], [`account::bulk`]) with the voucher that carries them.
//! [`verify`] proves that accounts, entries, months and books agree.
//!
//! Contract: money moves only by an entry with its voucher, in one transaction; what is personal is
//! sealed before it is stored; every value that a notice can change is a [`policy`] parameter.
//! What is deliberately absent: balances of employers kept beside the accounts, and anything that
//! updates or deletes an entry.

pub mod account;
pub mod agent;
pub mod arrears;
pub mod certificate;
pub mod employer;
pub mod home;
pub mod member;
pub mod opening;
pub mod payer;
pub mod policy;
mod reason;
pub mod remittance;
pub mod roster;
mod sealed;
pub mod sealing;
pub mod statistics;
pub mod timeline;
pub mod transfer;
pub mod verify;

#[cfg(test)]
mod testing;

pub use sealed::SEALED;

use platform::Action;
use platform::approval::Approvable;
use platform::file::NamesFiles;
use platform::job::Job;

/// Every action of this crate, for the role × action matrix.
pub const ACTIONS: &[&Action] = &[
    &account::ACCOUNT_READ,
    &account::ACCOUNT_STATEMENT,
    &agent::AGENT_END,
    &agent::AGENT_INVITE,
    &agent::AGENT_READ,
    &certificate::CERTIFICATE_ISSUE,
    &certificate::CERTIFICATE_READ,
    &certificate::CERTIFICATE_VOID,
    &employer::EMPLOYER_CHANGE,
    &account::MEMBER_UNMASK,
    &employer::EMPLOYER_READ,
    &employer::EMPLOYER_REGISTER,
    &home::HOME_READ,
    &member::change_mobile::MEMBER_CHANGE_MOBILE,
    &payer::PAYER_CHANGE,
    &payer::PAYER_END,
    &payer::PAYER_READ,
    &payer::PAYER_REGISTER,
    &remittance::REMITTANCE_ALLOCATE,
    &remittance::REMITTANCE_CANCEL,
    &remittance::REMITTANCE_READ,
    &remittance::REMITTANCE_REVERSE,
    &roster::ROSTER_CONFIRM,
    &roster::ROSTER_DISCARD,
    &roster::ROSTER_EXPORT,
    &roster::ROSTER_READ,
    &roster::ROSTER_UPLOAD,
    &sealing::ACCOUNT_SEAL,
    &transfer::TRANSFER_DECLINE,
    &transfer::TRANSFER_FORCE,
    &transfer::TRANSFER_NOTIFY,
    &transfer::TRANSFER_OPEN,
    &transfer::TRANSFER_READ,
    &transfer::TRANSFER_WITHDRAW,
];

/// What no role gives and the trail names: what follows from other acts, and what is done at the
/// terminal.
pub const BEYOND_ROLES: &[&Action] = &[
    &agent::AGENT_ACCEPT,
    &agent::AGENT_CLOSE,
    &agent::AGENT_OPEN,
    &agent::AGENT_REGISTER,
    &agent::AGENT_REINVITE,
    &certificate::CERTIFICATE_PRINT,
    &opening::OPENING_IMPORT,
    &payer::PAYER_ARRANGE,
    &payer::PAYER_RELEASE,
    &remittance::REMITTANCE_ASSESS,
    &remittance::REMITTANCE_POST,
    &transfer::TRANSFER_SETTLE,
];

/// What of this crate can be made to need approval.
pub const APPROVABLE: &[Approvable] = &[
    employer::APPROVABLE,
    remittance::APPROVABLE,
    policy::APPROVABLE,
    policy::WITHDRAWAL,
];

/// What of this crate is done by jobs.
pub const JOBS: &[Job] = &[Job {
    kind: &remittance::POST_REST,
    steps: remittance::POST_REST_STEPS,
}];

/// The columns of this crate that name files.
pub const NAMES_FILES: &[NamesFiles] = &[
    NamesFiles {
        table: "roster",
        column: "file",
        names: &roster::FILE_NAMES,
    },
    NamesFiles {
        table: "transfer_case",
        column: "proof",
        names: &transfer::PROOF_NAMES,
    },
];

/// The tables of this crate, in order.
pub const MIGRATIONS: db::MigrationSet = db::MigrationSet {
    name: "fund",
    steps: &[
        db::Step {
            name: "001_accounts",
            sql: include_str!("../migrations/001_accounts.sql"),
        },
        db::Step {
            name: "002_roster_and_remittance",
            sql: include_str!("../migrations/002_roster_and_remittance.sql"),
        },
        db::Step {
            name: "003_opening",
            sql: include_str!("../migrations/003_opening.sql"),
        },
        db::Step {
            name: "004_people_in_motion",
            sql: include_str!("../migrations/004_people_in_motion.sql"),
        },
        db::Step {
            name: "005_payer",
            sql: include_str!("../migrations/005_payer.sql"),
        },
        db::Step {
            name: "006_agent",
            sql: include_str!("../migrations/006_agent.sql"),
        },
        db::Step {
            name: "007_certificate",
            sql: include_str!("../migrations/007_certificate.sql"),
        },
        db::Step {
            name: "008_employer_change",
            sql: include_str!("../migrations/008_employer_change.sql"),
        },
        db::Step {
            name: "009_mobile_change",
            sql: include_str!("../migrations/009_mobile_change.sql"),
        },
    ],
};

/// Every statement of this crate, for the test that prepares each on both databases.
#[must_use]
pub fn statements() -> Vec<&'static db::StmtInfo> {
    account::statements()
        .chain(agent::STATEMENTS)
        .chain(arrears::STATEMENTS)
        .chain(certificate::STATEMENTS)
        .chain(employer::statements())
        .chain(home::STATEMENTS)
        .chain(member::statements())
        .chain(opening::STATEMENTS)
        .chain(payer::STATEMENTS)
        .chain(remittance::statements())
        .chain(roster::STATEMENTS)
        .chain(sealing::STATEMENTS)
        .chain(statistics::STATEMENTS)
        .chain(transfer::STATEMENTS)
        .chain(verify::statements())
        .collect()
}

/// Every list of this crate with the kinds of its rows, for the test that prepares each column.
#[must_use]
pub fn lists() -> Vec<(db::ListInfo, db::Columns)> {
    vec![
        account::ACCOUNTS.info(),
        account::ACCOUNTS_OF_PERSON.info(),
        account::ENTRIES.info(),
        account::TIMELINE.info(),
        arrears::ARREARS.info(),
        certificate::CERTIFICATES.info(),
        employer::EMPLOYERS.info(),
        employer::TIMELINE.info(),
        payer::ARRANGEMENTS.info(),
        payer::PAYERS.info(),
        remittance::REMITTANCES.info(),
        remittance::REMITTANCE_LINES.info(),
        roster::ROSTERS.info(),
        roster::ROSTER_LINES.info(),
        transfer::CASES.info(),
        transfer::CASES_OF_BRANCH.info(),
    ]
}
