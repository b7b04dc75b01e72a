//! Rights that one person gives and another approves.

use std::collections::BTreeSet;

use kernel::{ApprovalId, Refusal, Result, StaffId};

use super::{APPROVABLE, Assignment, STAFF_ASSIGN, by_sign_in_name, change, leave};
use crate::approval::{
    self, APPROVAL_DECIDE, Approvable, ApprovalStatus, NewFlow, NewStep, Outcome,
};
use crate::role::{self, NewRole, ROLE_ADD};
use crate::testing::{self, ACT, House, key, known};
use crate::{Caller, DataScope, session};

const BUSINESSES: &[Approvable] = &[
    APPROVABLE,
    Approvable {
        business: &ROLE_ADD,
        by_amount: false,
        run: |run| Box::pin(async move { role::run_approved_add(run, &known()).await }),
    },
];

/// A house in which rights take a director: `zhao` gives roles and adds them, `zhou` is the director,
/// `qian` a clerk.
struct Desk {
    house: House,
    zhao: Caller,
    zhou: StaffId,
    qian: StaffId,
}

impl Desk {
    async fn new() -> Desk {
        let house = testing::house().await;
        house.administrators().await;
        let whole = DataScope::Centre;
        house.role("security", whole, &[&ROLE_ADD]).await;
        house.role("director", whole, &[&APPROVAL_DECIDE]).await;
        house.role("clerk", whole, &[&ACT]).await;
        house.role("teller", whole, &[&ACT]).await;
        let mut tx = house.app.db.read(house.centre).await.unwrap();
        let zhao = by_sign_in_name(&mut tx, "zhao").await.unwrap().staff_id;
        drop(tx);
        give(&house, zhao, "security").await;
        let zhou = house.staff("zhou", None).await;
        give(&house, zhou, "director").await;
        let qian = house.staff("qian", None).await;
        give(&house, qian, "clerk").await;
        let zhao = caller(&house, zhao).await;
        let desk = Desk {
            house,
            zhao,
            zhou,
            qian,
        };
        for business in [&STAFF_ASSIGN, &ROLE_ADD] {
            desk.flow(business.code, "2026-11-20", &["director"]).await;
        }
        desk
    }

    async fn flow(&self, business: &str, from: &str, roles: &[&str]) {
        let step = |role: &&str| NewStep {
            role: (*role).to_owned(),
            from_fen: kernel::Fen::ZERO,
            term_days: 2,
        };
        let new = NewFlow {
            business: business.to_owned(),
            effective_from: from.to_owned(),
            source: "内控办法第三条".to_owned(),
            reason: "授权与审批分离".to_owned(),
            steps: roles.iter().map(step).collect(),
        };
        let (app, system) = (&self.house.app, &self.house.system);
        let word = key(&format!("{business}-{from}"));
        approval::record_flow(app, system, &word, BUSINESSES, &new)
            .await
            .unwrap();
    }

    async fn ask(&self, word: &str, of: StaffId, roles: &[&str]) -> Result<ApprovalId> {
        let to = assignment(roles);
        match change(&self.house.app, &self.zhao, &key(word), of, &to).await? {
            Outcome::Pending(id) => Ok(id),
            Outcome::Done(()) => panic!("nobody was asked"),
        }
    }

    async fn approve(&self, who: StaffId, id: ApprovalId) -> Result<ApprovalStatus> {
        let caller = caller(&self.house, who).await;
        let word = key(&id.to_string());
        let app = &self.house.app;
        approval::approve_and_carry_out(app, BUSINESSES, &caller, &word, id, None).await
    }

    /// What an approver reads, and what came of it.
    async fn told(&self, id: ApprovalId) -> (String, Option<String>) {
        let shown = approval::show(&self.house.app, &self.zhao, id)
            .await
            .unwrap();
        (shown.row.summary, shown.row.outcome)
    }

    async fn roles(&self, of: StaffId) -> Vec<String> {
        let mut tx = self.house.app.db.read(self.house.centre).await.unwrap();
        role::codes_in(&mut tx, of).await.unwrap()
    }

    /// What the system, which asks nobody, puts somebody into.
    async fn put(&self, word: &str, of: StaffId, roles: &[&str]) -> Result<()> {
        let (app, system) = (&self.house.app, &self.house.system);
        let done = change(app, system, &key(word), of, &assignment(roles)).await?;
        assert_eq!(done, Outcome::Done(()));
        Ok(())
    }
}

async fn give(house: &House, id: StaffId, role: &str) {
    let word = key(&format!("give-{role}"));
    role::assign(&house.app, &house.system, &word, id, role)
        .await
        .unwrap();
}

async fn caller(house: &House, id: StaffId) -> Caller {
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    let caller = session::caller_of_staff_in(&mut tx, id).await.unwrap();
    caller.unwrap()
}

fn assignment(roles: &[&str]) -> Assignment {
    Assignment {
        branch_id: None,
        department_id: None,
        roles: roles.iter().map(|role| (*role).to_owned()).collect(),
    }
}

fn code<T: std::fmt::Debug>(result: Result<T>) -> &'static str {
    let error = result.unwrap_err();
    error.refusal().map_or("broken", Refusal::code)
}

#[tokio::test]
async fn roles_are_given_when_the_director_has_approved_them() {
    let desk = Desk::new().await;
    let id = desk
        .ask("both", desk.qian, &["clerk", "teller"])
        .await
        .unwrap();
    assert_eq!(
        desk.roles(desk.qian).await,
        ["clerk"],
        "nothing is done yet"
    );
    let (summary, _) = desk.told(id).await;
    assert_eq!(
        summary,
        "调整qian甲（qian）的岗位和角色：角色由“clerk”改为“clerk、teller”"
    );
    assert_eq!(
        desk.ask("both", desk.qian, &["clerk", "teller"])
            .await
            .unwrap(),
        id,
        "one key asks once"
    );
    assert_eq!(
        code(desk.ask("again", desk.qian, &["teller"]).await),
        "approval_pending"
    );
    assert_eq!(
        desk.approve(desk.zhou, id).await.unwrap(),
        ApprovalStatus::Done
    );
    assert_eq!(desk.roles(desk.qian).await, ["clerk", "teller"]);
    // Who asked is on the trail, and who approved.
    let events = desk.house.audit_events().await;
    let given = events
        .iter()
        .rev()
        .find(|event| event.action == STAFF_ASSIGN.code);
    assert_eq!(given.unwrap().actor, desk.zhao.actor.label());
    let mut tx = desk.house.app.db.read(desk.house.centre).await.unwrap();
    assert_eq!(approval::verify(&mut tx).await.unwrap(), []);
}

#[tokio::test]
async fn what_is_wrong_is_told_before_anybody_is_asked() {
    let desk = Desk::new().await;
    let own = desk.zhao.actor.staff_id().unwrap();
    let cases: &[(StaffId, &[&str], &str)] = &[
        (desk.qian, &[], "staff_roles_missing"),
        (desk.qian, &["king"], "role_unknown"),
        (desk.qian, &["clerk", "audit"], "staff_roles_conflict"),
        (own, &["clerk"], "staff_is_oneself"),
        (StaffId::NIL, &["clerk"], "staff_unknown"),
        // Nobody but the director could decide it, and of oneself nobody does.
        (
            desk.zhou,
            &["director", "clerk"],
            "approval_without_decider",
        ),
        (desk.zhou, &["clerk"], "approval_last_decider"),
    ];
    for (of, roles, expected) in cases {
        assert_eq!(
            code(desk.ask("wrong", *of, roles).await),
            *expected,
            "{roles:?}"
        );
    }
    let asked = desk.house.audit_events().await;
    assert!(
        asked.iter().all(|event| event.action != "approval.ask"),
        "{asked:?}"
    );
}

#[tokio::test]
async fn nobody_decides_on_themselves() {
    let desk = Desk::new().await;
    let second = desk.house.staff("wu", None).await;
    let id = desk.ask("second", second, &["director"]).await.unwrap();
    assert_eq!(
        desk.approve(desk.zhou, id).await.unwrap(),
        ApprovalStatus::Done
    );
    let id = desk
        .ask("more", desk.zhou, &["director", "clerk"])
        .await
        .unwrap();
    assert_eq!(
        code(desk.approve(desk.zhou, id).await),
        "approval_of_oneself"
    );
    let waiting = async |who: StaffId| {
        let query = db::ListQuery {
            filters: vec![("waits_for_me".to_owned(), "true".to_owned())],
            limit: 9,
            ..db::ListQuery::default()
        };
        let caller = caller(&desk.house, who).await;
        let page = approval::approvals(&desk.house.app, &caller, &query).await;
        page.unwrap().items.len()
    };
    assert_eq!((waiting(desk.zhou).await, waiting(second).await), (0, 1));
    assert_eq!(
        desk.approve(second, id).await.unwrap(),
        ApprovalStatus::Done
    );
    assert_eq!(desk.roles(desk.zhou).await, ["clerk", "director"]);
}

/// What became of somebody between the asking and the approval.
#[tokio::test]
async fn what_can_not_be_done_any_more_ends_refused() {
    let desk = Desk::new().await;
    let (app, system) = (&desk.house.app, &desk.house.system);
    let second = desk.house.staff("shen2", None).await;
    desk.put("second", second, &["audit"]).await.unwrap();
    let id = desk.ask("one", second, &["clerk"]).await.unwrap();
    let mut tx = app.db.read(desk.house.centre).await.unwrap();
    let first = by_sign_in_name(&mut tx, "shen").await.unwrap().staff_id;
    drop(tx);
    desk.put("first", first, &["clerk"]).await.unwrap();
    assert_eq!(
        desk.approve(desk.zhou, id).await.unwrap(),
        ApprovalStatus::Refused
    );
    let (_, outcome) = desk.told(id).await;
    assert!(
        outcome.unwrap().contains("审计管理"),
        "the last of the power stays"
    );
    assert_eq!(desk.roles(second).await, ["audit"]);

    let id = desk.ask("gone", desk.qian, &["teller"]).await.unwrap();
    leave(app, system, &key("gone"), desk.qian).await.unwrap();
    assert_eq!(
        desk.approve(desk.zhou, id).await.unwrap(),
        ApprovalStatus::Refused
    );
    assert_eq!(
        desk.told(id).await.1.as_deref(),
        Some("qian甲已登记离职，不能再办理变更")
    );
}

#[tokio::test]
async fn the_last_who_decides_on_rights_stays() {
    let desk = Desk::new().await;
    let (app, system) = (&desk.house.app, &desk.house.system);
    let gone = leave(app, system, &key("gone"), desk.zhou).await;
    assert_eq!(code(gone), "approval_last_decider");
    assert_eq!(
        code(desk.put("away", desk.zhou, &["clerk"]).await),
        "approval_last_decider"
    );
    let second = desk.house.staff("wu", None).await;
    desk.put("second", second, &["director"]).await.unwrap();
    leave(app, system, &key("gone"), desk.zhou).await.unwrap();
    assert_eq!(
        code(leave(app, system, &key("wu"), second).await),
        "approval_last_decider"
    );
    // Where nothing needs approval nobody has to stay for it.
    desk.flow(STAFF_ASSIGN.code, "2026-11-21", &[]).await;
    app.clock
        .set("2026-11-21T00:30:00.000000Z".parse().unwrap());
    leave(app, system, &key("wu"), second).await.unwrap();
}

#[tokio::test]
async fn a_role_is_added_when_the_director_has_approved_it() {
    let desk = Desk::new().await;
    let app = &desk.house.app;
    let new = |code: &str, actions: &[&str]| NewRole {
        code: code.to_owned(),
        name: "巡查".to_owned(),
        data_scope: DataScope::OwnBranch,
        actions: actions
            .iter()
            .map(|one| (*one).to_owned())
            .collect::<BTreeSet<_>>(),
    };
    for (wrong, expected) in [
        (new("clerk", &["trial.act"]), "role_code_taken"),
        (new("x", &["trial.none"]), "role_action_unknown"),
        (new("x", &["trial.act", "audit.read"]), "role_powers_mixed"),
    ] {
        let asked = role::add(app, &desk.zhao, &key("wrong"), wrong, &known()).await;
        assert_eq!(code(asked), expected);
    }
    let asked = async |word: &str, code: &str| {
        let new = new(code, &["trial.act", "branch.read"]);
        match role::add(app, &desk.zhao, &key(word), new, &known())
            .await
            .unwrap()
        {
            Outcome::Pending(id) => id,
            Outcome::Done(_) => panic!("nobody was asked"),
        }
    };
    let id = asked("patrol", "patrol").await;
    let (summary, _) = desk.told(id).await;
    assert_eq!(
        summary,
        "新增角色“巡查”（patrol），数据范围本管理部，可办理 2 项：查看管理部、试验"
    );
    assert_eq!(
        desk.approve(desk.zhou, id).await.unwrap(),
        ApprovalStatus::Done
    );
    assert_eq!(desk.told(id).await.1.as_deref(), Some("已新增角色“巡查”"));
    // Somebody took the code meanwhile.
    let id = asked("guard", "guard").await;
    desk.house.role("guard", DataScope::Centre, &[&ACT]).await;
    assert_eq!(
        desk.approve(desk.zhou, id).await.unwrap(),
        ApprovalStatus::Refused
    );
}
