//! What the operator does at the terminal, as the trail tells it.

use kernel::Result;
use platform::audit::{self, Subject};
use platform::{Action, App, Caller, centre};

/// Records an act of the operator in the trail of every centre: it is about all of them.
///
/// # Errors
/// Broken when the database fails.
pub(crate) async fn record(app: &App, action: &Action, detail: &serde_json::Value) -> Result<()> {
    for centre in centre::all(app).await? {
        let id = centre.centre_id;
        let system = Caller::system("operator", id);
        let mut tx = app.db.write(id).await?;
        let subject = Subject::new("centre", id);
        let detail = detail.clone();
        audit::record(&mut tx, &app.clock, &system, action, subject, detail).await?;
        tx.commit().await?;
    }
    Ok(())
}
