//! What the terminal shows: the log, progress, and errors as sentences.

use std::io::{self, IsTerminal as _};
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
        Error::Broken(broken) => {
            let mut text = broken.to_string();
            let mut source = std::error::Error::source(broken);
            while let Some(error) = source {
                text.push_str(&format!("：{error}"));
                source = error.source();
            }
            text
        }
    }
}

/// Whether an error says that whoever read what is written has closed its end.
#[must_use]
pub fn reader_is_gone(error: &Error) -> bool {
    let Error::Broken(broken) = error else {
        return false;
    };
    let mut source: Option<&(dyn std::error::Error + 'static)> = Some(broken);
    while let Some(error) = source {
        let io = error.downcast_ref::<io::Error>();
        if io.is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe) {
            return true;
        }
        source = error.source();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_is_gone_is_told_from_what_breaks() {
        let writing = |kind: io::ErrorKind| {
            let written: io::Result<()> = Err(kind.into());
            written.or_broken("writing the journal").unwrap_err()
        };
        assert!(reader_is_gone(&writing(io::ErrorKind::BrokenPipe)));
        assert!(!reader_is_gone(&writing(io::ErrorKind::StorageFull)));
        let refused = Refusal::invalid("book_not_open", "账套尚未启用");
        assert!(!reader_is_gone(&refused.into()));
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
