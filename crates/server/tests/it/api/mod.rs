//! The API over HTTP: a file a noun, as the addresses have it.

mod accounts;
pub(crate) mod approvals;
mod arrears;
mod arrivals;
mod audit_events;
mod books;
mod business_days;
mod committee;
mod employers;
mod every_operation;
mod exports;
mod files;
mod home;
pub(crate) mod job;
mod jobs;
mod money;
mod motion;
mod payers;
mod policy;
mod reference;
mod remittances;
mod rosters;
mod session;
mod sign_in;
mod staff;
mod status;
mod strangers;
