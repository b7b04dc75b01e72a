//! A file while it is being written: its owner's alone, one process's at a time, and nobody's under
//! its own name before it is whole.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use kernel::{OrBroken as _, Refusal, Result};

/// A file that this process alone writes; removed when dropped.
#[derive(Debug)]
pub struct Draft {
    path: PathBuf,
    /// What keeps a second process off.
    locked: File,
    renamed: bool,
}

impl Draft {
    /// Takes the file, empty, also when a process that was killed has left it.
    ///
    /// # Errors
    /// What `busy` says when another process is writing it; broken when it can't be made.
    pub fn take(path: PathBuf, busy: impl FnOnce() -> Refusal) -> Result<Draft> {
        let what = path.display().to_string();
        loop {
            let locked = private(&path).or_broken(&what)?;
            match locked.try_lock() {
                Err(TryLockError::WouldBlock) => return Err(busy().into()),
                Err(TryLockError::Error(error)) => return Err(error).or_broken(&what),
                // Who had it may have removed it between the opening and the lock.
                Ok(()) if !leads_to(&path, &locked) => {}
                Ok(()) => {
                    locked.set_len(0).or_broken(&what)?;
                    return Ok(Draft {
                        path,
                        locked,
                        renamed: false,
                    });
                }
            }
        }
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file itself, for who writes it.
    pub fn file(&self) -> &File {
        &self.locked
    }

    /// Puts what is written on the disk.
    ///
    /// # Errors
    /// Broken when the disk fails.
    pub fn sync(&self) -> Result<()> {
        let synced = self.locked.sync_all();
        synced.or_broken(self.path.display().to_string())
    }

    /// Gives it its name, on the disk. What has that name by now isn't overwritten.
    ///
    /// # Errors
    /// What `taken` says when something has the name; broken when the disk fails.
    pub fn name(mut self, to: &Path, taken: impl FnOnce() -> Refusal) -> Result<()> {
        self.sync()?;
        match fs::hard_link(&self.path, to) {
            Ok(()) => {}
            Err(_) if to.exists() => return Err(taken().into()),
            // Where files have one name only, nothing better is known.
            Err(_) => {
                fs::rename(&self.path, to).or_broken(to.display().to_string())?;
                self.renamed = true;
            }
        }
        drop(self);
        sync_folder_of(to)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if self.renamed {
            return;
        }
        if let Err(error) = fs::remove_file(&self.path) {
            tracing::warn!(path = %self.path.display(), %error, "a draft can't be removed");
        }
    }
}

/// Whether a path leads to the file that is open.
#[cfg(unix)]
fn leads_to(path: &Path, open: &File) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let both = fs::metadata(path).and_then(|named| Ok((named, open.metadata()?)));
    both.is_ok_and(|(named, open)| (named.dev(), named.ino()) == (open.dev(), open.ino()))
}

/// Elsewhere a file that is open isn't removed.
#[cfg(not(unix))]
fn leads_to(_path: &Path, _open: &File) -> bool {
    true
}

/// Opens a file for writing as it is, made when missing, its owner's alone from here on.
pub(crate) fn private(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
        let file = options.mode(0o600).open(path)?;
        // The mode above is that of a new file only.
        file.set_permissions(fs::Permissions::from_mode(0o600))?;
        Ok(file)
    }
    #[cfg(not(unix))]
    options.open(path)
}

/// The file beside another whose name is longer by a suffix.
#[must_use]
pub fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    name.into()
}

/// Makes a new file with a text, on the disk; nothing of it stays when that fails.
///
/// # Errors
/// What `taken` says when it is there; broken when the disk fails.
pub fn write_new(path: &Path, text: &str, taken: impl FnOnce() -> Refusal) -> Result<()> {
    use std::io::Write as _;
    let what = path.display().to_string();
    let mut file = match File::create_new(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(taken().into()),
        Err(error) => return Err(error).or_broken(what),
    };
    let written = file.write_all(text.as_bytes());
    let written = written.and_then(|()| file.sync_all());
    if written.is_err() {
        // The first failure is the one to tell.
        let _ = fs::remove_file(path);
    }
    written.or_broken(what)
}

/// A name must survive a loss of power as the bytes do.
fn sync_folder_of(file: &Path) -> Result<()> {
    let folder = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let synced = File::open(folder).and_then(|folder| folder.sync_all());
    synced.or_broken(folder.display().to_string())
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn busy() -> Refusal {
        Refusal::conflict("busy", "正在写")
    }

    fn code<T: std::fmt::Debug>(result: Result<T>) -> &'static str {
        result.unwrap_err().refusal().unwrap().code()
    }

    #[test]
    fn a_draft_is_one_writer_s_and_gone_when_it_isn_t_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("draft");
        fs::write(&path, "what a process that was killed has left").unwrap();
        let draft = Draft::take(path.clone(), busy).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"");
        draft.file().write_all(b"half").unwrap();
        assert_eq!(code(Draft::take(path.clone(), busy)), "busy");
        assert_eq!(
            fs::read(&path).unwrap(),
            b"half",
            "who is refused touches nothing"
        );
        drop(draft);
        assert!(!path.exists());
        drop(Draft::take(path, busy).unwrap());
    }

    #[test]
    fn a_draft_takes_no_name_that_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let (path, to) = (folder.path().join("draft"), folder.path().join("whole"));
        let written = || {
            let draft = Draft::take(path.clone(), busy).unwrap();
            draft.file().write_all(b"whole").unwrap();
            draft
        };
        written().name(&to, busy).unwrap();
        assert_eq!(fs::read(&to).unwrap(), b"whole");
        assert!(!path.exists());
        fs::write(&to, "another's").unwrap();
        assert_eq!(code(written().name(&to, busy)), "busy");
        assert_eq!(fs::read(&to).unwrap(), b"another's");
        assert!(!path.exists());
    }

    #[test]
    fn a_file_that_its_holder_removed_is_not_taken_for_the_one_of_that_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("draft");
        let open = private(&path).unwrap();
        assert!(leads_to(&path, &open));
        fs::remove_file(&path).unwrap();
        assert!(!leads_to(&path, &open));
        fs::write(&path, "another's").unwrap();
        assert!(!leads_to(&path, &open));
    }

    #[cfg(unix)]
    #[test]
    fn a_draft_is_its_owner_s_alone_whatever_it_was_before() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("draft");
        fs::write(&path, "left").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        let draft = Draft::take(path, busy).unwrap();
        let mode = fs::metadata(draft.path()).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn a_new_file_is_no_old_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("line");
        write_new(&path, "one\n", busy).unwrap();
        assert_eq!(code(write_new(&path, "other\n", busy)), "busy");
        assert_eq!(fs::read(&path).unwrap(), b"one\n");
    }
}
