//! The people who operate a centre and what stands around every act of theirs: sign-in, roles and
//! data scopes, the audit trail, idempotency, the business day, policy parameters, files, serials, availability.
//!
//! A use case of any crate above begins the same way:
//!
//! 1. [`App::enforce`]: may this [`Caller`] do this [`Action`] in this [`Scope`]? A denial is
//!    audited in a transaction of its own, so it stays even though nothing else happened.
//! 2. What needs a short transaction of its own: serials ([`Serials`]).
//! 3. [`App::write_once`]: the client's key is the transaction's first insert. A repeated request
//!    gets the first one's resource; the same key for another request is refused.
//! 4. Load, decide (a pure rule), write, [`audit::record`], [`OnceTx::finish`].
//!
//! Contract: steps 1 and 2 come before the write transaction is open. The embedded database has
//! one writer, so a second write begun inside the first would wait for itself.
//!
//! What may need approval calls [`App::pass`] after step 1: see [`approval`].
//!
//! What is deliberately absent: a second factor asked for again before one act. A session gives it once.

mod app;
mod authority;
mod once;
mod sealed;
mod serial;
mod text;

pub mod approval;
pub mod audit;
pub mod backup;
pub mod branch;
pub mod business_day;
pub mod centre;
pub mod department;
pub mod export;
pub mod file;
pub mod form;
pub mod hall_session;
pub mod job;
pub mod keys;
pub mod message;
pub mod one_time_code;
pub mod policy;
pub mod resolution;
pub mod role;
pub mod session;
pub mod staff;
pub mod watch;

pub use app::App;
pub use authority::{Action, Caller, DataScope, Grants, Scope};
pub use once::{IdempotencyKey, Once, OnceTx};
pub use sealed::SEALED;
pub use serial::Serials;

/// What a pure rule answers: the value, or the refusal that the caller gets.
pub type Decision<T> = std::result::Result<T, kernel::Refusal>;

/// Every action of this crate, for the role × action matrix.
pub const ACTIONS: &[&Action] = &[
    &approval::APPROVAL_DECIDE,
    &approval::APPROVAL_FLOW_READ,
    &approval::APPROVAL_FLOW_SET,
    &approval::APPROVAL_READ,
    &approval::DELEGATION_APPOINT,
    &approval::DELEGATION_READ,
    &approval::DELEGATION_SET,
    &audit::AUDIT_READ,
    &branch::BRANCH_ADD,
    &branch::BRANCH_READ,
    &business_day::BUSINESS_DAY_OPEN,
    &business_day::BUSINESS_DAY_CLOSE,
    &business_day::BUSINESS_DAY_READ,
    &centre::CENTRE_REGISTER,
    &department::DEPARTMENT_ADD,
    &department::DEPARTMENT_READ,
    &export::LIST_EXPORT,
    &file::FILE_STORE,
    &file::FILE_READ,
    &job::JOB_CANCEL,
    &job::JOB_READ,
    &job::JOB_RETRY,
    &policy::POLICY_CHANGE,
    &policy::POLICY_READ,
    &policy::POLICY_WITHDRAW,
    &resolution::MEETING_READ,
    &resolution::MEETING_RECORD,
    &resolution::RESOLUTION_READ,
    &resolution::RESOLUTION_RECORD,
    &resolution::RESOLUTION_VOID,
    &role::ROLE_ADD,
    &role::ROLE_READ,
    &session::SESSION_END,
    &session::SESSION_READ,
    &session::SESSION_SIGN_IN,
    &session::SESSION_SIGN_OUT,
    &session::STAFF_RESET_SECOND_FACTOR,
    &session::STAFF_UNLOCK,
    &staff::STAFF_ADD,
    &staff::STAFF_ASSIGN,
    &staff::STAFF_LEAVE,
    &staff::STAFF_READ,
    &staff::STAFF_RESET_PASSWORD,
    &watch::STATUS_READ,
];

/// What this crate audits and no role gives.
pub const BEYOND_ROLES: &[&Action] = &[
    &approval::APPROVAL_ASK,
    &approval::APPROVAL_CARRY_OUT,
    &approval::APPROVAL_WITHDRAW,
    &backup::BACKUP_MAKE,
    &backup::BACKUP_RESTORE,
    &file::FILE_SWEEP,
    &hall_session::HALL_SIGN_IN,
    &hall_session::HALL_SIGN_OUT,
    &job::JOB_ASK,
    &keys::KEY_ADD,
    &keys::KEY_RESEAL,
    &keys::KEY_RETIRE,
    &keys::KEY_USE,
    &session::SESSION_CONFIRM,
    &session::SESSION_LOCK,
    &session::STAFF_CHANGE_PASSWORD,
    &session::STAFF_ENROL_SECOND_FACTOR,
    &watch::STOP_PLAN,
    &session::STAFF_RENEW_RECOVERY_CODES,
    &staff::STAFF_READMIT,
];

/// What of this crate is done by jobs.
pub const JOBS: &[job::Job] = &[
    job::Job {
        kind: &job::SWEEP,
        steps: job::SWEEP_STEPS,
    },
    job::Job {
        kind: &message::SEND,
        steps: message::SEND_STEPS,
    },
];

/// Who of this crate has to know that a job is given up.
pub const ON_CANCEL: &[job::OnCancel] = &[job::OnCancel {
    kind: &message::SEND,
    run: |cancelled| Box::pin(message::give_up(cancelled)),
}];

/// The columns of this crate that name files.
pub const NAMES_FILES: &[file::NamesFiles] = resolution::NAMES_FILES;

/// What follows in this crate from events.
pub const SUBSCRIBERS: &[job::Subscriber] = &[
    of_centre_after_close(&job::SWEEP),
    of_centre_after_close(&file::SWEEP),
];

/// A job about the centre as a whole, however many days were closed.
const fn of_centre_after_close(kind: &'static job::JobKind) -> job::Subscriber {
    job::Subscriber {
        event: business_day::BUSINESS_DAY_CLOSED,
        kind,
        subject: |_| String::new(),
    }
}

/// The tables of this crate, in order.
pub const MIGRATIONS: db::MigrationSet = db::MigrationSet {
    name: "platform",
    steps: &[
        db::Step {
            name: "001_organisation",
            sql: include_str!("../migrations/001_organisation.sql"),
        },
        db::Step {
            name: "002_audit",
            sql: include_str!("../migrations/002_audit.sql"),
        },
        db::Step {
            name: "003_working",
            sql: include_str!("../migrations/003_working.sql"),
        },
        db::Step {
            name: "004_policy",
            sql: include_str!("../migrations/004_policy.sql"),
        },
        db::Step {
            name: "005_file",
            sql: include_str!("../migrations/005_file.sql"),
        },
        db::Step {
            name: "006_approval",
            sql: include_str!("../migrations/006_approval.sql"),
        },
        db::Step {
            name: "007_committee",
            sql: include_str!("../migrations/007_committee.sql"),
        },
        db::Step {
            name: "008_job",
            sql: include_str!("../migrations/008_job.sql"),
        },
        db::Step {
            name: "009_people",
            sql: include_str!("../migrations/009_people.sql"),
        },
        db::Step {
            name: "010_watch",
            sql: include_str!("../migrations/010_watch.sql"),
        },
        db::Step {
            name: "011_hall",
            sql: include_str!("../migrations/011_hall.sql"),
        },
    ],
};

/// Every statement of this crate, for the test that prepares each on both databases.
#[must_use]
pub fn statements() -> Vec<&'static db::StmtInfo> {
    [
        approval::STATEMENTS,
        audit::STATEMENTS,
        backup::STATEMENTS,
        branch::STATEMENTS,
        business_day::STATEMENTS,
        centre::ACROSS_CENTRES,
        centre::STATEMENTS,
        department::STATEMENTS,
        file::STATEMENTS,
        hall_session::STATEMENTS,
        job::STATEMENTS,
        message::STATEMENTS,
        one_time_code::STATEMENTS,
        once::STATEMENTS,
        policy::STATEMENTS,
        resolution::STATEMENTS,
        role::STATEMENTS,
        serial::STATEMENTS,
        session::STATEMENTS,
        staff::STATEMENTS,
        watch::STATEMENTS,
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Every list of this crate, for the test that prepares each column on both databases.
#[must_use]
pub fn lists() -> Vec<(db::ListInfo, db::Columns)> {
    vec![
        approval::APPROVALS.info(),
        audit::EVENTS.info(),
        business_day::DAYS.info(),
        resolution::MEETINGS.info(),
        resolution::RESOLUTIONS.info(),
        job::JOBS.info(),
        staff::STAFF.info(),
    ]
}

#[cfg(test)]
mod testing;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[tokio::test]
    async fn every_statement_and_list_is_prepared_as_declared() {
        let house = testing::house().await;
        for info in statements() {
            db::check_statement(&house.app.db, info).await.unwrap();
        }
        for (info, kinds) in lists() {
            db::check_list(&house.app.db, &info, kinds).await.unwrap();
        }
    }

    #[test]
    fn every_table_is_led_by_its_centre() {
        assert_eq!(db::check_migrations(&[&MIGRATIONS]), Vec::<String>::new());
    }

    #[test]
    fn action_codes_are_a_noun_and_a_verb_and_differ() {
        let mut codes = BTreeSet::new();
        for action in ACTIONS {
            let parts: Vec<&str> = action.code.split('.').collect();
            let plain = |part: &&str| part.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
            assert!(
                parts.len() == 2 && parts.iter().all(plain),
                "{}",
                action.code
            );
            assert!(codes.insert(action.code), "{} twice", action.code);
            assert!(
                !action.label.is_ascii(),
                "{} has no Chinese label",
                action.code
            );
        }
    }
}
