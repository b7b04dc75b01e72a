//! Cells that can't be read.
//!
//! A column's SQL type lets through what its type in the program doesn't: the date `2026-13-45`
//! where dates are texts, the month 202613, a word that is no code of its set, a digest of 31 bytes.
//! A statement that meets one of them ends. Whoever proves the rows looks for such cells first, and
//! names each by its table, key and column.
//!
//! No inventory of columns is kept for this. Every statement and every list says what it reads each
//! of its columns as, and SQLite says which column of which table stands behind it. So a schema
//! without rows is made in memory and asked, whatever database the rows are in. What any statement
//! or list of the program would end at is found, and a new one needs nothing. Beyond reach is what
//! they compute.

use std::collections::BTreeMap;
use std::ptr::fn_addr_eq;

use kernel::Result;
use rusqlite::Connection;

use crate::check::name_after;
use crate::conn::Call;
use crate::error::failed;
use crate::list::{Columns, ListInfo, print};
use crate::migrate::{self, MigrationSet};
use crate::stmt::StmtInfo;
use crate::tx::ReadTx;
use crate::value::{Column, Kind, Reads, Value};

/// A cell that holds what its column can't be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The table.
    pub table: &'static str,
    /// The row's primary key without the centre, its columns apart by `/`, as far as they can be
    /// read.
    pub key: String,
    /// The column.
    pub column: String,
}

/// All that a program reads.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Its statements.
    pub statements: &'a [&'a StmtInfo],
    /// Its lists.
    pub lists: &'a [(ListInfo, Columns)],
}

/// Reads every table of the centre and hands each cell to `found` that something of `asked` couldn't
/// read. `sets` are the schema. Flat memory: a row at a time.
///
/// # Errors
/// Broken when the database fails, or something asked doesn't fit the schema.
pub async fn unreadable(
    tx: &mut ReadTx,
    sets: &[&MigrationSet],
    asked: &Asked<'_>,
    found: &mut (dyn FnMut(Unreadable) + Send),
) -> Result<()> {
    for table in tables(sets, asked).map_err(|error| failed("the schema", error))? {
        table.examine(tx, found).await?;
    }
    Ok(())
}

/// A table of centres, with the columns of it that some statement reads.
struct Table {
    name: &'static str,
    /// Those of the key come first.
    columns: Vec<TableColumn>,
    key: usize,
}

/// What is known of a column.
struct TableColumn {
    name: String,
    kind: Kind,
    required: bool,
    /// What it is read as.
    reads: Vec<Reads>,
}

impl TableColumn {
    fn can_hold(&self, value: &Value) -> bool {
        match value {
            Value::Null => !self.required,
            value => self.reads.iter().all(|reads| reads(value.clone())),
        }
    }

    /// Whether there is nothing to look for. Bytes that a type reads when there are none of them it
    /// reads whatever they are; they may be a whole file, and aren't fetched.
    fn holds_anything(&self) -> bool {
        self.kind == Kind::Bytes && self.can_hold(&Value::Bytes(Vec::new()))
    }
}

impl Table {
    async fn examine(
        &self,
        tx: &mut ReadTx,
        found: &mut (dyn FnMut(Unreadable) + Send),
    ) -> Result<()> {
        let names: Vec<&str> = self.columns.iter().map(|c| c.name.as_str()).collect();
        let (columns, table) = (names.join(", "), self.name);
        let order = if self.key == 0 {
            "centre_id".to_owned()
        } else {
            names[..self.key].join(", ")
        };
        let sql = format!("SELECT {columns} FROM {table} WHERE centre_id = $1 ORDER BY {order}");
        let kinds: Vec<Kind> = self.columns.iter().map(|column| column.kind).collect();
        let centre = [tx.centre().into_value()];
        let call = Call {
            name: self.name,
            sqlite: &sql,
            postgres: &sql,
            params: &[],
            centred: true,
            columns: &kinds,
            values: &centre,
            long: true,
        };
        let each = &mut |row: &[Value]| {
            let cells = self.columns.iter().zip(row);
            for (column, _) in cells.filter(|(column, value)| !column.can_hold(value)) {
                let key: Vec<String> = row[..self.key].iter().map(print).collect();
                found(Unreadable {
                    table: self.name,
                    key: key.join("/"),
                    column: column.name.clone(),
                });
            }
        };
        tx.raw(&call, each).await
    }
}

/// Every table of centres that a column is read of.
fn tables(sets: &[&MigrationSet], asked: &Asked<'_>) -> rusqlite::Result<Vec<Table>> {
    let schema = Connection::open_in_memory()?;
    let steps = || sets.iter().flat_map(|set| set.steps);
    for step in steps() {
        schema.execute_batch(&migrate::text_for(step.sql, false))?;
    }
    let mut types = types(&schema, asked)?;
    let parts = steps().flat_map(|step| migrate::statements(step.sql));
    parts
        .filter_map(|part| name_after(part, "CREATE TABLE "))
        .filter_map(|name| table(&schema, name, &mut types).transpose())
        .collect()
}

/// What columns are read as, by table and column.
type Types = BTreeMap<(String, String), (Kind, Vec<Reads>)>;

fn types(schema: &Connection, asked: &Asked<'_>) -> rusqlite::Result<Types> {
    let statements = asked.statements.iter().map(|info| {
        let columns = Columns {
            kinds: info.columns,
            reads: info.reads,
        };
        (info.sqlite.to_owned(), columns)
    });
    let lists = asked.lists.iter();
    let lists = lists.map(|(info, columns)| (info.columns_sql(), *columns));
    let mut types = Types::new();
    for (sql, columns) in statements.chain(lists) {
        let statement = schema.prepare(&sql)?;
        let declared = columns.kinds.iter().zip(columns.reads);
        for (column, (kind, reads)) in statement.columns_with_metadata().zip(declared) {
            // An expression is of no column.
            let (Some(table), Some(name)) = (column.table_name(), column.origin_name()) else {
                continue;
            };
            let (_, known) = types
                .entry((table.to_owned(), name.to_owned()))
                .or_insert_with(|| (*kind, Vec::new()));
            if !known.iter().any(|other| fn_addr_eq(*other, *reads)) {
                known.push(*reads);
            }
        }
    }
    Ok(types)
}

/// A table; none when it isn't one of centres, or nothing of it is read.
fn table(
    schema: &Connection,
    name: &'static str,
    types: &mut Types,
) -> rusqlite::Result<Option<Table>> {
    let info = "SELECT name, type, \"notnull\", pk FROM pragma_table_info(?1) ORDER BY pk, cid";
    let mut info = schema.prepare(info)?;
    let mut rows = info.query([name])?;
    let (mut key, mut others, mut centred, mut read) = (Vec::new(), Vec::new(), false, false);
    while let Some(row) = rows.next()? {
        let (column, in_key): (String, bool) = (row.get(0)?, row.get::<_, i64>(3)? > 0);
        centred |= column == "centre_id";
        let known = types.remove(&(name.to_owned(), column.clone()));
        if column == "centre_id" || (known.is_none() && !in_key) {
            continue;
        }
        read |= known.is_some();
        // Of a part of the key that nothing reads, the plain value will do.
        let sql_type: String = row.get(1)?;
        let (kind, reads) = known.unwrap_or_else(|| (plain_kind(&sql_type), Vec::new()));
        let column = TableColumn {
            name: column,
            kind,
            required: row.get(2)?,
            reads,
        };
        if in_key {
            key.push(column);
        } else if !column.holds_anything() {
            others.push(column);
        }
    }
    let parts = key.len();
    key.append(&mut others);
    let wanted = centred && read && !key.is_empty();
    Ok(wanted.then_some(Table {
        name,
        columns: key,
        key: parts,
    }))
}

/// The kind that a type of SQLite is at least.
fn plain_kind(sqlite_type: &str) -> Kind {
    match sqlite_type {
        "INTEGER" => Kind::Int,
        "TEXT" => Kind::Text,
        _ => Kind::Bytes,
    }
}

#[cfg(test)]
mod tests {
    use kernel::{CentreId, Clock, Date, Fen, Month, StaffId};

    use super::*;
    use crate::migrate::Step;
    use crate::{Backend, Config, Db, Digest32, Keys, List};

    crate::codes! {
        /// A set of words.
        enum Colour {
            /// Red.
            Red = "red", "红";
        }
    }

    const SCHEMA: MigrationSet = MigrationSet {
        name: "test",
        steps: &[Step {
            name: "001",
            sql: "-- class: centre
CREATE TABLE thing (
    centre_id {int} NOT NULL,
    day {date} NOT NULL,
    thing_no {int} NOT NULL,
    amount_fen {fen},
    colour {text} NOT NULL,
    seen {bool} NOT NULL,
    month {month} NOT NULL,
    staff_id {id} NOT NULL,
    digest {bytes} NOT NULL,
    raw {bytes} NOT NULL,
    note {text} NOT NULL,
    PRIMARY KEY (centre_id, day, thing_no)
);
",
        }],
    };

    /// The same, with a column that must not be empty.
    const STRICTER: MigrationSet = MigrationSet {
        name: "test",
        steps: &[Step {
            name: "001",
            sql: "-- class: centre
CREATE TABLE thing (
    centre_id {int} NOT NULL,
    thing_no {int} NOT NULL,
    amount_fen {fen} NOT NULL,
    PRIMARY KEY (centre_id, thing_no)
);
",
        }],
    };

    mod things {
        use super::*;

        crate::statements! {
            /// Every column but the note, two of them through an expression and a join.
            THINGS: () => (Date, Option<Fen>, Colour, bool, Month, Option<StaffId>, Digest32, Vec<u8>) =
                "SELECT t.day, t.amount_fen, t.colour, t.seen, t.month, o.staff_id, t.digest, t.raw \
                   FROM thing t LEFT JOIN thing o ON o.centre_id = t.centre_id \
                                                 AND o.thing_no = t.thing_no \
                  WHERE t.centre_id = $1 ORDER BY t.thing_no";
            /// The colour as a word, which it may be anything of.
            COLOURS: () => (String,) = "SELECT colour FROM thing WHERE centre_id = $1";
            /// A thing with nothing wrong in it.
            ADD: (i64, StaffId, Digest32) => () =
                "INSERT INTO thing (centre_id, day, thing_no, colour, seen, month, staff_id, \
                                    digest, raw, note) \
                 VALUES ($1, '2026-11-20', $2, 'red', 1, 202611, $3, $4, x'00', 'x')";
            /// A word that is no colour, a truth value that is none, a month that is none.
            SPOIL_FIRST: () => () =
                "UPDATE thing SET colour = 'rot', seen = 2, month = 202613 \
                  WHERE centre_id = $1 AND thing_no = 1";
            /// A date that is none, bytes of another length; of raw bytes any are right.
            SPOIL_SECOND: () => () =
                "UPDATE thing SET day = '2026-13-45', staff_id = x'00', digest = x'00', raw = x'' \
                  WHERE centre_id = $1 AND thing_no = 2";
            /// The same day, written otherwise.
            SPOIL_DAY: () => () =
                "UPDATE thing SET day = '20261120' WHERE centre_id = $1 AND thing_no = 1";
            /// A day that is none.
            SPOIL_DAY_OF_SECOND: () => () =
                "UPDATE thing SET day = '2026-13-45' WHERE centre_id = $1 AND thing_no = 2";
            /// A text that isn't one, in a column that nothing reads.
            SPOIL_THIRD: () => () =
                "UPDATE thing SET note = CAST(x'ff' AS TEXT) WHERE centre_id = $1 AND thing_no = 3";
        }
    }

    mod amounts {
        crate::statements! {
            /// What the stricter schema has.
            AMOUNTS: () => (Option<kernel::Fen>,) =
                "SELECT amount_fen FROM thing WHERE centre_id = $1 AND thing_no > 2";
        }
    }

    fn centre(number: i64) -> CentreId {
        CentreId::new(number).unwrap()
    }

    /// Three things, and what keeps their file.
    async fn things() -> (Db, tempfile::TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("test.db");
        let config = Config {
            backend: Backend::Sqlite { path },
            connections: 2,
        };
        let db = Db::open(&config, Keys::random().unwrap()).unwrap();
        let clock = Clock::system();
        db.migrate(&[&SCHEMA], &clock).await.unwrap();
        let mut tx = db.write(centre(1)).await.unwrap();
        for no in 1..=3 {
            let row = (no, StaffId::new(&clock), Digest32::ZERO);
            tx.execute_one(&things::ADD, row).await.unwrap();
        }
        tx.commit().await.unwrap();
        (db, folder)
    }

    /// What can't be read, as `key column`.
    async fn found(
        tx: &mut ReadTx,
        set: &MigrationSet,
        statements: &'static [StmtInfo],
        lists: &[(ListInfo, Columns)],
    ) -> Vec<String> {
        let mut found = Vec::new();
        let mut each = |cell: Unreadable| {
            assert_eq!(cell.table, "thing");
            found.push(format!("{} {}", cell.key, cell.column));
        };
        let statements: Vec<&StmtInfo> = statements.iter().collect();
        let asked = Asked {
            statements: &statements,
            lists,
        };
        unreadable(tx, &[set], &asked, &mut each).await.unwrap();
        found
    }

    #[tokio::test]
    async fn each_cell_that_a_statement_would_end_at_is_named() {
        let (db, _folder) = things().await;
        let mut tx = db.write(centre(1)).await.unwrap();
        let statements = things::STATEMENTS;
        assert_eq!(Colour::ALL[0].label(), "红", "the one colour there is");
        assert_eq!(found(&mut tx, &SCHEMA, statements, &[]).await, [""; 0]);
        for spoil in [
            &things::SPOIL_FIRST,
            &things::SPOIL_SECOND,
            &things::SPOIL_THIRD,
        ] {
            tx.execute_one(spoil, ()).await.unwrap();
        }
        let told = [
            "2026-11-20/1 colour",
            "2026-11-20/1 seen",
            "2026-11-20/1 month",
            "2026-13-45/2 day",
            "2026-13-45/2 staff_id",
            "2026-13-45/2 digest",
        ];
        assert_eq!(found(&mut tx, &SCHEMA, statements, &[]).await, told);
        tx.commit().await.unwrap();
        let mut other = db.read(centre(2)).await.unwrap();
        assert_eq!(found(&mut other, &SCHEMA, statements, &[]).await, [""; 0]);
    }

    #[tokio::test]
    async fn an_empty_cell_is_named_where_none_may_be() {
        let (db, _folder) = things().await;
        let mut tx = db.read(centre(1)).await.unwrap();
        let told = ["1 amount_fen", "2 amount_fen", "3 amount_fen"];
        assert_eq!(
            found(&mut tx, &STRICTER, amounts::STATEMENTS, &[]).await,
            told
        );
        assert_eq!(
            found(&mut tx, &SCHEMA, amounts::STATEMENTS, &[]).await,
            [""; 0]
        );
    }

    /// Things by their number, with the colour as a word of its set: what no statement asks.
    static LIST: List<(i64, Colour)> = List::new(ListInfo {
        name: "things",
        joined: None,
        given: &[],
        select: "t.thing_no, t.colour",
        from: "thing t",
        filter: "t.centre_id = $1",
        key: crate::ListColumn {
            name: "thing_no",
            sql: "t.thing_no",
            kind: Kind::Int,
            ops: &[],
            sort: true,
        },
        columns: &[],
        default_sort: "thing_no",
        totals: &[],
    });

    #[tokio::test]
    async fn a_cell_that_a_list_alone_would_end_at_is_named_too() {
        let (db, _folder) = things().await;
        let mut tx = db.write(centre(1)).await.unwrap();
        tx.execute_one(&things::SPOIL_FIRST, ()).await.unwrap();
        let none: &[StmtInfo] = &[];
        assert_eq!(found(&mut tx, &SCHEMA, none, &[]).await, [""; 0]);
        let told = found(&mut tx, &SCHEMA, none, &[LIST.info()]).await;
        assert_eq!(told, ["2026-11-20/1 colour"]);
    }

    #[tokio::test]
    async fn a_date_has_one_text() {
        let (db, _folder) = things().await;
        let mut tx = db.write(centre(1)).await.unwrap();
        tx.execute_one(&things::SPOIL_DAY, ()).await.unwrap();
        let told = found(&mut tx, &SCHEMA, things::STATEMENTS, &[]).await;
        assert_eq!(told, ["20261120/1 day"]);
    }

    #[tokio::test]
    async fn who_walks_by_keys_learns_what_is_there_unread() {
        let (db, _folder) = things().await;
        let mut tx = db.write(centre(1)).await.unwrap();
        for spoil in [&things::SPOIL_FIRST, &things::SPOIL_DAY_OF_SECOND] {
            tx.execute_one(spoil, ()).await.unwrap();
        }
        tx.commit().await.unwrap();
        let mut tx = db.read(centre(1)).await.unwrap().skipping_unreadable();
        let rows: Vec<(Date, Option<_>)> = tx.keyed(&things::THINGS, ()).await.unwrap();
        let read: Vec<bool> = rows.iter().map(|(_, row)| row.is_some()).collect();
        assert_eq!(read, [false, true], "of the second not even the key");
        assert_eq!(tx.skipped().count(), 1);
        let mut tx = db.read(centre(1)).await.unwrap();
        assert!(tx.keyed::<Date, _, _>(&things::THINGS, ()).await.is_err());
    }

    #[tokio::test]
    async fn a_proof_goes_on_without_the_rows_that_cannot_be_read() {
        let (db, _folder) = things().await;
        let mut tx = db.write(centre(1)).await.unwrap();
        tx.execute_one(&things::SPOIL_SECOND, ()).await.unwrap();
        let broken = tx.all(&things::THINGS, ()).await.unwrap_err();
        assert!(broken.to_string().contains("THINGS"), "{broken}");
        drop(tx);
        let mut tx = db.write(centre(1)).await.unwrap();
        tx.execute_one(&things::SPOIL_SECOND, ()).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = db.read(centre(1)).await.unwrap().skipping_unreadable();
        assert_eq!(tx.skipped().count(), 0);
        assert_eq!(tx.all(&things::THINGS, ()).await.unwrap().len(), 2);
        assert_eq!(tx.all(&things::COLOURS, ()).await.unwrap().len(), 3);
        let skipped: Vec<&str> = tx.skipped().collect();
        assert_eq!(skipped, ["db::unreadable::tests::things::THINGS"]);
    }
}
