//! 转移催办: asked, sealed, forced, declined, given up.

use std::sync::Arc;

use db::ListQuery;
use kernel::{
    AccountNo, Actor, BranchId, EmployerId, Result, RosterId, SealingId, StaffId, TransferCaseId,
};
use platform::audit::Event;
use platform::{Caller, DataScope, Grants};

use super::{CaseItem, CaseStatus, Decision, Party, cases, decide, notice, open, show};
use crate::account::{self, AccountStatus};
use crate::remittance::testing::{House, TITLES, house, key, month, page, people};
use crate::sealing::{self, NewSealing, SealReason, Who};
use crate::testing::refused;
use crate::verify::verify;
use crate::{remittance, roster};

/// A house where the second person works with the first employer, and stands in the other's roster.
struct Two {
    house: House,
    other: EmployerId,
    /// The other employer's branch.
    county: BranchId,
    roster: RosterId,
}

/// A house where somebody was asked for and sealed.
pub(crate) async fn moved() -> House {
    let two = two().await;
    two.opened().await;
    let case = two.case().await;
    two.sealed(case.account_no).await;
    two.house
}

async fn two() -> Two {
    let house = house().await;
    let (other, county) = house.county_employer(2).await;
    let rows = people(1..=2, "6000");
    let october = house.assess(house.employer_id, "2026-10", &rows).await;
    house.pay(october, "A001").await;
    let rows = [people(2..=2, "8000"), people(30..=30, "6000")].concat();
    let there = house
        .assess(other, "2026-10", &people(30..=30, "6000"))
        .await;
    house.pay(there, "A002").await;
    let roster = house.upload("two", other, "2026-11", TITLES, &rows).await;
    Two {
        other,
        county,
        roster: roster.unwrap(),
        house,
    }
}

impl Two {
    async fn open(&self, word: &str) -> Result<usize> {
        let House { app, system, .. } = &self.house;
        open(app, system, &key(word), self.roster).await
    }

    async fn case(&self) -> CaseItem {
        let House { app, system, .. } = &self.house;
        let mut found = cases(app, system, &page()).await.unwrap().items;
        assert_eq!(found.len(), 1);
        found.remove(0)
    }

    async fn opened(&self) -> TransferCaseId {
        assert_eq!(self.open("open").await.unwrap(), 1);
        self.case().await.case_id
    }

    async fn decide(&self, by: &Caller, word: &str, decision: Decision) -> Result<()> {
        let id = self.case().await.case_id;
        let reason = "原单位已出具证明";
        decide(&self.house.app, by, &key(word), id, &decision, reason).await
    }

    /// The other reads the month's roster anew: the codes of what is wrong.
    async fn again(&self, word: &str) -> Vec<String> {
        let House { app, system, .. } = &self.house;
        let rows = [people(2..=2, "8000"), people(30..=30, "6000")].concat();
        let upload = self
            .house
            .upload(word, self.other, "2026-11", TITLES, &rows);
        let roster = upload.await.unwrap();
        let lines = roster::lines(app, system, roster, &page()).await.unwrap();
        let findings = lines.items.into_iter().flat_map(|line| line.findings);
        findings.map(|finding| finding.code).collect()
    }

    /// The old employer seals the account, by somebody else than who asked for it.
    async fn sealed(&self, account_no: AccountNo) {
        let who = Who::Accounts(vec![account_no]);
        self.seal(&self.reviewer(), "seal", who).await.unwrap();
    }

    async fn seal(&self, by: &Caller, word: &str, who: Who) -> Result<SealingId> {
        let new = NewSealing {
            employer_id: self.house.employer_id,
            from_month: month("2026-11"),
            reason: SealReason::Moved,
            note: None,
            who,
        };
        sealing::seal(&self.house.app, by, &key(word), new).await
    }

    async fn proof(&self) -> Decision {
        let proof = self.house.store(b"%PDF-1.7 termination".to_vec()).await;
        Decision::Force { proof }
    }

    fn later(&self, instant: &str) {
        self.house.app.clock.set(instant.parse().unwrap());
    }

    /// Someone of one branch with every right there.
    fn clerk_of(&self, branch: BranchId) -> Caller {
        let actions = crate::ACTIONS.iter().map(|action| action.code.to_owned());
        let granted = actions.map(|code| (code, DataScope::OwnBranch));
        Caller {
            branch: Some(branch),
            grants: Arc::new(Grants::listed(Some(branch), granted)),
            ..self.reviewer()
        }
    }

    /// Someone of the whole centre with every right, who isn't the system.
    fn reviewer(&self) -> Caller {
        let actions = crate::ACTIONS.iter().map(|action| action.code.to_owned());
        let granted = actions.map(|code| (code, DataScope::Centre));
        Caller {
            actor: Actor::staff(self.house.centre, StaffId::new(&self.house.app.clock)),
            name: "复核".to_owned(),
            branch: None,
            grants: Arc::new(Grants::listed(None, granted)),
            address: None,
            approved: None,
        }
    }
}

#[tokio::test]
async fn the_old_employer_seals_in_time_and_the_account_comes_over() {
    let two = two().await;
    let id = two.opened().await;
    assert_eq!(refused(two.open("again").await), "nobody_to_transfer");
    let case = two.case().await;
    assert_eq!(case.due_on.to_string(), "2026-12-05");
    two.sealed(case.account_no).await;
    let House { app, system, .. } = &two.house;
    let view = show(app, system, id).await.unwrap();
    assert_eq!(view.item.status, CaseStatus::Sealed);
    assert_eq!(view.can, Vec::<&str>::new());
    assert_eq!(two.again("two-again").await, Vec::<String>::new());
    assert_eq!(two.house.findings().await, Vec::new());
}

/// By its serial people know a case in the trail, whatever became of it.
#[tokio::test]
async fn every_event_of_a_case_tells_its_serial() {
    let two = two().await;
    let id = two.opened().await;
    let House { app, system, .. } = &two.house;
    notice(app, system, id).await.unwrap();
    two.decide(system, "w", Decision::Withdraw).await.unwrap();
    let of_the_case = ListQuery {
        filters: vec![("subject_id".to_owned(), id.to_string())],
        ..page()
    };
    let events = platform::audit::events(app, system, &of_the_case).await;
    let events = events.unwrap().items;
    let tells = |event: &&Event| event.detail.contains(r#""serial":1"#);
    let actions: Vec<&str> = events
        .iter()
        .filter(tells)
        .map(|event| event.action.as_str())
        .collect();
    assert_eq!(
        actions,
        ["transfer.withdraw", "transfer.notify", "transfer.open"]
    );
}

#[tokio::test]
async fn somebody_who_stands_in_the_roster_twice_is_asked_for_once() {
    let two = two().await;
    let rows = [people(2..=2, "8000"), people(2..=2, "8000")].concat();
    let upload = two
        .house
        .upload("twice", two.other, "2026-11", TITLES, &rows);
    let roster = upload.await.unwrap();
    let House { app, system, .. } = &two.house;
    assert_eq!(open(app, system, &key("open"), roster).await.unwrap(), 1);
}

#[tokio::test]
async fn after_its_term_another_clerk_seals_on_proof() {
    let two = two().await;
    two.opened().await;
    let (reviewer, system) = (two.reviewer(), two.house.system.clone());
    let force = two.proof().await;
    two.later("2026-12-05T02:00:00.000000Z");
    let early = two.decide(&reviewer, "early", force.clone()).await;
    assert_eq!(refused(early), "transfer_not_due");
    two.later("2026-12-06T02:00:00.000000Z");
    let alone = two.decide(&system, "alone", force.clone()).await;
    assert_eq!(refused(alone), "transfer_same_person");
    let missing = Decision::Force {
        proof: db::Digest::new("nothing stored").finish(),
    };
    let unproved = two.decide(&reviewer, "unproved", missing).await;
    assert_eq!(refused(unproved), "file_unknown");
    two.decide(&reviewer, "force", force).await.unwrap();
    let case = two.case().await;
    assert_eq!(case.status, CaseStatus::Forced);
    let account = account::show(&two.house.app, &system, case.account_no).await;
    let account = account.unwrap().account;
    assert_eq!(account.status, AccountStatus::Sealed);
    assert_eq!(account.sealed_from, Some(month("2026-11")));
    assert_eq!(two.again("two-again").await, Vec::<String>::new());
    let mut tx = two.house.app.db.read(two.house.centre).await.unwrap();
    assert_eq!(verify(&mut tx).await.unwrap().findings, Vec::new());
}

/// One account or whoever a roster leaves out: who asked for somebody doesn't let them go.
#[tokio::test]
async fn who_opened_a_case_does_not_seal_the_account_in_whatever_way() {
    let two = two().await;
    let id = two.opened().await;
    let House {
        app,
        system,
        employer_id,
        ..
    } = &two.house;
    let rows = people(1..=1, "6000");
    let without = two
        .house
        .upload("without", *employer_id, "2026-11", TITLES, &rows);
    let missing = Who::MissingFrom(without.await.unwrap());
    let named = Who::Accounts(vec![two.case().await.account_no]);
    for (word, who) in [("named", named), ("missing", missing.clone())] {
        let error = two.seal(system, word, who).await.unwrap_err();
        let refusal = error.refusal().unwrap();
        assert_eq!(refusal.code(), "sealing_refused");
        let codes: Vec<&str> = refusal.findings().iter().map(|f| f.code).collect();
        assert_eq!(codes, ["transfer_same_person"]);
    }
    assert_eq!(two.case().await.status, CaseStatus::Waiting);
    assert!(!show(app, system, id).await.unwrap().can.contains(&"seal"));
    let other = two.reviewer();
    assert!(show(app, &other, id).await.unwrap().can.contains(&"seal"));
    two.seal(&other, "other", missing).await.unwrap();
    assert_eq!(two.case().await.status, CaseStatus::Sealed);
    assert_eq!(two.house.findings().await, Vec::new());
}

/// Otherwise who asked would withdraw the case and be the one who lets go after all.
#[tokio::test]
async fn who_withdrew_a_case_does_not_seal_the_account_either() {
    let two = two().await;
    let id = two.opened().await;
    let House { app, system, .. } = &two.house;
    let accounts = Who::Accounts(vec![two.case().await.account_no]);
    decide(app, system, &key("w"), id, &Decision::Withdraw, "另行办理")
        .await
        .unwrap();
    let error = two
        .seal(system, "same", accounts.clone())
        .await
        .unwrap_err();
    let refusal = error.refusal().unwrap();
    let codes: Vec<&str> = refusal.findings().iter().map(|f| f.code).collect();
    assert_eq!(codes, ["transfer_same_person"]);
    two.seal(&two.reviewer(), "other", accounts).await.unwrap();
    assert_eq!(two.house.findings().await, Vec::new());
}

/// The old employer was to begin in November. The other has them in October, which nobody else pays.
#[tokio::test]
async fn by_force_an_employer_that_had_yet_to_begin_contributes_for_no_month() {
    let house = house().await;
    let (other, county) = house.county_employer(2).await;
    let first = house.employer_id;
    let october = house.assess(first, "2026-10", &people(1..=1, "6000")).await;
    house.pay(october, "A001").await;
    let november = house.assess(first, "2026-11", &people(1..=2, "6000")).await;
    let (app, system) = (house.app.clone(), house.system.clone());
    remittance::cancel(&app, &system, &key("c"), november, "职工未到岗")
        .await
        .unwrap();
    let rows = people(2..=2, "8000");
    let roster = house.upload("october", other, "2026-10", TITLES, &rows);
    let two = Two {
        roster: roster.await.unwrap(),
        other,
        county,
        house,
    };
    two.opened().await;
    let force = two.proof().await;
    two.later("2026-12-06T02:00:00.000000Z");
    let reviewer = two.reviewer();
    two.decide(&reviewer, "force", force).await.unwrap();
    let case = two.case().await;
    let show = || account::show(&app, &system, case.account_no);
    let sealed = show().await.unwrap();
    assert_eq!(sealed.account.sealed_from, Some(month("2026-10")));
    assert_eq!((sealed.months_owed, sealed.paid_through), (0, None));

    let rows = people(2..=2, "8000");
    let october = two.house.assess(other, "2026-10", &rows).await;
    two.house.pay(october, "A002").await;
    let moved = show().await.unwrap();
    assert_eq!(moved.account.employer_id, other);
    assert_eq!(moved.account.first_month, month("2026-10"));
    assert_eq!(moved.paid_through, Some(month("2026-10")));
    let mut tx = app.db.read(two.house.centre).await.unwrap();
    assert_eq!(verify(&mut tx).await.unwrap().findings, Vec::new());
}

#[tokio::test]
async fn a_case_ends_once_and_the_next_may_be_opened() {
    let two = two().await;
    two.opened().await;
    let reviewer = two.reviewer();
    two.decide(&reviewer, "no", Decision::Decline)
        .await
        .unwrap();
    assert_eq!(two.case().await.status, CaseStatus::Declined);
    let again = two.decide(&reviewer, "withdraw", Decision::Withdraw).await;
    assert_eq!(refused(again), "transfer_not_waiting");
    assert_eq!(two.open("second").await.unwrap(), 1);
    let House { app, system, .. } = &two.house;
    let found = cases(app, system, &page()).await.unwrap().items;
    let status: Vec<CaseStatus> = found.iter().map(|case| case.status).collect();
    assert_eq!(status, [CaseStatus::Waiting, CaseStatus::Declined]);
    let (id, reason) = (found[0].case_id, "职工放弃入职");
    let withdrawn = decide(app, system, &key("w"), id, &Decision::Withdraw, reason).await;
    withdrawn.unwrap();
    assert_eq!(two.again("still").await, ["active_elsewhere"]);
    assert_eq!(two.house.findings().await, Vec::new());
}

/// The notice bears the member's whole name, and the first month that can be sealed.
#[tokio::test]
async fn the_notice_names_the_member_to_its_own_employer_alone() {
    let two = two().await;
    let id = two.opened().await;
    let app = &two.house.app;
    let clerk = two.clerk_of(two.house.branch());
    let shown = show(app, &clerk, id).await.unwrap();
    assert_eq!(shown.seal_from, Some(month("2026-11")));
    let rows = people(1..=2, "6000");
    two.house
        .assess(two.house.employer_id, "2026-11", &rows)
        .await;
    let shown = show(app, &clerk, id).await.unwrap();
    assert_eq!(shown.item.month, month("2026-11"));
    assert_eq!(
        shown.seal_from,
        Some(month("2026-12")),
        "November is assessed with the old employer"
    );

    let name = notice(app, &clerk, id).await.unwrap();
    let known = shown.item.name.trim_end_matches('*');
    assert!(name.starts_with(known) && !name.contains('*'), "{name}");
    let theirs = notice(app, &two.clerk_of(two.county), id).await;
    assert_eq!(refused(theirs), "transfer_case_unknown");
    let strangers = notice(app, &two.house.stranger(), id).await;
    assert_eq!(refused(strangers), "action_forbidden");
    two.decide(&two.reviewer(), "no", Decision::Decline)
        .await
        .unwrap();
    let over = notice(app, &clerk, id).await;
    assert_eq!(refused(over), "transfer_not_waiting");
    assert_eq!(show(app, &clerk, id).await.unwrap().seal_from, None);
}

/// The old employer isn't named to the new one, nor the other way round.
#[tokio::test]
async fn a_branch_is_told_of_its_own_employer_only() {
    let two = two().await;
    let id = two.opened().await;
    let app = &two.house.app;
    let named = |case: CaseItem| {
        let id = |party: Option<Party>| party.map(|party| party.employer_id);
        (id(case.old), id(case.new))
    };
    let (old, new) = (Some(two.house.employer_id), Some(two.other));
    assert_eq!(named(two.case().await), (old, new));
    for (branch, expected, can) in [
        (
            two.house.branch(),
            (old, None),
            vec!["decline", "seal", "notify"],
        ),
        (two.county, (None, new), vec!["withdraw"]),
    ] {
        let clerk = two.clerk_of(branch);
        let mut listed = cases(app, &clerk, &page()).await.unwrap().items;
        assert_eq!(named(listed.remove(0)), expected);
        let shown = show(app, &clerk, id).await.unwrap();
        assert_eq!(shown.can, can);
        assert_eq!(named(shown.item), expected);
    }
    let elsewhere = two.clerk_of(BranchId::NIL);
    assert_eq!(
        cases(app, &elsewhere, &page()).await.unwrap().items.len(),
        0
    );
    let shown = show(app, &elsewhere, id).await;
    assert_eq!(refused(shown), "transfer_case_unknown");
    let theirs = two.clerk_of(two.county);
    let declined = two.decide(&theirs, "foreign", Decision::Decline).await;
    assert_eq!(refused(declined), "action_forbidden");
}

#[tokio::test]
async fn nothing_is_opened_by_strangers_or_of_a_roster_without_such_people() {
    let two = two().await;
    let House { app, system, .. } = &two.house;
    let stranger = two.house.stranger();
    let forbidden = open(app, &stranger, &key("s"), two.roster).await;
    assert_eq!(refused(forbidden), "action_forbidden");
    let unknown = open(app, system, &key("u"), RosterId::NIL).await;
    assert_eq!(refused(unknown), "roster_unknown");
    roster::discard(app, system, &key("d"), two.roster)
        .await
        .unwrap();
    assert_eq!(refused(two.open("discarded").await), "roster_not_previewed");
}
