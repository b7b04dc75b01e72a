//! Licences, bans and sources of what we depend on, from the lock files alone: `cargo deny`
//! wants an advisory database from the network. The rules stand once, in `deny.toml`, which
//! `cargo deny check` reads too where there is a network.

use crate::workspace::Workspace;
use crate::{Result, layers, reasons};
use cargo_metadata::{Metadata, Package, Source};
use serde::Deserialize;
use spdx::{Expression, ParseMode};
use std::path::Path;

/// The part of `deny.toml` that is checked here.
#[derive(Deserialize)]
struct Rules {
    licenses: Licences,
    bans: Bans,
}

#[derive(Deserialize)]
struct Licences {
    allow: Vec<String>,
    exceptions: Vec<Exception>,
}

/// A licence that one crate may have and no other.
#[derive(Deserialize)]
struct Exception {
    #[serde(rename = "crate")]
    name: String,
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Ban>,
}

#[derive(Deserialize)]
struct Ban {
    #[serde(rename = "crate")]
    name: String,
    reason: String,
}

/// Checks the crates and the npm packages that are shipped, and the order of our own crates.
pub(crate) fn check(workspace: &Workspace) -> Result {
    let rules: Rules = toml::from_str(&std::fs::read_to_string(
        workspace.root().join("deny.toml"),
    )?)?;
    let metadata = workspace.resolved()?;
    layers::check(&metadata)?;
    let mut faults = crates(&metadata, &rules);
    faults.extend(reasons::faults(workspace, &metadata)?);
    faults.extend(packages(
        &workspace.web().join("package-lock.json"),
        &rules.licenses,
    )?);
    if faults.is_empty() {
        Ok(())
    } else {
        Err(faults.join("\n").into())
    }
}

fn crates(metadata: &Metadata, rules: &Rules) -> Vec<String> {
    let ours = metadata.workspace_packages();
    let others = metadata
        .packages
        .iter()
        .filter(|package| !ours.contains(package));
    let mut count = 0_u32;
    let mut faults = Vec::new();
    for package in others {
        count += 1;
        faults.extend(crate_fault(package, rules));
    }
    println!("{count} crates from the registry, {} faults", faults.len());
    faults
}

fn crate_fault(package: &Package, rules: &Rules) -> Option<String> {
    let name = format!("{} {}", package.name, package.version);
    if let Some(ban) = rules
        .bans
        .deny
        .iter()
        .find(|ban| package.name.as_str() == ban.name)
    {
        return Some(format!("{name} is banned: {}", ban.reason));
    }
    let registry = package.source.as_ref().is_some_and(Source::is_crates_io);
    if !registry {
        return Some(format!("{name} comes from elsewhere than the registry"));
    }
    let fault = rules
        .licenses
        .fault(&package.name, package.license.as_deref());
    fault.map(|fault| format!("{name}: {fault}"))
}

/// npm packages: those that only build and test the pages are not shipped and not looked at.
fn packages(lock: &Path, licences: &Licences) -> Result<Vec<String>> {
    let lock: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(lock)?)?;
    let all = lock["packages"]
        .as_object()
        .ok_or("package-lock.json lists no packages")?;
    let shipped = all.iter().filter(|(path, package)| {
        let ours = !path.contains("node_modules/") || package["link"] == true;
        !ours && package["dev"] != true && package["devOptional"] != true
    });
    let mut count = 0_u32;
    let mut faults = Vec::new();
    for (path, package) in shipped {
        count += 1;
        let name = path.rsplit("node_modules/").next().unwrap_or(path);
        let fault = licences.fault(name, package["license"].as_str());
        faults.extend(fault.map(|fault| format!("{path}: {fault}")));
    }
    println!("{count} npm packages in the pages, {} faults", faults.len());
    Ok(faults)
}

impl Licences {
    /// What is wrong with a package's licence: none given, not SPDX, or not allowed.
    fn fault(&self, name: &str, expression: Option<&str>) -> Option<String> {
        let Some(text) = expression else {
            return Some("no licence given".into());
        };
        let parsed = match Expression::parse_mode(text, ParseMode::LAX) {
            Ok(parsed) => parsed,
            Err(error) => return Some(format!("licence {text} can't be read: {}", error.reason)),
        };
        let fine = parsed.evaluate(|wanted| self.allows(name, &wanted.to_string()));
        (!fine).then(|| format!("licence {text} is not in deny.toml"))
    }

    fn allows(&self, name: &str, licence: &str) -> bool {
        let excepted = self
            .exceptions
            .iter()
            .filter(|exception| exception.name == name);
        let mut lists = std::iter::once(&self.allow).chain(excepted.map(|other| &other.allow));
        lists.any(|list| list.iter().any(|allowed| allowed == licence))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_is_fine_when_one_way_through_its_expression_is_allowed() {
        let licences = licences();
        assert_eq!(licences.fault("any", Some("MIT OR GPL-3.0-only")), None);
        assert_eq!(licences.fault("any", Some("MIT/Apache-2.0")), None);
        assert!(
            licences
                .fault("any", Some("MIT AND GPL-3.0-only"))
                .is_some()
        );
        assert!(
            licences
                .fault("any", Some("Apache-2.0 WITH LLVM-exception"))
                .is_some()
        );
        assert!(
            licences
                .fault("any", Some("SEE LICENSE IN README"))
                .is_some()
        );
        assert!(licences.fault("any", None).is_some());
    }

    #[test]
    fn an_exception_is_for_the_crate_it_names() {
        assert_eq!(licences().fault("option-ext", Some("MPL-2.0")), None);
        assert!(licences().fault("another", Some("MPL-2.0")).is_some());
    }

    fn licences() -> Licences {
        let exception = Exception {
            name: "option-ext".into(),
            allow: vec!["MPL-2.0".into()],
        };
        Licences {
            allow: vec!["MIT".into(), "Apache-2.0".into()],
            exceptions: vec![exception],
        }
    }
}
