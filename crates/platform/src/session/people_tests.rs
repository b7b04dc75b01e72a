//! Lock-out, one's own password, sessions and the second factor, over the database.

use std::time::Duration;

use super::*;
use crate::testing::{self, ACT, House, PASSWORD, key};
use crate::{DataScope, approval, role, staff};

db::statements! {
    CODES: () => (db::Lookup, Option<Instant>) =
        "SELECT code_hash, used_at FROM staff_recovery_code WHERE centre_id = $1";
    MOVE_SECRET: (StaffId, StaffId) => () =
        "UPDATE staff_second_factor SET secret = (SELECT o.secret FROM staff_second_factor o
          WHERE o.centre_id = $1 AND o.staff_id = $2)
         WHERE centre_id = $1 AND staff_id = $3";
    ROWS: () => (i64,) =
        "SELECT CAST(COUNT(*) AS BIGINT) FROM sign_in_count WHERE centre_id = $1";
}

const NEW: &str = "另一个x7长些的密码";

fn code<T>(result: Result<T>) -> &'static str {
    let error = result.err().expect("it was done");
    error.refusal().expect("a refusal").code()
}

async fn enter_from(house: &House, name: &str, password: &str, from: &str) -> Result<String> {
    let origin = Origin {
        address: Some(from.to_owned()),
        device: None,
    };
    let signed_in = sign_in(&house.app, house.centre, name, password, origin).await?;
    Ok(signed_in.token)
}

async fn enter(house: &House, name: &str, password: &str) -> Result<String> {
    enter_from(house, name, password, "10.0.0.9").await
}

async fn holder(house: &House, token: &str) -> Holder {
    holder_of(&house.app, token, None).await.unwrap()
}

fn minutes(n: u64) -> Duration {
    Duration::from_secs(n * 60)
}

/// A house whose `zhangsan` may decide approvals.
async fn house_of_approver() -> (House, StaffId) {
    let house = testing::house().await;
    let id = house.staff("zhangsan", None).await;
    let decide = [&approval::APPROVAL_DECIDE];
    house.role("approver", DataScope::Centre, &decide).await;
    let given = role::assign(&house.app, &house.system, &key("give"), id, "approver").await;
    given.unwrap();
    (house, id)
}

#[tokio::test]
async fn five_wrong_passwords_make_a_known_and_an_unknown_name_wait_alike() {
    let house = testing::house().await;
    house.staff("zhangsan", None).await;
    for name in ["zhangsan", "nobody"] {
        for _ in 0..5 {
            assert_eq!(code(enter(&house, name, "wrong").await), "sign_in_failed");
        }
        for password in [PASSWORD, "wrong"] {
            let error = enter(&house, name, password).await.unwrap_err();
            let refusal = error.refusal().unwrap();
            assert_eq!(refusal.code(), "sign_in_locked", "{name}");
            assert!(
                refusal.sentence().contains("1分钟"),
                "{}",
                refusal.sentence()
            );
        }
    }
    // The next failure doubles the wait; the right password after it ends the count.
    house.app.clock.advance(minutes(1));
    assert_eq!(
        code(enter(&house, "ZhangSan", "wrong").await),
        "sign_in_failed"
    );
    house.app.clock.advance(minutes(1));
    assert_eq!(
        code(enter(&house, "zhangsan", PASSWORD).await),
        "sign_in_locked"
    );
    house.app.clock.advance(minutes(1));
    let token = enter(&house, "zhangsan", PASSWORD).await.unwrap();
    let told = profile(&house.app, &holder(&house, &token).await)
        .await
        .unwrap();
    assert_eq!((told.before.failures, told.before.signed_in_at), (6, None));
    assert_eq!(
        code(enter(&house, "zhangsan", "wrong").await),
        "sign_in_failed"
    );
    let first = house.app.clock.now();
    let again = enter_from(&house, "zhangsan", PASSWORD, "10.0.0.7")
        .await
        .unwrap();
    let told = profile(&house.app, &holder(&house, &again).await)
        .await
        .unwrap();
    assert_eq!(told.before.signed_in_at, Some(first));
    assert_eq!(told.before.address.as_deref(), Some("10.0.0.9"));
    assert_eq!(told.before.failures, 1);
}

#[tokio::test]
async fn an_address_is_bounded_whatever_names_it_tries() {
    let house = testing::house().await;
    house.staff("zhangsan", None).await;
    for n in 0..30 {
        let name = format!("nobody{n}");
        assert_eq!(code(enter(&house, &name, "wrong").await), "sign_in_failed");
        if n == 10 {
            // Somebody's own sign-in doesn't wipe out what was tried at others.
            enter(&house, "zhangsan", PASSWORD).await.unwrap();
        }
    }
    assert_eq!(
        code(enter(&house, "zhangsan", PASSWORD).await),
        "sign_in_locked"
    );
    enter_from(&house, "zhangsan", PASSWORD, "10.0.0.7")
        .await
        .unwrap();
    house.app.clock.advance(minutes(60));
    enter(&house, "zhangsan", PASSWORD).await.unwrap();
    house.app.clock.advance(minutes(31 * 24 * 60));
    let _ = enter(&house, "somebody", "wrong").await;
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    let (rows,) = tx.one(&ROWS, ()).await.unwrap();
    assert_eq!(rows, 3, "what is a month old is forgotten");
}

#[tokio::test]
async fn the_security_administrator_lifts_a_lock_out() {
    let house = testing::house().await;
    let id = house.staff("zhangsan", None).await;
    let (app, system) = (&house.app, &house.system);
    assert_eq!(
        code(unlock(app, system, &key("none"), id).await),
        "staff_not_locked"
    );
    for _ in 0..5 {
        let _ = enter(&house, "zhangsan", "wrong").await;
    }
    let facts = of_staff(app, system, id).await.unwrap();
    assert_eq!(facts.failures, 5);
    assert_eq!(facts.locked_until, app.clock.now().checked_add(minutes(1)));
    assert_eq!(facts.can, ["unlock"]);
    let nobody = house.clerk_without_roles().await;
    assert_eq!(
        code(unlock(app, &nobody, &key("lift"), id).await),
        "action_forbidden"
    );
    unlock(app, system, &key("lift"), id).await.unwrap();
    unlock(app, system, &key("lift"), id).await.unwrap();
    enter(&house, "zhangsan", PASSWORD).await.unwrap();
    let events = house.audit_events().await;
    let lifted = events
        .iter()
        .filter(|event| event.action == STAFF_UNLOCK.code);
    let done = lifted.filter(|event| event.outcome == crate::audit::Outcome::Done);
    assert_eq!(done.count(), 1);
}

#[tokio::test]
async fn a_session_with_an_initial_password_may_only_change_it() {
    let (house, id) = house_of_approver().await;
    let (app, system) = (&house.app, &house.system);
    let initial = staff::reset_password(app, system, &key("reset"), id).await;
    let initial = initial.unwrap().unwrap();
    let token = enter(&house, "zhangsan", initial.text()).await.unwrap();
    assert_eq!(
        code(caller_of(app, &token, None).await),
        "password_change_required"
    );
    let gated = holder(&house, &token).await;
    assert_eq!(gated.gate, Some(Gate::PasswordChange));
    assert!(gated.caller.grants.actions().is_empty());
    assert_eq!(code(own(app, &gated).await), "password_change_required");
    let begun = begin_enrolment(app, &gated, initial.text()).await;
    assert_eq!(code(begun), "password_change_required");
    for (old, new, expected) in [
        ("wrong", NEW, "password_wrong"),
        (initial.text(), "Ab1-34567", "password_too_short"),
        (initial.text(), "xx-Zhangsan-26", "password_names_its_owner"),
        (initial.text(), PASSWORD, "password_reused"),
    ] {
        let changed = change_password(app, &gated, old, new).await;
        assert_eq!(code(changed), expected, "{new}");
    }
    change_password(app, &gated, initial.text(), NEW)
        .await
        .unwrap();
    let after = holder(&house, &token).await;
    assert_eq!(
        after.gate,
        Some(Gate::Enrolment),
        "an approver needs a second factor"
    );
    assert_eq!(
        code(enter(&house, "zhangsan", initial.text()).await),
        "sign_in_failed"
    );
    enter(&house, "zhangsan", NEW).await.unwrap();
}

#[tokio::test]
async fn a_changed_password_ends_the_other_sessions_and_does_not_come_back() {
    let house = testing::house().await;
    house.staff("zhangsan", None).await;
    let app = &house.app;
    let other = enter(&house, "zhangsan", PASSWORD).await.unwrap();
    let token = enter(&house, "zhangsan", PASSWORD).await.unwrap();
    let mut old = PASSWORD.to_owned();
    for n in 1..=5 {
        app.clock.advance(Duration::from_secs(1));
        let new = format!("{NEW}{n}");
        let owner = holder(&house, &token).await;
        change_password(app, &owner, &old, &new).await.unwrap();
        let back = change_password(app, &owner, &new, &old).await;
        assert_eq!(code(back), "password_reused");
        old = new;
    }
    assert_eq!(code(caller_of(app, &other, None).await), "session_invalid");
    let owner = holder(&house, &token).await;
    change_password(app, &owner, &old, PASSWORD).await.unwrap();
    for _ in 0..5 {
        let wrong = change_password(app, &owner, "wrong", NEW).await;
        assert_eq!(code(wrong), "password_wrong");
    }
    let right = change_password(app, &owner, PASSWORD, NEW).await;
    assert_eq!(
        code(right),
        "sign_in_locked",
        "whoever sits at the desk can't guess on"
    );
}

#[tokio::test]
async fn a_password_is_told_of_in_its_last_week_and_ends_after_ninety_days() {
    let house = testing::house().await;
    house.staff("zhangsan", None).await;
    let day = minutes(24 * 60);
    for (days, told, gate) in [
        (82, None, None),
        (83, Some("2027-02-18"), None),
        (90, Some("2027-02-18"), Some(Gate::PasswordChange)),
    ] {
        let start: Instant = "2026-11-20T00:30:00.000000Z".parse().unwrap();
        house.app.clock.set(start.checked_add(day * days).unwrap());
        let token = enter(&house, "zhangsan", PASSWORD).await.unwrap();
        let owner = holder(&house, &token).await;
        assert_eq!(owner.gate, gate, "{days}");
        let profile = profile(&house.app, &owner).await.unwrap();
        let ends_on = profile.password_ends_on.map(|day| day.to_string());
        assert_eq!(ends_on.as_deref(), told, "{days}");
    }
}

#[tokio::test]
async fn a_sixth_session_ends_the_oldest_and_each_can_be_ended() {
    let house = testing::house().await;
    let id = house.staff("zhangsan", None).await;
    let other = house.staff("lisi", None).await;
    let app = &house.app;
    let mut tokens = Vec::new();
    for _ in 0..6 {
        app.clock.advance(Duration::from_secs(1));
        tokens.push(enter(&house, "zhangsan", PASSWORD).await.unwrap());
    }
    assert_eq!(
        code(caller_of(app, &tokens[0], None).await),
        "session_invalid"
    );
    let owner = holder(&house, &tokens[5]).await;
    let facts = own(app, &owner).await.unwrap();
    assert_eq!(facts.sessions.len(), 5);
    assert_eq!(
        facts.sessions[0].session_id, owner.session_id,
        "the latest first"
    );
    let fourth = facts.sessions[2].session_id;
    end_own(app, &owner, fourth).await.unwrap();
    assert_eq!(code(end_own(app, &owner, fourth).await), "session_unknown");
    assert_eq!(
        code(caller_of(app, &tokens[3], None).await),
        "session_invalid"
    );
    let theirs = enter(&house, "lisi", PASSWORD).await.unwrap();
    let lisi = holder(&house, &theirs).await;
    let reach = end_own(app, &lisi, owner.session_id).await;
    assert_eq!(
        code(reach),
        "session_unknown",
        "nobody ends another's by its id"
    );
    let nobody = house.clerk_without_roles().await;
    assert_eq!(
        code(end_all(app, &nobody, &key("end"), id).await),
        "action_forbidden"
    );
    end_all(app, &house.system, &key("end"), id).await.unwrap();
    assert_eq!(
        code(caller_of(app, &tokens[5], None).await),
        "session_invalid"
    );
    assert!(caller_of(app, &theirs, None).await.is_ok());
    let facts = of_staff(app, &house.system, other).await.unwrap();
    assert_eq!(facts.can, ["end_sessions"]);
}

/// The code of the secret that was shown, so many steps from now.
fn typed(house: &House, enrolment: &Enrolment, steps: i64) -> String {
    let micros = house.app.clock.now().as_micros() + steps * 30_000_000;
    let then = Instant::from_micros(micros).unwrap();
    code_of_secret(&enrolment.secret, then).unwrap()
}

#[tokio::test]
async fn an_approver_sets_up_a_second_factor_and_gives_it_from_then_on() {
    let (house, id) = house_of_approver().await;
    let app = &house.app;
    let token = enter(&house, "zhangsan", PASSWORD).await.unwrap();
    let refused = caller_of(app, &token, None).await;
    assert_eq!(code(refused), "second_factor_enrolment_required");
    let gated = holder(&house, &token).await;
    assert_eq!(
        code(confirm_enrolment(app, &gated, "000000").await),
        "second_factor_not_begun"
    );
    begin_enrolment(app, &gated, PASSWORD).await.unwrap();
    let enrolment = begin_enrolment(app, &gated, PASSWORD).await.unwrap();
    assert!(enrolment.uri.contains(&enrolment.secret));
    let wrong = confirm_enrolment(app, &gated, &typed(&house, &enrolment, 5)).await;
    assert_eq!(code(wrong), "second_factor_wrong");
    let spaced = typed(&house, &enrolment, 0);
    let spaced = format!("{} {}", &spaced[..3], &spaced[3..]);
    let other = enter(&house, "zhangsan", PASSWORD).await.unwrap();
    let enrolled = confirm_enrolment(app, &gated, &spaced).await.unwrap();
    assert_eq!(enrolled.recovery_codes.len(), 10);
    for ended in [&token, &other] {
        assert_eq!(code(caller_of(app, ended, None).await), "session_invalid");
    }
    let owner = holder(&house, &enrolled.signed_in.token).await;
    assert_eq!(owner.gate, None, "this session has given it");
    let again = begin_enrolment(app, &owner, PASSWORD).await;
    assert_eq!(code(again), "second_factor_enrolled");

    let second = enter(&house, "zhangsan", PASSWORD).await.unwrap();
    assert_eq!(
        code(caller_of(app, &second, None).await),
        "second_factor_required"
    );
    let waiting = holder(&house, &second).await;
    assert_eq!(
        code(change_password(app, &waiting, PASSWORD, NEW).await),
        "second_factor_required"
    );
    let used = give_second_factor(app, &waiting, &typed(&house, &enrolment, 0)).await;
    assert_eq!(code(used), "second_factor_wrong", "a code is good once");
    let given = give_second_factor(app, &waiting, &typed(&house, &enrolment, 1))
        .await
        .unwrap();
    assert!(caller_of(app, &given.token, None).await.is_ok());
    assert_eq!(
        code(caller_of(app, &second, None).await),
        "session_invalid",
        "the token is another"
    );
    let full = holder(&house, &given.token).await;
    assert_eq!(
        code(give_second_factor(app, &full, "000000").await),
        "second_factor_not_due"
    );

    let mut tx = app.db.read(house.centre).await.unwrap();
    assert_eq!(staff::verify(&mut tx).await.unwrap(), []);
    let facts = of_staff(app, &house.system, id).await.unwrap();
    assert!(facts.second_factor_at.is_some() && facts.recovery_codes == 10);
    assert_eq!(facts.can, ["end_sessions", "reset_second_factor"]);
}

#[tokio::test]
async fn recovery_codes_are_good_once_and_tries_are_bounded() {
    let (house, id) = house_of_approver().await;
    let app = &house.app;
    let token = enter(&house, "zhangsan", PASSWORD).await.unwrap();
    let gated = holder(&house, &token).await;
    let enrolment = begin_enrolment(app, &gated, PASSWORD).await.unwrap();
    let enrolled = confirm_enrolment(app, &gated, &typed(&house, &enrolment, 0)).await;
    let codes = enrolled.unwrap().recovery_codes;
    let with = async |typed: &str| {
        let token = enter(&house, "zhangsan", PASSWORD).await.unwrap();
        give_second_factor(app, &holder(&house, &token).await, typed).await
    };
    with(&codes[0]).await.unwrap();
    with(&format!(" {} ", codes[1].to_uppercase().replace('-', "")))
        .await
        .unwrap();
    for _ in 0..5 {
        assert_eq!(code(with(&codes[0]).await), "second_factor_wrong");
    }
    assert_eq!(code(with(&codes[2]).await), "sign_in_locked");
    app.clock.advance(minutes(1));
    with(&codes[2]).await.unwrap();
    let mut tx = app.db.read(house.centre).await.unwrap();
    let kept = tx.all(&CODES, ()).await.unwrap();
    assert_eq!(kept.iter().filter(|(_, used)| used.is_some()).count(), 3);
    drop(tx);

    let reset = reset_second_factor(app, &house.system, &key("reset"), id).await;
    reset.unwrap();
    let again = reset_second_factor(app, &house.system, &key("again"), id).await;
    assert_eq!(code(again), "second_factor_missing");
    let token = enter(&house, "zhangsan", PASSWORD).await.unwrap();
    assert_eq!(holder(&house, &token).await.gate, Some(Gate::Enrolment));
    let mut tx = app.db.read(house.centre).await.unwrap();
    assert!(tx.all(&CODES, ()).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_clerk_needs_no_second_factor_and_may_have_one() {
    let house = testing::house().await;
    let id = house.staff("zhangsan", None).await;
    house.role("trier", DataScope::Centre, &[&ACT]).await;
    let given = role::assign(&house.app, &house.system, &key("give"), id, "trier").await;
    given.unwrap();
    let token = enter(&house, "zhangsan", PASSWORD).await.unwrap();
    let owner = holder(&house, &token).await;
    assert_eq!(owner.gate, None);
    let enrolment = begin_enrolment(&house.app, &owner, PASSWORD).await.unwrap();
    let code = typed(&house, &enrolment, 0);
    confirm_enrolment(&house.app, &owner, &code).await.unwrap();
    let next = enter(&house, "zhangsan", PASSWORD).await.unwrap();
    assert_eq!(holder(&house, &next).await.gate, Some(Gate::SecondFactor));
}

#[tokio::test]
async fn a_secret_moved_to_another_row_is_found_and_named() {
    let house = testing::house().await;
    let mut ids = Vec::new();
    for name in ["zhangsan", "lisi"] {
        ids.push(house.staff(name, None).await);
        let token = enter(&house, name, PASSWORD).await.unwrap();
        let owner = holder(&house, &token).await;
        begin_enrolment(&house.app, &owner, PASSWORD).await.unwrap();
    }
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    assert_eq!(staff::verify(&mut tx).await.unwrap(), []);
    tx.execute_one(&MOVE_SECRET, (ids[0], ids[1]))
        .await
        .unwrap();
    let found = staff::verify(&mut tx).await.unwrap();
    let [finding] = &found[..] else {
        panic!("{found:?}");
    };
    assert_eq!(finding.code, "staff_second_factor_altered");
    assert_eq!(finding.field, format!("/staff_second_factor/{}", ids[1]));
}
