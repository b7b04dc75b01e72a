//! 手机号码变更: a member's mobile becomes another, at the counter.
//!
//! The mobile on file opens the member's hall, so it changes nowhere else, and only before a document
//! that was seen. The change is recorded with both numbers sealed, never updated and never deleted;
//! the member's sessions end; the old number is told as well as the new, so that whoever holds it can
//! object. `verify` holds the member's mobile against its last change.

use db::{Digest, Digest32, Keys, ReadTx, Sealed, WriteTx};
use kernel::{
    AccountNo, CentreId, Instant, MemberId, MobileChangeId, MobileNumber, OrBroken, Refusal, Result,
};
use platform::audit::{self, Subject};
use platform::form::Form;
use platform::hall_session::{self, Visitor};
use platform::message::{self, NewMessage, Recipient};
use platform::{Action, App, Caller, IdempotencyKey, Once};
use serde_json::json;

use super::{MOBILE, masked_mobile, mobile_lookup};
use crate::account::{self, Account};
use crate::employer;

/// Changing a member's mobile, at the counter.
pub const MEMBER_CHANGE_MOBILE: Action = Action {
    code: "member.change_mobile",
    label: "变更手机号码",
};

/// The longest note, in characters.
pub const MAX_NOTE: usize = 120;

/// The column that the number before is sealed for, in the change's row.
pub const OLD_MOBILE: &str = "mobile_change.old_mobile";
/// The column that the number afterwards is sealed for, in the change's row.
pub const NEW_MOBILE: &str = "mobile_change.new_mobile";

db::codes! {
    /// 变更原因.
    pub enum MobileReason {
        /// 本人换号.
        Replaced = "replaced", "本人换号";
        /// 补登: there was none on file.
        Recorded = "recorded", "补登手机号码";
        /// 登记有误: the employer or the centre wrote it wrong.
        Corrected = "corrected", "原登记有误";
        /// 其他, with a note.
        Other = "other", "其他";
    }
}

db::codes! {
    /// 核验材料: what the clerk saw.
    pub enum SeenDocument {
        /// 本人居民身份证原件.
        ResidentId = "resident_id", "本人居民身份证原件";
        /// 本人其他有效证件原件.
        OtherId = "other_id", "本人其他有效证件原件";
        /// 委托书及双方证件原件.
        Proxy = "proxy", "委托书及双方证件原件";
    }
}

/// A change as it is asked for. Not `Debug`: the number is personal.
#[derive(Clone)]
pub struct NewMobile {
    /// 新手机号码.
    pub mobile: String,
    /// 变更原因, a code of [`MobileReason`].
    pub reason: String,
    /// 核验材料, a code of [`SeenDocument`].
    pub document: String,
    /// 说明, at most [`MAX_NOTE`] characters; needed where the reason is another.
    pub note: Option<String>,
}

struct Checked {
    mobile: MobileNumber,
    reason: MobileReason,
    document: SeenDocument,
    note: Option<String>,
}

db::row! {
    /// A change as it is stored.
    pub(crate) struct MobileChange {
        pub(crate) change_id: MobileChangeId,
        pub(crate) member_id: MemberId,
        pub(crate) account_no: AccountNo,
        pub(crate) old_mobile: Option<Sealed>,
        pub(crate) new_mobile: Sealed,
        pub(crate) reason: MobileReason,
        pub(crate) document: SeenDocument,
        pub(crate) note: Option<String>,
        pub(crate) made_at: Instant,
        pub(crate) made_by: String,
        pub(crate) made_by_name: String,
    }
}

db::row! {
    /// The last change of a member's mobile, with the mobile.
    pub(crate) struct LastChange {
        pub(crate) change_id: MobileChangeId,
        pub(crate) member_id: MemberId,
        pub(crate) new_mobile: Sealed,
        pub(crate) mobile: Option<Sealed>,
    }
}

/// A change as an account's page shows it; the numbers are masked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MobileChangeView {
    /// The number before, masked; none where there was none.
    pub old_mobile: Option<String>,
    /// The number afterwards, masked.
    pub new_mobile: String,
    /// 变更原因.
    pub reason: MobileReason,
    /// 核验材料.
    pub document: SeenDocument,
    /// 说明.
    pub note: Option<String>,
    /// When.
    pub made_at: Instant,
    /// By whom: the name then.
    pub made_by_name: String,
}

/// The columns of a [`MobileChange`], in its order.
macro_rules! change_columns {
    () => {
        "change_id, member_id, account_no, old_mobile, new_mobile, reason, document, note, made_at, \
         made_by, made_by_name"
    };
}

db::statements! {
    /// A member's mobile, kept from another change.
    MOBILE_LOCKED [for update]: (MemberId,) => (Option<Sealed>,) =
        "SELECT mobile FROM member WHERE centre_id = $1 AND member_id = $2";

    /// A member has another mobile.
    SET_MOBILE: (MemberId, Sealed, db::Lookup) => () =
        "UPDATE member SET mobile = $3, mobile_lookup = $4 WHERE centre_id = $1 AND member_id = $2";

    /// A change.
    INSERT_CHANGE: MobileChange => () = concat!(
        "INSERT INTO mobile_change (centre_id, ", change_columns!(), ") \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
    );

    /// The changes of a member's mobile, the latest first.
    CHANGES_OF: (MemberId,) => MobileChange = concat!(
        "SELECT ", change_columns!(), " FROM mobile_change \
          WHERE centre_id = $1 AND member_id = $2 ORDER BY change_id DESC"
    );

    /// The changes after one, so many.
    CHANGES_AFTER: (MobileChangeId, i64) => MobileChange = concat!(
        "SELECT ", change_columns!(), " FROM mobile_change \
          WHERE centre_id = $1 AND change_id > $2 ORDER BY change_id LIMIT $3"
    );

    /// The last change of each member's mobile.
    LAST_CHANGES: () => LastChange =
        "SELECT c.change_id, c.member_id, c.new_mobile, m.mobile FROM mobile_change c \
           JOIN member m ON m.centre_id = c.centre_id AND m.member_id = c.member_id \
          WHERE c.centre_id = $1 AND NOT EXISTS ( \
                SELECT 1 FROM mobile_change l \
                 WHERE l.centre_id = c.centre_id AND l.member_id = c.member_id \
                   AND l.change_id > c.change_id) \
          ORDER BY c.change_id";
}

impl NewMobile {
    fn check(self) -> Result<Checked> {
        let mut form = Form::new();
        let mobile = form.keep("mobile", MobileNumber::parse(&self.mobile));
        let reason = form.code("reason", "变更原因", &self.reason);
        let document = form.code("document", "核验材料", &self.document);
        let note = form.optional_text("note", "说明", self.note.as_deref(), MAX_NOTE);
        if reason == Some(MobileReason::Other) && note == Some(None) {
            form.find("note", "field_missing", "变更原因为“其他”时，请填写说明");
        }
        match (mobile, reason, document, note) {
            (Some(mobile), Some(reason), Some(document), Some(note)) if form.is_clean() => {
                Ok(Checked {
                    mobile,
                    reason,
                    document,
                    note,
                })
            }
            _ => Err(form.refusal("mobile_change_invalid").into()),
        }
    }
}

impl Checked {
    /// What is asked, for its key: under the keys of the installation, for it is personal.
    fn digest(&self, keys: &Keys, account_no: AccountNo) -> Digest32 {
        Digest::new(MEMBER_CHANGE_MOBILE.code)
            .column(account_no)
            .column(keys.hmac(NEW_MOBILE, self.mobile.as_str().as_bytes()))
            .column(self.reason)
            .column(self.document)
            .text_or_none(self.note.as_deref())
            .finish()
    }
}

impl MobileChange {
    /// The digest of all that is recorded of it; of what is personal an HMAC.
    ///
    /// # Errors
    /// Broken when a number doesn't open.
    pub(crate) fn facts(&self, keys: &Keys, centre: CentreId) -> Result<Digest32> {
        let (old, new) = self.open(keys, centre)?;
        let keyed = |column: &str, number: &str| keys.hmac(column, number.as_bytes());
        let digest = Digest::new("mobile_change")
            .column(centre)
            .column(self.change_id)
            .column(self.member_id)
            .column(self.account_no)
            .column(old.map(|old| keyed(OLD_MOBILE, &old)))
            .column(keyed(NEW_MOBILE, &new))
            .column(self.reason)
            .column(self.document)
            .text_or_none(self.note.as_deref())
            .column(self.made_at)
            .text(&self.made_by)
            .text(&self.made_by_name);
        Ok(digest.finish())
    }

    /// The number before and the number afterwards.
    fn open(&self, keys: &Keys, centre: CentreId) -> Result<(Option<String>, String)> {
        let row = keys.of_row(centre, self.change_id);
        let old = self.old_mobile.as_ref();
        let old = old.map(|old| row.open(OLD_MOBILE, old)).transpose()?;
        Ok((old, row.open(NEW_MOBILE, &self.new_mobile)?))
    }
}

/// Changes the mobile of an account's member.
///
/// # Errors
/// `account_unknown`, `action_forbidden`; `mobile_change_invalid` with a finding a field;
/// `mobile_unchanged` (conflict); those of [`App::write_once`].
pub async fn change_mobile(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    account_no: AccountNo,
    new: NewMobile,
) -> Result<MobileChangeId> {
    // A stranger learns nothing of what exists: the right first, then the thing's own branch.
    app.enforce_widest(caller, &MEMBER_CHANGE_MOBILE).await?;
    let (account, scope) = {
        let mut tx = app.db.read(caller.centre()).await?;
        let account = account::get_in(&mut tx, account_no).await?;
        let employer = employer::require_in(&mut tx, account.employer_id).await?;
        let scope = account::scope_of(&account, &employer);
        (account, scope)
    };
    app.enforce(caller, &MEMBER_CHANGE_MOBILE, scope).await?;
    let checked = new.check()?;
    let asked = checked.digest(app.db.keys(), account_no);
    match app
        .write_once(caller, &MEMBER_CHANGE_MOBILE, key, asked)
        .await?
    {
        Once::Replay(id) => id.parse().or_broken("a replayed change of a mobile"),
        Once::Fresh(mut tx) => {
            let id = change_in(&mut tx, app, caller, &account, checked).await?;
            tx.finish(id).await?;
            app.wake_jobs();
            Ok(id)
        }
    }
}

async fn change_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    account: &Account,
    asked: Checked,
) -> Result<MobileChangeId> {
    let (member, centre, keys) = (account.member_id, tx.centre(), tx.keys().clone());
    let (old,) = tx.one(&MOBILE_LOCKED, (member,)).await?;
    let of_member = keys.of_row(centre, member);
    let old = old.map(|old| of_member.open(MOBILE, &old)).transpose()?;
    if old.as_deref() == Some(asked.mobile.as_str()) {
        return Err(unchanged().into());
    }
    let change_id = MobileChangeId::new(&app.clock);
    let row = keys.of_row(centre, change_id);
    let sealed_old = old.as_ref().map(|old| row.seal(OLD_MOBILE, old));
    let change = MobileChange {
        change_id,
        member_id: member,
        account_no: account.account_no,
        old_mobile: sealed_old.transpose()?,
        new_mobile: row.seal(NEW_MOBILE, asked.mobile.as_str())?,
        reason: asked.reason,
        document: asked.document,
        note: asked.note,
        made_at: app.clock.now(),
        made_by: caller.actor.label(),
        made_by_name: caller.name.clone(),
    };
    let mobile = of_member.seal(MOBILE, asked.mobile.as_str())?;
    let lookup = mobile_lookup(&keys, centre, asked.mobile.as_str());
    tx.execute_one(&SET_MOBILE, (member, mobile, lookup))
        .await?;
    let ended = hall_session::end_all_in(tx, Visitor::Member(member)).await?;
    let detail = json!({
        "account_no": account.account_no.to_string(),
        "reason": change.reason.code(),
        "document": change.document.code(),
        "sessions_ended": ended,
        "facts": change.facts(&keys, centre)?.hex(),
    });
    tx.execute_one(&INSERT_CHANGE, change).await?;
    let subject = Subject::new("mobile_change", change_id);
    let (clock, action) = (&app.clock, &MEMBER_CHANGE_MOBILE);
    audit::record(tx, clock, caller, action, subject, detail).await?;
    tell_in(tx, app, old.as_deref(), &asked.mobile).await?;
    Ok(change_id)
}

/// Tells both numbers.
async fn tell_in(tx: &mut WriteTx, app: &App, old: Option<&str>, new: &MobileNumber) -> Result<()> {
    let today = app.clock.today();
    let message = |to: MobileNumber, text: String| NewMessage {
        to: Recipient::Mobile(to),
        text,
        lasts: None,
    };
    if let Some(old) = old {
        let old = MobileNumber::parse(old)
            .ok()
            .or_broken("a mobile on file")?;
        let text = format!(
            "您登记的手机号码已于{today}变更为{}，本号码不再用于登录个人网厅。如非本人办理，请立即与我中心联系。",
            new.masked()
        );
        message::queue_in(tx, app, message(old, text)).await?;
    }
    let text = format!(
        "本号码已于{today}登记为您的住房公积金手机号码，可用于登录个人网厅。如非本人办理，请与我中心联系。"
    );
    message::queue_in(tx, app, message(*new, text)).await?;
    Ok(())
}

/// The changes of the mobile of an account's member, the latest first.
///
/// # Errors
/// `account_unknown`, `action_forbidden`.
pub async fn changes(
    app: &App,
    caller: &Caller,
    account_no: AccountNo,
) -> Result<Vec<MobileChangeView>> {
    let (account, _) = account::readable(app, caller, account_no).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let rows = tx.all(&CHANGES_OF, (account.member_id,)).await?;
    rows.into_iter().map(|row| view(&tx, row)).collect()
}

fn view(tx: &ReadTx, row: MobileChange) -> Result<MobileChangeView> {
    let (old, new) = row.open(tx.keys(), tx.centre())?;
    Ok(MobileChangeView {
        old_mobile: old.as_deref().map(masked_mobile),
        new_mobile: masked_mobile(&new),
        reason: row.reason,
        document: row.document,
        note: row.note,
        made_at: row.made_at,
        made_by_name: row.made_by_name,
    })
}

fn unchanged() -> Refusal {
    let sentence = "新手机号码与登记的相同，无须变更";
    Refusal::conflict("mobile_unchanged", sentence).at("mobile")
}
