//! What goes wrong while a backup is made or restored, and what is left then.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Output;

use db::backup::{self as format, Draft};
use db::{Backend, Config as Place, Db, Keys, MigrationSet};
use kernel::{Clock, Error, Result};
use platform::{App, Caller, centre};
use serde_json::json;
use server::{availability, backup, command, serve, wiring};
use testkit::On;

use crate::backup::{Site, code_of};
use crate::behind::Behind;
use crate::installation::{anju, told};

/// A place with keys and without a centre.
struct Vacant(Site);

impl Vacant {
    async fn on(on: On) -> Option<Vacant> {
        let site = Site::empty(on).await?;
        Keys::create(site.key_file()).unwrap();
        Some(Vacant(site))
    }
}

/// A place whose centre was founded under an older schema, by so many steps of the last crate.
async fn older(on: On) -> Option<Site> {
    let site = Vacant::on(on).await?.0;
    let (_, steps) = fund::MIGRATIONS.steps.split_last().unwrap();
    let fund = MigrationSet {
        name: "fund",
        steps,
    };
    let mut sets = wiring::MIGRATIONS.to_vec();
    *sets.last_mut().unwrap() = &fund;
    let keys = Keys::load(site.key_file()).unwrap();
    let db = Db::open(&site.config.database, keys).unwrap();
    db.migrate(&sets, &Clock::system()).await.unwrap();
    let app = App::new(db, Clock::system());
    let system = Caller::system("founding", site.config.centre);
    let key = "founding".parse().unwrap();
    centre::register(&app, &system, &key, "安居市住房公积金管理中心")
        .await
        .unwrap();
    Some(site)
}

struct Older(Site);

impl Older {
    async fn on(on: On) -> Option<Older> {
        Some(Older(older(on).await?))
    }
}

const TABLES: &str = "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'public'";

async fn make(site: &Site, file: &Path) -> Result<String> {
    let mut said = Vec::new();
    backup::make(&site.config, file, &mut said).await?;
    Ok(told(&said))
}

/// What each command that only looks says of a place.
async fn looked_at(site: &Site) -> [Option<Error>; 3] {
    let day = "2026-11-02".parse().unwrap();
    let mut out = Vec::new();
    [
        make(site, &site.path("none.anju")).await.err(),
        command::verify(&site.config, &mut out).await.err(),
        availability::availability(&site.config, None, (day, day), &mut out)
            .await
            .err(),
    ]
}

testkit::both! {
    async fn where_no_centre_is_nothing_is_made_copied_or_proved(vacant: Vacant) {
        let site = vacant.0;
        for error in looked_at(&site).await {
            assert_eq!(code_of(&error.unwrap()), "centre_missing");
        }
        match &site.config.database.backend {
            Backend::Sqlite { path } => assert!(!path.exists()),
            Backend::Postgres { .. } => assert_eq!(site.number(TABLES).await, 0),
        }
        // Tables without a centre, as a founding that was refused leaves them.
        serve::open(&site.config, &Clock::system()).await.unwrap();
        for error in looked_at(&site).await {
            assert_eq!(code_of(&error.unwrap()), "centre_missing");
        }
        let left = std::fs::read_dir(site.path("")).unwrap();
        let left = left.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let left: Vec<String> = left.filter(|name| name.starts_with("none")).collect();
        assert_eq!(left, Vec::<String>::new());
    }

    async fn an_older_schema_is_backed_up_as_it_is_and_comes_back_up_to_date(older: Older) {
        let site = older.0;
        let steps = "SELECT COUNT(*) FROM migration";
        let before = site.number(steps).await;
        let [backed_up, verified, told] = looked_at(&site).await;
        assert!(backed_up.is_none(), "{backed_up:?}");
        for error in [verified, told] {
            assert_eq!(code_of(&error.unwrap()), "schema_differs");
        }
        assert_eq!(site.number(steps).await, before, "who looks changes nothing");
        let bytes = std::fs::read(site.path("none.anju")).unwrap();
        let other = site.to_restore_into().await;
        let (said, whole) = other.restore(&bytes).await.unwrap();
        assert!(whole, "{said}");
        assert_eq!(other.number(steps).await, before + 1);
        // A schema that is none of this program's.
        let behind = Behind::open(&other.config.database.backend).await;
        behind.change("UPDATE migration SET name = 'fund/999_later' WHERE name = 'fund/001_accounts'").await;
        let refused = command::verify(&other.config, &mut Vec::new()).await.unwrap_err();
        assert_eq!(code_of(&refused), "schema_differs");
        assert!(refused.to_string().contains("另一版本"), "{refused}");
    }

    async fn one_file_takes_one_backup_at_a_time(site: Site) {
        let file = site.path("once.anju");
        let partial = format::beside(&file, ".partial");
        let other = Draft::take(partial.clone(), format::running).unwrap();
        assert_eq!(code_of(&make(&site, &file).await.unwrap_err()), "backup_running");
        assert!(partial.exists(), "it is the other's");
        drop(other);
        // The same file twice at once: one is whole, the other says why it isn't.
        let (one, two) = tokio::join!(make(&site, &file), make(&site, &file));
        let (made, refused) = match (one, two) {
            (Ok(said), Err(error)) | (Err(error), Ok(said)) => (said, error),
            both => panic!("{both:?}"),
        };
        let code = code_of(&refused);
        assert!(["backup_running", "backup_file_exists"].contains(&code), "{code}");
        let bytes = std::fs::read(&file).unwrap();
        let sm3 = db::Digest32::of(&bytes);
        assert!(made.ends_with(&format!("SM3 {sm3}\n")), "{made}");
        let (said, whole) = site.to_restore_into().await.restore(&bytes).await.unwrap();
        assert!(whole, "{said}");
        if let Backend::Sqlite { path } = &site.config.database.backend {
            let copying = Draft::take(format::beside(path, ".backup"), format::running).unwrap();
            let refused = make(&site, &site.path("twice.anju")).await.unwrap_err();
            assert_eq!(code_of(&refused), "backup_running");
            drop(copying);
        }
    }

    async fn a_backup_is_its_owner_s_alone_and_overwrites_no_sum(site: Site) {
        let file = site.path("b.anju");
        let partial = format::beside(&file, ".partial");
        std::fs::write(&partial, "left by one that was killed").unwrap();
        std::fs::set_permissions(&partial, std::fs::Permissions::from_mode(0o644)).unwrap();
        let sum = format::beside(&file, ".sm3");
        std::fs::write(&sum, "another's").unwrap();
        assert_eq!(code_of(&make(&site, &file).await.unwrap_err()), "backup_file_exists");
        assert_eq!(std::fs::read(&sum).unwrap(), b"another's");
        std::fs::remove_file(&sum).unwrap();
        make(&site, &file).await.unwrap();
        let mode = std::fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let missing = site.path("nowhere.anju");
        let refused = backup::restore(&site.config, &missing, &mut Vec::new()).await;
        assert_eq!(code_of(&refused.unwrap_err()), "backup_missing");
    }

    /// A disk that is full, a server that only reads: what is there can be saved.
    async fn a_database_that_can_t_be_written_is_backed_up(site: Site) {
        let behind = Behind::open(&site.config.database.backend).await;
        let full = match &site.config.database.backend {
            Backend::Sqlite { .. } => {
                "CREATE TRIGGER full BEFORE INSERT ON audit_event BEGIN SELECT RAISE(ABORT, 'full'); END".to_owned()
            }
            Backend::Postgres { url, .. } => {
                let (_, name) = url.rsplit_once('/').unwrap();
                format!("ALTER DATABASE {name} SET default_transaction_read_only = on")
            }
        };
        behind.batch(&full).await;
        let file = site.path("saved.anju");
        let mut said = Vec::new();
        let error = backup::make(&site.config, &file, &mut said).await.unwrap_err();
        assert!(error.refusal().is_none());
        assert!(error.to_string().starts_with("备份文件完好，但审计记录没有写成: "), "{error}");
        let bytes = std::fs::read(&file).unwrap();
        let sm3 = db::Digest32::of(&bytes);
        assert!(told(&said).ends_with(&format!("SM3 {sm3}\n")));
        let line = std::fs::read_to_string(site.path("saved.anju.sm3")).unwrap();
        assert_eq!(line, format!("{sm3}  saved.anju\n"));
        assert!(!site.path("saved.anju.partial").exists());
    }

    /// The last thing looked at: what was backed up is there.
    async fn a_restore_counts_the_centres(site: Site) {
        let app = site.app().await;
        let steps: Vec<(String, String)> = Vec::new();
        let backend = &site.config.database.backend;
        let head = json!({
            "program": "anju 0.1.0", "created_at": "2026-11-02T01:00:00.000000Z", "centres": 2,
            "database": format::DumpKind::of(backend).code(), "server_major": null, "steps": steps,
        });
        let (head, mut bytes) = (head.to_string(), Vec::new());
        format::dump(&app.db, backend, |from| {
            format::seal(app.db.keys(), head.as_bytes(), from, &mut bytes, &mut |_| {})
        })
        .await
        .unwrap();
        drop(app);
        let other = site.to_restore_into().await;
        let file = other.path("two.anju");
        std::fs::write(&file, bytes).unwrap();
        let error = backup::restore(&other.config, &file, &mut Vec::new()).await.unwrap_err();
        assert!(error.to_string().contains("备份中有 2 个中心"), "{error}");
    }
}

/// A site on PostgreSQL with its configuration file, for the binary.
async fn on_postgres(site: Option<Site>) -> Option<Site> {
    let site = site?;
    let Backend::Postgres { url, .. } = &site.config.database.backend else {
        panic!("a place on PostgreSQL");
    };
    let key_file = site.key_file().display();
    let text = format!("key_file = \"{key_file}\"\n[database]\npostgres = \"{url}\"\n");
    std::fs::write(site.path("anju.toml"), text).unwrap();
    Some(site)
}

/// Runs the binary, with a folder before all others in PATH.
fn run(site: &Site, command: &str, file: &str, first: &str) -> Output {
    let path = std::env::var("PATH").unwrap();
    anju()
        .args([command, "--config"])
        .args([site.path("anju.toml"), site.path(file)])
        .env("PATH", format!("{}:{path}", site.path(first).display()))
        .output()
        .unwrap()
}

/// Puts a program of PostgreSQL into a folder of its own: a shell's lines, run when it isn't asked for
/// its version.
fn tool(folder: &Path, name: &str, version: &str, lines: &str) {
    std::fs::create_dir(folder).unwrap();
    let tool = folder.join(name);
    let script = format!(
        "#!/bin/sh\nif [ \"$1\" = --version ]; then echo \"{name} (PostgreSQL) {version}\"; exit; fi\n{lines}\n"
    );
    std::fs::write(&tool, script).unwrap();
    std::fs::set_permissions(&tool, std::fs::Permissions::from_mode(0o755)).unwrap();
}

async fn server_major(site: &Site) -> i64 {
    let version = "SELECT CAST(current_setting('server_version_num') AS BIGINT) / 10000";
    site.number(version).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgresql_s_programs_are_of_the_server_s_own_version() {
    let Some(site) = on_postgres(older(On::Postgres).await).await else {
        return;
    };
    let server = server_major(&site).await;
    let dumps = "exec /bin/false";
    tool(&site.path("old"), "pg_dump", "9.6.24", dumps);
    // What it says depends on where it is sent, as with Debian's wrapper.
    let by_host = format!("${{PGHOST:+{}.1}}", server + 2);
    tool(&site.path("young"), "pg_dump", &by_host, dumps);
    let none = site.path("nothing");
    std::fs::create_dir(&none).unwrap();
    let young = format!("pg_dump 是 {} 版", server + 2);
    for (first, sentence) in [("old", "pg_dump 是 9 版"), ("young", &young)] {
        let output = run(&site, "backup", "b.anju", first);
        let said = told(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(
            said.contains(sentence) && said.ends_with("（backup_tool_missing）\n"),
            "{said}"
        );
    }
    let output = anju()
        .args(["backup", "--config"])
        .args([site.path("anju.toml"), site.path("b.anju")])
        .env("PATH", none)
        .output()
        .unwrap();
    let said = told(&output.stderr);
    assert!(said.contains("PATH 中找不到可用的 pg_dump"), "{said}");
    assert!(!site.path("b.anju").exists() && !site.path("b.anju.partial").exists());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_dump_that_fails_after_its_first_bytes_is_no_backup() {
    let Some(site) = on_postgres(older(On::Postgres).await).await else {
        return;
    };
    let server = server_major(&site).await;
    let lines = "head -c 200000 /dev/zero; exit 1";
    tool(&site.path("failing"), "pg_dump", &server.to_string(), lines);
    let output = run(&site, "backup", "b.anju", "failing");
    let said = told(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("pg_dump failed: exit status: 1"), "{said}");
    for name in ["b.anju", "b.anju.partial", "b.anju.sm3"] {
        assert!(!site.path(name).exists(), "{name}");
    }
}

/// What the server refuses midway is told as a failure of ours, not taken for a reader who has gone.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_restore_that_the_server_refuses_leaves_nothing_and_says_so() {
    let Some(site) = on_postgres(Site::on(On::Postgres).await).await else {
        return;
    };
    site.back_up("whole.anju").await;
    let other = on_postgres(Some(site.to_restore_into().await))
        .await
        .unwrap();
    std::fs::copy(site.path("whole.anju"), other.path("whole.anju")).unwrap();
    // A table's row type is in its way, which no look for tables sees.
    let behind = Behind::open(&other.config.database.backend).await;
    behind.batch("CREATE DOMAIN public.account AS text").await;
    let nothing = other.path("first");
    std::fs::create_dir(&nothing).unwrap();
    let output = run(&other, "restore", "whole.anju", "first");
    let said = told(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("pg_restore failed: exit status: 1"), "{said}");
    assert_eq!(other.number(TABLES).await, 0);
    // One that breaks off while it is still being fed.
    behind.batch("DROP DOMAIN public.account").await;
    let server = server_major(&other).await;
    let lines = "head -c 70000 >/dev/null; exit 3";
    tool(
        &other.path("failing"),
        "pg_restore",
        &server.to_string(),
        lines,
    );
    let output = run(&other, "restore", "whole.anju", "failing");
    let said = told(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("pg_restore failed: exit status: 3"), "{said}");
    let output = run(&other, "restore", "whole.anju", "first");
    assert_eq!(output.status.code(), Some(0), "{}", told(&output.stderr));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_younger_server_s_backup_is_refused_before_anything_is_tried() {
    let Some(site) = Vacant::on(On::Postgres).await else {
        return;
    };
    let Vacant(site) = site;
    let server = server_major(&site).await;
    let keys = Keys::load(site.key_file()).unwrap();
    let place = Place {
        backend: site.config.database.backend.clone(),
        connections: 2,
    };
    let refused = format::load(&place, &keys, Some(server + 1), |_| Ok(())).await;
    assert_eq!(code_of(&refused.unwrap_err()), "backup_of_other_database");
}

/// The script of the nightly backup: nothing old goes before something new is there.
#[test]
fn old_backups_are_deleted_only_after_a_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    std::fs::create_dir(path("bin")).unwrap();
    std::fs::create_dir(path("backups")).unwrap();
    let script = |name: &str, text: &str| {
        let file = path("bin").join(name);
        std::fs::write(&file, format!("#!/bin/sh\n{text}\n")).unwrap();
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).unwrap();
    };
    script("date", "echo 2026-12-01");
    for old in ["2026-10-01.anju", "2026-10-01.anju.sm3", "2026-11-30.anju"] {
        std::fs::write(path("backups").join(old), "old").unwrap();
    }
    let aged = path("backups");
    let touched = std::process::Command::new("touch")
        .args(["-d", "50 days ago"])
        .args([
            aged.join("2026-10-01.anju"),
            aged.join("2026-10-01.anju.sm3"),
        ])
        .status();
    assert!(touched.unwrap().success());
    let nightly = || {
        let nightly = concat!(env!("CARGO_MANIFEST_DIR"), "/../../packaging/anju-backup");
        std::process::Command::new("sh")
            .arg(nightly)
            .env("PATH", format!("{}:/usr/bin:/bin", path("bin").display()))
            .env("ANJU", path("bin").join("anju"))
            .env("ANJU_BACKUPS", path("backups"))
            .status()
            .unwrap()
    };
    let held = |name: &str| path("backups").join(name).exists();
    script("anju", "exit 1");
    assert!(!nightly().success());
    assert!(held("2026-10-01.anju"), "the last one is the only one");
    script(
        "anju",
        "for file in \"$@\"; do :; done; echo new > \"$file\"; echo sum > \"$file.sm3\"",
    );
    assert!(nightly().success());
    assert!(!held("2026-10-01.anju") && !held("2026-10-01.anju.sm3"));
    assert!(held("2026-11-30.anju"));
    for name in ["monthly/2026-12-01.anju", "monthly/2026-12-01.anju.sm3"] {
        assert!(held(name), "{name}");
    }
}
