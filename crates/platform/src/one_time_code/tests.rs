use std::sync::{Arc, Mutex};

use kernel::MemberId;

use super::*;
use crate::Grants;
use crate::hall_session::Visitor;
use crate::job::{self, Jobs};
use crate::message::{MessageSender, Sending};
use crate::testing::{self, House};

const ENTER: Purpose = Purpose {
    code: "trial.enter",
    label: "试验",
};
const OTHER: Purpose = Purpose {
    code: "trial.other",
    label: "别的试验",
};
const ADDRESS: &str = "10.0.0.9";

#[derive(Default)]
struct Inbox(Mutex<Vec<String>>);

impl MessageSender for Inbox {
    fn send<'a>(&'a self, _: &'a MobileNumber, text: &'a str) -> Sending<'a> {
        Box::pin(async move {
            self.0.lock().unwrap().push(text.to_owned());
            Ok(())
        })
    }
}

struct Trial {
    house: House,
    sent: Arc<Inbox>,
    mobile: MobileNumber,
}

impl Trial {
    async fn new() -> Self {
        let (mut house, sent) = (testing::house().await, Arc::new(Inbox::default()));
        house.app.message_sender = Some(Arc::<Inbox>::clone(&sent));
        Self {
            house,
            sent,
            mobile: MobileNumber::parse("13800138000").unwrap(),
        }
    }

    fn claim<'a>(&'a self, purpose: &'static Purpose, said: &'a str) -> Claim<'a> {
        Claim {
            purpose,
            said,
            person: said,
            mobile: &self.mobile,
        }
    }

    async fn ask(&self, said: &str) -> Result<String> {
        let claim = self.claim(&ENTER, said);
        let House { app, centre, .. } = &self.house;
        let asked = ask(app, *centre, &claim, said != "nobody", Some(ADDRESS)).await;
        asked.map(|asked| asked.code)
    }

    async fn enter(&self, said: &str, code: &str) -> Result<Began> {
        let House { app, centre, .. } = &self.house;
        let known = (said != "nobody").then(|| Caller {
            actor: Visitor::Member(MemberId::NIL).actor(*centre),
            grants: Arc::new(Grants::listed(None, [])),
            ..self.house.system.clone()
        });
        let origin = Origin {
            address: Some(ADDRESS.to_owned()),
            device: None,
        };
        let claim = self.claim(&ENTER, said);
        sign_in(app, *centre, &claim, code, known, origin).await
    }

    fn later(&self, seconds: u64) {
        self.house.app.clock.advance(Duration::from_secs(seconds));
    }
}

fn code_of<T>(result: Result<T>) -> &'static str {
    match result {
        Ok(_) => "done",
        Err(error) => error.refusal().map_or("broken", Refusal::code),
    }
}

/// Another code of six digits.
fn other(code: &str) -> String {
    let number: u32 = code.parse().unwrap();
    format!("{:06}", (number + 1) % CODES)
}

#[tokio::test]
async fn a_code_opens_once_for_what_was_said_with_it() {
    let trial = Trial::new().await;
    let code = trial.ask("甲").await.unwrap();
    assert!(code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()));
    assert_eq!(
        code_of(trial.enter("乙", &code).await),
        "hall_sign_in_failed"
    );
    assert_eq!(
        code_of(trial.enter("甲", &other(&code)).await),
        "hall_sign_in_failed"
    );
    let mut tx = trial.house.app.db.write(trial.house.centre).await.unwrap();
    let foreign = trial.claim(&OTHER, "甲");
    let used = use_in(&mut tx, &trial.house.app, &foreign, &code).await;
    assert!(!used.unwrap(), "for another purpose");
    drop(tx);
    assert_eq!(
        code_of(trial.enter("甲", &format!(" {code} ")).await),
        "done"
    );
    assert_eq!(
        code_of(trial.enter("甲", &code).await),
        "hall_sign_in_failed"
    );
    let jobs = Jobs {
        jobs: crate::JOBS.to_vec(),
        ..Jobs::default()
    };
    let house = &trial.house;
    job::run_due(&house.app, &jobs, house.centre).await.unwrap();
    let sent = trial.sent.0.lock().unwrap().clone();
    assert_eq!(sent.len(), 1);
    assert!(sent[0].contains(&format!("验证码{code}，用于试验，5分钟内有效")));
}

#[tokio::test]
async fn a_code_ends_after_five_minutes_and_when_a_new_one_is_made() {
    let trial = Trial::new().await;
    let code = trial.ask("甲").await.unwrap();
    trial.later(300);
    assert_eq!(
        code_of(trial.enter("甲", &code).await),
        "hall_sign_in_failed"
    );
    let first = trial.ask("甲").await.unwrap();
    trial.later(59);
    assert_eq!(code_of(trial.ask("甲").await), "code_too_soon");
    trial.later(1);
    let second = trial.ask("甲").await.unwrap();
    if first != second {
        assert_eq!(
            code_of(trial.enter("甲", &first).await),
            "hall_sign_in_failed"
        );
    }
    assert_eq!(code_of(trial.enter("甲", &second).await), "done");
}

#[tokio::test]
async fn five_wrong_tries_end_a_code_even_for_its_owner() {
    let trial = Trial::new().await;
    let code = trial.ask("甲").await.unwrap();
    let House { app, centre, .. } = &trial.house;
    let claim = trial.claim(&ENTER, "甲");
    for _ in 0..5 {
        let mut tx = app.db.write(*centre).await.unwrap();
        assert!(!use_in(&mut tx, app, &claim, &other(&code)).await.unwrap());
        tx.commit().await.unwrap();
    }
    let mut tx = app.db.write(*centre).await.unwrap();
    assert!(!use_in(&mut tx, app, &claim, &code).await.unwrap());
}

/// Who goes on after five wrong codes waits from this address; another address goes on.
#[tokio::test]
async fn wrong_codes_lock_their_address_out() {
    let trial = Trial::new().await;
    let code = trial.ask("甲").await.unwrap();
    for _ in 0..5 {
        let wrong = trial.enter("甲", &other(&code)).await;
        assert_eq!(code_of(wrong), "hall_sign_in_failed");
    }
    assert_eq!(code_of(trial.enter("甲", &code).await), "sign_in_locked");
    trial.later(60);
    let code = trial.ask("甲").await.unwrap();
    assert_eq!(code_of(trial.enter("甲", &code).await), "done");
    let events = trial.house.audit_events().await;
    let of = |action: &str| events.iter().filter(|event| event.action == action).count();
    assert_eq!((of("hall.sign_in"), of("session.lock")), (6, 1));
}

#[tokio::test]
async fn codes_are_bounded_by_mobile_and_a_sign_in_forgets_them() {
    let trial = Trial::new().await;
    for _ in 0..5 {
        trial.ask("甲").await.unwrap();
        trial.later(60);
    }
    // The fifth begins the wait of five minutes, of which one has gone.
    assert_eq!(
        code_of(trial.ask("乙").await),
        "code_too_often",
        "the same mobile"
    );
    trial.later(240);
    let code = trial.ask("甲").await.unwrap();
    trial.later(60);
    assert_eq!(
        code_of(trial.ask("甲").await),
        "code_too_often",
        "ten minutes now"
    );
    assert_eq!(code_of(trial.enter("甲", &code).await), "done");
    trial.ask("甲").await.unwrap();
}

/// Who isn't there is asked, answered and refused as who is, and as many rows are written for it.
#[tokio::test]
async fn nobody_can_tell_who_is_known() {
    let trial = Trial::new().await;
    let code = trial.ask("nobody").await.unwrap();
    assert_eq!(code_of(trial.ask("nobody").await), "code_too_soon");
    assert_eq!(
        code_of(trial.enter("nobody", &code).await),
        "hall_sign_in_failed"
    );
    let there = trial.ask("甲").await;
    assert_eq!(code_of(there), "done");
    let jobs = Jobs {
        jobs: crate::JOBS.to_vec(),
        ..Jobs::default()
    };
    let house = &trial.house;
    let run = job::run_due(&house.app, &jobs, house.centre).await.unwrap();
    assert_eq!(run, 2, "a message each");
    assert_eq!(
        trial.sent.0.lock().unwrap().len(),
        1,
        "and one that is sent"
    );
}

#[tokio::test]
async fn without_a_sender_nobody_is_asked_to_wait_for_a_code() {
    let mut trial = Trial::new().await;
    trial.house.app.message_sender = None;
    assert_eq!(code_of(trial.ask("甲").await), "messages_unavailable");
    assert_eq!(code_of(trial.ask("nobody").await), "messages_unavailable");
}

#[tokio::test]
async fn codes_of_the_past_are_forgotten() {
    let trial = Trial::new().await;
    trial.ask("甲").await.unwrap();
    let House { app, centre, .. } = &trial.house;
    let mut tx = app.db.write(*centre).await.unwrap();
    assert_eq!(forget_in(&mut tx, app.clock.now()).await.unwrap(), 0);
    trial.later(301);
    assert_eq!(forget_in(&mut tx, app.clock.now()).await.unwrap(), 1);
}
