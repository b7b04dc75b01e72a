//! People in motion: sealed, back again, over to another employer.

use kernel::{AccountNo, Fen, RemittanceId, Result, RosterId, SealingId};
use platform::Caller;

use super::{NewSealing, SealReason, Who, seal};
use crate::account::{self, AccountStatus, ChangeKind};
use crate::remittance::testing::{House, TITLES, house, id_number, key, month, name, people};
use crate::remittance::{Outcome, cancel, reverse};
use crate::roster::{self, Change, LineView};
use crate::testing::refused;

impl House {
    /// Who terminated, sealed from a month on.
    async fn seal(&self, word: &str, from: &str, who: Who) -> Result<SealingId> {
        let new = NewSealing {
            employer_id: self.employer_id,
            from_month: month(from),
            reason: SealReason::Terminated,
            note: None,
            who,
        };
        seal(&self.app, &self.system, &key(word), new).await
    }

    async fn account(&self, no: AccountNo) -> account::AccountView {
        account::show(&self.app, &self.system, no).await.unwrap()
    }

    /// The accounts of the lines of a roster, as their confirmation left them.
    async fn lines(&self, roster_id: RosterId) -> Vec<LineView> {
        let page = crate::remittance::testing::page();
        roster::lines(&self.app, &self.system, roster_id, &page)
            .await
            .unwrap()
            .items
    }

    async fn preview(&self, word: &str, of: &str, rows: &[Vec<String>]) -> RosterId {
        self.upload(word, self.employer_id, of, TITLES, rows)
            .await
            .unwrap()
    }

    async fn confirm(&self, word: &str, roster_id: RosterId) -> Result<()> {
        roster::confirm(&self.app, &self.system, &key(word), roster_id)
            .await
            .map(drop)
    }

    /// October assessed for the first three people; their accounts.
    async fn october(&self) -> (RemittanceId, Vec<AccountNo>) {
        let rows = people(1..=3, "6000");
        let october = self.assess(self.employer_id, "2026-10", &rows).await;
        let roster = self.remittance(october).await.remittance.roster_id;
        let lines = self.lines(roster).await.into_iter();
        let accounts = lines.map(|line| line.account_no.unwrap());
        (october, accounts.collect())
    }

    /// October paid for the first three people; their accounts.
    async fn october_paid(&self) -> Vec<AccountNo> {
        let (october, accounts) = self.october().await;
        self.pay(october, "A001").await;
        accounts
    }

    async fn clean(&self) {
        assert_eq!(self.findings().await, Vec::new());
    }
}

/// Regulation article 15.
#[tokio::test]
async fn whoever_a_roster_leaves_out_is_sealed_from_its_month_and_owed_no_more() {
    let house = house().await;
    let accounts = house.october_paid().await;
    let november = house
        .preview("november", "2026-11", &people(1..=2, "6000"))
        .await;
    house
        .seal("leavers", "2026-11", Who::MissingFrom(november))
        .await
        .unwrap();
    let gone = house.account(accounts[2]).await.account;
    assert_eq!(
        (gone.status, gone.sealed_from),
        (AccountStatus::Sealed, Some(month("2026-11")))
    );
    let changes = account::changes(&house.app, &house.system, accounts[2])
        .await
        .unwrap();
    let kinds: Vec<ChangeKind> = changes.iter().map(|change| change.kind).collect();
    assert_eq!(kinds, [ChangeKind::Sealed, ChangeKind::Opened]);
    let view = roster::roster(&house.app, &house.system, november).await;
    assert_eq!(view.unwrap().summary.missing_members, 0);
    // The roster was judged without those who left: it still stands.
    house.confirm("november-confirmed", november).await.unwrap();
    house.clean().await;
}

#[tokio::test]
async fn a_month_before_the_sealing_is_still_paid_when_its_money_comes() {
    let house = house().await;
    let rows = people(1..=2, "6000");
    let october = house.assess(house.employer_id, "2026-10", &rows).await;
    let lines = house.lines(house.remittance(october).await.remittance.roster_id);
    let leaver = lines.await[1].account_no.unwrap();
    house
        .seal("leaver", "2026-11", Who::Accounts(vec![leaver]))
        .await
        .unwrap();
    let paid = house.pay(october, "A001").await;
    assert_eq!(paid.outcome, Outcome::Posted, "{paid:?}");
    let view = house.account(leaver).await;
    assert_eq!(view.account.balance_fen, Fen::from_yuan(960));
    assert_eq!(
        (view.months_owed, view.paid_through),
        (0, Some(month("2026-10")))
    );
    house.clean().await;
}

#[tokio::test]
async fn what_was_owed_before_the_sealing_stays_owed() {
    let house = house().await;
    let (_, accounts) = house.october().await;
    house
        .seal("leaver", "2026-11", Who::Accounts(vec![accounts[2]]))
        .await
        .unwrap();
    house
        .app
        .clock
        .set("2027-02-01T01:00:00.000000Z".parse().unwrap());
    assert_eq!(house.account(accounts[2]).await.months_owed, 1);
    assert!(house.account(accounts[0]).await.months_owed > 1);
}

/// All or none, each account with its own reason.
#[tokio::test]
async fn one_account_that_cant_be_sealed_keeps_the_others_from_it() {
    let house = house().await;
    let (_, accounts) = house.october().await;
    let nobody = AccountNo::new(9_999_999_999).unwrap();
    let who = Who::Accounts(vec![accounts[0], accounts[1], nobody]);
    // October is assessed with all three.
    let error = house.seal("early", "2026-10", who).await.unwrap_err();
    let refusal = error.refusal().unwrap();
    assert_eq!(refusal.code(), "sealing_refused");
    let codes: Vec<&str> = refusal.findings().iter().map(|f| f.code).collect();
    assert_eq!(
        codes,
        ["month_assessed", "month_assessed", "account_not_here"]
    );
    let account = house.account(accounts[0]).await.account;
    assert_eq!(account.status, AccountStatus::Normal);
    house.clean().await;
}

#[tokio::test]
async fn a_sealing_is_refused_to_strangers_and_without_people_or_reason() {
    let house = house().await;
    let accounts = house.october_paid().await;
    let asked = |caller: Caller, word: &'static str, reason, who| {
        let new = NewSealing {
            employer_id: house.employer_id,
            from_month: month("2026-11"),
            reason,
            note: None,
            who,
        };
        let app = house.app.clone();
        async move { seal(&app, &caller, &key(word), new).await }
    };
    let these = || Who::Accounts(accounts.clone());
    let (stranger, system) = (house.stranger(), house.system.clone());
    let left = SealReason::Terminated;
    for (code, result) in [
        (
            "action_forbidden",
            asked(stranger, "s1", left, these()).await,
        ),
        (
            "nobody_to_seal",
            asked(system.clone(), "s2", left, Who::Accounts(vec![])).await,
        ),
        (
            "sealing_note_invalid",
            asked(system.clone(), "s3", SealReason::Other, these()).await,
        ),
        (
            "seal_reason_invalid",
            asked(system.clone(), "s4", SealReason::Forced, these()).await,
        ),
        (
            "roster_unknown",
            asked(system, "s5", left, Who::MissingFrom(RosterId::NIL)).await,
        ),
    ] {
        assert_eq!(refused(result), code);
    }
}

/// 启封: a row for somebody whom the same employer had sealed.
#[tokio::test]
async fn a_row_for_someone_sealed_here_unseals_from_the_rosters_month() {
    let house = house().await;
    let accounts = house.october_paid().await;
    let leavers = house.preview("n1", "2026-11", &people(1..=2, "6000")).await;
    house
        .seal("leaver", "2026-11", Who::MissingFrom(leavers))
        .await
        .unwrap();
    let rows = [people(1..=2, "6000"), people(3..=3, "7000")].concat();
    let back = house.preview("n2", "2026-11", &rows).await;
    let lines = house.lines(back).await;
    assert_eq!(
        (lines[2].change, lines[2].findings.len()),
        (Change::Unseal, 0)
    );
    house.confirm("n2-confirmed", back).await.unwrap();
    let account = house.account(accounts[2]).await.account;
    assert_eq!(
        (account.status, account.sealed_from),
        (AccountStatus::Normal, None)
    );
    assert_eq!(account.first_month, month("2026-11"));
    assert_eq!(account.base_fen, Fen::from_yuan(7_000));
    house.clean().await;
}

/// 内部转移: a row for somebody whom another employer had sealed; the balance comes along.
#[tokio::test]
async fn a_row_for_someone_sealed_elsewhere_brings_the_account_over() {
    let house = house().await;
    let other = house.another_employer(2).await;
    let rows = people(1..=2, "6000");
    let october = house.assess(house.employer_id, "2026-10", &rows).await;
    house.pay(october, "A001").await;
    let november = house.preview("n1", "2026-11", &people(1..=1, "6000")).await;
    house
        .seal("leaver", "2026-11", Who::MissingFrom(november))
        .await
        .unwrap();
    // The other employer is late: in October the person still was with the first.
    let early = house
        .upload("o1", other, "2026-10", TITLES, &people(2..=2, "8000"))
        .await
        .unwrap();
    let found = &house.lines(early).await[0].findings;
    let codes: Vec<&str> = found.iter().map(|finding| finding.code.as_str()).collect();
    assert_eq!(codes, ["sealed_elsewhere_later", "month_already_paid"]);
    let rows = people(30..=30, "6000");
    let there = house.assess(other, "2026-10", &rows).await;
    house.pay(there, "A002").await;
    let rows = [rows, people(2..=2, "8000")].concat();
    let id = house
        .upload("o2", other, "2026-11", TITLES, &rows)
        .await
        .unwrap();
    let line = house.lines(id).await.remove(1);
    assert_eq!((line.change, line.findings.len()), (Change::Transfer, 0));
    house.confirm("o2-confirmed", id).await.unwrap();
    let account = house.account(line.account_no.unwrap()).await.account;
    assert_eq!(
        (account.employer_id, account.status),
        (other, AccountStatus::Normal)
    );
    assert_eq!(account.balance_fen, Fen::from_yuan(960));
    assert_eq!(account.first_month, month("2026-11"));
    let changes = account::changes(&house.app, &house.system, account.account_no)
        .await
        .unwrap();
    assert_eq!(changes[0].kind, ChangeKind::Transferred);
    house.clean().await;
}

/// The first employer is late with October; its member has left for another since.
#[tokio::test]
async fn a_late_roster_still_pays_the_months_of_someone_who_has_moved_since() {
    let house = house().await;
    let other = house.another_employer(2).await;
    let rows = people(1..=2, "6000");
    let october = house.assess(house.employer_id, "2026-10", &rows).await;
    let roster = house.remittance(october).await.remittance.roster_id;
    let leaver = house.lines(roster).await[1].account_no.unwrap();
    house
        .seal("leaver", "2026-11", Who::Accounts(vec![leaver]))
        .await
        .unwrap();
    cancel(&house.app, &house.system, &key("cut"), october, "金额有误")
        .await
        .unwrap();
    let there = house
        .assess(other, "2026-10", &people(30..=30, "6000"))
        .await;
    house.pay(there, "A002").await;
    let rows_there = [people(30..=30, "6000"), people(2..=2, "8000")].concat();
    house.assess(other, "2026-11", &rows_there).await;
    // Now October comes again, with who was there then.
    let again = house.preview("o2", "2026-10", &rows).await;
    let line = house.lines(again).await.remove(1);
    assert_eq!((line.change, line.findings.len()), (Change::Continue, 0));
    house.confirm("o2-confirmed", again).await.unwrap();
    let again = roster::roster(&house.app, &house.system, again).await;
    let remittance = again.unwrap().summary.remittance_id.unwrap();
    house.pay(remittance, "A001").await;
    let account = house.account(leaver).await.account;
    assert_eq!(
        (account.employer_id, account.balance_fen),
        (other, Fen::from_yuan(960))
    );
    assert_eq!(
        account.base_fen,
        Fen::from_yuan(8_000),
        "the new employer's base stays"
    );
    house.clean().await;
}

/// The first employer is late: whom it still has to pay for October is told, wherever they are now.
#[tokio::test]
async fn a_late_roster_misses_somebody_who_has_moved_since() {
    let house = house().await;
    let other = house.another_employer(2).await;
    let (october, accounts) = house.october().await;
    house
        .seal("leaver", "2026-11", Who::Accounts(vec![accounts[2]]))
        .await
        .unwrap();
    cancel(&house.app, &house.system, &key("cut"), october, "金额有误")
        .await
        .unwrap();
    let there = house
        .assess(other, "2026-10", &people(30..=30, "6000"))
        .await;
    house.pay(there, "A002").await;
    let rows_there = [people(30..=30, "6000"), people(3..=3, "8000")].concat();
    house.assess(other, "2026-11", &rows_there).await;
    let again = house.preview("o2", "2026-10", &people(1..=2, "6000")).await;
    let view = roster::roster(&house.app, &house.system, again).await;
    let asked = kernel::PageRequest::default();
    let missing = roster::missing(&house.app, &house.system, again, &asked).await;
    let missing = missing.unwrap().items;
    assert_eq!(missing.len(), 1);
    assert_eq!(missing[0].account_no, accounts[2]);
    assert_eq!(view.unwrap().summary.missing_members, 1);
    let sealed = house.seal("again", "2026-10", Who::MissingFrom(again));
    assert_eq!(refused(sealed.await), "nobody_to_seal");
    house.clean().await;
    // October is owed at the first employer, November at the other once it falls due.
    let at = "2026-11-20T01:00:00.000000Z";
    house.app.clock.set(at.parse().unwrap());
    assert_eq!(house.account(accounts[2]).await.months_owed, 2);
}

/// Months before the account was this employer's are somebody else's.
#[tokio::test]
async fn an_employer_does_not_pay_the_months_before_it_had_the_account() {
    let house = house().await;
    let other = house.another_employer(2).await;
    let accounts = house.october_paid().await;
    house
        .seal("leaver", "2026-11", Who::Accounts(vec![accounts[2]]))
        .await
        .unwrap();
    let there = house
        .assess(other, "2026-10", &people(30..=30, "6000"))
        .await;
    house.pay(there, "A002").await;
    let rows = [people(30..=30, "6000"), people(3..=3, "8000")].concat();
    let november = house.assess(other, "2026-11", &rows).await;
    house.pay(november, "A003").await;
    let (undo, none) = (key("undo"), Fen::ZERO);
    reverse(&house.app, &house.system, &undo, there, "清册有误", none)
        .await
        .unwrap();
    let again = house
        .upload("again", other, "2026-10", TITLES, &rows)
        .await
        .unwrap();
    let found = &house.lines(again).await[1].findings;
    let codes: Vec<&str> = found.iter().map(|finding| finding.code.as_str()).collect();
    assert_eq!(codes, ["month_before_begun", "month_already_paid"]);
}

#[tokio::test]
async fn a_month_that_is_mistyped_seals_nobody() {
    let house = house().await;
    let accounts = house.october_paid().await;
    let far = house.seal("far", "2062-07", Who::Accounts(vec![accounts[0]]));
    assert_eq!(refused(far.await), "sealing_month_ahead");
    let id = house
        .preview("nov", "2026-11", &people(1..=2, "6000"))
        .await;
    let other = house.seal("other", "2026-12", Who::MissingFrom(id));
    assert_eq!(refused(other.await), "sealing_month_differs");
    let next = house.seal("next", "2026-12", Who::Accounts(vec![accounts[0]]));
    next.await.unwrap();
}

#[tokio::test]
async fn a_roster_whose_account_was_sealed_since_its_preview_is_outdated() {
    let house = house().await;
    let accounts = house.october_paid().await;
    let id = house.preview("n1", "2026-11", &people(1..=3, "6000")).await;
    house
        .seal("leaver", "2026-11", Who::Accounts(vec![accounts[2]]))
        .await
        .unwrap();
    assert_eq!(
        refused(house.confirm("n1-confirmed", id).await),
        "roster_outdated"
    );
}

/// Regulation article 17. Columns 参加工作日期 and 调入日期, roster of November, employer from October.
#[tokio::test]
async fn a_new_hire_begins_by_the_month_of_the_regulation() {
    let house = house().await;
    house.october_paid().await;
    let titles = ["姓名", "证件号码", "缴存基数", "参加工作日期", "调入日期"];
    let hire = |nth: u16, started: &str, joined: &str| {
        let [started, joined] = [started, joined].map(str::to_owned);
        vec![
            name(nth),
            id_number(nth),
            "6000".to_owned(),
            started,
            joined,
        ]
    };
    let mut rows: Vec<Vec<String>> = people(1..=3, "6000")
        .into_iter()
        .map(|row| [row, vec![String::new(); 2]].concat())
        .collect();
    rows.extend([
        hire(10, "2026-10-15", ""),
        hire(11, "2026-11-02", ""),
        hire(12, "2026-11-02", "2026/11/2"),
        hire(13, "2010-07-01", "2026-11-02"),
        hire(14, "2010-07-01", "2026年10月8日"),
        hire(15, "2010-07-01", ""),
        hire(16, "", "2025-05-06"),
        hire(17, "2027-01-01", "昨天"),
    ]);
    let id = house
        .upload("hires", house.employer_id, "2026-11", &titles, &rows)
        .await
        .unwrap();
    let lines = house.lines(id).await;
    let told: Vec<(Option<String>, Vec<&str>)> = lines[3..]
        .iter()
        .map(|line| {
            let codes = line.findings.iter().map(|finding| finding.code.as_str());
            (
                line.first_month.map(|month| month.to_string()),
                codes.collect(),
            )
        })
        .collect();
    let from = |text: &str| Some(text.to_owned());
    assert_eq!(
        told,
        [
            (from("2026-11"), vec![]),
            (None, vec!["before_first_month"]),
            (None, vec!["before_first_month"]),
            (from("2026-11"), vec![]),
            // Joined in October: October is owed as well.
            (from("2026-10"), vec![]),
            (from("2026-11"), vec![]),
            // Not before the employer's own first month.
            (from("2026-10"), vec![]),
            (None, vec!["date_in_future", "date_malformed"]),
        ]
    );
}
