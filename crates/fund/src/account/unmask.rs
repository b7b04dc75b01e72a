//! 查看完整信息: what every page, list and export shows masked, whole for once and for a reason.

use kernel::{AccountNo, Result};
use platform::audit::{self, Subject};
use platform::{Action, App, Caller, Scope};
use serde_json::json;

use super::readable;
use crate::member::{self, IdKind};
use crate::reason::checked_reason;

/// Seeing a member's name, document and mobile whole. Each time is an act of its own, for a reason.
pub const MEMBER_UNMASK: Action = Action {
    code: "member.unmask",
    label: "查看完整信息",
};

db::codes! {
    /// 查看用途: what somebody needs to see a member's data whole for.
    pub enum UnmaskPurpose {
        /// 柜面核对身份: the member is there with the document.
        Identity = "identity", "柜面核对身份";
        /// 联系缴存人.
        Contact = "contact", "联系缴存人";
        /// 核对或更正信息: what the employer reported is in doubt.
        Correction = "correction", "核对或更正信息";
        /// 协助查询: a court, an inspection or another authority asks.
        Inquiry = "inquiry", "协助有权机关查询";
        /// 其他.
        Other = "other", "其他";
    }
}

/// A member's data, whole. Not `Debug`: it is personal.
pub struct WholeMember {
    /// 姓名.
    pub name: String,
    /// 证件类型.
    pub id_kind: IdKind,
    /// 证件号码.
    pub id_number: String,
    /// 手机号码.
    pub mobile: Option<String>,
}

/// The data of the member behind an account, whole. The trail keeps who saw it, what for and why, before
/// anything is answered.
///
/// # Errors
/// `action_forbidden`, `account_unknown`; `reason_invalid`.
pub async fn unmask(
    app: &App,
    caller: &Caller,
    account_no: AccountNo,
    purpose: UnmaskPurpose,
    reason: &str,
) -> Result<WholeMember> {
    app.enforce_widest(caller, &MEMBER_UNMASK).await?;
    let reason = checked_reason(reason)?;
    let (account, employer) = readable(app, caller, account_no).await?;
    let scope = Scope::Branch(employer.branch_id);
    app.enforce(caller, &MEMBER_UNMASK, scope).await?;
    let mut tx = app.db.write(caller.centre()).await?;
    let person = member::of_account_in(&mut tx, account.member_id).await?;
    let row = tx.keys().of_row(tx.centre(), person.member_id);
    let mobile = person.mobile.as_ref();
    let whole = WholeMember {
        name: row.open(member::NAME, &person.name)?,
        id_kind: person.id_kind,
        id_number: row.open(member::ID_NUMBER, &person.id_number)?,
        mobile: mobile
            .map(|mobile| row.open(member::MOBILE, mobile))
            .transpose()?,
    };
    let subject = Subject::new("account", account_no);
    let detail = json!({ "purpose": purpose.code(), "reason": reason });
    audit::record(&mut tx, &app.clock, caller, &MEMBER_UNMASK, subject, detail).await?;
    tx.commit().await?;
    Ok(whole)
}
