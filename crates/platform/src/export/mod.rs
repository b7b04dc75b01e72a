//! Lists that leave the system (导出): the permission and the trail. What a list holds is its own
//! use case's to say, which asks for its own permission beside this one.
//!
//! Contract: [`authorise`] comes first; [`begin`] before the first row is read, and gives the database
//! at one moment, so that the pages of a long list fit together; [`record`] before the file is handed
//! out.

use db::Digest32;
use kernel::Result;
use serde_json::json;

use crate::audit::{self, Subject};
use crate::{Action, App, Caller};

/// Taking lists out of the system as files.
pub const LIST_EXPORT: Action = Action {
    code: "list.export",
    label: "导出列表",
};

/// A list that was taken out.
#[derive(Debug, Clone)]
pub struct Exported {
    /// The list's name, such as `employers`.
    pub list: &'static str,
    /// The one thing whose rows they are, such as an account's number.
    pub of: Option<String>,
    /// The filters by name. What identifies a person is left out, as everywhere in the trail.
    pub filters: Vec<(String, String)>,
    /// The keys of the columns, in their order.
    pub columns: Vec<&'static str>,
    /// How many rows.
    pub rows: u32,
    /// The file's digest: whether a file that turns up is this one.
    pub sm3: Digest32,
}

/// Authorises the caller: before anything is waited for.
///
/// # Errors
/// `action_forbidden`.
pub async fn authorise(app: &App, caller: &Caller) -> Result<()> {
    app.enforce_widest(caller, &LIST_EXPORT).await?;
    Ok(())
}

/// Gives a caller who is [authorised](authorise) what the list's use case is to be called with: the
/// same as ever, but that everything it reads is of one moment.
///
/// # Errors
/// Broken when the database can't be reached.
pub async fn begin(app: &App, caller: &Caller) -> Result<App> {
    Ok(App {
        db: app.db.at_one_moment(caller.centre()).await?,
        ..app.clone()
    })
}

/// Records that a list left the system, before it does.
///
/// # Errors
/// Broken when the database fails; then nothing may leave.
pub async fn record(app: &App, caller: &Caller, exported: Exported) -> Result<()> {
    let filters = exported.filters.iter();
    let filters = filters.map(|(name, value)| format!("{name}={value}"));
    let detail = json!({
        "of": exported.of,
        "filters": filters.collect::<Vec<_>>(),
        "columns": exported.columns,
        "rows": exported.rows,
        "sm3": exported.sm3.hex(),
    });
    let subject = Subject::new("list", exported.list);
    let mut tx = app.db.write(caller.centre()).await?;
    audit::record(&mut tx, &app.clock, caller, &LIST_EXPORT, subject, detail).await?;
    tx.commit().await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::Outcome;
    use crate::testing;

    #[tokio::test]
    async fn who_may_not_take_lists_out_is_refused_and_recorded() {
        let house = testing::house().await;
        let stranger = house.clerk_without_roles().await;
        let refused = authorise(&house.app, &stranger).await.err().unwrap();
        assert_eq!(refused.refusal().unwrap().code(), "action_forbidden");
        let events = house.audit_events().await;
        let denial = events.last().unwrap();
        assert_eq!(
            (denial.action.as_str(), denial.outcome),
            ("list.export", Outcome::Denied)
        );
    }

    #[tokio::test]
    async fn what_left_stands_in_the_trail_with_its_digest() {
        let house = testing::house().await;
        let exported = Exported {
            list: "employers",
            of: None,
            filters: vec![("status".to_owned(), "normal".to_owned())],
            columns: vec!["employer_no", "name"],
            rows: 7,
            sm3: Digest32::of(b"a file"),
        };
        record(&house.app, &house.system, exported).await.unwrap();
        let events = house.audit_events().await;
        let event = events.last().unwrap();
        assert_eq!(
            (event.subject_kind.as_str(), event.subject_id.as_str()),
            ("list", "employers")
        );
        let detail: serde_json::Value = serde_json::from_str(&event.detail).unwrap();
        assert_eq!(detail["filters"], json!(["status=normal"]));
        assert_eq!(detail["rows"], 7);
        assert_eq!(detail["sm3"], Digest32::of(b"a file").hex());
    }
}
