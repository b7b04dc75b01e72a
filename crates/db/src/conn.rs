//! A connection in a transaction, whichever the driver, and what is asked of it.

use std::ops::{Deref, DerefMut};
use std::time::{Duration, Instant};

use kernel::{Error, Refusal, Result};
use tokio::sync::OwnedMutexGuard;

use crate::bulk::BulkInfo;
use crate::stmt::StmtInfo;
use crate::value::{Kind, Value};
use crate::{postgres, sqlite};

/// Beyond this a question that somebody waits for is told in the log, with its text for whoever looks
/// for the missing index. The text has marks where values stand: nothing personal.
const SLOW: Duration = Duration::from_millis(200);

/// One call of a statement, its types erased.
pub(crate) struct Call<'a> {
    pub(crate) name: &'a str,
    pub(crate) sqlite: &'a str,
    pub(crate) postgres: &'a str,
    /// Kinds of the parameters after the centre.
    pub(crate) params: &'a [Kind],
    /// Whether the first value is the centre.
    pub(crate) centred: bool,
    pub(crate) columns: &'a [Kind],
    pub(crate) values: &'a [Value],
    /// Whether it may take long enough to hold up other tasks.
    pub(crate) long: bool,
}

impl<'a> Call<'a> {
    pub(crate) fn of(info: &'a StmtInfo, values: &'a [Value]) -> Call<'a> {
        Call {
            name: info.name,
            sqlite: info.sqlite,
            postgres: info.postgres,
            params: info.params,
            centred: info.centred,
            columns: info.columns,
            values,
            long: false,
        }
    }

    fn tell_if_slow(&self, took: Duration) {
        if self.long || took < SLOW {
            return;
        }
        let words: Vec<&str> = self.postgres.split_whitespace().collect();
        let (statement, ms, sql) = (self.name, took.as_millis(), words.join(" "));
        tracing::warn!(statement, ms, %sql, "slow statement");
    }

    /// The kind of each parameter, the centre included.
    pub(crate) fn kinds(&self) -> impl Iterator<Item = Kind> {
        self.centred
            .then_some(Kind::Int)
            .into_iter()
            .chain(self.params.iter().copied())
    }
}

/// What is done with each row.
pub(crate) type EachRow<'a> = dyn FnMut(&mut dyn Iterator<Item = Value>) -> Result<()> + Send + 'a;

/// A connection in a transaction. After a failure it can only be dropped: PostgreSQL would roll a
/// commit back and call it done, SQLite would keep half of it.
pub(crate) struct Conn {
    driver: Driver,
    failed: bool,
}

/// A driver's connection.
pub(crate) enum Driver {
    Sqlite(sqlite::Conn),
    Postgres(postgres::Conn),
}

impl Conn {
    pub(crate) fn new(driver: Driver) -> Conn {
        Conn {
            driver,
            failed: false,
        }
    }

    /// Whether others may write to the same database meanwhile.
    pub(crate) const fn is_shared(&self) -> bool {
        matches!(self.driver, Driver::Postgres(_))
    }

    pub(crate) async fn query(&mut self, call: &Call<'_>, each: &mut EachRow<'_>) -> Result<()> {
        storable(call.values)?;
        let began = Instant::now();
        let done = match &mut self.driver {
            Driver::Sqlite(conn) => conn.query(call, each),
            Driver::Postgres(conn) => conn.query(call, each).await,
        };
        call.tell_if_slow(began.elapsed());
        self.told(done)
    }

    pub(crate) async fn execute(&mut self, call: &Call<'_>) -> Result<u64> {
        storable(call.values)?;
        let done = match &mut self.driver {
            Driver::Sqlite(conn) => conn.execute(call),
            Driver::Postgres(conn) => conn.execute(call).await,
        };
        self.told(done)
    }

    pub(crate) async fn insert_many(
        &mut self,
        bulk: &BulkInfo,
        centre: &Value,
        rows: &mut (dyn Iterator<Item = Vec<Value>> + Send),
    ) -> Result<u64> {
        let done = match &mut self.driver {
            Driver::Sqlite(conn) => conn.insert_many(bulk, centre, rows),
            Driver::Postgres(conn) => conn.insert_many(bulk, centre, rows).await,
        };
        self.told(done)
    }

    pub(crate) async fn batch(&mut self, name: &str, sql: &str) -> Result<()> {
        let done = match &mut self.driver {
            Driver::Sqlite(conn) => conn.batch(name, sql),
            Driver::Postgres(conn) => conn.batch(name, sql).await,
        };
        self.told(done)
    }

    pub(crate) async fn check(&mut self, call: &Call<'_>) -> Result<()> {
        match &mut self.driver {
            Driver::Sqlite(conn) => conn.check(call),
            Driver::Postgres(conn) => conn.check(call).await,
        }
    }

    pub(crate) async fn commit(self) -> Result<()> {
        if self.failed {
            return Err(Error::broken(
                "a transaction that failed can't be committed",
            ));
        }
        match self.driver {
            Driver::Sqlite(conn) => conn.commit(),
            Driver::Postgres(conn) => conn.commit().await,
        }
    }

    fn told<T>(&mut self, done: Result<T>) -> Result<T> {
        self.failed |= done.is_err();
        done
    }
}

/// The connection of a transaction: its own, or lent for as long as the transaction lasts.
pub(crate) enum Held {
    Own(Box<Conn>),
    /// Of several transactions that read one moment after the other.
    Lent(OwnedMutexGuard<Conn>),
}

impl Held {
    pub(crate) async fn commit(self) -> Result<()> {
        match self {
            Held::Own(conn) => conn.commit().await,
            Held::Lent(_) => Err(Error::broken("what is lent to read can't be committed")),
        }
    }
}

impl Deref for Held {
    type Target = Conn;

    fn deref(&self) -> &Conn {
        match self {
            Held::Own(conn) => conn,
            Held::Lent(conn) => conn,
        }
    }
}

impl DerefMut for Held {
    fn deref_mut(&mut self) -> &mut Conn {
        match self {
            Held::Own(conn) => conn,
            Held::Lent(conn) => conn,
        }
    }
}

/// PostgreSQL can't hold U+0000 in a text; neither do we on SQLite.
pub(crate) fn storable(values: &[Value]) -> Result<()> {
    let nul = values
        .iter()
        .any(|value| matches!(value, Value::Text(text) if text.contains('\0')));
    if nul {
        return Err(Refusal::invalid("text_not_storable", "文本中含有无法保存的空字符").into());
    }
    Ok(())
}
