//! The one integration binary: everything that takes the whole product, on both databases.
//!
//! `api/` mirrors the addresses; `main_job`, `messy_rosters`, `roster_files`, `roster_exports`,
//! `bad_files`, `races` and `faults` are what a centre meets; `books` and `tamper` look at a lived year from outside; `platform` and `schema`
//! hold what all of it stands on; `command` runs the binary itself, and
//! `backup` is the drill of losing everything, `backup_faults` what can go wrong in it; `keys` is that of
//! changing the key under which people's data lie, `plaintext` looks for them where a thief would, and
//! `file_sweep` sees off what is kept for nobody.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod api;
mod backup;
mod backup_faults;
mod bad_files;
mod behind;
mod books;
mod command;
mod desk;
mod faults;
mod file_sweep;
mod installation;
mod jobs;
mod keys;
mod main_job;
mod messy_rosters;
mod opening;
mod plaintext;
mod platform;
mod races;
mod roster_exports;
mod roster_files;
mod schema;
mod serving;
mod simulated;
mod spending;
mod support;
mod tamper;
mod year;
