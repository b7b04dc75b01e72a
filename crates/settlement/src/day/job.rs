//! The close of the day as a job: named steps, each done once it is done whatever happens to the server.

use db::Digest;
use kernel::{Date, JobId, OrBroken, Result};
use ledger::{BookCode, book, bookkeeper};
use platform::business_day::{self, BUSINESS_DAY_CLOSE};
use platform::job::{self, JobKind, Run, Step};
use platform::{App, Caller, IdempotencyKey, Once, Scope, audit};

use super::{book_turn, changed, close_once, closed_in, log, trail_turn};

/// 日终; about the date.
pub const DAY_CLOSE: JobKind = JobKind {
    code: "business_day.close",
    label: "日终",
    about: "business_day",
};

/// Its steps.
pub const DAY_CLOSE_STEPS: &[Step] = &[
    Step {
        code: "books",
        label: "凭证编号并入校验链",
        run: |run| Box::pin(books(run)),
    },
    Step {
        code: "audit_trail",
        label: "封存审计轨迹",
        run: |run| Box::pin(audit_trail(run)),
    },
    Step {
        code: "close",
        label: "关闭当日，开启下一营业日",
        run: |run| Box::pin(close(run)),
    },
    Step {
        code: "heads",
        label: "链端写入日志",
        run: |run| Box::pin(heads(run)),
    },
];

/// Has the business day `date` closed, which must be the open one: answers the job that does it, with
/// the rights of the caller. Of two who press at once both get the same.
///
/// # Errors
/// `action_forbidden`, `business_day_not_open`, `business_day_changed` (conflict), and those of
/// [`App::write_once`].
pub async fn ask_close(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    date: Date,
) -> Result<JobId> {
    app.enforce(caller, &BUSINESS_DAY_CLOSE, Scope::Centre)
        .await?;
    let hash = Digest::new("business_day.ask_close").column(date).finish();
    match app
        .write_once(caller, &BUSINESS_DAY_CLOSE, key, hash)
        .await?
    {
        Once::Replay(id) => id.parse().or_broken("a replayed job"),
        Once::Fresh(mut tx) => {
            let open = business_day::posting_date(&mut tx).await?;
            if open != date {
                return Err(changed(date, open).into());
            }
            let id = job::ask_in(&mut tx, app, caller, &DAY_CLOSE, date).await?;
            tx.finish(id).await?;
            app.wake_jobs();
            Ok(id)
        }
    }
}

async fn books(run: &Run<'_>) -> Result<String> {
    let (app, centre) = (run.app, run.centre());
    let mut tx = app.db.read(centre).await?;
    let (mut waiting, mut kept) = (0, 0);
    for book in book::all(&mut tx).await? {
        waiting += bookkeeper::tail(&mut tx, book.book).await?.0;
    }
    drop(tx);
    loop {
        let (turn, more) = book_turn(app, centre).await?;
        kept += turn;
        run.tell(kept, waiting.max(kept)).await?;
        if !more {
            return Ok(format!("编号凭证 {kept} 张"));
        }
    }
}

async fn audit_trail(run: &Run<'_>) -> Result<String> {
    let mut sealed = 0;
    loop {
        let (turn, more) = trail_turn(run.app, run.centre()).await?;
        sealed += turn;
        run.tell(sealed, 0).await?;
        if !more {
            return Ok(format!("封存记录 {sealed} 条"));
        }
    }
}

async fn close(run: &Run<'_>) -> Result<String> {
    let (app, date) = (run.app, run.subject()?);
    let mut tx = app.db.read(run.centre()).await?;
    // Who pressed while the close ran has it done once more: then there is nothing left to close.
    let done_before = audit::day_head(&mut tx, date).await?.is_some();
    drop(tx);
    let closed = match done_before {
        true => closed_in(&mut app.db.read(run.centre()).await?, date).await?,
        false => {
            let caller = run.caller().await?;
            app.enforce(&caller, &BUSINESS_DAY_CLOSE, Scope::Centre)
                .await?;
            close_once(app, &caller, &run.key()?, date).await?
        }
    };
    let vouchers = closed.vouchers;
    Ok(match closed.opened {
        Some(next) => format!("{date} 共 {vouchers} 张凭证；{next} 已开启"),
        None => format!("{date} 共 {vouchers} 张凭证；下一年节假日未定，须手工开启下一营业日"),
    })
}

/// A close that was cut short after its commit would have left no trace outside the database.
async fn heads(run: &Run<'_>) -> Result<String> {
    let (centre, date) = (run.centre(), run.subject()?);
    let closed = closed_in(&mut run.app.db.read(centre).await?, date).await?;
    log(centre, &closed);
    let mut heads = closed.heads.iter();
    let fund = heads.find(|head| head.book == BookCode::Fund);
    let head = fund.map_or_else(String::new, |head| head.mac.hex());
    Ok(format!("凭证链末端 {head}"))
}
