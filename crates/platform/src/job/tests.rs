use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::Duration;

use db::ListQuery;
use kernel::{CentreId, Error, JobId, JobLeaseId, Refusal, Result, StaffId};
use tokio::sync::watch;

use super::lease::{self, LEASE};
use super::model::Claimed;
use super::*;
use crate::testing::{House, house, key};
use crate::{App, Caller, DataScope, centre, role, session};

const TRIAL: JobKind = JobKind {
    code: "trial.work",
    label: "试验",
    about: "trial",
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
        Some("key") => run.key().map(|key| key.as_str().to_owned()),
        Some("blocks") => blocked(run).await,
        Some("stolen") => stolen(run).await,
        _ => Ok("二".to_owned()),
    }
}

/// Doesn't yield for half a lease; answers whether the lease was renewed meanwhile.
async fn blocked(run: &Run<'_>) -> Result<String> {
    run.app.clock.advance(LEASE / 2);
    std::thread::sleep(Duration::from_millis(500));
    let mut tx = run.app.db.read(run.centre()).await?;
    let job = tx.one(&store::JOB_BY_ID, (run.claimed.job_id,)).await?;
    let renewed = run.app.clock.now().checked_add(LEASE).unwrap();
    Ok((job.due_at == renewed).to_string())
}

/// Loses its lease, and wouldn't end by itself.
async fn stolen(run: &Run<'_>) -> Result<String> {
    db::statements! {
        STEAL: (JobId, JobLeaseId) => () =
            "UPDATE job SET lease_id = $3 WHERE centre_id = $1 AND job_id = $2";
    }
    let mut tx = run.app.db.write(run.centre()).await?;
    let other = JobLeaseId::new(&run.app.clock);
    tx.execute_one(&STEAL, (run.claimed.job_id, other)).await?;
    tx.commit().await?;
    std::future::pending().await
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
        ..Jobs::default()
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

    async fn caller(&self, staff: StaffId) -> Caller {
        let mut tx = self.app.db.read(self.centre).await.unwrap();
        let caller = session::caller_of_staff_in(&mut tx, staff).await.unwrap();
        caller.unwrap()
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

/// However the run ends that was under way when it was asked for again: another follows, anew.
#[tokio::test]
async fn what_was_asked_for_again_is_done_again_even_when_the_run_dies() {
    let house = house().await;
    let refused = house.ask("refused-again").await;
    let claimed = house.claimed().await.unwrap();
    house.ask("refused-again").await;
    work::run(&house.app, &known(), &claimed).await;
    let view = house.view(refused).await;
    assert_eq!(
        (view.row.status, view.row.attempts, view.row.problem),
        (JobStatus::Waiting, 0, None)
    );
    assert!(view.steps.iter().all(|step| step.begun_at.is_none()));
    assert_eq!(house.run_due().await, 1);
    assert_eq!(house.view(refused).await.row.status, JobStatus::Dead);
    assert_eq!(runs("refused-again"), (2, 2));

    let vanishing = house.ask("vanishing").await;
    for _ in 1..=rule::MAX_ATTEMPTS {
        assert!(house.claimed().await.is_some());
        house.ask("vanishing").await;
        house.app.clock.advance(LEASE);
    }
    assert!(house.claimed().await.is_none(), "buried, and waits anew");
    let row = house.view(vanishing).await.row;
    assert_eq!((row.status, row.attempts), (JobStatus::Waiting, 0));
    assert_eq!(house.run_due().await, 1);
    assert_eq!(house.view(vanishing).await.row.status, JobStatus::Done);
}

/// What it has done already may have been done before the asker wrote.
#[tokio::test]
async fn what_is_asked_for_when_it_has_begun_is_done_once_more_under_keys_of_its_own() {
    let house = house().await;
    let id = house.ask("key-1").await;
    let claimed = house.claimed().await.unwrap();
    lease::begin_step(&house.app, &claimed, 1).await.unwrap();
    lease::fail(&house.app, &claimed, &Error::broken("a test"))
        .await
        .unwrap();
    assert_eq!(house.ask("key-1").await, id, "asked for between two tries");
    house.app.clock.advance(Duration::from_secs(10));
    let told = async || house.view(id).await.steps[1].told.clone();
    let second = house.claimed().await.unwrap();
    work::run(&house.app, &known(), &second).await;
    assert_eq!(house.view(id).await.row.status, JobStatus::Waiting);
    assert_eq!(house.run_due().await, 1, "once more");
    assert_eq!(house.view(id).await.row.status, JobStatus::Done);
    let key_of = |claimed: &Claimed| {
        let run = Run {
            app: &house.app,
            claimed,
            kind: &TRIAL,
            step_no: 2,
        };
        run.key().unwrap().as_str().to_owned()
    };
    assert_eq!(key_of(&claimed), key_of(&second), "of each try");
    let anew = told().await.unwrap();
    assert_ne!(anew, key_of(&second), "of another run");
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
        code(cancel(app, &known(), system, &key("early"), id, "不办了").await),
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
    let invalid = cancel(app, &known(), system, &key("blank"), id, " ").await;
    assert_eq!(code(invalid), "job_cancel_reason_invalid");
    // The same asked for anew is another job, and this one isn't to be retried meanwhile.
    let anew = house.ask("refused").await;
    assert_ne!(anew, id);
    assert_eq!(
        code(retry(app, system, &key("retry"), id).await),
        "job_asked_anew"
    );
    cancel(app, &known(), system, &key("cancel"), id, "已另行办理")
        .await
        .unwrap();
    cancel(app, &known(), system, &key("cancel"), id, "已另行办理")
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
    let cancelled = acts.iter().find(|event| event.action == "job.cancel");
    assert!(cancelled.unwrap().detail.contains("已另行办理"));
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
async fn a_job_is_of_who_asked_last_but_not_the_run_that_is_under_way() {
    let house = house().await;
    let (one, other) = (
        house.staff("one", None).await,
        house.staff("other", None).await,
    );
    let (one, other) = (house.caller(one).await, house.caller(other).await);
    let told = async |id| house.view(id).await.steps[1].told.clone();
    let id = house.ask_as(&one, "asker-3").await;
    assert_eq!(house.ask_as(&other, "asker-3").await, id);
    assert_eq!(house.view(id).await.row.asked_by_name, "other甲");
    house.run_due().await;
    assert_eq!(told(id).await.as_deref(), Some("other甲"));

    let id = house.ask_as(&one, "asker-4").await;
    let claimed = house.claimed().await.unwrap();
    house.ask_as(&other, "asker-4").await;
    let run = Run {
        app: &house.app,
        claimed: &claimed,
        kind: &TRIAL,
        step_no: 2,
    };
    assert_eq!(run.caller().await.unwrap().name, "one甲");
    work::run(&house.app, &known(), &claimed).await;
    assert_eq!(house.run_due().await, 1);
    assert_eq!(told(id).await.as_deref(), Some("other甲"));
}

#[tokio::test]
async fn who_retries_a_job_takes_the_place_of_an_asker_who_has_left() {
    let house = house().await;
    house.administrators().await;
    let (app, staff) = (&house.app, house.staff("leaver", None).await);
    let leaver = house.caller(staff).await;
    let id = house.ask_as(&leaver, "refused-5").await;
    house.run_due().await;
    retry(app, &house.system, &key("stays"), id).await.unwrap();
    assert_eq!(house.view(id).await.row.asked_by_name, "leaver甲");
    house.run_due().await;
    crate::staff::leave(app, &house.system, &key("leave"), staff)
        .await
        .unwrap();
    retry(app, &house.system, &key("gone"), id).await.unwrap();
    let row = house.view(id).await.row;
    assert_eq!(row.asked_by, house.system.actor.label());
}

/// The text of an error's causes is for who runs the system.
#[tokio::test]
async fn who_only_reads_jobs_sees_no_inside_of_what_broke() {
    let house = house().await;
    house.role("reader", DataScope::Centre, &[&JOB_READ]).await;
    let staff = house.staff("reader", None).await;
    role::assign(&house.app, &house.system, &key("reads"), staff, "reader")
        .await
        .unwrap();
    let reader = house.caller(staff).await;
    let id = house.ask("poison-6").await;
    house.run_due().await;
    let view = show(&house.app, &known(), &reader, id).await.unwrap();
    assert!(view.row.problem.is_some());
    assert_eq!(view.problem_detail, None);
    let inside = house.view(id).await.problem_detail;
    assert_eq!(inside.as_deref(), Some("a test's poison"));
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
    // What this program tells nobody of waits for one that does.
    let mut newer = known();
    newer.subscribers.push(Subscriber {
        event: "trial.unheard",
        kind: &TRIAL,
        subject: |of| format!("heard-{of}"),
    });
    assert_eq!(run_due(&other, &newer, house.centre).await.unwrap(), 1);
    assert_eq!(runs("heard-kept"), (1, 1));
}

/// Where two centres could keep the server busy for ever, the third has its turn.
#[tokio::test]
async fn no_centre_is_always_the_last() {
    let house = house().await;
    let centres = [1, 2, 3].map(|number| CentreId::new(number).unwrap());
    let system = |of| Caller::system("setup", of);
    for &of in &centres[1..] {
        centre::register(&house.app, &system(of), &key("centre"), "分中心")
            .await
            .unwrap();
    }
    let ask = async || {
        for of in centres {
            let mut tx = house.app.db.write(of).await.unwrap();
            for number in 0..work::MAX_OF_CENTRE {
                let subject = format!("centre-{of}-{number}");
                ask_in(&mut tx, &house.app, &system(of), &TRIAL, subject)
                    .await
                    .unwrap();
            }
            tx.commit().await.unwrap();
        }
    };
    ask().await;
    let mut under_way = work::UnderWay::default();
    let mut begun = Vec::new();
    for _ in 0..2 {
        work::begin_due(&house.app, &known(), &mut under_way)
            .await
            .unwrap();
        begun.extend(under_way.claimed.values().map(|claimed| claimed.centre));
        under_way.wait().await;
        ask().await;
    }
    for of in centres {
        assert!(begun.contains(&of), "{of} starves");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lease_is_kept_while_a_step_does_not_yield_and_one_that_is_lost_stops_the_step() {
    let house = house().await;
    let often = Duration::from_millis(20);
    let blocks = house.ask("blocks-7").await;
    let claimed = house.claimed().await.unwrap();
    work::run_renewing(&house.app, &known(), &claimed, often).await;
    let view = house.view(blocks).await;
    assert_eq!(view.steps[1].told.as_deref(), Some("true"), "{view:?}");

    let stolen = house.ask("stolen-8").await;
    let claimed = house.claimed().await.unwrap();
    let jobs = known();
    let running = work::run_renewing(&house.app, &jobs, &claimed, often);
    tokio::time::timeout(Duration::from_secs(20), running)
        .await
        .expect("the step is stopped");
    let row = house.view(stolen).await.row;
    assert_eq!((row.status, row.problem), (JobStatus::Running, None));
}

#[tokio::test]
async fn the_runner_is_woken_does_what_is_due_and_stops_when_told() {
    let house = house().await;
    let (stop, stopping) = watch::channel(false);
    let done = async |id| {
        let done = async {
            while house.view(id).await.row.status != JobStatus::Done {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(20), done)
            .await
            .unwrap();
    };
    let there_before = house.ask("there-before").await;
    // It looks once when it begins, and then not before the test is long over.
    let rarely = Duration::from_secs(3_600);
    let working = work::work_every(house.app.clone(), known(), stopping, rarely);
    let working = tokio::spawn(working);
    done(there_before).await;
    // The end of a job has it look as well.
    tokio::time::sleep(Duration::from_millis(200)).await;
    let woken = house.ask("woken").await;
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert_eq!(house.view(woken).await.row.status, JobStatus::Waiting);
    house.app.wake_jobs();
    done(woken).await;
    stop.send(true).unwrap();
    tokio::time::timeout(Duration::from_secs(20), working)
        .await
        .expect("it stops")
        .unwrap();
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
async fn a_kind_that_this_version_does_not_know_is_left_to_one_that_does() {
    let house = house().await;
    let id = house.ask("unknown").await;
    let (app, older) = (&house.app, Jobs::default());
    for _ in 0..=rule::MAX_ATTEMPTS {
        assert_eq!(run_due(app, &older, house.centre).await.unwrap(), 1);
        let row = house.view(id).await.row;
        assert_eq!((row.status, row.attempts), (JobStatus::Waiting, 0));
        assert!(row.problem.unwrap().contains("没有这种任务"));
        assert_eq!(house.run_due().await, 0, "not at once");
        app.clock.advance(Duration::from_secs(60));
    }
    assert_eq!(house.run_due().await, 1);
    assert_eq!(house.view(id).await.row.status, JobStatus::Done);
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
