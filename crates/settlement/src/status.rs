//! 系统状态: how the system is, for who runs it and for the programs that watch it.
//!
//! Contract: figures and times, nothing of a person. Each is read from the rows that it counts, none
//! is kept beside them. It stands here because it takes the books as well as the platform.
//!
//! Bounds: [`vitals_in`] is a handful of statements, each over what waits or isn't over; beside them
//! the page reads [`MONTHS`] months of availability.

use db::{Connections, ReadTx};
use kernel::{Date, Instant, Month, OrBroken as _, Result};
use ledger::bookkeeper::{self, Standing};
use platform::job::{self, JobCounts};
use platform::watch::{self, Availability, STATUS_READ, ServiceInterval};
use platform::{App, Caller, Scope, audit, backup, business_day};

/// How many months of availability are told, the present one included.
pub const MONTHS: i32 = 6;

/// What of a centre moves by itself, and what would tell that it doesn't.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vitals {
    /// The bookkeeper, book by book.
    pub books: Vec<Standing>,
    /// Audit events that wait to be sealed.
    pub audit_waiting: i64,
    /// Since when the oldest of them waits.
    pub audit_oldest: Option<Instant>,
    /// Jobs that are not over.
    pub jobs: JobCounts,
    /// The last business day that was closed, and when.
    pub last_closed: Option<(Date, Instant)>,
    /// How long ago it was backed up.
    pub backup: backup::Standing,
}

/// 系统状态, as its page shows it.
#[derive(Clone, Debug)]
pub struct Status {
    /// When this was so.
    pub at: Instant,
    /// What kind of database it is.
    pub database: &'static str,
    /// How large the database is, all its centres together.
    pub database_bytes: u64,
    /// How busy the connections are of the server that was asked.
    pub connections: Connections,
    /// The servers that serve now.
    pub servers: Vec<ServiceInterval>,
    /// What moves by itself.
    pub vitals: Vitals,
    /// How available the system was, the present month first, back to the first in which it served.
    pub months: Vec<(Month, Availability)>,
}

/// What of the transaction's centre moves by itself.
///
/// # Errors
/// Broken when the database fails.
pub async fn vitals_in(tx: &mut ReadTx) -> Result<Vitals> {
    let (audit_waiting, audit_oldest) = audit::tail(tx).await?;
    Ok(Vitals {
        books: bookkeeper::standing(tx).await?,
        audit_waiting,
        audit_oldest,
        jobs: job::counts_in(tx).await?,
        last_closed: business_day::last_closed(tx).await?,
        backup: backup::standing_in(tx).await?,
    })
}

/// How the system is.
///
/// # Errors
/// `action_forbidden`; broken when the database fails.
pub async fn status(app: &App, caller: &Caller) -> Result<Status> {
    app.enforce(caller, &STATUS_READ, Scope::Centre).await?;
    // Of its own connection, before the one below is taken.
    let database_bytes = app.db.size_bytes().await?;
    let connections = app.db.connections();
    let mut tx = app.db.read(caller.centre()).await?;
    Ok(Status {
        at: app.clock.now(),
        database: app.db.kind(),
        database_bytes,
        connections,
        servers: watch::serving_in(&mut tx, &app.clock).await?,
        vitals: vitals_in(&mut tx).await?,
        months: months(&mut tx, app).await?,
    })
}

async fn months(tx: &mut ReadTx, app: &App) -> Result<Vec<(Month, Availability)>> {
    let present = Month::of(app.clock.today());
    let mut told = Vec::new();
    for back in 0..MONTHS {
        let month = present.plus(-back).or_broken("a month of service")?;
        let days = (month.first_day(), month.last_day());
        let of_month = watch::availability_in(tx, &app.clock, days).await?;
        if of_month.span.from == of_month.span.to {
            break;
        }
        told.push((month, of_month));
    }
    Ok(told)
}
