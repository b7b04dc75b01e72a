//! `cargo xtask openapi`: the API's description and the TypeScript schema, both committed.

use crate::web::Web;
use crate::workspace::Workspace;
use crate::{Result, shell};

/// Asks the program for its description, so that it can't differ from the handlers.
pub(crate) fn generate() -> Result {
    let workspace = Workspace::find()?;
    let web = Web::of(&workspace)?;
    web.install()?;
    let arguments = [
        "run",
        "--quiet",
        "--package",
        "server",
        "--bin",
        "anju",
        "--",
        "openapi",
    ];
    let document = shell::output(&mut workspace.cargo(&arguments))?;
    serde_json::from_str::<serde_json::Value>(&document)
        .map_err(|error| format!("`anju openapi` printed no JSON: {error}"))?;
    std::fs::write(workspace.web().join("packages/api/openapi.json"), document)?;
    web.generate()
}
