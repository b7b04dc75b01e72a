//! A connection behind the program's back, for what no request can do.

use db::Backend;
use tokio_postgres::NoTls;

/// Puts what a database needs around every `id:column`.
fn digits_of_ids(sql: &str, [before, after]: [&str; 2]) -> String {
    let mut pieces = sql.split("id:");
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let end = piece.find(|c: char| c != '_' && !c.is_ascii_alphanumeric());
        let (column, rest) = piece.split_at(end.unwrap_or(piece.len()));
        whole += &format!("{before}{column}{after}{rest}");
    }
    whole
}

/// A connection behind the program's back, which no foreign key stops.
pub(crate) enum Behind {
    Sqlite(rusqlite::Connection),
    Postgres(tokio_postgres::Client),
}

impl Behind {
    pub(crate) async fn open(backend: &Backend) -> Behind {
        match backend {
            Backend::Sqlite { path } => {
                let raw = rusqlite::Connection::open(path).unwrap();
                raw.pragma_update(None, "foreign_keys", false).unwrap();
                raw.pragma_update(None, "ignore_check_constraints", true)
                    .unwrap();
                Behind::Sqlite(raw)
            }
            Backend::Postgres { url, .. } => {
                let (client, connection) = tokio_postgres::connect(url, NoTls).await.unwrap();
                tokio::spawn(connection);
                let quiet = "SET session_replication_role = replica";
                client.batch_execute(quiet).await.unwrap();
                Behind::Postgres(client)
            }
        }
    }

    /// The one text that a query answers; `id:column` in it is an id's digits.
    pub(crate) async fn text(&self, sql: &str) -> String {
        match self {
            Behind::Sqlite(raw) => {
                let sql = digits_of_ids(sql, ["lower(hex(", "))"]);
                raw.query_row(&sql, [], |row| row.get(0)).expect(&sql)
            }
            Behind::Postgres(client) => {
                let sql = digits_of_ids(sql, ["replace(CAST(", " AS TEXT), '-', '')"]);
                client.query_one(&sql, &[]).await.expect(&sql).get(0)
            }
        }
    }

    /// The steps by which the embedded database would answer a query.
    pub(crate) fn plan(&self, sql: &str) -> Vec<String> {
        let Behind::Sqlite(raw) = self else {
            panic!("a plan of the embedded database");
        };
        let mut plan = raw.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let steps = plan.raw_query().mapped(|row| row.get(3));
        steps.collect::<Result<_, _>>().unwrap()
    }

    /// Runs statements.
    pub(crate) async fn batch(&self, sql: &str) {
        match self {
            Behind::Sqlite(raw) => raw.execute_batch(sql).expect(sql),
            Behind::Postgres(client) => client.batch_execute(sql).await.expect(sql),
        }
    }

    /// Runs a change that must meet one row.
    pub(crate) async fn change(&self, sql: &str) {
        let rows = match self {
            Behind::Sqlite(raw) => raw.execute(sql, []).expect(sql) as u64,
            Behind::Postgres(client) => client.execute(sql, &[]).await.expect(sql),
        };
        assert_eq!(rows, 1, "{sql}");
    }
}
