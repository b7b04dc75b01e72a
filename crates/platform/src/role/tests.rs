use super::*;
use crate::testing::{self, ACT, key, known};

fn trial(code: &str, actions: &[&str]) -> NewRole {
    NewRole {
        code: code.to_owned(),
        name: "试验".to_owned(),
        data_scope: DataScope::OwnBranch,
        actions: actions.iter().map(|code| (*code).to_owned()).collect(),
    }
}

#[tokio::test]
async fn roles_with_strange_actions_or_a_taken_code_are_refused() {
    let house = testing::house().await;
    house.role("taken", DataScope::Centre, &[&ACT]).await;
    let cases = [
        (
            trial("trial", &["trial.act", "trial.none"]),
            "role_action_unknown",
        ),
        (trial("taken", &["trial.act"]), "role_code_taken"),
        (
            trial("trial", &["trial.act", "staff.add"]),
            "role_powers_mixed",
        ),
        (
            trial("trial", &["staff.assign", "staff.add"]),
            "role_powers_mixed",
        ),
        (trial("岗位", &[]), "role_code_invalid"),
        (
            NewRole {
                name: String::new(),
                ..trial("trial", &[])
            },
            "role_name_invalid",
        ),
    ];
    for (new, code) in cases {
        let added = add(&house.app, &house.system, &key("role"), new, &known()).await;
        assert_eq!(added.unwrap_err().refusal().unwrap().code(), code);
    }
}

#[tokio::test]
async fn only_staff_get_only_roles_that_are_there() {
    let house = testing::house().await;
    house.role("trier", DataScope::Centre, &[&ACT]).await;
    let staff_id = house.staff("zhangsan", None).await;
    let stranger = StaffId::new(&house.app.clock);
    for (staff_id, role, code) in [
        (stranger, "trier", "staff_unknown"),
        (staff_id, "none", "role_unknown"),
    ] {
        let assigned = assign(&house.app, &house.system, &key("assign"), staff_id, role).await;
        assert_eq!(assigned.unwrap_err().refusal().unwrap().code(), code);
    }
    for word in ["assign-1", "assign-2"] {
        assign(&house.app, &house.system, &key(word), staff_id, "trier")
            .await
            .unwrap();
    }
    let assigned = |event: &crate::audit::Event| event.action == STAFF_ASSIGN.code;
    let events = house.audit_events().await;
    assert_eq!(
        events.iter().filter(|event| assigned(event)).count(),
        1,
        "had it already"
    );
}

#[tokio::test]
async fn the_standard_roles_hold_what_their_patterns_cover() {
    let house = testing::house().await;
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    seed_in(
        &mut tx,
        &house.app.clock,
        &house.system,
        STANDARD,
        crate::ACTIONS,
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    let roles = list(&house.app, &house.system).await.unwrap();
    let names: Vec<&str> = roles.iter().map(|role| role.role.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "会计",
            "系统管理员",
            "审计管理员",
            "会计主管",
            "归集经办",
            "归集复核",
            "主任",
            "政策管理",
            "安全管理员"
        ]
    );
    for (role, seed) in roles.iter().map(|role| {
        (
            role,
            STANDARD
                .iter()
                .find(|seed| seed.code == role.role.code)
                .unwrap(),
        )
    }) {
        let mut expected: Vec<&str> = covered(seed, crate::ACTIONS)
            .map(|action| action.code)
            .collect();
        expected.sort_unstable();
        assert_eq!(role.actions, expected, "{}", seed.code);
        assert_eq!(role.role.data_scope, seed.data_scope);
    }
}

#[tokio::test]
async fn nobody_gets_roles_of_two_powers() {
    let house = testing::house().await;
    house.role("trier", DataScope::Centre, &[&ACT]).await;
    house
        .role("reader", DataScope::Centre, &[&staff::STAFF_READ])
        .await;
    house
        .role("hirer", DataScope::Centre, &[&staff::STAFF_ADD])
        .await;
    let staff_id = house.staff("zhangsan", None).await;
    let give = async |role: &str| {
        let key = key(&format!("give-{role}"));
        assign(&house.app, &house.system, &key, staff_id, role).await
    };
    give("trier").await.unwrap();
    give("reader").await.unwrap();
    let refused = give("hirer").await.unwrap_err();
    let refusal = refused.refusal().unwrap();
    assert_eq!(refusal.code(), "staff_roles_conflict");
    for named in ["hirer", "trier", "系统管理", "业务办理"] {
        assert!(refusal.sentence().contains(named), "{}", refusal.sentence());
    }
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    assert_eq!(
        codes_in(&mut tx, staff_id).await.unwrap(),
        ["reader", "trier"]
    );
}
