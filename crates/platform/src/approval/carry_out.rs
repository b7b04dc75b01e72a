//! Carrying out: what was approved runs again, with every check fresh.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use db::WriteTx;
use kernel::{ApprovalId, CentreId, Error, OrBroken, Refusal, RefusalKind, Result};
use serde_json::json;

use super::decide::require_in;
use super::model::ApprovalStatus;
use super::store::{self, Approval};
use super::{APPROVAL_CARRY_OUT, SEALED_AS};
use crate::audit::{self, Subject};
use crate::job::{self, Cancelled, JobKind};
use crate::session;
use crate::{Action, App, Caller, IdempotencyKey};

/// What a runner gets: the maker with the approval in its hand, the request's own key, and the
/// command as the use case wrote it.
#[derive(Clone, Copy)]
pub struct Run<'a> {
    /// Everything a use case stands on.
    pub app: &'a App,
    /// The maker, with the rights it has now.
    pub caller: &'a Caller,
    /// The same however often the command runs.
    pub key: &'a IdempotencyKey,
    /// The typed command, JSON.
    pub command: &'a str,
}

impl Run<'_> {
    /// The command as the use case wrote it.
    ///
    /// # Errors
    /// Broken when it isn't one of its use case's.
    pub fn asked<T: serde::de::DeserializeOwned>(&self) -> Result<T> {
        serde_json::from_str(self.command).or_broken("a command that waited for approval")
    }
}

/// Reads a command and runs its use case again; answers what people are told of it.
pub type Runner = for<'a> fn(Run<'a>) -> Pin<Box<dyn Future<Output = Result<String>> + Send + 'a>>;

/// A business that can be made to need approval.
#[derive(Clone, Copy, Debug)]
pub struct Approvable {
    /// Its action.
    pub business: &'static Action,
    /// Whether it moves money, so that its steps may begin at an amount.
    pub by_amount: bool,
    /// Runs it once it is approved.
    pub run: Runner,
}

/// Carrying out what was approved; about the request.
pub const CARRY_OUT: JobKind = JobKind {
    code: "approval.carry_out",
    label: "审批后办理",
    about: "approval",
};

/// How long the job waits for whoever approved last to carry it out.
pub(super) const CARRY_OUT_AFTER: Duration = Duration::from_secs(30);

/// Carries out a request whose every step is approved, once; one that is carried out already answers
/// how it stands. What the use case refuses ends it refused, and the sentence stands on it.
///
/// # Errors
/// `approval_unknown`; what is unavailable for the moment, such as `business_day_not_open`, and what
/// breaks: the request stays approved, and the job [`CARRY_OUT`] tries again.
pub async fn carry_out(
    app: &App,
    businesses: &[Approvable],
    centre: CentreId,
    id: ApprovalId,
) -> Result<ApprovalStatus> {
    let mut tx = app.db.read(centre).await?;
    let approval = require_in(&mut tx, id).await?;
    if approval.status != ApprovalStatus::Approved {
        return Ok(approval.status);
    }
    let keys = tx.keys().of_row(centre, id);
    let command = keys.open(SEALED_AS, &approval.command)?;
    let maker = session::caller_of_staff_in(&mut tx, approval.maker_id).await?;
    drop(tx);
    let ran = match maker {
        Some(maker) => {
            let caller = Caller {
                approved: Some(id),
                ..maker
            };
            run(app, businesses, &approval, &caller, &command).await
        }
        None => Err(left(&approval).into()),
    };
    match ran {
        Ok(told) => end(app, centre, id, (ApprovalStatus::Done, told)).await,
        Err(Error::Refused(refusal)) if refusal.kind() != RefusalKind::Unavailable => {
            let told = refusal.sentence().to_owned();
            end(app, centre, id, (ApprovalStatus::Refused, told)).await
        }
        Err(in_the_way) => Err(in_the_way),
    }
}

async fn run(
    app: &App,
    businesses: &[Approvable],
    approval: &Approval,
    caller: &Caller,
    command: &str,
) -> Result<String> {
    let known = businesses
        .iter()
        .find(|known| known.business.code == approval.business);
    let known = known.or_broken("the business of a request")?;
    let key: IdempotencyKey = format!("approval-{}", approval.approval_id).parse()?;
    let run = Run {
        app,
        caller,
        key: &key,
        command,
    };
    (known.run)(run).await
}

/// Ends a request whose job was given up by hand as refused, with the reason: its thing is free for
/// another request.
///
/// # Errors
/// Broken when the database fails.
pub async fn give_up(given_up: Cancelled<'_>) -> Result<()> {
    let Cancelled { tx, app, .. } = given_up;
    let Ok(id) = given_up.subject.parse() else {
        return Ok(());
    };
    let told = format!("办理未成，已取消：{}", given_up.reason);
    let ended = (ApprovalStatus::Refused, told);
    end_in(tx, app, given_up.caller, id, ended).await.map(drop)
}

async fn end(
    app: &App,
    centre: CentreId,
    id: ApprovalId,
    ended: (ApprovalStatus, String),
) -> Result<ApprovalStatus> {
    let system = Caller::system("approval", centre);
    let mut tx = app.db.write(centre).await?;
    let status = end_in(&mut tx, app, &system, id, ended).await?;
    tx.commit().await?;
    status.or_broken("a request that was carried out")
}

/// Notes what came of it, and answers how it stands then; nothing where there is no such request.
/// Somebody else may have been quicker: then it stands as they noted it.
async fn end_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    id: ApprovalId,
    (status, told): (ApprovalStatus, String),
) -> Result<Option<ApprovalStatus>> {
    let Some(approval) = tx.optional(&store::APPROVAL_LOCKED, (id,)).await? else {
        return Ok(None);
    };
    if approval.status != ApprovalStatus::Approved {
        return Ok(Some(approval.status));
    }
    let ended = (id, status, app.clock.now(), Some(told.clone()));
    tx.execute_one(&store::END, ended).await?;
    job::settle_in(tx, &CARRY_OUT, id).await?;
    let detail = json!({ "status": status, "told": told });
    let subject = Subject::new("approval", id);
    let action = &APPROVAL_CARRY_OUT;
    audit::record(tx, &app.clock, caller, action, subject, detail).await?;
    Ok(Some(status))
}

fn left(approval: &Approval) -> Refusal {
    let sentence = format!("提交人{}已离职，不能再办理", approval.maker_name);
    Refusal::conflict("approval_maker_left", sentence)
}
