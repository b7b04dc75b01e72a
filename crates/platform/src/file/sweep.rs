//! 清理文件: what was uploaded and never came to be named by anything, such as the roster that was
//! uploaded to a form that was then left, goes after a while. It holds people's data for nobody.

use std::time::Duration;

use db::{Digest32, Stmt, WriteTx};
use kernel::{Instant, OrBroken as _, Result};
use serde_json::json;

use super::store;
use crate::Action;
use crate::audit::{self, Subject};
use crate::job::{JobKind, Run};

/// Deleting files that nothing names. The system does it, so nobody is granted it.
pub const FILE_SWEEP: Action = Action {
    code: "file.sweep",
    label: "清理无人引用的文件",
};

/// The job; about the centre as a whole.
pub const SWEEP: JobKind = JobKind {
    code: "file.sweep",
    label: "清理文件",
    about: "centre",
};

/// A column that names files. Each crate declares its own; the schema has a foreign key for each, so that
/// what is named can't be deleted whatever this list says.
#[derive(Clone, Copy)]
pub struct NamesFiles {
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: &'static str,
    /// Answers a row where a file stands in the column.
    pub names: &'static Stmt<(Digest32,), (i64,)>,
}

/// How long a file is kept that nothing names: longer than a form is left open, and than the drafts that
/// browsers keep of one.
pub const UNNAMED_KEPT: Duration = Duration::from_secs(7 * 24 * 3_600);
/// How many files are looked at in one transaction.
const AT_ONCE: i64 = 200;

/// Deletes the files that nothing has named since they were uploaded, at least [`UNNAMED_KEPT`] ago, with
/// their uploads. One event in the trail tells how many.
///
/// # Errors
/// Broken when the database fails.
pub async fn sweep(run: &Run<'_>, naming: &[NamesFiles]) -> Result<String> {
    let (app, centre) = (run.app, run.centre());
    let before = app.clock.now().checked_sub(UNNAMED_KEPT);
    let before = before.or_broken("a week ago")?;
    let (mut after, mut files, mut bytes) = (Digest32::ZERO, 0_i64, 0_i64);
    loop {
        let mut tx = app.db.read(centre).await?;
        let lying = tx.all(&store::LYING, (after, before, AT_ONCE)).await?;
        let Some((last, _)) = lying.last() else {
            break;
        };
        after = *last;
        let mut unnamed = Vec::new();
        for (sm3, size) in lying {
            if !is_named(&mut tx, sm3, naming).await? {
                unnamed.push((sm3, size));
            }
        }
        drop(tx);
        for (sm3, size) in unnamed {
            let mut tx = app.db.write(centre).await?;
            if forget_in(&mut tx, sm3, before, naming).await? {
                tx.commit().await?;
                files += 1;
                bytes = bytes.saturating_add(size);
            }
        }
    }
    if files > 0 {
        let mut tx = app.db.write(centre).await?;
        let (caller, subject) = (run.caller().await?, Subject::new("centre", centre));
        let detail = json!({ "files": files, "bytes": bytes });
        audit::record(&mut tx, &app.clock, &caller, &FILE_SWEEP, subject, detail).await?;
        tx.commit().await?;
    }
    Ok(format!("删除文件 {files} 个"))
}

/// Deletes a file unless somebody uploaded or named it meanwhile; whether it did.
async fn forget_in(
    tx: &mut WriteTx,
    sm3: Digest32,
    before: Instant,
    naming: &[NamesFiles],
) -> Result<bool> {
    // Whoever is naming it holds its key: this waits for them, and they for this.
    if tx.optional(&store::FILE_LOCKED, (sm3,)).await?.is_none() {
        return Ok(false);
    }
    let (uploaded,) = tx.one(&store::UPLOADED_SINCE, (sm3, before)).await?;
    if uploaded > 0 || is_named(tx, sm3, naming).await? {
        return Ok(false);
    }
    tx.execute(&store::FORGET_UPLOADS, (sm3,)).await?;
    tx.execute_one(&store::FORGET_FILE, (sm3,)).await?;
    Ok(true)
}

async fn is_named(tx: &mut db::ReadTx, sm3: Digest32, naming: &[NamesFiles]) -> Result<bool> {
    for one in naming {
        if !tx.all(one.names, (sm3,)).await?.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}
