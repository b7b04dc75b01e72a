//! What the terminal shows: the log, progress, and errors as sentences.

use std::io::{self, IsTerminal as _, Write};
use std::time::Duration;

use console::Term;
use indicatif::{ProgressBar, ProgressStyle};
use kernel::{Error, OrBroken as _, Refusal, Result};
use tracing_subscriber::EnvFilter;

/// Sends the log to standard error, at `info` unless `RUST_LOG` says otherwise.
pub fn log() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    // A second call, as in tests, finds the log in place.
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .try_init();
}

/// A bar for `length` steps, with the time that is left.
#[must_use]
pub fn progress(length: u64, what: &'static str) -> ProgressBar {
    let bar = ProgressBar::new(length);
    let style = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len} 剩余 {eta}")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    bar.set_style(style);
    bar.set_message(what);
    bar.enable_steady_tick(Duration::from_millis(250));
    bar
}

/// A sign of life for work of unknown length.
#[must_use]
pub fn spinner() -> ProgressBar {
    let bar = ProgressBar::new_spinner();
    bar.enable_steady_tick(Duration::from_millis(250));
    bar
}

/// A new password of someone, called so: typed twice and unseen at a terminal, else a line of
/// standard input.
///
/// # Errors
/// `password_mismatch`; broken when nothing can be read.
pub fn password(whose: &str) -> Result<String> {
    const READING: &str = "reading the password";
    // Unseen reading needs both: what asks, and what is typed at.
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        let mut line = String::new();
        io::stdin().read_line(&mut line).or_broken(READING)?;
        return Ok(line.trim_end_matches(['\r', '\n']).to_owned());
    }
    let terminal = Term::stderr();
    let ask = |what: &str| {
        terminal.write_str(what).or_broken(READING)?;
        terminal.read_secure_line().or_broken(READING)
    };
    let first = ask(&format!("{whose}的密码："))?;
    let second = ask("再输入一次：")?;
    typed_twice(first, &second)
}

fn typed_twice(first: String, second: &str) -> Result<String> {
    if first != second {
        let sentence = "两次输入的密码不同";
        return Err(Refusal::invalid("password_mismatch", sentence).into());
    }
    Ok(first)
}

/// An error as the operator reads it: a refusal's sentence and code, or what broke and why.
#[must_use]
pub fn told(error: &Error) -> String {
    match error {
        Error::Refused(refusal) => format!("{}（{}）", refusal.sentence(), refusal.code()),
        Error::Broken(broken) => broken.to_string(),
    }
}

/// What a command says to its reader, which it remembers to have closed its end. An error alone
/// wouldn't tell: a program that is fed or a database can close one as well.
#[derive(Debug)]
pub struct Out<W> {
    to: W,
    reader_is_gone: bool,
}

impl<W> Out<W> {
    /// Says it to `to`.
    #[must_use]
    pub const fn new(to: W) -> Out<W> {
        Out {
            to,
            reader_is_gone: false,
        }
    }

    /// Whether whoever read what is written has closed its end.
    #[must_use]
    pub const fn reader_is_gone(&self) -> bool {
        self.reader_is_gone
    }

    fn noting<T>(&mut self, said: io::Result<T>) -> io::Result<T> {
        let gone = |error: &io::Error| error.kind() == io::ErrorKind::BrokenPipe;
        self.reader_is_gone |= said.as_ref().is_err_and(gone);
        said
    }
}

impl<W: Write> Write for Out<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.to.write(bytes);
        self.noting(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        let flushed = self.to.flush();
        self.noting(flushed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A reader that ends so.
    struct Ending(io::ErrorKind);

    impl Write for Ending {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_reader_that_is_gone_is_told_from_what_breaks() {
        let gone_after = |kind| {
            let mut out = Out::new(Ending(kind));
            writeln!(out, "凭证").unwrap_err();
            out.reader_is_gone()
        };
        assert!(gone_after(io::ErrorKind::BrokenPipe));
        assert!(!gone_after(io::ErrorKind::StorageFull));
        let mut heard = Out::new(Vec::new());
        writeln!(heard, "凭证").unwrap();
        assert!(!heard.reader_is_gone());
    }

    #[test]
    fn an_operator_is_told_each_cause_once() {
        let full: io::Result<()> = Err(io::Error::other("disk full"));
        let error = full.or_broken("writing the backup").unwrap_err();
        assert_eq!(told(&error), "writing the backup: disk full");
    }

    #[test]
    fn a_password_typed_otherwise_the_second_time_is_refused() {
        let refused = typed_twice("long-enough-2026".to_owned(), "long-enough-2025").unwrap_err();
        assert_eq!(
            refused.refusal().map(Refusal::code),
            Some("password_mismatch")
        );
        assert_eq!(typed_twice("a".to_owned(), "a").unwrap(), "a");
    }
}
