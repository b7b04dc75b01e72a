//! P7: from the start of the process to the first answer on a centre that exists; the program's size;
//! what a first visit of the console transfers.

use std::collections::BTreeSet;
use std::fs;

use crate::centre::Centre;
use crate::http::Client;
use crate::report::{Report, Row, grouped, millis};
use crate::timing::{median, percentile};
use crate::{Asked, Result};

/// Starts measured.
const STARTS: usize = 5;
const START_MICROS: u64 = 1_000_000;
const PROGRAM_BYTES: u64 = 50 * 1024 * 1024;
const VISIT_BYTES: u64 = 900 * 1024;

/// The pages whose first visit is weighed, by the beginning of their file's name.
const PAGES: [(&str, &str); 2] = [("SignIn-", "sign-in"), ("Home-", "home")];

/// Measures start, size and first visits.
pub(crate) async fn measure(asked: &Asked, centre: &Centre, report: &mut Report) -> Result {
    let row = |what: String, unit: &'static str, ours: u64, reach: &'static str, most: u64| Row {
        measure: "P7",
        database: centre.database.label(),
        what,
        accounts: centre.shape.accounts,
        unit,
        ours,
        bare: None,
        ratio_thousandths: None,
        reach,
        reached: (!asked.size.is_tiny()).then_some(ours <= most),
    };
    let mut starts = Vec::new();
    for _ in 0..STARTS {
        let server = centre.serve().await?;
        starts.push(server.started_micros);
        server.stop()?;
    }
    let accounts = grouped(centre.shape.accounts as u64);
    let (middle, slowest) = (median(&starts), percentile(&starts, 100));
    let what = format!(
        "start to the first answer, {accounts} accounts; the slowest of {STARTS} {}",
        millis(slowest)
    );
    report.add(row(what, "µs", middle, "≤ 1 s", START_MICROS));
    let size = fs::metadata(&asked.anju)?.len();
    let what = "size of the program, pages inside".to_owned();
    report.add(row(what, "bytes", size, "≤ 50 MB", PROGRAM_BYTES));

    let server = centre.serve().await?;
    let mut client = Client::connect(server.address).await?;
    for (page, name) in PAGES {
        let Some((files, bytes)) = first_visit(&mut client, page).await? else {
            report.note(format!(
                "P7: this program has no page {page} inside; nothing is weighed."
            ));
            continue;
        };
        let what = format!("first visit of the console, {name}: {files} files as served");
        report.add(row(what, "bytes", bytes, "≤ 900 KB", VISIT_BYTES));
    }
    server.stop()
}

/// The files that a browser fetches for a page it never saw, and their bytes as they are served:
/// the one page, what it names, what these import, and the page's own file with what that imports.
/// None when the program has no such page inside.
async fn first_visit(client: &mut Client, page: &str) -> Result<Option<(usize, u64)>> {
    let html = client.get("/").await?;
    let mut bytes = client.get_compressed("/").await?.body.len() as u64;
    let mut waiting: Vec<String> = names(&String::from_utf8_lossy(&html.body), "/assets/");
    let (mut fetched, mut found) = (BTreeSet::new(), false);
    while let Some(name) = waiting.pop() {
        if !fetched.insert(name.clone()) {
            continue;
        }
        let path = format!("/assets/{name}");
        let plain = client.get(&path).await?;
        if plain.status != 200 {
            return Err(format!("{path}: status {}", plain.status).into());
        }
        bytes += client.get_compressed(&path).await?.body.len() as u64;
        let text = String::from_utf8_lossy(&plain.body);
        waiting.extend(static_imports(&text));
        // A page's file and its styles are named where the routes are.
        let own = names(&text, "assets/")
            .into_iter()
            .chain(names(&text, "import(`./"));
        let own: Vec<String> = own.filter(|name| name.starts_with(page)).collect();
        found |= !own.is_empty();
        waiting.extend(own);
    }
    Ok(found.then_some((fetched.len() + 1, bytes)))
}

/// The file names that follow a word, each up to the end of the text it stands in.
fn names(text: &str, word: &str) -> Vec<String> {
    let parts = text.split(word).skip(1);
    let ends = ['"', '\'', '`', ')'];
    let names = parts.filter_map(|part| part.split(ends).next());
    names
        .filter(|name| name.ends_with(".js") || name.ends_with(".css"))
        .map(str::to_owned)
        .collect()
}

/// What a module imports before it runs.
fn static_imports(text: &str) -> Vec<String> {
    [
        "from\"./",
        "import\"./",
        "from'./",
        "import'./",
        "from`./",
        "import`./",
    ]
    .into_iter()
    .flat_map(|word| names(text, word))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_names_what_it_imports_at_once() {
        let text = "import{a as b}from\"./one-A.js\";import\"./two-B.js\";\
                    const c=()=>import(`./three-C.js`),d=[\"assets/three-D.css\"]";
        assert_eq!(static_imports(text), ["one-A.js", "two-B.js"]);
        assert_eq!(names(text, "import(`./"), ["three-C.js"]);
        assert_eq!(names(text, "assets/"), ["three-D.css"]);
    }
}
