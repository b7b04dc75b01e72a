//! The schema, step by step, from one text for both databases.
//!
//! In a step's text `{id} {int} {fen} {rate} {month} {text} {date} {instant} {bytes} {bool}` stand
//! for types; a line that begins with `-- pg: ` or `-- sqlite: ` holds text for that database
//! alone. Every table on SQLite is STRICT, so that a value of another type is refused as
//! PostgreSQL refuses it. Each step runs in a transaction of its own, once, under a lock that a
//! second server starting at the same moment waits for.

use std::collections::HashMap;

use kernel::{Clock, Error, Result};

use crate::conn::{Call, Conn};
use crate::digest::Digest32;
use crate::open::Db;
use crate::value::{Column, Kind, Value};

/// The steps of one crate.
#[derive(Debug)]
pub struct MigrationSet {
    /// The crate's name.
    pub name: &'static str,
    /// Its steps in order.
    pub steps: &'static [Step],
}

/// One step.
#[derive(Debug)]
pub struct Step {
    /// Its name, as `001_books`.
    pub name: &'static str,
    /// Its text.
    pub sql: &'static str,
}

const MIGRATION_TABLE: &str = "
-- class: control
CREATE TABLE IF NOT EXISTS migration (
    name {text} NOT NULL PRIMARY KEY,
    checksum {bytes} NOT NULL,
    applied_at {instant} NOT NULL
);
";

/// A step that has run, or that a program has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepDone {
    /// Its crate's name and its own, as `ledger/001_books`.
    pub name: String,
    /// The SM3 of its text.
    pub checksum: Digest32,
}

impl MigrationSet {
    /// Its steps as they are remembered once they have run.
    pub fn checksums(&self) -> impl Iterator<Item = StepDone> {
        self.steps.iter().map(|step| StepDone {
            name: format!("{}/{}", self.name, step.name),
            checksum: Digest32::of(step.sql.as_bytes()),
        })
    }
}

/// Any number, the same in every version: who holds this lock changes the schema.
const LOCK_ON_POSTGRES: &str = "SELECT pg_advisory_xact_lock(7263101)";

pub(crate) async fn run(db: &Db, sets: &[&MigrationSet], clock: &Clock) -> Result<usize> {
    let mut conn = begin(db).await?;
    let table = text_for(MIGRATION_TABLE, db.is_postgres());
    conn.batch("migration table", &table).await?;
    conn.commit().await?;
    let mut applied = 0;
    for set in sets {
        for step in set.steps {
            applied += usize::from(apply(db, set.name, step, clock).await?);
        }
    }
    Ok(applied)
}

async fn begin(db: &Db) -> Result<Conn> {
    let mut conn = db.begin_write().await?;
    if db.is_postgres() {
        conn.batch("migration lock", LOCK_ON_POSTGRES).await?;
    }
    Ok(conn)
}

async fn apply(db: &Db, set: &str, step: &Step, clock: &Clock) -> Result<bool> {
    let name = format!("{set}/{}", step.name);
    let checksum = Digest32::of(step.sql.as_bytes());
    let mut conn = begin(db).await?;
    match checksum_of(&mut conn, &name).await? {
        Some(applied) if applied == checksum => return Ok(false),
        Some(_) => {
            return Err(Error::broken(format!(
                "step {name} differs from the one that made this database: \
                 before v0.1.0 a new version of the schema needs a new database"
            )));
        }
        None => {}
    }
    conn.batch(&name, &text_for(step.sql, db.is_postgres()))
        .await?;
    let values = [
        Value::Text(name),
        checksum.into_value(),
        clock.now().into_value(),
    ];
    let sql = "INSERT INTO migration (name, checksum, applied_at) VALUES ($1, $2, $3)";
    let kinds = [Kind::Text, Kind::Bytes, Kind::Instant];
    conn.execute(&call("migration applied", sql, &kinds, &[], &values))
        .await?;
    conn.commit().await?;
    Ok(true)
}

async fn checksum_of(conn: &mut Conn, name: &str) -> Result<Option<Digest32>> {
    let values = [Value::Text(name.to_owned())];
    let sql = "SELECT checksum FROM migration WHERE name = $1";
    let mut found = None;
    conn.query(
        &call(
            "migration by name",
            sql,
            &[Kind::Text],
            &[Kind::Bytes],
            &values,
        ),
        &mut |row| {
            found = row
                .next()
                .map(Digest32::from_value)
                .transpose()
                .map_err(|error| Error::broken(format!("the checksum of a migration: {error}")))?;
            Ok(())
        },
    )
    .await?;
    Ok(found)
}

/// The steps that have run on a database, by name; none where none was ever asked for.
pub(crate) async fn done(db: &Db) -> Result<Vec<StepDone>> {
    let sql = "SELECT name, checksum FROM migration ORDER BY name";
    let kinds = [Kind::Text, Kind::Bytes];
    let mut steps = Vec::new();
    let mut conn = db.begin_read().await?;
    if !has_table(&mut conn).await? {
        return Ok(steps);
    }
    conn.query(&call("migrations", sql, &[], &kinds, &[]), &mut |row| {
        let (Some(Value::Text(name)), Some(checksum)) = (row.next(), row.next()) else {
            return Err(Error::broken("a migration without a name"));
        };
        let checksum = Digest32::from_value(checksum)
            .map_err(|error| Error::broken(format!("the checksum of a migration: {error}")))?;
        steps.push(StepDone { name, checksum });
        Ok(())
    })
    .await?;
    Ok(steps)
}

/// Whether the table of the steps is there.
async fn has_table(conn: &mut Conn) -> Result<bool> {
    let asked = Call {
        postgres: "SELECT CAST(1 AS BIGINT) WHERE to_regclass('migration') IS NOT NULL",
        ..call(
            "migration table",
            "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migration'",
            &[],
            &[Kind::Int],
            &[],
        )
    };
    let mut found = false;
    conn.query(&asked, &mut |_| {
        found = true;
        Ok(())
    })
    .await?;
    Ok(found)
}

fn call<'a>(
    name: &'a str,
    sql: &'a str,
    params: &'a [Kind],
    columns: &'a [Kind],
    values: &'a [Value],
) -> Call<'a> {
    Call {
        name,
        sqlite: sql,
        postgres: sql,
        params,
        centred: false,
        columns,
        values,
        long: false,
    }
}

/// The step's text for one database.
pub(crate) fn text_for(sql: &str, postgres: bool) -> String {
    let types: HashMap<&str, &str> = TYPES
        .iter()
        .map(|(word, sqlite, pg)| (*word, if postgres { *pg } else { *sqlite }))
        .collect();
    let (own, other) = if postgres {
        ("-- pg: ", "-- sqlite: ")
    } else {
        ("-- sqlite: ", "-- pg: ")
    };
    let lines = sql
        .lines()
        .filter(|line| !line.trim_start().starts_with(other))
        .map(|line| line.trim_start().strip_prefix(own).unwrap_or(line));
    let mut text = lines.collect::<Vec<_>>().join("\n");
    for (word, name) in types {
        text = text.replace(word, name);
    }
    if postgres { text } else { strict(&text) }
}

/// The types by their word: SQLite's and PostgreSQL's.
const TYPES: &[(&str, &str, &str)] = &[
    ("{id}", "BLOB", "UUID"),
    ("{int}", "INTEGER", "BIGINT"),
    ("{fen}", "INTEGER", "BIGINT"),
    ("{rate}", "INTEGER", "BIGINT"),
    ("{month}", "INTEGER", "INTEGER"),
    ("{text}", "TEXT", "TEXT COLLATE \"C\""),
    ("{date}", "TEXT", "DATE"),
    ("{instant}", "TEXT", "TIMESTAMPTZ"),
    ("{bytes}", "BLOB", "BYTEA"),
    ("{bool}", "INTEGER", "BOOLEAN"),
];

/// Makes every table STRICT. A table's options, if it has any, follow its closing bracket.
fn strict(sql: &str) -> String {
    let statements = statements(sql).map(|statement| {
        if !statement.contains("CREATE TABLE") {
            return statement.to_owned();
        }
        match statement.trim_end().rsplit_once(')') {
            Some((body, "")) => format!("{body}) STRICT"),
            Some((body, options)) => format!("{body}) STRICT, {}", options.trim()),
            None => statement.to_owned(),
        }
    });
    statements
        .map(|statement| format!("{statement};\n"))
        .collect()
}

/// The statements of a text: each ends with a semicolon at a line's end.
pub(crate) fn statements(sql: &str) -> impl Iterator<Item = &str> {
    sql.split(";\n")
        .map(|part| part.trim_end().trim_end_matches(';'))
        .filter(|part| {
            part.lines()
                .any(|line| !line.trim().is_empty() && !line.trim_start().starts_with("--"))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEP: &str = "-- class: centre
CREATE TABLE branch (
    centre_id {int} NOT NULL,
    name {text} NOT NULL, -- as people say it
    PRIMARY KEY (centre_id, name)
)
-- pg: WITH (fillfactor = 50)
-- sqlite: WITHOUT ROWID
;
CREATE INDEX branch_name ON branch (centre_id, name);
";

    #[test]
    fn one_text_becomes_postgresql_s() {
        let text = text_for(STEP, true);
        assert!(text.contains("name TEXT COLLATE \"C\" NOT NULL"), "{text}");
        assert!(text.contains(")\nWITH (fillfactor = 50)\n;"), "{text}");
        assert!(
            !text.contains("ROWID") && !text.contains("STRICT"),
            "{text}"
        );
    }

    #[test]
    fn one_text_becomes_sqlite_s_with_strict_tables() {
        let text = text_for(STEP, false);
        assert!(text.contains("centre_id INTEGER NOT NULL"), "{text}");
        assert!(text.contains(") STRICT, WITHOUT ROWID;"), "{text}");
        assert!(!text.contains("fillfactor"), "{text}");
        assert!(
            text.contains("CREATE INDEX branch_name ON branch (centre_id, name);"),
            "{text}"
        );
    }
}
