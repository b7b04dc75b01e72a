//! The loop that takes jobs and does them.

use std::collections::HashMap;
use std::time::Duration;

use kernel::{CentreId, Error, Result};
use tokio::sync::watch;
use tokio::task::{Id, JoinSet};
use tokio::time::MissedTickBehavior;

use super::model::{Claimed, Job, Jobs, Run};
use super::{lease, outbox, store};
use crate::{App, centre};

/// The most jobs that a server does at once.
pub(super) const MAX_RUNNING: usize = 4;
/// The most of them that are one centre's, so that no centre waits for another.
pub(super) const MAX_OF_CENTRE: usize = 2;

/// How often it looks for what is due, beside being told ([`App::wake_jobs`]).
const PERIOD: Duration = Duration::from_secs(1);
/// How long jobs under way may take when the server stops; then they are given back.
const GRACE: Duration = Duration::from_secs(20);

/// Does the jobs of every centre until `stopping` says so. What breaks is logged and tried again. Several
/// servers on one database share the work by the jobs' leases.
pub async fn work(app: App, jobs: Jobs, stopping: watch::Receiver<bool>) {
    work_every(app, jobs, stopping, PERIOD).await;
}

pub(super) async fn work_every(
    app: App,
    jobs: Jobs,
    mut stopping: watch::Receiver<bool>,
    period: Duration,
) {
    let mut every = tokio::time::interval(period);
    every.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut under_way = UnderWay::default();
    loop {
        tokio::select! {
            _ = every.tick() => {}
            () = app.jobs_wake.notified() => {}
            Some(ended) = under_way.tasks.join_next_with_id() => under_way.end(ended),
            _ = stopping.changed() => break,
        }
        if let Err(error) = begin_due(&app, &jobs, &mut under_way).await {
            tracing::error!(%error, "looking for jobs");
        }
    }
    under_way.finish(&app).await;
}

/// The jobs that this server is doing.
#[derive(Default)]
pub(super) struct UnderWay {
    tasks: JoinSet<()>,
    pub(super) claimed: HashMap<Id, Claimed>,
    /// How often it has looked for more.
    looks: usize,
}

impl UnderWay {
    fn has_room_for(&self, centre: CentreId) -> bool {
        let of_centre = |claimed: &&Claimed| claimed.centre == centre;
        let of_centre = self.claimed.values().filter(of_centre).count();
        self.claimed.len() < MAX_RUNNING && of_centre < MAX_OF_CENTRE
    }

    fn begin(&mut self, app: &App, jobs: &Jobs, claimed: Claimed) {
        let (app, jobs, held) = (app.clone(), jobs.clone(), claimed.clone());
        let task = self
            .tasks
            .spawn(async move { run(&app, &jobs, &claimed).await });
        self.claimed.insert(task.id(), held);
    }

    fn end(&mut self, ended: std::result::Result<(Id, ()), tokio::task::JoinError>) {
        let id = match &ended {
            Ok((id, ())) => *id,
            Err(error) => error.id(),
        };
        let claimed = self.claimed.remove(&id);
        if let (Err(error), Some(Claimed { job_id, kind, .. })) = (ended, claimed) {
            // A panic: the lease lapses, and the job is taken again a bounded number of times.
            tracing::error!(%job_id, kind, %error, "a job fell over");
        }
    }

    /// Waits until nothing is under way.
    pub(super) async fn wait(&mut self) {
        while let Some(ended) = self.tasks.join_next_with_id().await {
            self.end(ended);
        }
    }

    /// Waits for what is under way, and gives back what takes too long.
    async fn finish(mut self, app: &App) {
        let ended = tokio::time::timeout(GRACE, self.wait()).await;
        if ended.is_ok() {
            return;
        }
        self.tasks.shutdown().await;
        for claimed in self.claimed.values() {
            if let Err(error) = lease::release(app, claimed).await {
                tracing::error!(job = %claimed.job_id, %error, "giving a job back");
            }
        }
    }
}

/// Begins what is due and there is room for. Each look begins at another centre: where there is more to
/// do than room for it, none is always the last.
pub(super) async fn begin_due(app: &App, jobs: &Jobs, under_way: &mut UnderWay) -> Result<()> {
    let mut centres = centre::all(app).await?;
    let first = under_way.looks.checked_rem(centres.len()).unwrap_or(0);
    centres.rotate_left(first);
    under_way.looks = under_way.looks.wrapping_add(1);
    for centre in centres {
        let centre = centre.centre_id;
        if let Err(error) = begin_of(app, jobs, centre, under_way).await {
            tracing::error!(centre = centre.get(), %error, "looking for jobs");
        }
    }
    Ok(())
}

async fn begin_of(
    app: &App,
    jobs: &Jobs,
    centre: CentreId,
    under_way: &mut UnderWay,
) -> Result<()> {
    outbox::deliver(app, &jobs.subscribers, centre).await?;
    while under_way.has_room_for(centre) {
        match lease::claim(app, centre).await? {
            Some(claimed) => under_way.begin(app, jobs, claimed),
            None => break,
        }
    }
    Ok(())
}

/// Tells what happened and does what is due in one centre, one job after the other, until nothing is; how
/// many were taken. For tests, and for whoever has no server running.
///
/// # Errors
/// Broken when the database fails.
pub async fn run_due(app: &App, jobs: &Jobs, centre: CentreId) -> Result<usize> {
    let mut taken = 0;
    loop {
        outbox::deliver(app, &jobs.subscribers, centre).await?;
        let Some(claimed) = lease::claim(app, centre).await? else {
            return Ok(taken);
        };
        run(app, jobs, &claimed).await;
        taken += 1;
    }
}

/// Does a job that is held, and notes what came of it.
pub(super) async fn run(app: &App, jobs: &Jobs, claimed: &Claimed) {
    run_renewing(app, jobs, claimed, lease::RENEW_EVERY).await;
}

pub(super) async fn run_renewing(app: &App, jobs: &Jobs, claimed: &Claimed, every: Duration) {
    let noted = match jobs.of(&claimed.kind) {
        Some(job) => match held(app, job, claimed, every).await {
            Ok(()) => return,
            Err(error) => lease::fail(app, claimed, &error).await,
        },
        None => lease::postpone_unknown(app, claimed).await,
    };
    if let Err(error) = noted {
        tracing::error!(job = %claimed.job_id, %error, "what a job came to can't be noted");
    }
}

/// Does the steps of a job while its lease is kept, and stops where it is lost.
async fn held(app: &App, job: &Job, claimed: &Claimed, every: Duration) -> Result<()> {
    // A task of its own, which ends with this one: a step that doesn't yield for longer than the lease
    // would let it lapse otherwise.
    let mut keeper = JoinSet::new();
    let (of, its) = (app.clone(), claimed.clone());
    keeper.spawn(async move { keep_lease(&of, &its, every).await });
    let ended = tokio::select! {
        ended = steps(app, job, claimed) => ended,
        lost = keeper.join_next() => Err(match lost {
            Some(Ok(lost)) => lost,
            _ => Error::broken("who keeps the lease of a job fell over"),
        }),
    };
    keeper.shutdown().await;
    ended
}

async fn steps(app: &App, job: &Job, claimed: &Claimed) -> Result<()> {
    let mut tx = app.db.read(claimed.centre).await?;
    let begun = tx.all(&store::STEPS_OF, (claimed.job_id,)).await?;
    drop(tx);
    let ended = begun.iter().filter(|step| step.ended_at.is_some()).count();
    let mut left = (1..).zip(job.steps).skip(ended).peekable();
    while let Some((step_no, step)) = left.next() {
        lease::begin_step(app, claimed, step_no).await?;
        let run = run_of(app, job, claimed, step_no);
        let told = (step.run)(&run).await?;
        let last = left.peek().is_none();
        lease::end_step(app, claimed, (step_no, last), told).await?;
    }
    Ok(())
}

fn run_of<'a>(app: &'a App, job: &Job, claimed: &'a Claimed, step_no: i64) -> Run<'a> {
    Run {
        app,
        claimed,
        kind: job.kind,
        step_no,
    }
}

/// Renews the lease for as long as it is polled. A database that can't be reached is no loss yet: it
/// may come back before the lease lapses.
async fn keep_lease(app: &App, claimed: &Claimed, every: Duration) -> Error {
    let mut every = tokio::time::interval(every);
    every.set_missed_tick_behavior(MissedTickBehavior::Delay);
    every.tick().await;
    let mut failed = 0;
    loop {
        every.tick().await;
        match lease::renew(app, claimed).await {
            Ok(true) => failed = 0,
            Ok(false) => return lease::lost(claimed),
            Err(error) if failed == 2 => return error,
            Err(error) => {
                failed += 1;
                tracing::warn!(job = %claimed.job_id, %error, "renewing a lease");
            }
        }
    }
}
