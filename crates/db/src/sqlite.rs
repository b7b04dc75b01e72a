//! The SQLite side: one writer, a few readers, every call inline on the task.
//!
//! A statement on SQLite takes microseconds, so a hop to another thread would cost more than the
//! work. Long work (bulk loads, streamed reports) tells the runtime that it blocks.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use jiff::{Timestamp, civil};
use kernel::{Error, OrBroken as _, Result};
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, OpenFlags, Statement, ToSql};
use tokio::runtime::{Handle, RuntimeFlavor};
use tokio::sync::{Mutex as AsyncMutex, OwnedMutexGuard, OwnedSemaphorePermit, Semaphore};
use uuid::Uuid;

use crate::backup::private;
use crate::bulk::BulkInfo;
use crate::conn::{Call, EachRow};
use crate::error::failed;
use crate::value::{Kind, Value};

/// How long a statement waits for another process to finish writing.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);
/// How long a task waits for this process's writer or a reader. Each transaction is short, so
/// waiting longer means that a task waits for itself: it began a second one inside its first.
const WAIT_MAX: Duration = Duration::from_secs(60);
/// Pages that a connection keeps in memory.
const WRITER_CACHE_KIB: i64 = 64 * 1024;
const READER_CACHE_KIB: i64 = 8 * 1024;
/// Prepared statements kept a connection; the whole product has fewer.
const STATEMENTS_KEPT: usize = 512;

/// The pool: one connection that writes, and connections that read.
pub(crate) struct Pool {
    path: PathBuf,
    writer: Arc<AsyncMutex<Connection>>,
    readers: Arc<Readers>,
}

struct Readers {
    idle: Mutex<Vec<Connection>>,
    permits: Arc<Semaphore>,
    most: usize,
}

impl Pool {
    /// Opens or makes the database file: for its owner alone, which its log inherits.
    pub(crate) fn open(path: &Path, readers: usize) -> Result<Pool> {
        let what = path.display().to_string();
        if !path.exists() {
            private(path).map_err(|error| failed(&what, error))?;
        }
        let pool = Pool::open_existing(path, readers)?;
        let writer = pool.writer.try_lock().or_broken(&what)?;
        // The file remembers it.
        let write_ahead = writer.pragma_update(None, "journal_mode", "WAL");
        write_ahead.map_err(|error| failed(&what, error))?;
        // Without statistics the planner takes the centre, which every row has, for a narrow key.
        writer
            .execute_batch("PRAGMA optimize = 0x10002")
            .map_err(|error| failed(&what, error))?;
        drop(writer);
        Ok(pool)
    }

    /// Opens the database file, and writes nothing.
    pub(crate) fn open_existing(path: &Path, readers: usize) -> Result<Pool> {
        let what = path.display().to_string();
        let writer = connect(path, WRITER_CACHE_KIB).map_err(|error| failed(&what, error))?;
        Ok(Pool {
            path: path.to_owned(),
            writer: Arc::new(AsyncMutex::new(writer)),
            readers: Arc::new(Readers {
                idle: Mutex::new(Vec::new()),
                permits: Arc::new(Semaphore::new(readers)),
                most: readers,
            }),
        })
    }

    /// Begins a transaction that sees one state of the database.
    pub(crate) async fn read(&self) -> Result<Conn> {
        let permit = Arc::clone(&self.readers.permits).acquire_owned();
        let permit = tokio::time::timeout(WAIT_MAX, permit)
            .await
            .map_err(|_| Error::broken("none of the database's readers came free"))?
            .map_err(|error| failed("read", error))?;
        let idle = self.readers.idle.lock().expect("no holder panics").pop();
        let connection = match idle {
            Some(connection) => connection,
            None => connect_reader(&self.path).map_err(|error| failed("read", error))?,
        };
        let held = Held::Reader {
            connection: Some(connection),
            readers: Arc::clone(&self.readers),
            _permit: permit,
        };
        Conn::begin(held, "BEGIN DEFERRED")
    }

    /// How many connections are in use, the writer's included, and how many there may be.
    pub(crate) fn connections(&self) -> (usize, usize) {
        let free = self.readers.permits.available_permits();
        let writing = usize::from(self.writer.try_lock().is_err());
        let most = self.readers.most;
        (most.saturating_sub(free) + writing, most + 1)
    }

    /// Begins the one transaction that may write.
    pub(crate) async fn write(&self) -> Result<Conn> {
        let writer = tokio::time::timeout(WAIT_MAX, Arc::clone(&self.writer).lock_owned())
            .await
            .map_err(|_| Error::broken("the database's one writer didn't come free"))?;
        let held = Held::Writer(writer);
        Conn::begin(held, "BEGIN IMMEDIATE")
    }
}

/// A connection that can't write, whatever it is given to run.
fn connect_reader(path: &Path) -> rusqlite::Result<Connection> {
    let connection = connect(path, READER_CACHE_KIB)?;
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

fn connect(path: &Path, cache_kib: i64) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    // FULL: an acknowledged commit survives the loss of power.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // Negative: in KiB instead of pages.
    connection.pragma_update(None, "cache_size", -cache_kib)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    Ok(connection)
}

enum Held {
    Writer(OwnedMutexGuard<Connection>),
    Reader {
        connection: Option<Connection>,
        readers: Arc<Readers>,
        _permit: OwnedSemaphorePermit,
    },
}

impl Held {
    fn connection(&self) -> &Connection {
        match self {
            Held::Writer(guard) => guard,
            Held::Reader { connection, .. } => connection
                .as_ref()
                .expect("a reader gives its connection back only when dropped"),
        }
    }
}

/// A connection in a transaction. Dropped without [`Conn::commit`], it rolls back.
pub(crate) struct Conn {
    held: Held,
    open: bool,
}

impl Conn {
    fn begin(held: Held, begin: &'static str) -> Result<Conn> {
        held.connection()
            .execute_batch(begin)
            .map_err(|error| failed(begin, error))?;
        Ok(Conn { held, open: true })
    }

    pub(crate) fn query(&mut self, call: &Call<'_>, each: &mut EachRow<'_>) -> Result<()> {
        let mut run = || -> Result<()> {
            let mut statement = self.prepare(call)?;
            bind(&mut statement, call.values).map_err(|error| failed(call.name, error))?;
            let mut rows = statement.raw_query();
            while let Some(row) = rows.next().map_err(|error| failed(call.name, error))? {
                let mut values = Vec::with_capacity(call.columns.len());
                for (index, kind) in call.columns.iter().enumerate() {
                    let stored = row
                        .get_ref(index)
                        .map_err(|error| failed(call.name, error))?;
                    values.push(read(stored, *kind).unwrap_or_else(|| as_it_is(stored)));
                }
                each(&mut values.into_iter())?;
            }
            Ok(())
        };
        if call.long { blocking(run) } else { run() }
    }

    pub(crate) fn execute(&mut self, call: &Call<'_>) -> Result<u64> {
        let run = || -> Result<u64> {
            let mut statement = self.prepare(call)?;
            bind(&mut statement, call.values).map_err(|error| failed(call.name, error))?;
            let changed = statement
                .raw_execute()
                .map_err(|error| failed(call.name, error))?;
            Ok(u64::try_from(changed).expect("a number of rows fits 64 bits"))
        };
        if call.long { blocking(run) } else { run() }
    }

    pub(crate) fn insert_many(
        &mut self,
        bulk: &BulkInfo,
        centre: &Value,
        rows: &mut dyn Iterator<Item = Vec<Value>>,
    ) -> Result<u64> {
        blocking(|| {
            let connection = self.held.connection();
            let mut statement = connection
                .prepare_cached(&bulk.insert_sql())
                .map_err(|error| failed(bulk.table, error))?;
            let mut count = 0;
            for row in rows {
                let bound = std::iter::once(centre)
                    .chain(&row)
                    .enumerate()
                    .try_for_each(|(index, value)| {
                        statement.raw_bind_parameter(index + 1, Bound(value))
                    });
                bound
                    .and_then(|()| statement.raw_execute())
                    .map_err(|error| failed(bulk.table, error))?;
                count += 1;
            }
            Ok(count)
        })
    }

    pub(crate) fn batch(&mut self, name: &str, sql: &str) -> Result<()> {
        self.held
            .connection()
            .execute_batch(sql)
            .map_err(|error| failed(name, error))
    }

    pub(crate) fn commit(mut self) -> Result<()> {
        // A failed commit leaves the transaction open: `drop` rolls it back.
        self.held
            .connection()
            .execute_batch("COMMIT")
            .map_err(|error| failed("commit", error))?;
        self.open = false;
        Ok(())
    }

    fn prepare(&self, call: &Call<'_>) -> Result<rusqlite::CachedStatement<'_>> {
        self.held
            .connection()
            .prepare_cached(call.sqlite)
            .map_err(|error| failed(call.name, error))
    }

    /// Prepares a statement and compares what it takes and returns with what it declares.
    pub(crate) fn check(&mut self, call: &Call<'_>) -> Result<()> {
        let statement = self.prepare(call)?;
        let (takes, returns) = (statement.parameter_count(), statement.column_count());
        let declared = call.kinds().count();
        if takes > declared || returns != call.columns.len() {
            return Err(Error::broken(format!(
                "{}: SQLite takes {takes} and returns {returns}, declared are {declared} and {}",
                call.name,
                call.columns.len()
            )));
        }
        Ok(())
    }
}

impl Drop for Conn {
    fn drop(&mut self) {
        let rolled_back = !self.open || self.held.connection().execute_batch("ROLLBACK").is_ok();
        if let Held::Reader {
            connection,
            readers,
            ..
        } = &mut self.held
        {
            // A connection that can't roll back is closed instead of being used again.
            let connection = connection.take().filter(|_| rolled_back);
            readers
                .idle
                .lock()
                .expect("no holder panics")
                .extend(connection);
        }
    }
}

/// Runs long work where the runtime can move other tasks away; a single-threaded one can't.
pub(crate) fn blocking<T>(work: impl FnOnce() -> T) -> T {
    let movable = Handle::try_current()
        .is_ok_and(|handle| handle.runtime_flavor() == RuntimeFlavor::MultiThread);
    if movable {
        tokio::task::block_in_place(work)
    } else {
        work()
    }
}

/// `$N` is a name to SQLite, numbered by appearance: bind by name.
fn bind(statement: &mut Statement<'_>, values: &[Value]) -> rusqlite::Result<()> {
    assert!(
        values.len() <= PARAMETERS_MAX,
        "a statement has at most {PARAMETERS_MAX} parameters"
    );
    for (value, name) in values.iter().zip(PARAMETERS) {
        if let Some(index) = statement.parameter_index(name)? {
            statement.raw_bind_parameter(index, Bound(value))?;
        }
    }
    Ok(())
}

const PARAMETERS: [&str; 48] = [
    "$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$9", "$10", "$11", "$12", "$13", "$14", "$15",
    "$16", "$17", "$18", "$19", "$20", "$21", "$22", "$23", "$24", "$25", "$26", "$27", "$28",
    "$29", "$30", "$31", "$32", "$33", "$34", "$35", "$36", "$37", "$38", "$39", "$40", "$41",
    "$42", "$43", "$44", "$45", "$46", "$47", "$48",
];

/// The most parameters a statement may have, the centre included.
pub(crate) const PARAMETERS_MAX: usize = PARAMETERS.len();

struct Bound<'a>(&'a Value);

impl ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let owned = |value: rusqlite::types::Value| ToSqlOutput::Owned(value);
        Ok(match self.0 {
            Value::Null => owned(rusqlite::types::Value::Null),
            Value::Int(number) => owned((*number).into()),
            Value::Month(month) => owned((*month).into()),
            Value::Bool(truth) => owned((*truth).into()),
            Value::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Value::Date(date) => owned(date.to_string().into()),
            Value::Instant(at) => owned(instant(*at).into()),
            Value::Bytes(bytes) => ToSqlOutput::Borrowed(ValueRef::Blob(bytes)),
            Value::Id(uuid) => ToSqlOutput::Borrowed(ValueRef::Blob(uuid.as_bytes())),
        })
    }
}

/// An instant as it is stored: to the microsecond, in a fixed width.
fn instant(at: Timestamp) -> String {
    format!("{at:.6}")
}

fn read(stored: ValueRef<'_>, kind: Kind) -> Option<Value> {
    let text = |bytes| std::str::from_utf8(bytes).ok();
    Some(match (stored, kind) {
        (ValueRef::Null, _) => Value::Null,
        (ValueRef::Integer(number), Kind::Int) => Value::Int(number),
        (ValueRef::Integer(number), Kind::Month) => Value::Month(number.try_into().ok()?),
        (ValueRef::Integer(number @ (0 | 1)), Kind::Bool) => Value::Bool(number == 1),
        (ValueRef::Text(bytes), Kind::Text) => Value::Text(text(bytes)?.to_owned()),
        // Dates and instants are compared as texts: each has one.
        (ValueRef::Text(bytes), Kind::Date) => {
            let date: civil::Date = text(bytes)?.parse().ok()?;
            (date.to_string().as_bytes() == bytes).then_some(Value::Date(date))?
        }
        (ValueRef::Text(bytes), Kind::Instant) => {
            let at: Timestamp = text(bytes)?.parse().ok()?;
            (instant(at).as_bytes() == bytes).then_some(Value::Instant(at))?
        }
        (ValueRef::Blob(bytes), Kind::Bytes) => Value::Bytes(bytes.to_vec()),
        (ValueRef::Blob(bytes), Kind::Id) => Value::Id(Uuid::from_slice(bytes).ok()?),
        _ => return None,
    })
}

/// What is stored in place of the kind it should be. No column's type reads it: the kind differs,
/// or the value lies outside the kind.
fn as_it_is(stored: ValueRef<'_>) -> Value {
    match stored {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Int(number),
        ValueRef::Real(number) => Value::Text(number.to_string()),
        ValueRef::Text(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) => Value::Text(text.to_owned()),
            Err(_) => Value::Bytes(bytes.to_vec()),
        },
        ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
    }
}
