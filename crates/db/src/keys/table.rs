//! Where sealed values lie, and how they are sealed anew under another data key.
//!
//! Each crate declares its tables with sealed columns ([`SealedTable`]); a test holds the declarations
//! against the schema. What has been sealed anew is told by the values themselves, which carry the
//! number of their key: no note of how far the work is can be wrong, and it goes on wherever it stopped.
//!
//! Contract: values are read in one transaction, sealed anew outside of any, and put back in another,
//! each only where it is still what was read: what somebody else wrote meanwhile stays.

use std::collections::BTreeMap;

use kernel::{CentreId, Error, Result};

use super::{Keys, Sealed};
use crate::conn::Call;
use crate::error::failed;
use crate::list::print;
use crate::open::Db;
use crate::tx::{ReadTx, WriteTx};
use crate::value::{Column, Kind, Value};

/// A table with sealed columns.
#[derive(Debug)]
pub struct SealedTable {
    /// The table.
    pub table: &'static str,
    /// Its primary key after the centre.
    pub key: &'static [(&'static str, Kind)],
    /// What of the row its values are bound to, as [`Keys::of_row`] takes it.
    pub bound_to: BoundTo,
    /// The sealed columns.
    pub columns: &'static [SealedColumn],
    /// How many rows are sealed anew at once: fewer where the values are large.
    pub at_once: u32,
}

/// A sealed column.
#[derive(Debug)]
pub struct SealedColumn {
    /// The column.
    pub name: &'static str,
    /// The name that its values are sealed under, as `member.name`.
    pub sealed_as: &'static str,
}

/// The column by which values are bound to their row. Its value is written as its type displays it.
#[derive(Clone, Copy, Debug)]
pub struct BoundTo {
    /// The column.
    pub column: &'static str,
    /// What it holds: an id, a text or a digest.
    pub kind: Kind,
}

/// A row with its sealed values as they were read.
pub struct SealedRow {
    key: Vec<Value>,
    bound_to: String,
    values: Vec<Option<Sealed>>,
}

/// A row with what is to stand in the place of its values.
pub struct Resealed {
    key: Vec<Value>,
    /// Column, value read, value sealed anew.
    changes: Vec<(usize, Sealed, Sealed)>,
}

impl Resealed {
    /// How many of its values were sealed anew.
    #[must_use]
    pub fn len(&self) -> usize {
        self.changes.len()
    }

    /// Whether none was: all lie under the key that seals.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }
}

impl SealedTable {
    /// Seals anew what of a row doesn't lie under the key that seals.
    ///
    /// # Errors
    /// Broken when a value doesn't open: it was altered, or needs a key that the ring doesn't hold.
    pub fn reseal(&self, keys: &Keys, centre: CentreId, row: SealedRow) -> Result<Resealed> {
        let of_row = keys.of_row(centre, &row.bound_to);
        let mut changes = Vec::new();
        for (at, (column, value)) in self.columns.iter().zip(row.values).enumerate() {
            let Some(old) = value.filter(|value| value.key_number() != Some(keys.current())) else {
                continue;
            };
            let plain = of_row.open_bytes(column.sealed_as, &old)?;
            let new = of_row.seal_bytes(column.sealed_as, &plain)?;
            changes.push((at, old, new));
        }
        Ok(Resealed {
            key: row.key,
            changes,
        })
    }

    /// Rows after a key that hold something under another key than `current`.
    fn stale_sql(&self, after: bool) -> String {
        let names = |separator: &str| {
            let names: Vec<&str> = self.key.iter().map(|(name, _)| *name).collect();
            names.join(separator)
        };
        let columns: Vec<&str> = self.columns.iter().map(|column| column.name).collect();
        let stale: Vec<String> = (columns.iter())
            .map(|column| format!("substr({column}, 2, 1) <> $2"))
            .collect();
        let key = names(", ");
        let after = match after {
            true => format!("({key}) > ({}) AND", parameters(3, self.key.len())),
            false => String::new(),
        };
        format!(
            "SELECT {key}, {}, {} FROM {} WHERE centre_id = $1 AND {after} ({}) \
             ORDER BY {key} LIMIT {}",
            self.bound_to.column,
            columns.join(", "),
            self.table,
            stale.join(" OR "),
            self.at_once
        )
    }

    fn stale_kinds(&self, after: bool) -> Vec<Kind> {
        let key = self.key.iter().map(|(_, kind)| *kind);
        let after = key.filter(|_| after);
        [Kind::Bytes].into_iter().chain(after).collect()
    }

    fn row_kinds(&self) -> Vec<Kind> {
        let key = self.key.iter().map(|(_, kind)| *kind);
        let values = self.columns.iter().map(|_| Kind::Bytes);
        key.chain([self.bound_to.kind]).chain(values).collect()
    }

    fn put_sql(&self, row: &Resealed) -> (String, Vec<Kind>) {
        let mut kinds: Vec<Kind> = self.key.iter().map(|(_, kind)| *kind).collect();
        let (mut set, mut still) = (Vec::new(), Vec::new());
        for (at, _, _) in &row.changes {
            let (name, next) = (self.columns[*at].name, kinds.len() + 2);
            set.push(format!("{name} = ${next}"));
            still.push(format!("{name} = ${}", next + 1));
            kinds.extend([Kind::Bytes, Kind::Bytes]);
        }
        let key = self.key.iter().zip(2..);
        let key: Vec<String> = key
            .map(|((name, _), at)| format!("{name} = ${at}"))
            .collect();
        let sql = format!(
            "UPDATE {} SET {} WHERE centre_id = $1 AND {} AND {}",
            self.table,
            set.join(", "),
            key.join(" AND "),
            still.join(" AND ")
        );
        (sql, kinds)
    }

    fn count_sql(&self, column: &SealedColumn) -> String {
        let (name, table) = (column.name, self.table);
        format!(
            "SELECT substr({name}, 2, 1), CAST(COUNT(*) AS BIGINT) FROM {table} \
             WHERE centre_id = $1 AND {name} IS NOT NULL GROUP BY substr({name}, 2, 1)"
        )
    }
}

fn parameters(first: usize, count: usize) -> String {
    let all: Vec<String> = (first..first + count).map(|at| format!("${at}")).collect();
    all.join(", ")
}

impl ReadTx {
    /// The next rows of `table` that hold something under another key than the one that seals, in the
    /// order of their key: from the beginning, or after the last of those before.
    ///
    /// # Errors
    /// Broken when the database fails.
    pub async fn stale(
        &mut self,
        table: &SealedTable,
        after: Option<&RowKey>,
    ) -> Result<Vec<SealedRow>> {
        let (sql, params) = (
            table.stale_sql(after.is_some()),
            table.stale_kinds(after.is_some()),
        );
        let columns = table.row_kinds();
        let mut values = vec![
            self.centre().into_value(),
            Value::Bytes(vec![self.keys().current()]),
        ];
        values.extend(after.iter().flat_map(|key| key.0.iter().cloned()));
        let call = call(table.table, &sql, &params, &columns, &values);
        let (mut rows, mut odd) = (Vec::new(), false);
        self.raw(&call, &mut |row| match table.row_of(row) {
            Some(row) => rows.push(row),
            None => odd = true,
        })
        .await?;
        match odd {
            true => Err(Error::broken(format!("a sealed row of {}", table.table))),
            false => Ok(rows),
        }
    }

    /// How many sealed values of `table` lie under each data key, by its number; under 0 what isn't
    /// under any.
    ///
    /// # Errors
    /// Broken when the database fails.
    pub async fn sealed_by_key(&mut self, table: &SealedTable) -> Result<BTreeMap<u8, u64>> {
        let mut counts = BTreeMap::new();
        for column in table.columns {
            let sql = table.count_sql(column);
            let centre = [self.centre().into_value()];
            let columns = [Kind::Bytes, Kind::Int];
            let call = call(table.table, &sql, &[], &columns, &centre);
            let mut odd = false;
            self.raw(&call, &mut |row| match row {
                [Value::Bytes(number), Value::Int(count)] if *count >= 0 => {
                    let number = number.first().copied().unwrap_or(0);
                    *counts.entry(number).or_default() += count.unsigned_abs();
                }
                _ => odd = true,
            })
            .await?;
            if odd {
                return Err(Error::broken(format!("the count of {}", table.table)));
            }
        }
        Ok(counts)
    }
}

/// The key of a row, to go on after it.
#[derive(Clone)]
pub struct RowKey(Vec<Value>);

impl SealedRow {
    /// How many of its values lie under another key than the one that seals.
    #[must_use]
    pub fn stale(&self, keys: &Keys) -> u64 {
        let current = Some(keys.current());
        let values = self.values.iter().flatten();
        let stale = values.filter(|value| value.key_number() != current);
        u64::try_from(stale.count()).unwrap_or(u64::MAX)
    }

    /// Its key.
    #[must_use]
    pub fn key(&self) -> RowKey {
        RowKey(self.key.clone())
    }
}

impl SealedTable {
    fn row_of(&self, row: &[Value]) -> Option<SealedRow> {
        let (key, rest) = row.split_at_checked(self.key.len())?;
        let (bound_to, values) = rest.split_first()?;
        let values = values.iter().cloned().map(Option::<Sealed>::from_value);
        Some(SealedRow {
            key: key.to_vec(),
            bound_to: print(bound_to),
            values: values.collect::<std::result::Result<_, _>>().ok()?,
        })
    }
}

impl WriteTx {
    /// Puts what was sealed anew into the place of what was read; whether it did. Where somebody has
    /// written or deleted the row since, it doesn't, and nothing is lost.
    ///
    /// # Errors
    /// Broken when the database fails.
    pub async fn put_resealed(&mut self, table: &SealedTable, row: Resealed) -> Result<bool> {
        if row.is_empty() {
            return Ok(false);
        }
        let (sql, params) = table.put_sql(&row);
        let mut values = vec![self.centre().into_value()];
        values.extend(row.key);
        for (_, old, new) in row.changes {
            values.extend([new.into_value(), old.into_value()]);
        }
        let call = call(table.table, &sql, &params, &[], &values);
        match self.run_raw(&call).await? {
            0 => Ok(false),
            1 => Ok(true),
            rows => Err(Error::broken(format!(
                "{}: changed {rows} rows",
                table.table
            ))),
        }
    }
}

/// Prepares on `db` everything that is asked of `table`.
///
/// # Errors
/// Broken with the table's name and what the database said.
pub async fn check_sealed_table(db: &Db, table: &SealedTable) -> Result<()> {
    let columns = table.row_kinds();
    for after in [false, true] {
        let (sql, params) = (table.stale_sql(after), table.stale_kinds(after));
        check(db, &call(table.table, &sql, &params, &columns, &[])).await?;
    }
    for column in table.columns {
        let sql = table.count_sql(column);
        let columns = [Kind::Bytes, Kind::Int];
        check(db, &call(table.table, &sql, &[], &columns, &[])).await?;
    }
    let value = || Sealed(Vec::new());
    let changes = (0..table.columns.len()).map(|at| (at, value(), value()));
    let row = Resealed {
        key: Vec::new(),
        changes: changes.collect(),
    };
    let (sql, params) = table.put_sql(&row);
    check(db, &call(table.table, &sql, &params, &[], &[])).await
}

async fn check(db: &Db, call: &Call<'_>) -> Result<()> {
    let checked = db.begin_read().await?.check(call).await;
    checked.map_err(|error| failed(call.name, error))
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
        centred: true,
        columns,
        values,
        long: true,
    }
}
