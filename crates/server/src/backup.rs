//! `anju backup` and `anju restore`: the whole database in one sealed file, and back.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{BufReader, BufWriter, Write};
use std::path::Path;

use db::backup::{self, Draft, DumpKind, Opened, Written};
use indicatif::HumanBytes;
use kernel::{Clock, Error, Instant, OrBroken as _, Refusal, Result};
use platform::{App, centre};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::config::Config;
use crate::{command, keeper, serve, terminal, wiring};

/// What a backup says of itself in clear. Nothing personal, and of the centres only how many.
#[derive(Debug, Serialize, Deserialize)]
struct Head {
    /// `anju` and its version.
    program: String,
    created_at: Instant,
    /// [`DumpKind::code`].
    database: String,
    /// The major version of PostgreSQL, which is that of the `pg_dump` that read it.
    server_major: Option<i64>,
    centres: usize,
    /// Each step of the schema with the SM3 of its text.
    steps: Vec<(String, String)>,
}

/// Writes a backup to `file`, also while a server runs: first to `file.partial`, which takes the name
/// once it is whole and on the disk. Beside it `file.sm3` lets `cksum -a sm3 --check` look after it.
/// Nothing of the database is changed but that the trail of every centre keeps it as the operator's;
/// where that can't be written the backup stays all the same.
///
/// # Errors
/// `backup_file_exists`; `backup_running` when another process writes the same file; those of
/// [`serve::open_as_it_is`] and of [`backup::dump`]; broken when the trail can't be written, with the
/// backup in its place.
pub async fn make(config: &Config, file: &Path, out: &mut (dyn Write + Send)) -> Result<()> {
    let sum = backup::beside(file, ".sm3");
    for name in [file, &sum] {
        if name.exists() {
            return Err(exists(name).into());
        }
    }
    let app = serve::open_as_it_is(config, &Clock::system()).await?;
    let draft = Draft::take(backup::beside(file, ".partial"), backup::running)?;
    let made = write(&app, config, &draft).await?;
    let name = file.file_name().unwrap_or(file.as_os_str()).display();
    backup::write_new(&sum, &format!("{}  {name}\n", made.sm3), || exists(&sum))?;
    if let Err(error) = draft.name(file, || exists(file)) {
        // It may be gone already; the failure is what is told.
        let _ = fs::remove_file(&sum);
        return Err(error);
    }
    let detail = json!({ "bytes": made.bytes, "file": name.to_string(), "sm3": made.sm3.hex() });
    let (place, size) = (file.display(), HumanBytes(made.bytes));
    writeln!(out, "已备份到 {place}（{size}）\nSM3 {}", made.sm3).or_broken("telling")?;
    let recorded = platform::backup::made(&app, &detail).await;
    recorded.or_broken("备份文件完好，但审计记录没有写成")
}

fn exists(file: &Path) -> Refusal {
    let sentence = format!(
        "{} 已存在，备份不覆盖任何文件，请换一个文件名",
        file.display()
    );
    Refusal::conflict("backup_file_exists", sentence)
}

/// Writes the backup into the draft, onto the disk.
async fn write(app: &App, config: &Config, draft: &Draft) -> Result<Written> {
    let head = head_of(app, config).await?;
    let head = serde_json::to_vec(&head).or_broken("the head of the backup")?;
    let keys = app.db.keys();
    let bar = terminal::spinner();
    let mut told = |bytes| bar.set_message(format!("正在备份 {}", HumanBytes(bytes)));
    let written = backup::dump(&app.db, &config.database.backend, |from| {
        let mut to = BufWriter::new(draft.file());
        backup::seal(keys, &head, from, &mut to, &mut told)
    })
    .await?;
    bar.finish_and_clear();
    draft.sync()?;
    Ok(written)
}

async fn head_of(app: &App, config: &Config) -> Result<Head> {
    let steps = app.db.steps_done().await?;
    Ok(Head {
        program: format!("anju {}", env!("CARGO_PKG_VERSION")),
        created_at: app.clock.now(),
        database: DumpKind::of(&config.database.backend).code().to_owned(),
        server_major: app.db.server_major().await?,
        centres: centre::all(app).await?.len(),
        steps: steps
            .into_iter()
            .map(|step| (step.name, step.checksum.hex()))
            .collect(),
    })
}

/// Restores a backup into an empty database, brings its schema up to date, ends the sessions that came
/// back, and proves it. Says whether everything held.
///
/// # Errors
/// `installation_missing` where there is no key file, `backup_missing`, `backup_of_other_database`,
/// `backup_of_newer_version`; those of [`Opened`] and of [`backup::load`]; broken when fewer centres
/// came back than were backed up.
pub async fn restore(config: &Config, file: &Path, out: &mut (dyn Write + Send)) -> Result<bool> {
    let keys = serve::keys(config)?;
    let from = File::open(file).map_err(|error| {
        let sentence = format!("读不了备份文件 {}：{error}", file.display());
        Refusal::not_found("backup_missing", sentence)
    })?;
    let opened = Opened::new(&keys, BufReader::new(from))?;
    let head = serde_json::from_slice(opened.head());
    let head: Head = head.map_err(|error| newer(&error.to_string()))?;
    check(&head, config)?;
    let bar = terminal::spinner();
    let mut told = |bytes| bar.set_message(format!("正在恢复 {}", HumanBytes(bytes)));
    let pour = |to: &mut dyn Write| opened.pour(to, &mut told);
    backup::load(&config.database, &keys, head.server_major, pour).await?;
    bar.finish_and_clear();
    let app = serve::open(config, &Clock::system()).await?;
    let centres = centre::all(&app).await?.len();
    if centres != head.centres {
        let expected = head.centres;
        return Err(Error::broken(format!(
            "备份中有 {expected} 个中心，恢复出来的数据库中有 {centres} 个"
        )));
    }
    let (program, made) = (&head.program, head.created_at.in_china());
    writeln!(out, "已恢复 {made} 由 {program} 制作的备份，现在核验").or_broken("telling")?;
    platform::backup::restored(&app, head.created_at, program).await?;
    // What waited to be sealed when the backup was made, which the proof would hold to be late.
    keeper::turn(&app).await?;
    drop(app);
    command::verify(config, out).await
}

/// Whether this program and this database can take the backup.
fn check(head: &Head, config: &Config) -> Result<()> {
    let here = DumpKind::of(&config.database.backend).code();
    if head.database != here {
        let sentence = format!(
            "备份来自 {}，不能恢复到 {here}，请在配置文件中改用同类的数据库",
            head.database
        );
        return Err(Refusal::invalid("backup_of_other_database", sentence).into());
    }
    let known = wiring::MIGRATIONS.iter().flat_map(|set| set.checksums());
    let known: HashMap<String, String> =
        known.map(|step| (step.name, step.checksum.hex())).collect();
    let strange = |(name, checksum): &&(String, String)| known.get(name) != Some(checksum);
    match head.steps.iter().find(strange) {
        None => Ok(()),
        Some(_) => Err(newer(&head.program)),
    }
}

fn newer(program: &str) -> Error {
    let sentence = format!("本程序不认识备份的数据结构，请用制作它的版本恢复：{program}");
    Refusal::invalid("backup_of_newer_version", sentence).into()
}
