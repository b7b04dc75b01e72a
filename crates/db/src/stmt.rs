//! Statements: constants whose parameters and columns are typed.

use std::fmt;
use std::marker::PhantomData;

use crate::row::{Params, Row};
use crate::value::{Kind, Reads};

/// What is known of a statement apart from its types: what the test that prepares every one needs.
#[derive(Clone, Copy)]
pub struct StmtInfo {
    /// The constant's name, as errors and logs tell it.
    pub name: &'static str,
    /// The text for SQLite.
    pub sqlite: &'static str,
    /// The text for PostgreSQL: the same, and the row lock.
    pub postgres: &'static str,
    /// The kinds of the parameters after the centre.
    pub params: &'static [Kind],
    /// Whether `$1` is the centre; else the statement reads across centres.
    pub centred: bool,
    /// The kinds of the columns.
    pub columns: &'static [Kind],
    /// What each column is read as.
    pub reads: &'static [Reads],
}

impl fmt::Debug for StmtInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "statement {}", self.name)
    }
}

/// A statement with parameters `P` and rows `R`. `$1` is the centre of the transaction; `P` holds
/// what follows. Made by [`statements!`](crate::statements) only, so that each is registered.
pub struct Stmt<P, R> {
    pub(crate) info: StmtInfo,
    types: PhantomData<fn(P) -> R>,
}

impl<P: Params, R: Row> Stmt<P, R> {
    #[doc(hidden)]
    pub const fn registered(
        name: &'static str,
        sqlite: &'static str,
        postgres: &'static str,
    ) -> Stmt<P, R> {
        assert!(names_centre(sqlite), "a statement names its centre, $1");
        Stmt {
            info: StmtInfo {
                name,
                sqlite,
                postgres,
                params: P::KINDS,
                columns: R::KINDS,
                reads: R::READS,
                centred: true,
            },
            types: PhantomData,
        }
    }

    /// What is known of the statement apart from its types.
    pub const fn info(&self) -> StmtInfo {
        self.info
    }
}

/// Whether a text has the parameter `$1`.
const fn names_centre(sql: &str) -> bool {
    let text = sql.as_bytes();
    let mut at = 0;
    while at + 1 < text.len() {
        let longer = at + 2 < text.len() && text[at + 2].is_ascii_digit();
        if text[at] == b'$' && text[at + 1] == b'1' && !longer {
            return true;
        }
        at += 1;
    }
    false
}

/// A statement that reads across centres: `P` holds its parameters from `$1` on. Only
/// [`AllTx`](crate::AllTx) runs it. Made by [`across_centres!`](crate::across_centres) only.
pub struct AllStmt<P, R> {
    pub(crate) info: StmtInfo,
    types: PhantomData<fn(P) -> R>,
}

impl<P: Params, R: Row> AllStmt<P, R> {
    #[doc(hidden)]
    pub const fn registered(name: &'static str, sql: &'static str) -> AllStmt<P, R> {
        let info = StmtInfo {
            name,
            sqlite: sql,
            postgres: sql,
            params: P::KINDS,
            columns: R::KINDS,
            reads: R::READS,
            centred: false,
        };
        AllStmt {
            info,
            types: PhantomData,
        }
    }

    /// What is known of the statement apart from its types.
    pub const fn info(&self) -> StmtInfo {
        self.info
    }
}

/// Declares the statements of a module that read across centres, and registers them in
/// `ACROSS_CENTRES`.
#[macro_export]
macro_rules! across_centres {
    ($($(#[$meta:meta])* $name:ident : $params:ty => $row:ty = $sql:expr;)*) => {
        $(
            $(#[$meta])*
            pub(crate) const $name: $crate::AllStmt<$params, $row> = $crate::AllStmt::registered(
                concat!(module_path!(), "::", stringify!($name)),
                $sql,
            );
        )*

        /// Every statement of this module that reads across centres, for the same test.
        pub(crate) const ACROSS_CENTRES: &[$crate::StmtInfo] = &[$($name.info()),*];
    };
}

/// Declares the statements of a module and registers them in `STATEMENTS`.
///
/// ```
/// db::statements! {
///     /// A branch's name, by its code.
///     BRANCH_NAME: (String,) => (String,) =
///         "SELECT name FROM branch WHERE centre_id = $1 AND code = $2";
///     /// The same, kept from changing until the transaction ends.
///     BRANCH_NAME_KEPT [for share]: (String,) => (String,) =
///         "SELECT name FROM branch WHERE centre_id = $1 AND code = $2";
///     /// Every branch, locked in the order of their codes. For `WriteTx::lock`.
///     ALL_BRANCHES [in order]: () => (i64,) =
///         "SELECT code FROM branch WHERE centre_id = $1 ORDER BY code";
/// }
/// assert_eq!(STATEMENTS.len(), 3);
/// ```
///
/// | lock | while it is held |
/// |---|---|
/// | `[for share]` | nobody changes the row |
/// | `[for change]` | nobody else changes it or locks it to; rows that refer to it may still be written |
/// | `[for update]` | the same, and nobody writes a row that refers to it |
/// | `[in order]` | as `[for change]`, row after row in the order that the text ends with; the rows themselves stay where they are, and the statement's one column is their number |
#[macro_export]
macro_rules! statements {
    ($($(#[$meta:meta])* $name:ident $([$how:ident $lock:ident])? : $params:ty => $row:ty = $sql:expr;)*) => {
        $(
            $(#[$meta])*
            pub(crate) const $name: $crate::Stmt<$params, $row> = $crate::Stmt::registered(
                concat!(module_path!(), "::", stringify!($name)),
                $crate::statements!(@sqlite $sql $(, $how $lock)?),
                $crate::statements!(@postgres $sql $(, $how $lock)?),
            );
        )*

        /// Every statement of this module, for the test that prepares each on both databases.
        pub(crate) const STATEMENTS: &[$crate::StmtInfo] = &[$($name.info()),*];
    };
    (@sqlite $sql:expr, in order) => {
        concat!("SELECT CAST(COUNT(*) AS BIGINT) FROM (", $sql, ") AS locked")
    };
    (@sqlite $sql:expr $(, for $lock:ident)?) => { $sql };
    (@postgres $sql:expr) => { $sql };
    (@postgres $sql:expr, for share) => { concat!($sql, " FOR SHARE") };
    (@postgres $sql:expr, for change) => { concat!($sql, " FOR NO KEY UPDATE") };
    (@postgres $sql:expr, for update) => { concat!($sql, " FOR UPDATE") };
    (@postgres $sql:expr, in order) => {
        concat!("SELECT CAST(COUNT(*) AS BIGINT) FROM (", $sql, " FOR NO KEY UPDATE) AS locked")
    };
}
