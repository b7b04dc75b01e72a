//! System programs that tests need and Debian packages, found or installed.

use crate::{Result, postgres, shell};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A system program, by what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tool {
    /// The second of the two databases; a server that `TEST_PG_URL` names serves as well.
    Postgres,
    /// The browser that playwright drives; its own downloads are never used.
    Chromium,
    /// Without it Chromium draws boxes for every Chinese character.
    ChineseFont,
    /// Reads the exported journal and proves its balances.
    Hledger,
    /// The same for the other export format.
    Beancount,
    /// Verifies our signatures, and what else of the SM algorithms we compute.
    OpenSsl,
    /// Reads the papers' text back.
    Poppler,
}

impl Tool {
    const ALL: [Self; 7] = [
        Self::Postgres,
        Self::Chromium,
        Self::ChineseFont,
        Self::Hledger,
        Self::Beancount,
        Self::OpenSsl,
        Self::Poppler,
    ];

    /// Its Debian package.
    pub(crate) fn package(self) -> &'static str {
        match self {
            Self::Postgres => "postgresql",
            Self::Chromium => "chromium",
            Self::ChineseFont => "fonts-noto-cjk",
            Self::Hledger => "hledger",
            Self::Beancount => "beancount",
            Self::OpenSsl => "openssl",
            Self::Poppler => "poppler-utils",
        }
    }

    /// Its name, if Rust tests need it. Each such test looks for it by itself and says that it was
    /// skipped; this is for telling so beforehand.
    pub(crate) fn needed_by_tests(self) -> Option<&'static str> {
        match self {
            Self::Postgres => Some("PostgreSQL"),
            Self::Hledger => Some("hledger"),
            Self::Beancount => Some("beancount"),
            Self::OpenSsl => Some("openssl"),
            Self::Poppler => Some("poppler-utils"),
            Self::Chromium | Self::ChineseFont => None,
        }
    }

    fn is_there(self) -> bool {
        match self {
            Self::Postgres => {
                shell::variable("TEST_PG_URL").is_some() || postgres::binaries().is_some()
            }
            Self::Chromium => chromium().is_some(),
            Self::ChineseFont => has_chinese_font(),
            Self::Hledger => shell::find("hledger").is_some(),
            Self::Beancount => shell::find("bean-check").is_some(),
            Self::OpenSsl => shell::find("openssl").is_some(),
            Self::Poppler => shell::find("pdftotext").is_some(),
        }
    }
}

/// The browser: the one `CHROMIUM` names, or the first known name in `PATH`.
pub(crate) fn chromium() -> Option<PathBuf> {
    let named = shell::variable("CHROMIUM")
        .map(PathBuf::from)
        .filter(|file| file.is_file());
    let known = ["chromium", "chromium-browser", "google-chrome"];
    named.or_else(|| known.into_iter().find_map(shell::find))
}

fn has_chinese_font() -> bool {
    let noto = Path::new("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc");
    let listed = || shell::output(Command::new("fc-list").arg(":lang=zh-cn"));
    noto.is_file() || listed().is_ok_and(|fonts| !fonts.trim().is_empty())
}

/// The tools that are not on this machine.
pub(crate) fn missing() -> Vec<Tool> {
    Tool::ALL
        .into_iter()
        .filter(|tool| !tool.is_there())
        .collect()
}

/// Installs what is missing where that is allowed, says the line to type where it isn't, and
/// returns what is still missing. In CI anything still missing is an error.
pub(crate) fn provide() -> Result<Vec<Tool>> {
    let before = missing();
    if before.is_empty() {
        return Ok(before);
    }
    let packages: Vec<&str> = before.iter().map(|tool| tool.package()).collect();
    let by_hand = format!(
        "sudo apt-get install -y --no-install-recommends {}",
        packages.join(" ")
    );
    if may_install() {
        install(&packages)?;
    }
    let after = missing();
    if after.is_empty() {
        return Ok(after);
    }
    if shell::unattended() {
        return Err(format!(
            "not installed: {}. Install by: {by_hand}",
            packages.join(" ")
        )
        .into());
    }
    eprintln!(
        "\n!! Missing: {}. Tests that need them are SKIPPED.",
        packages.join(", ")
    );
    eprintln!("!! To run them, type:  {by_hand}");
    if after.contains(&Tool::Postgres) && !postgres::can_start() {
        eprintln!("!! PostgreSQL is started through setpriv, which only Linux has. Elsewhere");
        eprintln!("!! start a server yourself and name it:  TEST_PG_URL=postgres://…");
    }
    eprintln!();
    Ok(after)
}

/// Root on Debian may; so may CI, where `sudo` must not ask for a password.
fn may_install() -> bool {
    shell::find("apt-get").is_some() && (shell::is_root() || shell::unattended())
}

fn install(packages: &[&str]) -> Result {
    println!("installing {}", packages.join(", "));
    shell::run(&mut apt_get(&["update", "-q"]))?;
    let mut arguments = vec!["install", "-y", "-q", "--no-install-recommends"];
    arguments.extend(packages);
    shell::run(&mut apt_get(&arguments))
}

fn apt_get(arguments: &[&str]) -> Command {
    let mut command = if shell::is_root() {
        Command::new("env")
    } else {
        let mut sudo = Command::new("sudo");
        sudo.args(["-n", "env"]);
        sudo
    };
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    // Another installation may hold the lock, and mirrors fail now and then.
    command.args(["-o", "DPkg::Lock::Timeout=120", "-o", "Acquire::Retries=3"]);
    command.args(arguments).stdin(std::process::Stdio::null());
    command
}
