//! The `anju` binary's parts: configuration, wiring, the running server, and its commands.
//!
//! This is the only crate that knows every other one. What each crate offers as slices (tables,
//! statements, lists, actions) is collected in [`wiring`]; nothing else here has to change when
//! a crate grows.

pub mod arguments;
pub mod availability;
pub mod backup;
pub mod command;
pub mod config;
pub mod demo;
pub mod found;
pub mod heart;
pub mod jobs;
pub mod keeper;
pub mod keys;
pub mod messages;
pub mod metrics;
pub mod opening;
mod operator;
pub mod paper_font;
mod readable;
pub mod readmit;
pub mod serve;
pub mod signature;
pub mod simulate;
pub mod terminal;
pub mod web;
pub mod wiring;
