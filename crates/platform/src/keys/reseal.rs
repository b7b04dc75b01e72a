//! The job that seals everything anew under the data key in use.

use std::time::Duration;

use db::{Keys, Resealed, RowKey, SealedRow, SealedTable};
use kernel::{CentreId, Instant, OrBroken as _, Refusal, Result};
use serde_json::json;

use super::{KEY_RESEAL, count_in};
use crate::audit::{self, Subject};
use crate::job::{JobKind, Run};

/// Sealing everything anew; about the centre as a whole.
pub const RESEAL: JobKind = JobKind {
    code: "key.reseal",
    label: "重新加密",
    about: "centre",
};

/// How often it goes through the tables for what somebody wrote behind it. A server that still seals
/// with an older key is no matter of passes: it is told.
const PASSES: usize = 3;
/// How often it tells how far it is, at most.
const TELL_EVERY: Duration = Duration::from_secs(1);

/// Seals what lies under another data key than the one in use anew, table by table in the order of
/// their keys, some rows a transaction. Stopped, it goes on where it was: what is done is known by the
/// values. Both keys open meanwhile. A value that doesn't open is left as it is, and told.
///
/// # Errors
/// `reseal_incomplete` when values remain that don't open, or that somebody goes on writing.
pub async fn reseal(run: &Run<'_>, tables: &[&'static SealedTable]) -> Result<String> {
    let mut work = Work {
        run,
        total: stale(run, tables).await?,
        done: 0,
        told_at: run.app.clock.now(),
    };
    let mut left = work.total;
    for _ in 0..PASSES {
        if left == 0 {
            break;
        }
        let mut unread = 0;
        for table in tables {
            unread += work.go_through(table).await?;
        }
        left = stale(run, tables).await?;
        // Going through again doesn't open them.
        if left == unread {
            break;
        }
    }
    if left > 0 {
        let sentence = format!(
            "已重新加密 {} 项，还有 {left} 项不在新的数据密钥下：先用 anju verify 查明打不开的密文，再确认所有服务都已重启，然后重试",
            work.done
        );
        return Err(Refusal::conflict("reseal_incomplete", sentence).into());
    }
    work.record().await?;
    Ok(format!("重新加密 {} 项", work.done))
}

/// How many values don't lie under the key in use.
async fn stale(run: &Run<'_>, tables: &[&'static SealedTable]) -> Result<u64> {
    let mut tx = run.app.db.read(run.centre()).await?;
    let current = tx.keys().current();
    let counts = count_in(&mut tx, tables).await?;
    Ok(counts
        .iter()
        .filter(|(number, _)| **number != current)
        .map(|(_, count)| count)
        .sum())
}

struct Work<'a> {
    run: &'a Run<'a>,
    total: u64,
    done: u64,
    told_at: Instant,
}

impl Work<'_> {
    /// Goes through a table once; how many values didn't open.
    async fn go_through(&mut self, table: &'static SealedTable) -> Result<u64> {
        let (db, centre) = (&self.run.app.db, self.run.centre());
        let (mut after, mut unread): (Option<RowKey>, u64) = (None, 0);
        loop {
            let mut tx = db.read(centre).await?;
            let rows = tx.stale(table, after.as_ref()).await?;
            drop(tx);
            let Some(last) = rows.last() else {
                return Ok(unread);
            };
            after = Some(last.key());
            let keys = db.keys().clone();
            // Away from the threads that serve requests: a file takes some tenths of a second.
            let sealing = tokio::task::spawn_blocking(move || seal(table, &keys, centre, rows));
            let (resealed, closed) = sealing.await.or_broken("sealing values anew")?;
            unread += closed;
            self.put(table, resealed).await?;
            self.tell().await?;
        }
    }

    async fn put(&mut self, table: &'static SealedTable, rows: Vec<Resealed>) -> Result<()> {
        let mut tx = self.run.app.db.write(self.run.centre()).await?;
        let mut done = 0;
        for row in rows {
            let values = u64::try_from(row.len()).or_broken("a number of values")?;
            if tx.put_resealed(table, row).await? {
                done += values;
            }
        }
        tx.commit().await?;
        self.done += done;
        Ok(())
    }

    async fn tell(&mut self) -> Result<()> {
        let now = self.run.app.clock.now();
        if now.since(self.told_at) < TELL_EVERY {
            return Ok(());
        }
        self.told_at = now;
        let count = |number: u64| i64::try_from(number).or_broken("a number of values");
        self.run.tell(count(self.done)?, count(self.total)?).await
    }

    async fn record(&self) -> Result<()> {
        let (app, caller) = (self.run.app, self.run.caller().await?);
        let mut tx = app.db.write(self.run.centre()).await?;
        let detail = json!({ "data_key": tx.keys().current(), "values": self.done });
        let subject = Subject::new("centre", self.run.centre());
        audit::record(&mut tx, &app.clock, &caller, &KEY_RESEAL, subject, detail).await?;
        tx.commit().await
    }
}

/// Seals rows anew; and how many values of them didn't open, which the log names.
fn seal(
    table: &SealedTable,
    keys: &Keys,
    centre: CentreId,
    rows: Vec<SealedRow>,
) -> (Vec<Resealed>, u64) {
    let (mut resealed, mut closed) = (Vec::with_capacity(rows.len()), 0);
    for row in rows {
        let stale = row.stale(keys);
        match table.reseal(keys, centre, row) {
            Ok(row) => resealed.push(row),
            Err(error) => {
                tracing::error!(%error, "a value can't be sealed anew");
                closed += stale;
            }
        }
    }
    (resealed, closed)
}
