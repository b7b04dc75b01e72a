//! Transactions: what reads, what writes, and the one way across centres.

use std::collections::BTreeSet;
use std::ops::{Deref, DerefMut};

use kernel::{CentreId, Error, Result};

use crate::bulk::Bulk;
use crate::conn::{Call, Conn, Held, storable};
use crate::error::failed;
use crate::keys::Keys;
use crate::list::{Count, List, ListQuery, Listing};
use crate::row::{Params, Row};
use crate::stmt::{AllStmt, Stmt};
use crate::value::{Column, Kind, Value};

/// A transaction that reads one state of one centre's data.
pub struct ReadTx {
    conn: Held,
    centre: CentreId,
    keys: Keys,
    /// The statements that left rows out; none where such a row ends its statement.
    skipped: Option<BTreeSet<String>>,
}

impl ReadTx {
    pub(crate) fn new(conn: Held, centre: CentreId, keys: Keys) -> ReadTx {
        ReadTx {
            conn,
            centre,
            keys,
            skipped: None,
        }
    }

    /// The same transaction, in which a statement leaves a row out that can't be read, instead of
    /// ending there. For a proof that has named such rows with [`unreadable`](crate::unreadable()) and
    /// goes on; for nothing that decides by what it reads.
    #[must_use]
    pub fn skipping_unreadable(self) -> ReadTx {
        ReadTx {
            skipped: Some(BTreeSet::new()),
            ..self
        }
    }

    /// The names of the statements that left rows out.
    pub fn skipped(&self) -> impl Iterator<Item = &str> {
        self.skipped.iter().flatten().map(String::as_str)
    }

    /// The centre whose data this is.
    pub fn centre(&self) -> CentreId {
        self.centre
    }

    /// The keys that seal personal data.
    pub fn keys(&self) -> &Keys {
        &self.keys
    }

    /// The one row of `stmt`.
    ///
    /// # Errors
    /// Broken when there is none or more than one, or the database fails.
    pub async fn one<P: Params, R: Row + Send>(
        &mut self,
        stmt: &Stmt<P, R>,
        params: P,
    ) -> Result<R> {
        self.optional(stmt, params)
            .await?
            .ok_or_else(|| Error::broken(format!("{}: no row", stmt.info.name)))
    }

    /// The one row of `stmt`, if there is one.
    ///
    /// # Errors
    /// Broken when there is more than one, or the database fails.
    pub async fn optional<P: Params, R: Row + Send>(
        &mut self,
        stmt: &Stmt<P, R>,
        params: P,
    ) -> Result<Option<R>> {
        let mut rows = self.all(stmt, params).await?;
        if rows.len() > 1 {
            return Err(Error::broken(format!(
                "{}: more than one row",
                stmt.info.name
            )));
        }
        Ok(rows.pop())
    }

    /// All rows of `stmt`. For statements whose rows are bounded; else [`ReadTx::for_each`].
    ///
    /// # Errors
    /// Broken when the database fails or holds what the row can't be.
    pub async fn all<P: Params, R: Row + Send>(
        &mut self,
        stmt: &Stmt<P, R>,
        params: P,
    ) -> Result<Vec<R>> {
        let mut rows = Vec::new();
        let values = self.bound(params);
        self.run(&Call::of(&stmt.info, &values), &mut |row: R| {
            rows.push(row);
            Ok(())
        })
        .await?;
        Ok(rows)
    }

    /// All rows of `stmt` by their first column, which is their key; without its row where that is
    /// left out (see [`ReadTx::skipping_unreadable`]) and the key can be read. So whoever walks a
    /// table page by page knows what is there although it can't be read.
    ///
    /// # Errors
    /// As [`ReadTx::all`].
    pub async fn keyed<K: Column + Send, P: Params, R: Row + Send>(
        &mut self,
        stmt: &Stmt<P, R>,
        params: P,
    ) -> Result<Vec<(K, Option<R>)>> {
        let (values, name) = (self.bound(params), stmt.info.name);
        let (skipped, mut rows) = (&mut self.skipped, Vec::new());
        let each = &mut |values: &mut dyn Iterator<Item = Value>| {
            let values: Vec<Value> = values.collect();
            let key = values.first().cloned().unwrap_or(Value::Null);
            match (R::from_values(&mut values.into_iter()), &mut *skipped) {
                (Ok(row), _) => {
                    let key = K::from_value(key).map_err(|error| failed(name, error))?;
                    rows.push((key, Some(row)));
                }
                (Err(error), None) => return Err(failed(name, error)),
                (Err(_), Some(skipped)) => {
                    skipped.insert(name.to_owned());
                    rows.extend(K::from_value(key).ok().map(|key| (key, None)));
                }
            }
            Ok(())
        };
        self.conn
            .query(&Call::of(&stmt.info, &values), each)
            .await?;
        Ok(rows)
    }

    /// Hands each row of `stmt` to `each`, holding one at a time.
    ///
    /// # Errors
    /// What `each` returns, which ends the reading; Broken when the database fails.
    pub async fn for_each<P: Params, R: Row + Send>(
        &mut self,
        stmt: &Stmt<P, R>,
        params: P,
        mut each: impl FnMut(R) -> Result<()> + Send,
    ) -> Result<()> {
        let values = self.bound(params);
        let call = Call {
            long: true,
            ..Call::of(&stmt.info, &values)
        };
        self.run(&call, &mut each).await
    }

    /// A page of `list`.
    ///
    /// # Errors
    /// A refusal for a filter, order or cursor that the list doesn't have; Broken when the
    /// database fails.
    pub async fn list<R: Row + Send>(
        &mut self,
        list: &List<R>,
        query: &ListQuery,
    ) -> Result<Listing<R>> {
        let page = list.info.page_sql(query)?;
        let columns: Vec<Kind> = R::KINDS.iter().copied().chain(page.tail_kinds).collect();
        let values = self.centred(page.values);
        let call = Call {
            name: list.info.name,
            sqlite: &page.sql,
            postgres: &page.sql,
            params: &page.params,
            centred: true,
            columns: &columns,
            values: &values,
            long: false,
        };
        let mut rows = Vec::new();
        self.conn
            .query(&call, &mut |values| {
                let row = R::from_values(values).map_err(|error| failed(list.info.name, error))?;
                rows.push((row, values.collect::<Vec<Value>>()));
                Ok(())
            })
            .await?;
        let count = self.list_count(list, query).await?;
        Ok(Listing::of(rows, query.limit, count))
    }

    /// Hands every row of `list` that meets the filters to `each`, in the order of the list's key,
    /// holding one at a time: whatever page and order `query` asks for, and without a count. For
    /// totals that no statement can sum.
    ///
    /// # Errors
    /// As [`ReadTx::list`], and what `each` returns.
    pub async fn list_each<R: Row + Send>(
        &mut self,
        list: &List<R>,
        query: &ListQuery,
        mut each: impl FnMut(R) -> Result<()> + Send,
    ) -> Result<()> {
        let whole = list.info.whole_sql(query)?;
        let columns: Vec<Kind> = R::KINDS.iter().copied().chain(whole.tail_kinds).collect();
        let values = self.centred(whole.values);
        let call = Call {
            name: list.info.name,
            sqlite: &whole.sql,
            postgres: &whole.sql,
            params: &whole.params,
            centred: true,
            columns: &columns,
            values: &values,
            long: true,
        };
        self.run(&call, &mut each).await
    }

    /// How many rows of `list` meet the filters, counted to a bound.
    ///
    /// # Errors
    /// As [`ReadTx::list`].
    pub async fn list_count<R: Row>(&mut self, list: &List<R>, query: &ListQuery) -> Result<Count> {
        let counted = list.info.count_sql(query)?;
        let values = self.centred(counted.values);
        let call = Call {
            name: list.info.name,
            sqlite: &counted.sql,
            postgres: &counted.sql,
            params: &counted.params,
            centred: true,
            columns: &[Kind::Int],
            values: &values,
            long: false,
        };
        let mut count = 0;
        self.run(&call, &mut |(rows,): (i64,)| {
            count = rows;
            Ok(())
        })
        .await?;
        Ok(Count::of(count))
    }

    /// The totals (合计) of `list` over all rows that meet the filters, in the order declared.
    ///
    /// # Errors
    /// As [`ReadTx::list`].
    pub async fn list_totals<R: Row>(
        &mut self,
        list: &List<R>,
        query: &ListQuery,
    ) -> Result<Vec<(&'static str, i64)>> {
        let totals = list.info.totals_sql(query)?;
        let kinds: Vec<Kind> = list.info.totals.iter().map(|_| Kind::Int).collect();
        let values = self.centred(totals.values);
        let call = Call {
            name: list.info.name,
            sqlite: &totals.sql,
            postgres: &totals.sql,
            params: &totals.params,
            centred: true,
            columns: &kinds,
            values: &values,
            long: true,
        };
        let mut sums = Vec::new();
        self.conn
            .query(&call, &mut |values| {
                sums = values
                    .map(Option::<i64>::from_value)
                    .collect::<std::result::Result<_, _>>()
                    .map_err(|error| failed(list.info.name, error))?;
                Ok(())
            })
            .await?;
        let names = list.info.totals.iter().map(|(name, _)| *name);
        Ok(names
            .zip(sums.into_iter().map(Option::unwrap_or_default))
            .collect())
    }

    async fn run<R: Row>(
        &mut self,
        call: &Call<'_>,
        each: &mut (dyn FnMut(R) -> Result<()> + Send),
    ) -> Result<()> {
        let skipped = &mut self.skipped;
        self.conn
            .query(
                call,
                &mut |values| match (R::from_values(values), &mut *skipped) {
                    (Ok(row), _) => each(row),
                    (Err(error), None) => Err(failed(call.name, error)),
                    (Err(_), Some(skipped)) => {
                        skipped.insert(call.name.to_owned());
                        Ok(())
                    }
                },
            )
            .await
    }

    /// Hands each row of a statement without a type to `each`, as it is stored.
    pub(crate) async fn raw(
        &mut self,
        call: &Call<'_>,
        each: &mut (dyn FnMut(&[Value]) + Send),
    ) -> Result<()> {
        self.conn
            .query(call, &mut |values| {
                each(&values.collect::<Vec<Value>>());
                Ok(())
            })
            .await
    }

    fn bound<P: Params>(&self, params: P) -> Vec<Value> {
        let mut values = vec![self.centre.into_value()];
        params.push_values(&mut values);
        values
    }

    fn centred(&self, mut values: Vec<Value>) -> Vec<Value> {
        values.insert(0, self.centre.into_value());
        values
    }
}

/// A transaction that may change one centre's data. Dropped without [`WriteTx::commit`], nothing
/// of it stays.
pub struct WriteTx {
    read: ReadTx,
}

impl Deref for WriteTx {
    type Target = ReadTx;

    fn deref(&self) -> &ReadTx {
        &self.read
    }
}

impl DerefMut for WriteTx {
    fn deref_mut(&mut self) -> &mut ReadTx {
        &mut self.read
    }
}

impl WriteTx {
    pub(crate) fn new(conn: Held, centre: CentreId, keys: Keys) -> WriteTx {
        WriteTx {
            read: ReadTx::new(conn, centre, keys),
        }
    }

    /// Runs `stmt` and returns how many rows it changed.
    ///
    /// # Errors
    /// Broken when the database fails.
    pub async fn execute<P: Params>(&mut self, stmt: &Stmt<P, ()>, params: P) -> Result<u64> {
        let values = self.bound(params);
        self.read.conn.execute(&Call::of(&stmt.info, &values)).await
    }

    /// Runs a `stmt` that works on many rows; else as [`WriteTx::execute`].
    ///
    /// # Errors
    /// Broken when the database fails.
    pub async fn execute_bulk<P: Params>(&mut self, stmt: &Stmt<P, ()>, params: P) -> Result<u64> {
        let values = self.bound(params);
        let call = Call {
            long: true,
            ..Call::of(&stmt.info, &values)
        };
        self.read.conn.execute(&call).await
    }

    /// Runs a `stmt` that must change exactly one row.
    ///
    /// # Errors
    /// Broken when it changes none or more, or the database fails.
    pub async fn execute_one<P: Params>(&mut self, stmt: &Stmt<P, ()>, params: P) -> Result<()> {
        match self.execute(stmt, params).await? {
            1 => Ok(()),
            rows => Err(Error::broken(format!(
                "{}: changed {rows} rows",
                stmt.info.name
            ))),
        }
    }

    /// Locks the rows of a `stmt` declared `[in order]` until the transaction ends: one after the
    /// other, in the order of its text, so that two transactions over the same rows wait for each
    /// other instead of each for what the other has. On the embedded database, where one transaction
    /// writes at a time, there is nothing to lock.
    ///
    /// # Errors
    /// Broken when the database fails.
    pub async fn lock<P: Params>(&mut self, stmt: &Stmt<P, (i64,)>, params: P) -> Result<()> {
        if !self.read.conn.is_shared() {
            return Ok(());
        }
        let values = self.bound(params);
        let call = Call {
            long: true,
            ..Call::of(&stmt.info, &values)
        };
        self.read.run(&call, &mut |_: (i64,)| Ok(())).await
    }

    /// Loads `rows` and returns how many they were.
    ///
    /// # Errors
    /// Broken when the database fails; a row that exists already is such a failure. After an error
    /// the transaction is good for nothing but being dropped.
    pub async fn insert_many<R: Params>(
        &mut self,
        bulk: &Bulk<R>,
        rows: impl IntoIterator<Item = R, IntoIter: Send>,
    ) -> Result<u64> {
        let centre = self.centre.into_value();
        let mut refused = None;
        let mut rows = rows.into_iter().map_while(|row| {
            let mut values = Vec::with_capacity(R::KINDS.len());
            row.push_values(&mut values);
            storable(&values)
                .map_err(|error| refused = Some(error))
                .ok()
                .map(|()| values)
        });
        let count = self
            .read
            .conn
            .insert_many(&bulk.info, &centre, &mut rows)
            .await?;
        refused.map_or(Ok(count), Err)
    }

    /// Runs a change without a type; how many rows it changed.
    pub(crate) async fn run_raw(&mut self, call: &Call<'_>) -> Result<u64> {
        self.read.conn.execute(call).await
    }

    /// Makes what was done last.
    ///
    /// # Errors
    /// Broken when the database fails or an earlier statement did; then nothing was done.
    pub async fn commit(self) -> Result<()> {
        self.read.conn.commit().await
    }
}

/// A transaction that reads across centres.
pub struct AllTx {
    conn: Conn,
}

impl AllTx {
    pub(crate) fn new(conn: Conn) -> AllTx {
        AllTx { conn }
    }

    /// All rows of `stmt`.
    ///
    /// # Errors
    /// Broken when the database fails.
    pub async fn all<P: Params, R: Row + Send>(
        &mut self,
        stmt: &AllStmt<P, R>,
        params: P,
    ) -> Result<Vec<R>> {
        let mut values = Vec::new();
        params.push_values(&mut values);
        let mut rows = Vec::new();
        self.conn
            .query(&Call::of(&stmt.info, &values), &mut |values| {
                rows.push(R::from_values(values).map_err(|error| failed(stmt.info.name, error))?);
                Ok(())
            })
            .await?;
        Ok(rows)
    }
}
