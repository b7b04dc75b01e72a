use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::Duration;

use db::ListQuery;
use kernel::{Error, JobId, Refusal, Result};
use tokio::sync::watch;

use super::lease::{self, LEASE};
use super::model::Claimed;
use super::*;
use crate::testing::{House, house, key};
use crate::{App, Caller};

const TRIAL: JobKind = JobKind {
    code: "trial.work",
    label: "试验",
};

/// How often each step ran, by what its job is about: each test has its own words.
static RUNS: Mutex<BTreeMap<String, u32>> = Mutex::new(BTreeMap::new());

/// Counts a run of a step and answers which one it is.
fn count(run: &Run<'_>, step: &str) -> u32 {
    let subject: String = run.subject().unwrap();
    let mut runs = RUNS.lock().unwrap();
    let count = runs.entry(format!("{subject}/{step}")).or_default();
    *count += 1;
    *count
}

fn runs(subject: &str) -> (u32, u32) {
    let runs = RUNS.lock().unwrap();
    let of = |step| runs.get(&format!("{subject}/{step}")).copied();
    (of("first").unwrap_or(0), of("second").unwrap_or(0))
}

async fn first(run: &Run<'_>) -> Result<String> {
    count(run, "first");
    run.tell(1, 2).await?;
    Ok("一".to_owned())
}

/// What comes of the second step is told by what the job is about.
async fn second(run: &Run<'_>) -> Result<String> {
    let (times, subject) = (count(run, "second"), run.subject::<String>()?);
    match subject.split('-').next() {
        Some("poison") => Err(Error::broken("a test's poison")),
        Some("once") if times == 1 => Err(Error::broken("a test's hiccup")),
        Some("refused") => Err(Refusal::conflict("not_so", "不能办理").into()),
        Some("asker") => run.caller().await.map(|caller| caller.name),
        _ => Ok("二".to_owned()),
    }
}

const STEPS: &[Step] = &[
    Step {
        code: "first",
        label: "第一步",
        run: |run| Box::pin(first(run)),
    },
    Step {
        code: "second",
        label: "第二步",
        run: |run| Box::pin(second(run)),
    },
];

fn known() -> Jobs {
    Jobs {
        jobs: vec![
            Job {
                kind: &TRIAL,
                steps: STEPS,
            },
            Job {
                kind: &SWEEP,
                steps: SWEEP_STEPS,
            },
        ],
        subscribers: vec![Subscriber {
            event: "trial.happened",
            kind: &TRIAL,
            subject: |of| format!("of-{of}"),
        }],
    }
}

impl House {
    async fn ask_as(&self, caller: &Caller, subject: &str) -> JobId {
        let mut tx = self.app.db.write(self.centre).await.unwrap();
        let id = ask_in(&mut tx, &self.app, caller, &TRIAL, subject)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        id
    }

    async fn ask(&self, subject: &str) -> JobId {
        self.ask_as(&self.system, subject).await
    }

    async fn run_due(&self) -> usize {
        run_due(&self.app, &known(), self.centre).await.unwrap()
    }

    async fn view(&self, id: JobId) -> JobView {
        show(&self.app, &known(), &self.system, id).await.unwrap()
    }

    async fn claimed(&self) -> Option<Claimed> {
        lease::claim(&self.app, self.centre).await.unwrap()
    }
}

fn code<T: std::fmt::Debug>(result: Result<T>) -> &'static str {
    result.unwrap_err().refusal().unwrap().code()
}

#[tokio::test]
async fn a_job_is_done_step_by_step_and_tells_what_came_of_each() {
    let house = house().await;
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    ask_in(&mut tx, &house.app, &house.system, &TRIAL, "rolled-back")
        .await
        .unwrap();
    drop(tx);
    let id = house.ask("fine").await;
    let waiting = house.view(id).await;
    assert_eq!(waiting.row.status, JobStatus::Waiting);
    assert!(waiting.steps.iter().all(|step| step.begun_at.is_none()));
    assert_eq!(house.run_due().await, 1, "what was rolled back isn't due");
    let view = house.view(id).await;
    assert_eq!(
        (view.row.status, view.label.as_str()),
        (JobStatus::Done, "试验")
    );
    let [one, two] = view.steps.as_slice() else {
        panic!("{:?}", view.steps)
    };
    assert_eq!((one.label.as_str(), one.done, one.total), ("第一步", 1, 2));
    assert_eq!(one.told.as_deref(), Some("一"));
    assert!(two.ended_at.is_some());
    assert_eq!(runs("fine"), (1, 1));
    assert_eq!(house.run_due().await, 0);
}

#[tokio::test]
async fn the_same_asked_for_twice_is_one_job_and_runs_again_only_when_it_ran_already() {
    let house = house().await;
    let id = house.ask("twice").await;
    assert_eq!(house.ask("twice").await, id);
    assert_eq!(house.run_due().await, 1);
    assert_eq!(runs("twice"), (1, 1));
    let id = house.ask("twice").await;
    let claimed = house.claimed().await.unwrap();
    assert_eq!(house.ask("twice").await, id, "asked for while it runs");
    assert!(house.claimed().await.is_none(), "one runner a job");
    work::run(&house.app, &known(), &claimed).await;
    assert_eq!(house.view(id).await.row.status, JobStatus::Waiting);
    assert_eq!(house.run_due().await, 1);
    assert_eq!(house.view(id).await.row.status, JobStatus::Done);
    assert_eq!(runs("twice"), (3, 3));
}

#[tokio::test]
async fn what_was_asked_for_only_in_case_is_forgotten_when_it_is_settled() {
    let house = house().await;
    let (app, system) = (&house.app, &house.system);
    let mut tx = app.db.write(house.centre).await.unwrap();
    let later = ("settled", Duration::from_secs(60));
    let id = enqueue_in(&mut tx, &app.clock, system, &TRIAL, later)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert_eq!(house.run_due().await, 0, "not due yet");
    let mut tx = app.db.write(house.centre).await.unwrap();
    settle_in(&mut tx, &TRIAL, "settled").await.unwrap();
    settle_in(&mut tx, &TRIAL, "settled").await.unwrap();
    tx.commit().await.unwrap();
    app.clock.advance(Duration::from_secs(60));
    assert_eq!(house.run_due().await, 0);
    assert_eq!(code(show(app, &known(), system, id).await), "job_unknown");
}

#[tokio::test]
async fn a_runner_that_dies_loses_the_job_and_another_goes_on_at_the_step() {
    let house = house().await;
    let id = house.ask("taken-over").await;
    let dead = house.claimed().await.unwrap();
    lease::begin_step(&house.app, &dead, 1).await.unwrap();
    lease::end_step(&house.app, &dead, (1, false), "一".to_owned())
        .await
        .unwrap();
    lease::begin_step(&house.app, &dead, 2).await.unwrap();
    house.app.clock.advance(LEASE - Duration::from_secs(1));
    assert_eq!(house.run_due().await, 0, "its lease lasts");
    house.app.clock.advance(Duration::from_secs(1));
    let other = house.claimed().await.unwrap();
    assert_eq!(other.attempts, 2);
    // Whoever was thought dead and isn't gets nothing recorded any more.
    let late = lease::end_step(&house.app, &dead, (2, true), "迟".to_owned()).await;
    assert!(late.unwrap_err().refusal().is_none());
    assert!(lease::tell(&house.app, &dead, 2, (1, 1)).await.is_err());
    assert!(!lease::renew(&house.app, &dead).await.unwrap());
    lease::release(&house.app, &dead).await.unwrap();
    lease::fail(&house.app, &dead, &Error::broken("late"))
        .await
        .unwrap();
    assert_eq!(house.view(id).await.row.status, JobStatus::Running);
    assert!(lease::renew(&house.app, &other).await.unwrap());
    work::run(&house.app, &known(), &other).await;
    let view = house.view(id).await;
    assert_eq!(view.row.status, JobStatus::Done);
    assert_eq!(view.steps[1].told.as_deref(), Some("二"));
    assert_eq!(
        runs("taken-over"),
        (0, 1),
        "the first step isn't done again"
    );
}

#[tokio::test]
async fn what_ends_its_runner_every_time_is_dead_at_last() {
    let house = house().await;
    let id = house.ask("deadly").await;
    for attempt in 1..=rule::MAX_ATTEMPTS {
        assert_eq!(house.claimed().await.unwrap().attempts, attempt);
        house.app.clock.advance(LEASE);
    }
    assert!(house.claimed().await.is_none());
    let view = house.view(id).await;
    assert_eq!(view.row.status, JobStatus::Dead);
    assert!(view.row.problem.unwrap().contains("中断"));
    assert_eq!(view.can, ["retry", "cancel"]);
}

#[tokio::test]
async fn what_breaks_waits_longer_each_time_and_goes_on_where_it_was() {
    let house = house().await;
    let id = house.ask("once").await;
    assert_eq!(house.run_due().await, 1);
    let view = house.view(id).await;
    assert_eq!(
        (view.row.status, view.row.attempts),
        (JobStatus::Waiting, 1)
    );
    assert!(view.row.due_at > house.app.clock.now());
    assert!(
        !view.row.problem.unwrap().contains("hiccup"),
        "not for people"
    );
    assert_eq!(view.problem_detail.as_deref(), Some("a test's hiccup"));
    assert_eq!(house.run_due().await, 0, "not yet");
    house.app.clock.advance(Duration::from_secs(7));
    assert_eq!(house.run_due().await, 1);
    let view = house.view(id).await;
    assert_eq!((view.row.status, view.row.problem), (JobStatus::Done, None));
    assert_eq!(runs("once"), (1, 2));
}

#[tokio::test]
async fn poison_dies_after_so_many_attempts_and_is_retried_or_given_up_by_hand() {
    let house = house().await;
    let (app, system) = (&house.app, &house.system);
    let id = house.ask("poison").await;
    for attempt in 1..=rule::MAX_ATTEMPTS {
        assert_eq!(house.run_due().await, 1, "{attempt}");
        app.clock.advance(Duration::from_secs(2 * 3_600));
    }
    assert_eq!(house.view(id).await.row.status, JobStatus::Dead);
    assert_eq!(house.run_due().await, 0);
    assert_eq!(runs("poison"), (1, 10));
    let clerk = house.clerk_without_roles().await;
    assert_eq!(
        code(retry(app, &clerk, &key("no"), id).await),
        "action_forbidden"
    );
    assert_eq!(
        code(show(app, &known(), &clerk, id).await),
        "action_forbidden"
    );
    retry(app, system, &key("again"), id).await.unwrap();
    assert_eq!(
        code(retry(app, system, &key("more"), id).await),
        "job_not_dead"
    );
    assert_eq!(house.run_due().await, 1);
    let view = house.view(id).await;
    assert_eq!(
        (view.row.status, view.row.attempts),
        (JobStatus::Waiting, 1)
    );
    assert_eq!(
        code(cancel(app, system, &key("early"), id, "不办了").await),
        "job_not_dead"
    );
}

#[tokio::test]
async fn what_a_rule_refuses_is_dead_at_once_and_says_why() {
    let house = house().await;
    let (app, system) = (&house.app, &house.system);
    let id = house.ask("refused").await;
    house.run_due().await;
    let view = house.view(id).await;
    assert_eq!(view.row.status, JobStatus::Dead);
    assert_eq!(view.row.problem.as_deref(), Some("不能办理"));
    let invalid = cancel(app, system, &key("blank"), id, " ").await;
    assert_eq!(code(invalid), "job_cancel_reason_invalid");
    // The same asked for anew is another job, and this one isn't to be retried meanwhile.
    let anew = house.ask("refused").await;
    assert_ne!(anew, id);
    assert_eq!(
        code(retry(app, system, &key("retry"), id).await),
        "job_asked_anew"
    );
    cancel(app, system, &key("cancel"), id, "已另行办理")
        .await
        .unwrap();
    cancel(app, system, &key("cancel"), id, "已另行办理")
        .await
        .unwrap();
    let view = house.view(id).await;
    assert_eq!(view.row.status, JobStatus::Cancelled);
    assert_eq!(view.row.cancel_reason.as_deref(), Some("已另行办理"));
    assert!(view.can.is_empty());
    let acts = house.audit_events().await;
    let of = |action: &str| acts.iter().filter(|event| event.action == action).count();
    assert_eq!(
        (of("job.ask"), of("job.cancel"), of("job.retry")),
        (2, 1, 0)
    );
}

#[tokio::test]
async fn a_job_runs_with_the_rights_of_who_asked_and_ends_when_they_have_left() {
    let house = house().await;
    let staff = house.staff("asker", None).await;
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    let caller = crate::session::caller_of_staff_in(&mut tx, staff)
        .await
        .unwrap();
    drop(tx);
    let caller = caller.unwrap();
    let id = house.ask_as(&caller, "asker-1").await;
    house.run_due().await;
    let own = show(&house.app, &known(), &caller, id).await.unwrap();
    assert_eq!(own.steps[1].told.as_deref(), Some("asker甲"));
    let id = house.ask_as(&caller, "asker-2").await;
    // Somebody has to stay who may manage the staff.
    house.administrators().await;
    crate::staff::leave(&house.app, &house.system, &key("leave"), staff)
        .await
        .unwrap();
    house.run_due().await;
    let view = house.view(id).await;
    assert_eq!(view.row.status, JobStatus::Dead);
    assert!(view.row.problem.unwrap().contains("asker甲已离职"));
}

#[tokio::test]
async fn what_happened_is_told_after_a_crash_and_what_was_rolled_back_is_not() {
    let house = house().await;
    let (db, clock) = (&house.app.db, &house.app.clock);
    let emit = async |subject: &str, commits: bool| {
        let mut tx = db.write(house.centre).await.unwrap();
        let event = ("trial.happened", subject);
        outbox::emit_in(&mut tx, clock, &house.system, event)
            .await
            .unwrap();
        outbox::emit_in(&mut tx, clock, &house.system, ("trial.unheard", subject))
            .await
            .unwrap();
        if commits {
            tx.commit().await.unwrap();
        }
    };
    emit("kept", true).await;
    emit("lost", false).await;
    // Another server finds what this one didn't come to.
    let other = App::new(db.clone(), clock.clone());
    assert_eq!(run_due(&other, &known(), house.centre).await.unwrap(), 1);
    assert_eq!((runs("of-kept"), runs("of-lost")), ((1, 1), (0, 0)));
    assert_eq!(house.run_due().await, 0, "told once");
}

#[tokio::test]
async fn the_runner_is_woken_does_what_is_due_and_stops_when_told() {
    let house = house().await;
    let (stop, stopping) = watch::channel(false);
    let working = tokio::spawn(work(house.app.clone(), known(), stopping));
    let id = house.ask("woken").await;
    house.app.wake_jobs();
    let done = async {
        while house.view(id).await.row.status != JobStatus::Done {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), done)
        .await
        .unwrap();
    stop.send(true).unwrap();
    tokio::time::timeout(Duration::from_secs(20), working)
        .await
        .unwrap()
        .unwrap();
    house.ask("after-the-stop").await;
    assert_eq!(runs("after-the-stop"), (0, 0));
}

#[tokio::test]
async fn a_job_given_back_is_taken_at_once_and_counts_no_attempt() {
    let house = house().await;
    house.ask("given-back").await;
    let claimed = house.claimed().await.unwrap();
    lease::release(&house.app, &claimed).await.unwrap();
    assert_eq!(house.claimed().await.unwrap().attempts, 1);
}

#[tokio::test]
async fn a_kind_that_this_version_does_not_know_is_dead() {
    let house = house().await;
    let id = house.ask("unknown").await;
    run_due(&house.app, &Jobs::default(), house.centre)
        .await
        .unwrap();
    let view = house.view(id).await;
    assert_eq!(view.row.status, JobStatus::Dead);
}

#[tokio::test]
async fn what_ended_a_month_ago_is_forgotten_and_what_is_dead_is_not() {
    let house = house().await;
    let (app, system) = (&house.app, &house.system);
    let (old, dead) = (house.ask("old").await, house.ask("refused-long-ago").await);
    house.run_due().await;
    app.clock.advance(Duration::from_secs(31 * 24 * 3_600));
    let young = house.ask("young").await;
    let mut tx = app.db.write(house.centre).await.unwrap();
    ask_in(&mut tx, app, system, &SWEEP, "").await.unwrap();
    tx.commit().await.unwrap();
    house.run_due().await;
    assert_eq!(code(show(app, &known(), system, old).await), "job_unknown");
    assert_eq!(house.view(dead).await.row.status, JobStatus::Dead);
    let query = ListQuery {
        filters: vec![("status".to_owned(), "done".to_owned())],
        limit: 10,
        ..ListQuery::default()
    };
    let done = jobs(app, system, &query).await.unwrap();
    let kinds: Vec<&str> = done.items.iter().map(|row| row.kind.as_str()).collect();
    assert_eq!(kinds, ["job.sweep", "trial.work"]);
    assert_eq!(done.items[1].job_id, young);
}
