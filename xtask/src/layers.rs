//! The direction of our own crates (`docs/ARCHITECTURE.md`): who may stand on whom, who alone
//! knows a database driver. A new crate is refused until it has its place here.

use crate::Result;
use cargo_metadata::{DependencyKind, Metadata, Package};
use std::collections::BTreeSet;

/// Each crate and those right beneath it; it may name them and all that they stand on.
const BENEATH: &[(&str, &[&str])] = &[
    ("kernel", &[]),
    ("db", &["kernel"]),
    ("sheet", &["kernel"]),
    ("render", &["kernel"]),
    ("ledger", &["db"]),
    ("platform", &["db"]),
    ("settlement", &["ledger", "platform"]),
    ("fund", &["settlement", "sheet", "render"]),
    ("loan", &["fund"]),
    ("treasury", &["loan"]),
    ("oversight", &["treasury"]),
    ("exchange", &["treasury"]),
    ("evaluation", &["ledger", "platform", "sheet", "render"]),
    ("channel", &["ledger", "platform", "sheet", "render"]),
    (
        "simulation",
        &["oversight", "exchange", "evaluation", "channel"],
    ),
    ("api", &["oversight", "exchange", "evaluation", "channel"]),
    ("server", &["api", "simulation"]),
    ("testkit", &["api", "simulation"]),
    ("bench", &["server"]),
    ("xtask", &[]),
];

/// Allowed by the order and still wrong: figures come from the metrics a domain exports, which
/// the server hands in.
const NEVER: &[(&str, &str)] = &[("oversight", "fund"), ("oversight", "loan")];

/// Crates that speak to a database; only `db` may name them.
const DRIVERS: &[&str] = &[
    "rusqlite",
    "libsqlite3-sys",
    "tokio-postgres",
    "tokio-postgres-rustls",
    "deadpool-postgres",
];

/// The product's one crate that does, and two beside the product: the tests' databases, and the
/// measures, whose baselines would not be bare if they went through `db`.
const MAY_KNOW_A_DRIVER: &[&str] = &["db", "testkit", "bench"];

/// Every dependency that points the wrong way, one sentence each.
pub(crate) fn check(metadata: &Metadata) -> Result {
    let ours = metadata.workspace_packages();
    let mut wrong = Vec::new();
    for package in &ours {
        wrong.extend(faults(package, &ours));
    }
    if wrong.is_empty() {
        println!("{} crates depend downwards only", ours.len());
        return Ok(());
    }
    Err(wrong.join("\n").into())
}

fn faults(package: &Package, ours: &[&Package]) -> Vec<String> {
    let name = package.name.as_str();
    let Some(allowed) = allowed(name) else {
        return vec![format!("crate {name} has no place in xtask/src/layers.rs")];
    };
    let mut faults = Vec::new();
    for dependency in &package.dependencies {
        let wanted = dependency.name.as_str();
        let for_tests = dependency.kind == DependencyKind::Development;
        let is_ours = ours.iter().any(|other| other.name.as_str() == wanted);
        let fault = if wanted == "testkit" {
            (name != "server" || !for_tests).then_some("only the tests of server use testkit")
        } else if is_ours {
            (!allowed.contains(wanted)).then_some("that points upwards")
        } else if DRIVERS.contains(&wanted) && !for_tests {
            (!MAY_KNOW_A_DRIVER.contains(&name)).then_some("only db knows a driver")
        } else {
            None
        };
        faults.extend(fault.map(|why| format!("{name} depends on {wanted}: {why}")));
    }
    faults
}

/// All that a crate may name, or nothing when the crate is unknown.
fn allowed(name: &str) -> Option<BTreeSet<&'static str>> {
    let (_, direct) = BENEATH.iter().find(|(other, _)| *other == name)?;
    let mut all = BTreeSet::new();
    for lower in *direct {
        all.insert(*lower);
        all.extend(allowed(lower)?);
    }
    all.retain(|lower| !NEVER.contains(&(name, *lower)));
    Some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn may(upper: &str, lower: &str) -> bool {
        allowed(upper).unwrap().contains(lower)
    }

    #[test]
    fn order_of_the_architecture_is_in_the_table() {
        assert!(may("fund", "kernel") && may("fund", "platform") && may("server", "db"));
        assert!(!may("ledger", "platform") && !may("platform", "ledger"));
        assert!(!may("settlement", "fund") && !may("kernel", "db") && !may("sheet", "db"));
        assert!(!may("evaluation", "fund") && !may("oversight", "loan"));
        assert!(!BENEATH.iter().any(|(_, lower)| lower.contains(&"bench")));
        assert!(may("oversight", "treasury") && !may("api", "simulation"));
    }

    #[test]
    fn every_crate_of_the_table_stands_on_known_ones() {
        for (name, _) in BENEATH {
            let allowed = allowed(name).expect("each lower crate has its own line");
            assert!(!allowed.contains(name), "{name} stands on itself");
        }
        assert_eq!(allowed("unheard-of"), None);
    }
}
