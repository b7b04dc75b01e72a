use std::collections::BTreeSet;

use db::{ListQuery, Sealed};
use kernel::Actor;

use super::*;
use crate::testing::{self, ACT, House, PASSWORD, key};
use crate::{DataScope, Grants, department, role, session};

db::statements! {
    STORED: (StaffId,) => (Option<Sealed>, String) =
        "SELECT phone, password_hash FROM staff WHERE centre_id = $1 AND staff_id = $2";
    MOVE_PHONE: (StaffId, StaffId) => () =
        "UPDATE staff SET phone = (SELECT o.phone FROM staff o
          WHERE o.centre_id = $1 AND o.staff_id = $2)
         WHERE centre_id = $1 AND staff_id = $3";
    KEPT_HASHES: () => (db::Digest32,) =
        "SELECT request_hash FROM idempotency_key
         WHERE centre_id = $1 AND operation = 'staff.add' ORDER BY taken_at";
}

fn new(sign_in_name: &str) -> NewStaff {
    NewStaff {
        sign_in_name: sign_in_name.to_owned(),
        name: "张三".to_owned(),
        branch_id: None,
        department_id: None,
        phone: None,
    }
}

async fn refused(house: &House, new: NewStaff, password: &str) -> (&'static str, Option<String>) {
    let added = add(&house.app, &house.system, &key("refused"), new, password).await;
    let error = added.unwrap_err();
    let refusal = error.refusal().unwrap();
    (refusal.code(), refusal.field().map(str::to_owned))
}

#[tokio::test]
async fn staff_that_could_not_sign_in_or_be_placed_are_refused() {
    let house = testing::house().await;
    house.staff("zhangsan", None).await;
    let branch = Some(BranchId::new(&house.app.clock));
    let department = Some(DepartmentId::new(&house.app.clock));
    let cases = [
        (
            new("z"),
            PASSWORD,
            "staff_sign_in_name_invalid",
            "sign_in_name",
        ),
        (
            new("zhang san"),
            PASSWORD,
            "staff_sign_in_name_invalid",
            "sign_in_name",
        ),
        (
            new("ZhangSan"),
            PASSWORD,
            "staff_sign_in_name_taken",
            "sign_in_name",
        ),
        (new("lisi"), "Ab1-34567", "password_too_short", "password"),
        (
            new("lisi"),
            &"密Aa1".repeat(33),
            "password_too_long",
            "password",
        ),
        (
            NewStaff {
                name: " ".to_owned(),
                ..new("lisi")
            },
            PASSWORD,
            "staff_name_invalid",
            "name",
        ),
        (
            NewStaff {
                phone: Some("八四四".to_owned()),
                ..new("lisi")
            },
            PASSWORD,
            "staff_phone_invalid",
            "phone",
        ),
        (
            NewStaff {
                branch_id: branch,
                ..new("lisi")
            },
            PASSWORD,
            "branch_unknown",
            "branch_id",
        ),
        (
            NewStaff {
                department_id: department,
                ..new("lisi")
            },
            PASSWORD,
            "department_unknown",
            "department_id",
        ),
    ];
    for (new, password, code, field) in cases {
        let told = format!("{new:?}");
        let expected = (code, Some(field.to_owned()));
        assert_eq!(refused(&house, new, password).await, expected, "{told}");
    }
}

#[tokio::test]
async fn the_phone_is_sealed_and_the_password_hashed() {
    let house = testing::house().await;
    let finance = department::NewDepartment {
        code: "CW".to_owned(),
        name: "财务科".to_owned(),
    };
    let department_id = Some(
        department::add(&house.app, &house.system, &key("dept"), finance)
            .await
            .unwrap(),
    );
    let who = NewStaff {
        phone: Some("0731-84461234".to_owned()),
        department_id,
        ..new("zhangsan")
    };
    let id = add(
        &house.app,
        &house.system,
        &key("add"),
        who.clone(),
        PASSWORD,
    )
    .await
    .unwrap();
    let again = add(&house.app, &house.system, &key("add"), who, PASSWORD)
        .await
        .unwrap();
    assert_eq!(again, id, "the same request adds once");
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    let (phone, hash) = tx.one(&STORED, (id,)).await.unwrap();
    let row = tx.keys().of_row(house.centre, id);
    let opened = row.open(PHONE, &phone.unwrap()).unwrap();
    assert_eq!(opened, "0731-84461234");
    assert!(hash.starts_with("$argon2id$") && !hash.contains(PASSWORD));
    assert_eq!(
        by_sign_in_name(&mut tx, "ZhangSan ")
            .await
            .unwrap()
            .staff_id,
        id
    );
    assert!(by_sign_in_name(&mut tx, "lisi").await.is_err());
}

#[tokio::test]
async fn a_phone_moved_to_another_row_is_found_and_named() {
    let house = testing::house().await;
    let mut ids = Vec::new();
    for (name, phone) in [("zhangsan", "84461234"), ("lisi", "84465678")] {
        let who = NewStaff {
            phone: Some(phone.to_owned()),
            ..new(name)
        };
        let added = add(&house.app, &house.system, &key(name), who, PASSWORD).await;
        ids.push(added.unwrap());
    }
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    assert_eq!(verify(&mut tx).await.unwrap(), []);
    tx.execute_one(&MOVE_PHONE, (ids[0], ids[1])).await.unwrap();
    let found = verify(&mut tx).await.unwrap();
    let [finding] = &found[..] else {
        panic!("{found:?}");
    };
    assert_eq!(finding.code, "staff_sealed_value_altered");
    assert_eq!(finding.field, format!("/staff/{}", ids[1]));
}

#[tokio::test]
async fn the_kept_request_hash_tells_nothing_of_the_password() {
    let (one, two) = (testing::house().await, testing::house().await);
    let hash_under = async |house: &House, password: &str| {
        add(
            &house.app,
            &house.system,
            &key("add"),
            new("zhangsan"),
            password,
        )
        .await
        .unwrap();
        let mut tx = house.app.db.read(house.centre).await.unwrap();
        tx.one(&KEPT_HASHES, ()).await.unwrap()
    };
    assert_eq!(
        hash_under(&one, PASSWORD).await,
        hash_under(&two, "完全不同的一个密码a1").await
    );
}

#[tokio::test]
async fn a_branch_s_own_clerk_sees_its_own_branch_s_staff() {
    let house = testing::house().await;
    let (here, there) = (house.branch("CX").await, house.branch("XC").await);
    house.staff("zhangsan", Some(here)).await;
    house.staff("lisi", Some(there)).await;
    house.staff("wangwu", None).await;
    let query = ListQuery {
        limit: 50,
        ..ListQuery::default()
    };
    let seen = async |caller: &Caller| -> Vec<String> {
        let all = list(&house.app, caller, &query).await.unwrap().items;
        all.into_iter().map(|staff| staff.sign_in_name).collect()
    };
    assert_eq!(seen(&house.system).await, ["lisi", "wangwu", "zhangsan"]);
    let mut clerk = house.clerk_without_roles().await;
    assert!(list(&house.app, &clerk, &query).await.is_err());
    let granted = [(STAFF_READ.code.to_owned(), DataScope::OwnBranch)];
    clerk.grants = std::sync::Arc::new(Grants::listed(Some(here), granted));
    assert_eq!(seen(&clerk).await, ["zhangsan"]);
    let another = list(&house.app, &house.system, &query).await.unwrap();
    let another = another
        .items
        .iter()
        .find(|staff| staff.sign_in_name == "lisi");
    let denied = show(&house.app, &clerk, another.unwrap().staff_id).await;
    assert_eq!(code(denied), "action_forbidden");
    assert!(!clerk.may(&ACT, Scope::Branch(here)));
}

#[tokio::test]
async fn actors_are_named_by_their_labels() {
    let house = testing::house().await;
    let staff_id = house.staff("zhangsan", None).await;
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    let names = names_in(&mut tx).await.unwrap();
    let called = by_sign_in_name(&mut tx, "zhangsan").await.unwrap().name;
    assert_eq!(names.of(&format!("staff:{staff_id}")), called);
    assert_eq!(names.of("system:bookkeeper"), "系统");
}

fn code<T>(outcome: Result<T>) -> &'static str {
    let Err(error) = outcome else {
        panic!("it was done");
    };
    error.refusal().unwrap().code()
}

fn assignment(roles: &[&str]) -> Assignment {
    Assignment {
        branch_id: None,
        department_id: None,
        roles: roles.iter().map(|role| (*role).to_owned()).collect(),
    }
}

/// What the caller of these tests may do: they are about what each act does, and who may do it in
/// a centre is told by its roles.
const ALL: [&Action; 5] = [
    &STAFF_ADD,
    &STAFF_ASSIGN,
    &STAFF_LEAVE,
    &STAFF_READ,
    &STAFF_RESET_PASSWORD,
];

/// A house with roles, somebody for each power, of whom `zhao` gives the roles, and its caller.
async fn administered() -> (House, Caller) {
    let house = testing::house().await;
    let whole = DataScope::Centre;
    house.administrators().await;
    house.role("clerk", whole, &[&ACT]).await;
    house.role("looker", whole, &[&STAFF_READ]).await;
    house.role("teller", DataScope::OwnBranch, &[&ACT]).await;
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    let zhao = by_sign_in_name(&mut tx, "zhao").await.unwrap().staff_id;
    drop(tx);
    let caller = caller(&house, zhao);
    (house, caller)
}

/// An administrator as a request would bring them.
fn caller(house: &House, staff_id: StaffId) -> Caller {
    let granted = ALL.map(|action| (action.code.to_owned(), DataScope::Centre));
    Caller {
        actor: Actor::staff(house.centre, staff_id),
        grants: std::sync::Arc::new(Grants::listed(None, granted)),
        ..house.system.clone()
    }
}

async fn hired(house: &House, name: &str, roles: &[&str]) -> Hired {
    let (app, system) = (&house.app, &house.system);
    let done = hire(app, system, &key(name), new(name)).await.unwrap();
    for role in roles {
        let key = key(&format!("{name}-{role}"));
        let given = role::assign(app, system, &key, done.staff_id, role).await;
        given.unwrap();
    }
    done
}

async fn token(house: &House, name: &str, password: &str) -> Result<String> {
    let signed_in = session::sign_in(
        &house.app,
        house.centre,
        name,
        password,
        session::Origin::default(),
    )
    .await?;
    Ok(signed_in.token)
}

/// A session of somebody just hired, once the password made for them is changed.
async fn settled(house: &House, name: &str, hired: &Hired) -> String {
    let initial = hired.initial_password.as_ref().unwrap();
    let token = token(house, name, initial.text()).await.unwrap();
    let holder = session::holder_of(&house.app, &token, None).await.unwrap();
    let changed = session::change_password(&house.app, &holder, initial.text(), PASSWORD).await;
    changed.unwrap();
    token
}

#[tokio::test]
async fn who_is_hired_signs_in_with_the_password_that_is_told_once() {
    let (house, _) = administered().await;
    let first = hired(&house, "qian", &["clerk"]).await;
    let again = hired(&house, "qian", &["clerk"]).await;
    assert_eq!(
        again.staff_id, first.staff_id,
        "the same request hires once"
    );
    assert!(again.initial_password.is_none());
    let password = first.initial_password.as_ref().unwrap();
    assert!(!format!("{password:?}").contains(password.text()));
    let token = settled(&house, "qian", &first).await;
    let caller = session::caller_of(&house.app, &token, None).await.unwrap();
    assert_eq!(caller.grants.actions(), ["trial.act"]);
}

#[tokio::test]
async fn who_has_no_role_yet_signs_in_and_may_do_nothing() {
    let (house, _) = administered().await;
    let sun = hired(&house, "sun", &[]).await;
    let token = settled(&house, "sun", &sun).await;
    let holder = session::holder_of(&house.app, &token, None).await.unwrap();
    assert_eq!(
        (holder.gate, holder.caller.grants.actions()),
        (None, vec![])
    );
    let profile = session::profile(&house.app, &holder).await.unwrap();
    assert_eq!(profile.roles, Vec::<String>::new());
}

#[tokio::test]
async fn a_change_of_roles_holds_from_the_next_request_on() {
    let (house, zhao) = administered().await;
    let qian = hired(&house, "qian", &["clerk"]).await;
    let token = settled(&house, "qian", &qian).await;
    let branch_id = Some(house.branch("CX").await);
    let there = Assignment {
        branch_id,
        ..assignment(&["looker"])
    };
    change(&house.app, &zhao, &key("move"), qian.staff_id, &there)
        .await
        .unwrap();
    change(&house.app, &zhao, &key("move"), qian.staff_id, &there)
        .await
        .unwrap();
    let caller = session::caller_of(&house.app, &token, None).await.unwrap();
    assert_eq!(
        (caller.branch, caller.grants.actions()),
        (branch_id, vec!["staff.read"])
    );
    let view = show(&house.app, &zhao, qian.staff_id).await.unwrap();
    let roles: Vec<&str> = view.roles.iter().map(|role| role.code.as_str()).collect();
    assert_eq!(roles, ["looker"]);
    let events = house.audit_events().await;
    let moves = events
        .iter()
        .filter(|event| event.detail.contains("roles_before"));
    let details: Vec<&str> = moves.map(|event| event.detail.as_str()).collect();
    assert_eq!(details.len(), 1, "{details:?}");
    assert!(
        details[0].contains(r#""roles_before":["clerk"]"#),
        "{details:?}"
    );
    assert!(
        details[0].contains(r#""sign_in_name":"qian""#),
        "{details:?}"
    );
}

#[tokio::test]
async fn a_change_that_can_not_be_is_refused() {
    let (house, zhao) = administered().await;
    let qian = hired(&house, "qian", &["clerk"]).await.staff_id;
    let clerk = assignment(&["clerk"]);
    let to = async |caller: &Caller, id, assignment: &Assignment| {
        code(change(&house.app, caller, &key("refused"), id, assignment).await)
    };
    let branch_id = Some(BranchId::new(&house.app.clock));
    let department_id = Some(DepartmentId::new(&house.app.clock));
    let stranger = StaffId::new(&house.app.clock);
    assert_eq!(
        to(&zhao, qian, &assignment(&[])).await,
        "staff_roles_missing"
    );
    assert_eq!(
        to(&zhao, qian, &assignment(&["king"])).await,
        "role_unknown"
    );
    assert_eq!(
        to(&zhao, qian, &assignment(&["clerk", "teller"])).await,
        "staff_branch_missing"
    );
    assert_eq!(
        to(&zhao, qian, &assignment(&["clerk", "admin"])).await,
        "staff_roles_conflict"
    );
    assert_eq!(to(&zhao, stranger, &clerk).await, "staff_unknown");
    let elsewhere = Assignment {
        branch_id,
        ..clerk.clone()
    };
    assert_eq!(to(&zhao, qian, &elsewhere).await, "branch_unknown");
    let elsewhere = Assignment {
        department_id,
        ..clerk.clone()
    };
    assert_eq!(to(&zhao, qian, &elsewhere).await, "department_unknown");
    let nobody = house.clerk_without_roles().await;
    assert_eq!(to(&nobody, qian, &clerk).await, "action_forbidden");
}

#[tokio::test]
async fn nobody_changes_themselves() {
    let (house, zhao) = administered().await;
    hired(&house, "qian", &["admin"]).await;
    let (app, own) = (&house.app, zhao.actor.staff_id().unwrap());
    let changed = change(
        app,
        &zhao,
        &key("own"),
        own,
        &assignment(&["admin", "clerk"]),
    )
    .await;
    assert_eq!(code(changed), "staff_is_oneself");
    assert_eq!(
        code(leave(app, &zhao, &key("own"), own).await),
        "staff_is_oneself"
    );
    let reset = reset_password(app, &zhao, &key("own"), own).await;
    assert_eq!(code(reset), "staff_is_oneself");
    assert!(show(app, &zhao, own).await.unwrap().can.is_empty());
}

#[tokio::test]
async fn the_last_administrator_of_each_power_stays() {
    let (house, zhao) = administered().await;
    let qian = hired(&house, "qian", &["admin"]).await.staff_id;
    let (app, zhao_id) = (&house.app, zhao.actor.staff_id().unwrap());
    // Two let each other go; both had the right when they asked.
    leave(app, &zhao, &key("one"), qian).await.unwrap();
    let other = leave(app, &caller(&house, qian), &key("other"), zhao_id).await;
    assert_eq!(code(other), "staff_last_administrator");
    for (name, named) in [
        ("zhao", "安全管理"),
        ("xi", "系统管理"),
        ("shen", "审计管理"),
    ] {
        let mut tx = app.db.read(house.centre).await.unwrap();
        let id = by_sign_in_name(&mut tx, name).await.unwrap().staff_id;
        drop(tx);
        let to_clerk = assignment(&["clerk"]);
        let other = change(app, &house.system, &key(name), id, &to_clerk).await;
        let refused = other.unwrap_err();
        let refusal = refused.refusal().unwrap();
        assert_eq!(refusal.code(), "staff_last_administrator");
        assert!(refusal.sentence().contains(named), "{}", refusal.sentence());
        let mut tx = app.db.read(house.centre).await.unwrap();
        let still = by_sign_in_name(&mut tx, name).await.unwrap();
        assert_eq!(still.status, StaffStatus::Active);
    }
}

#[tokio::test]
async fn who_has_left_is_out_at_once_and_for_good() {
    let (house, zhao) = administered().await;
    let qian = hired(&house, "qian", &["clerk"]).await;
    let password = qian.initial_password.unwrap();
    let token_of_qian = token(&house, "qian", password.text()).await.unwrap();
    let (app, id) = (&house.app, qian.staff_id);
    leave(app, &zhao, &key("leave"), id).await.unwrap();
    leave(app, &zhao, &key("leave"), id).await.unwrap();
    let next = session::caller_of(app, &token_of_qian, None).await;
    assert_eq!(code(next), "session_invalid");
    let back = token(&house, "qian", password.text()).await;
    assert_eq!(code(back), "sign_in_failed");
    assert_eq!(
        code(leave(app, &zhao, &key("again"), id).await),
        "staff_left"
    );
    let moved = change(app, &zhao, &key("again"), id, &assignment(&["clerk"])).await;
    assert_eq!(code(moved), "staff_left");
    let reset = reset_password(app, &zhao, &key("again"), id).await;
    assert_eq!(code(reset), "staff_left");
    let view = show(app, &zhao, id).await.unwrap();
    assert_eq!(view.left_at, Some(app.clock.now()));
    assert!(view.can.is_empty());
    let events = house.audit_events().await;
    let left = events.iter().find(|event| event.action == STAFF_LEAVE.code);
    assert_eq!(
        left.unwrap().detail,
        r#"{"sessions_ended":1,"sign_in_name":"qian"}"#
    );
}

#[tokio::test]
async fn a_new_password_takes_the_place_of_the_old_one_and_of_its_sessions() {
    let (house, zhao) = administered().await;
    let qian = hired(&house, "qian", &["clerk"]).await;
    let old = qian.initial_password.unwrap();
    let token_of_qian = token(&house, "qian", old.text()).await.unwrap();
    let (app, id) = (&house.app, qian.staff_id);
    let new = reset_password(app, &zhao, &key("reset"), id)
        .await
        .unwrap()
        .unwrap();
    assert!(
        reset_password(app, &zhao, &key("reset"), id)
            .await
            .unwrap()
            .is_none()
    );
    assert!(new != old);
    let next = session::caller_of(app, &token_of_qian, None).await;
    assert_eq!(code(next), "session_invalid");
    assert_eq!(
        code(token(&house, "qian", old.text()).await),
        "sign_in_failed"
    );
    token(&house, "qian", new.text()).await.unwrap();
    let events = house.audit_events().await;
    let reset = events
        .iter()
        .find(|event| event.action == STAFF_RESET_PASSWORD.code);
    assert_eq!(
        reset.unwrap().detail,
        r#"{"sessions_ended":1,"sign_in_name":"qian"}"#
    );
}

#[tokio::test]
async fn the_list_tells_where_each_works_with_which_roles_and_a_masked_phone() {
    let (house, zhao) = administered().await;
    let branch = house.branch("CX").await;
    let who = NewStaff {
        branch_id: Some(branch),
        phone: Some("13800008000".to_owned()),
        ..new("qian")
    };
    let (app, system) = (&house.app, &house.system);
    let qian = hire(app, &zhao, &key("qian"), who).await.unwrap().staff_id;
    for role in ["clerk", "looker"] {
        let given = role::assign(app, system, &key(role), qian, role).await;
        given.unwrap();
    }
    let query = ListQuery {
        filters: vec![("branch_id".to_owned(), branch.to_string())],
        limit: 50,
        ..ListQuery::default()
    };
    let page = list(&house.app, &zhao, &query).await.unwrap();
    let [qian] = &page.items[..] else {
        panic!("{page:?}");
    };
    assert_eq!(qian.branch, Some((branch, "CX管理部".to_owned())));
    assert_eq!(qian.phone.as_deref(), Some("138****8000"));
    let codes: BTreeSet<&str> = qian.roles.iter().map(|role| role.code.as_str()).collect();
    assert_eq!(codes, BTreeSet::from(["clerk", "looker"]));
    assert_eq!(qian.can, ["change", "leave", "reset_password"]);
}
