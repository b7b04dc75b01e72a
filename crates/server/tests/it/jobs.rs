//! Jobs on both databases: runners that share them, runners that die, and the product's own.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::Duration;

use kernel::{JobId, Result};
use platform::job::{self, Job, JobKind, JobStatus, Jobs, Run, Step};
use platform::{App, Caller};
use serde_json::json;
use tokio::sync::watch;

use crate::api::job::{Desks, text};
use crate::support::TestCentre;

const TRIAL: JobKind = JobKind {
    code: "trial.work",
    label: "试验",
    about: "trial",
};

/// How often each job ran to its end, and which are running now.
static DONE: Mutex<BTreeMap<String, u32>> = Mutex::new(BTreeMap::new());
static RUNNING: Mutex<BTreeMap<String, u32>> = Mutex::new(BTreeMap::new());

/// Takes long enough for another runner to meet it.
async fn act(run: &Run<'_>) -> Result<String> {
    let subject: String = run.subject()?;
    let running = {
        let mut all = RUNNING.lock().unwrap();
        let running = all.entry(subject.clone()).or_default();
        *running += 1;
        *running
    };
    assert_eq!(running, 1, "{subject} has two runners");
    tokio::time::sleep(Duration::from_millis(20)).await;
    let mut tx = run.app.db.write(run.centre()).await?;
    run.hold_in(&mut tx).await?;
    tx.commit().await?;
    RUNNING.lock().unwrap().insert(subject.clone(), 0);
    *DONE.lock().unwrap().entry(subject).or_default() += 1;
    Ok(String::new())
}

/// Never ends by itself.
async fn hang(run: &Run<'_>) -> Result<String> {
    let subject: String = run.subject()?;
    let times = {
        let mut all = DONE.lock().unwrap();
        let times = all.entry(format!("{subject}/begun")).or_default();
        *times += 1;
        *times
    };
    if times == 1 {
        std::future::pending::<()>().await;
    }
    Ok("接着做完".to_owned())
}

fn known() -> Jobs {
    const STEPS: &[Step] = &[Step {
        code: "act",
        label: "办理",
        run: |run| Box::pin(act(run)),
    }];
    const HANGS: &[Step] = &[
        STEPS[0],
        Step {
            code: "hang",
            label: "停住",
            run: |run| Box::pin(hang(run)),
        },
    ];
    let job = |kind, steps| Job { kind, steps };
    Jobs {
        jobs: vec![job(&TRIAL, STEPS), job(&HANGING, HANGS)],
        ..Jobs::default()
    }
}

const HANGING: JobKind = JobKind {
    code: "trial.hang",
    label: "停住",
    about: "trial",
};

async fn ask(test: &TestCentre, kind: &JobKind, subject: &str) -> JobId {
    let system = Caller::system("trial", test.centre);
    let mut tx = test.app.db.write(test.centre).await.unwrap();
    let id = job::ask_in(&mut tx, &test.app, &system, kind, subject)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    id
}

async fn status(test: &TestCentre, id: JobId) -> JobStatus {
    let system = Caller::system("trial", test.centre);
    let view = job::show(&test.app, &known(), &system, id).await.unwrap();
    view.row.status
}

async fn until(test: &TestCentre, id: JobId, expected: JobStatus) {
    let reached = async {
        while status(test, id).await != expected {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    let reached = tokio::time::timeout(Duration::from_secs(30), reached).await;
    assert!(reached.is_ok(), "{:?}", status(test, id).await);
}

/// Another server on the same database.
fn another(test: &TestCentre) -> App {
    App::new(test.app.db.clone(), test.app.clock.clone())
}

testkit::both! {
    async fn two_servers_share_the_jobs_and_each_is_done_once(test: TestCentre) {
        let of = |number: u32| format!("{:?}-{number}", test.backend);
        let mut ids = Vec::new();
        for number in 0..24 {
            ids.push(ask(&test, &TRIAL, &of(number)).await);
        }
        let (stop, stopping) = watch::channel(false);
        let servers = [another(&test), another(&test)]
            .map(|app| tokio::spawn(job::work(app, known(), stopping.clone())));
        for id in ids {
            until(&test, id, JobStatus::Done).await;
        }
        stop.send(true).unwrap();
        for server in servers {
            server.await.unwrap();
        }
        let done = DONE.lock().unwrap();
        for number in 0..24 {
            assert_eq!(done.get(&of(number)), Some(&1), "{number}");
        }
    }

    /// A server that is killed in the middle of a step: its lease lapses, and another goes on there.
    async fn a_server_that_dies_in_the_middle_is_followed_by_another(test: TestCentre) {
        let subject = format!("{:?}-dying", test.backend);
        let id = ask(&test, &HANGING, &subject).await;
        let (_stop, stopping) = watch::channel(false);
        let dying = tokio::spawn(job::work(another(&test), known(), stopping));
        let begun = format!("{subject}/begun");
        while !DONE.lock().unwrap().contains_key(&begun) {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        dying.abort();
        assert!(dying.await.unwrap_err().is_cancelled());
        assert_eq!(status(&test, id).await, JobStatus::Running);
        assert_eq!(job::run_due(&test.app, &known(), test.centre).await.unwrap(), 0);
        test.app.clock.advance(Duration::from_secs(61));
        assert_eq!(job::run_due(&test.app, &known(), test.centre).await.unwrap(), 1);
        assert_eq!(status(&test, id).await, JobStatus::Done);
        let done = DONE.lock().unwrap();
        assert_eq!(done.get(&subject), Some(&1), "the first step was done before");
    }

    /// The day is closed by one job whoever pressed, and a server that stops after the close goes on.
    async fn a_close_that_was_cut_short_goes_on_at_its_step(test: TestCentre) {
        let desks = Desks::of(&test).await;
        let day = json!({ "date": "2026-11-02" });
        let asked = desks.accountant.post("/api/business-days/close", &day).await.expect(202);
        let id: JobId = text(&asked["job_id"]).parse().unwrap();
        // The third step breaks: its server knows the first two only.
        let whole = server::wiring::jobs();
        let mut broken = whole.clone();
        for job in &mut broken.jobs {
            if job.kind.code == "business_day.close" {
                job.steps = BROKEN_CLOSE;
            }
        }
        job::run_due(&test.app, &broken, test.centre).await.unwrap();
        let path = format!("/api/jobs/{id}");
        let administrator = test.sign_in("guanli").await;
        let waiting = administrator.get(&path).await.expect(200);
        assert_eq!(waiting["status"], "waiting");
        assert_eq!(waiting["problem_detail"], "the power is gone");
        let days = desks.accountant.get("/api/business-days").await.expect(200);
        assert_eq!(days["items"][0]["closing_job_id"], id.to_string(), "so that the page follows it");
        let session = desks.accountant.get("/api/session").await.expect(200);
        assert_eq!(session["business_day"]["date"], "2026-11-02", "still open");
        test.app.clock.advance(Duration::from_secs(10));
        job::run_due(&test.app, &whole, test.centre).await.unwrap();
        let done = desks.accountant.get(&path).await.expect(200);
        assert_eq!(done["status"], "done");
        let ended = |step: usize| text(&done["steps"][step]["ended_at"]);
        assert!(ended(0) < ended(2), "what was done before isn't done again");
        let session = desks.accountant.get("/api/session").await.expect(200);
        assert_eq!(session["business_day"]["date"], "2026-11-03");
        test.prove().await;
    }

    /// Who presses while the close has begun has it done once more, and it finds nothing left to close.
    async fn a_close_that_is_asked_for_again_closes_no_other_day(test: TestCentre) {
        let desks = Desks::of(&test).await;
        let day = json!({ "date": "2026-11-02" });
        let press = async || desks.accountant.post("/api/business-days/close", &day).await.expect(202);
        let asked = press().await;
        let whole = server::wiring::jobs();
        let mut broken = whole.clone();
        for job in &mut broken.jobs {
            if job.kind.code == "business_day.close" {
                job.steps = BROKEN_CLOSE;
            }
        }
        assert_eq!(job::run_due(&test.app, &broken, test.centre).await.unwrap(), 1);
        assert_eq!(press().await, asked);
        test.app.clock.advance(Duration::from_secs(10));
        // The close, the close once more, and the sweeps of jobs and of files.
        assert_eq!(job::run_due(&test.app, &whole, test.centre).await.unwrap(), 4);
        let path = format!("/api/jobs/{}", text(&asked["job_id"]));
        let done = desks.accountant.get(&path).await.expect(200);
        assert_eq!((text(&done["status"]), &done["problem"]), ("done".to_owned(), &json!(null)));
        assert!(text(&done["steps"][2]["told"]).contains("2026-11-03 已开启"));
        let session = desks.accountant.get("/api/session").await.expect(200);
        assert_eq!(session["business_day"]["date"], "2026-11-03");
        test.prove().await;
    }
}

const BROKEN_CLOSE: &[Step] = &[
    settlement::day::DAY_CLOSE_STEPS[0],
    settlement::day::DAY_CLOSE_STEPS[1],
    Step {
        code: "close",
        label: "断电",
        run: |_| Box::pin(async { Err(kernel::Error::broken("the power is gone")) }),
    },
];
