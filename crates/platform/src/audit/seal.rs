//! Sealing: the tail's events take their places in the chain.

use db::{Db, Digest32, ReadTx, WriteTx};
use kernel::{CentreId, Error, OrBroken, Result};

use super::model::link;
use super::store::{self, SealRow};

/// The most events sealed in one transaction.
pub const MAX_BATCH: u32 = 5_000;

/// The end of the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// How many events are sealed; the place of the last one.
    pub position: i64,
    /// The hash of the last one; [`Digest32::ZERO`] before the first.
    pub hash: Digest32,
}

/// One turn of the keeper: seals up to `limit` events (5,000 at most) and answers how many. An
/// empty tail costs one read.
///
/// # Errors
/// Broken when the database fails.
pub async fn seal(db: &Db, centre: CentreId, limit: u32) -> Result<usize> {
    let waiting = db
        .read(centre)
        .await?
        .optional(&store::TAIL_FIRST, ())
        .await?;
    if waiting.is_none() {
        return Ok(0);
    }
    let mut tx = db.write(centre).await?;
    let sealed = seal_in(&mut tx, limit).await?;
    tx.commit().await?;
    Ok(sealed)
}

/// Seals up to `limit` events in a transaction of the caller's, such as the close of a day, and
/// answers how many. The lock on the head lets one keeper at a time through.
///
/// # Errors
/// Broken when the database fails, or when the tail and the trail don't fit.
pub async fn seal_in(tx: &mut WriteTx, limit: u32) -> Result<usize> {
    let limit = limit.min(MAX_BATCH);
    let before = lock_head(tx).await?;
    let events = tx.all(&store::TAIL, (i64::from(limit),)).await?;
    if events.is_empty() {
        return Ok(0);
    }
    let mut head = before;
    let mut seals = Vec::with_capacity(events.len());
    for event in &events {
        let position = head
            .position
            .checked_add(1)
            .or_broken("the audit chain is full")?;
        head = Head {
            position,
            hash: link(head.hash, position, event),
        };
        seals.push(SealRow {
            position,
            audit_id: event.audit_id,
            hash: head.hash,
        });
    }
    tx.insert_many(&store::SEALS, seals).await?;
    let taken = tx
        .execute(&store::CLEAR_TAIL, (before.position + 1, head.position))
        .await?;
    if usize::try_from(taken).ok() != Some(events.len()) {
        return Err(Error::broken(
            "the audit tail changed while it was being sealed",
        ));
    }
    tx.execute_one(&store::MOVE_HEAD, (head.position, head.hash))
        .await?;
    Ok(events.len())
}

/// The end of the chain, locked until the transaction ends; a chain not begun is begun.
pub(super) async fn lock_head(tx: &mut WriteTx) -> Result<Head> {
    tx.execute(&store::BEGIN_CHAIN, (Digest32::ZERO,)).await?;
    Ok(tx.one(&store::HEAD_LOCKED, ()).await?.into())
}

/// The end of the chain now.
///
/// # Errors
/// Broken when the database fails.
pub async fn head(tx: &mut ReadTx) -> Result<Head> {
    let row = tx.optional(&store::HEAD, ()).await?;
    Ok(row.map_or(
        Head {
            position: 0,
            hash: Digest32::ZERO,
        },
        Head::from,
    ))
}

impl From<(i64, Digest32)> for Head {
    fn from((position, hash): (i64, Digest32)) -> Self {
        Self { position, hash }
    }
}
