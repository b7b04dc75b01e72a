//! Where this checkout and its build products lie.

use crate::{Result, shell};
use cargo_metadata::{Metadata, MetadataCommand};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The checkout that `cargo xtask` was called in.
pub(crate) struct Workspace {
    root: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// Asks cargo, so that `CARGO_TARGET_DIR` and a call from a sub-folder are honoured.
    pub(crate) fn find() -> Result<Self> {
        let metadata = MetadataCommand::new().no_deps().exec()?;
        Ok(Self {
            root: metadata.workspace_root.into_std_path_buf(),
            target: metadata.target_directory.into_std_path_buf(),
        })
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The npm workspace.
    pub(crate) fn web(&self) -> PathBuf {
        self.root.join("web")
    }

    /// The `anju` program of a profile (`debug` or `release`).
    pub(crate) fn program(&self, profile: &str) -> PathBuf {
        self.target.join(profile).join("anju")
    }

    /// A program of a release build.
    pub(crate) fn release(&self, name: &str) -> PathBuf {
        self.target.join("release").join(name)
    }

    /// The folder of the measures' reports, without what an interrupted run left there.
    pub(crate) fn reports(&self) -> Result<PathBuf> {
        let folder = self.target.join("bench");
        std::fs::create_dir_all(&folder)?;
        for entry in std::fs::read_dir(&folder)? {
            let path = entry?.path();
            let name = path.file_name().and_then(|name| name.to_str());
            if name.is_some_and(|name| name.starts_with("work-")) {
                println!("removing {}", path.display());
                std::fs::remove_dir_all(path)?;
            }
        }
        Ok(folder)
    }

    /// A folder for reports and logs of these commands, made on first use.
    pub(crate) fn scratch(&self) -> Result<PathBuf> {
        let folder = self.target.join("xtask");
        std::fs::create_dir_all(&folder)?;
        Ok(folder)
    }

    /// A cargo command in the root of the checkout, without what cargo told this process of itself:
    /// build scripts that look at it (ring's does) would build all that stands on them anew.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Command {
        let mut cargo = Command::new(shell::variable("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(arguments).current_dir(&self.root);
        let own = ["CARGO_PKG_", "CARGO_MANIFEST_"];
        for (name, _) in std::env::vars_os() {
            let text = name.to_string_lossy();
            if own.iter().any(|prefix| text.starts_with(prefix)) {
                cargo.env_remove(&name);
            }
        }
        cargo
    }

    /// Our crates and every crate they stand on, as the lock file has them for this platform.
    pub(crate) fn resolved(&self) -> Result<Metadata> {
        let host = shell::output(Command::new("rustc").arg("--print").arg("host-tuple"))?;
        Ok(MetadataCommand::new()
            .manifest_path(self.root.join("Cargo.toml"))
            .other_options(vec![
                "--locked".into(),
                "--filter-platform".into(),
                host.trim().into(),
            ])
            .exec()?)
    }
}
