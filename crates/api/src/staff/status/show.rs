//! How the system is.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{Date, Instant, Month};
use platform::watch::{self, Availability, Cause, ServiceInterval};
use serde::Serialize;
use settlement::status::{self, Status, Vitals};
use utoipa::ToSchema;

use crate::Api;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Day, Moment, YearMonth};

crate::wire::code_schema! {
    OutageCauseCode = Cause;
}

/// The most outages of a month that are told, the latest; the minutes are those of all.
const OUTAGES_MAX: usize = 100;

/// 系统状态: how the system is.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SystemStatus {
    /// When this was so.
    #[schema(value_type = Moment)]
    at: Instant,
    /// The version of the program that answers.
    version: &'static str,
    /// What kind of database it is: `SQLite`, `PostgreSQL`.
    database: &'static str,
    /// How large the database is, all its centres together.
    database_bytes: u64,
    /// The connections to it that the server that answers uses now.
    connections_in_use: usize,
    /// How many it may use.
    connections_max: usize,
    /// The servers that serve now, as far as their beats tell.
    servers: Vec<ServingServer>,
    /// How far the bookkeeper is, book by book.
    books: Vec<BookStanding>,
    /// Audit events that wait to be sealed.
    audit_waiting: i64,
    /// How long the oldest of them waits.
    audit_age_s: u64,
    jobs: JobCounts,
    last_close: Option<LastClose>,
    /// When the last backup was made that the trail knows.
    #[schema(value_type = Option<Moment>)]
    last_backup_at: Option<Instant>,
    /// Since when nothing is backed up: since then, or since the centre was registered.
    backup_age_s: u64,
    /// How available the system was, the present month first.
    availability: Vec<MonthAvailability>,
}

/// A server that serves now.
#[derive(Debug, Serialize, ToSchema)]
struct ServingServer {
    /// Since when, without a break.
    #[schema(value_type = Moment)]
    began_at: Instant,
    /// When it last said so.
    #[schema(value_type = Moment)]
    beaten_at: Instant,
}

/// How far the bookkeeper is in a book.
#[derive(Debug, Serialize, ToSchema)]
struct BookStanding {
    /// What people call the book.
    book_label: &'static str,
    /// The vouchers posted since it was opened.
    posted: i64,
    /// Those that wait for the bookkeeper.
    waiting: i64,
    /// How long the oldest of them waits.
    age_s: u64,
}

/// Jobs that are not over.
#[derive(Debug, Serialize, ToSchema)]
struct JobCounts {
    waiting: i64,
    running: i64,
    /// Those that somebody has to look at.
    dead: i64,
    /// How long the first that may be taken has waited for a runner.
    overdue_s: u64,
}

/// The last business day that was closed.
#[derive(Debug, Serialize, ToSchema)]
struct LastClose {
    #[schema(value_type = Day)]
    business_date: Date,
    #[schema(value_type = Moment)]
    closed_at: Instant,
}

/// How available the system was in a month, as far as it has come.
#[derive(Debug, Serialize, ToSchema)]
struct MonthAvailability {
    #[schema(value_type = YearMonth)]
    month: Month,
    /// The minutes in which it was to serve: all but those of announced stops and those of which nothing
    /// is known.
    service_minutes: u64,
    /// The minutes of them in which nobody was served.
    unserved_minutes: u64,
    /// The minutes of announced stops in which nobody was served.
    planned_minutes: u64,
    /// The minutes of which nothing is known: between a backup and its restoring.
    unknown_minutes: u64,
    /// What was served of the service time, in millionths rounded down.
    served_ppm: Option<u64>,
    /// How often nobody was served.
    outage_count: usize,
    /// When, the latest first, a hundred at most.
    outages: Vec<Outage>,
}

/// 无服务时段: a time in which nobody was served.
#[derive(Debug, Serialize, ToSchema)]
struct Outage {
    #[schema(value_type = Moment)]
    from: Instant,
    #[schema(value_type = Moment)]
    to: Instant,
    minutes: u64,
    #[schema(value_type = OutageCauseCode)]
    cause: Cause,
    /// The reason that was announced for a planned one.
    reason: Option<String>,
}

impl From<ServiceInterval> for ServingServer {
    fn from(interval: ServiceInterval) -> ServingServer {
        ServingServer {
            began_at: interval.began_at,
            beaten_at: interval.beaten_at,
        }
    }
}

impl From<&watch::Outage> for Outage {
    fn from(outage: &watch::Outage) -> Outage {
        Outage {
            from: outage.span.from,
            to: outage.span.to,
            minutes: outage.minutes(),
            cause: outage.cause,
            reason: outage.reason.clone(),
        }
    }
}

impl From<(Month, Availability)> for MonthAvailability {
    fn from((month, of): (Month, Availability)) -> MonthAvailability {
        let latest = of.outages.iter().rev().take(OUTAGES_MAX);
        MonthAvailability {
            month,
            service_minutes: of.service_minutes(),
            unserved_minutes: of.unserved_minutes(),
            planned_minutes: of.planned_minutes(),
            unknown_minutes: of.unknown_minutes(),
            served_ppm: of.served_ppm(),
            outage_count: of.outages.len(),
            outages: latest.map(Outage::from).collect(),
        }
    }
}

impl From<Status> for SystemStatus {
    fn from(status: Status) -> SystemStatus {
        let Vitals {
            books,
            audit_waiting,
            audit_oldest,
            jobs,
            last_closed,
            backup,
        } = status.vitals;
        let age_s = |since: Option<Instant>| since.map_or(0, |at| status.at.since(at).as_secs());
        let books = books.into_iter().map(|standing| BookStanding {
            book_label: standing.book.label(),
            posted: standing.posted,
            waiting: standing.waiting,
            age_s: age_s(standing.oldest),
        });
        SystemStatus {
            at: status.at,
            version: env!("CARGO_PKG_VERSION"),
            database: status.database,
            database_bytes: status.database_bytes,
            connections_in_use: status.connections.in_use,
            connections_max: status.connections.most,
            servers: status
                .servers
                .into_iter()
                .map(ServingServer::from)
                .collect(),
            books: books.collect(),
            audit_waiting,
            audit_age_s: age_s(audit_oldest),
            jobs: JobCounts {
                waiting: jobs.waiting,
                running: jobs.running,
                dead: jobs.dead,
                overdue_s: age_s(jobs.oldest_due_at),
            },
            last_close: last_closed.map(|(business_date, closed_at)| LastClose {
                business_date,
                closed_at,
            }),
            last_backup_at: backup.last_made_at,
            backup_age_s: age_s(Some(backup.none_since)),
            availability: status
                .months
                .into_iter()
                .map(MonthAvailability::from)
                .collect(),
        }
    }
}

/// How the system is: what moves by itself, who serves, and how available it was.
#[utoipa::path(
    get,
    path = "/api/status",
    tag = "status",
    responses((status = 200, body = SystemStatus), ReadRefusals)
)]
pub(crate) async fn show_status(
    State(api): State<Arc<Api>>,
    staff: Staff,
) -> Answer<Json<SystemStatus>> {
    Ok(Json(status::status(&api.app, &staff.caller).await?.into()))
}
