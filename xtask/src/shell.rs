//! Other programs: finding them, running them, reading what they print.

use crate::Result;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// An environment variable that is set and not empty.
pub(crate) fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// Whether this is an unattended run, in which nothing may be missing or skipped.
pub(crate) fn unattended() -> bool {
    variable("CI").is_some_and(|value| value != "false" && value != "0")
}

/// Whether this process is root, which alone may install packages without asking.
pub(crate) fn is_root() -> bool {
    output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

/// The first program of that name in `PATH`.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

/// Runs a command on this terminal; the error names the command line.
pub(crate) fn run(command: &mut Command) -> Result {
    let status = command
        .status()
        .map_err(|error| format!("{}: {error}", line(command)))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{}: {status}", line(command)).into())
    }
}

/// Runs a command silently and returns what it wrote to its standard output.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("{}: {error}", line(command)))?;
    if output.status.success() {
        return Ok(String::from_utf8(output.stdout)?);
    }
    let complaint = String::from_utf8_lossy(&output.stderr);
    Err(format!(
        "{}: {}\n{}",
        line(command),
        output.status,
        complaint.trim_end()
    )
    .into())
}

/// Runs a command, shows its standard output line by line as it comes and hands each line on.
pub(crate) fn watch(command: &mut Command, mut seen: impl FnMut(&str)) -> Result {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{}: {error}", line(command)))?;
    let stdout = child
        .stdout
        .take()
        .expect("standard output was asked to be piped");
    for text in BufReader::new(stdout).lines() {
        let text = text?;
        println!("{text}");
        seen(&text);
    }
    let status = child.wait()?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{}: {status}", line(command)).into())
    }
}

/// Says past the harness's capture that a test can't run here; the tally counts the line.
#[cfg(test)]
pub(crate) fn say_skipped(what: &str) {
    use std::io::Write as _;
    writeln!(std::io::stdout(), "skipped: {what}").expect("standard output is open");
}

/// The command as one would type it.
pub(crate) fn line(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(
        command
            .get_args()
            .map(|word| word.to_string_lossy().into_owned()),
    );
    words.join(" ")
}
