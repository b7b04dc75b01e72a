//! Queueing a message, and the job that sends it.

use std::time::Duration;

use db::WriteTx;
use kernel::{MessageId, MobileNumber, OrBroken as _, Refusal, Result};

use super::model::{MessageStatus, NewMessage};
use super::store::{self, MessageRow};
use super::{MOBILE, TEXT};
use crate::job::{self, Cancelled, JobKind, Run, Step};
use crate::{App, Caller, centre};

/// Sending a message.
pub const SEND: JobKind = JobKind {
    code: "message.send",
    label: "发送短信",
    about: "message",
};

/// Its steps.
pub const SEND_STEPS: &[Step] = &[Step {
    code: "send",
    label: "交短信通道发送",
    run: |run| Box::pin(send(run)),
}];

/// Writes a message and asks for the job that sends it. Call [`App::wake_jobs`] once it is committed.
///
/// # Errors
/// Broken when the database fails.
pub async fn queue_in(tx: &mut WriteTx, app: &App, new: NewMessage) -> Result<MessageId> {
    let centre = centre::get(tx).await?.name;
    let message_id = MessageId::new(&app.clock);
    let now = app.clock.now();
    let expires_at = new.lasts.map(|lasts| now.checked_add(lasts));
    let row = tx.keys().of_row(tx.centre(), message_id);
    let text = format!("【{centre}】{}", new.text);
    let message = MessageRow {
        message_id,
        mobile: row.seal(MOBILE, new.to.number().as_str())?,
        text: Some(row.seal(TEXT, &text)?),
        status: new.to.status(),
        queued_at: now,
        expires_at: expires_at
            .map(|at| at.or_broken("a message's end"))
            .transpose()?,
        ended_at: None,
    };
    tx.execute_one(&store::INSERT_MESSAGE, message).await?;
    // The system sends: whoever caused the message may be gone by then.
    let system = Caller::system(SEND.code, tx.centre());
    let at_once = (message_id, Duration::ZERO);
    job::enqueue_in(tx, &app.clock, &system, &SEND, at_once).await?;
    Ok(message_id)
}

async fn send(run: &Run<'_>) -> Result<String> {
    let (app, message_id) = (run.app, run.subject()?);
    let mut tx = app.db.read(run.centre()).await?;
    let message = tx.optional(&store::MESSAGE_BY_ID, (message_id,)).await?;
    drop(tx);
    let Some(message) = message else {
        return Ok("短信已清理，不再发送".to_owned());
    };
    let is_late = message.expires_at.is_some_and(|at| app.clock.now() >= at);
    match message.status {
        MessageStatus::Withheld => forget(run, message_id).await?,
        MessageStatus::Sent | MessageStatus::Expired => {}
        MessageStatus::Queued | MessageStatus::Failed if is_late => {
            end(run, message_id, MessageStatus::Expired).await?;
            return Ok("已过有效时间，不再发送".to_owned());
        }
        MessageStatus::Queued | MessageStatus::Failed => return deliver(run, message).await,
    }
    Ok(message.status.label().to_owned())
}

/// Hands the message to the sender; no transaction is open meanwhile.
async fn deliver(run: &Run<'_>, message: MessageRow) -> Result<String> {
    let (app, message_id) = (run.app, message.message_id);
    let keys = app.db.keys().of_row(run.centre(), message_id);
    let mobile = keys.open(MOBILE, &message.mobile)?;
    let mobile = MobileNumber::parse(&mobile);
    let mobile = mobile.ok().or_broken("the number of a message")?;
    let text = message
        .text
        .or_broken("a message to be sent has its text")?;
    let text = keys.open(TEXT, &text)?;
    let sent = match &app.message_sender {
        Some(sender) => sender.send(&mobile, &text).await,
        None => Err(no_sender().into()),
    };
    if let Err(error) = sent {
        tracing::error!(message = %message_id, %error, "a message can't be sent");
        let mut tx = app.db.write(run.centre()).await?;
        tx.execute(&store::MESSAGE_FAILED, (message_id,)).await?;
        tx.commit().await?;
        return Err(error);
    }
    end(run, message_id, MessageStatus::Sent).await?;
    Ok(format!("已发送至 {}", mobile.masked()))
}

async fn end(run: &Run<'_>, message_id: MessageId, status: MessageStatus) -> Result<()> {
    let now = run.app.clock.now();
    let mut tx = run.app.db.write(run.centre()).await?;
    tx.execute(&store::END_MESSAGE, (message_id, status, now))
        .await?;
    tx.commit().await
}

async fn forget(run: &Run<'_>, message_id: MessageId) -> Result<()> {
    let mut tx = run.app.db.write(run.centre()).await?;
    tx.execute(&store::DELETE_MESSAGE, (message_id,)).await?;
    tx.commit().await
}

/// The job is given up: the message never goes out, and its text is gone.
///
/// # Errors
/// Broken when the database fails.
pub async fn give_up(cancelled: Cancelled<'_>) -> Result<()> {
    let Cancelled {
        tx, app, subject, ..
    } = cancelled;
    let Ok(message_id) = subject.parse::<MessageId>() else {
        return Ok(());
    };
    let ended = (message_id, MessageStatus::Expired, app.clock.now());
    tx.execute(&store::END_MESSAGE, ended).await.map(drop)
}

/// What the operator reads of a message that nothing can send: on the page of jobs, and in the log.
fn no_sender() -> Refusal {
    let sentence = "没有配置短信通道，短信未发出；请在配置文件的 [messages] 中设置后重试";
    Refusal::conflict("message_sender_missing", sentence)
}
