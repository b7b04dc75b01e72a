//! What somebody who knows a name, or a password, can do to its owner; and what comes in between.

use std::time::Duration;

use super::*;
use crate::audit::Outcome;
use crate::staff;
use crate::testing::{self, House, PASSWORD, key};

const NEW: &str = "另一个x7长些的密码";

fn code<T>(result: Result<T>) -> &'static str {
    let error = result.err().expect("it was done");
    error.refusal().expect("a refusal").code()
}

async fn enter(house: &House, name: &str, password: &str, from: &str) -> Result<String> {
    let origin = Origin {
        address: Some(from.to_owned()),
        device: None,
    };
    let signed_in = sign_in(&house.app, house.centre, name, password, origin).await?;
    Ok(signed_in.token)
}

async fn holder(house: &House, token: &str) -> Holder {
    let from = Some("10.0.0.9".to_owned());
    holder_of(&house.app, token, from).await.unwrap()
}

fn minutes(n: u64) -> Duration {
    Duration::from_secs(n * 60)
}

#[tokio::test]
async fn who_only_knows_a_name_shuts_nobody_out_of_another_address() {
    let house = testing::house().await;
    house.staff("zhangsan", None).await;
    for name in ["zhangsan", "nobody"] {
        for _ in 0..5 {
            let guess = enter(&house, name, "wrong", "10.9.9.9").await;
            assert_eq!(code(guess), "sign_in_failed");
        }
        let guess = enter(&house, name, PASSWORD, "10.9.9.9").await;
        assert_eq!(code(guess), "sign_in_locked", "{name}");
    }
    enter(&house, "zhangsan", PASSWORD, "10.0.0.9")
        .await
        .unwrap();
    let guess = enter(&house, "zhangsan", PASSWORD, "10.9.9.9").await;
    assert_eq!(
        code(guess),
        "sign_in_locked",
        "a right one elsewhere is none here"
    );
    let locks = house.audit_events().await;
    let locks = locks
        .iter()
        .filter(|event| event.action == SESSION_LOCK.code);
    assert_eq!(locks.count(), 2, "one for each wait that begins");
}

#[tokio::test]
async fn guesses_from_many_addresses_wait_together_but_not_where_the_owner_signs_in() {
    let house = testing::house().await;
    house.staff("zhangsan", None).await;
    enter(&house, "zhangsan", PASSWORD, "10.0.0.9")
        .await
        .unwrap();
    for name in ["zhangsan", "nobody"] {
        for n in 0..50 {
            let from = format!("10.9.{}.9", n / 4);
            let guess = enter(&house, name, "wrong", &from).await;
            assert_eq!(code(guess), "sign_in_failed", "{n}");
        }
        let stranger = enter(&house, name, PASSWORD, "10.8.8.8").await;
        assert_eq!(code(stranger), "sign_in_locked", "{name}");
    }
    let token = enter(&house, "zhangsan", PASSWORD, "10.0.0.9")
        .await
        .unwrap();
    let owner = holder(&house, &token).await;
    let told = profile(&house.app, &owner).await.unwrap();
    assert_eq!(told.before.failures, 50);
}

#[tokio::test]
async fn right_sign_ins_do_not_keep_the_failures_of_an_address_alive() {
    let house = testing::house().await;
    house.staff("zhangsan", None).await;
    for n in 0..29 {
        let guess = enter(&house, &format!("nobody{n}"), "wrong", "10.0.0.9").await;
        assert_eq!(code(guess), "sign_in_failed");
    }
    for _ in 0..61 {
        house.app.clock.advance(minutes(1));
        enter(&house, "zhangsan", PASSWORD, "10.0.0.9")
            .await
            .unwrap();
    }
    let guess = enter(&house, "zhangsan", "wrong", "10.0.0.9").await;
    assert_eq!(code(guess), "sign_in_failed");
    enter(&house, "zhangsan", PASSWORD, "10.0.0.9")
        .await
        .unwrap();
}

/// A change of password that has read the old one and waits for a slot to look at it.
async fn change_under_way(
    house: &House,
    owner: &Holder,
    between: impl AsyncFnOnce(),
) -> Result<()> {
    let held = house.app.passwords.hold().await;
    let (app, owner) = (house.app.clone(), owner.clone());
    let change = tokio::spawn(async move { change_password(&app, &owner, PASSWORD, NEW).await });
    while house.app.passwords.asked() == 0 {
        tokio::task::yield_now().await;
    }
    between().await;
    drop(held);
    change.await.unwrap()
}

#[tokio::test]
async fn what_was_done_while_a_password_was_changed_stands() {
    let house = testing::house().await;
    let id = house.staff("zhangsan", None).await;
    let (app, system) = (&house.app, &house.system);
    let token = enter(&house, "zhangsan", PASSWORD, "10.0.0.9").await;
    let owner = holder(&house, &token.unwrap()).await;
    let ended = change_under_way(&house, &owner, async || {
        end_all(app, system, &key("end"), id).await.unwrap();
    });
    assert_eq!(code(ended.await), "session_invalid");

    let token = enter(&house, "zhangsan", PASSWORD, "10.0.0.9").await;
    let owner = holder(&house, &token.unwrap()).await;
    let other = app.passwords.hash("administrator-7x").await.unwrap();
    let replaced = change_under_way(&house, &owner, async || {
        let mut tx = app.db.write(house.centre).await.unwrap();
        let now = app.clock.now();
        replace_password_in(&mut tx, id, &other, now).await.unwrap();
        tx.commit().await.unwrap();
    });
    assert_eq!(code(replaced.await), "password_changed");
    enter(&house, "zhangsan", "administrator-7x", "10.0.0.9")
        .await
        .unwrap();
    let facts = of_staff(app, system, id).await.unwrap();
    assert_eq!(facts.failures, 0, "the old password was right");
}

#[tokio::test]
async fn a_right_old_password_is_no_failure_whatever_else_is_wrong() {
    let house = testing::house().await;
    house.staff("zhangsan", None).await;
    let token = enter(&house, "zhangsan", PASSWORD, "10.0.0.9").await;
    let owner = holder(&house, &token.unwrap()).await;
    for _ in 0..6 {
        let same = change_password(&house.app, &owner, PASSWORD, PASSWORD).await;
        assert_eq!(code(same), "password_reused");
    }
    change_password(&house.app, &owner, PASSWORD, NEW)
        .await
        .unwrap();
}

/// The code of the secret that was shown, so many steps from now.
fn typed(house: &House, secret: &str, steps: i64) -> String {
    let micros = house.app.clock.now().as_micros() + steps * 30_000_000;
    code_of_secret(secret, Instant::from_micros(micros).unwrap()).unwrap()
}

#[tokio::test]
async fn who_knows_the_password_only_has_not_signed_in() {
    let house = testing::house().await;
    let id = house.staff("zhangsan", None).await;
    let app = &house.app;
    let first = app.clock.now();
    let token = enter(&house, "zhangsan", PASSWORD, "10.0.0.9").await;
    let owner = holder(&house, &token.unwrap()).await;
    let secret = begin_enrolment(app, &owner, PASSWORD).await.unwrap().secret;
    let right = typed(&house, &secret, 0);
    confirm_enrolment(app, &owner, &right).await.unwrap();

    app.clock.advance(minutes(10));
    let guess = enter(&house, "zhangsan", "wrong", "10.9.9.9").await;
    assert_eq!(code(guess), "sign_in_failed");
    for _ in 0..7 {
        enter(&house, "zhangsan", PASSWORD, "10.9.9.9")
            .await
            .unwrap();
    }
    assert!(
        caller_of_session(&house, owner.session_id).await,
        "the owner's session goes on"
    );
    let facts = of_staff(app, &house.system, id).await.unwrap();
    assert_eq!(facts.signed_in_at, Some(first));
    assert_eq!(facts.signed_in_from.as_deref(), Some("10.0.0.9"));
    assert_eq!((facts.failures, facts.sessions.len()), (1, 1 + 5));

    let token = enter(&house, "zhangsan", PASSWORD, "10.0.0.9").await;
    let half = holder(&house, &token.unwrap()).await;
    let wrong = give_second_factor(app, &half, "000000").await;
    assert_eq!(code(wrong), "second_factor_wrong");
    let right = typed(&house, &secret, 0);
    let given = give_second_factor(app, &half, &right).await.unwrap();
    let whole = holder(&house, &given.token).await;
    let told = profile(app, &whole).await.unwrap().before;
    assert_eq!(told.signed_in_at, Some(first));
    assert_eq!(told.failures, 2, "a wrong password and a wrong code");
    let facts = of_staff(app, &house.system, id).await.unwrap();
    assert_eq!(facts.signed_in_at, Some(app.clock.now()));
    assert_eq!(facts.failures, 0);
    let failed = house.audit_events().await;
    let failed = failed
        .iter()
        .filter(|event| event.outcome == Outcome::Failed);
    assert_eq!(failed.count(), 2);
}

async fn caller_of_session(house: &House, session_id: SessionId) -> bool {
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    let found = tx.optional(&store::SESSION, (session_id,)).await.unwrap();
    found.is_some()
}

#[tokio::test]
async fn who_finds_a_screen_unlocked_binds_no_device() {
    let house = testing::house().await;
    house.staff("zhangsan", None).await;
    let token = enter(&house, "zhangsan", PASSWORD, "10.0.0.9").await;
    let owner = holder(&house, &token.unwrap()).await;
    for _ in 0..5 {
        let begun = begin_enrolment(&house.app, &owner, "wrong").await;
        assert_eq!(code(begun), "password_wrong");
    }
    let begun = begin_enrolment(&house.app, &owner, PASSWORD).await;
    assert_eq!(code(begun), "sign_in_locked");
}

#[tokio::test]
async fn recovery_codes_are_made_anew_behind_a_code_of_the_app() {
    let house = testing::house().await;
    let id = house.staff("zhangsan", None).await;
    let app = &house.app;
    let token = enter(&house, "zhangsan", PASSWORD, "10.0.0.9").await;
    let owner = holder(&house, &token.unwrap()).await;
    let none = renew_recovery_codes(app, &owner, "000000").await;
    assert_eq!(code(none), "second_factor_missing");
    let secret = begin_enrolment(app, &owner, PASSWORD).await.unwrap().secret;
    let right = typed(&house, &secret, 0);
    let enrolled = confirm_enrolment(app, &owner, &right).await.unwrap();
    let owner = holder(&house, &enrolled.signed_in.token).await;
    let old = &enrolled.recovery_codes[0];
    for wrong in [old, &right] {
        let renewed = renew_recovery_codes(app, &owner, wrong).await;
        assert_eq!(code(renewed), "second_factor_wrong");
    }
    let right = typed(&house, &secret, 1);
    let new = renew_recovery_codes(app, &owner, &right).await.unwrap();
    let facts = of_staff(app, &house.system, id).await.unwrap();
    assert_eq!((facts.recovery_codes, new.len()), (10, 10));
    let token = enter(&house, "zhangsan", PASSWORD, "10.0.0.9").await;
    let half = holder(&house, &token.unwrap()).await;
    let gated = renew_recovery_codes(app, &half, &typed(&house, &secret, 2)).await;
    assert_eq!(code(gated), "second_factor_required");
    let gone = give_second_factor(app, &half, old).await;
    assert_eq!(code(gone), "second_factor_wrong");
    give_second_factor(app, &half, &new[0]).await.unwrap();
}

#[tokio::test]
async fn an_administrator_whom_nobody_else_can_let_in_is_readmitted() {
    let house = testing::house().await;
    let id = house.staff("zhangsan", None).await;
    let app = &house.app;
    let token = enter(&house, "zhangsan", PASSWORD, "10.0.0.9").await;
    let owner = holder(&house, &token.unwrap()).await;
    let secret = begin_enrolment(app, &owner, PASSWORD).await.unwrap().secret;
    let right = typed(&house, &secret, 0);
    confirm_enrolment(app, &owner, &right).await.unwrap();
    for _ in 0..5 {
        let _ = enter(&house, "zhangsan", "wrong", "10.0.0.9").await;
    }
    let nobody = staff::readmit(app, house.centre, "nobody").await;
    assert_eq!(code(nobody), "staff_unknown");
    let initial = staff::readmit(app, house.centre, "ZhangSan").await.unwrap();
    let facts = of_staff(app, &house.system, id).await.unwrap();
    assert_eq!((facts.failures, facts.locked_until), (0, None));
    assert_eq!((facts.second_factor_at, facts.recovery_codes), (None, 0));
    assert!(facts.password_initial && facts.sessions.is_empty());
    let token = enter(&house, "zhangsan", initial.text(), "10.0.0.9").await;
    let owner = holder(&house, &token.unwrap()).await;
    assert_eq!(owner.gate, Some(Gate::PasswordChange));
    let events = house.audit_events().await;
    let told = events.iter().find(|event| event.action == "staff.readmit");
    let told = told.unwrap();
    assert_eq!(
        (told.actor.as_str(), &told.subject_id),
        ("system:operator", &id.to_string())
    );
}
