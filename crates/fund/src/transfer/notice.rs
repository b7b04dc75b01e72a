//! 催办通知: what is printed for the old employer, with the whole name of its member.

use kernel::{Result, TransferCaseId};
use platform::audit::{self, Subject};
use platform::{App, Caller, Scope};
use serde_json::json;

use super::model::CaseStatus;
use super::{TRANSFER_NOTIFY, error, store};
use crate::member;

/// The name of whom a case is about, whole, for the notice to the employer that has the account.
/// Audited.
///
/// # Errors
/// `transfer_case_unknown`, also for one whose old employer isn't the caller's to know;
/// `action_forbidden`; `transfer_not_waiting`.
pub async fn notice(app: &App, caller: &Caller, case_id: TransferCaseId) -> Result<String> {
    app.enforce_widest(caller, &TRANSFER_NOTIFY).await?;
    let mut tx = app.db.write(caller.centre()).await?;
    let case = tx.optional(&store::CASE_BY_ID, (case_id,)).await?;
    let case = case
        .filter(|case| caller.may(&TRANSFER_NOTIFY, Scope::Branch(case.old_branch_id)))
        .ok_or_else(error::unknown)?;
    if case.status != CaseStatus::Waiting {
        return Err(error::not_waiting(case.status).into());
    }
    let row = tx.one(&store::CASE_ROW, (case_id,)).await?;
    let keys = tx.keys().of_row(tx.centre(), row.member_id);
    let name = keys.open(member::NAME, &row.name)?;
    let subject = Subject::new("transfer_case", case_id);
    let detail = json!({ "serial": case.serial, "account": case.account_no.to_string() });
    audit::record(
        &mut tx,
        &app.clock,
        caller,
        &TRANSFER_NOTIFY,
        subject,
        detail,
    )
    .await?;
    tx.commit().await?;
    Ok(name)
}
