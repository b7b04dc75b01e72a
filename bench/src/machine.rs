//! What the figures were measured on, and what else was going on there.

use std::fs;
use std::thread::available_parallelism;

use crate::{Asked, Database, Result, bare};

/// The machine in one line: processor, cores, memory, kernel, versions of the databases, load.
pub(crate) async fn describe(asked: &Asked) -> Result<String> {
    let cores = available_parallelism().map_or(0, usize::from);
    let memory = number_after("/proc/meminfo", "MemTotal:").unwrap_or(0) / 1024 / 1024;
    let mut parts = vec![
        after_colon("/proc/cpuinfo", "model name").unwrap_or_else(|| "unknown processor".into()),
        format!("{cores} cores"),
        format!("{memory} GiB"),
        format!("Linux {}", kernel_version()),
    ];
    for database in &asked.databases {
        parts.push(match (database, &asked.postgres) {
            (Database::Postgres, Some(url)) => bare::postgres_version(url).await?,
            _ => format!("SQLite {}", rusqlite::version()),
        });
    }
    Ok(format!("{}; {}", parts.join(", "), load()))
}

/// The kernel's version without what its builder added.
fn kernel_version() -> String {
    let release = read("/proc/sys/kernel/osrelease");
    release.split('-').next().unwrap_or_default().to_owned()
}

/// The load of the last one, five and fifteen minutes.
pub(crate) fn load() -> String {
    let text = read("/proc/loadavg");
    let words: Vec<&str> = text.split(' ').take(3).collect();
    format!("load {}", words.join(" "))
}

/// The most memory that a process held so far, in KiB.
pub(crate) fn peak_kib(process: u32) -> Option<u64> {
    number_after(&format!("/proc/{process}/status"), "VmHWM:")
}

fn read(path: &str) -> String {
    fs::read_to_string(path)
        .unwrap_or_default()
        .trim()
        .to_owned()
}

fn after_colon(path: &str, name: &str) -> Option<String> {
    let text = read(path);
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

fn number_after(path: &str, name: &str) -> Option<u64> {
    let text = read(path);
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next()?.parse().ok()
}
