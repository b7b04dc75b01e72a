use std::sync::{Arc, Mutex};
use std::time::Duration;

use db::ListQuery;
use kernel::{AccountNo, Fen, MemberId, MobileNumber, Refusal, RefusalKind, Result};
use platform::hall_session::{self, Visitor};
use platform::job::{self, Jobs};
use platform::message::{MessageSender, Sending};
use platform::session::Origin;
use platform::{Caller, DataScope, Grants};

use super::*;
use crate::account;
use crate::member::change_mobile::{self, MEMBER_CHANGE_MOBILE, MobileReason, NewMobile, changes};
use crate::remittance::reverse;
use crate::remittance::testing::{House, house, id_number, key, name, people};

const MOBILE: &str = "13800138000";

/// What was sent: the number and the text.
#[derive(Default)]
struct Inbox(Mutex<Vec<(String, String)>>);

impl MessageSender for Inbox {
    fn send<'a>(&'a self, mobile: &'a MobileNumber, text: &'a str) -> Sending<'a> {
        Box::pin(async move {
            let sent = (mobile.as_str().to_owned(), text.to_owned());
            self.0.lock().unwrap().push(sent);
            Ok(())
        })
    }
}

/// A house where two people were paid for October and November, of whom the first has a mobile on
/// file; November was taken back.
struct Trial {
    house: House,
    inbox: Arc<Inbox>,
    accounts: [AccountNo; 2],
}

async fn trial() -> Trial {
    let (mut house, inbox) = (house().await, Arc::new(Inbox::default()));
    house.app.message_sender = Some(Arc::<Inbox>::clone(&inbox));
    for (of, base) in [("2026-10", "6123.45"), ("2026-11", "7000")] {
        let remittance = house
            .assess(house.employer_id, of, &people(1..=2, base))
            .await;
        house.pay(remittance, &format!("B{of}")).await;
        if of == "2026-11" {
            let (app, system) = (&house.app, &house.system);
            reverse(app, system, &key("reverse"), remittance, "试验", Fen::ZERO)
                .await
                .unwrap();
        }
    }
    let accounts = [account_of(&house, 1).await, account_of(&house, 2).await];
    let trial = Trial {
        house,
        inbox,
        accounts,
    };
    trial.change(accounts[0], MOBILE, "first").await.unwrap();
    trial.send().await;
    trial.inbox.0.lock().unwrap().clear();
    trial
}

async fn account_of(house: &House, nth: u16) -> AccountNo {
    let query = ListQuery {
        filters: vec![("id_number".to_owned(), id_number(nth))],
        limit: 2,
        ..ListQuery::default()
    };
    let found = account::list(&house.app, &house.system, &query)
        .await
        .unwrap();
    found.items[0].account_no
}

fn new_mobile(mobile: &str) -> NewMobile {
    NewMobile {
        mobile: mobile.to_owned(),
        reason: "replaced".to_owned(),
        document: "resident_id".to_owned(),
        note: None,
    }
}

fn said(nth: u16, mobile: &str) -> Said {
    Said {
        id_number: id_number(nth),
        name: name(nth),
        mobile: mobile.to_owned(),
    }
}

fn code_of<T>(result: Result<T>) -> &'static str {
    match result {
        Ok(_) => "done",
        Err(error) => error.refusal().map_or("broken", Refusal::code),
    }
}

impl Trial {
    async fn change(
        &self,
        account_no: AccountNo,
        mobile: &str,
        word: &str,
    ) -> Result<kernel::MobileChangeId> {
        let House { app, system, .. } = &self.house;
        let new = new_mobile(mobile);
        change_mobile::change_mobile(app, system, &key(word), account_no, new).await
    }

    async fn send(&self) {
        let jobs = Jobs {
            jobs: platform::JOBS.to_vec(),
            ..Jobs::default()
        };
        let House { app, centre, .. } = &self.house;
        job::run_due(app, &jobs, *centre).await.unwrap();
    }

    async fn ask(&self, said: &Said) -> Result<String> {
        let House { app, centre, .. } = &self.house;
        let asked = ask_code(app, *centre, said, Some("10.0.0.9")).await;
        asked.map(|asked| asked.code)
    }

    async fn enter(&self, said: &Said, code: &str) -> Result<String> {
        let House { app, centre, .. } = &self.house;
        let began = sign_in(app, *centre, said, code, Origin::default()).await;
        began.map(|began| began.token)
    }

    async fn member(&self, nth: usize) -> MemberId {
        let mut tx = self.house.app.db.read(self.house.centre).await.unwrap();
        let account = account::get_in(&mut tx, self.accounts[nth]).await;
        account.unwrap().member_id
    }

    /// A member as its session brings it.
    async fn caller(&self, nth: usize) -> Caller {
        let House { app, centre, .. } = &self.house;
        let member = self.member(nth).await;
        caller_of(app, *centre, member, None).await.unwrap()
    }
}

#[tokio::test]
async fn a_member_comes_in_by_what_is_on_file_and_the_code_sent_to_it() {
    let trial = trial().await;
    let first = Said {
        id_number: format!(" {} ", id_number(1).to_lowercase()),
        name: name(1),
        mobile: "+86 138-0013-8000".to_owned(),
    };
    let code = trial.ask(&first).await.unwrap();
    trial.send().await;
    let sent = trial.inbox.0.lock().unwrap().clone();
    assert_eq!(sent.len(), 1);
    assert_eq!(sent[0].0, MOBILE);
    assert!(sent[0].1.contains(&code), "{}", sent[0].1);
    let token = trial.enter(&said(1, MOBILE), &code).await.unwrap();
    let app = &trial.house.app;
    let (_, holder) = hall_session::holder_of(app, &token).await.unwrap();
    let member = trial.member(0).await;
    assert_eq!(holder.visitor, Visitor::Member(member));
    let called = name_of(app, trial.house.centre, member).await.unwrap();
    assert_eq!(called, name(1));
}

/// The same answers for nobody, for another name, another mobile and a member without one.
#[tokio::test]
async fn who_says_anything_wrong_learns_nothing() {
    let trial = trial().await;
    let strangers = [
        said(9, "13900139000"),
        said(2, "13800138001"),
        Said {
            name: name(2),
            ..said(1, "13800138002")
        },
        said(1, "13800138003"),
    ];
    for stranger in strangers {
        let code = trial.ask(&stranger).await.unwrap();
        let refused = trial.enter(&stranger, &code).await.unwrap_err();
        let refusal = refused.refusal().unwrap();
        assert_eq!(refusal.kind(), RefusalKind::Unauthenticated);
        assert_eq!(refusal.code(), "hall_sign_in_failed");
    }
    trial.send().await;
    assert!(trial.inbox.0.lock().unwrap().is_empty(), "nothing is sent");
    let malformed = Said {
        mobile: "1380".to_owned(),
        ..said(1, MOBILE)
    };
    assert_eq!(code_of(trial.ask(&malformed).await), "hall_claim_invalid");
}

#[tokio::test]
async fn a_member_reads_its_own_account_whole_and_leaves_no_trail() {
    let trial = trial().await;
    let (app, caller) = (&trial.house.app, trial.caller(0).await);
    let mut tx = app.db.read(trial.house.centre).await.unwrap();
    let (before, _) = platform::audit::tail(&mut tx).await.unwrap();
    drop(tx);
    let own = show(app, &caller).await.unwrap();
    assert_eq!(
        (own.name.as_str(), own.mobile.as_deref()),
        (name(1).as_str(), Some("138****8000"))
    );
    assert!(own.id_number.contains("**********"));
    assert_eq!(own.account.account_no, trial.accounts[0]);
    // 8 % of 6,123.45 yuan to the yuan, twice.
    assert_eq!(own.account.balance_fen, Fen::new(98_000));
    assert_eq!(own.paid_through, Some("2026-10".parse().unwrap()));

    let first = entries(app, &caller, None, 2).await.unwrap();
    let told: Vec<(i64, i64)> = first
        .items
        .iter()
        .map(|entry| (entry.entry_no, entry.amount_fen.get()))
        .collect();
    assert_eq!(told, [(3, -112_000), (2, 112_000)]);
    assert_eq!(first.items[0].kind_label, "汇缴（冲销）");
    assert_eq!(
        first.items[0].explanation,
        "冲销第2笔明细：2026年11月的汇缴记账有误，退回1,120.00元"
    );
    assert_eq!(
        first.items[1].explanation,
        "2026年11月汇缴：缴存基数7,000.00元 × 单位8% = 560.00元，7,000.00元 × 个人8% = 560.00元\
         （四舍五入到元），合计1,120.00元"
    );
    let rest = entries(app, &caller, first.next_before, 2).await.unwrap();
    assert_eq!((rest.items.len(), rest.next_before), (1, None));
    assert!(
        rest.items[0]
            .explanation
            .contains("缴存基数6,123.45元 × 单位8% = 490.00元")
    );

    let years = years(app, &caller).await.unwrap();
    assert_eq!(years.len(), 1, "what was taken back is no contribution");
    assert_eq!((years[0].year, years[0].months.len()), (2026, 1));
    assert_eq!(years[0].employer_fen, Fen::new(49_000));
    let mut tx = app.db.read(trial.house.centre).await.unwrap();
    let (after, _) = platform::audit::tail(&mut tx).await.unwrap();
    assert_eq!(before, after, "reading one's own isn't audited");
}

#[tokio::test]
async fn a_member_reaches_nothing_of_another_s() {
    let trial = trial().await;
    let (app, caller) = (&trial.house.app, trial.caller(1).await);
    let own = show(app, &caller).await.unwrap();
    assert_eq!(
        (own.account.account_no, own.mobile),
        (trial.accounts[1], None)
    );
    let (other, query) = (trial.accounts[0], ListQuery::default());
    let opened = [
        code_of(account::show(app, &caller, other).await),
        code_of(account::entries(app, &caller, other, &query).await),
        code_of(account::months(app, &caller, other).await),
        code_of(account::statement(app, &caller, other, None, None).await),
        code_of(account::list(app, &caller, &query).await),
        code_of(changes(app, &caller, other).await),
        code_of(
            change_mobile::change_mobile(
                app,
                &caller,
                &key("own"),
                trial.accounts[1],
                new_mobile(MOBILE),
            )
            .await,
        ),
    ];
    assert!(opened.iter().all(|code| *code != "done"), "{opened:?}");
}

#[tokio::test]
async fn staff_come_in_by_no_hall() {
    let trial = trial().await;
    let (app, system) = (&trial.house.app, &trial.house.system);
    assert_eq!(code_of(show(app, system).await), "action_forbidden");
    assert_eq!(
        code_of(entries(app, system, None, 5).await),
        "action_forbidden"
    );
    assert_eq!(
        code_of(years(app, &trial.house.stranger()).await),
        "action_forbidden"
    );
    let nobody = caller_of(app, trial.house.centre, MemberId::NIL, None).await;
    assert_eq!(code_of(nobody), "member_unknown");
}

#[tokio::test]
async fn a_new_mobile_ends_what_the_old_one_opened_and_both_are_told() {
    let trial = trial().await;
    let before = said(1, MOBILE);
    let code = trial.ask(&before).await.unwrap();
    let token = trial.enter(&before, &code).await.unwrap();
    let code = trial.ask(&before).await.unwrap();
    trial.send().await;
    trial.inbox.0.lock().unwrap().clear();
    trial
        .change(trial.accounts[0], "139 0013 9000", "second")
        .await
        .unwrap();
    let app = &trial.house.app;
    let ended = hall_session::holder_of(app, &token).await;
    assert_eq!(code_of(ended), "hall_session_invalid");
    let entered = trial.enter(&before, &code).await;
    assert_eq!(
        code_of(entered),
        "hall_sign_in_failed",
        "a code sent before"
    );
    trial.send().await;
    let told = trial.inbox.0.lock().unwrap().clone();
    let numbers: Vec<&str> = told.iter().map(|(number, _)| number.as_str()).collect();
    assert_eq!(numbers, [MOBILE, "13900139000"]);
    assert!(told[0].1.contains("139****9000") && !told[0].1.contains("13900139000"));

    let account_no = trial.accounts[0];
    let history = changes(app, &trial.house.system, account_no).await.unwrap();
    let numbers: Vec<_> = history
        .iter()
        .map(|change| (change.old_mobile.as_deref(), change.new_mobile.as_str()))
        .collect();
    let masked = Some("138****8000");
    assert_eq!(numbers, [(masked, "139****9000"), (None, "138****8000")]);
    assert_eq!(history[0].reason, MobileReason::Replaced);
    assert_eq!(trial.house.findings().await, []);

    let after = said(1, "13900139000");
    app.clock.advance(Duration::from_secs(60));
    let code = trial.ask(&after).await.unwrap();
    assert_eq!(code_of(trial.enter(&after, &code).await), "done");
}

#[tokio::test]
async fn a_mobile_changes_once_in_order_and_by_who_may() {
    let trial = trial().await;
    let (app, account_no) = (&trial.house.app, trial.accounts[0]);
    assert_eq!(
        code_of(trial.change(account_no, MOBILE, "same").await),
        "mobile_unchanged"
    );
    let first = trial
        .change(account_no, "13900139000", "once")
        .await
        .unwrap();
    let again = trial
        .change(account_no, "13900139000", "once")
        .await
        .unwrap();
    assert_eq!(first, again);
    let other = trial.change(account_no, "13900139001", "once").await;
    assert_eq!(code_of(other), "idempotency_key_reused");
    let wrong = NewMobile {
        mobile: "1390".to_owned(),
        reason: "other".to_owned(),
        document: "hearsay".to_owned(),
        note: Some(" ".to_owned()),
    };
    let system = &trial.house.system;
    let word = key("wrong");
    let refused = change_mobile::change_mobile(app, system, &word, account_no, wrong);
    let refused = refused.await.unwrap_err();
    let refusal = refused.refusal().unwrap();
    assert_eq!(refusal.code(), "mobile_change_invalid");
    let fields: Vec<&str> = refusal
        .findings()
        .iter()
        .map(|one| one.field.as_ref())
        .collect();
    assert_eq!(fields, ["mobile", "document", "note"]);
    let granted = |branch| Caller {
        grants: Arc::new(Grants::listed(
            branch,
            [(MEMBER_CHANGE_MOBILE.code.to_owned(), DataScope::OwnBranch)],
        )),
        ..trial.house.stranger()
    };
    let (_, county) = trial.house.county_employer(2).await;
    for (branch, expected) in [
        (Some(county), "action_forbidden"),
        (None, "action_forbidden"),
        (Some(trial.house.branch()), "done"),
    ] {
        let (clerk, word) = (granted(branch), key("clerk"));
        let new = new_mobile("13700137000");
        let asked = change_mobile::change_mobile(app, &clerk, &word, account_no, new);
        assert_eq!(code_of(asked.await), expected);
    }
}

#[tokio::test]
async fn a_demo_shows_who_has_a_mobile() {
    let trial = trial().await;
    let House { app, centre, .. } = &trial.house;
    let shown = shown_in_demo(app, *centre, 3).await.unwrap();
    assert_eq!(shown.len(), 1, "the other has none");
    let code = trial.ask(&shown[0]).await.unwrap();
    assert_eq!(code_of(trial.enter(&shown[0], &code).await), "done");
}
