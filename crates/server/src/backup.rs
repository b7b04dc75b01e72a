//! `anju backup` and `anju restore`: the whole database in one sealed file, and back.

use std::collections::HashMap;
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use db::backup::{self, DumpKind, Opened, Written};
use indicatif::HumanBytes;
use kernel::{Clock, Error, Instant, OrBroken as _, Refusal, Result};
use platform::{Action, App, centre};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::config::Config;
use crate::{command, keeper, operator, serve, terminal, wiring};

/// Making a backup: the operator's act.
pub const BACKUP_MAKE: Action = Action {
    code: "backup.make",
    label: "备份数据库",
};
/// Restoring one: the operator's act.
pub const BACKUP_RESTORE: Action = Action {
    code: "backup.restore",
    label: "恢复数据库",
};

/// What a backup says of itself in clear. Nothing personal, and of the centres only how many.
#[derive(Debug, Serialize, Deserialize)]
struct Head {
    /// `anju` and its version.
    program: String,
    created_at: Instant,
    /// [`DumpKind::code`].
    database: String,
    centres: usize,
    /// Each step of the schema with the SM3 of its text.
    steps: Vec<(String, String)>,
}

/// Writes a backup to `file`, also while a server runs: first to `file.partial`, which takes the name
/// once it is whole and on the disk. Beside it `file.sm3` lets `cksum -a sm3 --check` look after it.
/// The trail of every centre keeps it as the operator's.
///
/// # Errors
/// `backup_file_exists`; those of [`serve::open`] and of [`backup::dump`].
pub async fn make(config: &Config, file: &Path, out: &mut (dyn Write + Send)) -> Result<()> {
    if file.exists() {
        let sentence = format!(
            "{} 已存在，备份不覆盖任何文件，请换一个文件名",
            file.display()
        );
        return Err(Refusal::conflict("backup_file_exists", sentence).into());
    }
    let app = serve::open(config, &Clock::system()).await?;
    let partial = with_suffix(file, ".partial");
    let made = make_at(&app, config, file, &partial).await;
    if made.is_err() {
        // It may never have been made; the failure is what is told.
        let _ = fs::remove_file(&partial);
    }
    let made = made?;
    let (name, size) = (file.display(), HumanBytes(made.bytes));
    writeln!(out, "已备份到 {name}（{size}）\nSM3 {}", made.sm3).or_broken("telling")
}

async fn make_at(app: &App, config: &Config, file: &Path, partial: &Path) -> Result<Written> {
    let head = head_of(app, config).await?;
    let head = serde_json::to_vec(&head).or_broken("the head of the backup")?;
    let (what, keys) = (partial.display().to_string(), app.db.keys());
    let mut to = private(partial).or_broken(&what)?;
    let bar = terminal::spinner();
    let mut told = |bytes| bar.set_message(format!("正在备份 {}", HumanBytes(bytes)));
    let backend = &config.database.backend;
    let written = backup::dump(&app.db, backend, |from| {
        let mut to = BufWriter::new(&mut to);
        backup::seal(keys, &head, from, &mut to, &mut told)
    })
    .await?;
    bar.finish_and_clear();
    to.sync_all().or_broken(&what)?;
    let name = file.file_name().unwrap_or(file.as_os_str()).display();
    let detail =
        json!({ "bytes": written.bytes, "file": name.to_string(), "sm3": written.sm3.hex() });
    operator::record(app, &BACKUP_MAKE, &detail).await?;
    let line = format!("{}  {name}\n", written.sm3);
    fs::write(with_suffix(file, ".sm3"), line).or_broken("the checksum")?;
    fs::rename(partial, file).or_broken(&what)?;
    sync_folder_of(file)?;
    Ok(written)
}

fn with_suffix(file: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(file);
    name.push(suffix);
    name.into()
}

fn private(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(path)
}

/// The name must survive a loss of power as the bytes do.
fn sync_folder_of(file: &Path) -> Result<()> {
    let folder = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let synced = File::open(folder).and_then(|folder| folder.sync_all());
    synced.or_broken(folder.display().to_string())
}

async fn head_of(app: &App, config: &Config) -> Result<Head> {
    let steps = app.db.steps_done().await?;
    Ok(Head {
        program: format!("anju {}", env!("CARGO_PKG_VERSION")),
        created_at: app.clock.now(),
        database: DumpKind::of(&config.database.backend).code().to_owned(),
        centres: centre::all(app).await?.len(),
        steps: steps
            .into_iter()
            .map(|step| (step.name, step.checksum.hex()))
            .collect(),
    })
}

/// Restores a backup into an empty database, brings its schema up to date, and proves it. Says
/// whether everything held.
///
/// # Errors
/// `installation_missing` where there is no key file, `backup_missing`, `backup_of_other_database`,
/// `backup_of_newer_version`; those of [`Opened`] and of [`backup::load`].
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
    backup::load(&config.database, &keys, |to| opened.pour(to, &mut told)).await?;
    bar.finish_and_clear();
    if let db::Backend::Sqlite { path } = &config.database.backend {
        sync_folder_of(path)?;
    }
    let (program, made) = (&head.program, head.created_at.in_china());
    writeln!(out, "已恢复 {made} 由 {program} 制作的备份，现在核验").or_broken("telling")?;
    let app = serve::open(config, &Clock::system()).await?;
    let detail = json!({ "created_at": head.created_at.to_string(), "program": program });
    operator::record(&app, &BACKUP_RESTORE, &detail).await?;
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
