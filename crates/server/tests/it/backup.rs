//! The drill: a centre that lives is backed up, lost, and restored; and every way in which a backup
//! can be bad is told by its code.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use db::backup::{self, CHUNK_BYTES};
use db::{Backend, Config as Place, Db, Keys};
use kernel::{Clock, Error, Fen, Refusal};
use platform::App;
use server::config::Config;
use server::{backup as command, keeper, serve, wiring};
use settlement::suspense::{self, Return};
use simulation::founding;
use simulation::profile::Size;
use simulation::year::{self, Ending, Settings};
use tempfile::TempDir;
use testkit::{On, Template, TestDatabase};

use crate::behind::Behind;
use crate::installation::told;

/// The last day lived.
const LAST_DAY: &str = "2026-10-30";

/// Clones of it hold nothing.
static EMPTY: Template = Template::new();

/// An installation: its folder with the key file, and its database.
pub(crate) struct Site {
    folder: TempDir,
    pub(crate) config: Config,
    _database: Option<TestDatabase>,
}

impl Site {
    /// One whose database is empty, or not there yet; `None` when there is no server to run on.
    pub(crate) async fn empty(on: On) -> Option<Site> {
        let folder = tempfile::tempdir().unwrap();
        let mut config = Config::in_folder(folder.path());
        let database = match on {
            On::Sqlite => None,
            On::Postgres => Some(EMPTY.clone_on(on, |_| async {}).await?),
        };
        if let Some(database) = &database {
            config.database = Place {
                backend: database.backend.clone(),
                connections: 8,
            };
        }
        Some(Site {
            folder,
            config,
            _database: database,
        })
    }

    /// One with a centre that has lived a month.
    pub(crate) async fn on(on: On) -> Option<Site> {
        let site = Site::empty(on).await?;
        let keys = Keys::create(site.key_file()).unwrap();
        let db = Db::open(&site.config.database, keys).unwrap();
        let clock = Clock::system();
        db.migrate(wiring::MIGRATIONS, &clock).await.unwrap();
        let settings = Settings {
            size: Size::small(2, 8).unwrap(),
            seed: 7,
            months: 1,
            last_day: LAST_DAY.parse().unwrap(),
            ending: Ending::WorkLeft,
        };
        let (actions, opening) = (wiring::actions(), site.path("opening"));
        let centre = site.config.centre;
        year::live(&db, centre, &settings, &opening, &actions, |_, _| {})
            .await
            .unwrap();
        keeper::turn(&App::new(db, clock)).await.unwrap();
        Some(site)
    }

    /// An empty one for what this one's backup holds, with the same keys.
    pub(crate) async fn to_restore_into(&self) -> Site {
        let on = match self.config.database.backend {
            Backend::Sqlite { .. } => On::Sqlite,
            Backend::Postgres { .. } => On::Postgres,
        };
        let other = Site::empty(on).await.unwrap();
        std::fs::copy(self.key_file(), other.key_file()).unwrap();
        other
    }

    pub(crate) fn key_file(&self) -> &Path {
        self.config.keys.file().unwrap()
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) async fn app(&self) -> App {
        let evening = format!("{LAST_DAY}T10:00:00.000000Z").parse().unwrap();
        serve::open(&self.config, &Clock::manual(evening))
            .await
            .unwrap()
    }

    /// The one text that a query answers.
    async fn text(&self, sql: &str) -> String {
        Behind::open(&self.config.database.backend)
            .await
            .text(sql)
            .await
    }

    pub(crate) async fn number(&self, sql: &str) -> i64 {
        self.text(&format!("SELECT CAST(({sql}) AS TEXT)"))
            .await
            .parse()
            .unwrap()
    }

    pub(crate) async fn back_up(&self, name: &str) -> Vec<u8> {
        let file = self.path(name);
        command::make(&self.config, &file, &mut Vec::new())
            .await
            .unwrap();
        std::fs::read(file).unwrap()
    }

    /// Restores these bytes: what was said, and whether all held, or the refusal's code.
    pub(crate) async fn restore(&self, bytes: &[u8]) -> Result<(String, bool), &'static str> {
        let file = self.path("brought.anju");
        std::fs::write(&file, bytes).unwrap();
        let mut said = Vec::new();
        match command::restore(&self.config, &file, &mut said).await {
            Ok(whole) => Ok((told(&said), whole)),
            Err(error) => Err(code_of(&error)),
        }
    }
}

pub(crate) fn code_of(error: &Error) -> &'static str {
    let code = error.refusal().map(Refusal::code);
    code.unwrap_or_else(|| panic!("not a refusal: {error}"))
}

const RETURNED: &str = "SELECT COUNT(*) FROM suspense_movement WHERE kind = 'returned'";
const WAITING: &str = "SELECT SUM(left_fen) FROM suspense";
const ACCOUNTS: &str = "SELECT SUM(balance_fen) FROM account";
const PEOPLE: &str = "SELECT COUNT(*) FROM member";

/// Gives one fen of what waits back to its payer, again and again, until told to stop.
async fn return_fen_by_fen(app: App, stop: Arc<AtomicBool>) -> u32 {
    let centre = kernel::CentreId::new(1).unwrap();
    let accountant = founding::caller(&app, centre, "kuaiji").await.unwrap();
    let waiting = db::ListQuery {
        filters: vec![("status".to_owned(), "waiting".to_owned())],
        limit: 1,
        ..db::ListQuery::default()
    };
    let waiting = suspense::list(&app, &accountant, &waiting).await.unwrap();
    let item = waiting.items[0].suspense_id;
    let mut done = 0;
    while !stop.load(Ordering::Relaxed) {
        let some = Return {
            amount_fen: Fen::new(1),
            bank_serial: format!("T{done:05}"),
            value_date: LAST_DAY.to_owned(),
            reason: "付款单位要求退回".to_owned(),
        };
        let key = format!("drill-return-{done}").parse().unwrap();
        suspense::give_back(&app, &accountant, &key, item, some)
            .await
            .unwrap();
        done += 1;
    }
    done
}

testkit::both! {
    async fn a_centre_is_restored_as_it_was_at_one_moment_of_its_work(site: Site) {
        let (waiting, accounts) = (site.number(WAITING).await, site.number(ACCOUNTS).await);
        let stop = Arc::new(AtomicBool::new(false));
        let working = tokio::spawn(return_fen_by_fen(site.app().await, Arc::clone(&stop)));
        while site.number(RETURNED).await == 0 {
            tokio::task::yield_now().await;
        }
        let before = site.number(RETURNED).await;
        let file = site.path("evening.anju");
        let mut said = Vec::new();
        command::make(&site.config, &file, &mut said).await.unwrap();
        let after = site.number(RETURNED).await;
        stop.store(true, Ordering::Relaxed);
        let done = working.await.unwrap();
        assert!(after > before, "nobody waited for the backup: {before}, {after}");
        assert!(i64::from(done) >= after);

        let bytes = std::fs::read(&file).unwrap();
        let sm3 = db::Digest32::of(&bytes);
        let said = told(&said);
        assert!(said.contains("已备份到") && said.ends_with(&format!("SM3 {sm3}\n")), "{said}");
        let line = std::fs::read_to_string(site.path("evening.anju.sm3")).unwrap();
        assert_eq!(line, format!("{sm3}  evening.anju\n"));
        let made = "SELECT COUNT(*) FROM audit_event WHERE action = 'backup.make' AND actor = 'system:operator'";
        assert_eq!(site.number(made).await, 1);
        for left in ["evening.anju.partial", "anju.db.backup"] {
            assert!(!site.path(left).exists(), "{left}");
        }

        let other = site.to_restore_into().await;
        let (said, whole) = other.restore(&bytes).await.unwrap();
        assert!(whole && said.ends_with("✓ 账账相符、账实相符，链条完整\n"), "{said}");
        let returned = other.number(RETURNED).await;
        assert!((before..=after).contains(&returned), "{before} {returned} {after}");
        assert_eq!(other.number(WAITING).await, waiting - returned);
        assert_eq!(other.number(ACCOUNTS).await, accounts);
        assert_eq!(other.number(PEOPLE).await, site.number(PEOPLE).await);
        let restored = "SELECT COUNT(*) FROM audit_event WHERE action = 'backup.restore'";
        assert_eq!(other.number(restored).await, 1);
        let sessions = "SELECT COUNT(*) FROM staff_session";
        assert!(site.number(sessions).await > 0, "the year's people are signed in");
        assert_eq!(other.number(sessions).await, 0, "nobody is let in by a session of before");
        // Work goes on there.
        let stop = Arc::new(AtomicBool::new(true));
        return_fen_by_fen(other.app().await, stop).await;
        assert_eq!(other.restore(&bytes).await, Err("database_not_empty"));
    }

    async fn a_bad_backup_is_told_by_its_code_and_leaves_nothing_behind(site: Site) {
        let whole = site.back_up("good.anju").await;
        let head_bytes = usize::try_from(u32::from_be_bytes(whole[26..30].try_into().unwrap())).unwrap();
        let chunks_at = 30 + head_bytes + 64;
        let step = CHUNK_BYTES + 16 + 4;
        assert!(whole.len() > chunks_at + 2 * step, "too few chunks to exchange any");
        let flipped = |at: usize| {
            let mut bytes = whole.clone();
            bytes[at] ^= 0x10;
            bytes
        };
        let (first, second) = (chunks_at..chunks_at + step, chunks_at + step..chunks_at + 2 * step);
        let swapped = [&whole[..chunks_at], &whole[second.clone()], &whole[first], &whole[second.end..]];
        let other_keys = site.to_restore_into().await;
        std::fs::remove_file(other_keys.key_file()).unwrap();
        Keys::create(other_keys.key_file()).unwrap();
        assert_eq!(other_keys.restore(&whole).await, Err("backup_key_wrong"));

        let (kind, other_kind) = match site.config.database.backend {
            Backend::Sqlite { .. } => ("sqlite", "postgres"),
            Backend::Postgres { .. } => ("postgres", "sqlite"),
        };
        let bad = [
            (b"SQLite format 3".to_vec(), "backup_truncated"),
            (vec![b' '; 4096], "backup_damaged"),
            (flipped(3), "backup_damaged"),
            (flipped(40), "backup_damaged"),
            (flipped(chunks_at - 40), "backup_damaged"),
            (flipped(chunks_at + 100), "backup_damaged"),
            (flipped(chunks_at + step + 100), "backup_damaged"),
            (flipped(whole.len() - 1), "backup_damaged"),
            (swapped.concat(), "backup_damaged"),
            ([&whole[..], b"\n"].concat(), "backup_damaged"),
            (whole[..chunks_at + step].to_vec(), "backup_truncated"),
            (whole[..whole.len() - 1].to_vec(), "backup_truncated"),
            (saying(&site, kind, "[[\"fund/999_later\", \"00\"]]"), "backup_of_newer_version"),
            (saying(&site, other_kind, "[]"), "backup_of_other_database"),
        ];
        let other = site.to_restore_into().await;
        for (number, (bytes, code)) in bad.iter().enumerate() {
            assert_eq!(other.restore(bytes).await, Err(*code), "{number}");
        }
        let left: Vec<_> = std::fs::read_dir(other.folder.path()).unwrap().collect();
        assert_eq!(left.len(), 2, "the key and what was brought: {left:?}");
        let (said, proved) = other.restore(&whole).await.unwrap();
        assert!(proved, "{said}");
    }

    async fn a_stolen_backup_tells_nothing(site: Site) {
        let bytes = site.back_up("stolen.anju").await;
        let holds = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
        assert!(holds("fund/"), "the head is in clear");
        let employer = site.text("SELECT MIN(name) FROM employer").await;
        let mut told = vec![employer, founding::CENTRE_NAME.to_owned()];
        let people = site.path("opening").join("st_common_person.csv");
        let people = std::fs::read_to_string(people).unwrap();
        for person in people.lines().skip(1) {
            told.extend(person.split(',').filter(|field| field.len() >= 6).map(str::to_owned));
        }
        assert!(told.len() > 10, "{told:?}");
        // How a dump begins, which is packed on PostgreSQL, so that no name stands in it as such.
        told.extend(["PGDMP", "SQLite format 3"].map(str::to_owned));
        for text in told {
            assert!(!holds(&text), "{text}");
        }
    }

    async fn a_backup_overwrites_nothing(site: Site) {
        let file = site.path("kept.anju");
        std::fs::write(&file, "kept").unwrap();
        let refused = command::make(&site.config, &file, &mut Vec::new()).await.unwrap_err();
        assert_eq!(code_of(&refused), "backup_file_exists");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "kept");
        // What a backup that was killed left is no hindrance.
        for left in ["fresh.anju.partial", "anju.db.backup"] {
            std::fs::write(site.path(left), "half").unwrap();
        }
        site.back_up("fresh.anju").await;
        let nowhere = site.path("nowhere").join("x.anju");
        let broken = command::make(&site.config, &nowhere, &mut Vec::new()).await.unwrap_err();
        assert!(broken.to_string().contains("nowhere/x.anju.partial"), "{broken}");
    }
}

/// A backup that says of itself that it is of such a database and of these steps.
fn saying(site: &Site, kind: &str, steps: &str) -> Vec<u8> {
    let head = format!(
        r#"{{"program":"anju 9.0.0","created_at":"2026-11-02T01:00:00.000000Z","database":"{kind}","centres":1,"steps":{steps}}}"#
    );
    let keys = Keys::load(site.key_file()).unwrap();
    let (mut dump, mut bytes) = (&b"dump"[..], Vec::new());
    backup::seal(&keys, head.as_bytes(), &mut dump, &mut bytes, &mut |_| {}).unwrap();
    bytes
}
