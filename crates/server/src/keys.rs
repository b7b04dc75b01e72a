//! `anju keys`: the data keys that seal personal data, and how one takes the place of another.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

use db::{DataKey, KeyRing};
use kernel::{Clock, Error, OrBroken as _, Refusal, Result};
use platform::keys::{self, KEY_ADD, KEY_RETIRE, KEY_USE, RESEAL};
use platform::{App, Caller, centre, job};
use serde_json::json;

use crate::config::{Config, KeySource};
use crate::{operator, serve, wiring};

/// Prints the data keys, and how many values lie under each: numbers and check values, nothing of a key.
///
/// # Errors
/// Those of [`serve::open`]; broken when the database fails or the output can't be written.
pub async fn list(config: &Config, out: &mut (dyn Write + Send)) -> Result<()> {
    let app = serve::open(config, &Clock::system()).await?;
    let counts = counts(&app).await?;
    print(&app.db.keys().data_keys(), &counts, out).or_broken("printing the keys")
}

fn print(
    known: &[DataKey],
    counts: &BTreeMap<u8, u64>,
    out: &mut (dyn Write + Send),
) -> io::Result<()> {
    for key in known {
        let (number, check_value) = (key.number, &key.check_value);
        let use_of = if key.is_current {
            "使用中"
        } else {
            "仅解密"
        };
        let values = counts.get(&number).copied().unwrap_or(0);
        writeln!(
            out,
            "数据密钥 {number}  校验值 {check_value}  {use_of}  数据 {values} 项"
        )?;
    }
    let missing = |number: &u8| known.iter().all(|key| key.number != *number);
    for (number, values) in counts.iter().filter(|(number, _)| missing(number)) {
        writeln!(
            out,
            "✗ 密钥中没有数据密钥 {number}，其下有数据 {values} 项，无法解密"
        )?;
    }
    Ok(())
}

/// Adds a data key to the key file. It opens and doesn't seal yet.
///
/// # Errors
/// `keys_not_in_file`; those of [`KeyRing::add`], [`KeyRing::replace`] and [`serve::open`].
pub async fn add(config: &Config, out: &mut (dyn Write + Send)) -> Result<()> {
    let (path, mut ring) = ring_of(config)?;
    let app = serve::open(config, &Clock::system()).await?;
    let number = ring.add()?;
    ring.replace(path)?;
    let key = data_key(&ring, number)?;
    operator::record(&app, &KEY_ADD, &detail_of(&key)).await?;
    let (check_value, path) = (key.check_value, path.display());
    writeln!(
        out,
        "已新增数据密钥 {number}，校验值 {check_value}；现在只能解密，尚未启用。接下来：\n\
         1. 把 {path} 发到每台服务器，重启服务\n\
         2. anju keys use {number}，再发一次密钥文件，重启服务\n\
         3. anju keys reseal，等任务完成\n\
         4. anju keys retire 停用旧密钥"
    )
    .or_broken("telling")
}

/// Takes a data key into use: servers seal with it once they are started anew.
///
/// # Errors
/// `keys_not_in_file`, `key_unknown`, `key_not_everywhere`; those of [`KeyRing::replace`] and
/// [`serve::open`].
pub async fn take_into_use(
    config: &Config,
    number: u8,
    out: &mut (dyn Write + Send),
) -> Result<()> {
    let (path, mut ring) = ring_of(config)?;
    ring.seal_with(number)?;
    let app = serve::open(config, &Clock::system()).await?;
    let key = data_key(&ring, number)?;
    for centre in centre::all(&app).await? {
        let mut tx = app.db.read(centre.centre_id).await?;
        keys::require_ready_in(&mut tx, &app.clock, &key).await?;
    }
    ring.replace(path)?;
    operator::record(&app, &KEY_USE, &detail_of(&key)).await?;
    writeln!(
        out,
        "已启用数据密钥 {number}，服务重启后用它加密。请把 {} 再发到每台服务器并重启服务，然后 anju keys reseal",
        path.display()
    )
    .or_broken("telling")
}

/// Asks for the job that seals everything anew under the key in use, in every centre. A running server
/// does it.
///
/// # Errors
/// `key_not_in_use_everywhere`; those of [`serve::open`].
pub async fn reseal(config: &Config, out: &mut (dyn Write + Send)) -> Result<()> {
    let app = serve::open(config, &Clock::system()).await?;
    let current = current(&app)?;
    require_in_use(&app, &current).await?;
    for centre in centre::all(&app).await? {
        let id = centre.centre_id;
        let system = Caller::system("operator", id);
        let mut tx = app.db.write(id).await?;
        let job = job::ask_in(&mut tx, &app, &system, &RESEAL, "").await?;
        tx.commit().await?;
        writeln!(
            out,
            "{}：已提交重新加密任务，由运行中的服务办理，查看进度：anju jobs --follow {job}",
            centre.name
        )
        .or_broken("telling")?;
    }
    Ok(())
}

/// Takes a data key out of the key file, once nothing lies under it and no server seals with it.
///
/// # Errors
/// `keys_not_in_file`, `key_unknown`, `key_is_current`, `key_not_in_use_everywhere`,
/// `key_still_needed`; those of [`KeyRing::replace`] and [`serve::open`].
pub async fn retire(config: &Config, number: u8, out: &mut (dyn Write + Send)) -> Result<()> {
    let (path, mut ring) = ring_of(config)?;
    let app = serve::open(config, &Clock::system()).await?;
    let key = data_key(&ring, number)?;
    ring.retire(number)?;
    require_in_use(&app, &current(&app)?).await?;
    let values = counts(&app).await?.get(&number).copied().unwrap_or(0);
    if values > 0 {
        let sentence = format!(
            "数据密钥 {number} 下还有数据 {values} 项，不能停用：请先 anju keys reseal 并等任务完成"
        );
        return Err(Refusal::conflict("key_still_needed", sentence).into());
    }
    ring.replace(path)?;
    operator::record(&app, &KEY_RETIRE, &detail_of(&key)).await?;
    writeln!(
        out,
        "已停用数据密钥 {number}，数据库中没有数据再用它。此前制作的备份恢复后仍要用它解密：请把旧的密钥文件与这些备份一同保管，直到备份销毁"
    )
    .or_broken("telling")
}

/// The key file and what it holds.
fn ring_of(config: &Config) -> Result<(&Path, KeyRing)> {
    match &config.keys {
        KeySource::File(path) => {
            serve::require_key_file(path)?;
            Ok((path, KeyRing::load(path)?))
        }
        KeySource::Environment(_) => {
            let sentence = "密钥来自环境变量 ANJU_KEYS：请把它的内容存成密钥文件，去掉该变量，用密钥文件执行本命令，再把新内容放回变量";
            Err(Refusal::conflict("keys_not_in_file", sentence).into())
        }
    }
}

fn data_key(ring: &KeyRing, number: u8) -> Result<DataKey> {
    let all = ring.keys().data_keys();
    let key = all.into_iter().find(|key| key.number == number);
    key.ok_or_else(|| Error::from(KeyRing::unknown(number)))
}

fn current(app: &App) -> Result<DataKey> {
    let all = app.db.keys().data_keys();
    all.into_iter()
        .find(|key| key.is_current)
        .or_broken("the key that seals")
}

async fn require_in_use(app: &App, key: &DataKey) -> Result<()> {
    for centre in centre::all(app).await? {
        let mut tx = app.db.read(centre.centre_id).await?;
        keys::require_in_use_in(&mut tx, &app.clock, key).await?;
    }
    Ok(())
}

/// How many values lie under each data key, of all centres.
async fn counts(app: &App) -> Result<BTreeMap<u8, u64>> {
    let tables = wiring::sealed_tables();
    let mut counts = BTreeMap::new();
    for centre in centre::all(app).await? {
        let mut tx = app.db.read(centre.centre_id).await?;
        for (number, count) in keys::count_in(&mut tx, &tables).await? {
            *counts.entry(number).or_default() += count;
        }
    }
    Ok(counts)
}

fn detail_of(key: &DataKey) -> serde_json::Value {
    json!({ "data_key": key.number, "check_value": key.check_value })
}
