//! Messages that go into a file instead of to mobiles: for a demo, and for trying an installation out.
//!
//! A line a message: when, to which mobile, masked, and the text. Codes stand in it, so the file is
//! readable by its owner alone; the log tells only that there was a message.

use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use kernel::{Clock, MobileNumber, OrBroken as _, Result};
use platform::message::{MessageSender, Sending};

/// Writes messages into a file.
#[derive(Debug)]
pub struct FileSender {
    path: PathBuf,
    clock: Clock,
}

impl FileSender {
    /// Into this file, which is made when the first message comes.
    #[must_use]
    pub fn new(path: &Path, clock: &Clock) -> FileSender {
        FileSender {
            path: path.to_owned(),
            clock: clock.clone(),
        }
    }

    fn write(&self, mobile: &MobileNumber, text: &str) -> Result<()> {
        let (at, mobile) = (self.clock.now().in_china(), mobile.masked());
        let line = format!("{at} {mobile} {text}\n");
        let mut file = self.open()?;
        let written = file.write_all(line.as_bytes());
        written.or_broken("writing a message into its file")?;
        tracing::info!(%mobile, "a message was written into the file of messages");
        Ok(())
    }

    fn open(&self) -> Result<File> {
        let mut options = OpenOptions::new();
        options.append(true).create(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt as _;
            options.mode(0o600);
        }
        let opened = options.open(&self.path);
        opened.or_broken("opening the file of messages")
    }
}

impl MessageSender for FileSender {
    fn send<'a>(&'a self, mobile: &'a MobileNumber, text: &'a str) -> Sending<'a> {
        // A line is short: it isn't worth a thread.
        Box::pin(async move { self.write(mobile, text) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn messages_are_lines_that_only_the_owner_reads() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("messages.log");
        let clock = Clock::manual("2026-11-20T00:30:00.000000Z".parse().unwrap());
        let sender = FileSender::new(&path, &clock);
        let mobile = MobileNumber::parse("13800138000").unwrap();
        for text in ["一", "二"] {
            sender.send(&mobile, text).await.unwrap();
        }
        let written = std::fs::read_to_string(&path).unwrap();
        let lines: Vec<&str> = written.lines().collect();
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with(" 138****8000 二"), "{}", lines[1]);
        assert!(lines[0].starts_with("2026-11-20 08:30"), "{}", lines[0]);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = std::fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        let nowhere = FileSender::new(&folder.path().join("no/such/folder"), &clock);
        assert!(nowhere.send(&mobile, "三").await.is_err());
    }
}
