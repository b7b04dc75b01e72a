use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use kernel::{ApprovalId, BranchId, Error, Fen, Refusal, Result, StaffId};
use serde_json::json;

use super::model::{Holder, Way};
use super::rule::Parties;
use super::store::{Approval, FlowStep};
use super::*;
use crate::audit::Subject;
use crate::job::{self, Job, Jobs, OnCancel};
use crate::staff::leave;
use crate::testing::{self, ACT, House, key};
use crate::{App, Caller, DataScope, IdempotencyKey, Scope, role, session};

/// How often the tests' business was carried out.
static RUNS: AtomicUsize = AtomicUsize::new(0);

/// The tests' business: moves money, and refuses what names a closed thing.
const BUSINESSES: &[Approvable] = &[Approvable {
    business: &ACT,
    by_amount: true,
    run: |run| {
        Box::pin(async move {
            let command: serde_json::Value = serde_json::from_str(run.command).unwrap();
            let fen = command["fen"].as_i64().unwrap();
            act(run.app, run.caller, run.key, fen)
                .await
                .map(|_| "完成".to_owned())
        })
    },
}];

/// Carries out what was approved, as a server's job does.
fn carrying_out() -> Jobs {
    const STEPS: &[job::Step] = &[job::Step {
        code: "carry_out",
        label: "办理",
        run: |run| {
            Box::pin(async move {
                let id = run.subject()?;
                let status = carry_out(run.app, BUSINESSES, run.centre(), id).await?;
                Ok(status.label().to_owned())
            })
        },
    }];
    let job = Job {
        kind: &CARRY_OUT,
        steps: STEPS,
    };
    let on_cancel = OnCancel {
        kind: &CARRY_OUT,
        run: |cancelled| Box::pin(give_up(cancelled)),
    };
    Jobs {
        jobs: vec![job],
        on_cancel: vec![on_cancel],
        ..Jobs::default()
    }
}

/// Breaks whenever it is carried out.
const BREAKS: i64 = 17;
/// Can't be carried out before a day.
const WAITS: i64 = 19;
const WAITS_UNTIL: &str = "2026-11-21";

/// What a use case with approval looks like.
async fn act(app: &App, caller: &Caller, key: &IdempotencyKey, fen: i64) -> Result<Outcome<()>> {
    app.enforce(caller, &ACT, Scope::Centre).await?;
    if fen == 13 {
        return Err(Refusal::conflict("trial_closed", "该业务已关闭").into());
    }
    if caller.approved.is_some() && fen == BREAKS {
        return Err(Error::broken("a test's breakage"));
    }
    if caller.approved.is_some() && fen == WAITS && app.clock.today() < WAITS_UNTIL.parse()? {
        return Err(Refusal::unavailable("trial_not_open", "暂不能办理").into());
    }
    let command = json!({ "fen": fen });
    let request = Request {
        business: &ACT,
        subject: Subject::new("trial", fen),
        scope: Scope::Centre,
        amount: Some(Fen::new(fen)),
        summary: format!("试验 {fen} 分"),
        command: &command,
    };
    match app.pass(caller, key, &request).await? {
        Passage::Pending(id) => Ok(Outcome::Pending(id)),
        Passage::Free => {
            RUNS.fetch_add(1, Ordering::Relaxed);
            Ok(Outcome::Done(()))
        }
    }
}

/// A house in which the tests' business takes a reviewer, and from ten yuan a director after.
struct Desk {
    house: House,
}

impl Desk {
    async fn new() -> Desk {
        let house = testing::house().await;
        house.role("maker", DataScope::Centre, &[&ACT]).await;
        let checks = [
            &APPROVAL_READ,
            &APPROVAL_DECIDE,
            &DELEGATION_SET,
            &DELEGATION_READ,
        ];
        house.role("reviewer", DataScope::Centre, &checks).await;
        house.role("director", DataScope::Centre, &checks).await;
        let desk = Desk { house };
        desk.flow("2026-11-20", &[("reviewer", 0), ("director", 1_000)])
            .await
            .unwrap();
        // Nothing is asked where nobody could decide.
        desk.someone("always", &["reviewer", "director"]).await;
        desk
    }

    async fn run_jobs(&self) -> usize {
        job::run_due(&self.house.app, &carrying_out(), self.house.centre)
            .await
            .unwrap()
    }

    async fn flow(&self, from: &str, steps: &[(&str, i64)]) -> Result<()> {
        let new = NewFlow {
            business: ACT.code.to_owned(),
            effective_from: from.to_owned(),
            source: "内控办法第三条".to_owned(),
            reason: "岗位分离".to_owned(),
            steps: steps
                .iter()
                .map(|(role, from)| NewStep {
                    role: (*role).to_owned(),
                    from_fen: Fen::new(*from),
                    term_days: 2,
                })
                .collect(),
        };
        let (app, system) = (&self.house.app, &self.house.system);
        let word = key(&format!("flow-{from}-{}", steps.len()));
        record_flow(app, system, &word, BUSINESSES, &new)
            .await
            .map(drop)
    }

    /// Somebody with these roles, as a request would bring them.
    async fn someone(&self, name: &str, roles: &[&str]) -> Caller {
        let id = self.house.staff(name, None).await;
        for role in roles {
            let word = key(&format!("{name}-{role}"));
            role::assign(&self.house.app, &self.house.system, &word, id, role)
                .await
                .unwrap();
        }
        self.caller(id).await
    }

    async fn caller(&self, id: StaffId) -> Caller {
        let mut tx = self.house.app.db.read(self.house.centre).await.unwrap();
        session::caller_of_staff_in(&mut tx, id)
            .await
            .unwrap()
            .unwrap()
    }

    async fn ask(&self, maker: &Caller, fen: i64) -> ApprovalId {
        let word = key(&format!("ask-{fen}"));
        match act(&self.house.app, maker, &word, fen).await.unwrap() {
            Outcome::Pending(id) => id,
            Outcome::Done(()) => panic!("nobody was asked"),
        }
    }

    async fn approve(&self, who: &Caller, id: ApprovalId) -> Result<ApprovalStatus> {
        let word = key(&format!("approve-{}-{id}", who.name).replace('甲', "")[..50]);
        approve_and_carry_out(&self.house.app, BUSINESSES, who, &word, id, None).await
    }

    async fn waiting(&self, who: &Caller) -> usize {
        let query = db::ListQuery {
            filters: vec![("waits_for_me".to_owned(), "true".to_owned())],
            limit: 50,
            ..db::ListQuery::default()
        };
        let page = approvals(&self.house.app, who, &query).await.unwrap();
        page.items.len()
    }
}

fn code<T: std::fmt::Debug>(result: Result<T>) -> &'static str {
    result
        .unwrap_err()
        .refusal()
        .map_or("broken", Refusal::code)
}

fn staff(last: u8) -> StaffId {
    format!("019ab7c2-1c00-7000-8000-0000000000{last:02x}")
        .parse()
        .unwrap()
}

fn branch(last: u8) -> BranchId {
    format!("019ab7c2-1c00-7000-8000-0000000001{last:02x}")
        .parse()
        .unwrap()
}

#[test]
fn a_request_takes_the_steps_of_its_amount() {
    let step = |step_no, from| FlowStep {
        flow_id: "019ab7c2-1c00-7000-8000-000000000001".parse().unwrap(),
        step_no,
        role_id: "019ab7c2-1c00-7000-8000-000000000002".parse().unwrap(),
        from_fen: Fen::new(from),
        term_days: 1,
    };
    let flow = [step(2, 1_000), step(1, 0), step(3, 5_000)];
    let cases: &[(Option<i64>, &[i64])] = &[
        (None, &[1]),
        (Some(0), &[1]),
        (Some(999), &[1]),
        (Some(1_000), &[1, 2]),
        (Some(5_000), &[1, 2, 3]),
    ];
    for (amount, expected) in cases {
        let steps = rule::steps_for(&flow, amount.map(Fen::new));
        let numbers: Vec<i64> = steps.iter().map(|step| step.step_no).collect();
        assert_eq!(numbers, *expected, "{amount:?}");
    }
}

/// Who has the role, where, for whom the decider stands in; who decided before; where the request
/// belongs → the decision.
#[tokio::test]
async fn a_step_is_decided_by_its_role_never_by_the_maker_and_by_nobody_twice() {
    const ME: u8 = 1;
    const MAKER: u8 = 2;
    const OTHER: u8 = 3;
    let desk = Desk::new().await;
    let maker = desk.someone("maker", &["maker"]).await;
    let id = desk.ask(&maker, 500).await;
    let mut tx = desk.house.app.db.read(desk.house.centre).await.unwrap();
    let asked = tx.one(&store::APPROVAL_BY_ID, (id,)).await.unwrap();
    let step = tx.all(&store::STEPS_OF, (id,)).await.unwrap().remove(0);
    let holder = |who, at: Option<u8>, data_scope, stands_in| Holder {
        staff_id: staff(who),
        branch_id: at.map(branch),
        data_scope,
        stands_in,
    };
    let (whole, own) = (DataScope::Centre, DataScope::OwnBranch);
    let yours = "approval_not_yours";
    type Case<'a> = (
        u8,
        Option<u8>,
        Option<u8>,
        Vec<Holder>,
        std::result::Result<Way, &'a str>,
    );
    let cases: Vec<Case<'_>> = vec![
        (
            ME,
            None,
            None,
            vec![holder(ME, None, whole, false)],
            Ok(Way::Own),
        ),
        (ME, None, None, vec![], Err(yours)),
        (
            MAKER,
            None,
            None,
            vec![holder(MAKER, None, whole, false)],
            Err("approval_of_oneself"),
        ),
        (
            ME,
            None,
            Some(ME),
            vec![holder(ME, None, whole, false)],
            Err("approval_decided_before"),
        ),
        (
            ME,
            Some(7),
            None,
            vec![holder(ME, Some(7), own, false)],
            Ok(Way::Own),
        ),
        (
            ME,
            Some(7),
            None,
            vec![holder(ME, Some(8), own, false)],
            Err(yours),
        ),
        (
            ME,
            None,
            None,
            vec![holder(ME, Some(7), own, false)],
            Err(yours),
        ),
        (
            ME,
            None,
            None,
            vec![holder(OTHER, None, whole, true)],
            Ok(Way::InsteadOf(staff(OTHER))),
        ),
        (
            ME,
            None,
            None,
            vec![holder(OTHER, None, whole, false)],
            Err(yours),
        ),
        // Not even by way of a deputy does a maker decide, nor who decided before.
        (
            ME,
            None,
            None,
            vec![holder(MAKER, None, whole, true)],
            Err(yours),
        ),
        (
            ME,
            None,
            Some(OTHER),
            vec![holder(OTHER, None, whole, true)],
            Err(yours),
        ),
    ];
    for (who, at, before, holders, expected) in cases {
        let approval = Approval {
            maker_id: staff(MAKER),
            branch_id: at.map(branch),
            ..asked.clone()
        };
        let step = Step {
            decided_by: before.map(staff),
            ..step.clone()
        };
        let told = rule::may_decide(&approval, &[step], staff(who), &holders);
        let told = told.as_ref().map(|way| *way).map_err(Refusal::code);
        assert_eq!(told, expected, "{who} {at:?} {before:?} {holders:?}");
    }
}

#[test]
fn a_step_is_for_somebody_else_whose_role_reaches_the_branch() {
    const MAKER: u8 = 1;
    const ABOUT: u8 = 3;
    let holder = |who, at: Option<u8>, data_scope| Holder {
        staff_id: staff(who),
        branch_id: at.map(branch),
        data_scope,
        stands_in: false,
    };
    let (whole, own) = (DataScope::Centre, DataScope::OwnBranch);
    let parties = Parties::of(staff(MAKER), "staff", &staff(ABOUT).to_string());
    let cases = [
        (holder(MAKER, None, whole), None, false),
        (holder(ABOUT, None, whole), None, false),
        (holder(2, Some(8), own), Some(7), false),
        (holder(2, Some(7), own), None, false),
        (holder(2, Some(7), own), Some(7), true),
        (holder(2, None, whole), Some(7), true),
    ];
    for (holder, at, expected) in cases {
        let told = rule::could_decide(&holder, parties, at.map(branch));
        assert_eq!(told, expected, "{holder:?} {at:?}");
    }
}

#[test]
fn a_request_is_about_somebody_where_it_is_about_staff() {
    let id = staff(3).to_string();
    for (kind, id, about) in [
        ("staff", id.as_str(), Some(staff(3))),
        ("staff", "x", None),
        ("remittance", id.as_str(), None),
    ] {
        assert_eq!(Parties::of(staff(1), kind, id).about, about, "{kind} {id}");
    }
}

/// Who could decide each step → the step for which nobody is left.
#[test]
fn steps_take_as_many_people() {
    let cases: &[(&[&[u8]], Option<usize>)] = &[
        (&[], None),
        (&[&[]], Some(0)),
        (&[&[1], &[1]], Some(1)),
        (&[&[1, 2], &[1]], None),
        (&[&[1, 2], &[1], &[2]], Some(2)),
        (&[&[1, 2, 3], &[1], &[2]], None),
        (&[&[1, 2], &[1, 3], &[1]], None),
    ];
    for (steps, expected) in cases {
        let deciders: Vec<Vec<StaffId>> = steps
            .iter()
            .map(|people| people.iter().map(|one| staff(*one)).collect())
            .collect();
        assert_eq!(
            rule::step_without_decider(&deciders),
            *expected,
            "{steps:?}"
        );
    }
}

#[tokio::test]
async fn what_nobody_could_approve_is_refused_when_it_is_asked() {
    let desk = Desk::new().await;
    let maker = desk.someone("maker", &["maker", "reviewer"]).await;
    let app = &desk.house.app;
    desk.house
        .role("nobody", DataScope::Centre, &[&APPROVAL_DECIDE])
        .await;
    desk.flow("2026-11-21", &[("reviewer", 0), ("nobody", 1_000)])
        .await
        .unwrap();
    app.clock
        .set("2026-11-21T01:00:00.000000Z".parse().unwrap());
    let refused = act(app, &maker, &key("much"), 1_000).await;
    assert_eq!(code(refused), "approval_without_decider");
    assert!(
        desk.ask(&maker, 999).await != ApprovalId::NIL,
        "the step isn't taken"
    );
}

#[tokio::test]
async fn what_two_people_approve_is_done_once_as_its_maker() {
    let desk = Desk::new().await;
    let maker = desk.someone("maker", &["maker", "reviewer"]).await;
    let reviewer = desk.someone("reviewer", &["reviewer", "director"]).await;
    let director = desk.someone("director", &["director"]).await;
    let id = desk.ask(&maker, 2_000).await;
    // The same request again is the same request; another for the same thing waits its turn.
    assert_eq!(desk.ask(&maker, 2_000).await, id);
    let again = act(&desk.house.app, &maker, &key("again"), 2_000).await;
    assert_eq!(code(again), "approval_pending");

    assert_eq!(code(desk.approve(&maker, id).await), "approval_of_oneself");
    assert_eq!(
        code(desk.approve(&director, id).await),
        "approval_not_yours"
    );
    assert_eq!(
        (desk.waiting(&reviewer).await, desk.waiting(&director).await),
        (1, 0)
    );
    assert_eq!(desk.waiting(&maker).await, 0, "not even with the role");
    assert_eq!(
        desk.approve(&reviewer, id).await.unwrap(),
        ApprovalStatus::Pending
    );
    // The first step's checker has the second's role as well, and yet may not.
    let again = approve(&desk.house.app, &reviewer, &key("second"), id, None).await;
    assert_eq!(code(again), "approval_decided_before");
    assert_eq!(
        (desk.waiting(&reviewer).await, desk.waiting(&director).await),
        (0, 1)
    );
    let before = RUNS.load(Ordering::Relaxed);
    assert_eq!(
        desk.approve(&director, id).await.unwrap(),
        ApprovalStatus::Done
    );
    assert_eq!(RUNS.load(Ordering::Relaxed), before + 1);
    let view = show(&desk.house.app, &director, id).await.unwrap();
    assert_eq!(view.row.outcome.as_deref(), Some("完成"));
    assert!(view.can.is_empty() && view.steps.iter().all(|step| step.step.verdict.is_some()));
    desk.house.app.clock.advance(Duration::from_secs(60));
    assert_eq!(desk.run_jobs().await, 0, "it was carried out at once");
    let mut tx = desk.house.app.db.read(desk.house.centre).await.unwrap();
    assert_eq!(verify(&mut tx).await.unwrap(), []);
}

#[tokio::test]
async fn an_amount_below_the_second_step_takes_one() {
    let desk = Desk::new().await;
    let maker = desk.someone("maker", &["maker"]).await;
    let reviewer = desk.someone("reviewer", &["reviewer"]).await;
    let id = desk.ask(&maker, 999).await;
    assert_eq!(
        desk.approve(&reviewer, id).await.unwrap(),
        ApprovalStatus::Done
    );
}

#[tokio::test]
async fn a_crash_before_it_was_carried_out_is_made_good() {
    let desk = Desk::new().await;
    let maker = desk.someone("maker", &["maker"]).await;
    let reviewer = desk.someone("reviewer", &["reviewer"]).await;
    let id = desk.ask(&maker, 700).await;
    let app = &desk.house.app;
    let status = approve(app, &reviewer, &key("crash"), id, Some("同意"))
        .await
        .unwrap();
    assert_eq!(status, ApprovalStatus::Approved);
    app.clock.advance(Duration::from_secs(60));
    assert_eq!(desk.run_jobs().await, 1);
    let view = show(app, &reviewer, id).await.unwrap();
    assert_eq!(view.row.status, ApprovalStatus::Done);
    assert_eq!(view.steps[0].step.note.as_deref(), Some("同意"));
}

/// What is only in the way for now doesn't end a request, and is no refusal for who approved.
#[tokio::test]
async fn what_is_unavailable_when_it_is_approved_is_carried_out_later() {
    let desk = Desk::new().await;
    let maker = desk.someone("maker", &["maker"]).await;
    let reviewer = desk.someone("reviewer", &["reviewer"]).await;
    let id = desk.ask(&maker, WAITS).await;
    let app = &desk.house.app;
    let status = async || show(app, &reviewer, id).await.unwrap().row.status;
    let answered = desk.approve(&reviewer, id).await.unwrap();
    assert_eq!(answered, ApprovalStatus::Approved);
    app.clock.advance(Duration::from_secs(60));
    assert_eq!(desk.run_jobs().await, 1);
    assert_eq!(status().await, ApprovalStatus::Approved);
    app.clock
        .set("2026-11-21T00:30:00.000000Z".parse().unwrap());
    assert_eq!(desk.run_jobs().await, 1);
    assert_eq!(status().await, ApprovalStatus::Done);
}

/// A request whose job is given up doesn't keep its thing for ever.
#[tokio::test]
async fn what_broke_every_time_ends_when_its_job_is_given_up() {
    let desk = Desk::new().await;
    let maker = desk.someone("maker", &["maker"]).await;
    let reviewer = desk.someone("reviewer", &["reviewer"]).await;
    let id = desk.ask(&maker, BREAKS).await;
    let (app, system) = (&desk.house.app, &desk.house.system);
    let answered = desk.approve(&reviewer, id).await.unwrap();
    assert_eq!(answered, ApprovalStatus::Approved);
    for _ in 0..job::MAX_ATTEMPTS {
        app.clock.advance(Duration::from_secs(3_600));
        assert_eq!(desk.run_jobs().await, 1);
    }
    let mut tx = app.db.read(desk.house.centre).await.unwrap();
    let dead = job::undone_of(&mut tx, &CARRY_OUT, id).await.unwrap();
    drop(tx);
    let again = act(app, &maker, &key("again"), BREAKS).await;
    assert_eq!(code(again), "approval_pending");
    let (jobs, reason) = (carrying_out(), "系统故障");
    job::cancel(app, &jobs, system, &key("give-up"), dead.unwrap(), reason)
        .await
        .unwrap();
    let view = show(app, &reviewer, id).await.unwrap();
    assert_eq!(view.row.status, ApprovalStatus::Refused);
    let outcome = view.row.outcome.unwrap();
    assert_eq!(outcome, "办理未成，已取消：系统故障");
    let anew = act(app, &maker, &key("anew"), BREAKS).await.unwrap();
    assert!(matches!(anew, Outcome::Pending(other) if other != id));
}

/// What can't be done any more when it is approved ends refused, and says why.
#[tokio::test]
async fn what_is_refused_by_fresh_checks_says_so() {
    let desk = Desk::new().await;
    let maker = desk.someone("maker", &["maker"]).await;
    let reviewer = desk.someone("reviewer", &["reviewer"]).await;
    let id = desk.ask(&maker, 800).await;
    let system = &desk.house.system;
    let app = &desk.house.app;
    leave(app, system, &key("leave"), maker.actor.staff_id().unwrap())
        .await
        .unwrap_err();
    desk.house.administrators().await;
    leave(app, system, &key("leave"), maker.actor.staff_id().unwrap())
        .await
        .unwrap();
    assert_eq!(
        desk.approve(&reviewer, id).await.unwrap(),
        ApprovalStatus::Refused
    );
    let view = show(app, &reviewer, id).await.unwrap();
    assert!(view.row.outcome.unwrap().contains("已离职"));
}

#[tokio::test]
async fn a_request_is_given_back_with_a_reason_or_taken_back_by_its_maker() {
    let desk = Desk::new().await;
    let maker = desk.someone("maker", &["maker"]).await;
    let reviewer = desk.someone("reviewer", &["reviewer"]).await;
    let app = &desk.house.app;
    let id = desk.ask(&maker, 100).await;
    let without = give_back(app, &reviewer, &key("without"), id, " ").await;
    assert_eq!(code(without), "approval_note_invalid");
    give_back(app, &reviewer, &key("back"), id, "金额有误")
        .await
        .unwrap();
    assert_eq!(
        code(desk.approve(&reviewer, id).await),
        "approval_not_pending"
    );
    // It may be asked again, under another key.
    let again = act(app, &maker, &key("anew"), 100).await.unwrap();
    let Outcome::Pending(again) = again else {
        panic!()
    };
    assert_ne!(again, id);
    assert_eq!(
        code(withdraw(app, &reviewer, &key("theirs"), again).await),
        "approval_unknown"
    );
    withdraw(app, &maker, &key("mine"), again).await.unwrap();
    assert_eq!(
        code(withdraw(app, &maker, &key("twice"), again).await),
        "approval_not_pending"
    );
}

#[tokio::test]
async fn a_deputy_decides_while_somebody_is_away() {
    let desk = Desk::new().await;
    let maker = desk.someone("maker", &["maker"]).await;
    let reviewer = desk.someone("reviewer", &["reviewer"]).await;
    let deputy = desk.someone("deputy", &["director"]).await;
    let app = &desk.house.app;
    let id = desk.ask(&maker, 300).await;
    let new = |first: &str, last: &str| NewDelegation {
        from_staff: reviewer.actor.staff_id().unwrap(),
        to_staff: deputy.actor.staff_id().unwrap(),
        first_day: first.to_owned(),
        last_day: last.to_owned(),
        reason: "休假".to_owned(),
    };
    for (first, last) in [
        ("2026-11-19", "2026-11-30"),
        ("2026-11-25", "2026-11-24"),
        ("x", "y"),
    ] {
        let refused = delegate(
            app,
            &reviewer,
            &key(&format!("bad-{first}")),
            &new(first, last),
        )
        .await;
        assert_eq!(code(refused), "delegation_invalid", "{first} {last}");
    }
    let not_theirs = delegate(
        app,
        &deputy,
        &key("theirs"),
        &new("2026-11-21", "2026-11-30"),
    )
    .await;
    assert_eq!(
        code(not_theirs),
        "action_forbidden",
        "not even with a right to name one's own"
    );
    assert_eq!(
        (
            desk.waiting(&deputy).await,
            code(desk.approve(&deputy, id).await)
        ),
        (0, "approval_not_yours")
    );
    let today = delegate(
        app,
        &reviewer,
        &key("today"),
        &new("2026-11-20", "2026-11-20"),
    )
    .await
    .unwrap();
    assert_eq!(desk.waiting(&deputy).await, 1);
    end_delegation(app, &reviewer, &key("end"), today)
        .await
        .unwrap();
    assert_eq!(desk.waiting(&deputy).await, 0);
    delegate(
        app,
        &reviewer,
        &key("anew"),
        &new("2026-11-20", "2026-11-21"),
    )
    .await
    .unwrap();
    assert_eq!(
        desk.approve(&deputy, id).await.unwrap(),
        ApprovalStatus::Done
    );
    let view = show(app, &deputy, id).await.unwrap();
    assert_eq!(view.steps[0].step.instead_of, reviewer.actor.staff_id());
    assert_eq!(delegations(app, &reviewer).await.unwrap().len(), 2);
    let mut tx = app.db.read(desk.house.centre).await.unwrap();
    assert_eq!(verify(&mut tx).await.unwrap(), []);
}

#[tokio::test]
async fn a_flow_holds_from_its_day_and_one_without_steps_asks_nobody() {
    let desk = Desk::new().await;
    let maker = desk.someone("maker", &["maker"]).await;
    assert_eq!(
        code(desk.flow("2026-11-20", &[]).await),
        "approval_flow_exists"
    );
    assert_eq!(
        code(desk.flow("2026-11-19", &[]).await),
        "approval_flow_too_early"
    );
    assert_eq!(
        code(desk.flow("2026-12-01", &[("nobody", 0)]).await),
        "role_unknown"
    );
    let falling = desk
        .flow("2026-12-01", &[("reviewer", 5), ("director", 0)])
        .await;
    assert_eq!(code(falling), "approval_flow_invalid");
    desk.flow("2026-11-21", &[]).await.unwrap();
    let begun = desk.ask(&maker, 400).await;
    desk.house
        .app
        .clock
        .set("2026-11-21T00:30:00.000000Z".parse().unwrap());
    let free = act(&desk.house.app, &maker, &key("free"), 401)
        .await
        .unwrap();
    assert_eq!(free, Outcome::Done(()));
    // What was asked before goes its way by the flow it began with.
    let reviewer = desk.someone("reviewer", &["reviewer"]).await;
    assert_eq!(
        desk.approve(&reviewer, begun).await.unwrap(),
        ApprovalStatus::Done
    );
    let views = flows(&desk.house.app, &desk.house.system).await.unwrap();
    let in_force: Vec<bool> = views.iter().map(|view| view.in_force).collect();
    assert_eq!(in_force, [true, false]);
}

/// What was altered behind the program's back is found.
#[tokio::test]
async fn an_altered_request_is_found() {
    db::statements! {
        RAISE: () => () = "UPDATE approval SET amount_fen = amount_fen + 1 WHERE centre_id = $1";
        SLIP: () => () = "UPDATE approval_step SET term_days = 9 WHERE centre_id = $1";
        SAY: () => () = "UPDATE approval SET summary = '别的', maker_name = '别人' WHERE centre_id = $1";
        HIDE: () => () = "DELETE FROM approval_step WHERE centre_id = $1";
        DATE: () => () = "UPDATE approval_flow SET reason = '别的' WHERE centre_id = $1";
        EASE: () => () = "UPDATE approval_flow_step SET from_fen = 100000 WHERE centre_id = $1 AND step_no = 2";
    }
    for (statement, expected) in [
        (&RAISE, "approval_facts_differ"),
        (&SLIP, "approval_facts_differ"),
        (&SAY, "approval_facts_differ"),
        (&HIDE, "approval_facts_differ"),
        (&DATE, "approval_flow_differs"),
        (&EASE, "approval_flow_differs"),
    ] {
        let desk = Desk::new().await;
        let maker = desk.someone("maker", &["maker"]).await;
        desk.ask(&maker, 600).await;
        let mut tx = desk.house.app.db.write(desk.house.centre).await.unwrap();
        tx.execute(statement, ()).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = desk.house.app.db.read(desk.house.centre).await.unwrap();
        let found = verify(&mut tx).await.unwrap();
        let codes: Vec<&str> = found.iter().map(|finding| finding.code).collect();
        assert_eq!(codes, [expected]);
    }
}

/// A caller whose approval is for something else can't go on with it.
#[tokio::test]
async fn an_approval_is_for_what_was_asked() {
    let desk = Desk::new().await;
    let maker = desk.someone("maker", &["maker"]).await;
    let reviewer = desk.someone("reviewer", &["reviewer"]).await;
    let id = desk.ask(&maker, 650).await;
    let app = &desk.house.app;
    approve(app, &reviewer, &key("yes"), id, None)
        .await
        .unwrap();
    let carrying = Caller {
        approved: Some(id),
        ..maker
    };
    let other = act(app, &carrying, &key("other"), 651).await;
    assert!(matches!(other, Err(Error::Broken(_))));
    assert_eq!(
        act(app, &carrying, &key("same"), 650).await.unwrap(),
        Outcome::Done(())
    );
}
