//! 数据密钥: which of them seals, who knows it, what lies under each, and sealing everything anew.
//!
//! | step | who | condition |
//! |---|---|---|
//! | added: it opens | the operator | none |
//! | taken into use: it seals | the operator | every server that serves knows it ([`require_ready_in`]) |
//! | everything sealed anew under it | [`RESEAL`] | every server that serves seals with it |
//! | the older one retired | the operator | nothing lies under it ([`count_in`]) |
//!
//! What a server knows stands in its row of [`watch`](crate::watch), as [`ring_of`] writes it. Why it
//! goes in steps: `docs/adr/0009-keys.md`.

mod reseal;

pub use reseal::{RESEAL, reseal};

use std::collections::BTreeMap;

use db::{DataKey, Keys, ReadTx, SealedTable};
use kernel::{Clock, Refusal, Result};

use crate::{Action, watch};

/// Adding a data key: the operator's act, as the next three.
pub const KEY_ADD: Action = Action {
    code: "key.add",
    label: "新增数据密钥",
};
/// Taking one into use.
pub const KEY_USE: Action = Action {
    code: "key.use",
    label: "启用数据密钥",
};
/// Taking one out of the ring.
pub const KEY_RETIRE: Action = Action {
    code: "key.retire",
    label: "停用数据密钥",
};
/// Sealing everything anew under the one in use.
pub const KEY_RESEAL: Action = Action {
    code: "key.reseal",
    label: "用新的数据密钥重新加密",
};

/// The data keys of a ring by number and check value, the one that seals with a star: `1=0f3a9c21
/// 2*=77ab01de`. What a server tells the others of its keys.
#[must_use]
pub fn ring_of(keys: &Keys) -> String {
    let told: Vec<String> = keys.data_keys().iter().map(entry_of).collect();
    told.join(" ")
}

fn entry_of(key: &DataKey) -> String {
    let star = if key.is_current { "*" } else { "" };
    format!("{}{star}={}", key.number, key.check_value)
}

fn knows(ring: &str, key: &DataKey) -> bool {
    let wanted = format!("{}={}", key.number, key.check_value);
    ring.split(' ')
        .any(|entry| entry.replace('*', "") == wanted)
}

fn seals_with(ring: &str, key: &DataKey) -> bool {
    let wanted = format!("{}*={}", key.number, key.check_value);
    ring.split(' ').any(|entry| entry == wanted)
}

/// That every server that serves knows a data key, so that what another seals with it can be opened
/// everywhere.
///
/// # Errors
/// `key_not_everywhere`; broken when the database fails.
pub async fn require_ready_in(tx: &mut ReadTx, clock: &Clock, key: &DataKey) -> Result<()> {
    let rings = watch::rings_in(tx, clock).await?;
    let without = rings.iter().filter(|ring| !knows(ring, key)).count();
    if without == 0 {
        return Ok(());
    }
    let number = key.number;
    let sentence = format!(
        "还有 {without} 个服务不认识数据密钥 {number}：请先把密钥文件发到每台服务器并重启服务；服务停止后要等 {} 分钟才不再计入",
        watch::TOLERANCE.as_secs() / 60
    );
    Err(Refusal::conflict("key_not_everywhere", sentence).into())
}

/// That every server that serves seals with a data key, so that nothing new comes to lie under another.
///
/// # Errors
/// `key_not_in_use_everywhere`; broken when the database fails.
pub async fn require_in_use_in(tx: &mut ReadTx, clock: &Clock, key: &DataKey) -> Result<()> {
    let rings = watch::rings_in(tx, clock).await?;
    let others = rings.iter().filter(|ring| !seals_with(ring, key)).count();
    if others == 0 {
        return Ok(());
    }
    let number = key.number;
    let sentence = format!(
        "还有 {others} 个服务没有启用数据密钥 {number}：请重启服务；服务停止后要等 {} 分钟才不再计入",
        watch::TOLERANCE.as_secs() / 60
    );
    Err(Refusal::conflict("key_not_in_use_everywhere", sentence).into())
}

/// That the ring holds the key that the server started before it seals with: one started with an outdated key
/// file would serve people whom it can't read.
///
/// # Errors
/// `keys_outdated`; broken when the database fails.
pub async fn require_known_in(tx: &mut ReadTx, keys: &Keys) -> Result<()> {
    let Some(last) = watch::last_ring_in(tx).await? else {
        return Ok(());
    };
    let Some(sealing) = last.split(' ').find(|entry| entry.contains('*')) else {
        return Ok(());
    };
    let known = keys.data_keys().iter().any(|key| knows(sealing, key));
    if known {
        return Ok(());
    }
    let number = sealing.split('*').next().unwrap_or_default();
    let sentence = format!(
        "密钥中没有正在使用的数据密钥 {number}：这不是最新的密钥文件，请换上其他服务器或保管处的最新一份"
    );
    Err(Refusal::conflict("keys_outdated", sentence).into())
}

/// How many sealed values of a centre lie under each data key, by its number; under 0 what lies under
/// none, which is a fault.
///
/// # Errors
/// Broken when the database fails.
pub async fn count_in(
    tx: &mut ReadTx,
    tables: &[&'static SealedTable],
) -> Result<BTreeMap<u8, u64>> {
    let mut counts = BTreeMap::new();
    for table in tables {
        for (number, count) in tx.sealed_by_key(table).await? {
            *counts.entry(number).or_default() += count;
        }
    }
    Ok(counts)
}

#[cfg(test)]
mod tests;
