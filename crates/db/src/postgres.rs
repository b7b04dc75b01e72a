//! The PostgreSQL side: pooled connections, prepared statements kept a connection.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use deadpool_postgres::{Manager, ManagerConfig, Object, RecyclingMethod, Runtime};
use futures_util::future::try_join_all;
use futures_util::{TryStreamExt as _, pin_mut};
use kernel::{Error, Result};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use rustls::{ClientConfig, RootCertStore};
use tokio_postgres::binary_copy::BinaryCopyInWriter;
use tokio_postgres::config::SslMode;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};
use tokio_postgres::{NoTls, Row, RowStream, Statement};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::bulk::BulkInfo;
use crate::conn::{Call, EachRow};
use crate::error::failed;
use crate::given_up::given_up;
use crate::value::{Kind, Value};

/// Up to this many rows go as single inserts sent together; a COPY costs three round trips.
const ROWS_WORTH_A_COPY: usize = 16;

/// How long a task waits for a connection to come free. Each transaction is short, so waiting
/// longer means that tasks wait for themselves: they began a second one inside their first.
const WAIT_MAX: Duration = Duration::from_secs(60);
/// How long a server may take to accept a connection.
const CONNECT_MAX: Duration = Duration::from_secs(10);
/// Nobody waits for a lock, or holds one without working, longer than a person would; and a date
/// cast to text is ISO, as on SQLite, whatever the server was set up for. No statement is compiled
/// (`jit`): of a page over 40,000 employers that took 190 ms of 300.
const SESSION: &str = "-c lock_timeout=30000 -c idle_in_transaction_session_timeout=60000 \
                       -c datestyle=ISO -c jit=off";

/// The pool of connections.
pub(crate) struct Pool {
    pool: deadpool_postgres::Pool,
}

impl Pool {
    /// Makes the pool; connections are opened when first needed. With a root certificate they are
    /// encrypted and the server must prove itself by it.
    pub(crate) fn open(url: &str, root_certificate: Option<&Path>, size: usize) -> Result<Pool> {
        let mut config: tokio_postgres::Config = url
            .parse()
            .map_err(|error| failed("the database address", caused(&error)))?;
        let given = config.get_options().unwrap_or_default();
        config
            .options(format!("{given} {SESSION}"))
            .connect_timeout(CONNECT_MAX);
        if root_certificate.is_some() {
            // By default a server that says it has no TLS is talked to without.
            config.ssl_mode(SslMode::Require);
        }
        let recycling = ManagerConfig {
            recycling_method: RecyclingMethod::Fast,
        };
        let manager = match root_certificate {
            Some(path) => {
                let tls = MakeRustlsConnect::new(trusting(path)?);
                Manager::from_config(config, tls, recycling)
            }
            None => Manager::from_config(config, NoTls, recycling),
        };
        let pool = deadpool_postgres::Pool::builder(manager)
            .max_size(size)
            .runtime(Runtime::Tokio1)
            .wait_timeout(Some(WAIT_MAX))
            .create_timeout(Some(CONNECT_MAX))
            .build()
            .map_err(|error| failed("the connection pool", error))?;
        Ok(Pool { pool })
    }

    /// How many connections are in use, and how many there may be.
    pub(crate) fn connections(&self) -> (usize, usize) {
        let status = self.pool.status();
        let in_use = status.size.saturating_sub(status.available);
        (in_use, status.max_size)
    }

    /// Begins a transaction that sees one state of the database.
    pub(crate) async fn read(&self) -> Result<Conn> {
        self.begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            .await
    }

    /// Begins a transaction that may write.
    pub(crate) async fn write(&self) -> Result<Conn> {
        self.begin("BEGIN ISOLATION LEVEL READ COMMITTED").await
    }

    async fn begin(&self, begin: &'static str) -> Result<Conn> {
        let client = self
            .pool
            .get()
            .await
            .map_err(|error| failed("connect", caused(&error)))?;
        // Owned from here on: if this task is dropped while BEGIN is under way, `drop` rolls back.
        let conn = Conn {
            client: Some(client),
        };
        conn.client()
            .batch_execute(begin)
            .await
            .map_err(|error| of_server(begin, &error))?;
        Ok(conn)
    }
}

/// TLS that trusts the certificates in the PEM file at `path` alone: a centre's database has a
/// certificate of its own making, no public one.
fn trusting(path: &Path) -> Result<ClientConfig> {
    let what = path.display().to_string();
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_file_iter(path).map_err(|error| failed(&what, error))? {
        let certificate = certificate.map_err(|error| failed(&what, error))?;
        roots
            .add(certificate)
            .map_err(|error| failed(&what, error))?;
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| failed(&what, error))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(config)
}

/// A connection in a transaction. Dropped without [`Conn::commit`], it rolls back.
pub(crate) struct Conn {
    client: Option<Object>,
}

impl Conn {
    fn client(&self) -> &Object {
        self.client
            .as_ref()
            .expect("a connection is given back only when committed or dropped")
    }

    pub(crate) async fn query(&mut self, call: &Call<'_>, each: &mut EachRow<'_>) -> Result<()> {
        let rows = self.rows(call).await?;
        pin_mut!(rows);
        while let Some(row) = rows
            .try_next()
            .await
            .map_err(|error| of_server(call.name, &error))?
        {
            let mut values = Vec::with_capacity(call.columns.len());
            for (index, kind) in call.columns.iter().enumerate() {
                values.push(read(&row, index, *kind));
            }
            each(&mut values.into_iter())?;
        }
        Ok(())
    }

    pub(crate) async fn execute(&mut self, call: &Call<'_>) -> Result<u64> {
        let rows = self.rows(call).await?;
        pin_mut!(rows);
        while rows
            .try_next()
            .await
            .map_err(|error| of_server(call.name, &error))?
            .is_some()
        {}
        rows.rows_affected()
            .ok_or_else(|| Error::broken(format!("{}: no number of rows", call.name)))
    }

    /// Runs a statement. A long one is planned anew each time: the plan that is kept for a prepared
    /// statement may have been made when the table was small, and then costs minutes.
    async fn rows(&self, call: &Call<'_>) -> Result<RowStream> {
        let values = call.values.iter().map(Bound);
        let rows = if call.long {
            let typed = values.zip(call.kinds().map(sql_type));
            self.client().query_typed_raw(call.postgres, typed).await
        } else {
            let statement = self.prepare(call).await?;
            self.client().query_raw(&statement, values).await
        };
        rows.map_err(|error| of_server(call.name, &error))
    }

    pub(crate) async fn insert_many(
        &mut self,
        bulk: &BulkInfo,
        centre: &Value,
        rows: &mut (dyn Iterator<Item = Vec<Value>> + Send),
    ) -> Result<u64> {
        let first: Vec<Vec<Value>> = rows.take(ROWS_WORTH_A_COPY + 1).collect();
        let types: Vec<Type> = std::iter::once(Kind::Int)
            .chain(bulk.kinds.iter().copied())
            .map(sql_type)
            .collect();
        if first.len() <= ROWS_WORTH_A_COPY {
            return self.insert_each(bulk, &types, centre, &first).await;
        }
        let sink = self
            .client()
            .copy_in(bulk.copy_sql().as_str())
            .await
            .map_err(|error| of_server(bulk.table, &error))?;
        let writer = BinaryCopyInWriter::new(sink, &types);
        pin_mut!(writer);
        for row in first.into_iter().chain(rows) {
            let row: Vec<Bound<'_>> = std::iter::once(centre).chain(&row).map(Bound).collect();
            writer
                .as_mut()
                .write_raw(row)
                .await
                .map_err(|error| of_server(bulk.table, &error))?;
        }
        writer
            .finish()
            .await
            .map_err(|error| of_server(bulk.table, &error))
    }

    async fn insert_each(
        &self,
        bulk: &BulkInfo,
        types: &[Type],
        centre: &Value,
        rows: &[Vec<Value>],
    ) -> Result<u64> {
        let client = self.client();
        let statement = client
            .prepare_typed_cached(&bulk.insert_sql(), types)
            .await
            .map_err(|error| of_server(bulk.table, &error))?;
        let inserts = rows.iter().map(|row| {
            let parameters: Vec<Bound<'_>> =
                std::iter::once(centre).chain(row).map(Bound).collect();
            client.execute_raw(&statement, parameters)
        });
        let counts = try_join_all(inserts)
            .await
            .map_err(|error| of_server(bulk.table, &error))?;
        Ok(counts.iter().sum())
    }

    pub(crate) async fn batch(&mut self, name: &str, sql: &str) -> Result<()> {
        self.client()
            .batch_execute(sql)
            .await
            .map_err(|error| of_server(name, &error))
    }

    pub(crate) async fn commit(mut self) -> Result<()> {
        self.client()
            .batch_execute("COMMIT")
            .await
            .map_err(|error| of_server("commit", &error))?;
        drop(self.client.take());
        Ok(())
    }

    async fn prepare(&self, call: &Call<'_>) -> Result<Statement> {
        let types: Vec<Type> = call.kinds().map(sql_type).collect();
        self.client()
            .prepare_typed_cached(call.postgres, &types)
            .await
            .map_err(|error| of_server(call.name, &error))
    }

    /// Prepares a statement and compares what it takes and returns with what it declares.
    pub(crate) async fn check(&mut self, call: &Call<'_>) -> Result<()> {
        let statement = self.prepare(call).await?;
        let returns: Vec<Type> = statement
            .columns()
            .iter()
            .map(|c| c.type_().clone())
            .collect();
        let declared: Vec<Type> = call.columns.iter().copied().map(sql_type).collect();
        let takes: Vec<Type> = statement.params().to_vec();
        let given: Vec<Type> = call.kinds().map(sql_type).collect();
        // A trailing parameter that the text never names is one the statement doesn't need.
        if returns != declared || takes != given {
            return Err(Error::broken(format!(
                "{}: PostgreSQL takes {takes:?} and returns {returns:?}, \
                 declared are {given:?} and {declared:?}",
                call.name
            )));
        }
        Ok(())
    }
}

impl Drop for Conn {
    fn drop(&mut self) {
        let Some(client) = self.client.take() else {
            return;
        };
        match tokio::runtime::Handle::try_current() {
            Ok(runtime) => {
                runtime.spawn(async move {
                    if client.batch_execute("ROLLBACK").await.is_err() {
                        // The next user must not find a transaction half done: close it.
                        drop(Object::take(client));
                    }
                });
            }
            // Without a runtime nothing can be sent: the connection is closed, which rolls back.
            Err(_) => drop(Object::take(client)),
        }
    }
}

/// What a server answered instead of doing what was asked.
fn of_server(name: &str, error: &tokio_postgres::Error) -> Error {
    let conflicts = [
        SqlState::T_R_DEADLOCK_DETECTED,
        SqlState::T_R_SERIALIZATION_FAILURE,
    ];
    if error.code().is_some_and(|code| conflicts.contains(code)) {
        return given_up();
    }
    failed(name, told(error))
}

/// A server's message with its code. Its detail may hold values and stays out of the log.
fn told(error: &tokio_postgres::Error) -> String {
    match error.as_db_error() {
        Some(server) => format!("{} ({})", server.message(), server.code().code()),
        None => caused(error),
    }
}

/// An error with its causes: a driver's own words say little more than where it happened.
fn caused(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    text
}

fn sql_type(kind: Kind) -> Type {
    match kind {
        Kind::Int => Type::INT8,
        Kind::Month => Type::INT4,
        Kind::Text => Type::TEXT,
        Kind::Bool => Type::BOOL,
        Kind::Date => Type::DATE,
        Kind::Instant => Type::TIMESTAMPTZ,
        Kind::Bytes => Type::BYTEA,
        Kind::Id => Type::UUID,
    }
}

#[derive(Debug)]
struct Bound<'a>(&'a Value);

impl ToSql for Bound<'_> {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut bytes::BytesMut,
    ) -> std::result::Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self.0 {
            Value::Null => Ok(IsNull::Yes),
            Value::Int(number) => number.to_sql(ty, out),
            Value::Month(month) => month.to_sql(ty, out),
            Value::Text(text) => text.to_sql(ty, out),
            Value::Bool(truth) => truth.to_sql(ty, out),
            Value::Date(date) => date.to_sql(ty, out),
            Value::Instant(at) => at.to_sql(ty, out),
            Value::Bytes(bytes) => bytes.to_sql(ty, out),
            Value::Id(uuid) => uuid.to_sql(ty, out),
        }
    }

    // Every statement is prepared with the types of its kinds, so what comes here fits.
    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

/// The value as its kind; what isn't one, such as the date `infinity`, as what it is.
fn read(row: &Row, index: usize, kind: Kind) -> Value {
    let value = match kind {
        Kind::Int => get(row, index, Value::Int),
        Kind::Month => get(row, index, Value::Month),
        Kind::Text => get(row, index, Value::Text),
        Kind::Bool => get(row, index, Value::Bool),
        Kind::Date => get(row, index, Value::Date),
        Kind::Instant => get(row, index, Value::Instant),
        Kind::Bytes => get(row, index, Value::Bytes),
        Kind::Id => get(row, index, Value::Id),
    };
    value.unwrap_or_else(|_| row.get::<_, AsItIs>(index).0)
}

fn get<'a, T: FromSql<'a>>(
    row: &'a Row,
    index: usize,
    value: fn(T) -> Value,
) -> std::result::Result<Value, tokio_postgres::Error> {
    let stored = row.try_get::<_, Option<T>>(index)?;
    Ok(stored.map_or(Value::Null, value))
}

/// A value of any type as the server sent it. It comes as bytes, which no column of another kind
/// reads.
struct AsItIs(Value);

impl<'a> FromSql<'a> for AsItIs {
    fn from_sql(
        _: &Type,
        raw: &'a [u8],
    ) -> std::result::Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(AsItIs(Value::Bytes(raw.to_vec())))
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}
