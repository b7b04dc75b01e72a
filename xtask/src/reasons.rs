//! Every dependency of ours has its line of why in `docs/adr/dependencies.md`, and every line
//! there belongs to a dependency.

use crate::Result;
use crate::workspace::Workspace;
use cargo_metadata::Metadata;
use std::collections::BTreeSet;

/// The manifests of the npm workspace, relative to `web/`; its apps and packages are found.
const PARTS: [&str; 2] = ["apps", "packages"];

/// Each dependency without a reason and each reason without a dependency, one sentence each.
pub(crate) fn faults(workspace: &Workspace, metadata: &Metadata) -> Result<Vec<String>> {
    let text = std::fs::read_to_string(workspace.root().join("docs/adr/dependencies.md"))?;
    let mut used = crates(metadata);
    used.extend(packages(workspace)?);
    Ok(compare(&used, &listed(&text)))
}

fn compare(used: &BTreeSet<String>, listed: &BTreeSet<String>) -> Vec<String> {
    let missing = used.difference(listed);
    let missing = missing.map(|name| format!("{name} has no line in docs/adr/dependencies.md"));
    let stale = listed.difference(used);
    let stale = stale.map(|name| format!("docs/adr/dependencies.md lists {name}, unused"));
    missing.chain(stale).collect()
}

/// The names in the first column of the tables, of which a row may hold several.
fn listed(text: &str) -> BTreeSet<String> {
    let rows = text
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.split_once(" | "));
    let names = rows
        .flat_map(|(names, _)| names.split(", "))
        .map(str::to_owned);
    names
        .filter(|name| name != "crate" && name != "package")
        .collect()
}

/// What our crates name in their manifests, other than one another.
fn crates(metadata: &Metadata) -> BTreeSet<String> {
    let ours = metadata.workspace_packages();
    let named = ours.iter().flat_map(|package| &package.dependencies);
    named
        .filter(|dependency| dependency.path.is_none())
        .map(|dependency| dependency.name.clone())
        .collect()
}

/// What the manifests of the npm workspace name, other than one another.
fn packages(workspace: &Workspace) -> Result<BTreeSet<String>> {
    let mut manifests = vec![workspace.web().join("package.json")];
    for part in PARTS {
        for entry in std::fs::read_dir(workspace.web().join(part))? {
            manifests.push(entry?.path().join("package.json"));
        }
    }
    let mut names = BTreeSet::new();
    for manifest in manifests {
        let json: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(manifest)?)?;
        for kind in ["dependencies", "devDependencies"] {
            let named = json[kind].as_object().into_iter().flatten();
            names.extend(named.map(|(name, _)| name.clone()));
        }
    }
    names.retain(|name| !name.starts_with("@anju/"));
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_in_the_first_column_and_a_row_may_hold_several() {
        let text = "# Title\n| crate | why |\n|---|---|\n| axum, tower-http | HTTP, well kept |\n";
        let listed = listed(text);
        assert!(listed.iter().eq(["axum", "tower-http"]));
    }

    #[test]
    fn a_missing_line_and_a_stale_one_are_both_told() {
        let set = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let faults = compare(&set(&["axum", "serde"]), &set(&["axum", "warp"]));
        assert_eq!(faults.len(), 2);
        assert!(faults[0].starts_with("serde has no line"));
        assert!(faults[1].contains("warp"));
    }
}
