//! The npm workspace: installed when its lock file changed, built when its sources changed.

use crate::tally::Tally;
use crate::workspace::Workspace;
use crate::{Result, shell};
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The oldest Node that vite and its plugins run on.
const NODE: (u32, u32) = (20, 19);
/// The apps whose pages the program embeds.
const APPS: [&str; 2] = ["console", "hall"];
/// Folders that hold what was made, not what it is made from.
const MADE: [&str; 5] = [
    "node_modules",
    "dist",
    "test-results",
    "playwright-report",
    "screenshots",
];

/// The npm workspace of a checkout.
pub(crate) struct Web {
    folder: PathBuf,
    reports: PathBuf,
}

impl Web {
    /// Refuses with a clear sentence when Node is missing or too old.
    pub(crate) fn of(workspace: &Workspace) -> Result<Self> {
        check_node()?;
        Ok(Self {
            folder: workspace.web(),
            reports: workspace.scratch()?,
        })
    }

    /// `npm ci`, unless the lock file is the one last installed.
    pub(crate) fn install(&self) -> Result {
        let wanted = digest(&[self.folder.join("package-lock.json")])?;
        if self.stamp("installed").is_some_and(|stamp| stamp == wanted) {
            println!("npm packages are those of the lock file");
            return Ok(());
        }
        shell::run(&mut self.npm(&["ci"]))?;
        self.set_stamp("installed", &wanted)
    }

    /// Builds the pages that the program embeds, unless their sources are those last built.
    pub(crate) fn build(&self) -> Result {
        let wanted = digest(&sources(&self.folder)?)?;
        let is_there = APPS.iter().all(|app| self.page_of(app).is_file());
        if is_there && self.stamp("built").is_some_and(|stamp| stamp == wanted) {
            println!("the pages are those of their sources");
            return Ok(());
        }
        shell::run(&mut self.npm(&["run", "--silent", "build"]))?;
        self.set_stamp("built", &wanted)
    }

    /// Style and types.
    pub(crate) fn check(&self) -> Result {
        shell::run(&mut self.npm(&["run", "--silent", "lint"]))?;
        shell::run(&mut self.npm(&["run", "--silent", "typecheck"]))
    }

    /// Unit tests; their counts stand in the tally even when some fail.
    pub(crate) fn test(&self, tally: &mut Tally) -> Result {
        let report = self.fresh_report("vitest.json")?;
        let output = format!("--outputFile.json={}", report.display());
        let mut vitest = self.npm(&["run", "--silent", "test", "--"]);
        vitest.args(["--reporter=default", "--reporter=json", &output]);
        let outcome = shell::run(&mut vitest);
        *tally += Tally::of_vitest(&read_report(&report, &outcome)?)?.proven("vitest")?;
        outcome
    }

    /// Browser tests against a server that runs already.
    pub(crate) fn drive(&self, url: &str, browser: &Path, tally: &mut Tally) -> Result {
        let report = self.fresh_report("playwright.json")?;
        let mut playwright = self.npm(&["run", "--silent", "e2e", "--"]);
        playwright
            .arg("--reporter=list,json")
            .env("PLAYWRIGHT_JSON_OUTPUT_NAME", &report);
        playwright.env("BASE_URL", url).env("CHROMIUM", browser);
        let outcome = shell::run(&mut playwright);
        *tally += Tally::of_playwright(&read_report(&report, &outcome)?)?.proven("playwright")?;
        outcome
    }

    /// Writes the TypeScript schema from openapi.json.
    pub(crate) fn generate(&self) -> Result {
        shell::run(&mut self.npm(&["run", "--silent", "generate"]))
    }

    /// The one page of an app, as it was built.
    fn page_of(&self, app: &str) -> PathBuf {
        self.folder.join("apps").join(app).join("dist/index.html")
    }

    fn npm(&self, arguments: &[&str]) -> Command {
        let mut npm = Command::new("npm");
        npm.args(arguments)
            .current_dir(&self.folder)
            .stdin(Stdio::null());
        npm
    }

    /// Where a runner writes its report; an older one is removed so that it can't be mistaken.
    fn fresh_report(&self, name: &str) -> Result<PathBuf> {
        let report = self.reports.join(name);
        if report.exists() {
            std::fs::remove_file(&report)?;
        }
        Ok(report)
    }

    /// Stamps lie in node_modules: what removes the packages removes them too.
    fn stamp(&self, name: &str) -> Option<String> {
        std::fs::read_to_string(self.folder.join("node_modules/.anju").join(name)).ok()
    }

    fn set_stamp(&self, name: &str, digest: &str) -> Result {
        let folder = self.folder.join("node_modules/.anju");
        std::fs::create_dir_all(&folder)?;
        Ok(std::fs::write(folder.join(name), digest)?)
    }
}

fn check_node() -> Result {
    let wanted = format!("Node {}.{} or newer with npm", NODE.0, NODE.1);
    let from = "see https://nodejs.org or your distribution's packages";
    let Ok(version) = shell::output(Command::new("node").arg("--version")) else {
        return Err(format!("{wanted} is needed and no node was found in PATH; {from}").into());
    };
    if !is_new_enough(&version) {
        let version = version.trim();
        return Err(format!("{wanted} is needed and this is {version}; {from}").into());
    }
    Ok(())
}

fn is_new_enough(version: &str) -> bool {
    let mut numbers = version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .map(str::parse::<u32>);
    match (numbers.next(), numbers.next()) {
        (Some(Ok(major)), Some(Ok(minor))) => (major, minor) >= NODE,
        _ => false,
    }
}

/// Every file that the pages are made from.
fn sources(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if entry.file_type()?.is_file() {
            files.push(entry.path());
        } else if !MADE.iter().any(|made| name == *made) {
            files.extend(sources(&entry.path())?);
        }
    }
    files.sort();
    Ok(files)
}

/// A digest over names and contents. It need not be the same in another version of Rust: a
/// digest that differs costs one build.
fn digest(files: &[PathBuf]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for file in files {
        hasher.write(file.as_os_str().as_encoded_bytes());
        let content = std::fs::read(file)?;
        hasher.write_usize(content.len());
        hasher.write(&content);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// A runner that broke before it wrote its report is told by its own failure.
fn read_report(report: &Path, outcome: &Result) -> Result<String> {
    std::fs::read_to_string(report).map_err(|error| match outcome {
        Ok(()) => format!("{}: {error}", report.display()).into(),
        Err(failure) => failure.to_string().into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_is_refused_below_the_version_that_vite_needs() {
        assert!(
            is_new_enough("v20.19.0\n") && is_new_enough("v22.1.0") && is_new_enough("v100.0.1")
        );
        assert!(!is_new_enough("v20.18.3") && !is_new_enough("v18.20.4") && !is_new_enough("?"));
    }

    #[test]
    fn digest_changes_with_a_name_and_with_a_byte_and_not_with_what_was_made() {
        let folder = tempfile::tempdir().unwrap();
        let digest_now = || digest(&sources(folder.path()).unwrap()).unwrap();
        std::fs::create_dir_all(folder.path().join("apps/dist")).unwrap();
        std::fs::write(folder.path().join("apps/page.tsx"), "a").unwrap();
        let first = digest_now();
        std::fs::write(folder.path().join("apps/dist/page.js"), "made").unwrap();
        assert_eq!(digest_now(), first);
        std::fs::write(folder.path().join("apps/page.tsx"), "b").unwrap();
        let second = digest_now();
        assert_ne!(second, first);
        std::fs::rename(
            folder.path().join("apps/page.tsx"),
            folder.path().join("apps/p.tsx"),
        )
        .unwrap();
        assert_ne!(digest_now(), second);
    }
}
