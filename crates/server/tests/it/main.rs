//! The one integration binary: everything that takes the whole product, on both databases.
//!
//! `api/` mirrors the addresses; `books` and `tools` look at the ledger from outside; `schema`
//! prepares every statement; `command` runs the binary itself.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod api;
mod books;
mod command;
mod desk;
mod main_job;
mod messy_rosters;
mod platform;
mod schema;
mod support;
mod year;
