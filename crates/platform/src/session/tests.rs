use kernel::RefusalKind;

use super::*;
use crate::audit::Outcome;
use crate::testing::{self, ACT, House, PASSWORD, key};
use crate::{DataScope, Scope, branch, role, staff};

db::statements! {
    LEAVE: (StaffId,) => () =
        "UPDATE staff SET status = 'left' WHERE centre_id = $1 AND staff_id = $2";
    SESSIONS: () => (db::Digest32, Option<String>) =
        "SELECT token_hash, address FROM staff_session WHERE centre_id = $1";
}

async fn enter(house: &House, name: &str, password: &str) -> Result<SignedIn> {
    sign_in(
        &house.app,
        house.centre,
        name,
        password,
        Origin {
            address: Some("10.0.0.9".to_owned()),
            device: Some("Firefox · Linux".to_owned()),
        },
    )
    .await
}

async fn who(house: &House, token: &str) -> Result<Caller> {
    caller_of(&house.app, token, None).await
}

fn code_of<T>(result: Result<T>) -> Option<&'static str> {
    result
        .err()
        .map(|error| error.refusal().expect("a refusal").code())
}

async fn leave(house: &House, staff_id: StaffId) {
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    tx.execute_one(&LEAVE, (staff_id,)).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_wrong_password_an_unknown_name_and_leavers_get_one_answer() {
    let house = testing::house().await;
    house.staff("zhangsan", None).await;
    let leaver = house.staff("lisi", None).await;
    leave(&house, leaver).await;
    for (name, password) in [
        ("zhangsan", "错误的密码"),
        ("nobody", PASSWORD),
        ("", ""),
        ("lisi", PASSWORD),
    ] {
        let error = enter(&house, name, password).await.err().unwrap();
        let refusal = error.refusal().unwrap();
        assert_eq!(refusal.code(), "sign_in_failed", "{name}");
        assert_eq!(refusal.kind(), RefusalKind::Unauthenticated);
        assert_eq!(refusal.sentence(), "用户名或密码不正确");
    }
    let failures: Vec<_> = house
        .audit_events()
        .await
        .into_iter()
        .filter(|event| event.outcome == Outcome::Failed)
        .map(|event| (event.action, event.subject_id, event.address))
        .collect();
    assert_eq!(failures.len(), 4);
    assert_eq!(
        failures[1].1, "unknown",
        "what was typed as a name isn't kept"
    );
    assert_eq!(failures[3].1, leaver.to_string());
    assert!(failures.iter().all(|(action, _, address)| {
        action == "session.sign_in" && address.as_deref() == Some("10.0.0.9")
    }));
}

#[tokio::test]
async fn a_sign_in_opens_a_session_whose_token_is_not_stored() {
    let house = testing::house().await;
    let staff_id = house.staff("zhangsan", None).await;
    let signed_in = enter(&house, " ZhangSan ", PASSWORD).await.unwrap();
    let caller = who(&house, &signed_in.token).await.unwrap();
    assert_eq!(caller.actor, Actor::staff(house.centre, staff_id));
    assert_eq!(caller.name, "zhangsan甲");
    assert!(csrf_matches(&signed_in.token, &signed_in.csrf_token));
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    let (hash, address) = tx.one(&SESSIONS, ()).await.unwrap();
    assert_eq!(address.as_deref(), Some("10.0.0.9"));
    assert!(!signed_in.token.contains(&hash.hex()));
    let last = house.audit_events().await.pop().unwrap();
    assert_eq!(
        (last.action.as_str(), last.outcome),
        ("session.sign_in", Outcome::Done)
    );
    assert_eq!(last.actor, caller.actor.label());
}

#[tokio::test]
async fn what_is_no_token_of_a_session_is_nobody() {
    let house = testing::house().await;
    house.staff("zhangsan", None).await;
    let token = enter(&house, "zhangsan", PASSWORD).await.unwrap().token;
    let elsewhere = token.replacen("1.", "2.", 1);
    let forged = Token::random(house.centre).unwrap().into_text();
    for bad in ["", "1.", "token", elsewhere.as_str(), forged.as_str()] {
        assert_eq!(
            code_of(who(&house, bad).await),
            Some("session_invalid"),
            "{bad}"
        );
    }
}

#[tokio::test]
async fn a_session_ends_by_idling_by_age_by_leaving_and_by_sign_out() {
    let house = testing::house().await;
    let staff_id = house.staff("zhangsan", None).await;
    let clock = &house.app.clock;
    let minutes = |n: u64| Duration::from_secs(n * 60);

    let idle = enter(&house, "zhangsan", PASSWORD).await.unwrap().token;
    clock.advance(minutes(29));
    assert!(who(&house, &idle).await.is_ok());
    clock.advance(minutes(29));
    assert!(
        who(&house, &idle).await.is_ok(),
        "use moves the idle end on"
    );
    clock.advance(minutes(30));
    assert_eq!(code_of(who(&house, &idle).await), Some("session_invalid"));

    let aged = enter(&house, "zhangsan", PASSWORD).await.unwrap().token;
    for _ in 0..(12 * 3 - 1) {
        clock.advance(minutes(20));
        assert!(who(&house, &aged).await.is_ok());
    }
    clock.advance(minutes(20));
    assert_eq!(code_of(who(&house, &aged).await), Some("session_invalid"));

    let ended = enter(&house, "zhangsan", PASSWORD).await.unwrap().token;
    let other = enter(&house, "zhangsan", PASSWORD).await.unwrap().token;
    let caller = who(&house, &ended).await.unwrap();
    sign_out(&house.app, &caller, &ended).await.unwrap();
    sign_out(&house.app, &caller, &ended).await.unwrap();
    assert_eq!(code_of(who(&house, &ended).await), Some("session_invalid"));
    assert!(
        who(&house, &other).await.is_ok(),
        "the other session goes on"
    );
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    assert_eq!(
        tx.all(&SESSIONS, ()).await.unwrap().len(),
        1,
        "ended sessions are swept"
    );
    drop(tx);

    leave(&house, staff_id).await;
    assert_eq!(code_of(who(&house, &other).await), Some("session_invalid"));
}

#[tokio::test]
async fn a_request_goes_on_when_the_idle_end_cannot_be_moved() {
    /// A database that can be read and not be written, as when the disk is full.
    const UNWRITABLE: db::MigrationSet = db::MigrationSet {
        name: "trial",
        steps: &[db::Step {
            name: "unwritable",
            sql: "CREATE TRIGGER unwritable BEFORE UPDATE ON staff_session \
                  BEGIN SELECT RAISE(ABORT, 'the disk is full'); END;",
        }],
    };
    let house = testing::house().await;
    house.staff("zhangsan", None).await;
    let token = enter(&house, "zhangsan", PASSWORD).await.unwrap().token;
    let clock = &house.app.clock;
    house.app.db.migrate(&[&UNWRITABLE], clock).await.unwrap();
    clock.advance(Duration::from_secs(2 * 60));
    assert!(who(&house, &token).await.is_ok());
    clock.advance(Duration::from_secs(28 * 60));
    assert_eq!(
        code_of(who(&house, &token).await),
        Some("session_invalid"),
        "the idle end stayed"
    );
}

#[tokio::test]
async fn grants_follow_the_roles_at_once_and_reach_the_own_branch() {
    let house = testing::house().await;
    let (here, there) = (house.branch("CX").await, house.branch("XC").await);
    let staff_id = house.staff("zhangsan", Some(here)).await;
    house
        .role("trier", DataScope::OwnBranch, &[&ACT, &branch::BRANCH_READ])
        .await;
    let token = enter(&house, "zhangsan", PASSWORD).await.unwrap().token;
    assert!(
        !who(&house, &token)
            .await
            .unwrap()
            .may(&ACT, Scope::Branch(here))
    );
    role::assign(&house.app, &house.system, &key("assign"), staff_id, "trier")
        .await
        .unwrap();
    let caller = who(&house, &token).await.unwrap();
    assert!(caller.may(&ACT, Scope::Branch(here)));
    assert!(!caller.may(&ACT, Scope::Branch(there)));
    assert!(!caller.may(&ACT, Scope::Centre));
    assert!(!caller.may(&staff::STAFF_ADD, Scope::Branch(here)));
    let holder = holder_of(&house.app, &token, None).await.unwrap();
    let profile = profile(&house.app, &holder).await.unwrap();
    assert_eq!(profile.branch, Some((here, "CX管理部".to_owned())));
    assert_eq!(profile.roles, ["trier"]);
    assert_eq!(profile.actions, ["branch.read", "trial.act"]);
    assert_eq!(profile.centre.name, "安居市住房公积金管理中心");
    assert!(profile.business_day.is_none(), "no day is open yet");
}
