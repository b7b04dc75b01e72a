//! What a transaction promises, on SQLite and, where `TEST_PG_URL` names a server, on PostgreSQL.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::atomic::{AtomicU32, Ordering};

use db::{Backend, Config, Count, Db, Keys, ListQuery};
use kernel::{CentreId, Clock, Date, Fen, Instant, Month, StaffId};

const SCHEMA: db::MigrationSet = db::MigrationSet {
    name: "test",
    steps: &[db::Step {
        name: "001",
        sql: "-- class: centre
CREATE TABLE thing (
    centre_id {int} NOT NULL,
    thing_no {int} NOT NULL,
    name {text} NOT NULL,
    amount_fen {fen},
    seen {bool} NOT NULL,
    day {date} NOT NULL,
    at {instant} NOT NULL,
    month {month} NOT NULL,
    id {id} NOT NULL,
    raw {bytes} NOT NULL,
    PRIMARY KEY (centre_id, thing_no)
)
-- pg: WITH (fillfactor = 50)
-- sqlite: WITHOUT ROWID
;
",
    }],
};

db::row! {
    /// A row with a column of every kind.
    struct Thing {
        thing_no: i64,
        name: String,
        amount_fen: Option<Fen>,
        seen: bool,
        day: Date,
        at: Instant,
        month: Month,
        id: StaffId,
        raw: Vec<u8>,
    }
}

db::statements! {
    /// All things in order.
    THINGS: () => Thing =
        "SELECT thing_no, name, amount_fen, seen, day, at, month, id, raw FROM thing \
         WHERE centre_id = $1 ORDER BY thing_no";
    /// The day of the one thing there is, as the database writes it.
    DAY_AS_TEXT: () => (String,) = "SELECT CAST(day AS TEXT) FROM thing WHERE centre_id = $1";
    /// One thing, kept.
    THING_KEPT [for update]: (i64,) => (String,) =
        "SELECT name FROM thing WHERE centre_id = $1 AND thing_no = $2";
    /// A new thing; one that exists stays as it is.
    ADD: Thing => () =
        "INSERT INTO thing (centre_id, thing_no, name, amount_fen, seen, day, at, month, id, raw) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (centre_id, thing_no) DO NOTHING";
    /// A statement that writes and returns, as a reading transaction must not.
    ADD_RETURNING: (i64,) => (i64,) =
        "INSERT INTO thing (centre_id, thing_no, name, seen, day, at, month, id, raw) \
         SELECT centre_id, thing_no + $2, name, seen, day, at, month, id, raw FROM thing \
          WHERE centre_id = $1 RETURNING thing_no";
    /// Renames; the parameters stand out of order in the text.
    RENAME: (i64, String) => () =
        "UPDATE thing SET name = $3 WHERE thing_no = $2 AND centre_id = $1";
}

const BULK: db::Bulk<Thing> = db::Bulk::of("thing");

static LIST: db::List<(i64, String)> = db::List::new(db::ListInfo {
    name: "things",
    joined: None,
    given: &[],
    select: "t.thing_no, t.name",
    from: "thing t",
    filter: "t.centre_id = $1",
    key: db::ListColumn {
        name: "thing_no",
        sql: "t.thing_no",
        kind: db::Kind::Int,
        ops: &[db::Op::AtLeast, db::Op::AtMost],
        sort: true,
    },
    columns: &[
        db::ListColumn {
            name: "name",
            sql: "t.name",
            kind: db::Kind::Text,
            ops: &[db::Op::Equal, db::Op::Contains],
            sort: true,
        },
        db::ListColumn {
            name: "early",
            sql: "(t.thing_no IN (1, 2))",
            kind: db::Kind::Bool,
            ops: &[db::Op::Holds],
            sort: false,
        },
        sorted("day", db::Kind::Date),
        sorted("at", db::Kind::Instant),
        sorted("month", db::Kind::Month),
        sorted("seen", db::Kind::Bool),
        sorted("id", db::Kind::Id),
        sorted("raw", db::Kind::Bytes),
    ],
    default_sort: "thing_no",
    totals: &[("amount_fen", "CAST(SUM(t.amount_fen) AS BIGINT)")],
});

const fn sorted(name: &'static str, kind: db::Kind) -> db::ListColumn {
    db::ListColumn {
        name,
        sql: name,
        kind,
        ops: &[db::Op::Equal],
        sort: true,
    }
}

fn thing(clock: &Clock, thing_no: i64, name: &str) -> Thing {
    Thing {
        thing_no,
        name: name.to_owned(),
        amount_fen: (thing_no % 2 == 0).then_some(Fen::new(thing_no)),
        seen: thing_no % 2 == 1,
        day: clock.today(),
        at: clock.now(),
        month: clock.today().month(),
        id: StaffId::new(clock),
        raw: vec![0, 255],
    }
}

fn centre() -> CentreId {
    CentreId::new(1).unwrap()
}

/// A fresh database of each kind there is, with the folder that holds it.
async fn each_database() -> Vec<(Db, tempfile::TempDir)> {
    let folder = tempfile::tempdir().unwrap();
    let mut backends = vec![Backend::Sqlite {
        path: folder.path().join("test.db"),
    }];
    match std::env::var("TEST_PG_URL") {
        Ok(url) => backends.push(fresh_on_postgres(&url).await),
        Err(_) => skipped("on PostgreSQL"),
    }
    let clock = Clock::system();
    let mut databases = Vec::new();
    for backend in backends {
        let db = Db::open(
            &Config {
                backend,
                connections: 4,
            },
            Keys::random().unwrap(),
        )
        .unwrap();
        assert_eq!(db.migrate(&[&SCHEMA], &clock).await.unwrap(), 1);
        assert_eq!(
            db.migrate(&[&SCHEMA], &clock).await.unwrap(),
            0,
            "a step runs once"
        );
        databases.push((db, tempfile::tempdir().unwrap()));
    }
    databases[0].1 = folder;
    databases
}

/// Says that something was not tested, past the harness, which keeps what a passing test prints.
fn skipped(what: &str) {
    use std::io::Write as _;
    assert!(
        std::env::var_os("CI").is_none(),
        "in CI nothing is skipped: TEST_PG_URL is not set"
    );
    let _ = writeln!(std::io::stdout(), "skipped: {what}, TEST_PG_URL is not set");
}

async fn fresh_on_postgres(url: &str) -> Backend {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let name = format!(
        "db_{}_{}",
        std::process::id(),
        NUMBER.fetch_add(1, Ordering::Relaxed)
    );
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls)
        .await
        .unwrap();
    let running = tokio::spawn(connection);
    client
        .batch_execute(&format!("CREATE DATABASE {name} TEMPLATE template0"))
        .await
        .unwrap();
    // Set up for people elsewhere, as a server may be.
    client
        .batch_execute(&format!("ALTER DATABASE {name} SET datestyle = 'SQL, DMY'"))
        .await
        .unwrap();
    drop(client);
    running.await.unwrap().unwrap();
    let (base, _) = url.rsplit_once('/').unwrap();
    Backend::Postgres {
        url: format!("{base}/{name}"),
        root_certificate: None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_value_reads_back() {
    let clock = Clock::system();
    for (db, _folder) in each_database().await {
        let things = [thing(&clock, 1, "一"), thing(&clock, 2, "o'二\"$1")];
        let mut tx = db.write(centre()).await.unwrap();
        for thing in &things {
            tx.execute_one(&ADD, thing.clone()).await.unwrap();
        }
        assert_eq!(
            tx.execute(&ADD, things[0].clone()).await.unwrap(),
            0,
            "a second is ignored"
        );
        tx.commit().await.unwrap();
        let read = db
            .read(centre())
            .await
            .unwrap()
            .all(&THINGS, ())
            .await
            .unwrap();
        assert_eq!(format!("{read:?}"), format!("{things:?}"), "{db:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_date_as_text_is_iso_however_the_server_was_set_up() {
    let clock = Clock::system();
    for (db, _folder) in each_database().await {
        let mut tx = db.write(centre()).await.unwrap();
        let thing = thing(&clock, 1, "一");
        tx.execute_one(&ADD, thing.clone()).await.unwrap();
        let (day,) = tx.one(&DAY_AS_TEXT, ()).await.unwrap();
        assert_eq!(day, thing.day.to_string(), "{db:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_null_character_is_refused_alike() {
    let clock = Clock::system();
    for (db, _folder) in each_database().await {
        let code = |error: kernel::Error| error.refusal().map(kernel::Refusal::code);
        let mut tx = db.write(centre()).await.unwrap();
        let refused = tx
            .execute(&ADD, thing(&clock, 1, "a\0b"))
            .await
            .unwrap_err();
        assert_eq!(code(refused), Some("text_not_storable"));
        let rows = (1..=100).map(|no| thing(&clock, no, if no == 50 { "\0" } else { "x" }));
        let refused = tx
            .insert_many(&BULK, rows.collect::<Vec<_>>())
            .await
            .unwrap_err();
        assert_eq!(code(refused), Some("text_not_storable"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_statement_and_list_prepares() {
    for (db, _folder) in each_database().await {
        for info in STATEMENTS {
            db::check_statement(&db, info).await.unwrap();
        }
        let (info, kinds) = LIST.info();
        db::check_list(&db, &info, kinds).await.unwrap();
    }
    assert_eq!(db::check_migrations(&[&SCHEMA]), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn parameters_out_of_order_bind_by_number() {
    let clock = Clock::system();
    for (db, _folder) in each_database().await {
        let mut tx = db.write(centre()).await.unwrap();
        tx.execute_one(&ADD, thing(&clock, 7, "旧")).await.unwrap();
        tx.execute_one(&RENAME, (7, "新".to_owned())).await.unwrap();
        assert_eq!(tx.one(&THING_KEPT, (7,)).await.unwrap().0, "新");
        assert!(
            tx.execute_one(&RENAME, (8, "无".to_owned())).await.is_err(),
            "no such row"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_committed_is_not_there() {
    let clock = Clock::system();
    for (db, _folder) in each_database().await {
        for _ in 0..20 {
            let mut tx = db.write(centre()).await.unwrap();
            tx.execute_one(&ADD, thing(&clock, 1, "x")).await.unwrap();
            drop(tx);
        }
        let read = db
            .read(centre())
            .await
            .unwrap()
            .all(&THINGS, ())
            .await
            .unwrap();
        assert!(read.is_empty(), "{db:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_centre_sees_nothing() {
    let clock = Clock::system();
    for (db, _folder) in each_database().await {
        let mut tx = db.write(centre()).await.unwrap();
        tx.execute_one(&ADD, thing(&clock, 1, "x")).await.unwrap();
        tx.commit().await.unwrap();
        let other = CentreId::new(2).unwrap();
        assert!(
            db.read(other)
                .await
                .unwrap()
                .all(&THINGS, ())
                .await
                .unwrap()
                .is_empty()
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn few_rows_and_many_load_alike() {
    let clock = Clock::system();
    for count in [1, 16, 17, 5_000] {
        for (db, _folder) in each_database().await {
            let mut tx = db.write(centre()).await.unwrap();
            let rows: Vec<Thing> = (1..=count).map(|no| thing(&clock, no, "批")).collect();
            let loaded = tx.insert_many(&BULK, rows).await.unwrap();
            tx.commit().await.unwrap();
            assert_eq!(loaded, u64::try_from(count).unwrap());
            let mut seen = 0;
            let mut tx = db.read(centre()).await.unwrap();
            tx.for_each(&THINGS, (), |thing| {
                seen += 1;
                assert_eq!(thing.thing_no, seen);
                Ok(())
            })
            .await
            .unwrap();
            assert_eq!(seen, count, "{db:?}");
        }
    }
}

/// Every row, page by page.
async fn walk(db: &Db, sort: &str) -> Vec<(i64, String)> {
    let mut tx = db.read(centre()).await.unwrap();
    let (mut after, mut seen) = (None, Vec::new());
    loop {
        let query = ListQuery {
            given: Vec::new(),
            filters: vec![],
            sort: Some(sort.to_owned()),
            after,
            limit: 5,
        };
        let page = tx.list(&LIST, &query).await.unwrap();
        assert_eq!(page.count, Count::Exact(23));
        seen.extend(page.items);
        after = page.next;
        if after.is_none() {
            return seen;
        }
    }
}

/// Things, each with the name of the one before.
static FOLLOWING: db::List<(i64, Option<String>)> = db::List::new(db::ListInfo {
    name: "following",
    given: &[],
    select: "t.thing_no, b.name",
    from: "thing t",
    joined: Some(db::Joined {
        row: "t",
        tables: "LEFT JOIN thing b ON b.centre_id = t.centre_id AND b.thing_no = t.thing_no - 1",
    }),
    filter: "t.centre_id = $1",
    key: db::ListColumn::new("thing_no", "t.thing_no", db::Kind::Int, &[db::Op::AtLeast]).sorted(),
    columns: &[sorted("name", db::Kind::Text)],
    default_sort: "-name",
    totals: &[("things", "CAST(COUNT(*) AS BIGINT)")],
});

#[tokio::test(flavor = "multi_thread")]
async fn joined_rows_keep_their_order_and_pages() {
    let clock = Clock::system();
    for (db, _folder) in each_database().await {
        let (info, kinds) = FOLLOWING.info();
        db::check_list(&db, &info, kinds).await.unwrap();
        let mut tx = db.write(centre()).await.unwrap();
        let named = [(1, "丙"), (2, "甲"), (3, "乙"), (4, "乙")];
        let rows = named.map(|(no, name)| thing(&clock, no, name));
        tx.insert_many(&BULK, rows).await.unwrap();
        let mut query = ListQuery {
            limit: 3,
            ..ListQuery::default()
        };
        let page = tx.list(&FOLLOWING, &query).await.unwrap();
        let following = |no, name: &str| (no, Some(name.to_owned()));
        // 甲, 乙 and 丙 are ordered by their code points: 丙 < 乙 < 甲.
        let first = [following(2, "丙"), following(4, "乙"), following(3, "甲")];
        assert_eq!(
            (page.items.as_slice(), page.count),
            (&first[..], Count::Exact(4))
        );
        query.after = page.next;
        let page = tx.list(&FOLLOWING, &query).await.unwrap();
        assert_eq!(page.items, [(1, None)], "nothing stands before the first");
        let mut whole = Vec::new();
        let each = |row| {
            whole.push(row);
            Ok(())
        };
        tx.list_each(&FOLLOWING, &query, each).await.unwrap();
        let numbers: Vec<i64> = whole
            .iter()
            .map(|row: &(i64, Option<String>)| row.0)
            .collect();
        assert_eq!(
            (numbers, whole[3].clone()),
            (vec![1, 2, 3, 4], following(4, "乙"))
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_join_into_the_whole_list_in_every_order() {
    let clock = Clock::system();
    for (db, _folder) in each_database().await {
        let mut tx = db.write(centre()).await.unwrap();
        // Names repeat and hold the cursor's own sign, so that only the key tells rows apart.
        let names = ["甲", "甲~乙", "", "甲"];
        let rows: Vec<Thing> = (1..=23)
            .map(|no| thing(&clock, no, names[usize::try_from(no % 4).unwrap()]))
            .collect();
        tx.insert_many(&BULK, rows).await.unwrap();
        tx.commit().await.unwrap();
        for sort in ["day", "-at", "month", "-month", "seen", "id", "-raw"] {
            let mut numbers: Vec<i64> = walk(&db, sort).await.iter().map(|row| row.0).collect();
            numbers.sort_unstable();
            assert_eq!(numbers, (1..=23).collect::<Vec<_>>(), "{sort} on {db:?}");
        }
        for sort in ["thing_no", "-thing_no", "name", "-name"] {
            let seen = walk(&db, sort).await;
            let mut expected = seen.clone();
            match sort.trim_start_matches('-') {
                "name" => expected.sort_by(|a, b| (&a.1, a.0).cmp(&(&b.1, b.0))),
                _ => expected.sort(),
            }
            if sort.starts_with('-') {
                expected.reverse();
            }
            assert_eq!(seen.len(), 23, "{sort} on {db:?}");
            assert_eq!(seen, expected, "{sort} on {db:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_bind_and_unknown_ones_are_refused() {
    let clock = Clock::system();
    for (db, _folder) in each_database().await {
        let mut tx = db.write(centre()).await.unwrap();
        let rows = (1..=6).map(|no| thing(&clock, no, if no < 4 { "甲一" } else { "乙" }));
        tx.insert_many(&BULK, rows.collect::<Vec<_>>())
            .await
            .unwrap();
        let mut ask = async |filters: &[(&str, &str)]| {
            let filters = filters
                .iter()
                .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
                .collect();
            let query = ListQuery {
                given: Vec::new(),
                filters,
                sort: None,
                after: None,
                limit: 50,
            };
            let page = tx.list(&LIST, &query).await;
            let totals = tx.list_totals(&LIST, &query).await;
            page.map(|page| (page.items.len(), totals.unwrap()[0].1))
        };
        assert_eq!(ask(&[("name", "乙")]).await.unwrap(), (3, 10));
        assert_eq!(ask(&[("name.contains", "甲")]).await.unwrap(), (3, 2));
        // What LIKE reads otherwise is read as it is written.
        for none in ["%", "_", "!", "%甲"] {
            assert_eq!(
                ask(&[("name.contains", none)]).await.unwrap(),
                (0, 0),
                "{none}"
            );
        }
        assert_eq!(
            ask(&[("thing_no.from", "2"), ("thing_no.to", "3")])
                .await
                .unwrap(),
            (2, 2)
        );
        assert_eq!(ask(&[("early", "true")]).await.unwrap().0, 2);
        assert_eq!(ask(&[("early", "false")]).await.unwrap().0, 4);
        assert_eq!(ask(&[("name", "' OR 1=1 --")]).await.unwrap(), (0, 0));
        for (filter, code) in [
            (("nobody", "1"), "filter_unknown"),
            (("name.from", "1"), "filter_unknown"),
            (("thing_no.from", "一"), "filter_invalid"),
            (("early", "maybe"), "filter_invalid"),
        ] {
            let refused = ask(&[filter]).await.unwrap_err();
            assert_eq!(refused.refusal().map(kernel::Refusal::code), Some(code));
        }
        let many = vec![("name", "x"); 17];
        let refused = ask(&many).await.unwrap_err();
        assert_eq!(
            refused.refusal().map(kernel::Refusal::code),
            Some("filter_too_many")
        );
        let garbage = ListQuery {
            after: Some("zz~".into()),
            limit: 5,
            ..ListQuery::default()
        };
        assert!(
            tx.list(&LIST, &garbage)
                .await
                .unwrap_err()
                .refusal()
                .is_some()
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_transaction_that_failed_can_t_be_committed() {
    let clock = Clock::system();
    for (db, _folder) in each_database().await {
        let mut tx = db.write(centre()).await.unwrap();
        tx.execute_one(&ADD, thing(&clock, 1, "x")).await.unwrap();
        let twice = [thing(&clock, 2, "x"), thing(&clock, 2, "x")];
        assert!(
            tx.insert_many(&BULK, twice).await.is_err(),
            "the key stands twice"
        );
        assert!(tx.commit().await.is_err(), "{db:?}");
        let read = db
            .read(centre())
            .await
            .unwrap()
            .all(&THINGS, ())
            .await
            .unwrap();
        assert!(read.is_empty(), "nothing of it stayed on {db:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn at_one_moment_every_transaction_reads_the_same_state() {
    let clock = Clock::system();
    for (db, _folder) in each_database().await {
        let add = async |thing_no, name| {
            let mut tx = db.write(centre()).await.unwrap();
            tx.execute_one(&ADD, thing(&clock, thing_no, name))
                .await
                .unwrap();
            tx.commit().await.unwrap();
        };
        let count = async |db: &Db| {
            let mut tx = db.read(centre()).await.unwrap();
            tx.all(&THINGS, ()).await.unwrap().len()
        };
        add(1, "before").await;
        let moment = db.at_one_moment(centre()).await.unwrap();
        assert_eq!(count(&moment).await, 1, "{db:?}");
        add(2, "since").await;
        assert_eq!((count(&moment).await, count(&db).await), (1, 2), "{db:?}");

        let _held = moment.read(centre()).await.unwrap();
        let inside = moment.read(centre()).await;
        assert!(inside.is_err(), "{db:?}: it would wait for itself");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reading_transaction_can_t_write() {
    let clock = Clock::system();
    for (db, _folder) in each_database().await {
        let mut tx = db.read(centre()).await.unwrap();
        assert!(tx.optional(&ADD_RETURNING, (1,)).await.is_err(), "{db:?}");
        drop(tx);
        let mut tx = db.write(centre()).await.unwrap();
        tx.execute_one(&ADD, thing(&clock, 1, "x")).await.unwrap();
        tx.commit().await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_without_tls_is_refused_when_a_certificate_is_named() {
    let Ok(url) = std::env::var("TEST_PG_URL") else {
        return skipped("a_server_without_tls_is_refused_when_a_certificate_is_named");
    };
    let folder = tempfile::tempdir().unwrap();
    let certificate = folder.path().join("ca.pem");
    std::fs::write(&certificate, "").unwrap();
    let backend = Backend::Postgres {
        url,
        root_certificate: Some(certificate),
    };
    let db = Db::open(
        &Config {
            backend,
            connections: 1,
        },
        Keys::random().unwrap(),
    )
    .unwrap();
    let error = db.read(centre()).await.err().unwrap();
    assert!(error.to_string().contains("TLS"), "{error}");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_writers_of_one_row_go_one_after_the_other() {
    let clock = Clock::system();
    for (db, _folder) in each_database().await {
        let mut tx = db.write(centre()).await.unwrap();
        tx.execute_one(&ADD, thing(&clock, 1, "0")).await.unwrap();
        tx.commit().await.unwrap();
        let tasks: Vec<_> = (0..16)
            .map(|_| {
                let db = db.clone();
                tokio::spawn(async move {
                    let mut tx = db.write(centre()).await.unwrap();
                    let (name,) = tx.one(&THING_KEPT, (1,)).await.unwrap();
                    let next = name.parse::<i64>().unwrap() + 1;
                    tx.execute_one(&RENAME, (1, next.to_string()))
                        .await
                        .unwrap();
                    tx.commit().await.unwrap();
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
        let mut tx = db.write(centre()).await.unwrap();
        assert_eq!(tx.one(&THING_KEPT, (1,)).await.unwrap().0, "16", "{db:?}");
    }
}
