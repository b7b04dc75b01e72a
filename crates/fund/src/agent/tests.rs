//! Agents from their invitation to their end.

use std::sync::Arc;
use std::time::Duration;

use kernel::{AccountNo, AgentId, EmployerId, Error, Fen, MobileNumber, Result};
use platform::hall_session;
use platform::message::{MessageSender, Sending};
use platform::session::Origin;
use platform::{App, Caller, DataScope, Grants};

use super::*;
use crate::remittance;
use crate::remittance::testing::{House, TITLES, house, key, people, workbook};
use crate::roster::{self, Upload};
use crate::sealing::{self, NewSealing, SealReason, Who};
use crate::testing::refused;

/// The mobile number of the 经办人 that the house's employers register.
const MOBILE: &str = "13800138000";
const OTHER_MOBILE: &str = "13900139000";
const PASSWORD: &str = "Gua-wa-77-tian";
const ADDRESS: &str = "10.0.0.9";

/// Takes every message and keeps none.
struct Nowhere;

impl MessageSender for Nowhere {
    fn send<'a>(&'a self, _: &'a MobileNumber, _: &'a str) -> Sending<'a> {
        Box::pin(async { Ok(()) })
    }
}

fn new(invitee: Invitee, is_lead: bool) -> NewAgent {
    NewAgent {
        invitee,
        is_lead,
        delivery: Delivery::Shown,
    }
}

fn named(name: &str, mobile: &str) -> Invitee {
    Invitee::Named {
        name: name.to_owned(),
        mobile: mobile.to_owned(),
    }
}

fn credentials(mobile: &str) -> Credentials {
    Credentials {
        mobile: mobile.to_owned(),
        password: PASSWORD.to_owned(),
    }
}

fn is_refused<T>(result: Result<T>) -> &'static str {
    let error: Option<Error> = result.err();
    error.map_or("done", |error| {
        error.refusal().map_or("broken", |it| it.code())
    })
}

impl House {
    async fn invited(&self, word: &str, employer_id: EmployerId, new: NewAgent) -> Invited {
        invite(&self.app, &self.system, &key(word), employer_id, new)
            .await
            .unwrap()
    }

    async fn accepts(&self, word: &str, mobile: &str, code: &str, password: &str) -> Result<()> {
        let acceptance = Acceptance {
            mobile: mobile.to_owned(),
            code: code.to_owned(),
            password: password.to_owned(),
        };
        accept(
            &self.app,
            self.centre,
            Some(ADDRESS),
            &key(word),
            &acceptance,
        )
        .await
    }

    /// An agent that has come.
    pub(crate) async fn agent(
        &self,
        word: &str,
        employer_id: EmployerId,
        invitee: Invitee,
        is_lead: bool,
    ) -> AgentId {
        let mobile = match &invitee {
            Invitee::Registered => MOBILE.to_owned(),
            Invitee::Named { mobile, .. } => mobile.clone(),
        };
        let invited = self.invited(word, employer_id, new(invitee, is_lead)).await;
        let word = format!("accept-{word}");
        self.accepts(&word, &mobile, &invited.code.unwrap(), PASSWORD)
            .await
            .unwrap();
        invited.agent_id
    }

    async fn acting(&self, agent_id: AgentId, employer_id: EmployerId) -> Result<Caller> {
        let (app, centre) = (&self.app, self.centre);
        caller_of(app, centre, agent_id, employer_id, None).await
    }

    fn sending(&self) -> App {
        let mut app = self.app.clone();
        app.message_sender = Some(Arc::new(Nowhere));
        app
    }

    /// The token of a session of the agent of a mobile number.
    async fn comes_in(&self, mobile: &str) -> String {
        let (app, centre) = (self.sending(), self.centre);
        let asked = send_code(&app, centre, Some(ADDRESS), &credentials(mobile))
            .await
            .unwrap();
        let origin = Origin {
            address: Some(ADDRESS.to_owned()),
            device: None,
        };
        sign_in(&app, centre, origin, &credentials(mobile), &asked.code)
            .await
            .unwrap()
            .token
    }

    async fn ends(
        &self,
        caller: &Caller,
        word: &str,
        of: EmployerId,
        agent: AgentId,
    ) -> Result<()> {
        end(&self.app, caller, &key(word), of, agent, None).await
    }
}

#[tokio::test]
async fn who_is_invited_and_accepts_acts_for_that_employer_alone() {
    let house = house().await;
    let other = house.another_employer(2).await;
    let own = house.employer_id;
    let invited = house
        .invited("lead", own, new(Invitee::Registered, true))
        .await;
    let agent_id = invited.agent_id;
    assert_eq!(
        is_refused(house.acting(agent_id, own).await),
        "employer_unknown"
    );
    let code = invited.code.unwrap();
    let shouted = format!(" {} ", code.to_uppercase());
    house
        .accepts("a1", "138 0013 8000", &shouted, PASSWORD)
        .await
        .unwrap();
    let caller = house.acting(agent_id, own).await.unwrap();
    assert_eq!(caller.name, "经办人 李**");
    assert!(caller.is_visitor());
    assert_eq!(
        is_refused(house.acting(agent_id, other).await),
        "employer_unknown"
    );
    let (app, page) = (&house.app, crate::testing::page);
    let seen = employer::show(app, &caller, own).await.unwrap();
    assert_eq!(seen.summary.employer_id, own);
    assert_eq!(
        refused(employer::show(app, &caller, other).await),
        "action_forbidden"
    );
    let rosters = roster::rosters(app, &caller, &page(&[])).await.unwrap();
    assert_eq!(rosters.items.len(), 0);
    // A repeated request isn't told the code again; the code is good once.
    let again = house
        .invited("lead", own, new(Invitee::Registered, true))
        .await;
    assert_eq!((again.agent_id, again.code), (agent_id, None));
    house.accepts("a1", MOBILE, &code, PASSWORD).await.unwrap();
    assert_eq!(
        is_refused(house.accepts("a2", MOBILE, &code, PASSWORD).await),
        "invitation_invalid"
    );
    let acted_for = acts_for(app, house.centre, agent_id).await.unwrap();
    let acted_for: Vec<_> = acted_for
        .iter()
        .map(|one| (one.employer_id, one.is_lead))
        .collect();
    assert_eq!(acted_for, [(own, true)]);
    assert_eq!(house.findings().await, []);
}

#[tokio::test]
async fn an_invitation_is_over_after_a_week_five_wrong_codes_or_another_one() {
    let house = house().await;
    let own = house.employer_id;
    let lead = || new(Invitee::Registered, true);
    let first = house.invited("i1", own, lead()).await.code.unwrap();
    let second = house.invited("i2", own, lead()).await.code.unwrap();
    assert_ne!(first, second);
    assert_eq!(
        is_refused(house.accepts("a1", MOBILE, &first, PASSWORD).await),
        "invitation_invalid"
    );
    // A password that can't be is no wrong code.
    for _ in 0..6 {
        let short = house.accepts("a2", MOBILE, &second, "short").await;
        assert_eq!(is_refused(short), "password_too_short");
    }
    for _ in 0..4 {
        let wrong = house.accepts("a3", MOBILE, "aaaaaaaaaa", PASSWORD).await;
        assert_eq!(is_refused(wrong), "invitation_invalid");
    }
    house.app.clock.advance(Duration::from_secs(3_600));
    let right = house.accepts("a4", MOBILE, &second, PASSWORD).await;
    assert_eq!(is_refused(right), "invitation_invalid", "tried too often");
    let third = house.invited("i3", own, lead()).await.code.unwrap();
    house.app.clock.advance(Duration::from_secs(7 * 86_400));
    let late = house.accepts("a5", MOBILE, &third, PASSWORD).await;
    assert_eq!(is_refused(late), "invitation_invalid", "a week later");
    let unknown = house.accepts("a6", OTHER_MOBILE, &third, PASSWORD).await;
    assert_eq!(is_refused(unknown), "invitation_invalid");
    house.app.clock.advance(Duration::from_secs(3_600));
    let fourth = house.invited("i4", own, lead()).await.code.unwrap();
    house
        .accepts("a7", MOBILE, &fourth, PASSWORD)
        .await
        .unwrap();
    let again = invite(&house.app, &house.system, &key("i5"), own, lead()).await;
    assert_eq!(is_refused(again), "agent_exists");
    assert_eq!(house.findings().await, []);
}

#[tokio::test]
async fn one_agent_acts_for_several_employers_by_one_password() {
    let house = house().await;
    let (own, other) = (house.employer_id, house.another_employer(2).await);
    let agent_id = house.agent("one", own, Invitee::Registered, true).await;
    let elsewhere = new(named("张会计", MOBILE), false);
    let refusal = invite(&house.app, &house.system, &key("x"), other, elsewhere).await;
    assert_eq!(is_refused(refusal), "agent_named_otherwise");
    let second = house
        .invited("two", other, new(Invitee::Registered, false))
        .await;
    assert_eq!(second.agent_id, agent_id);
    let code = second.code.unwrap();
    let wrong = house.accepts("w", MOBILE, &code, "Another-pass-9").await;
    assert_eq!(is_refused(wrong), "agent_password_wrong");
    house.accepts("r", MOBILE, &code, PASSWORD).await.unwrap();
    let acted_for = acts_for(&house.app, house.centre, agent_id).await.unwrap();
    let acted_for: Vec<_> = acted_for
        .iter()
        .map(|one| (one.employer_id, one.is_lead))
        .collect();
    assert_eq!(acted_for, [(own, true), (other, false)]);
    // Each request reaches the one employer that it is about.
    let here = house.acting(agent_id, own).await.unwrap();
    assert_eq!(
        refused(employer::show(&house.app, &here, other).await),
        "action_forbidden"
    );
    let there = house.acting(agent_id, other).await.unwrap();
    let of_another = agents(&house.app, &there, other).await;
    assert_eq!(refused(of_another), "agent_not_lead");
    assert_eq!(house.findings().await, []);
}

#[tokio::test]
async fn a_lead_invites_and_ends_the_others_and_the_last_lead_stays() {
    let house = house().await;
    let own = house.employer_id;
    let lead_id = house.agent("lead", own, Invitee::Registered, true).await;
    let lead = house.acting(lead_id, own).await.unwrap();
    let second = new(named("王二", OTHER_MOBILE), true);
    let invited = invite(&house.app, &lead, &key("second"), own, second).await;
    let invited = invited.unwrap();
    assert_eq!(
        is_refused(house.ends(&lead, "e1", own, lead_id).await),
        "agent_last_lead"
    );
    house
        .accepts("a", OTHER_MOBILE, &invited.code.unwrap(), PASSWORD)
        .await
        .unwrap();
    let listed = agents(&house.app, &lead, own).await.unwrap();
    let listed: Vec<_> = listed
        .iter()
        .map(|one| {
            (
                one.name.as_str(),
                one.mobile.as_str(),
                one.status,
                one.can.len(),
            )
        })
        .collect();
    assert_eq!(
        listed,
        [
            ("王*", "139****9000", AgentStatus::Active, 1),
            ("李**", "138****8000", AgentStatus::Active, 1),
        ]
    );
    house.ends(&lead, "e2", own, lead_id).await.unwrap();
    assert_eq!(
        is_refused(house.acting(lead_id, own).await),
        "employer_unknown"
    );
    let second = house.acting(invited.agent_id, own).await.unwrap();
    let gone = house.ends(&second, "e3", own, lead_id).await;
    assert_eq!(is_refused(gone), "agent_unknown");
    let last = house.ends(&second, "e4", own, invited.agent_id).await;
    assert_eq!(is_refused(last), "agent_last_lead");
    // The centre ends whom it likes.
    house
        .ends(&house.system, "e5", own, invited.agent_id)
        .await
        .unwrap();
    assert_eq!(house.findings().await, []);
}

#[tokio::test]
async fn the_last_employer_s_end_ends_the_sessions_at_once() {
    let house = house().await;
    let (own, other) = (house.employer_id, house.another_employer(2).await);
    let agent_id = house.agent("one", own, Invitee::Registered, true).await;
    house.agent("two", other, Invitee::Registered, true).await;
    let token = house.comes_in(MOBILE).await;
    let app = &house.app;
    house
        .ends(&house.system, "e1", own, agent_id)
        .await
        .unwrap();
    hall_session::holder_of(app, &token).await.unwrap();
    assert_eq!(
        is_refused(house.acting(agent_id, own).await),
        "employer_unknown"
    );
    house.acting(agent_id, other).await.unwrap();
    house
        .ends(&house.system, "e2", other, agent_id)
        .await
        .unwrap();
    let ended = hall_session::holder_of(app, &token).await;
    assert_eq!(is_refused(ended), "hall_session_invalid");
    assert_eq!(acts_for(app, house.centre, agent_id).await.unwrap(), []);
    let sent = send_code(&house.sending(), house.centre, None, &credentials(MOBILE)).await;
    assert_eq!(is_refused(sent), "agent_sign_in_failed");
    // Invited anew it is somebody else, with a password of its own.
    let anew = house.agent("three", own, Invitee::Registered, true).await;
    assert_ne!(anew, agent_id);
    assert_eq!(house.findings().await, []);
}

#[tokio::test]
async fn an_agent_comes_in_by_its_password_and_a_code() {
    let house = house().await;
    house
        .agent("one", house.employer_id, Invitee::Registered, true)
        .await;
    let (app, centre) = (house.sending(), house.centre);
    let wrong = Credentials {
        password: "Another-pass-9".to_owned(),
        ..credentials(MOBILE)
    };
    let sent = send_code(&app, centre, Some(ADDRESS), &wrong).await;
    assert_eq!(is_refused(sent), "agent_sign_in_failed");
    let unknown = send_code(&app, centre, Some(ADDRESS), &credentials(OTHER_MOBILE)).await;
    assert_eq!(is_refused(unknown), "agent_sign_in_failed");
    let code = send_code(&app, centre, Some(ADDRESS), &credentials(MOBILE))
        .await
        .unwrap()
        .code;
    let origin = || Origin {
        address: Some(ADDRESS.to_owned()),
        device: None,
    };
    let no_password = sign_in(&app, centre, origin(), &wrong, &code).await;
    assert_eq!(is_refused(no_password), "hall_sign_in_failed");
    let used_up = sign_in(&app, centre, origin(), &credentials(MOBILE), &code).await;
    assert_eq!(
        is_refused(used_up),
        "hall_sign_in_failed",
        "a code is tried once with a secret"
    );
    for _ in 0..5 {
        let sent = send_code(&app, centre, Some(ADDRESS), &wrong).await;
        if is_refused(sent) == "sign_in_locked" {
            break;
        }
    }
    let locked = send_code(&app, centre, Some(ADDRESS), &credentials(MOBILE)).await;
    assert_eq!(is_refused(locked), "sign_in_locked");
    app.clock.advance(Duration::from_secs(3_600));
    house.comes_in(MOBILE).await;
}

#[tokio::test]
async fn only_staff_of_its_branch_invite_for_an_employer() {
    let house = house().await;
    let (county_employer, county) = house.county_employer(3).await;
    let clerk = |branch| Caller {
        grants: Arc::new(Grants::listed(
            Some(branch),
            ["agent.invite", "agent.end", "agent.read"]
                .map(|code| (code.to_owned(), DataScope::OwnBranch)),
        )),
        ..house.stranger()
    };
    let lead = || new(Invitee::Registered, true);
    for (word, caller, of, expected) in [
        ("s1", house.stranger(), county_employer, "action_forbidden"),
        ("s2", clerk(county), house.employer_id, "action_forbidden"),
        ("s3", clerk(county), county_employer, "done"),
    ] {
        let invited = invite(&house.app, &caller, &key(word), of, lead()).await;
        assert_eq!(is_refused(invited), expected, "{word}");
    }
    let listed = agents(&house.app, &clerk(house.branch()), county_employer).await;
    assert_eq!(is_refused(listed), "action_forbidden");
}

/// A file is there for who uploaded it: its bytes' name opens nobody else's.
#[tokio::test]
async fn an_agent_uploads_no_other_s_file() {
    let house = house().await;
    let own = house.employer_id;
    let agent_id = house.agent("one", own, Invitee::Registered, true).await;
    let caller = house.acting(agent_id, own).await.unwrap();
    let bytes = workbook(TITLES, &people(1..=2, "6000"));
    let upload = Upload {
        employer_id: own,
        file: house.store(bytes.clone()).await,
        month: "2026-10".parse().unwrap(),
    };
    let of_staff = roster::upload(&house.app, &caller, &key("u1"), &upload).await;
    assert_eq!(refused(of_staff), "file_unknown");
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    platform::file::store(&house.app, &caller, "清册.xlsx", kind, bytes)
        .await
        .unwrap();
    let roster_id = roster::upload(&house.app, &caller, &key("u1"), &upload)
        .await
        .unwrap();
    let seen = roster::roster(&house.app, &caller, roster_id)
        .await
        .unwrap();
    assert_eq!(seen.can, ["confirm", "discard", "export"]);
    roster::confirm(&house.app, &caller, &key("c1"), roster_id)
        .await
        .unwrap();
    assert_eq!(house.findings().await, []);
}

/// What an employer's agent is told of people who work elsewhere, by what the clerk is told.
#[tokio::test]
async fn an_agent_learns_of_people_elsewhere_only_that_they_are() {
    let house = house().await;
    let (own, other) = (house.employer_id, house.another_employer(2).await);
    house.assess(other, "2026-10", &people(1..=4, "6000")).await;
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    tx.execute_one(&FREEZE, ()).await.unwrap();
    tx.commit().await.unwrap();
    let moved = [1_000_000_003, 1_000_000_004].map(|no| AccountNo::new(no).unwrap());
    let sealing = NewSealing {
        employer_id: other,
        from_month: "2026-11".parse().unwrap(),
        reason: SealReason::Moved,
        note: None,
        who: Who::Accounts(moved.to_vec()),
    };
    sealing::seal(&house.app, &house.system, &key("seal"), sealing)
        .await
        .unwrap();
    // 1 contributes elsewhere, 2 is frozen there, 3 is sealed there from the next month on; 4 as well,
    // and the name isn't that of the number; 5 is nobody's.
    let mut rows = people(1..=5, "7000");
    rows[3][0] = "赵某某".to_owned();
    let roster = house
        .upload("r", own, "2026-10", TITLES, &rows)
        .await
        .unwrap();
    let agent_id = house.agent("one", own, Invitee::Registered, true).await;
    let agent = house.acting(agent_id, own).await.unwrap();
    let told = async |caller: &Caller| {
        let page = crate::testing::page(&[]);
        let lines = roster::lines(&house.app, caller, roster, &page)
            .await
            .unwrap();
        let line = |line: &roster::LineView| {
            let codes = line.findings.iter().map(|finding| finding.code.clone());
            (
                codes.collect::<Vec<_>>().join(","),
                line.account_no.is_some(),
            )
        };
        lines.items.iter().map(line).collect::<Vec<_>>()
    };
    let as_told = |rows: [(&str, bool); 5]| rows.map(|(codes, known)| (codes.to_owned(), known));
    assert_eq!(
        told(&house.system).await,
        as_told([
            ("active_elsewhere", true),
            ("frozen_elsewhere", true),
            ("sealed_elsewhere_later", true),
            ("name_differs,sealed_elsewhere_later", true),
            ("", false),
        ])
    );
    assert_eq!(
        told(&agent).await,
        as_told([
            ("active_elsewhere", false),
            ("active_elsewhere", false),
            ("sealed_elsewhere_later", false),
            ("name_differs", false),
            ("", false),
        ])
    );
}

/// Of who has gone on to another employer, an employer that is months behind is told what it
/// contributed on itself, not what the other does.
#[tokio::test]
async fn a_roster_of_a_past_month_holds_nothing_of_another_employer() {
    let house = house().await;
    let (own, other) = (house.employer_id, house.another_employer(2).await);
    let (app, system) = (&house.app, &house.system);
    let october = house.assess(own, "2026-10", &people(1..=2, "6000")).await;
    remittance::cancel(app, system, &key("cancel"), october, "重报")
        .await
        .unwrap();
    let moved = AccountNo::new(1_000_000_001).unwrap();
    let sealing = NewSealing {
        employer_id: own,
        from_month: "2026-11".parse().unwrap(),
        reason: SealReason::Moved,
        note: None,
        who: Who::Accounts(vec![moved]),
    };
    sealing::seal(app, system, &key("seal"), sealing)
        .await
        .unwrap();
    let first = house.assess(other, "2026-10", &people(9..=9, "5000")).await;
    house.pay(first, "B1").await;
    let gone = [people(1..=1, "9000"), people(9..=9, "5000")].concat();
    house.assess(other, "2026-11", &gone).await;
    let agent_id = house.agent("one", own, Invitee::Registered, true).await;
    let agent = house.acting(agent_id, own).await.unwrap();
    // The workbook of October imports back: with what they contributed on then.
    let exported = roster::next_workbook(app, &agent, own).await.unwrap();
    let upload = async |word: &str, bytes: Vec<u8>| {
        let upload = Upload {
            employer_id: own,
            file: house.store(bytes).await,
            month: "2026-10".parse().unwrap(),
        };
        roster::upload(app, system, &key(word), &upload)
            .await
            .unwrap()
    };
    let roster = upload("u1", exported.bytes).await;
    let page = crate::testing::page(&[]);
    let lines = roster::lines(app, &agent, roster, &page).await.unwrap();
    let bases: Vec<_> = lines
        .items
        .iter()
        .filter_map(|line| line.base_fen)
        .collect();
    assert_eq!(bases, [Fen::from_yuan(6_000), Fen::from_yuan(6_000)]);
    let without = upload("u2", workbook(TITLES, &people(2..=2, "6000"))).await;
    let first_page = kernel::PageRequest::new(None, None).unwrap();
    let missing = roster::missing(app, &agent, without, &first_page)
        .await
        .unwrap();
    let missing: Vec<_> = missing
        .items
        .iter()
        .map(|one| (one.account_no, one.base_fen, one.monthly_fen))
        .collect();
    assert_eq!(
        missing,
        [(moved, Fen::from_yuan(6_000), Fen::from_yuan(960))]
    );
}

db::statements! {
    /// Somebody's account is frozen by a court.
    FREEZE: () => () =
        "UPDATE account SET status = 'frozen' WHERE centre_id = $1 AND account_no = 1000000002";
}
