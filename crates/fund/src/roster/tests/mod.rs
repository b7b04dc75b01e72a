//! Rosters: what the rules say of rows, and what upload and confirmation do with files.

mod files;
mod rows;

pub(super) use rows::terms;
