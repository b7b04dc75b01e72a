//! What the tests prove of every statement, list and table.

use kernel::Result;

use crate::conn::Call;
use crate::list::{Columns, ListInfo, ListQuery, Op, parse};
use crate::migrate::{MigrationSet, statements};
use crate::open::Db;
use crate::sqlite::PARAMETERS_MAX;
use crate::stmt::StmtInfo;
use crate::value::{Kind, Value};

/// Prepares `info` on `db` and compares what it takes and returns with what it declares.
///
/// # Errors
/// Broken with the statement's name and the difference.
pub async fn check_statement(db: &Db, info: &StmtInfo) -> Result<()> {
    assert!(
        info.params.len() < PARAMETERS_MAX,
        "{} has too many parameters",
        info.name
    );
    db.begin_read().await?.check(&Call::of(info, &[])).await
}

/// Prepares every filter, order and total of a list on `db`, and the whole of it.
///
/// # Errors
/// Broken with the list's name and what the database said.
///
/// # Panics
/// When anything is joined to the picked rows otherwise than by LEFT JOIN.
pub async fn check_list(db: &Db, info: &ListInfo, columns: Columns) -> Result<()> {
    let joined = info.joined.map_or("", |joined| joined.tables);
    assert_eq!(
        joined.matches("JOIN ").count(),
        joined.matches("LEFT JOIN ").count(),
        "{} loses rows that have nothing to join",
        info.name
    );
    let given: Vec<Value> = (info.given.iter())
        .map(|kind| parse(*kind, sample(*kind)).expect("a sample is of its kind"))
        .collect();
    let query = |filters, sort| ListQuery {
        given: given.clone(),
        filters,
        sort,
        after: None,
        limit: 1,
    };
    let mut queries = vec![query(Vec::new(), None)];
    for column in info.all_columns() {
        for op in column.ops {
            queries.push(query(vec![filter(column.name, *op, column.kind)], None));
        }
        if column.sort {
            queries.push(query(Vec::new(), Some(column.name.to_owned())));
            queries.push(query(Vec::new(), Some(format!("-{}", column.name))));
        }
    }
    for query in queries {
        let page = info.page_sql(&query)?;
        let kinds: Vec<Kind> = columns
            .kinds
            .iter()
            .copied()
            .chain(page.tail_kinds)
            .collect();
        check_made(db, info, &page.sql, &page.params, &kinds).await?;
        let whole = info.whole_sql(&query)?;
        let kinds = columns.kinds.iter().copied().chain(whole.tail_kinds);
        let kinds: Vec<Kind> = kinds.collect();
        check_made(db, info, &whole.sql, &whole.params, &kinds).await?;
        let count = info.count_sql(&query)?;
        check_made(db, info, &count.sql, &count.params, &[Kind::Int]).await?;
        if !info.totals.is_empty() {
            let totals = info.totals_sql(&query)?;
            let kinds: Vec<Kind> = info.totals.iter().map(|_| Kind::Int).collect();
            check_made(db, info, &totals.sql, &totals.params, &kinds).await?;
        }
    }
    Ok(())
}

async fn check_made(
    db: &Db,
    info: &ListInfo,
    sql: &str,
    params: &[Kind],
    columns: &[Kind],
) -> Result<()> {
    let call = Call {
        name: info.name,
        sqlite: sql,
        postgres: sql,
        params,
        centred: true,
        columns,
        values: &[],
        long: false,
    };
    db.begin_read().await?.check(&call).await
}

fn filter(name: &str, op: Op, kind: Kind) -> (String, String) {
    let suffix = match op {
        Op::Equal | Op::Holds => "",
        Op::Contains => ".contains",
        Op::AtLeast => ".from",
        Op::AtMost => ".to",
    };
    (format!("{name}{suffix}"), sample(kind).to_owned())
}

/// A text that writes a value of the kind.
fn sample(kind: Kind) -> &'static str {
    match kind {
        Kind::Int => "1",
        Kind::Month => "2026-11",
        Kind::Text => "x",
        Kind::Bool => "true",
        Kind::Date => "2026-11-22",
        Kind::Instant => "2026-11-22T00:00:00.000000Z",
        Kind::Bytes => "00",
        Kind::Id => "00000000-0000-7000-8000-000000000000",
    }
}

/// What breaks the rules of tenancy in the schema, one sentence each: a table without a class, or
/// a centre's table whose key, unique constraint, index or foreign key doesn't begin with the
/// centre.
pub fn check_migrations(sets: &[&MigrationSet]) -> Vec<String> {
    let mut problems = Vec::new();
    let mut centre_tables = Vec::new();
    for step in sets.iter().flat_map(|set| set.steps) {
        for statement in statements(step.sql) {
            if let Some(table) = name_after(statement, "CREATE TABLE ") {
                match class_of(statement) {
                    Some("centre") => {
                        centre_tables.push(table);
                        problems.extend(
                            keys_of(statement)
                                .filter(|key| key.split(',').next() != Some("centre_id"))
                                .map(|key| {
                                    format!("{table}: ({key}) doesn't begin with centre_id")
                                }),
                        );
                        if !statement.contains("PRIMARY KEY (centre_id") {
                            problems.push(format!("{table}: no primary key led by centre_id"));
                        }
                    }
                    Some("shared" | "control") => {}
                    _ => problems.push(format!("{table}: no class")),
                }
            } else if let Some((_, rest)) = statement.split_once(" ON ")
                && let Some((table, columns)) = rest.split_once('(')
                && centre_tables.contains(&table.trim())
                && !columns.trim_start().starts_with("centre_id")
            {
                problems.push(format!(
                    "an index on {} doesn't begin with centre_id",
                    table.trim()
                ));
            }
        }
    }
    problems
}

/// The tables whose rows belong to a centre each, in the order of the schema.
pub fn centre_tables(sets: &[&'static MigrationSet]) -> Vec<&'static str> {
    let steps = sets.iter().flat_map(|set| set.steps);
    let parts = steps.flat_map(|step| statements(step.sql));
    parts
        .filter(|part| class_of(part) == Some("centre"))
        .filter_map(|part| name_after(part, "CREATE TABLE "))
        .collect()
}

/// The name that follows `words` in a statement.
pub(crate) fn name_after<'a>(statement: &'a str, words: &str) -> Option<&'a str> {
    let (_, rest) = statement.split_once(words)?;
    rest.split([' ', '(', '\n']).next()
}

fn class_of(statement: &str) -> Option<&str> {
    statement
        .lines()
        .find_map(|line| line.trim().strip_prefix("-- class: "))
}

/// The columns of each key a table declares, primary, unique or foreign.
fn keys_of(statement: &str) -> impl Iterator<Item = &str> {
    // Written beside a column, a key is that column alone: `UNIQUE,` has no bracket to look into.
    let beside = [
        "UNIQUE,",
        "UNIQUE\n",
        "PRIMARY KEY,",
        "PRIMARY KEY\n",
        " REFERENCES ",
    ];
    let beside = beside.into_iter().filter(move |words| {
        statement.lines().any(|line| {
            format!("{line}\n").contains(words) && !line.trim_start().starts_with("FOREIGN KEY (")
        })
    });
    ["PRIMARY KEY (", "UNIQUE (", "FOREIGN KEY ("]
        .into_iter()
        .flat_map(|words| statement.split(words).skip(1))
        .filter_map(|rest| rest.split(')').next().map(str::trim_start))
        .chain(beside.map(str::trim))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::migrate::Step;

    fn problems(sql: &'static str) -> Vec<String> {
        let steps: &'static [Step] = Box::leak(Box::new([Step { name: "001", sql }]));
        check_migrations(&[&MigrationSet {
            name: "test",
            steps,
        }])
    }

    #[test]
    fn a_table_led_by_its_centre_passes() {
        let sql = "-- class: centre\nCREATE TABLE a (\n centre_id {int} NOT NULL,\n b {int},\n \
                   PRIMARY KEY (centre_id, b)\n);\nCREATE INDEX a_b ON a (centre_id, b);\n";
        assert_eq!(problems(sql), Vec::<String>::new());
    }

    #[test]
    fn what_could_mix_centres_is_named() {
        for (sql, problem) in [
            ("CREATE TABLE a (b {int} PRIMARY KEY);\n", "a: no class"),
            (
                "-- class: centre\nCREATE TABLE a (b {int},\n PRIMARY KEY (b)\n);\n",
                "a: (b) doesn't begin with centre_id",
            ),
            (
                "-- class: centre\nCREATE TABLE a (c {int},\n PRIMARY KEY (centre_id, c),\n \
                 UNIQUE (c)\n);\n",
                "a: (c) doesn't begin with centre_id",
            ),
            (
                "-- class: centre\nCREATE TABLE a (c {int} UNIQUE,\n PRIMARY KEY (centre_id, c)\n);\n",
                "a: (UNIQUE,) doesn't begin with centre_id",
            ),
            (
                "-- class: centre\nCREATE TABLE a (c {int} NOT NULL REFERENCES b (c),\n \
                 PRIMARY KEY (centre_id, c)\n);\n",
                "a: (REFERENCES) doesn't begin with centre_id",
            ),
            (
                "-- class: centre\nCREATE TABLE a (c {int},\n PRIMARY KEY (centre_id, c)\n);\n\
                 CREATE UNIQUE INDEX x ON a (c);\n",
                "an index on a doesn't begin with centre_id",
            ),
        ] {
            assert!(
                problems(sql).iter().any(|found| found == problem),
                "{sql}: {:?}",
                problems(sql)
            );
        }
    }
}
