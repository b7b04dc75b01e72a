//! The disk with the embedded database fills up while clients record arrivals, and has room again.

use std::fmt;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::postings::{self, AHEAD, Postings};
use super::{Asked, found};
use crate::Result;

/// The disk, and what of it is taken away: a loaded centre and its log need most of the rest.
const DISK: &str = "size=96m";
/// How long the clients are at it while there is no room.
const FULL_FOR: Duration = Duration::from_secs(2);

/// What came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FullDisk {
    /// Arrivals that a client was told were recorded, before the disk was full.
    pub acknowledged: usize,
    /// Arrivals that were refused or had no answer because it was full.
    pub refused: usize,
}

impl fmt::Display for FullDisk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "disk full: {} arrivals acknowledged before, {} refused, 0 lost, 0 doubled",
            self.acknowledged, self.refused
        )
    }
}

/// Fills the disk of a centre on the embedded database. None where this machine lets nobody mount
/// a small one.
///
/// # Errors
/// When anything acknowledged is lost or anything is doubled, or the server doesn't go on once there
/// is room again.
pub async fn full_disk(asked: &Asked) -> Result<Option<FullDisk>> {
    fs::create_dir_all(&asked.work)?;
    let Some(disk) = Disk::mount(&asked.work.join("disk"))? else {
        return Ok(None);
    };
    let asked = Asked {
        work: disk.folder.clone(),
        ..asked.clone()
    };
    let centre = found(&asked).await?;
    let server = centre.serve().await?;
    let mut client = centre.sign_in(&server).await?;
    let postings = Postings::begin(&client, 0).await?;
    tokio::time::sleep(AHEAD * 10).await;
    let filler = disk.fill()?;
    tokio::time::sleep(FULL_FOR).await;
    let told = postings.cut_off().await?;
    if told.unanswered.is_empty() {
        return Err("the disk was full and everything was recorded".into());
    }
    fs::remove_file(filler)?;
    let bare = centre.bare().await?;
    let before = postings::there(&bare, 0).await?;
    told.ask_again(&mut client).await?;
    let after = postings::there(&bare, 0).await?;
    drop(bare);
    told.hold(before, after)?;
    let outcome = FullDisk {
        acknowledged: told.acknowledged,
        refused: told.unanswered.len(),
    };
    drop(client);
    server.stop()?;
    centre.prove()?;
    centre.remove(false)?;
    Ok(Some(outcome))
}

/// A small disk in memory; gone when this is dropped.
struct Disk {
    folder: PathBuf,
}

impl Disk {
    fn mount(folder: &Path) -> Result<Option<Disk>> {
        fs::create_dir_all(folder)?;
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", DISK, "anju-faults"]);
        let mounted = mount.arg(folder).output()?.status.success();
        Ok(mounted.then(|| Disk {
            folder: folder.to_owned(),
        }))
    }

    /// Takes all the room that is left; the file that does.
    fn fill(&self) -> Result<PathBuf> {
        let path = self.folder.join("filler");
        let mut file = File::create(&path)?;
        let piece = vec![0; 64 * 1024];
        while file.write_all(&piece).is_ok() {}
        // What is left of the last piece.
        while file.write_all(&[0]).is_ok() {}
        Ok(path)
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let unmounted = Command::new("umount").arg(&self.folder).status();
        if !unmounted.is_ok_and(|status| status.success()) {
            eprintln!("{} stays mounted", self.folder.display());
        }
    }
}
