//! A data key takes the place of another while the centre works: the drill, with every step that an
//! operator could take too early.

use std::collections::BTreeMap;

use db::{KeyRing, Keys, SealedTable};
use kernel::{CentreId, Clock, ServiceIntervalId};
use platform::job::{self, JobStatus};
use platform::keys::{self as data_keys};
use platform::{App, Caller, file, watch};
use server::{command, keys, serve, wiring};

use crate::backup::{Site, code_of};
use crate::behind::Behind;
use crate::installation::{Installation, anju, told};

/// A server: what it stands on, and the row in which it says that it serves.
struct Server {
    app: App,
    centre: CentreId,
    interval: ServiceIntervalId,
}

impl Server {
    async fn start(site: &Site) -> Server {
        let app = serve::open(&site.config, &Clock::system()).await.unwrap();
        let centre = site.config.centre;
        let interval = watch::beat(&app, centre, None).await.unwrap();
        Server {
            app,
            centre,
            interval,
        }
    }

    async fn stop(self) {
        watch::stop(&self.app, self.centre, self.interval)
            .await
            .unwrap();
    }

    /// What lies under each data key.
    async fn counts(&self) -> BTreeMap<u8, u64> {
        let mut tx = self.app.db.read(self.centre).await.unwrap();
        let tables = wiring::sealed_tables();
        data_keys::count_in(&mut tx, &tables).await.unwrap()
    }

    /// Uploads something, which is sealed with this server's key; says its name.
    async fn upload(&self, text: &str) -> db::Digest32 {
        let clerk = Caller::system("drill", self.centre);
        let bytes = text.as_bytes().to_vec();
        let stored = file::store(&self.app, &clerk, "a.txt", "text/plain", bytes).await;
        stored.unwrap().sm3
    }

    async fn read(&self, sm3: db::Digest32) -> Vec<u8> {
        let mut tx = self.app.db.read(self.centre).await.unwrap();
        file::load_in(&mut tx, sm3).await.unwrap().bytes
    }

    async fn prove(&self) {
        server::keeper::turn(&self.app).await.unwrap();
        let proof = command::prove(&self.app, self.centre).await.unwrap();
        assert!(proof.findings.is_empty(), "{:#?}", proof.findings);
    }

    /// Does the job of sealing anew; how it stands then, and what its step told.
    async fn reseal(&self) -> (JobStatus, Option<String>) {
        let known = wiring::jobs();
        job::run_due(&self.app, &known, self.centre).await.unwrap();
        let query = db::ListQuery {
            filters: vec![("kind".to_owned(), "key.reseal".to_owned())],
            limit: 1,
            ..db::ListQuery::default()
        };
        let caller = Caller::system("drill", self.centre);
        let jobs = job::jobs(&self.app, &caller, &query).await.unwrap();
        let id = jobs.items[0].job_id;
        let view = job::show(&self.app, &known, &caller, id).await.unwrap();
        (view.row.status, view.steps[0].told.clone())
    }
}

/// What a command of the operator said, or the code it was refused by.
macro_rules! said {
    ($command:expr, $($argument:expr),+) => {{
        let mut out = Vec::new();
        let done = $command($($argument,)+ &mut out).await;
        done.map(|()| told(&out)).map_err(|error| code_of(&error))
    }};
}

fn table(name: &str) -> &'static SealedTable {
    let all = wiring::sealed_tables();
    all.into_iter().find(|table| table.table == name).unwrap()
}

testkit::both! {
    async fn a_data_key_takes_the_place_of_another_while_the_centre_works(site: Site) {
        let config = &site.config;
        let oldest = Server::start(&site).await;
        let paper = oldest.upload("sealed with the first key").await;
        let before = oldest.counts().await;
        let values = before[&1];
        assert!(before.len() == 1 && values > 50, "{before:?}");

        // Added, it opens and doesn't seal; who doesn't know it keeps it from being used.
        assert!(said!(keys::add, config).unwrap().starts_with("已新增数据密钥 2"));
        assert_eq!(said!(keys::take_into_use, config, 2), Err("key_not_everywhere"));
        assert_eq!(said!(keys::take_into_use, config, 3), Err("key_unknown"));
        oldest.stop().await;
        let knowing = Server::start(&site).await;
        said!(keys::take_into_use, config, 2).unwrap();

        // In use, one server seals with it and the other opens what it sealed; both write.
        let using = Server::start(&site).await;
        let new_paper = using.upload("sealed with the second key").await;
        assert_eq!(knowing.read(new_paper).await, b"sealed with the second key");
        let late_paper = knowing.upload("sealed with the first key, late").await;
        assert_eq!(using.read(late_paper).await, b"sealed with the first key, late");
        assert_eq!(using.counts().await, BTreeMap::from([(1, values + 1), (2, 1)]));
        let listed = said!(keys::list, config).unwrap();
        assert!(listed.contains(&format!("仅解密  数据 {} 项", values + 1)), "{listed}");
        assert!(listed.contains("使用中  数据 1 项"), "{listed}");
        for line in std::fs::read_to_string(site.key_file()).unwrap().lines() {
            let value = line.split_once(" = ").map_or("anju: keys", |(_, value)| value);
            assert!(value.len() < 32 || !listed.contains(value), "{listed}");
        }

        // While one still seals with the older, sealing anew would never end, and retiring lose data.
        assert_eq!(said!(keys::reseal, config), Err("key_not_in_use_everywhere"));
        assert_eq!(said!(keys::retire, config, 1), Err("key_not_in_use_everywhere"));
        assert_eq!(said!(keys::retire, config, 2), Err("key_is_current"));
        knowing.stop().await;
        assert_eq!(said!(keys::retire, config, 1), Err("key_still_needed"));
        using.prove().await;

        // What was done before a stop isn't done again, and what somebody writes meanwhile stays.
        let done = seal_some_anew(&using).await;
        said!(keys::reseal, config).unwrap();
        let (status, told) = using.reseal().await;
        let told_of = format!("重新加密 {} 项", values + 1 - done);
        assert_eq!((status, told.as_deref()), (JobStatus::Done, Some(told_of.as_str())));
        assert_eq!(using.counts().await, BTreeMap::from([(2, values + 2)]));
        assert_eq!(using.read(paper).await, b"sealed with the first key");
        using.prove().await;

        let text = said!(keys::retire, config, 1).unwrap();
        assert!(text.contains("备份"), "{text}");
        assert_eq!(said!(keys::retire, config, 1), Err("key_unknown"));
        let alone = Server::start(&site).await;
        assert_eq!(alone.read(late_paper).await, b"sealed with the first key, late");
        alone.prove().await;
        let listed = said!(keys::list, config).unwrap();
        assert!(listed.starts_with("数据密钥 2") && listed.lines().count() == 1, "{listed}");
    }

    async fn a_value_that_does_not_open_is_left_and_told(site: Site) {
        let config = &site.config;
        said!(keys::add, config).unwrap();
        said!(keys::take_into_use, config, 2).unwrap();
        let server = Server::start(&site).await;
        let behind = Behind::open(&config.database.backend).await;
        let swap = "UPDATE member SET name = (SELECT m.name FROM member m \
                     WHERE m.member_id <> member.member_id ORDER BY m.member_id LIMIT 1) \
                    WHERE member_id = (SELECT MAX(CAST(member_id AS TEXT)) FROM member)";
        let swap = match config.database.backend {
            db::Backend::Sqlite { .. } => swap.replace("CAST(member_id AS TEXT)", "member_id"),
            db::Backend::Postgres { .. } => swap.replace("member_id = (SELECT", "CAST(member_id AS TEXT) = (SELECT"),
        };
        behind.change(&swap).await;
        said!(keys::reseal, config).unwrap();
        assert_eq!(server.reseal().await, (JobStatus::Dead, None));
        let left = server.counts().await[&1];
        assert!((1..=3).contains(&left), "{left}: the row's values and no others");
        assert_eq!(said!(keys::retire, config, 1), Err("key_still_needed"));
    }

    async fn a_server_with_an_outdated_key_file_does_not_start(site: Site) {
        let outdated = std::fs::read(site.key_file()).unwrap();
        said!(keys::add, &site.config).unwrap();
        said!(keys::take_into_use, &site.config, 2).unwrap();
        Server::start(&site).await.stop().await;
        std::fs::write(site.key_file(), outdated).unwrap();
        let refused = serve::open(&site.config, &Clock::system()).await.err().unwrap();
        assert_eq!(code_of(&refused), "keys_outdated");
    }
}

/// Seals a chunk of people anew, as a job would that is stopped after it; and shows that a row which
/// somebody else wrote since it was read stays as they wrote it. How many values were sealed anew.
async fn seal_some_anew(server: &Server) -> u64 {
    let (db, centre, members) = (&server.app.db, server.centre, table("member"));
    let keys: &Keys = db.keys();
    let mut tx = db.read(centre).await.unwrap();
    let twice = [
        tx.stale(members, None).await.unwrap(),
        tx.stale(members, None).await.unwrap(),
    ];
    drop(tx);
    let [first, second] = twice.map(|rows| {
        let rows = rows.into_iter().take(3);
        rows.map(|row| members.reseal(keys, centre, row).unwrap())
            .collect::<Vec<_>>()
    });
    let mut done = 0;
    let mut tx = db.write(centre).await.unwrap();
    for row in first {
        done += row.len() as u64;
        assert!(tx.put_resealed(members, row).await.unwrap());
    }
    for row in second {
        let put = tx.put_resealed(members, row).await.unwrap();
        assert!(!put, "it isn't what was read any more");
    }
    tx.commit().await.unwrap();
    done
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn keys_come_from_the_environment_as_from_the_file() {
    let installation = Installation::lived().await;
    let key_file = installation.path().join("anju.key");
    let ring = KeyRing::load(&key_file).unwrap();
    let text = ring.text();
    std::fs::remove_file(&key_file).unwrap();
    let none = installation.run(&["verify"]);
    assert!(told(&none.stderr).ends_with("（installation_missing）\n"));
    let proof = installation.run_with(("ANJU_KEYS", &text), &["verify"]);
    assert_eq!(proof.status.code(), Some(0), "{}", told(&proof.stdout));
    let listed = installation.run_with(("ANJU_KEYS", &text), &["keys", "list"]);
    let check_value = &ring.keys().data_keys()[0].check_value;
    let line = format!("数据密钥 1  校验值 {check_value}  使用中");
    assert!(
        told(&listed.stdout).starts_with(&line),
        "{}",
        told(&listed.stdout)
    );
    for arguments in [
        &["keys", "add"][..],
        &["keys", "use", "1"],
        &["keys", "retire", "1"],
    ] {
        let refused = installation.run_with(("ANJU_KEYS", &text), arguments);
        let said = told(&refused.stderr);
        assert!(said.ends_with("（keys_not_in_file）\n"), "{said}");
    }
    let wrong = text.replace("lookup", "look");
    let refused = installation.run_with(("ANJU_KEYS", &wrong), &["verify"]);
    let said = told(&refused.stderr);
    assert!(said.ends_with("（keys_variable_invalid）\n"), "{said}");
    assert!(!key_file.exists(), "nothing is made");
    std::fs::write(&key_file, wrong).unwrap();
    let refused = installation.run(&["verify"]);
    assert!(told(&refused.stderr).ends_with("（key_file_invalid）\n"));
}

#[test]
fn a_signature_is_checked_at_the_terminal_with_the_public_key_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let keys = Keys::create(&path("anju.key")).unwrap();
    std::fs::write(path("list.xlsx"), "rows").unwrap();
    std::fs::write(path("list.xlsx.sig"), keys.sign(b"rows").der()).unwrap();
    let run = |arguments: &[&str], data: &str| {
        let mut command = anju();
        command.current_dir(folder.path()).args(arguments);
        command.args(["--data-dir", data]).output().unwrap()
    };
    let pem = run(&["signing-key"], ".").stdout;
    assert_eq!(told(&pem), keys.public_key().pem());
    std::fs::write(path("anju.pem"), pem).unwrap();

    let check = ["check-signature", "list.xlsx", "list.xlsx.sig"];
    let with_key = [&check[..], &["--key", "anju.pem"]].concat();
    let whole = run(&check, ".");
    assert_eq!(whole.status.code(), Some(0), "{}", told(&whole.stderr));
    let elsewhere = run(&with_key, "nowhere");
    assert_eq!(
        elsewhere.status.code(),
        Some(0),
        "{}",
        told(&elsewhere.stderr)
    );
    assert!(told(&elsewhere.stdout).starts_with("✓ list.xlsx"));
    let none = run(&check, "nowhere");
    assert!(told(&none.stderr).ends_with("（installation_missing）\n"));

    std::fs::write(path("list.xlsx"), "rows, altered").unwrap();
    let altered = run(&with_key, "nowhere");
    assert_eq!(altered.status.code(), Some(1));
    assert!(told(&altered.stdout).starts_with("✗ list.xlsx"));
    std::fs::write(path("anju.pem"), "no key").unwrap();
    let refused = run(&with_key, "nowhere");
    assert!(told(&refused.stderr).ends_with("（public_key_invalid）\n"));
    std::fs::remove_file(path("list.xlsx.sig")).unwrap();
    let refused = run(&check, ".");
    assert!(told(&refused.stderr).ends_with("（file_unreadable）\n"));
}
