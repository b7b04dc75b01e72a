//! What a centre knows of its backups: that one was made, and that it came back from one. The files
//! themselves are the program's.
//!
//! Contract: both are the operator's acts, in the trail of every centre, for all of them are in one
//! file. With a restore every session ends, in the transaction that records it: what was ended or
//! taken away after the backup was made would otherwise let people in again.

use db::{ReadTx, WriteTx};
use kernel::{Clock, Instant, Result};
use serde_json::{Value, json};

use crate::audit::{self, Subject};
use crate::{Action, App, Caller, centre, hall_session, session, watch};

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

db::statements! {
    /// When the centre was registered.
    REGISTERED_AT: () => (Instant,) = "SELECT registered_at FROM centre WHERE centre_id = $1";
}

/// How long ago a centre was backed up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// When the last backup was made that the trail knows; none when there is none.
    pub last_made_at: Option<Instant>,
    /// Since when nothing is backed up: that, or when the centre was registered.
    pub none_since: Instant,
}

/// How long ago the transaction's centre was backed up.
///
/// # Errors
/// Broken when the database fails.
pub async fn standing_in(tx: &mut ReadTx) -> Result<Standing> {
    let last_made_at = audit::last_done(tx, &BACKUP_MAKE).await?;
    let (registered_at,) = tx.one(&REGISTERED_AT, ()).await?;
    Ok(Standing {
        last_made_at,
        none_since: last_made_at.unwrap_or(registered_at),
    })
}

/// Keeps in the trail of every centre that a backup was made; `detail` says which.
///
/// # Errors
/// Broken when the database fails.
pub async fn made(app: &App, detail: &Value) -> Result<()> {
    for centre in centre::all(app).await? {
        let mut tx = app.db.write(centre.centre_id).await?;
        record_in(&mut tx, &app.clock, &BACKUP_MAKE, detail.clone()).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Keeps in the trail of every centre that the database is one that `program` backed up at `made_at`,
/// ends every session that came back with it, and notes that nobody knows who was served since.
///
/// # Errors
/// Broken when the database fails.
pub async fn restored(app: &App, made_at: Instant, program: &str) -> Result<()> {
    for centre in centre::all(app).await? {
        let mut tx = app.db.write(centre.centre_id).await?;
        let unknown = watch::forget_in(&mut tx, &app.clock, made_at).await?;
        let staff = session::end_everyone_in(&mut tx).await?;
        let visitors = hall_session::end_everyone_in(&mut tx).await?;
        let detail = json!({
            "created_at": made_at,
            "program": program,
            "sessions_ended": staff + visitors,
            "unknown_from": unknown.map(|span| span.from),
            "unknown_to": unknown.map(|span| span.to),
        });
        record_in(&mut tx, &app.clock, &BACKUP_RESTORE, detail).await?;
        tx.commit().await?;
    }
    Ok(())
}

async fn record_in(tx: &mut WriteTx, clock: &Clock, action: &Action, detail: Value) -> Result<()> {
    let operator = Caller::system("operator", tx.centre());
    let subject = Subject::new("centre", tx.centre());
    audit::record(tx, clock, &operator, action, subject, detail).await
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::testing;

    #[tokio::test]
    async fn a_centre_is_without_a_backup_until_the_trail_knows_one() {
        let house = testing::house().await;
        let registered = house.app.clock.now();
        let standing = async || {
            let mut tx = house.app.db.read(house.centre).await.unwrap();
            standing_in(&mut tx).await.unwrap()
        };
        let none = Standing {
            last_made_at: None,
            none_since: registered,
        };
        assert_eq!(standing().await, none);
        for _ in 0..2 {
            house.app.clock.advance(Duration::from_hours(24));
            made(&house.app, &json!({ "bytes": 1 })).await.unwrap();
        }
        let now = house.app.clock.now();
        let last = Standing {
            last_made_at: Some(now),
            none_since: now,
        };
        assert_eq!(standing().await, last);
    }
}
