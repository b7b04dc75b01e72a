//! The only crate that knows a database driver.
//!
//! One SQL text serves SQLite and PostgreSQL. A statement is a constant with typed parameters and
//! columns ([`Stmt`]), a list is a constant core with named filters ([`List`]), a bulk load is a
//! named operation with two bodies ([`Bulk`]). Transactions come in two types, [`ReadTx`] and
//! [`WriteTx`], each bound to one centre: `$1` of every statement is that centre, and a
//! text that doesn't name it isn't compiled. Crossing centres takes other types, [`AllStmt`] and
//! [`AllTx`], and a name.
//!
//! What is deliberately absent: an ORM, repository traits, SQL made from strings outside
//! [`List`], and any outside input or output while a transaction is open.
//!
//! Errors: a failure of the database is [`kernel::Error::Broken`] with the statement's name. A
//! conflict that people can cause is not an error here: write `ON CONFLICT … DO NOTHING` and look
//! at the number of rows.

pub mod backup;
mod bulk;
mod check;
mod codes;
mod conn;
pub mod digest;
mod error;
mod given_up;
mod keys;
mod list;
mod migrate;
mod open;
mod postgres;
mod row;
mod sqlite;
mod state;
mod stmt;
mod tx;
mod unreadable;
mod value;

pub use bulk::Bulk;
pub use check::{centre_tables, check_list, check_migrations, check_statement};
pub use codes::UnknownCode;
pub use digest::{Digest, Digest32};
pub use given_up::retried;
pub use keys::{
    BoundTo, DataKey, KeyRing, Keys, Lookup, PublicKey, Resealed, RowKey, RowKeys, SIGNER_ID,
    Sealed, SealedColumn, SealedRow, SealedTable, Signature, check_sealed_table,
};
pub use list::{Columns, Count, Joined, List, ListColumn, ListInfo, ListQuery, Listing, Op};
pub use migrate::{MigrationSet, Step, StepDone};
pub use open::{Backend, Config, Db};
pub use row::{Field, Params, Row};
#[doc(hidden)]
pub use row::{joined, named, width};
pub use state::Connections;
pub use stmt::{AllStmt, Stmt, StmtInfo};
pub use tx::{AllTx, ReadTx, WriteTx};
pub use unreadable::{Asked, Unreadable, unreadable};
pub use value::{Column, Kind, Mismatch, Reads, Value};

/// What the macros of this crate expand to; not for use by name.
#[doc(hidden)]
pub mod macro_support {
    pub use serde;
}
