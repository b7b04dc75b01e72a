use db::Digest;
use kernel::Refusal;

use super::*;
use crate::testing::{self, ACT, House, key};

fn hash(text: &str) -> Digest32 {
    Digest::new("trial").text(text).finish()
}

async fn act(house: &House, word: &str, request: &str) -> Result<Once> {
    house
        .app
        .write_once(&house.system, &ACT, &key(word), hash(request))
        .await
}

async fn fresh(house: &House, word: &str, request: &str) -> Box<OnceTx> {
    match act(house, word, request).await.unwrap() {
        Once::Fresh(tx) => tx,
        Once::Replay(resource) => panic!("replayed {resource}"),
    }
}

#[test]
fn a_key_is_8_to_64_visible_ascii_characters() {
    let long = "k".repeat(65);
    for bad in [
        "",
        "short-7",
        "with space",
        "tab\tinside",
        "标识标识标识",
        long.as_str(),
    ] {
        let refusal = bad.parse::<IdempotencyKey>().unwrap_err();
        assert_eq!(refusal.code(), "idempotency_key_invalid", "{bad}");
    }
    for good in [
        "12345678",
        "019ab7c2-1c00-7000-8000-000000000001",
        &long[1..],
    ] {
        assert_eq!(good.parse::<IdempotencyKey>().unwrap().as_str(), good);
    }
}

#[tokio::test]
async fn a_repeated_request_gets_the_first_one_s_resource() {
    let house = testing::house().await;
    fresh(&house, "one", "body")
        .await
        .finish("resource-7")
        .await
        .unwrap();
    for _ in 0..2 {
        match act(&house, "one", "body").await.unwrap() {
            Once::Replay(resource) => assert_eq!(resource, "resource-7"),
            Once::Fresh(_) => panic!("done twice"),
        }
    }
}

#[tokio::test]
async fn a_key_used_for_another_request_is_refused() {
    let house = testing::house().await;
    fresh(&house, "one", "body")
        .await
        .finish("resource-7")
        .await
        .unwrap();
    let error = act(&house, "one", "another body").await.err().unwrap();
    assert_eq!(
        error.refusal().map(Refusal::code),
        Some("idempotency_key_reused")
    );
    assert_eq!(
        error.refusal().map(Refusal::kind),
        Some(kernel::RefusalKind::Conflict)
    );
}

#[tokio::test]
async fn a_request_that_did_not_finish_may_come_again() {
    let house = testing::house().await;
    drop(fresh(&house, "one", "body").await);
    fresh(&house, "one", "corrected body")
        .await
        .finish("resource-8")
        .await
        .unwrap();
}

#[tokio::test]
async fn keys_of_other_callers_actions_and_centres_are_others() {
    let house = testing::house().await;
    fresh(&house, "one", "body")
        .await
        .finish("mine")
        .await
        .unwrap();
    let app = &house.app;
    let other = Caller::system("another_job", house.centre);
    let away = Caller::system("setup", kernel::CentreId::new(2).unwrap());
    let action = Action {
        code: "trial.other",
        label: "另一试验",
    };
    for (caller, action) in [(&other, &ACT), (&away, &ACT), (&house.system, &action)] {
        let once = app
            .write_once(caller, action, &key("one"), hash("other"))
            .await
            .unwrap();
        assert!(
            matches!(once, Once::Fresh(_)),
            "{:?} {action:?}",
            caller.actor
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_requests_at_once_under_one_key_one_acts() {
    let house = testing::house().await;
    let tasks: Vec<_> = (0..8)
        .map(|n| {
            let (app, caller) = (house.app.clone(), house.system.clone());
            tokio::spawn(async move {
                match app
                    .write_once(&caller, &ACT, &key("one"), hash("body"))
                    .await
                    .unwrap()
                {
                    Once::Replay(resource) => (false, resource),
                    Once::Fresh(tx) => {
                        tokio::task::yield_now().await;
                        tx.finish(n).await.unwrap();
                        (true, n.to_string())
                    }
                }
            })
        })
        .collect();
    let mut outcomes = Vec::new();
    for task in tasks {
        outcomes.push(task.await.unwrap());
    }
    assert_eq!(
        outcomes.iter().filter(|(acted, _)| *acted).count(),
        1,
        "{outcomes:?}"
    );
    assert!(
        outcomes
            .iter()
            .all(|(_, resource)| *resource == outcomes[0].1),
        "{outcomes:?}"
    );
}
